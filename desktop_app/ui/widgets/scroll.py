"""A page that scrolls up and down, with a scroll bar that lies in the page's margin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from desktop_app.ui.icons import fill
from desktop_app.ui.theme import ColorRole, Theme
from desktop_app.ui.widgets.arrange import surface

BAR_WIDTH = 12
"""Always taken, even when there is nothing to scroll, so that a page never jumps sideways: pages make their
right margin this much smaller."""

LEAST_HANDLE = 36

MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
"""These choose another of several, or another value."""

TYPED_IN = (QLineEdit, QPlainTextEdit)


class Scroll(QScrollArea):
    """A screen reader may ask for a bar that went away since it counted. Qt's own answer to that ends the program;
    the one that `spoken_role` brings looks first."""

    spoken_role = QAccessible.Role.Client

    def __init__(
        self, theme: Theme, content: QWidget, ground: ColorRole = "page", *, bar: bool = True
    ) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(Bar(theme, ground))
        shown = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        surface(theme, self, ground)
        surface(theme, content, ground)
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.verticalScrollBar().setSingleStep(theme.space(24))
        self._seen_first = SeenFirst(self)


class SeenFirst(QObject):
    """Scrolled out of sight, what has the keys is still what they act on: the next key brings it back and does no more.

    A field to type in takes the key as well: there what is typed is never lost.
    """

    def __init__(self, scroll: QScrollArea) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        scroll.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())

    def _scrolled(self) -> None:
        """Only what is out of sight is listened to: each key of it comes by here."""
        focus: QWidget | None = self._scroll.window().focusWidget()
        if focus is not None and self._scroll.isAncestorOf(focus) and self._is_away(focus):
            focus.installEventFilter(self)

    def _is_away(self, widget: QWidget) -> bool:
        window = self._scroll.viewport()
        there = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        return not there.intersects(window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        if not self._is_away(watched):
            watched.removeEventFilter(self)
            return False
        if not isinstance(event, QKeyEvent) or not _acts(watched, event):
            return False
        self._scroll.ensureWidgetVisible(watched)
        return not isinstance(watched, TYPED_IN)


def _acts(widget: QWidget, key: QKeyEvent) -> bool:
    """Whether it does something to the control itself. Return does so to buttons only: elsewhere it goes on."""
    if not isinstance(widget, (QAbstractButton, QComboBox, *TYPED_IN)):
        return False  # a title or a picture: there the arrows scroll
    if key.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    if key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return isinstance(widget, QPushButton)
    return key.key() in MOVES or (bool(key.text()) and key.text().isprintable())


def scroll_around(widget: QWidget) -> QScrollArea | None:
    """The nearest one that it lies in."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def to_the_top(widget: QWidget) -> None:
    """Of the page that it lies on."""
    around = scroll_around(widget)
    if around is not None:
        around.verticalScrollBar().setValue(0)


class Bar(QScrollBar):
    """Only a handle, and that only when there is something to scroll."""

    def __init__(self, theme: Theme, ground: ColorRole) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme, self._ground = theme, ground
        self.setFixedWidth(BAR_WIDTH)

    def sizeHint(self) -> QSize:
        return QSize(BAR_WIDTH, super().sizeHint().height())  # a scroll area asks this, not the fixed width

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        if self.maximum() <= self.minimum():
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # late: the first page has nothing to scroll

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        pressed = self.isSliderDown() or self.underMouse()
        painter.setBrush(self._theme.color("ink" if pressed else "edge"))
        tall = max(handle.height(), LEAST_HANDLE)
        top = min(handle.y(), self.height() - tall - 2)
        painter.drawRoundedRect(QRectF(2, max(2, top), BAR_WIDTH - 4, tall), 4, 4)

    def paint_ground(self, painter: QPainter) -> None:
        """What the handle lies on."""
        fill(painter, QRectF(self.rect()), self._theme.color(self._ground))
