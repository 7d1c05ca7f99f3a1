"""Where to find someone to talk to, quietly in reach: a card that leads to the page about it."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.ui.icons import draw_icon
from desktop_app.ui.theme import ColorRole, Theme
from desktop_app.ui.widgets.lettering import Lettering, Words

SIDE, ABOVE, BELOW = 13, 11, 12
ICON, BESIDE, BETWEEN = 18, 8, 3
LEAST = 44


class SupportCard(QPushButton):
    """A title, the line to call, and a center's own line if it has one; all of it is the button."""

    def __init__(self, theme: Theme, title: str, line: Words, center: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.ring_corner = theme.corner("card")
        self._title = Lettering(theme, title, "small_strong", control=True)
        self._lines: list[tuple[Lettering, ColorRole]] = [(Lettering(theme, line, "small"), "ink")]
        if center:
            self._lines.append((Lettering(theme, center, "small"), "soft"))
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(" ".join([title, *(one.text for one, _ in self._lines)]))
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        parts = [height for _, _, height in self._placed(width)]
        between = self._theme.space(BETWEEN) * (len(parts) - 1)
        return max(LEAST, ceil(sum(parts) + between + self._theme.space(ABOVE + BELOW)))

    def sizeHint(self) -> QSize:
        width = self._theme.em(14)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(8), LEAST)

    def _left(self) -> float:
        """Where the title begins, behind its icon."""
        return self._theme.space(SIDE + BESIDE) + self._theme.icon(ICON)

    def _placed(self, width: float) -> Iterator[tuple[Lettering, float, float]]:
        """Each part with its left end and its height."""
        side = self._theme.space(SIDE)
        yield self._title, self._left(), self._title.height(width - self._left() - side)
        for line, _ in self._lines:
            yield line, side, line.height(width - 2 * side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = theme.line() / 2
        painter.setPen(QPen(theme.color("accent" if self.underMouse() else "hair"), theme.line()))
        painter.setBrush(theme.color("card"))
        corner = theme.corner("card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), corner, corner)
        top, icon = float(theme.space(ABOVE)), theme.icon(ICON)
        beside = QRectF(theme.space(SIDE), top + (self._title.line_height() - icon) / 2, icon, icon)
        draw_icon(painter, "phone", beside, theme.color("accent"))
        colors: list[ColorRole] = ["ink", *(color for _, color in self._lines)]
        for (part, left, height), color in zip(self._placed(self.width()), colors, strict=True):
            part.paint(painter, left, top, self.width() - left - theme.space(SIDE), theme.color(color))
            top += height + theme.space(BETWEEN)
