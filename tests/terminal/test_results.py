"""The results as plain lines, as the interview and the commands give them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.answers.sheet import Sheet, parse_sheet, read_answers
from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.judgement.judge import Judge
from desktop_app.rulebook.load import Rulebook, words_with
from desktop_app.terminal import print_results
from tests.conftest import TODAY

SHEETS = sorted(
    file
    for file in (Path(__file__).parent.parent / "sheets").glob("*.json")
    if not file.name.endswith("expected.json")
)


def lines_of(
    book: Rulebook, judge: Judge, sheet_file: Path, language: str, *, name_private: bool = False
) -> list[str]:
    return told(book, judge, parse_sheet(sheet_file.read_bytes(), book.facts, TODAY), language, name_private)


def told(book: Rulebook, judge: Judge, sheet: Sheet, language: str, name_private: bool = False) -> list[str]:
    words = words_with(load_words(language), book.packs)
    written: list[str] = []
    packs = book.in_force(TODAY)
    print_results(
        judge.judge(sheet), sheet, packs, book.facts, words, write=written.append, name_private=name_private
    )
    return written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda file: file.stem)
def test_every_sheet_in_every_language(book: Rulebook, judge: Judge, sheet: Path, language: str) -> None:
    text = " ".join("\n".join(lines_of(book, judge, sheet, language)).split())
    for position in judge.judge(parse_sheet(sheet.read_bytes(), book.facts, TODAY)).positions:
        words = words_with(load_words(language), book.packs)
        assert words.say(f"outcome.{position.outcome}") in text
    assert "2023" in text, "the posting's day"
    assert "{" not in text


def test_the_sentence_of_each_series_comes_before_what_it_rests_on(book: Rulebook, judge: Judge) -> None:
    lines = lines_of(book, judge, SHEETS[0], "en")
    first_row = next(number for number, line in enumerate(lines) if line.startswith("  You have this"))
    head = " ".join(" ".join(lines[:first_row]).split())
    assert "California · Calaveras County: In California" in head
    assert "Texas · State jobs: In Texas" in head
    assert "The employer decides." in head
    assert "The posting is from August 24, 2023. It may no longer be open." in head


def test_each_requirement_has_its_standing_reason_and_source(book: Rulebook, judge: Judge) -> None:
    sheet = next(file for file in SHEETS if file.stem == "four-months-and-counting")
    text = " ".join("\n".join(lines_of(book, judge, sheet, "en")).split())
    assert "Not yet: Six months of peer support" in text
    assert "the posting asks for 6" in text
    assert "What would change this: Keep going, or start volunteering as a peer." in text
    assert "Source: Posting, “Education, Training and Experience, Specialist I”, line 1." in text


def test_the_kind_of_lived_experience_is_named_only_when_it_is_wanted(book: Rulebook, judge: Judge) -> None:
    sheet = next(file for file in SHEETS if file.stem == "ready-for-california-1")
    kept = " ".join("\n".join(lines_of(book, judge, sheet, "en")).split())
    named = " ".join("\n".join(lines_of(book, judge, sheet, "en", name_private=True)).split())
    assert "What you chose counts here." in kept
    assert "What you chose counts here." not in named


def test_answers_that_do_not_go_together_are_pointed_out(book: Rulebook, judge: Judge) -> None:
    role = {"work": "other", "setting": "other", "paid": True, "start": "2026-01-01", "end": None}
    sheet = read_answers({"roles": [{**role, "hours_per_week": 90}]}, book.facts, TODAY)
    text = " ".join("\n".join(told(book, judge, sheet, "en")).split())
    assert "Please check: Your roles come to more than 80 hours in one week." in text
