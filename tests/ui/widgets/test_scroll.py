"""What scrolls, as a screen reader goes through it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.switch import Switch
from tests.ui.conftest import Show


def test_a_screen_reader_may_ask_for_a_part_that_is_gone(qtbot: QtBot, theme: Theme) -> None:
    """Hide now takes the bars away while someone goes from part to part."""
    scroll = Scroll(theme, QWidget())
    qtbot.addWidget(scroll)
    told = QAccessible.queryAccessibleInterface(scroll)
    assert told.child(0) is not None
    assert told.child(told.childCount()) is None
    assert told.child(-1) is None


def tall(theme: Theme, show: Show, first: QWidget) -> Scroll:
    """A page of several windows' height with this at its top, scrolled down to its end."""
    content = QWidget()
    box = QVBoxLayout(content)
    box.addWidget(first)
    box.addStretch(1)
    content.setMinimumHeight(2000)
    scroll = Scroll(theme, content)
    show(scroll, 400, 300)
    first.setFocus()
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    return scroll


def test_a_key_does_nothing_to_what_is_scrolled_out_of_sight_but_brings_it_back(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    switch = Switch(theme, "I pass the exam", "On", "Off")
    scroll = tall(theme, show, switch)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    assert scroll.verticalScrollBar().value() < 100
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


def test_what_is_typed_out_of_sight_is_seen_and_not_lost(theme: Theme, show: Show, qtbot: QtBot) -> None:
    field = LineField(theme, "Job title")
    scroll = tall(theme, show, field)
    qtbot.keyClicks(field, "Cook")
    assert field.text() == "Cook"
    assert scroll.verticalScrollBar().value() < 100
