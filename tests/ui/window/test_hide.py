"""Hiding: at once and all of it, by every way there is, and back only on purpose, to the very same place."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.ui import three_shifts
from desktop_app.ui.dialogs import QtDialogs
from desktop_app.ui.theme import COLORS
from desktop_app.ui.three_shifts import Presses
from desktop_app.ui.widgets.blank import Blank
from desktop_app.ui.widgets.field import LineField
from tests.ui.tree import tree, unnamed
from tests.ui.window.conftest import CONTROL, Desk

BUTTON = {"en": "Hide now", "es": "Ocultar ya"}
SIZES = pytest.mark.parametrize("size", [(1280, 800), (480, 700)], ids=str)


@pytest.fixture(autouse=True)
def patient(monkeypatch) -> None:
    """However long a busy computer takes between two keys."""
    monkeypatch.setattr(three_shifts, "WITHIN", 10 * 60 * 1000)


def blank(at: Desk) -> Blank:
    shown = at.window.centralWidget()
    assert isinstance(shown, Blank)
    return shown


def is_hidden(at: Desk) -> bool:
    return isinstance(at.window.centralWidget(), Blank)


def shift(at: Desk, times: int = 1) -> None:
    """Where the system hands keys in, whatever has them."""
    for _ in range(times):
        QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Shift)
    at.settle()


def has_system_keys(widget: QWidget) -> bool:
    return QGuiApplication.focusWindow() is widget.windowHandle()


def title_field(at: Desk) -> LineField:
    at.go_to("roles", {"roles": []})
    at.click("Add a role")
    field: LineField = at.page.findChildren(LineField)[-1]
    field.setFocus()
    return field


def has_keys_of_question(at: Desk) -> bool:
    box = at.window.findChild(QMessageBox)
    return box is not None and has_system_keys(box)


def plain_button(at: Desk, words: str) -> QPushButton:
    return next(one for one in blank(at).findChildren(QPushButton) if one.text() == words and one.isVisible())


def press(at: Desk, key: str) -> None:
    at.qtbot.mouseClick(plain_button(at, load_words(at.window.language).say(key)), Qt.MouseButton.LeftButton)
    at.settle()


def come_back(at: Desk) -> None:
    press(at, "hide.again")
    press(at, "hide.yes")


# ---------------------------------------------------------------- what is left to see


@pytest.mark.parametrize("language", LANGUAGES)
@SIZES
def test_nothing_is_left_of_the_interview(desk, language, size) -> None:
    at = desk(language, size=size)
    at.go_to("high_school")
    icon = at.window.windowIcon()
    at.click(BUTTON[language])
    words = load_words(language)
    assert at.window.windowTitle().strip() == ""
    assert at.window.windowHandle().title() == at.window.windowTitle()  # what the system is told
    assert at.window.windowIcon().cacheKey() != icon.cacheKey()
    assert not at.window.windowIcon().isNull()
    assert not at.window.menuBar().isVisible()
    assert not at.window.menus.actions
    heard = [heard for _role, heard in tree(at.window) if heard.strip()]
    assert set(heard) == {words.say("hide.paused"), words.say("hide.again")}
    assert unnamed(at.window) == []


@pytest.mark.parametrize("colors", ["light", "dark", "contrast"])
def test_neither_our_colors_nor_our_letters(desk, colors) -> None:
    at = desk(colors=colors)
    at.click("Hide now")
    picture = at.window.grab().toImage()
    seen = {picture.pixelColor(x, y).name().upper() for x in range(0, 1280, 7) for y in range(0, 800, 7)}
    ours = {color for role in COLORS.values() for color in role} - {"#000000", "#FFFFFF"}
    assert not seen & ours
    assert "Atkinson" not in blank(at).font().family()
    assert all("Atkinson" not in one.font().family() for one in blank(at).findChildren(QWidget))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["hide.paused", "hide.again", "hide.sure", "hide.close"])
def test_its_words_name_nothing(language, key) -> None:
    said = load_words(language).say(key).lower()
    assert not any(word in said for word in ("peer", "ready", "answer", "respuesta", "interview", "report"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_words_fit(desk, language, scale) -> None:
    at = desk(language, size=(480, 500), scale=scale)
    at.window.hide_now()
    at.settle()
    for step in ("hide.again", ""):
        for one in blank(at).findChildren(QWidget):
            if one.isVisible():
                assert one.width() >= one.minimumSizeHint().width(), one
                assert blank(at).rect().contains(one.geometry() if one.parent() is blank(at) else one.rect())
        if step:
            press(at, step)
    assert at.window.width() == 480


# ---------------------------------------------------------------- the ways there


def test_on_the_first_page_too(desk) -> None:
    at = desk()
    at.click("Hide now")
    assert is_hidden(at)
    come_back(at)
    assert at.at == "welcome"
    assert not is_hidden(at)


def test_by_menu_and_by_its_key(desk) -> None:
    at = desk()
    at.action("file.hide").trigger()
    assert is_hidden(at)
    come_back(at)
    at.press(Qt.Key.Key_H, CONTROL)
    assert is_hidden(at)


def test_by_shift_three_times(desk) -> None:
    at = desk()
    at.go_to("high_school")
    shift(at, 2)
    assert not is_hidden(at)
    shift(at)
    assert is_hidden(at)


def test_not_by_capital_letters_nor_by_shift_with_something_else(desk) -> None:
    at = desk()
    handle = at.window.windowHandle()
    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C):
        QTest.keyClick(handle, Qt.Key.Key_Shift)
        QTest.keyClick(handle, key, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(4):
        QTest.keyClick(handle, Qt.Key.Key_Shift, CONTROL)
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert not is_hidden(at)


def test_not_when_it_takes_too_long() -> None:
    presses = Presses()
    slowly = [at * three_shifts.WITHIN * 8 // 15 for at in range(4)]  # two of them in time, but never three
    assert [presses.shift(at) for at in slowly] == [False, False, False, False]
    assert presses.shift(slowly[-1] + 1)


def test_shift_can_be_switched_off_and_stays_so_in_another_language(desk) -> None:
    at = desk()
    at.action("view.shift").trigger()
    at.window.speak("es")
    at.settle()
    assert not at.action("view.shift").isChecked()
    shift(at, 4)
    assert not is_hidden(at)
    at.action("view.shift").trigger()
    shift(at, 3)
    assert is_hidden(at)


# ---------------------------------------------------------------- what was open


def test_a_menu_and_a_list_close(desk) -> None:
    at = desk()
    menu = at.window.menus._menus["view"]
    menu.popup(at.window.mapToGlobal(at.window.rect().center()))
    at.qtbot.waitUntil(lambda: has_system_keys(menu))
    shift(at, 3)
    assert is_hidden(at)
    assert QApplication.activePopupWidget() is None


def test_the_list_of_parts_closes(desk) -> None:
    at = desk(size=(480, 700))
    at.go_to("high_school")
    parts = at.window.frame.strip
    at.qtbot.mouseClick(parts.button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: has_system_keys(parts.menu))
    shift(at, 3)
    assert is_hidden(at)
    assert QApplication.activePopupWidget() is None


def test_a_message_closes(desk) -> None:
    at = desk()
    QtDialogs(at.window).tell("Something", "to know")
    box = at.window.findChild(QMessageBox)
    at.qtbot.waitUntil(lambda: has_system_keys(box))
    shift(at, 3)
    assert is_hidden(at)
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [at.window]


def test_a_question_closes_as_if_it_had_been_said_no(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.choose("I passed the GED or HiSET")
    at.window.dialogs = QtDialogs(at.window)
    timer = QTimer(at.window)
    timer.timeout.connect(lambda: shift(at) if has_keys_of_question(at) else None)
    timer.start(5)  # while the question waits
    at.window.close()
    timer.stop()
    at.window.dialogs = at.dialogs
    assert is_hidden(at)
    assert at.window.isVisible()
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [at.window]


def test_what_went_wrong_meanwhile_is_told_afterwards(desk) -> None:
    at = desk()
    at.window.hide_now()
    at.window.tell_of_fault()
    assert at.dialogs.told == []
    come_back(at)
    assert len(at.dialogs.told) == 1


# ---------------------------------------------------------------- back again


KEYS = [
    Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F1, Qt.Key.Key_Enter,
    Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Escape,
]  # fmt: skip


def test_no_stray_key_leads_back(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.window.hide_now()
    at.settle()
    for key in KEYS:
        at.press(key)
        assert is_hidden(at)
    for key in (Qt.Key.Key_S, Qt.Key.Key_R, Qt.Key.Key_K, Qt.Key.Key_P, Qt.Key.Key_Plus):
        at.press(key, CONTROL)
    assert is_hidden(at)
    assert at.window.appearance.scale == 1.0
    assert at.at == "high_school"
    assert [heard for _role, heard in tree(at.window) if heard].count("Paused") >= 1


def test_not_even_on_its_button(desk) -> None:
    at = desk()
    at.window.hide_now()
    at.press(Qt.Key.Key_Tab)
    assert at.has_keys() is plain_button(at, "Open again")
    for key in KEYS:
        at.press(key)
        assert is_hidden(at)


def test_by_keys_on_purpose(desk) -> None:
    at = desk()
    at.window.hide_now()
    at.press(Qt.Key.Key_Tab)
    at.press(Qt.Key.Key_Space)
    assert at.has_keys() is plain_button(at, "No")
    at.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    at.press(Qt.Key.Key_Space)
    assert not is_hidden(at)


def test_no_leads_to_the_quiet_window_again(desk) -> None:
    at = desk()
    at.window.hide_now()
    press(at, "hide.again")
    press(at, "hide.no")
    assert plain_button(at, "Open again").isVisible()


def test_back_is_the_same_place_with_the_same_keys(desk) -> None:
    at = desk(size=(1024, 700))
    field = title_field(at)
    at.write("Helper at the")
    field.setCursorPosition(3)
    bar = at.window.frame.scroller.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    was = bar.value()
    assert was > 0
    at.click("Hide now")
    assert is_hidden(at)
    come_back(at)
    assert at.has_keys() is field or at.has_keys().words() == "Hide now"
    assert field.text() == "Helper at the"
    assert field.cursorPosition() == 3
    assert bar.value() == was
    assert at.window.windowTitle() == "Peer Ready"
    assert at.window.menuBar().isVisible()
    assert at.action("go.check").isEnabled()


def test_keys_in_a_field_are_there_again(desk) -> None:
    at = desk()
    field = title_field(at)
    shift(at, 3)
    assert is_hidden(at)
    come_back(at)
    assert at.has_keys() is field


def test_what_changed_meanwhile_is_followed_afterwards(desk) -> None:
    at = desk(colors=None)
    at.go_to("high_school")
    at.choose("I passed the GED or HiSET")
    at.window.hide_now()
    at.window.appearance.use("dark")  # as when the system turns to its night colors
    at.window.resize(480, 700)
    at.settle()
    assert is_hidden(at)
    assert not at.window.menus.actions
    come_back(at)
    assert at.page.stage.theme.name == "dark"
    assert at.page.stage.width == "folded"
    assert at.page.list.chosen() == ("ged_or_hiset",)


# ---------------------------------------------------------------- closing


def test_closing_asks_in_neutral_words(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.choose("I passed the GED or HiSET")
    at.window.hide_now()
    at.window.close()
    assert at.window.isVisible()
    assert at.dialogs.asked == []
    assert at.has_keys() is plain_button(at, "Keep it open")
    press(at, "hide.close_no")
    assert is_hidden(at)
    at.window.close()
    press(at, "hide.close_yes")
    assert not at.window.isVisible()
    assert at.dialogs.asked == []


def test_with_nothing_to_lose_it_closes_at_once(desk) -> None:
    at = desk(today=date(2026, 11, 22))
    at.window.hide_now()
    at.window.close()
    assert not at.window.isVisible()


# ---------------------------------------------------------------- the clipboard


def copied_title(at: Desk) -> None:
    field = title_field(at)
    at.write("Planted title")
    field.selectAll()
    at.press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Planted title"


@pytest.mark.parametrize("way", ["hide_now", "close"])
def test_what_was_copied_here_is_taken_off_the_clipboard(desk, way) -> None:
    at = desk()
    copied_title(at)
    getattr(at.window, way)()
    assert QGuiApplication.clipboard().text() == ""


def test_what_was_copied_elsewhere_stays(desk) -> None:
    at = desk()
    copied_title(at)
    QGuiApplication.clipboard().setText("a shopping list")
    at.window.hiding.copied._ours = dict.fromkeys(at.window.hiding.copied._ours, "Planted title")
    at.window.hide_now()
    assert QGuiApplication.clipboard().text() == "a shopping list"
    QGuiApplication.clipboard().clear()


def test_a_question_is_not_squeezed_beside_its_buttons(desk) -> None:
    at = desk("es")
    at.window.resize(480, 700)
    at.window.zoom(2.0)
    at.window.hiding.hide()
    at.settle()
    blank(at).ask_to_close()
    at.settle()
    said = next(one for one in blank(at).findChildren(QLabel) if one.isVisible())
    assert said.width() > blank(at).width() * 0.8
