"""What belongs together at the end of a line, wherever it is shown."""

import pytest

from desktop_app.line_ends import company, held_together, with_room


def width(begin: int, end: int) -> float:
    """Every letter is as wide as any other."""
    return end - begin


@pytest.mark.parametrize(
    "text",
    [
        "the Specialist_I, as posted",
        "line_1 of it",
        "due on May_2,_2027 or so",
        "el_22_de_noviembre_de_2026, sin falta",
        "up_to_30_days later",
        "have_9_to_10_months already",
        "they gave_3_answers so far",
        "if fewer_than_5 do",
        "open at_3:05_PM each time",
        "once a_week there",
        "from day_to_day there",
    ],
)
def test_no_line_ends_within(text: str) -> None:
    plain = text.replace("_", " ")
    assert sorted(held_together(plain)) == [at for at, letter in enumerate(text) if letter == "_"]


def test_words_apart_are_not_held() -> None:
    assert not held_together("Nothing here belongs together more than the rest")


@pytest.mark.parametrize(
    ("room", "shown"),
    [(20, "on May_2,_2027"), (9, "on May 2,_2027"), (7, "on May 2,_2027"), (6, "on May_2, 2027")],
)
def test_of_what_is_wider_than_a_line_as_much_stays_as_goes_on_one(room: int, shown: str) -> None:
    text = "on May 2, 2027"
    held = with_room(text, held_together(text), width, room)
    assert "".join("_" if at in held else letter for at, letter in enumerate(text)) == shown


@pytest.mark.parametrize(
    ("before", "last", "held"),
    [
        ("Someone answers there now,", "always.", ["now,"]),
        ("Someone is there in the", "morning.", ["in", "the"]),
        ("Usted todavía no tiene título", "universitario.", ["título"]),
        ("Someone is there in the", "very early morning.", []),
        ("Go", "there.", []),
        ("It is administratively", "here.", []),
    ],
)
def test_a_lonely_last_word_gets_company_where_that_is_calmer(
    before: str, last: str, held: list[str]
) -> None:
    text = f"{before} {last}"
    found = company(text, (0, len(before) + 1, len(text)), frozenset(), width, 40)
    assert [text[:at].split()[-1] for at in sorted(found)] == held
