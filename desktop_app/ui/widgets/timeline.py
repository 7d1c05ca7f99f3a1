"""A plan over time: filled = you do, dashed = you wait, tinted = counts if they say so, flag = what it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from typing import Literal

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.icons import draw_icon
from desktop_app.ui.theme import ColorRole, Theme
from desktop_app.ui.widgets.arrange import middle, row
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.timeline_places import (
    AROUND,
    Bar,
    Kind,
    Line,
    Place,
    Places,
    Row,
    Scale,
    Tick,
    places,
)

__all__ = ["Bar", "Legend", "Line", "Scale", "Tick", "Timeline"]

Sign = Literal["do", "wait", "ask", "flag"]

CORNER = 5
DASHES = [4.0, 2.6]
DOTS = [1.0, 3.0]
KEPT = 8
"""While a page is laid out, the picture is measured for a few widths by turns."""


class Timeline(QWidget):
    """`words` says all of it for a screen reader. Where there is little room names stand above their bars."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, lines: Sequence[Line], scale: Scale, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._places: dict[int, Places] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set(lines, scale, words)

    def follow(self, lines: Sequence[Line], scale: Scale, words: str) -> None:
        """Draw these; only another height moves what is around it."""
        before = {width: places.height for width, places in self._places.items()}
        self._set(lines, scale, words)
        if any(self.heightForWidth(width) != height for width, height in before.items()):
            self.updateGeometry()
        self.update()

    def _set(self, lines: Sequence[Line], scale: Scale, words: str) -> None:
        self._lines, self._scale = lines, scale
        self._places.clear()
        self.setAccessibleName(words)

    def places(self, width: int) -> Places:
        """Where everything stands at a width."""
        if width not in self._places:
            if len(self._places) >= KEPT:
                self._places.clear()
            self._places[width] = places(self._theme, self._lines, self._scale, width)
        return self._places[width]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.places(width).height

    def sizeHint(self) -> QSize:
        width = self._theme.em(34)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(12), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = self.places(self.width())
        rim = self._theme.line()  # what is around it may have an edge
        for line in picture.rows[::2]:
            band = QRectF(rim, line.top, self.width() - 2 * rim, line.bottom - line.top)
            painter.fillRect(band, self._theme.color("note"))
        self._paint_months(painter, picture)
        self._paint_bars(painter, picture, before=True)
        self._paint_today(painter, picture)
        self._paint_bars(painter, picture, before=False)  # a day alone would half be under today's line
        grounds = cycle((self._theme.color("note"), self._theme.color("card")))
        for line, ground in zip(picture.rows, grounds, strict=False):
            self._paint_words(painter, line, ground)  # last, so that no line goes through words

    def _paint_months(self, painter: QPainter, picture: Places) -> None:
        theme = self._theme
        pen = QPen(theme.color("hair"), 1)
        if theme.contrast:  # the same white as today's line: told apart by more than how thick they are
            pen.setDashPattern(DOTS)
        painter.setPen(pen)
        for x, _name in picture.months:
            for begins, ends in picture.free:
                painter.drawLine(QLineF(x, begins, x, ends))
        for _x, name in picture.months:
            if name:
                _paint(painter, name, theme.color("soft"))

    def _paint_today(self, painter: QPainter, picture: Places) -> None:
        color, chip = self._theme.color, picture.chip
        pen = QPen(color("ink"), 3.0 if self._theme.contrast else 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for begins, ends in picture.free:
            painter.drawLine(QLineF(picture.today, begins, picture.today, ends))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("ink"))
        painter.drawRoundedRect(chip, 4, 4)
        _paint(painter, picture.today_words, color("page"))

    def _paint_bars(self, painter: QPainter, picture: Places, *, before: bool) -> None:
        """Those that began before today, with the flags; or the others."""
        for line in picture.rows:
            for bar, shape in zip(line.line.bars, line.bars, strict=True):
                if (bar.begins < self._scale.today) is before:
                    paint_bar(painter, self._theme, bar.kind, shape)
            if before and line.flag is not None:
                draw_icon(painter, "flag", line.flag, self._theme.color("accent"))

    def _paint_words(self, painter: QPainter, line: Row, ground: QColor) -> None:
        ink = self._theme.color("ink")
        painter.fillRect(line.name.at.adjusted(0, 0, AROUND, 0), ground)
        _paint(painter, line.name, ink)
        if line.note is None:
            return
        if line.within:
            ink = self._theme.color("on_accent" if line.line.bars[0].kind == "do" else "ink")
        else:
            painter.fillRect(line.note.at.adjusted(-AROUND, 0, AROUND, 0), ground)
        _paint(painter, line.note, ink)


def _paint(painter: QPainter, place: Place, color: QColor) -> None:
    place.words.paint(painter, place.at.x(), place.at.y(), place.at.width(), color)


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
