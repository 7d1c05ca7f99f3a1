"""A switch for trying something out, with its state written under it, so that color never speaks alone."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.lettering import Lettering

ACROSS, DOWN = 42, 24


class Switch(QCheckBox):
    """Named by what it switches; shows `on` or `off` below."""

    def __init__(self, theme: Theme, name: str, on_word: str, off_word: str, *, on: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._words = {
            state: Lettering(theme, word, "small_strong", Qt.AlignmentFlag.AlignHCenter)
            for state, word in ((True, on_word), (False, off_word))
        }
        self._across, self._down = theme.grown(ACROSS, 0.7), theme.grown(DOWN, 0.7)
        self.setAccessibleName(name)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        widest = max(ceil(word.natural_width()) for word in self._words.values())
        return QSize(max(self._across, widest + 2), self._down + 1 + ceil(self._words[True].line_height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        on, rests, color = self.isChecked(), not self.isEnabled(), self._theme.color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("rest_edge" if rests else "accent" if on else "edge"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush if rests else color("accent" if on else "card"))
        left = (self.width() - self._across) / 2
        track = QRectF(left + 0.8, 0.8, self._across - 1.6, self._down - 1.6)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = track.height() - 7
        at = track.right() - knob - 3.5 if on else track.x() + 3.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("rest" if rests else "on_accent" if on else "edge"))
        painter.drawEllipse(QRectF(at, track.center().y() - knob / 2, knob, knob))
        ink = color("rest" if rests else "link" if on else "soft")
        self._words[on].paint(painter, 0, self._down + 1, self.width(), ink)
