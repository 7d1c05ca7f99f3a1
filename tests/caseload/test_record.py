"""A client's record: all of it, in both languages, and the answers as a sheet that the program takes again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.answers.sheet import parse_sheet
from desktop_app.caseload.client import Client
from desktop_app.caseload.record import Kept, record_of, record_page, record_sheet, record_text
from desktop_app.i18n import load_words
from tests.caseload.files import TODAY, sheet
from tests.caseload.one_client import CLIENT, KEPT, sitting


def text(book, kept: Kept = KEPT, language: str = "en", *, with_private: bool = False) -> str:
    """On one line: where lines end is not what is tried."""
    words = load_words(language)
    return " ".join(
        record_text(record_of(kept, book, words, TODAY, with_private=with_private)).decode().split()
    )


@pytest.mark.parametrize(
    "part",
    [
        "M-12 <b>",
        "Kept since September 1, 2026",
        "Given on September 2, 2026. Language: Spanish.",
        "December 1, 2026: Bring the payslip",
        "Kept until November 22, 2027",
        "What you told on November 22, 2026",
        "California: Specialist I Not yet",
        "High school I have a high school diploma",
        "What you told on September 1, 2026",
        "High school None of these so far",
        "I'm not sure",
        "When: Since Jul 15, 2026",
        "Pass the GED or HiSET September 4, 2026",
        "gone/route/step September 5, 2026",
        "Called the county. They call back.",
        "September 7, 2026, 9:00 AM Report made",
    ],
)
def test_all_that_is_kept_is_in_it(book, part: str) -> None:
    assert part in text(book)


def test_the_newest_answers_come_first(book) -> None:
    told = text(book)
    assert told.index("told on November 22") < told.index("told on September 1")


def test_what_is_private_is_named_only_when_it_is_asked_for(book) -> None:
    kind = "I care, or cared, for someone who uses these services"
    assert kind not in text(book)
    assert "One answer is private and is left out here." in text(book)
    assert kind in text(book, with_private=True)
    assert "left out" not in text(book, with_private=True)


def test_nothing_is_said_to_be_left_out_where_nothing_private_was_answered(book) -> None:
    assert "left out" not in text(book, replace(KEPT, sittings=[sitting(TODAY, lived_experience=None)]))


def test_it_is_as_complete_in_spanish(book) -> None:
    told = text(book, language="es")
    assert "Lo que contó el 22 de noviembre de 2026" in told
    assert "{" not in told


def test_its_page_runs_nothing_and_says_of_which_language_its_words_are(book) -> None:
    words = load_words("es")
    page = record_page(record_of(KEPT, book, words, TODAY, with_private=False), words).decode()
    assert '<html lang="es">' in page
    assert 'La preparatoria (<span lang="en">high school</span>)' in page
    assert "M-12 &lt;b&gt;" in page
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "Ir al expediente" in page


def test_the_newest_answers_go_out_as_a_sheet_that_comes_in_again(facts) -> None:
    whole = record_sheet(KEPT.sittings, facts, with_private=True)
    assert whole is not None
    assert parse_sheet(whole, facts, date(2030, 1, 1)).as_of == TODAY
    assert set(parse_sheet(whole, facts, TODAY).known) == set(sheet(ca_exam=None)["answers"])
    without = record_sheet(KEPT.sittings, facts, with_private=False)
    assert without is not None
    assert "lived_experience" not in parse_sheet(without, facts, TODAY).known


def test_a_client_without_a_sitting_has_a_record_and_no_sheet(book, facts) -> None:
    assert "Nothing here." in text(book, Kept(Client("0" * 16, "M-1", CLIENT.created)))
    assert record_sheet((), facts, with_private=True) is None


@pytest.mark.parametrize(
    "content", [{}, {"sheet": 1}, {"sheet": {"as_of": 7, "answers": {"roles": 3, "x": 1}}}]
)
def test_answers_that_cannot_be_read_any_more_keep_nothing_else_out(book, facts, content) -> None:
    odd = replace(KEPT, sittings=(sitting(TODAY)._replace(content={**content, "drafts": {"roles": {}}}),))
    assert "Called the county." in text(book, odd)
    assert "Begun and not finished: Work or volunteering." in text(book, odd)
    made = record_sheet(odd.sittings, facts, with_private=True)
    assert made is not None
    assert parse_sheet(made, facts, TODAY).known == {}
