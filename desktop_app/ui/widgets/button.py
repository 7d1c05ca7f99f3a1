"""Buttons: one heavy thing a page, the rest with an edge or underlined; long words wrap."""

from __future__ import annotations

from math import ceil
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.icons import IconName, draw_icon
from desktop_app.ui.theme import ColorRole, FontRole, Theme
from desktop_app.ui.widgets.lettering import Lettering

Kind = Literal["primary", "secondary", "quiet"]

SIDE: dict[Kind, float] = {"primary": 20, "secondary": 16, "quiet": 8}
LEAST, LEAST_SMALL = 40, 32
NARROWEST_EM = 6
CLOSER = 0.65
AIR = 0.09
"""Of an icon's side, left of its first line."""


class Button(QPushButton):
    """A push button painted by the theme, with an icon before or after its words; `flush` has no rims."""

    keeps_height = True

    def __init__(
        self,
        theme: Theme,
        words: str,
        kind: Kind = "secondary",
        *,
        icon: IconName | None = None,
        after: IconName | None = None,
        small: bool = False,
        flush: bool = False,
        role: FontRole | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.kind = theme, kind
        self.ring_corner = theme.corner("button")
        self._icon, self._after, self._small, self._align = icon, after, small, align
        self._role: FontRole = role or ("small_strong" if small else "button")
        side = 0 if flush else SIDE[kind] * (0.75 if small else 1)
        self._side, self._icon_gap = theme.space(side), theme.space(6)
        self._squeezed = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Return presses the button that has the keys, as people expect
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(words)

    def say(self, words: str) -> None:
        self._lettering = Lettering(self.theme, words, self._role, self._align, control=True)
        self.setFont(self._lettering.font)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def close_in(self) -> None:
        """Narrower rims, where many buttons stand in little room."""
        self._side = round(self._side * CLOSER)
        self.updateGeometry()

    def squeeze(self, squeezed: bool) -> None:
        """As narrow as it can be and still say it all: also without the icon before its words."""
        if squeezed != self._squeezed:
            self._squeezed = squeezed
            self.updateGeometry()
            self.update()

    def words(self) -> str:
        return self._lettering.text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._lettering.height(width - self._around())
        rim = 2 * self.theme.space(6 if self._small else 10)
        return max(LEAST_SMALL if self._small else LEAST, ceil(words + rim))

    def sizeHint(self) -> QSize:
        width = ceil(self._lettering.natural_width() + self._around()) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = min(self._lettering.natural_width(), self.theme.em(NARROWEST_EM))
        width = ceil(words + self._around()) + 1
        return QSize(width, LEAST_SMALL if self._small else LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter)
        width = self.width() - self._around()
        used = max((line.width() for line in self._lettering.lines(width)), default=0.0)
        height = self._lettering.height(width)
        top = (self.height() - height) / 2
        side, gap = self._icon_side(), self._icon_gap
        icon = None if self._squeezed else self._icon
        icons_before = side + gap if icon else 0
        if self._align is Qt.AlignmentFlag.AlignHCenter:
            left = (self.width() - used - icons_before - (side + gap if self._after else 0)) / 2
            icon_top = (self.height() - side) / 2
        else:
            left = float(self._rim())
            icon_top = top + (self._lettering.line_height() - side) / 2
        if icon:
            aside = 0 if self._side else side * AIR  # without rims its line begins where words begin
            draw_icon(painter, icon, QRectF(left - aside, icon_top, side, side), ink)
        self._paint_words(painter, QPointF(left + icons_before, top), used, ink)
        if self._after:
            right = left + icons_before + used + gap
            draw_icon(painter, self._after, QRectF(right, icon_top, side, side), ink)

    def _paint_ground(self, painter: QPainter) -> QColor:
        """The button's shape; returns the color of what stands on it."""
        rect, corner = QRectF(self.rect()), self.theme.corner("button")
        if self.kind == "quiet":
            return self.theme.color("link" if self.isEnabled() else "rest")
        if self.kind == "primary" and self.isEnabled():
            ground: ColorRole = "accent_down" if self.isDown() or self.underMouse() else "accent"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color(ground))
            painter.drawRoundedRect(rect, corner, corner)
            return self.theme.color("on_accent")
        line = self.theme.line() if self.theme.contrast else 1.25
        pressed: ColorRole = "tint" if self.isDown() else "note" if self.underMouse() else "card"
        rests = not self.isEnabled()
        painter.setPen(QPen(self.theme.color("rest_edge" if rests else "edge"), line))
        painter.setBrush(Qt.BrushStyle.NoBrush if rests else self.theme.color(pressed))
        painter.drawRoundedRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2), corner, corner)
        return self.theme.color("rest" if rests else "ink")

    def _paint_words(self, painter: QPainter, at: QPointF, used: float, ink: QColor) -> None:
        width = max(used + 1, 1.0)
        self._lettering.paint(painter, at.x(), at.y(), width, ink)
        if self.kind != "quiet" or not self.isEnabled():
            return  # without its line it is no link
        thickness = 2 if self.theme.contrast or self.underMouse() else 1.2
        painter.setPen(QPen(ink, thickness))
        below = 3.5 * self.theme.scale**0.8
        for line in self._lettering.lines(width):
            start = QPointF(at.x() + line.x(), at.y() + line.y() + below)
            painter.drawLine(start, start + QPointF(line.width(), 0))

    def _icon_side(self) -> float:
        return QFontMetricsF(self.font()).height() * (0.98 if self._small else 0.95)

    def _rim(self) -> int:
        return round(self._side * CLOSER) if self._squeezed else self._side

    def _around(self) -> float:
        """What stands beside the words: rims and icons."""
        icons = (None if self._squeezed else self._icon, self._after)
        return 2 * self._rim() + sum(self._icon_side() + self._icon_gap for icon in icons if icon)
