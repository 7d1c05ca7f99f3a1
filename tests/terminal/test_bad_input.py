"""What cannot be used is said in one sentence, and the question comes again."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from desktop_app.terminal import lines
from desktop_app.terminal.days import as_sheet_day
from tests.terminal.conftest import BOTH, CALIFORNIA, TEXAS, Hold

TO_ROLES = (*BOTH, "", "", "")
FIELDS = ("1", "2", "2", "2026-01", "", "8", "Helper")


@pytest.mark.parametrize("typed", ["9", "0", "-1", "two", "٢", "1.5", "9" * 5000])
def test_a_number_that_is_not_listed(hold: Hold, typed: str) -> None:
    held = hold(*BOTH, "", typed, "2")
    assert "is not one of the numbers. Type a number from 1 to 7." in held.flat
    assert "Noted: I passed the GED or HiSET" in held.text


def test_two_numbers_where_one_is_asked(hold: Hold) -> None:
    assert "“1 2” is more than one answer." in hold(*BOTH, "", "1 2").text


@pytest.mark.parametrize("typed", ["1 8", "8, 1", "8;1", "1 and 8"])
def test_none_of_these_beside_something(hold: Hold, typed: str) -> None:
    held = hold(*BOTH, typed, "8")
    sentence = (
        "“Part of your life”: “None of these” cannot stand beside “I have used mental health services”."
        " Keep one of them. Which of these are part of your life?"
    )
    assert sentence in held.flat
    assert "Noted: 1 chosen. Kept private." in held.text


def test_not_sure_beside_something(hold: Hold) -> None:
    assert "“I'm not sure” cannot stand beside “Someone in my family" in hold(*BOTH, "6 9").flat


def test_neither_yes_nor_no(hold: Hold) -> None:
    held = hold(*TEXAS, "", "", "", "", "maybe", "n")
    assert "“maybe” is not one of the numbers." in held.text
    assert "Noted: No" in held.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon", '“Certificate runs out” is "soon", and should be a day written YYYY-MM-DD.'),
        ("2027-02-30", "“Certificate runs out” is 2027-02-30, and there is no such day."),
        ("5/2027", "should be a day written YYYY-MM-DD."),
        ("7", "“7” is not one of the numbers."),
    ],
)
def test_a_day_that_is_none(hold: Hold, typed: str, sentence: str) -> None:
    to_date = (*CALIFORNIA, *[""] * 4, "2")
    held = hold(*to_date, typed, "5/31/2027", "b", "")
    assert sentence in held.flat
    assert "Noted: May 31, 2027" in held.text
    assert "Your answer now: May 31, 2027" in held.text


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("3/2026", "2026-03"),
        ("3/15/2026", "2026-03-15"),
        ("03-15-2026", "2026-03-15"),
        ("2026/3", "2026-03"),
        ("2026-3-5", "2026-03-05"),
        ("2026-03-15", "2026-03-15"),
        ("13/2026", "2026-13"),
        ("March 2026", "March 2026"),
        ("3/15/26", "3/15/26"),
    ],
)
def test_days_are_understood_as_they_are_written_here(typed: str, understood: str) -> None:
    assert as_sheet_day(typed) == understood


# ---------------------------------------------------------------- roles


@pytest.mark.parametrize(
    ("place", "typed", "sentence"),
    [
        (0, "5", "“5” is not one of the numbers."),
        (0, "", "This is needed for the entry."),
        (3, "", "This is needed for the entry."),
        (3, "last spring", 'Start is "last spring", and should be a day written YYYY-MM-DD, or a month'),
        (3, "2026-02-30", "Start is 2026-02-30, and there is no such day."),
        (3, "2027-01", "Start is 2027-01, which is after November 22, 2026. Put in a day up to then."),
        (4, "2025-12", "End is 2025-12, which is before the start, 2026-01."),
        (5, "many", 'Hours a week is "many", and should be a number.'),
        (5, "169", "Hours a week is 169. Hours a week go from 0 to 168."),
        (5, "-1", "Hours a week is -1."),
        (5, "nan", "should be a number."),
    ],
)
def test_each_field_of_a_role(hold: Hold, place: int, typed: str, sentence: str) -> None:
    held = hold(*TO_ROLES, "1", *FIELDS[:place], typed, *FIELDS[place:])
    assert sentence in held.flat
    assert (
        "Entry 1: “Helper”. Peer support for people. A similar place. Volunteer. Since January 2026."
        in held.flat
    )


# ---------------------------------------------------------------- what a terminal would obey


def test_what_a_terminal_would_obey_is_never_written(hold: Hold) -> None:
    held = hold(*TO_ROLES, "1", *FIELDS[:-1], "\x1b[2J\x1b]0;mine\x07Hel\x9bper <img src=x> 🙂", "c")
    shown = held.text.replace("\x1b[2J\x1b]0;mine\x07Hel\x9bper", "")  # the echo of the typing itself
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "per <img src=x> 🙂" in shown


def test_letters_that_cannot_be_read_are_asked_for_again(hold: Hold, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid")
    answers: Iterator[str | UnicodeDecodeError] = iter([broken, "q"])

    def typed(*_: object, **__: object) -> str:
        answer = next(answers)
        if isinstance(answer, str):
            return answer
        raise answer

    monkeypatch.setattr("click.prompt", typed)
    assert "Some letters could not be read. Please type it again." in hold().text


def test_a_terminal_without_typographic_quotes_gets_plain_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO(), encoding="latin-1"))
    assert lines.written("“Sí” – 🙂") == '"Sí" - ?'
