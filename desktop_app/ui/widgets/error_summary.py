"""What is to be put right, at the top of the page; it takes the keys and leads to each field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.accessibility import announce
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import Item, column, left, row, top, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.panel import CHOSEN_LINE, Panel
from desktop_app.ui.widgets.scroll import scroll_around
from desktop_app.ui.widgets.text import Text


class Problem(NamedTuple):
    """One thing to put right, and the field that it is about."""

    words: str
    field: QWidget


class ErrorSummary(Panel):
    spoken_role = QAccessible.Role.AlertMessage

    def __init__(self, theme: Theme, title: str, problems: Sequence[Problem]) -> None:
        super().__init__(theme, "error_tint", "error", line=CHOSEN_LINE)
        self.ring_corner = theme.corner("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_one_after_another([title, *(problem.words for problem in problems)]))
        self._first = problems[0].field
        links: list[Item] = []
        for problem in problems:
            link = Button(
                theme,
                problem.words,
                "quiet",
                small=True,
                flush=True,
                role="body",
                align=Qt.AlignmentFlag.AlignLeft,
            )
            link.clicked.connect(lambda _on=False, field=problem.field: go_to(field))
            links.append(left(link))
        words = column(theme, Text(theme, title, "h3"), *links)  # no heading: the first of a page is its own
        icon = Icon(theme, "alert", "error", beside="h3")
        row(theme, top(icon), wide(words), gap=12, margins=(16, 14, 16, 9), into=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return leads to the first field, as its link does; the page would only look for the same problems again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            go_to(self._first)
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Show it, give it the keys, and have it read out."""
        go_to(self)
        announce(self, self.accessibleName(), at_once=True)


def _one_after_another(parts: Sequence[str]) -> str:
    """To be read out: a stop between two, where the first does not end with one of its own."""
    *before, last = parts
    stopped = (part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in before)
    return " ".join((*stopped, last))


TOP_ROOM = 8
"""Above what is taller than the window: the ring around it."""


def go_to(field: QWidget) -> None:
    """Give a field the keys and scroll it into sight; again once what was just put on the page has its height."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    _bring_into_sight(field)
    QTimer.singleShot(0, field, lambda: _bring_into_sight(field))


def _bring_into_sight(field: QWidget) -> None:
    around = scroll_around(field)
    if around is None:
        return
    around.ensureWidgetVisible(field, 0, field.height() + 48)
    above = field.mapTo(around.viewport(), QPoint(0, 0)).y() - TOP_ROOM
    if above < 0 and field.height() + TOP_ROOM > around.viewport().height():  # too tall: Qt shows its middle
        bar = around.verticalScrollBar()
        bar.setValue(bar.value() + above)
