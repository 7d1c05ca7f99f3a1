"""Draws the icons: paths on a 20-unit grid, one color, told apart by outline and not by color."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from desktop_app.ui.theme import Standing

IconName = Literal[
    "left", "right", "down", "up", "plus", "tick", "pencil", "bin", "hide", "eye", "lock", "doc", "search",
    "phone", "info", "alert", "flag", "globe", "person", "people", "print", "save", "clock", "caps", "chart",
    "more",
]  # fmt: skip

GRID = 20
STROKE = 1.75
FINEST = 3

# M x y moves, L x y draws a line, C draws a curve by two handles and an end,
# E x y rx ry is an ellipse by its center, R x y w h r a rectangle with round corners.
STROKES: dict[IconName, str] = {
    "left": "M 12.4 4.2 L 6.6 10 L 12.4 15.8",
    "right": "M 7.6 4.2 L 13.4 10 L 7.6 15.8",
    "down": "M 4.4 7.4 L 10 13 L 15.6 7.4",
    "up": "M 4.4 12.8 L 10 7.2 L 15.6 12.8",
    "plus": "M 10 3.6 L 10 16.4 M 3.6 10 L 16.4 10",
    "tick": "M 3.8 10.6 L 8.2 14.9 L 16.4 5.4",
    "pencil": "M 4 16 L 4.8 12.4 L 13.4 3.8 L 16.2 6.6 L 7.6 15.2 L 4 16 M 11.4 5.8 L 14.2 8.6",
    "bin": "M 3.6 5.4 L 16.4 5.4 M 7.4 5.2 L 7.8 3.2 L 12.2 3.2 L 12.6 5.2 M 5 5.6 L 5.8 16.8 L 14.2 16.8 "
    "L 15 5.6 M 8.5 8.6 L 8.7 13.6 M 11.5 8.6 L 11.3 13.6",
    "hide": "M 2.6 8 C 5.6 13.4 14.4 13.4 17.4 8 M 4.6 11 L 3 12.9 M 8.2 12.6 L 7.4 15.1 "
    "M 11.8 12.6 L 12.6 15.1 M 15.4 11 L 17 12.9",
    "eye": "M 2 10 C 5 4.6 15 4.6 18 10 C 15 15.4 5 15.4 2 10 E 10 10 2.5 2.5",
    "lock": "R 4 8.6 12 8.8 2 M 6.6 8.4 L 6.6 6.2 C 6.6 1.6 13.4 1.6 13.4 6.2 L 13.4 8.4",
    "doc": "M 5 2.8 L 11.6 2.8 L 15.4 6.6 L 15.4 17.2 L 5 17.2 L 5 2.8 M 11.4 3 L 11.4 6.8 L 15.2 6.8 "
    "M 7.6 10.4 L 12.8 10.4 M 7.6 13.4 L 12.8 13.4",
    "search": "E 8.8 8.8 5.4 5.4 M 12.9 12.9 L 17 17",
    "phone": "M 3.4 4.6 C 3.4 11.4 8.6 16.6 15.4 16.6 C 16.6 16.6 16.9 15.2 16.6 13.4 L 13.2 12.2 "
    "L 11.6 13.8 C 9.2 12.6 7.4 10.8 6.2 8.4 L 7.8 6.8 L 6.6 3.4 C 4.8 3.1 3.4 3.4 3.4 4.6",
    "info": "E 10 10 7.8 7.8 M 10 9.4 L 10 14 M 10 6.3 L 10 6.35",
    "alert": "E 10 10 7.8 7.8 M 10 5.8 L 10 11 M 10 13.9 L 10 13.95",
    "flag": "M 5 17.4 L 5 3.2 L 15.6 3.2 L 12.8 6.9 L 15.6 10.6 L 5 10.6",
    "globe": "E 10 10 7.6 7.6 E 10 10 3.4 7.6 M 2.6 10 L 17.4 10",
    "person": "E 10 6.8 3.3 3.3 M 3.8 17 C 4.2 10.6 15.8 10.6 16.2 17",
    "people": "E 6.9 7.6 2.7 2.7 M 1.9 16.4 C 2.2 11 11.6 11 11.9 16.4 E 13.6 6.2 2.7 2.7 "
    "M 12.8 11.1 C 15.8 10.6 18 12.4 18.1 15.4",
    "print": "R 3 7.4 14 6.8 1.6 M 6 7.2 L 6 3 L 14 3 L 14 7.2 R 6 12 8 5.2 0",
    "save": "M 10 3 L 10 12.2 M 6 8.6 L 10 12.6 L 14 8.6 M 3.4 13 L 3.4 16.8 L 16.6 16.8 L 16.6 13",
    "clock": "E 10 10 7.6 7.6 M 10 5.8 L 10 10.2 L 13 12",
    "caps": "M 10 3 L 3.6 9.6 L 7 9.6 L 7 13.2 L 13 13.2 L 13 9.6 L 16.4 9.6 L 10 3 M 7 16.8 L 13 16.8",
    "chart": "M 3.4 3 L 3.4 16.8 L 17 16.8 M 7.2 13.4 L 7.2 9.6 M 11 13.4 L 11 5.4 M 14.8 13.4 L 14.8 8",
    "more": "E 4.6 10 0.7 0.7 E 10 10 0.7 0.7 E 15.4 10 0.7 0.7",
}


def draw_icon(painter: QPainter, name: IconName, rect: QRectF, ink: QColor, weight: float = STROKE) -> None:
    with _on_grid(painter, rect):
        painter.setPen(round_pen(ink, weight))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_path(STROKES[name]))


def icon_of(name: IconName, side: int, ink: QColor) -> QIcon:
    """For what Qt paints itself; as sharp as the finest screens."""
    image = QPixmap(side * FINEST, side * FINEST)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_icon(painter, name, QRectF(image.rect()), ink)
    painter.end()
    return QIcon(image)


def draw_standing(painter: QPainter, standing: Standing, rect: QRectF, ink: QColor, paper: QColor) -> None:
    """A disc with a tick, a bubble with a question mark, a clock, a dashed ring with dots."""
    with _on_grid(painter, rect):
        _STANDINGS[standing](painter, ink, paper)


def draw_brand(painter: QPainter, rect: QRectF, full: QColor, ring: QColor, ground: QColor) -> None:
    """Two people side by side: one ring full, one open, sharing ground."""
    with _on_grid(painter, QRectF(rect.x(), rect.y(), rect.height(), rect.height()), 24):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(full)
        painter.drawEllipse(QPointF(11, 12), 9, 9)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(ground, 3), QPen(ring, 2.6)):
            painter.setPen(pen)
            painter.drawEllipse(QPointF(23, 12), 7.9, 7.9)


def fill(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """A ground of one color. QPainter.fillRect would first have to learn of every preset gradient there is."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(rect)


BRAND_WIDTH = 1.36
"""The mark's width as a share of its height."""


def round_pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


@contextmanager
def _on_grid(painter: QPainter, rect: QRectF, grid: int = GRID) -> Iterator[None]:
    """Inside the block one unit is a twentieth of the icon."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / grid, rect.height() / grid)
    yield
    painter.restore()


@cache
def _path(strokes: str) -> QPainterPath:
    path = QPainterPath()
    words = iter(strokes.split())

    def numbers(count: int) -> Iterator[float]:
        return (float(next(words)) for _ in range(count))

    for command in words:
        if command == "M":
            path.moveTo(*numbers(2))
        elif command == "L":
            path.lineTo(*numbers(2))
        elif command == "C":
            path.cubicTo(*numbers(6))
        elif command == "E":
            x, y, across, down = numbers(4)
            path.addEllipse(QPointF(x, y), across, down)
        else:
            x, y, width, height, corner = numbers(5)
            path.addRoundedRect(QRectF(x, y, width, height), corner, corner)
    return path


def _met(painter: QPainter, ink: QColor, paper: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(10, 10), 8.6, 8.6)
    painter.setPen(round_pen(paper, 2.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path("M 6.1 10.4 L 8.9 13.1 L 14 7.2"))


def _ask(painter: QPainter, ink: QColor, paper: QColor) -> None:
    bubble = _path("R 1.8 2.6 16.4 12.2 4.2").united(_path("M 5.2 13.6 L 5.2 18.4 L 10.4 14.2 L 5.2 13.6"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPath(bubble)
    painter.setPen(round_pen(paper, STROKE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path("M 7.9 7.1 C 8 4.6 12.3 4.6 12.2 7.2 C 12.1 8.7 10.05 8.6 10.05 10.1"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper)
    painter.drawEllipse(QPointF(10.05, 12.5), 1.1, 1.1)


def _todo(painter: QPainter, ink: QColor, _paper: QColor) -> None:
    painter.setPen(round_pen(ink, 1.9))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path("E 10 10 7.7 7.7 M 10 5.6 L 10 10.2 L 13.2 12.2"))


def _open(painter: QPainter, ink: QColor, _paper: QColor) -> None:
    dashes = QPen(ink, 1.9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    dashes.setDashPattern([1.75, 1.434])  # comes out even around the ring
    painter.setPen(dashes)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(10, 10), 7.7, 7.7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for x in (6.6, 10, 13.4):
        painter.drawEllipse(QPointF(x, 10), 1.15, 1.15)


_STANDINGS: dict[Standing, Callable[[QPainter, QColor, QColor], None]] = {
    "met": _met,
    "ask": _ask,
    "todo": _todo,
    "open": _open,
}
