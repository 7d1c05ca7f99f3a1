"""How hard a passphrase is to guess: a bar of three parts, and the same in words beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import ColorRole, Theme

PARTS = 3
PART_EM, HEIGHT, BETWEEN = 2.2, 8, 4


class StrengthBar(QWidget):
    """Full parts are solid and the others open lines, so that it reads without color. The words say it too."""

    keeps_height = True

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._full = theme, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_parts(self, full: int) -> None:
        self._full = full
        self.update()

    def sizeHint(self) -> QSize:
        across = PARTS * self._theme.em(PART_EM) + (PARTS - 1) * self._theme.space(BETWEEN)
        return QSize(across, self._theme.space(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color: ColorRole = "met" if self._full == PARTS else "accent" if self._full > 1 else "ask"
        width, corner = self._theme.em(PART_EM), self.height() / 2
        for number in range(PARTS):
            left = number * (width + self._theme.space(BETWEEN))
            part = QRectF(left, 0, width, self.height()).adjusted(0.75, 0.75, -0.75, -0.75)
            full = number < self._full
            painter.setPen(QPen(self._theme.color(color if full else "edge"), 1.25))
            painter.setBrush(self._theme.color(color) if full else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(part, corner, corner)
