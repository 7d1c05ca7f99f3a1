"""Two layouts Qt lacks: a line that wraps, and cards side by side that become a column when narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class _Wrapping(QLayout):
    """What both share: the items, and a height that follows from the width."""

    def __init__(self, parent: QWidget, gap: int, line_gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._placed: dict[int, Sequence[QRect]] = {}
        """By width, until something in it changes: a layout is asked for its height far oftener than that."""
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        self._placed.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        rows = self._places(inner)
        bottom = max((rect.bottom() + 1 for rect in rows), default=0)
        return bottom + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        for item, place in zip(self._shown(), self._places(inner.width()), strict=True):
            item.setGeometry(place.translated(inner.topLeft()))

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> Sequence[QRect]:
        if width not in self._placed:
            self._placed[width] = self._rows(width)
        return self._placed[width]

    def _rows(self, width: int) -> Sequence[QRect]:
        """The place of each shown item, from 0, 0."""
        raise NotImplementedError


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Flow(_Wrapping):
    """Items at their own size on a line, then on the next; the last may be held to the right."""

    def __init__(
        self, parent: QWidget, gap: int, line_gap: int, *, last_right: bool = False, beside: bool = False
    ) -> None:
        """`beside` holds the last to the right only where another stands on its line."""
        super().__init__(parent, gap, line_gap)
        self._last_right, self._beside = last_right, beside

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def _rows(self, width: int) -> Sequence[QRect]:
        places: list[QRect] = []
        line: list[QRect] = []
        x = y = 0
        shown = self._shown()
        for at, item in enumerate(shown):
            wanted = min(item.sizeHint().width(), max(width, item.minimumSize().width()))
            if line and x + wanted > width:
                places += _centered(line)
                y = max(rect.bottom() + 1 for rect in line) + self._line_gap
                line, x = [], 0
            if self._last_right and at == len(shown) - 1 and (line or not self._beside):
                x = max(x, width - wanted)
            line.append(QRect(QPoint(x, y), QSize(wanted, _height(item, wanted))))
            x += wanted + self._gap
        return places + _centered(line)


class _Group(QWidget):
    """Controls that answer one question together, told by its name."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)


def in_lines(
    *widgets: QWidget,
    gap: int,
    line_gap: int,
    last_right: bool = False,
    beside: bool = False,
    group: str = "",
) -> QWidget:
    """The widgets on a line that wraps, in a widget of its own; told as a `group` where that has a name."""
    holder = _Group(group) if group else QWidget()
    line = Flow(holder, gap, line_gap, last_right=last_right, beside=beside)
    for widget in widgets:
        line.addWidget(widget)
    return holder


def _centered(line: list[QRect]) -> list[QRect]:
    tallest = max((rect.height() for rect in line), default=0)
    return [rect.translated(0, (tallest - rect.height()) // 2) for rect in line]


class SideBySide(_Wrapping):
    """Equal columns while each has the least width wanted; fewer columns, at last one, when it has not."""

    def __init__(
        self, parent: QWidget, gap: int, least: int, *, line_gap: int | None = None, fills: bool = False
    ) -> None:
        """One that `fills` gives cards that stand on one line all the height there is."""
        super().__init__(parent, gap, gap if line_gap is None else line_gap)
        self._least, self._fills = least, fills

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        if self._fills and self.columns(inner.width()) == len(self._shown()):
            for item in self._shown():
                place = item.geometry()
                place.setHeight(max(place.height(), inner.height()))
                item.setGeometry(place)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        each = max([self._least, *(item.sizeHint().width() for item in shown)])
        width = each * len(shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, self.heightForWidth(width)).grownBy(self.contentsMargins())

    def columns(self, width: int) -> int:
        """As many as fit and leave no card alone in the last line."""
        shown = len(self._shown())
        least = max([self._least, *(item.minimumSize().width() for item in self._shown())])
        for columns in range(shown, 1, -1):
            if shown % columns == 0 and columns * least + (columns - 1) * self._gap <= width:
                return columns
        return 1

    def _rows(self, width: int) -> Sequence[QRect]:
        shown, columns = self._shown(), self.columns(width)
        places: list[QRect] = []
        y = 0
        for start in range(0, len(shown), columns):
            line = shown[start : start + columns]
            edges = [round(at * (width + self._gap) / columns) for at in range(columns + 1)]
            widths = [edges[at + 1] - edges[at] - self._gap for at in range(len(line))]
            height = self._line_height(line, widths)
            places += [QRect(edges[at], y, widths[at], height) for at in range(len(line))]
            y += height + self._line_gap
        return places

    def _line_height(self, line: Sequence[QLayoutItem], widths: Sequence[int]) -> int:
        return max(_height(item, wide) for item, wide in zip(line, widths, strict=True))
