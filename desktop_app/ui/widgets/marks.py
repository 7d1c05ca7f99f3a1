"""A row of standings, one sign for each requirement that decides; always shown beside the same in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.icons import draw_standing
from desktop_app.ui.theme import ColorRole, Standing, Theme


class Marks(QWidget):
    """Goes to a second line when there is no room; `words` is what a screen reader says of it."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(
        self,
        theme: Theme,
        standings: Sequence[Standing],
        words: str,
        *,
        size: float = 17,
        paper: ColorRole = "card",
    ) -> None:
        super().__init__()
        self._theme, self._paper = theme, paper
        self._side, self._gap = theme.grown(size, 0.7), theme.space(5)
        self.follow(standings, words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def follow(self, standings: Sequence[Standing], words: str) -> None:
        self.standings = tuple(standings)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def _step(self) -> int:
        return self._side + self._gap

    def _on_a_line(self, width: int) -> int:
        return max(1, (width + self._gap) // self._step())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self.standings) // self._on_a_line(width))
        return lines * self._step() - self._gap + 2

    def sizeHint(self) -> QSize:
        return QSize(len(self.standings) * self._step() - self._gap, self._side + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._side, self._side + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on_a_line = self._on_a_line(self.width())
        paper = self._theme.color(self._paper)
        for at, standing in enumerate(self.standings):
            line, place = divmod(at, on_a_line)
            rect = QRectF(place * self._step(), line * self._step() + 1, self._side, self._side)
            draw_standing(painter, standing, rect, self._theme.color(standing), paper)
