"""A note in the margin that folds out ("Why we ask"), and the source that stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from desktop_app.ui.icons import draw_icon
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import Item, column, row, top, wide
from desktop_app.ui.widgets.error_summary import go_to
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.lettering import Lettering
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.text import Text


class FoldHead(QPushButton):
    """The title of what folds out, with a chevron; announced as open or closed."""

    spoken_role = QAccessible.Role.Button

    def __init__(self, theme: Theme, title: str, *, opened: bool) -> None:
        super().__init__(title.replace("&", "&&"))
        self._theme, self._opened = theme, opened
        self._lettering = Lettering(theme, title, "h3")
        self._chevron = theme.icon(15)
        self.ring_corner = theme.corner("card")
        self.setAccessibleName(title)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # not fixed up and down: that would hold it to the height that it has without a line break
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def is_open(self) -> bool:
        return self._opened

    def show_open(self, opened: bool) -> None:
        self._opened = opened
        self.update()

    def _room(self, width: float) -> float:
        return width - self._theme.space(18 + 16 + 8) - self._chevron

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._lettering.height(self._room(width)) + 2 * self._theme.space(12))

    def sizeHint(self) -> QSize:
        width = ceil(self._lettering.natural_width() + self._theme.space(42) + self._chevron) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(8), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self._room(self.width())
        above = (self.height() - self._lettering.height(room)) / 2
        self._lettering.paint(painter, self._theme.space(18), above, room, self._theme.color("ink"))
        left = self.width() - self._theme.space(16) - self._chevron
        middle = above + (self._lettering.line_height() - self._chevron) / 2
        chevron = QRectF(left, middle, self._chevron, self._chevron)
        draw_icon(painter, "up" if self._opened else "down", chevron, self._theme.color("soft"))


class FoldNote(Panel):
    """A head that opens and closes the rest; unfolding is instant."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, title: str, *items: Item, opened: bool = True) -> None:
        super().__init__(theme, "note", None)
        self.head = FoldHead(theme, title, opened=opened)
        self._before: QWidget | None = None
        self.head.clicked.connect(self._pressed)
        self.body = column(theme, *items, margins=(18, 4, 16, 17))  # the ring around the head keeps off it
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.body)
        self.body.setVisible(opened)  # not before it is inside: it would come up as a window of its own

    def is_open(self) -> bool:
        return self.head.is_open()

    def _pressed(self) -> None:
        self._before = None  # whoever opens and closes it by hand stays here
        self.fold_out(not self.is_open())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it, from wherever in it one is, and leads back to where one was called away."""
        if event.key() == Qt.Key.Key_Escape and self.is_open():
            before, self._before = self._before or self.head, None
            go_to(before if Shiboken.isValid(before) and before.isVisible() else self.head)
            self.fold_out(False)
        else:
            super().keyPressEvent(event)

    def call(self) -> None:
        """Open it and give it the keys, from wherever on the page they are."""
        focus: QWidget | None = self.window().focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._before = focus
        self.fold_out(True)
        self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold_out(self, opened: bool) -> None:
        if opened != self.is_open():
            self.head.show_open(opened)
            self.body.setVisible(opened)
            self.toggled.emit(opened)


def source(theme: Theme, title: str, lines: Sequence[str]) -> QWidget:
    """Where a rule is read: document, section, line."""
    places = (Text(theme, line, "small", "soft") for line in lines)
    words = column(theme, Text(theme, title, "small_strong"), *places, gap=4)
    return row(theme, top(Icon(theme, "doc", "soft", 17, beside="small_strong")), wide(words), gap=9)
