"""Paints the rows of a LineTable: two lines a cell, or all of a row's facts one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.icons import draw_standing, fill
from desktop_app.ui.theme import ColorRole, FontRole, Theme
from desktop_app.ui.widgets.focus import draw_focus
from desktop_app.ui.widgets.line_table import Cell, Index, Lines, LineTable

SIDE, RIM, MARK, SIGN, BESIDE = 17, 9, 4, 17, 7
LEFT, RIGHT, AT_END = 4, 12, 4
FOCUS_IN = 6


class LinePainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, table: LineTable) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def row_height(self, lines: Lines) -> int:
        theme = self._theme
        first, second = (theme.line_height(role, control=True) for role in ("strong", "small"))
        more = second * len(lines.columns[1:]) + theme.space(3) if lines.stacked else 0.0
        if lines.stacked:
            more += second  # what is next may say when and what
        return ceil(first + second + more + 2 * theme.space(RIM))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.em(4), self.row_height(self._table.lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, lines = self._theme, self._table.lines
        line, rect = lines.line(index.row()), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, index, chosen=chosen)
        first, last = index.column() == 0, index.column() == lines.columnCount() - 1
        left, right = SIDE if first else LEFT, AT_END if last else RIGHT
        room = rect.adjusted(theme.space(left), 0, -theme.space(right), 0)
        if lines.stacked:
            self._paint_stack(painter, room, line.cells)
        else:
            self._paint_cell(painter, room, line.cells[index.column()], first=first)
        if last and chosen and self._table.hasFocus():
            whole = QRectF(0, rect.y(), self._table.viewport().width(), rect.height())
            painter.save()
            painter.setClipping(False)
            draw_focus(painter, theme, whole.adjusted(FOCUS_IN, FOCUS_IN, -FOCUS_IN, -FOCUS_IN), 3)
            painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index, *, chosen: bool) -> None:
        theme = self._theme
        if chosen:
            fill(painter, QRectF(rect), theme.color("tint"))
        framed = theme.contrast and self._table.currentIndex().row() == index.row() - 1
        if index.row() and rect.y() > 0 and not framed:  # where no other line stands: the head's, a frame
            left = theme.space(SIDE) if index.column() == 0 and not chosen else 0
            fill(painter, QRectF(rect.x() + left, rect.y(), rect.width() - left, 1), theme.color("hair"))
        if chosen:
            self._paint_chosen(painter, QRectF(rect), index)

    def _paint_chosen(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """A bar at its left; where there is no tint, a line all around."""
        accent, line = self._theme.color("accent"), self._theme.line()
        if index.column() == 0:
            fill(painter, QRectF(rect.topLeft(), QSizeF(MARK, rect.height())), accent)
        if self._theme.contrast:
            for y in (rect.top(), rect.bottom() - line):
                fill(painter, QRectF(rect.left(), y, rect.width(), line), accent)
            if index.column() == self._table.lines.columnCount() - 1:
                fill(painter, QRectF(rect.right() - line, rect.top(), line, rect.height()), accent)

    def _paint_cell(self, painter: QPainter, room: QRect, cell: Cell, *, first: bool) -> None:
        theme = self._theme
        role: FontRole = "strong" if first else "small"
        high = theme.line_height(role, control=True)
        below = theme.line_height("small", control=True) if cell.below else 0.0
        top = room.y() + (room.height() - high - below) / 2
        self._write(painter, QRectF(room.x(), top, room.width(), high), cell, role)
        if cell.below:
            under = QRectF(room.x(), top + high, room.width(), below)
            self._say(painter, under, cell.below, "small", "soft")

    def _paint_stack(self, painter: QPainter, room: QRect, cells: Sequence[Cell]) -> None:
        theme = self._theme
        small = theme.line_height("small", control=True)
        top = float(room.y() + theme.space(RIM))
        head, *more, last = cells
        high = theme.line_height("strong", control=True)
        self._say(painter, QRectF(room.x(), top, room.width(), high), head.words, "strong", "ink")
        top += high
        self._say(painter, QRectF(room.x(), top, room.width(), small), head.below, "small", "soft")
        top += small + theme.space(3)
        for cell in more:
            shown = cell._replace(words=cell.told or cell.words)
            self._write(painter, QRectF(room.x(), top, room.width(), small), shown, "small")
            top += small
        self._write(painter, QRectF(room.x(), top, room.width(), small), last, "small")
        self._say(painter, QRectF(room.x(), top + small, room.width(), small), last.below, "small", "soft")

    def _write(self, painter: QPainter, room: QRectF, cell: Cell, role: FontRole) -> None:
        """Words with the sign before them."""
        theme = self._theme
        if cell.standing is not None:
            side = theme.icon(SIGN)
            square = QRectF(room.x(), room.y() + (room.height() - side) / 2, side, side)
            draw_standing(painter, cell.standing, square, theme.color(cell.standing), theme.color("card"))
            room = room.adjusted(side + theme.space(BESIDE), 0, 0, 0)
        self._say(painter, room, cell.words, role, "soft" if cell.soft else "ink")

    def _say(self, painter: QPainter, room: QRectF, words: str, role: FontRole, ink: ColorRole) -> None:
        """In one line; what has no room in it is told by the hint and on the client's own page."""
        if not words:
            return
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def around_words(theme: Theme, *, sign: bool) -> float:
    """What stands beside the words of a cell."""
    before = theme.icon(SIGN) + theme.space(BESIDE) if sign else 0
    return theme.space(LEFT) + before + theme.space(RIGHT)
