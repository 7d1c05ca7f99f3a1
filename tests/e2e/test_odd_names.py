"""Whatever a person types as a name is shown as typed, opens nothing, and keeps no page or report from being made."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.answers.sheet import LARGEST, SheetError, parse_json, read_answers
from desktop_app.interview.session import CHECK, PLAN, RESULTS, STORIES
from desktop_app.report.forms import write_form
from desktop_app.report.kinds import KINDS, Choices, Document, document
from desktop_app.report.pdf import pdf_bytes
from desktop_app.report.writing import ReportError
from tests.conftest import TODAY
from tests.ui.pages.conftest import answers_of

ODD = {
    "picture": '<img src="/etc/hostname">',
    "paragraph": "</para><b>",
    "folder": "../../x",
    "device": "CON",
    "emoji": "🗝️" * 150,
    "right to left": "\u202egnp.exe\u202c \u200f",
    "filled in": "{0} {title} %s %(x)s ${HOME} `id`",
    "entity": "&amp; &#0; &nbsp;",
    "one long word": "W" * 5_000,
    "ten megabytes": "ten megabytes " * 750_000,
}
EVERY = pytest.mark.parametrize("name", ODD.values(), ids=ODD)
SEEN = pytest.mark.parametrize(
    "name", [name for key, name in ODD.items() if key != "ten megabytes"], ids=list(ODD)[:-1]
)


def answers(name: str) -> dict[str, object]:
    roles = [{**role, "title": name} for role in answers_of("ready-for-california-1")["roles"]]
    return {**answers_of("ready-for-california-1"), "roles": roles}


@EVERY
def test_a_sheet_with_it_is_read_or_refused_in_a_sentence(book, name) -> None:
    content = json.dumps(answers(name)).encode()
    if len(content) > LARGEST:
        with pytest.raises(SheetError):
            parse_json(content)
    else:
        read_answers(answers(name), book.facts, TODAY)


@SEEN
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_comes_up_with_it_and_the_roles_show_it_as_typed(desk, language, name) -> None:
    at = desk(language)
    for page in ("roles", CHECK, RESULTS, PLAN, STORIES):
        at.go_to(page, answers(name))
        at.window.grab()
    at.go_to("roles", answers(name))
    assert " ".join(name.split())[:20].strip() in " ".join(at.said.split())
    assert at.dialogs.told == []


@pytest.mark.parametrize(
    ("kind", "odd"),
    [
        *(("mine", odd) for odd in list(ODD)[:-1]),
        *((kind, odd) for kind in KINDS if kind != "mine" for odd in ("paragraph", "one long word")),
    ],
)
def test_every_kind_of_report_is_made_with_it(book, judge, words, kind, odd) -> None:
    made = report(book, judge, words, Choices(kind, "ca-calaveras-1"), ODD[odd])
    pages = PdfReader(BytesIO(pdf_bytes(made))).pages
    text = " ".join("".join(page.extract_text() for page in pages).split())
    assert "root:" not in text
    images = [image for page in pages for image in page.images]
    assert images == []


@pytest.mark.parametrize(
    "file", ["CON.pdf", "\u202egnp.pdf", "a&b <c>.html", "🗝.txt", "-rf.pdf", "%2e%2e.pdf"]
)
def test_a_report_may_be_called_so(book, judge, words, tmp_path: Path, file) -> None:
    write_form(report(book, judge, words), words, tmp_path / file)
    assert [found.name for found in tmp_path.iterdir()] == [file]


def test_a_name_that_is_too_long_for_a_file_is_told_and_leaves_nothing(
    book, judge, words, tmp_path: Path
) -> None:
    with pytest.raises(ReportError):
        write_form(report(book, judge, words), words, tmp_path / ("🗝" * 300 + ".pdf"))
    assert list(tmp_path.iterdir()) == []


def report(book, judge, words, choices: Choices | None = None, name: str = "Volunteer") -> Document:
    sheet = read_answers(answers(name), book.facts, TODAY)
    packs = book.in_force(TODAY)
    return document(choices or Choices(), judge.judge(sheet), sheet, packs, book.facts, [words])
