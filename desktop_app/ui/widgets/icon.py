"""An icon, a standing's sign and the brand's mark as widgets: decoration beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.icons import BRAND_WIDTH, IconName, draw_brand, draw_icon, draw_standing
from desktop_app.ui.theme import ColorRole, FontRole, Standing, Theme


class _Sign(QWidget):
    """A square, as tall as the line of text it stands beside if that is taller."""

    def __init__(self, theme: Theme, size: float, beside: FontRole | None) -> None:
        super().__init__()
        self.theme = theme
        self._side = theme.icon(size)
        self.setFixedSize(self._side, max(self._side, round(theme.line_height(beside)) if beside else 0))

    def square(self) -> QRectF:
        return QRectF(0, (self.height() - self._side) / 2, self._side, self._side)


class Icon(_Sign):
    def __init__(
        self,
        theme: Theme,
        name: IconName,
        ink: ColorRole = "ink",
        size: float = 20,
        *,
        beside: FontRole | None = None,
    ) -> None:
        super().__init__(theme, size, beside)
        self._name, self._ink = name, ink

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_icon(QPainter(self), self._name, self.square(), self.theme.color(self._ink))


class StandingIcon(_Sign):
    def __init__(
        self,
        theme: Theme,
        standing: Standing,
        paper: ColorRole = "card",
        size: float = 18,
        *,
        beside: FontRole | None = None,
    ) -> None:
        super().__init__(theme, size, beside)
        self._standing, self._paper = standing, paper

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, paper = self.theme.color(self._standing), self.theme.color(self._paper)
        draw_standing(QPainter(self), self._standing, self.square(), ink, paper)


class Brand(QWidget):
    def __init__(self, theme: Theme, height: float = 24, ground: ColorRole = "rail") -> None:
        super().__init__()
        self._theme, self._ground = theme, ground
        tall = theme.grown(height, 0.5)
        self.setFixedSize(round(tall * BRAND_WIDTH), tall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        full, ring, ground = (self._theme.color(role) for role in ("accent", "ask", self._ground))
        draw_brand(QPainter(self), QRectF(self.rect()), full, ring, ground)
