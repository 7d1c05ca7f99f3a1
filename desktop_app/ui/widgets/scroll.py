"""A page that scrolls up and down, with a scroll bar that lies in the page's margin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from desktop_app.ui.icons import fill
from desktop_app.ui.theme import ColorRole, Theme
from desktop_app.ui.widgets.arrange import surface

BAR_WIDTH = 12
"""Always taken, even when there is nothing to scroll, so that a page never jumps sideways: pages make their
right margin this much smaller."""

LEAST_HANDLE = 36


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
        fill(painter, QRectF(self.rect()), self._theme.color(self._ground))
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
