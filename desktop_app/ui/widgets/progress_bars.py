"""How far it was on each day, as bars of one piece a requirement: filled = there, hatched = to ask, open = to do."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from desktop_app.ui.theme import Standing, Theme
from desktop_app.ui.widgets.drawn import Drawn
from desktop_app.ui.widgets.hatch import hatch
from desktop_app.ui.widgets.lettering import Lettering, lettering

BAR, ABOVE, BETWEEN, APART = 15, 4, 10, 3
LEAST_EM = 7
"""Of a bar that stands between two words."""
CORNER = 3.0


class Bar(NamedTuple):
    """A day, how many pieces are there, how many are to ask, of how many; and the same in short words."""

    day: str
    met: int
    ask: int
    total: int
    told: str


class ProgressBars(Drawn):
    """Days at the left, counts at the right; both above their bar where there is little room."""

    usual_em, least_em = 18, 9

    def __init__(self, theme: Theme, bars: Sequence[Bar], words: str) -> None:
        super().__init__(theme, words)
        self._bars = [(bar, _letters(theme, bar.day), _letters(theme, bar.told)) for bar in bars]
        self._days = max((day.natural_width() for _, day, _ in self._bars), default=0) + 1
        self._counts = max((count.natural_width() for _, _, count in self._bars), default=0) + 1

    def heightForWidth(self, width: int) -> int:
        return ceil(sum(self._height(width, day, count) for _, day, count in self._bars))

    def _stacked(self, width: float) -> bool:
        beside = self._days + self._counts + 2 * self._theme.space(BETWEEN)
        return width < beside + self._theme.em(LEAST_EM)

    def _words_height(self, width: float, day: Lettering, count: Lettering) -> float:
        """Side by side; the count on a line of its own where even that is too much."""
        if self._days + self._counts + self._theme.space(BETWEEN) <= width:
            return max(day.line_height(), count.line_height())
        return day.height(width) + count.height(width)

    def _height(self, width: float, day: Lettering, count: Lettering) -> float:
        bar, around = self._theme.grown(BAR, 0.6), 2 * self._theme.space(ABOVE)
        if self._stacked(width):
            return self._words_height(width, day, count) + bar + around + 2
        return max(day.line_height(), bar) + around

    def draw(self, painter: QPainter) -> None:
        top = 0.0
        for bar, day, count in self._bars:
            height = self._height(self.width(), day, count)
            self._paint(painter, bar, day, count, QRectF(0, top, self.width(), height))
            top += height

    def _paint(self, painter: QPainter, bar: Bar, day: Lettering, count: Lettering, at: QRectF) -> None:
        theme, tall, above = self._theme, self._theme.grown(BAR, 0.6), self._theme.space(ABOVE)
        ink, soft = theme.color("ink"), theme.color("soft")
        if self._stacked(at.width()):
            words = self._words_height(at.width(), day, count)
            top = at.top() + above
            day.paint(painter, 0, top, at.width(), soft)
            if words > day.height(at.width()) + 1:
                count.paint(painter, 0, top + day.height(at.width()), at.width(), ink)
            else:
                count.paint(painter, at.width() - count.natural_width() - 1, top, self._counts, ink)
            self._paint_pieces(painter, bar, QRectF(0, top + words + 2, at.width(), tall))
            return
        line = at.top() + (at.height() - day.line_height()) / 2
        gap = theme.space(BETWEEN)
        day.paint(painter, 0, line, self._days, soft)
        count.paint(painter, at.width() - self._counts, line, self._counts, ink)
        room = at.width() - self._days - self._counts - 2 * gap
        self._paint_pieces(
            painter, bar, QRectF(self._days + gap, at.top() + (at.height() - tall) / 2, room, tall)
        )

    def _paint_pieces(self, painter: QPainter, bar: Bar, at: QRectF) -> None:
        theme = self._theme
        apart = theme.space(APART)
        across = (at.width() - apart * (bar.total - 1)) / max(1, bar.total)
        line = 2.0 if theme.contrast else 1.4
        for number in range(bar.total):
            kind: Standing = "met" if number < bar.met else "ask" if number < bar.met + bar.ask else "open"
            ground = {"met": "met", "ask": "ask_tint", "open": "card"}[kind]
            half = line / 2
            piece = QRectF(at.left() + number * (across + apart), at.top(), across, at.height())
            inside = piece.adjusted(half, half, -half, -half)
            painter.setPen(QPen(theme.color(kind), line))
            painter.setBrush(theme.color(ground))  # type: ignore[arg-type]  # each is a role
            painter.drawRoundedRect(inside, CORNER, CORNER)
            if kind == "ask":
                hatch(painter, theme, inside.adjusted(half, half, -half, -half))


def _letters(theme: Theme, words: str) -> Lettering:
    return lettering(theme, words, "small", control=True)
