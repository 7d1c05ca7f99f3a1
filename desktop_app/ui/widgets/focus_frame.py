"""The frame that Qt keeps around the control that has the keys, painted as our ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFocusFrame, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.focus import draw_focus

ROOM = 7


class FocusFrame(QFocusFrame):
    """Lies over the control that has the keys; Qt moves it along and clips it where the page ends."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._metrics = _RingMetrics("Fusion")
        self.setStyle(self._metrics)

    def paintEvent(self, _event: QPaintEvent) -> None:
        corner = getattr(self.widget(), "ring_corner", self._theme.corner("button"))
        below = getattr(self.widget(), "ring_off_below", 0)
        shape = QRectF(self.rect()).adjusted(ROOM, ROOM, -ROOM, -ROOM - below)
        draw_focus(QPainter(self), self._theme, shape, corner)


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
