"""Reports for others: every kind, in one language and in two, on both papers; and what each keeps to itself."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop_app.report.kinds import KINDS, Choices
from desktop_app.report.pdf import pdf_bytes
from tests.report.gate import findings
from tests.report.said import said_of_document
from tests.report.samples import SIZES, document_of
from tests.report.test_gate import PROFILES, failures

LANGUAGES = {"en": ("en",), "es": ("es",), "both": ("en", "es"), "both, Spanish first": ("es", "en")}
THREE = ("nothing answered", "typical", "forty roles, much missing")
FURNITURE = ("employer", "one_page", "staff")
EVERY = [
    (kind, languages, size, ("letter", "a4")[(at + number) % 2])
    for at, kind in enumerate(KINDS)
    for languages in LANGUAGES
    for number, size in enumerate(THREE)
    if not (kind == "mine" and len(LANGUAGES[languages]) == 1 and size != "typical")  # test_gate.py has these
    and not (languages == "both, Spanish first" and size != "typical")
]
"""Papers take turns: they change no more than places."""


@pytest.fixture(scope="module", params=EVERY, ids=" ".join)
def printed(request, book):
    kind, languages, size, paper = request.param
    made = document_of(SIZES[size], Choices(kind, paper=paper), LANGUAGES[languages], book)
    return made, pdf_bytes(made)


def test_it_keeps_to_the_standards(printed):
    for profile in PROFILES:
        assert failures(printed[1], profile) == []


def test_it_reads_as_it_was_meant(printed):
    document, pdf = printed
    assert findings(pdf, said_of_document(document)) == []


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_one_page_is_one_page(book, languages, size, paper):
    made = document_of(SIZES[size], Choices("one_page", paper=paper), LANGUAGES[languages], book)
    assert len(PdfReader(BytesIO(pdf_bytes(made))).pages) == 1


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_the_paper_is_as_chosen(book, paper, size):
    made = pdf_bytes(document_of("texas-lead", Choices(paper=paper), ("en",), book))
    box = PdfReader(BytesIO(made)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def text_of(book, choices, languages=("en",), answers="four-months-and-counting") -> str:
    made = pdf_bytes(document_of(answers, choices, languages, book))
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages).split())


def test_a_staff_copy_has_all_of_it_and_room_for_notes(book):
    mine, staff = text_of(book, Choices()), text_of(book, Choices("staff"))
    assert "What we agreed on" in staff
    assert "What we agreed on" not in mine
    assert "Next steps" in staff


def test_two_languages_stand_in_one_report(book):
    text = text_of(book, Choices(), ("en", "es"))
    assert "Do this first" in text
    assert "Haga esto primero" in text
