"""The keys: the page lists those there are and no others, Escape closes what is open, and text fields take letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel

from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.ui.pages.keyboard import KEYS
from desktop_app.ui.widgets.fold import FoldNote
from tests.ui.window.conftest import ALT, CONTROL, Desk

IN_WORDS = ("size",)
"""Signs that are read better as words."""

every_language = pytest.mark.parametrize("language", LANGUAGES)


def in_menus(at: Desk) -> list[QKeySequence]:
    return [key for action in at.window.menus.actions.values() for key in action.shortcuts()]


# ------------------------------------------------------------ the page


@every_language
def test_it_lists_exactly_the_keys_that_the_menus_have(desk, language) -> None:
    at = desk(language)
    listed = [QKeySequence(key) for keys in KEYS.values() for key in keys]
    assert sorted(key.toString() for key in listed) == sorted(key.toString() for key in in_menus(at))


@every_language
def test_it_names_them_as_the_menus_do(desk, language) -> None:
    at = desk(language)
    at.action("help.keyboard").trigger()
    at.settle()
    say = load_words(language).say
    for row, keys in KEYS.items():
        named = say(f"keyboard.rows.{row}.keys")
        assert named in at.said
        assert say(f"keyboard.rows.{row}.does") in at.said
        if keys and row not in IN_WORDS:
            native = QKeySequence.SequenceFormat.NativeText
            assert named == " · ".join(QKeySequence(key).toString(native) for key in keys)


def test_the_catalog_has_no_line_that_the_page_leaves_out() -> None:
    start = "keyboard.rows."
    rows = {key.removeprefix(start).split(".")[0] for key in load_words("en").keys() if key.startswith(start)}  # noqa: SIM118
    assert rows == set(KEYS)


# ------------------------------------------------------------ Escape


def test_f1_opens_why_we_ask_and_escape_leads_back_to_where_one_was(desk) -> None:
    at = desk(size=(480, 700))
    at.go_to("high_school")
    at.press(Qt.Key.Key_Down)
    was = at.has_keys()
    for _ in range(2):
        at.press(Qt.Key.Key_F1)
        assert at.has_keys() is at.page.why.head
        assert at.page.why.is_open()
        at.press(Qt.Key.Key_F1)  # once more changes nothing
        at.press(Qt.Key.Key_Escape)
        assert not at.page.why.is_open()
        assert at.has_keys() is was
        assert was.mapTo(at.window.frame.scroller, QPoint(0, 0)).y() >= 0


def test_escape_stays_on_a_fold_that_was_opened_by_hand(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.press(Qt.Key.Key_F1)
    at.press(Qt.Key.Key_Space)
    at.press(Qt.Key.Key_Space)
    at.press(Qt.Key.Key_Escape)
    assert at.has_keys() is at.page.why.head


def test_escape_in_a_fold_closes_it_and_then_leaves_the_page_of_help(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.window.show_beside("licenses")
    at.settle()
    fold = at.page.findChildren(FoldNote)[0]
    fold.head.setFocus()
    at.press(Qt.Key.Key_Space)
    at.press(Qt.Key.Key_Tab)
    at.press(Qt.Key.Key_Escape)
    assert not fold.is_open()
    assert at.has_keys() is fold.head
    at.press(Qt.Key.Key_Escape)
    assert at.window.navigator.aside == ""


def test_escape_takes_back_the_question_before_saving(desk) -> None:
    at = desk()
    at.use_sheet("four-months-and-counting", "results")
    at.press(Qt.Key.Key_S, CONTROL)
    assert at.page.save_panel is not None
    at.press(Qt.Key.Key_Escape)
    assert at.page.save_panel is None


def test_escape_on_a_question_changes_nothing(desk) -> None:
    at = desk()
    at.go_to("high_school", {"high_school": "diploma"})
    at.press(Qt.Key.Key_Escape)
    assert (at.at, at.answers) == ("high_school", {"high_school": "diploma"})


# ------------------------------------------------------------ letters


@every_language
@pytest.mark.parametrize("page", ["welcome", "high_school", "roles", "check", "results", "plan"])
def test_nothing_on_a_page_takes_a_letter_away_from_the_menus(desk, language, page) -> None:
    at = desk(language)
    if page != "welcome":
        at.use_sheet("four-months-and-counting", page)
    assert [one.text() for one in at.page.findChildren(QAbstractButton) if not one.shortcut().isEmpty()] == []
    labels = [one for one in at.page.findChildren(QLabel) if one.buddy() is not None]
    assert [one.text() for one in labels if "&" in one.text()] == []


def test_what_is_typed_in_a_field_stays_in_the_field(desk) -> None:
    at = desk()
    at.go_to("roles", {})
    at.click("Add a role")
    at.page.form.title.setFocus()
    at.write("1 fvglch 9")
    assert at.page.form.title.text() == "1 fvglch 9"
    assert at.at == "roles"


def test_keys_of_the_menus_put_no_letters_into_a_field(desk) -> None:
    at = desk()
    at.go_to("roles", {})
    at.click("Add a role")
    at.page.form.title.setFocus()
    at.write("Helper")
    for key in (Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_Plus, Qt.Key.Key_0):
        at.press(key, CONTROL)
    assert at.page.form.title.text() == "Helper"


@pytest.mark.parametrize(
    ("language", "number", "letter"),
    [("en", 0, Qt.Key.Key_F), ("en", 4, Qt.Key.Key_C), ("es", 3, Qt.Key.Key_D), ("es", 5, Qt.Key.Key_Y)],
)
def test_a_menu_opens_by_its_letter(desk, language, number, letter, qtbot) -> None:
    at = desk(language)
    menu = at.window.menuBar().actions()[number].menu()
    qtbot.keyClick(at.window, letter, ALT)
    assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_tab_leads_from_the_result_to_the_positions(desk) -> None:
    at = desk()
    at.use_sheet("texas-lead", "results")
    assert at.window.focusWidget() is at.page.first()
    at.press(Qt.Key.Key_Tab)
    assert at.window.focusWidget() in at.page.cards.values()
