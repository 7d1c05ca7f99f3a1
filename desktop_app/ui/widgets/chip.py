"""A small switch in the shape of a pill: what of a list is shown. On, it has a tick and a tint."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.ui.icons import draw_icon
from desktop_app.ui.theme import ColorRole, Theme
from desktop_app.ui.widgets.lettering import Lettering

SIDE, RIM, BETWEEN, LEAST = 13, 6, 6, 32


class Chip(QPushButton):
    keeps_height = True

    def __init__(self, theme: Theme, words: str, *, on: bool = False) -> None:
        super().__init__(words.replace("&", "&&"))
        self._theme = theme
        self._lettering = Lettering(theme, words, "small_strong", control=True)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(words)
        self.setFont(self._lettering.font)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.ring_corner = self._least() / 2

    def words(self) -> str:
        return self._lettering.text

    def _sign(self) -> float:
        return self._lettering.line_height() * 0.8

    def _around(self) -> float:
        """The tick's room is always there: what is pressed keeps its width."""
        return 2 * self._theme.space(SIDE) + self._sign() + self._theme.space(BETWEEN)

    def _least(self) -> int:
        return max(LEAST, ceil(self._lettering.line_height() + 2 * self._theme.space(RIM)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._lettering.height(width - self._around())
        return max(LEAST, ceil(words + 2 * self._theme.space(RIM)))

    def sizeHint(self) -> QSize:
        width = ceil(self._lettering.natural_width() + self._around()) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = min(self._lettering.natural_width(), self._theme.em(6))
        return QSize(ceil(words + self._around()) + 1, LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = 2.0 if on or theme.contrast else 1.25
        ground: ColorRole = "tint" if on else "note" if self.underMouse() else "card"
        rests = not self.isEnabled()
        painter.setPen(QPen(theme.color("rest_edge" if rests else "accent" if on else "edge"), line))
        painter.setBrush(Qt.BrushStyle.NoBrush if rests else theme.color(ground))
        shape = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        corner = min(shape.height(), self._least()) / 2
        painter.drawRoundedRect(shape, corner, corner)
        room, sign = self.width() - self._around(), self._sign()
        top = (self.height() - self._lettering.height(room)) / 2
        left = float(theme.space(SIDE))
        if on:
            above = top + (self._lettering.line_height() - sign) / 2
            draw_icon(
                painter,
                "tick",
                QRectF(left, above, sign, sign),
                theme.color("rest" if rests else "accent"),
                2.4,
            )
            left += sign + theme.space(BETWEEN)
        else:
            left += (sign + theme.space(BETWEEN)) / 2  # in the middle of what is left
        self._lettering.paint(painter, left, top, room + 1, theme.color("rest" if rests else "ink"))
