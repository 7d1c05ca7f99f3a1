"""What printing a report adds to a process that has judged it, in MB: to what it holds once the printing is loaded."""

import resource
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

from desktop_app.answers.sheet import parse_sheet
from desktop_app.i18n import load_words
from desktop_app.judgement.judge import Judge
from desktop_app.report.content import report_content
from desktop_app.report.pdf import write_pdf
from desktop_app.rulebook.load import load_rulebook, words_with

today = date(2026, 11, 22)
book = load_rulebook()
packs = book.in_force(today)
judge = Judge([loaded.pack for loaded in packs], book.facts)
words = words_with(load_words("en"), packs)


def peak() -> float:
    """In MB; Linux counts in KB, macOS in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


loaded = peak()
for file in sys.argv[1:]:
    sheet = parse_sheet(Path(file).read_bytes(), book.facts, today)
    write_pdf(report_content(judge.judge(sheet), sheet, packs, book.facts, words), BytesIO())
print(peak(), loaded)
