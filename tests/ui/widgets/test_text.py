"""Text wraps, never reads markup, and headings are headings."""

from __future__ import annotations

from math import ceil

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import lettering as letters
from desktop_app.ui.widgets.lettering import Lettering, Run, lettering, marked, plain
from desktop_app.ui.widgets.secret import InClear, SecretField
from desktop_app.ui.widgets.text import Heading, Text
from tests.ui.conftest import Show
from tests.ui.tree import spoken, tree

SENTENCE = "Terminé la escuela fuera de Estados Unidos y después trabajé varios años con familias."


def test_what_a_person_typed_is_shown_as_it_is(theme: Theme, show: Show) -> None:
    text = Text(theme, "<img src='/etc/hostname'> & <b>bold</b>")
    show(text)
    assert text.textFormat() is Qt.TextFormat.PlainText
    assert text.text() == "<img src='/etc/hostname'> & <b>bold</b>"
    assert tree(text) == [("StaticText", "<img src='/etc/hostname'> & <b>bold</b>")]


def test_a_narrower_label_is_taller(theme: Theme, qtbot) -> None:
    text = Text(theme, SENTENCE)
    qtbot.addWidget(text)
    assert text.heightForWidth(200) > text.heightForWidth(600)


def test_a_long_word_breaks_rather_than_widen_the_window(any_theme: Theme, qtbot) -> None:
    text = Text(any_theme, "Desproporcionadamente" * 8)
    qtbot.addWidget(text)
    assert text.minimumSizeHint().width() <= any_theme.em(6)
    assert text.heightForWidth(200) > text.heightForWidth(2000)


def test_a_label_that_does_not_wrap_asks_for_its_whole_line(theme: Theme, qtbot) -> None:
    text = Text(theme, SENTENCE, wrap=False)
    qtbot.addWidget(text)
    assert text.minimumSizeHint().width() >= Lettering(theme, SENTENCE, "body").natural_width()


def test_stars_mark_what_is_strong() -> None:
    assert marked("Call **988**, any hour.") == [Run("Call "), Run("988", strong=True), Run(", any hour.")]
    assert plain(marked("Call **988**, any hour.")) == "Call 988, any hour."


def test_strong_words_take_their_room(theme: Theme) -> None:
    light, strong = (
        Lettering(theme, "Specialist", "body"),
        Lettering(theme, [Run("Specialist", True)], "body"),
    )
    assert strong.natural_width() > light.natural_width()


def test_lines_break_where_they_are_told(theme: Theme) -> None:
    assert len(Lettering(theme, "See where you stand\nas a peer", "display").lines(2000)) == 2


def test_words_break_where_their_room_ends(theme: Theme) -> None:
    words = Lettering(theme, SENTENCE, "body")
    natural = words.natural_width()
    assert [len(words.lines(natural + more)) for more in (-1, 0, 1, 500)] == [2, 1, 1, 1]
    assert words.height(natural) == words.line_height()


def test_a_level_stays_with_its_name_where_there_is_room_for_both(theme: Theme) -> None:
    name, alone, both = (
        Lettering(theme, words, "h1")
        for words in ("Peer Support Specialist I", "Specialist", "\u00a0".join(("Specialist", "I")))
    )
    widths = range(ceil(both.natural_width()), ceil(name.natural_width()) + 20, 5)
    assert min(name.lines(width)[-1].width() for width in widths) >= both.natural_width() - 1
    assert len(name.lines(ceil(alone.natural_width()) + 1)) == 4, "rather than break within the name"


def shown(words: str, width: float) -> list[str]:
    """Each line as it is painted."""
    layout = Lettering(Theme(), words, "body")._layout(width)
    lines = [layout.lineAt(at) for at in range(layout.lineCount())]
    text = layout.text().replace("\u00a0", " ")
    return [text[line.textStart() :][: line.textLength()].strip() for line in lines]


def room_for(words: str) -> int:
    return ceil(Lettering(Theme(), words, "body").natural_width()) + 1


@pytest.mark.parametrize(
    ("words", "first", "lines"),
    [
        ("Someone answers at any hour of it.", "Someone answers at any hour of", "hour|of it."),
        ("Llame a esta línea o llame al 988.", "Llame a esta línea o llame al", "línea|o llame al 988."),
        ("You can go there each day\nor week.", "You can go there each", "go there|each day|or week."),
    ],
)
def test_a_short_last_word_is_not_left_alone(words: str, first: str, lines: str) -> None:
    set_ = shown(words, room_for(first))
    assert "|".join(set_).endswith(lines)
    assert " ".join(set_) == words.replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Go there", "Go"),  # the other line would be alone
        ("It is administratively here", "It is administratively"),
        ("Someone is there any afternoon every day", "Someone is there any afternoon"),
    ],
)
def test_a_last_word_stays_where_that_is_calmer(words: str, first: str) -> None:
    assert shown(words, room_for(first))[0] == first


@pytest.mark.parametrize(
    "one",
    [
        "3:05 PM",
        "3:05 p. m.",
        "Medi-Cal",
        "part-time",
        "555-0142",
        "línea 1",
        "al 988",
        "Peers ·",
        "I/II",
        "May 2, 2027",
        "2 de mayo",
        "2 de mayo de 2027",
        "fewer than 5",
        "menos de 5",
        "8 hours",
        "3 answers",
        "“Class Title”",
        "30 días",
        "day to day",
        "día a día",
        "9 to 10",
        "9 a 10",
    ],
)
def test_what_belongs_together_stays_on_one_line(one: str) -> None:
    words = f"Before that there are words, or {one} and so on"
    for width in range(room_for(one), room_for(words), 7):
        assert any(one in line for line in shown(words, width)), width


def test_a_dot_between_parts_begins_no_line_and_is_not_seen_at_the_end_of_one() -> None:
    words = "One part of it · and another part · and the last one"
    for width in range(room_for("and another part ·"), room_for(words), 7):
        lettered = Lettering(Theme(), words, "body")
        lines = shown(words, width)
        at_ends = sum(line.endswith("·") for line in lines[:-1])
        assert not any(line.startswith("·") for line in lines)
        assert len(lettered._unseen(lettered._layout(width))) == at_ends


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("We start now. A plan follows", "We start now."),
        ("Start now. It is easy", "Start now."),
        ("Llame al 988, a toda hora", "Llame al 988,"),
    ],
)
def test_a_short_word_that_leads_on_ends_no_line(words: str, first: str) -> None:
    led = words.removeprefix(first).split()[0]
    assert shown(words, room_for(f"{first} {led}"))[0] == first


def test_words_to_the_right_stay_there(theme: Theme) -> None:
    words = Lettering(theme, "Yes", "body", Qt.AlignmentFlag.AlignRight)
    assert words.lines(300)[0].right() == 300


def test_the_same_words_are_set_once(theme: Theme) -> None:
    assert lettering(theme, marked("**Six** months"), "body") is lettering(
        theme, marked("**Six** months"), "body"
    )
    assert lettering(theme, "Six months", "body") is not lettering(theme, "Six months", "small")


def test_a_passphrase_is_not_kept_with_the_words_of_pages(theme: Theme, qtbot) -> None:
    field = SecretField(theme, "Passphrase")
    shown = InClear(theme, field, "What you typed")
    for one in (field, shown):
        qtbot.addWidget(one)
    before = letters._kept.cache_info()
    field.setText("three owls at dusk")
    shown.grab()
    assert letters._kept.cache_info() == before


def test_changed_words_are_said_too(theme: Theme, show: Show) -> None:
    text = Text(theme, "before")
    show(text)
    text.say("after")
    assert tree(text) == [("StaticText", "after")]


def test_a_heading_is_announced_as_one(theme: Theme, show: Show) -> None:
    heading = Heading(theme, marked("In Texas, they match **Specialist I**"))
    show(heading)
    assert spoken(heading).role().name == "Heading"
    assert tree(heading)[0][1] == "In Texas, they match Specialist I"
