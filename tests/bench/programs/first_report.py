"""How long the first report of a process takes once the rules are loaded, in ms."""

import sys
import time
from datetime import date
from io import BytesIO
from pathlib import Path

from desktop_app.answers.sheet import parse_sheet
from desktop_app.i18n import load_words
from desktop_app.judgement.judge import Judge
from desktop_app.rulebook.load import load_rulebook, words_with

today = date(2026, 11, 22)
book = load_rulebook()
packs = book.in_force(today)
sheet = parse_sheet(Path(sys.argv[1]).read_bytes(), book.facts, today)
judgement = Judge([loaded.pack for loaded in packs], book.facts).judge(sheet)

began = time.perf_counter()
from desktop_app.report.content import report_content
from desktop_app.report.pdf import write_pdf

words = words_with(load_words("en"), packs)
write_pdf(report_content(judgement, sheet, packs, book.facts, words), BytesIO())
print((time.perf_counter() - began) * 1000)
