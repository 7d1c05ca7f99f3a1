"""What scrolls, as a screen reader goes through it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.scroll import Scroll


def test_a_screen_reader_may_ask_for_a_part_that_is_gone(qtbot: QtBot, theme: Theme) -> None:
    """Hide now takes the bars away while someone goes from part to part."""
    scroll = Scroll(theme, QWidget())
    qtbot.addWidget(scroll)
    told = QAccessible.queryAccessibleInterface(scroll)
    assert told.child(0) is not None
    assert told.child(told.childCount()) is None
    assert told.child(-1) is None
