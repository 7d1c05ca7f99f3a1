"""Slanting lines on a tint: what may count, told apart from what is empty without color too."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_app.ui.theme import Theme

STEP, LEAN, WIDTH = 6, 13, 1.6


def hatch(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    painter.fillRect(rect, theme.color("ask_tint"))
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(theme.color("ask"), WIDTH))
    for x in range(int(rect.left()) - LEAN, int(rect.right()) + 2, STEP):
        painter.drawLine(QLineF(x, rect.bottom(), x + LEAN, rect.top()))
    painter.restore()
