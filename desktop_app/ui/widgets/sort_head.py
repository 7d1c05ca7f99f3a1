"""The titles above a table, as buttons that sort by them: over its columns, or wrapping where these are stacked."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.icons import draw_icon
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.focus import draw_focus
from desktop_app.ui.widgets.lettering import Lettering

SIDE, BETWEEN, RIM, ARROW, LEAST = 4, 4, 8, 14, 36
FIRST_SIDE = 17


class Title(NamedTuple):
    """A column's key and title; `told` is what is heard of it, and `arrow` which way it is sorted."""

    key: str
    title: str
    told: str
    arrow: str = ""
    """`down` from first to last, `up` the other way, empty where it is sorted by another."""


class SortHead(QWidget):
    """Stands above a LineTable, which tells it how wide its columns are."""

    sorted_by = Signal(str)

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, name: str, titles: Sequence[Title]) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.titles = [SortButton(theme, title, first=at == 0) for at, title in enumerate(titles)]
        self._flow = Flow(self, 0, 0)
        for button in self.titles:
            button.clicked.connect(lambda _on=False, key=button.key: self.sorted_by.emit(key))
            self._flow.addWidget(button)

    def follow(self, titles: Sequence[Title]) -> None:
        for button, title in zip(self.titles, titles, strict=True):
            button.follow(title)

    def stand_over(self, widths: Sequence[int]) -> None:
        """Columns of these widths; a single one says that they are stacked."""
        stacked = len(widths) == 1
        for at, button in enumerate(self.titles):
            button.across = 0 if stacked else widths[at]
            button.updateGeometry()
        self._flow.invalidate()


class SortButton(QPushButton):
    paints_focus = True
    keeps_height = True

    def __init__(self, theme: Theme, title: Title, *, first: bool) -> None:
        super().__init__(title.title.replace("&", "&&"))
        self._theme, self.key = theme, title.key
        self._side = theme.space(FIRST_SIDE if first else SIDE)
        self.across = 0
        self._words = Lettering(theme, title.title, "small_strong", control=True)
        self.setFont(self._words.font)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(title)

    def follow(self, title: Title) -> None:
        self._arrow = title.arrow
        self.setAccessibleName(title.told)
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        words = self._words.natural_width() + theme.icon(ARROW) + theme.space(BETWEEN)
        width = self.across or ceil(words + self._side + theme.space(SIDE)) + 1
        return QSize(width, max(LEAST, ceil(self._words.line_height() + 2 * theme.space(RIM))))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        top = (self.height() - self._words.line_height()) / 2
        ink = theme.color("ink" if self._arrow or self.underMouse() else "soft")
        self._words.paint(painter, self._side, top, self.width() - self._side, ink)
        if self._arrow:
            side = theme.icon(ARROW)
            left = self._side + self._words.natural_width() + theme.space(BETWEEN)
            square = QRectF(left, (self.height() - side) / 2, side, side)
            draw_icon(painter, "down" if self._arrow == "down" else "up", square, ink, 2)
        if self.hasFocus():
            draw_focus(painter, theme, QRectF(self.rect()).adjusted(6, 6, -6, -6), 4)


def title_width(theme: Theme, title: str) -> int:
    """What a column needs for its title with the arrow behind it."""
    words = Lettering(theme, title, "small_strong", control=True).natural_width()
    return ceil(words + theme.icon(ARROW) + theme.space(BETWEEN) + 2 * theme.space(SIDE)) + 1
