"""An icon, a standing's sign and the brand's mark as widgets: decoration beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.icons import BRAND_WIDTH, IconName, draw_brand, draw_icon, draw_standing
from desktop_app.ui.theme import ColorRole, Standing, Theme


class Icon(QWidget):
    def __init__(self, theme: Theme, name: IconName, ink: ColorRole = "ink", size: float = 20) -> None:
        super().__init__()
        self._theme, self._name, self._ink = theme, name, ink
        side = theme.icon(size)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_icon(QPainter(self), self._name, QRectF(self.rect()), self._theme.color(self._ink))


class StandingIcon(QWidget):
    def __init__(self, theme: Theme, standing: Standing, paper: ColorRole = "card", size: float = 18) -> None:
        super().__init__()
        self._theme, self._standing, self._paper = theme, standing, paper
        side = theme.icon(size)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, paper = self._theme.color(self._standing), self._theme.color(self._paper)
        draw_standing(QPainter(self), self._standing, QRectF(self.rect()), ink, paper)


class Brand(QWidget):
    def __init__(self, theme: Theme, height: float = 24, ground: ColorRole = "rail") -> None:
        super().__init__()
        self._theme, self._ground = theme, ground
        tall = theme.grown(height, 0.5)
        self.setFixedSize(round(tall * BRAND_WIDTH), tall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        full, ring, ground = (self._theme.color(role) for role in ("accent", "ask", self._ground))
        draw_brand(QPainter(self), QRectF(self.rect()), full, ring, ground)
