"""The focus ring: two tones, outside whatever control has the keys, so that nothing makes room for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFocusFrame,
    QMenu,
    QMenuBar,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from desktop_app.ui.theme import Theme

ROOM = 7
EDGE, GOLD = 1.6, 3.0


def draw_focus(painter: QPainter, theme: Theme, shape: QRectF, corner: float) -> None:
    """An ink line and a gold line around a shape; one of them shows on any ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width, out in ((theme.color("focus_edge"), EDGE, 1.8), (theme.color("focus"), GOLD, 4.1)):
        painter.setPen(QPen(color, width))
        painter.drawRoundedRect(shape.adjusted(-out, -out, out, out), corner + out, corner + out)


class FocusRing(QFocusFrame):
    """Follows the keyboard through a window. A control may set `ring_corner` or `paints_focus`."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._metrics = _RingMetrics("Fusion")
        self.setStyle(self._metrics)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        ringed = now if now is not None and _takes_ring(now) else None
        self.setWidget(ringed)  # type: ignore[arg-type]  # the stubs forget that none may have it

    def paintEvent(self, _event: QPaintEvent) -> None:
        corner = getattr(self.widget(), "ring_corner", self._theme.corner("button"))
        shape = QRectF(self.rect()).adjusted(ROOM, ROOM, -ROOM, -ROOM)
        draw_focus(QPainter(self), self._theme, shape, corner)


def _takes_ring(widget: QWidget) -> bool:
    if getattr(widget, "paints_focus", False) or widget.isWindow():
        return False
    return not isinstance(widget, (QMenuBar, QMenu, QAbstractScrollArea))


class _RingMetrics(QProxyStyle):
    """Room for the ring outside the control, and no mask that would cut its round corners."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return ROOM
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)
