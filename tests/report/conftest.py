"""Reports of small answer sheets, in either language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_app.answers.sheet import read_answers
from desktop_app.i18n import Words, load_words
from desktop_app.judgement.judge import Judge
from desktop_app.report.content import ReportContent, report_content
from desktop_app.report.pdf import pdf_bytes
from desktop_app.rulebook.load import Rulebook, words_with
from tests.conftest import TODAY
from tests.report.samples import SHEETS
from tests.report.samples import sample as sample

SAMPLES = sorted(file.stem for file in SHEETS.glob("*.json") if "expected" not in file.name)
Report = Callable[..., ReportContent]


@pytest.fixture(scope="session")
def both_words(book: Rulebook) -> dict[str, Words]:
    return {language: words_with(load_words(language), book.packs) for language in ("en", "es")}


@pytest.fixture(scope="session")
def report(book: Rulebook, both_words: dict[str, Words]) -> Report:
    """The report on some answers: `report({...})`, or on a sample: `report("texas-lead")`."""

    def made(
        answers: dict[str, Any] | str,
        *,
        language: str = "en",
        series: tuple[str, ...] | None = None,
        name_private: bool = False,
        as_of: date = TODAY,
    ) -> ReportContent:
        packs = book.in_force(as_of, series)
        given = sample(answers) if isinstance(answers, str) else answers
        sheet = read_answers(given, book.facts, as_of)
        judgement = Judge([loaded.pack for loaded in packs], book.facts).judge(sheet)
        words = both_words[language]
        return report_content(judgement, sheet, packs, book.facts, words, name_private=name_private)

    return made


def pages_of(content: ReportContent) -> list[str]:
    """What each printed page says, with line ends taken out."""
    reader = PdfReader(BytesIO(pdf_bytes(content)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def printed(content: ReportContent) -> str:
    return " ".join(pages_of(content))
