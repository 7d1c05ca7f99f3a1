"""Counts as bars: solid where the number is known, an open stub for fewer than some, dashes for what is not shown."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Literal, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.drawn import Drawn
from desktop_app.ui.widgets.lettering import Lettering, lettering

How = Literal["exact", "few", "hidden"]
RIM, BETWEEN, BAR, CORNER = 16, 7, 16, 4
NAMES_EM, STACKED_BELOW_EM = 14, 31
FEW, AWAY = 16, 40
"""Lengths that stand for what is not shown: always the same, so that they tell nothing."""
DASHES = [4.0, 2.6]


class Bar(NamedTuple):
    """A name, its number in words, and how long the bar is where it may be known."""

    label: str
    shown: str
    how: How
    number: int


class Bars(Drawn):
    """Where there is little room names stand above their bars."""

    def __init__(self, theme: Theme, bars: Sequence[Bar], words: str) -> None:
        super().__init__(theme, words)
        self._bars = tuple(bars)
        self._longest = max((bar.number for bar in bars), default=0)
        self._laid = [
            (
                lettering(theme, bar.label, "small", control=True),
                lettering(theme, bar.shown, "small_strong", control=True),
            )
            for bar in bars
        ]
        self._bar, self._few, self._away = (theme.grown(one, 0.6) for one in (BAR, FEW, AWAY))

    def heightForWidth(self, width: int) -> int:
        place = _Place(self._theme, width)
        rows = sum(self._high(name, shown, place) for name, shown in self._laid)
        return ceil(rows + 2 * self._theme.space(BETWEEN))

    def draw(self, painter: QPainter) -> None:
        place = _Place(self._theme, self.width())
        top = float(self._theme.space(BETWEEN))
        for bar, (name, shown) in zip(self._bars, self._laid, strict=True):
            self._row(painter, place, top, bar, name, shown)
            top += self._high(name, shown, place)
        if not place.stacked:
            painter.setPen(QPen(self._theme.color("edge"), 1.5))
            painter.drawLine(QLineF(place.left, self._theme.space(BETWEEN), place.left, top))

    def _high(self, name: Lettering, shown: Lettering, place: _Place) -> float:
        words, bar = name.height(place.names), max(self._bar, shown.line_height())
        return 2 * self._theme.space(BETWEEN) + (words + 3 + bar if place.stacked else max(words, bar))

    def _row(
        self, painter: QPainter, place: _Place, top: float, bar: Bar, name: Lettering, shown: Lettering
    ) -> None:
        theme, high = self._theme, self._high(name, shown, place)
        ink, words = theme.color("ink"), name.height(place.names)
        line = max(self._bar, shown.line_height())
        if place.stacked:
            name_top = top + theme.space(BETWEEN)
            middle = name_top + words + 3 + line / 2
        else:
            name_top, middle = top + (high - words) / 2, top + high / 2
        name.paint(painter, theme.space(RIM), name_top, place.names, ink)
        room = max(0.0, place.right - place.left - self._numbers() - theme.space(8))
        at = QRectF(place.left, middle - self._bar / 2, room, self._bar)
        ends = self._paint_bar(painter, bar, at, on_line=not place.stacked)
        after = theme.space(8) if ends > place.left or not place.stacked else 0
        shown.paint(painter, ends + after, middle - shown.line_height() / 2, self._numbers() + 1, ink)

    def _numbers(self) -> float:
        return max((shown.natural_width() for _, shown in self._laid), default=0.0)

    def _paint_bar(self, painter: QPainter, bar: Bar, at: QRectF, *, on_line: bool) -> float:
        """In the room it has; on the line that all begin at, or standing alone. Gives where it ends."""
        wide = {"few": min(at.width(), self._few), "hidden": min(at.width(), self._away)}.get(
            bar.how, at.width() * bar.number / max(1, self._longest)
        )
        if wide <= 0:
            return at.left()
        theme, known = self._theme, bar.how == "exact"
        pen = QPen(theme.color("accent"), 2.0 if theme.contrast else 1.5)
        if bar.how == "hidden":
            pen.setDashPattern(DASHES)
        painter.setPen(Qt.PenStyle.NoPen if known else pen)
        painter.setBrush(theme.color("accent" if known else "card"))
        half = 0 if known else pen.widthF() / 2
        shape = QRectF(at.left(), at.top(), wide, at.height())
        shape.adjust(0 if on_line else half, half, -half, -half)
        painter.drawPath(_outline(shape, min(CORNER, wide / 2), on_line=on_line))
        return at.left() + wide


def _outline(shape: QRectF, corner: float, *, on_line: bool) -> QPainterPath:
    """Round at its end. On the line it has no edge of its own there: beside it, that would be a second line."""
    path = QPainterPath()
    if not on_line:
        path.addRoundedRect(shape, corner, corner)
        return path
    path.moveTo(shape.topLeft())
    path.lineTo(shape.right() - corner, shape.top())
    path.quadTo(shape.topRight(), QPointF(shape.right(), shape.top() + corner))
    path.lineTo(shape.right(), shape.bottom() - corner)
    path.quadTo(shape.bottomRight(), QPointF(shape.right() - corner, shape.bottom()))
    path.lineTo(shape.bottomLeft())
    return path


class _Place:
    """Where names and bars stand at a width: side by side, or one above the other."""

    def __init__(self, theme: Theme, width: float) -> None:
        self.stacked = width < theme.em(STACKED_BELOW_EM)
        rim = theme.space(RIM)
        self.names = width - 2 * rim if self.stacked else float(theme.em(NAMES_EM))
        self.left = float(rim) if self.stacked else rim + self.names + theme.space(12)
        self.right = width - rim
