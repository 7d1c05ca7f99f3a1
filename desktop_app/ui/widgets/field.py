"""Fields painted by the theme: a line of text, and a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui.icons import IconName, draw_icon
from desktop_app.ui.style import menu_palette
from desktop_app.ui.theme import ColorRole, Theme
from desktop_app.ui.widgets.lettering import Lettering

LEAST_HEIGHT, LEAST_ROW = 38, 32
SIDE, RIM = 11, 9
PROBLEM_LINE = 2.2

if TYPE_CHECKING:
    _AnyWidget = QWidget
else:
    _AnyWidget = object  # Qt classes cannot be mixed, so at run time this is a plain one


class _Field(_AnyWidget):
    """What all fields share: the frame, its height, and the red edge."""

    theme: Theme
    keeps_height = True
    _problem = False

    def show_problem(self, problem: bool) -> None:
        self._problem = problem
        self.update()

    def _dress(self, theme: Theme, name: str) -> None:
        self.theme = theme
        self.ring_corner = theme.corner("field")
        self.setFont(theme.font("body"))
        self.setAccessibleName(name)

    def _line_height(self) -> float:
        return QFontMetricsF(self.font()).height()

    def _one_line(self) -> int:
        return max(LEAST_HEIGHT, ceil(self._line_height() + 2 * self.theme.space(RIM)))

    def _paint_frame(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = PROBLEM_LINE if self._problem else self.theme.line() + (0 if self.theme.contrast else 0.25)
        rests = not self.isEnabled()
        edge: ColorRole = "error" if self._problem else "rest_edge" if rests else "edge"
        painter.setPen(QPen(self.theme.color(edge), line))
        painter.setBrush(Qt.BrushStyle.NoBrush if rests else self.theme.color("card"))
        corner = self.theme.corner("field")
        half = line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), corner, corner)


class LineField(_Field, QLineEdit):
    """A line of plain text, as wide as it is given or as `em` says, with an icon before it if it has one.

    `entered` says what a person entered, by keys or by a screen reader: `textEdited` knows only of keys.
    """

    entered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        text: str = "",
        *,
        em: float | None = None,
        icon: IconName | None = None,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._dress(theme, name)
        self._icon = icon
        self._em = em
        self.setFrame(False)
        self.setText(text)
        self.textChanged.connect(self.entered)
        self.setPlaceholderText(hint)
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)  # our own frame shows through
        self.setPalette(colors)
        before = theme.space(SIDE) + (theme.icon(18) + theme.space(8) if icon else 0)
        self.setTextMargins(before - 2, 0, theme.space(SIDE) - 2, 0)  # Qt adds 2 of its own
        across = QSizePolicy.Policy.Expanding if em is None else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def setText(self, text: str | None) -> None:
        """Show this text, without saying that anyone entered it."""
        quiet = self.blockSignals(True)
        super().setText(text or "")
        self.blockSignals(quiet)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(self._em or 14), self._one_line())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.em(min(self._em or 14, 6)), self._one_line())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_frame(painter)
        if self._icon:
            side = self.theme.icon(18)
            rect = QRectF(self.theme.space(SIDE), (self.height() - side) / 2, side, side)
            draw_icon(painter, self._icon, rect, self.theme.color("soft"))
        painter.end()
        QLineEdit.paintEvent(self, event)


class Entry(NamedTuple):
    """A choice of a list field."""

    value: str
    words: str


class SelectField(_Field, QComboBox):
    """One of a list. Until something is chosen it shows its hint; `changed` says what a person chose."""

    changed = Signal(str)

    def __init__(
        self, theme: Theme, name: str, entries: Sequence[Entry], chosen: str | None = None, *, hint: str = ""
    ) -> None:
        super().__init__()
        self._dress(theme, name)
        self._hint = hint
        self._laid: Lettering | None = None
        self.setView(QListView())  # Fusion's own list ignores the delegate's height
        self.view().window().setPalette(menu_palette(theme))  # Fusion darkens its frame until dark hides it
        self.setItemDelegate(_RoomyRows(theme, self))
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(entries)
        self.choose(chosen)
        self.currentIndexChanged.connect(self._chosen)
        # Later: with keys or the mouse the list moves to an entry and selects it, in two steps.
        self.view().selectionModel().selectionChanged.connect(
            lambda: QTimer.singleShot(0, self, self._take_picked)
        )

    def offer(self, entries: Sequence[Entry]) -> None:
        """Change what can be chosen; what is chosen stays if it is still offered."""
        before, quiet = self.value(), self.blockSignals(True)
        self.clear()
        for entry in entries:
            self.addItem(entry.words, entry.value)
        self.choose(before)
        self.blockSignals(quiet)

    def value(self) -> str | None:
        value = self.currentData()
        return value if isinstance(value, str) else None

    def choose(self, value: str | None) -> None:
        """Show this one, or none, without saying that anything changed."""
        quiet = self.blockSignals(True)
        self.setCurrentIndex(-1 if value is None else self.findData(value))
        self.blockSignals(quiet)
        self._shown_changed()

    def _chosen(self) -> None:
        self._shown_changed()
        self.changed.emit(self.value() or "")

    def _take_picked(self) -> None:
        """A screen reader picks an entry by selecting it where it stands, without moving there first."""
        picked = self.view().selectionModel().selectedIndexes()
        if picked and picked[0] != self.view().currentIndex():
            self.hidePopup()
            self.setCurrentIndex(picked[0].row())

    def _shown_changed(self) -> None:
        self.view().setCurrentIndex(self.model().index(self.currentIndex(), 0))
        if self.currentIndex() < 0:
            self.view().clearSelection()
        self._laid = None
        self.updateGeometry()
        self.update()

    def _lettering(self) -> Lettering:
        if self._laid is None:
            self._laid = Lettering(self.theme, self.currentText() or self._hint, "body", control=True)
        return self._laid

    def _around(self) -> float:
        """What stands beside the words: rims and the chevron."""
        return self.theme.space(SIDE) * 2 + self.theme.space(7) + self._line_height() * 0.9

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._lettering().height(width - self._around())
        return max(self._one_line(), ceil(words + 2 * self.theme.space(RIM)))

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        words = [self._hint, *(self.itemText(at) for at in range(self.count()))]
        width = ceil(max(metrics.horizontalAdvance(word) for word in words) + self._around()) + 2
        return QSize(min(width, self.theme.em(20)), self._one_line())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.theme.em(7)), self._one_line())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change an answer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()  # these scroll the page as well
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_frame(painter)
        words, room = self._lettering(), self.width() - self._around()
        rests = not self.isEnabled()
        color = self.theme.color("rest" if rests else "ink" if self.currentIndex() >= 0 else "soft")
        words.paint(painter, self.theme.space(SIDE), (self.height() - words.height(room)) / 2, room, color)
        side = self._line_height() * 0.9
        left = self.width() - self.theme.space(SIDE) - side
        chevron = QRectF(left, (self.height() - side) / 2, side, side)
        draw_icon(painter, "down", chevron, self.theme.color("rest" if rests else "soft"))


class _RoomyRows(QStyledItemDelegate):
    """Rows of the list that are easy to hit, in the theme's colors."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        rims = self._theme.space(2 * SIDE)
        return QSize(size.width() + rims, max(LEAST_ROW, size.height() + self._theme.space(8)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        rect, side = QRect(row.rect), self._theme.space(SIDE)
        chosen = bool(row.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, self._theme.color("accent"))
        painter.setPen(self._theme.color("on_accent" if chosen else "ink"))
        painter.setFont(row.font)
        words = row.fontMetrics.elidedText(row.text, Qt.TextElideMode.ElideRight, rect.width() - 2 * side)
        painter.drawText(rect.adjusted(side, 0, -side, 0), Qt.AlignmentFlag.AlignVCenter, words)
