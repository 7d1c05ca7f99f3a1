"""A standing as icon and word: solid is there, tinted is to ask, a line is to do, dashes are not said."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop_app.ui.icons import draw_standing
from desktop_app.ui.theme import Standing, Theme
from desktop_app.ui.widgets.lettering import Lettering, lettering

DASHES = [3.0, 2.4]


class Pill(QLabel):
    keeps_height = True

    def __init__(self, theme: Theme, standing: Standing, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # Qt gives it a height for its width with this, else it takes that away again
        self.standing: Standing = standing
        self._lettering = self._letters(words)
        self._sign = self._lettering.line_height() * 0.92
        self._show_words()

    def show_standing(self, standing: Standing, words: str) -> None:
        letters = self._letters(words)
        if letters is not self._lettering or standing != self.standing:
            self.standing, self._lettering = standing, letters
            self._show_words()

    def _letters(self, words: str) -> Lettering:
        return lettering(self._theme, words, "small_strong", control=True)

    def _show_words(self) -> None:
        self.setText(self._lettering.text)
        self.setAccessibleName(self._lettering.text)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return ceil(self._lettering.height(width - self._around()) + 2 * self._theme.space(4))

    def sizeHint(self) -> QSize:
        width = ceil(self._lettering.natural_width() + self._around()) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = min(self._lettering.natural_width(), self._theme.em(5))
        return QSize(ceil(words + self._around()), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, paper = self._paint_ground(painter)
        room = self.width() - self._around()
        top = (self.height() - self._lettering.height(room)) / 2
        left = self._theme.space(9)
        sign = QRectF(left, top + (self._lettering.line_height() - self._sign) / 2, self._sign, self._sign)
        draw_standing(painter, self.standing, sign, ink, paper)
        self._lettering.paint(painter, left + self._sign + self._theme.space(6), top, room + 1, ink)

    def _paint_ground(self, painter: QPainter) -> tuple[QColor, QColor]:
        """The shape; returns the colors of what stands on it and of what is cut out of that."""
        color, card = self._theme.color(self.standing), self._theme.color("card")
        line = 2.0 if self._theme.contrast else 1.4
        ground, pen = card, QPen(color, line)
        if self.standing == "met":
            ground, pen = color, QPen(Qt.PenStyle.NoPen)
        elif self.standing == "ask":
            ground = self._theme.color("ask_tint")
        elif self.standing == "open":
            pen.setDashPattern(DASHES)
        half = 0 if self.standing == "met" else line / 2
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        corner = min(shape.height(), self._lettering.line_height() + 2 * self._theme.space(4)) / 2
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRoundedRect(shape, corner, corner)
        return (card, color) if self.standing == "met" else (color, ground)

    def _around(self) -> float:
        return self._sign + self._theme.space(6) + 2 * self._theme.space(9)
