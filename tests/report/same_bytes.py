"""Prints a sample sheet's report, for a process of its own."""

from __future__ import annotations

from desktop_app.answers.sheet import read_answers
from desktop_app.i18n import load_words
from desktop_app.judgement.judge import Judge
from desktop_app.report.content import report_content
from desktop_app.report.pdf import pdf_bytes
from desktop_app.rulebook.load import load_rulebook, words_with
from tests.conftest import TODAY
from tests.report.conftest import sample


def printed(name: str) -> bytes:
    book = load_rulebook()
    packs = book.in_force(TODAY)
    sheet = read_answers(sample(name), book.facts, TODAY)
    judgement = Judge([loaded.pack for loaded in packs], book.facts).judge(sheet)
    words = words_with(load_words("en"), book.packs)
    return pdf_bytes(report_content(judgement, sheet, packs, book.facts, words))
