"""A plan over time: filled = you do, dashed = you wait, tinted = counts if they say so, flag = what it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, cycle, pairwise
from math import ceil
from typing import Literal, NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.icons import draw_icon
from desktop_app.ui.theme import ColorRole, Theme
from desktop_app.ui.widgets.arrange import middle, row
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.lettering import lettering
from desktop_app.ui.widgets.text import Text

Kind = Literal["do", "wait", "ask"]
Sign = Literal["do", "wait", "ask", "flag"]

RIM, GAP, BAR, CORNER = 16, 8, 20, 5
NAMES_EM, STACKED_BELOW_EM = 11, 31
SHORTEST = 7
DASHES = [4.0, 2.6]
WITHIN, BESIDE = 10, 4


class Bar(NamedTuple):
    """From one day to another, as day numbers."""

    kind: Kind
    begins: int
    ends: int


class Line(NamedTuple):
    """A name, its bars or its flag, and a note that stands beside them."""

    name: str
    note: str
    bars: Sequence[Bar] = ()
    flag: int | None = None


class Tick(NamedTuple):
    at: int
    words: str


class Scale(NamedTuple):
    """The days from the left edge to the right one, the months between, and today."""

    first: int
    last: int
    ticks: Sequence[Tick]
    today: int
    today_words: str


class Timeline(QWidget):
    """`words` says all of it for a screen reader. Where there is little room names stand above their bars."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, lines: Sequence[Line], scale: Scale, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set(lines, scale, words)

    def follow(self, lines: Sequence[Line], scale: Scale, words: str) -> None:
        """Draw these; only another height moves what is around it."""
        before = dict(self._heights)
        self._set(lines, scale, words)
        if any(self.heightForWidth(width) != height for width, height in before.items()):
            self.updateGeometry()
        self.update()

    def _set(self, lines: Sequence[Line], scale: Scale, words: str) -> None:
        theme, self._scale = self._theme, scale
        self._lines = [_Laid(theme, line) for line in lines]
        self._ticks = [(tick.at, lettering(theme, tick.words, "small", control=True)) for tick in scale.ticks]
        self._today = lettering(theme, scale.today_words, "small_strong", control=True)
        self._heights.clear()
        self.setAccessibleName(words)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            plot = _Plot(self._theme, self._scale, width)
            lines = sum(line.height(plot) for line in self._lines)
            self._heights[width] = ceil(self._head() + lines + self._theme.space(8))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self._theme.em(34)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(12), 0)

    def _head(self) -> float:
        """The months, and today below them."""
        return self._today.line_height() * 2 + self._theme.space(9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = _Plot(self._theme, self._scale, self.width())
        tops = list(accumulate((line.height(plot) for line in self._lines), initial=float(self._head())))
        for top, bottom in list(pairwise(tops))[::2]:
            painter.fillRect(QRectF(1, top, self.width() - 2, bottom - top), self._theme.color("note"))
        self._paint_ticks(painter, plot, tops[-1])
        for line, top in zip(self._lines, tops, strict=False):
            line.paint_bars(painter, plot, top)
        self._paint_today(painter, plot, tops[-1])
        grounds = cycle((self._theme.color("note"), self._theme.color("card")))
        for line, top, ground in zip(self._lines, tops, grounds, strict=False):
            line.paint_words(painter, plot, top, ground)  # last, so that no line goes through words

    def _paint_ticks(self, painter: QPainter, plot: _Plot, bottom: float) -> None:
        color, free = self._theme.color, -1.0
        for at, words in self._ticks:
            x, width = plot.x(at), words.natural_width() + 1
            painter.setPen(QPen(color("hair"), 1))
            painter.drawLine(QLineF(x, self._head() - self._theme.space(6), x, bottom))
            left = min(x + 6, plot.right - width)
            if left >= free:
                words.paint(painter, left, 0, width, color("soft"))
                free = left + width + self._theme.space(6)

    def _paint_today(self, painter: QPainter, plot: _Plot, bottom: float) -> None:
        color, x = self._theme.color, plot.x(self._scale.today)
        width, height = self._today.natural_width() + 1, self._today.line_height()
        left = min(max(plot.left, x - width / 2 - WITHIN), plot.right - width - 2 * WITHIN)
        chip = QRectF(left, height + self._theme.space(2), width + 2 * WITHIN, height + 2)
        painter.setPen(QPen(color("ink"), 1.5))
        painter.drawLine(QLineF(x, chip.bottom() - 2, x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("ink"))
        painter.drawRoundedRect(chip, 4, 4)
        self._today.paint(painter, chip.x() + WITHIN, chip.y() + 1, width, color("page"))


class _Plot:
    """Where the bars stand at a width: beside the names, or under them."""

    def __init__(self, theme: Theme, scale: Scale, width: float) -> None:
        self.stacked = width < theme.em(STACKED_BELOW_EM)
        rim = theme.space(RIM)
        self.names = width - 2 * rim if self.stacked else float(theme.em(NAMES_EM))
        self.left = float(rim) if self.stacked else rim + self.names + theme.space(RIM)
        self.right = width - rim
        self._first, self._days = scale.first, max(1, scale.last - scale.first)

    def x(self, day: int) -> float:
        share = (day - self._first) / self._days
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


class _Laid:
    """One line, set in type."""

    def __init__(self, theme: Theme, line: Line) -> None:
        self._theme, self._line = theme, line
        self._name = lettering(theme, line.name, "small", control=True)
        self._note = lettering(theme, line.note, "small", control=True)
        self._bar = theme.grown(BAR, 0.6)
        self._rim = theme.space(9)

    def height(self, plot: _Plot) -> float:
        name = self._name.height(plot.names)
        bar = self._bar + (self._note_height(plot) if self._place(plot) is None else 0)
        return 2 * self._rim + (name + 4 + bar if plot.stacked else max(name, bar))

    def paint_bars(self, painter: QPainter, plot: _Plot, top: float) -> None:
        theme, bar_top = self._theme, self._bar_top(plot, top)
        for bar, (begins, ends) in zip(self._line.bars, self._ends(plot), strict=True):
            shape = QRectF(begins, bar_top, ends - begins, self._bar)
            paint_bar(painter, theme, bar.kind, shape)
        if self._line.flag is not None:
            side = theme.icon(20)
            sign = QRectF(plot.x(self._line.flag) - side * 0.25, bar_top + (self._bar - side) / 2, side, side)
            draw_icon(painter, "flag", sign, theme.color("accent"))

    def _bar_top(self, plot: _Plot, top: float) -> float:
        if plot.stacked:
            return top + self._rim + self._name.height(plot.names) + 4
        below = self._note_height(plot) if self._place(plot) is None else 0
        return top + (self.height(plot) - self._bar - below) / 2

    def _ends(self, plot: _Plot) -> list[tuple[float, float]]:
        """Left and right end of each bar: none too short to be seen, none over the one before it."""
        placed: list[tuple[float, float]] = []
        free = plot.left
        for bar in self._line.bars:
            begins = max(free, plot.x(bar.begins))
            free = max(begins + SHORTEST, plot.x(bar.ends))
            placed.append((begins, free))
        return placed

    def _span(self, plot: _Plot) -> tuple[float, float]:
        """From the left end of what is drawn to its right one."""
        if self._line.flag is not None:
            x, side = plot.x(self._line.flag), self._theme.icon(20)
            return x - side * 0.25, x + side * 0.75
        placed = self._ends(plot)
        return placed[0][0], placed[-1][1]

    def _place(self, plot: _Plot) -> float | None:
        """Where the note begins: right of the bars, left of them, or in a long one; None for below."""
        width, gap = self._note.natural_width() + 1, self._theme.space(GAP)
        if not self._line.note:
            return plot.left
        first, last = self._span(plot)
        if last + gap + width <= plot.right:
            return last + gap
        if first - gap - width >= plot.left:
            return first - gap - width
        if self._is_inside(plot):
            return max(first, plot.x(self._line.bars[-1].begins)) + gap
        return None

    def _is_inside(self, plot: _Plot) -> bool:
        if len(self._line.bars) != 1 or self._bar < self._note.line_height():
            return False
        first, last = self._span(plot)
        return last - first >= self._note.natural_width() + 2 * self._theme.space(GAP)

    def _note_height(self, plot: _Plot) -> float:
        return self._note.height(plot.right - plot.left) + 2

    def paint_words(self, painter: QPainter, plot: _Plot, top: float, ground: QColor) -> None:
        left, height = self._theme.space(RIM), self._name.height(plot.names)
        name_top = top + (self._rim if plot.stacked else (self.height(plot) - height) / 2)
        width = min(plot.names, self._name.natural_width() + 1)
        painter.fillRect(QRectF(left, name_top, width + 3, height), ground)
        self._name.paint(painter, left, name_top, plot.names, self._theme.color("ink"))
        if self._line.note:
            self._paint_note(painter, plot, top, ground)

    def _paint_note(self, painter: QPainter, plot: _Plot, top: float, ground: QColor) -> None:
        theme, place = self._theme, self._place(plot)
        first, last = self._span(plot)
        width, height = self._note.natural_width() + 1, self._note.line_height()
        ink, bar_top = theme.color("ink"), self._bar_top(plot, top)
        line = bar_top + (self._bar - height) / 2
        if place is None:  # below, and where the bar begins if there is room for it there
            beside_today = first + BESIDE  # a bar often begins on today's line
            place, line = max(plot.left, min(beside_today, plot.right - width)), bar_top + self._bar + 2
            width = min(width, plot.right - plot.left)
            height = self._note.height(width)
            painter.fillRect(QRectF(place - 2, line, width + 4, height), ground)
        elif first < place < last:
            ink = theme.color("on_accent" if self._line.bars[0].kind == "do" else "ink")
        else:
            painter.fillRect(QRectF(place - 3, line, width + 6, height), ground)
        self._note.paint(painter, place, line, width, ink)


def paint_bar(painter: QPainter, theme: Theme, kind: Kind, shape: QRectF) -> None:
    """Filled, dashed, or tinted."""
    grounds: dict[Kind, ColorRole] = {"do": "accent", "wait": "card", "ask": "ask_tint"}
    pen = QPen(Qt.PenStyle.NoPen)
    if kind != "do":
        pen = QPen(theme.color("accent" if kind == "wait" else "ask"), 2.0 if theme.contrast else 1.6)
    if kind == "wait":
        pen.setDashPattern(DASHES)
    half = pen.widthF() / 2 if kind != "do" else 0
    painter.setPen(pen)
    painter.setBrush(theme.color(grounds[kind]))
    painter.drawRoundedRect(shape.adjusted(half, half, -half, -half), CORNER, CORNER)


class Legend(QWidget):
    """What the bars and flags mean, in a line that wraps."""

    def __init__(self, theme: Theme, entries: Sequence[tuple[Sign, str]]) -> None:
        super().__init__()
        parts = Flow(self, theme.space(20), theme.space(6))
        for sign, words in entries:
            text = Text(theme, words, "small", "soft", wrap=False)
            parts.addWidget(row(theme, middle(_Swatch(theme, sign)), text, gap=8))


class _Swatch(QWidget):
    def __init__(self, theme: Theme, sign: Sign) -> None:
        super().__init__()
        self._theme, self._sign = theme, sign
        self.setFixedSize(theme.grown(22, 0.6), theme.grown(14, 0.6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._sign == "flag":
            side = self.height()
            sign = QRectF((self.width() - side) / 2, 0, side, side)
            draw_icon(painter, "flag", sign, self._theme.color("accent"))
        else:
            paint_bar(painter, self._theme, self._sign, QRectF(self.rect()))
