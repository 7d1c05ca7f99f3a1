"""The way through the interview as stops on a line; its foot says where to find someone to talk to."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Literal, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.icons import draw_icon
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import STRETCH, column, row, top, wide
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.lettering import Lettering, Words
from desktop_app.ui.widgets.rail_column import RIM, WORDS_AT, RailButton, RailColumn
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Text

Progress = Literal["done", "part", "here", "ahead"]

WIDE_EM, NARROW_EM = 16.75, 15
LINE_AT = 32
RING = 10.0


class Leaf(NamedTuple):
    """A page inside the section one is in; `about` is heard of it besides."""

    key: str
    name: str
    here: bool = False
    about: str = ""


class Stop(NamedTuple):
    """A section: how far it is, the same in words, whether one can go there, and its pages if listed."""

    key: str
    name: str
    progress: Progress
    words: str = ""
    open: bool = True
    leaves: Sequence[Leaf] = ()


class RailWords(NamedTuple):
    """What the rail says besides its stops. `center` is a center's own line, if it has one."""

    brand: str
    sections: str
    talk: str
    crisis: Words
    promise: str
    center: str = ""


class Rail(RailColumn):
    """`chosen` tells the key of a stop or a leaf."""

    def __init__(self, theme: Theme, stops: Sequence[Stop], words: RailWords, *, em: float = WIDE_EM) -> None:
        super().__init__(theme, words.sections, em)
        self.stops: list[RailButton] = []
        self._marked: list[RailStop] = []
        self._keys: list[str] = []
        line = QWidget()
        self._theme, self._line = theme, Slot()
        column(theme, self._line, STRETCH, margins=(0, 0, 0, 0), into=line)
        self.follow(stops)
        promise = row(
            theme,
            top(Icon(theme, "lock", "soft", 16, beside="small")),
            wide(Text(theme, words.promise, "small", "soft")),
            gap=8,
            margins=(4, 0, 0, 0),
        )
        talk = self.support(theme, words.talk, words.crisis, words.center)
        self.lay(theme, words.brand, line, talk, 12, promise)

    def follow(self, stops: Sequence[Stop]) -> None:
        """Show how far each is now; the buttons stay while the stops are the same ones."""
        wanted = [key for stop in stops for key in (stop.key, *(leaf.key for leaf in stop.leaves))]
        if wanted != self._keys:
            self._keys = wanted
            self._line.put(self._made(stops))
            return
        for button, stop in zip(self._marked, stops, strict=True):
            button.follow(stop)

    def _made(self, stops: Sequence[Stop]) -> QWidget:
        line = QWidget()
        box = QVBoxLayout(line)
        box.setContentsMargins(0, 0, self._theme.space(10), 0)
        box.setSpacing(0)
        self.stops, self._marked = [], []
        for at, stop in enumerate(stops):
            self._marked.append(RailStop(self._theme, stop, first=at == 0, last=at == len(stops) - 1))
            self._add(box, self._marked[at])
            for leaf in stop.leaves:
                self._add(box, RailLeaf(self._theme, leaf))
        return line

    def _add(self, box: QVBoxLayout, button: RailButton) -> None:
        button.clicked.connect(lambda: self.chosen.emit(button.key))
        self.stops.append(button)
        box.addWidget(button)


class RailStop(RailButton):
    """A section: its mark fills as the section does; the line joins it to the next."""

    def __init__(self, theme: Theme, stop: Stop, *, first: bool, last: bool) -> None:
        super().__init__(theme, stop.key, stop.name, here=False)
        self._first, self._last = first, last
        self._stop: Stop | None = None
        self.follow(stop)

    def follow(self, stop: Stop) -> None:
        if stop == self._stop:
            return
        self._stop, self._progress = stop, stop.progress
        here = stop.progress == "here"
        self.here = here and not any(leaf.here for leaf in stop.leaves)
        self._name = Lettering(self.theme, stop.name, "strong" if here else "body", control=True)
        self._words = Lettering(self.theme, stop.words, "small", control=True) if stop.words else None
        self.setEnabled(stop.open)
        self.setAccessibleName(", ".join(part for part in (stop.name, stop.words) if part))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        room = self.room(width)
        words = self._words.height(room) if self._words else 0
        return ceil(self._name.height(room) + words + 2 * self.theme.space(RIM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        self.paint_ground(painter, theme.space(10))
        top, left, room = theme.space(RIM), theme.space(WORDS_AT), self.room(self.width())
        self._paint_line(painter, QPointF(theme.space(LINE_AT), top + self._name.line_height() / 2))
        ahead = self._progress == "ahead"
        self._name.paint(painter, left, top, room, theme.color("soft" if ahead else "ink"))
        if self._words:
            self._words.paint(painter, left, top + self._name.height(room), room, theme.color("soft"))

    def _paint_line(self, painter: QPainter, center: QPointF) -> None:
        """The stretch of line before and after the stop, and its mark."""
        theme = self.theme
        line = theme.color("hair" if theme.contrast else "edge")
        painter.setPen(QPen(line, 1.5))
        x, y = center.x(), center.y()
        if not self._first:
            painter.drawLine(QLineF(x, 0, x, y - RING - 2))
        if not self._last:
            painter.drawLine(QLineF(x, y + RING + 2, x, self.height()))
        if self._progress == "ahead":
            painter.setPen(QPen(line, 1.6))
            painter.setBrush(theme.color("rail"))
            painter.drawEllipse(center, RING - 3.2, RING - 3.2)
        elif self._progress == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(center, RING - 1, RING - 1)
            draw_icon(painter, "tick", QRectF(x - 5.6, y - 5.6, 11.2, 11.2), theme.color("on_accent"), 3.4)
        else:
            self._paint_ring(painter, center)

    def _paint_ring(self, painter: QPainter, center: QPointF) -> None:
        """Partly: a pie. Here: a dot."""
        painter.setPen(QPen(self.theme.color("accent"), 2))
        painter.setBrush(self.theme.color("card"))
        painter.drawEllipse(center, RING - 2, RING - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("accent"))
        if self._progress == "here":
            painter.drawEllipse(center, 3.6, 3.6)
        else:
            half = RING - 4
            pie = QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half)
            painter.drawPie(pie, 90 * 16, -240 * 16)


class RailLeaf(RailButton):
    """A page inside the section one is in."""

    def __init__(self, theme: Theme, leaf: Leaf) -> None:
        super().__init__(theme, leaf.key, leaf.name, here=leaf.here)
        self._name = Lettering(theme, leaf.name, "small_strong" if leaf.here else "small", control=True)
        self.setAccessibleName(leaf.name)
        self.setAccessibleDescription(leaf.about)

    def heightForWidth(self, width: int) -> int:
        return max(34, ceil(self._name.height(self.room(width)) + 2 * self.theme.space(7)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter, self.theme.space(44))
        room = self.room(self.width())
        top = (self.height() - self._name.height(room)) / 2
        self._name.paint(painter, self.theme.space(WORDS_AT), top, room, self.theme.color("ink"))
