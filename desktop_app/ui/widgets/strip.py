"""The line above the page: where I am, and the language; or the rail itself, folded to a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.theme import Theme, Width
from desktop_app.ui.widgets.arrange import Margins, column, row, surface, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import Flow, in_lines
from desktop_app.ui.widgets.lettering import Words, plain
from desktop_app.ui.widgets.page_body import SIDES
from desktop_app.ui.widgets.panel import Rule
from desktop_app.ui.widgets.rail import Stop
from desktop_app.ui.widgets.text import Text


def talk_link(theme: Theme, crisis: Words) -> Button:
    """The support line in few words; it leads to the page about it."""
    return Button(theme, plain(crisis), "quiet", icon="phone", small=True, flush=True)


class Strip(QWidget):
    """Where I am on the left; on the right the other language, and whatever else a window puts there."""

    language_pressed = Signal()

    def __init__(
        self, theme: Theme, where: str, language: str, *more: QWidget, width: Width = "wide"
    ) -> None:
        super().__init__()
        self.where = Text(theme, where, "small", "soft", align=Qt.AlignmentFlag.AlignVCenter)
        self.language = Button(theme, language, "quiet", icon="globe", small=True, flush=True)
        self.language.clicked.connect(self.language_pressed)
        side = SIDES[width]
        margins: Margins = (side, 16, side, 12)
        if width != "folded":
            row(theme, wide(self.where), self.language, *more, gap=14, margins=margins, into=self)
            return
        gap, line_gap = theme.space(14), theme.space(6)
        right = in_lines(self.language, *more, gap=gap, line_gap=line_gap)
        line = in_lines(self.where, right, gap=gap, line_gap=line_gap, last_right=True)
        column(theme, line, margins=margins, into=self)

    def follow(self, where: str) -> None:
        if where != self.where.text():
            self.where.say(where)


class FoldedStrip(QWidget):
    """The rail in one line: a button that lists the stops, the support line, and whatever else is given."""

    chosen = Signal(str)
    talk_pressed = Signal()

    def __init__(
        self, theme: Theme, title: str, stops: Sequence[Stop], crisis: Words, *more: QWidget
    ) -> None:
        super().__init__()
        surface(theme, self, "rail")
        self.menu = QMenu(self)
        self.menu.setFont(theme.font("body"))
        self.button = Button(theme, title, after="down", small=True)
        self.follow(title, stops)
        self.button.clicked.connect(self._open)
        line = QWidget()
        parts = Flow(line, theme.space(10), theme.space(8), last_right=True)
        side, rim = theme.space(SIDES["folded"]), theme.space(8)
        parts.setContentsMargins(side, rim, side, rim)
        self.talk = talk_link(theme, crisis)
        self.talk.clicked.connect(lambda _on=False: self.talk_pressed.emit())
        right = in_lines(self.talk, *more, gap=theme.space(15), line_gap=theme.space(4))
        for part in (self.button, right):
            parts.addWidget(part)
        column(theme, line, Rule(theme), into=self)

    def follow(self, title: str, stops: Sequence[Stop]) -> None:
        """Show how far each stop is now."""
        if title != self.button.words():
            self.button.say(title)
        self.menu.clear()
        for stop in stops:
            self._add(stop.key, ": ".join(part for part in (stop.name, stop.words) if part), stop.open)
            for leaf in stop.leaves:
                self._add(leaf.key, "    " + leaf.name, True)

    def _add(self, key: str, words: str, can_go: bool) -> None:
        action = self.menu.addAction(words.replace("&", "&&"))
        action.setEnabled(can_go)
        action.triggered.connect(lambda: self.chosen.emit(key))

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
