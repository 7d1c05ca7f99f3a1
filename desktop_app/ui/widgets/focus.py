"""The focus ring: two tones, outside whatever control has the keys, so that nothing makes room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import Shiboken

from desktop_app.ui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.ui.widgets.focus_frame import FocusFrame

EDGE, GOLD = 1.6, 3.0


def draw_focus(painter: QPainter, theme: Theme, shape: QRectF, corner: float) -> None:
    """An ink line and a gold line around a shape; one of them shows on any ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width, out in ((theme.color("focus_edge"), EDGE, 1.8), (theme.color("focus"), GOLD, 4.1)):
        painter.setPen(QPen(color, width))
        painter.drawRoundedRect(shape.adjusted(-out, -out, out, out), corner + out, corner + out)


class FocusRing(QObject):
    """Follows the keyboard through one window.

    Of a control, `ring_corner` is the corner it has, `ring_off_below` a strip at its foot that the ring
    leaves out; one with `paints_focus` draws its own.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._frame: FocusFrame | None = None
        self.theme = theme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def use(self, theme: Theme) -> None:
        self.theme = theme
        if self._frame is not None and Shiboken.isValid(self._frame):
            self._frame.deleteLater()
        self._frame = None

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window.window() and _takes_ring(now):
            frame = self._living_frame()
            frame.setWidget(now)
            frame.show()  # Qt hides it where the control is yet to be scrolled to, and leaves it so
        elif self._frame is not None and Shiboken.isValid(self._frame):
            self._frame.setWidget(None)  # type: ignore[arg-type]  # the stubs forget that none may have it

    def _living_frame(self) -> FocusFrame:
        """Qt puts the frame inside the scrolling page that it clips at, and it goes when that page goes."""
        if self._frame is None or not Shiboken.isValid(self._frame):
            from desktop_app.ui.widgets.focus_frame import (
                FocusFrame,
            )  # late: on the first page a row has the keys

            self._frame = FocusFrame(self.theme, self._window)
        return self._frame


def _takes_ring(widget: QWidget) -> bool:
    if getattr(widget, "paints_focus", False) or widget.isWindow():
        return False
    if isinstance(widget, QAbstractScrollArea):
        return hasattr(widget, "ring_corner")  # one to write in; what only scrolls looks as it did
    return not isinstance(widget, (QMenuBar, QMenu))
