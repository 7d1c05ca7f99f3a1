"""Uses a page as a person would: presses what is named so, and reads all there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.button import Button
from tests.ui.tree import tree


def click(qtbot, widget: QWidget) -> None:
    """As soon as it has its place: what has just unfolded has no height yet, and nobody could meet it."""
    qtbot.waitUntil(lambda: not widget.size().isEmpty())
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def button(page: QWidget, words: str) -> Button:
    """The first one that can be seen."""
    return next(one for one in page.findChildren(Button) if one.words() == words and one.isVisible())


def said(page: QWidget) -> str:
    """All that a screen reader finds there."""
    return "\n".join(words for _role, words in tree(page))
