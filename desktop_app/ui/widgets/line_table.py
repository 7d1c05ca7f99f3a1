"""A table of thousands of rows, each one thing with a few facts: chosen by mouse and keys, painted only where in sight.

Where its columns have no room beside each other, each row has its facts one under the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from desktop_app.ui.icons import fill
from desktop_app.ui.theme import Standing, Theme
from desktop_app.ui.widgets.arrange import surface
from desktop_app.ui.widgets.scroll import Bar

LEAST_ROWS, LEAST_STACKED = 3, 2

Index = QModelIndex | QPersistentModelIndex


class Cell(NamedTuple):
    """Its words, a second line below them, and the sign before them. `told` is what is heard of it."""

    words: str
    below: str = ""
    standing: Standing | None = None
    soft: bool = False
    told: str = ""


class Line(NamedTuple):
    """A row: what it is known by, its cells, and all of it as sentences."""

    key: str
    cells: Sequence[Cell]
    told: str


class Column(NamedTuple):
    """Its title, the least width it can do with, and the width that it has before the others get more."""

    title: str
    em: float
    likes: float = 0.0


class Lines(QAbstractTableModel):
    """Rows by their keys; a row's words are made when it comes in sight, and kept while it says the same."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns, self.stacked = columns, False
        self._keys: Sequence[str] = ()
        self._line_of: Callable[[str], Line] = _nothing
        self._made: dict[str, Line] = {}

    def show(self, keys: Sequence[str], line_of: Callable[[str], Line]) -> None:
        self.beginResetModel()
        self._keys, self._line_of = keys, line_of
        self._made.clear()
        self.endResetModel()

    def stack(self, stacked: bool) -> None:
        self.beginResetModel()
        self.stacked = stacked
        self.endResetModel()

    def line(self, at: int) -> Line:
        key = self._keys[at]
        line = self._made.get(key)
        if line is None:
            line = self._made[key] = self._line_of(key)
        return line

    def key(self, at: int) -> str:
        return self._keys[at] if 0 <= at < len(self._keys) else ""

    def at(self, key: str) -> int:
        """Where it stands; -1 where it is not shown."""
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else 1 if self.stacked else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.line(index.row()), index.column()
        cell = line.cells[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.told if column == 0 else cell.told or cell.words
        if role == Qt.ItemDataRole.ToolTipRole and cell.below:
            return f"{cell.words}\n{cell.below}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


class RowBar(Bar):
    """The tint of the chosen row goes on beside it, to the edge of the list."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(theme, "card")
        self._colors, self._table = theme, table

    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        at, table = self._table.currentIndex().row(), self._table
        if at < 0 or self._colors.contrast:
            return  # where there is no tint, a frame is around the row
        top = self.mapFromGlobal(table.viewport().mapToGlobal(QPoint(0, table.rowViewportPosition(at)))).y()
        fill(painter, QRectF(0, top, self.width(), table.rowHeight(at)), self._colors.color("tint"))
        if at and top > 0:
            fill(painter, QRectF(0, top, self.width(), 1), self._colors.color("hair"))


class LineTable(QTableView):
    """Arrows choose a row, Enter opens it; whatever else is typed is handed on."""

    chosen = Signal(str)
    """The key of the row that one has come to."""
    opened = Signal(str)
    typed = Signal(str)
    stacks = Signal()
    """Its columns have found room beside each other, or no longer have it."""

    paints_focus = True

    def __init__(self, theme: Theme, name: str, columns: Sequence[Column]) -> None:
        from desktop_app.ui.widgets.line_painter import LinePainter

        super().__init__()
        self.theme, self.lines = theme, Lines(columns)
        self.setModel(self.lines)
        self._painter = LinePainter(theme, self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(RowBar(theme, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        surface(theme, self, "card")
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(
            lambda _on, _off: QTimer.singleShot(0, self, self._selected)  # whoever moves selects before that
        )
        self._set_height()

    # ------------------------------------------------------------ what is shown

    def show_lines(self, keys: Sequence[str], line_of: Callable[[str], Line], chosen: str) -> None:
        """Where one is in the list stays, as far as it is there."""
        bar = self.verticalScrollBar()
        before = bar.value()
        with QSignalBlocker(self.selectionModel()):
            self.lines.show(keys, line_of)
        self._lay_columns()
        self.choose(chosen)
        bar.setValue(before)
        self.updateGeometry()

    def choose(self, key: str, *, into_sight: bool = False) -> None:
        """Without saying that anyone chose it."""
        at = self.lines.at(key)
        index = self.lines.index(at, 0) if at >= 0 else QModelIndex()
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(index)
        if into_sight and at >= 0:
            self.scrollTo(index)
        self.viewport().update()
        self.verticalScrollBar().update()

    def current(self) -> str:
        return self.lines.key(self.currentIndex().row())

    def column_widths(self) -> Sequence[int]:
        return [self.columnWidth(at) for at in range(self.lines.columnCount())]

    # ------------------------------------------------------------ how large it is

    def row_height(self) -> int:
        return self._painter.row_height(self.lines)

    def all_rows(self) -> int:
        """How high they are together."""
        return self.lines.rowCount() * self.row_height()

    def sizeHint(self) -> QSize:
        """A few rows: a page that scrolls would give it all it asks for."""
        rows = min(LEAST_STACKED if self.lines.stacked else LEAST_ROWS, self.lines.rowCount())
        return QSize(self.theme.em(8), rows * self.row_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.viewport().width() < sum(self.theme.em(column.em) for column in self.lines.columns)
        if stacked is not self.lines.stacked:
            key = self.current()
            with QSignalBlocker(self.selectionModel()):
                self.lines.stack(stacked)
            self._set_height()
            self.choose(key)
            self.updateGeometry()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # whoever is chosen stays in sight
        self._lay_columns()
        self.stacks.emit()

    def _set_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.row_height())

    def _lay_columns(self) -> None:
        """First each has what it likes, as far as there is room; then all of them share what is left over."""
        width, columns, em = self.viewport().width(), self.lines.columns, self.theme.em
        if self.lines.stacked:
            self.setColumnWidth(0, width)
            return
        widths = [em(column.em) for column in columns]
        for at, column in enumerate(columns):
            spare = max(width - sum(widths), 0)
            widths[at] += min(spare, max(em(column.likes) - widths[at], 0))
        share = max(width - sum(widths), 0) // len(widths)
        widths = [one + share for one in widths]
        widths[-1] += max(width - sum(widths), 0)
        for at, one in enumerate(widths):
            self.setColumnWidth(at, one)

    # ------------------------------------------------------------ keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current():
                self.opened.emit(self.current())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not held and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self.lines.key(self.indexAt(event.position().toPoint()).row())
        if key:
            self.opened.emit(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keys and not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0, 0))

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.verticalScrollBar().update()
        if now.isValid():
            self.chosen.emit(self.lines.key(now.row()))

    def _selected(self) -> None:
        """A screen reader selects a row without going there first."""
        rows = self.selectionModel().selectedRows()
        if rows and rows[0].row() != self.currentIndex().row():
            self.setCurrentIndex(rows[0])


def cell_width(theme: Theme, words: str, *, sign: bool = True) -> int:
    """What a column needs for these words, with a sign before them or without."""
    from desktop_app.ui.widgets.line_painter import around_words

    return (
        ceil(QFontMetricsF(theme.font("small")).horizontalAdvance(words) + around_words(theme, sign=sign)) + 1
    )


def _nothing(key: str) -> Line:
    return Line(key, (), "")
