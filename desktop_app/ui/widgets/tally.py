"""Months counted against months asked: a bar, its goal as a tick, hatching for what may count."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.hatch import hatch
from desktop_app.ui.widgets.lettering import Lettering

BAR_TOP, BAR, CORNER = 4, 12, 6


class Months(NamedTuple):
    """What is counted: surely, and perhaps on top of it."""

    sure: float
    maybe: float = 0.0


class Tally(QWidget):
    """`words` says the same for a screen reader; `goal_words` stands under the tick ("6 asked")."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(
        self,
        theme: Theme,
        months: Months,
        goal: float,
        goal_words: str,
        words: str,
        *,
        top: float | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._months, self._goal = theme, months, goal
        self._top = top or max(goal * 4 / 3, months.sure + months.maybe, 1.0)
        self._bar = theme.grown(BAR, 0.5)
        self._label = Lettering(theme, goal_words, "small")
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(12), ceil(BAR_TOP + self._bar + 4 + self._label.line_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(6), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, month = self._theme.color, self.width() / self._top
        track = QRectF(0.5, BAR_TOP + 0.5, self.width() - 1, self._bar)
        shape = QPainterPath()
        shape.addRoundedRect(track, CORNER, CORNER)
        painter.fillPath(shape, color("card"))
        painter.setClipPath(shape)
        sure = QRectF(0, BAR_TOP, self._months.sure * month, self._bar + 1)
        painter.fillRect(sure, color("accent"))
        if self._months.maybe:
            maybe = QRectF(sure.right(), BAR_TOP, self._months.maybe * month, self._bar + 1)
            hatch(painter, self._theme, maybe)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("edge"), self._theme.line()))
        painter.drawPath(shape)
        self._paint_goal(painter, min(self._goal, self._top) * month)

    def _paint_goal(self, painter: QPainter, at: float) -> None:
        at = min(max(at, 1.0), self.width() - 1.0)
        below = BAR_TOP + self._bar + 5
        painter.setPen(QPen(self._theme.color("ink"), 2))
        painter.drawLine(QLineF(at, 0, at, below))
        width = self._label.natural_width() + 1
        left = min(max(0.0, at - width / 2), self.width() - width)
        self._label.paint(painter, left, BAR_TOP + self._bar + 4, width, self._theme.color("soft"))
