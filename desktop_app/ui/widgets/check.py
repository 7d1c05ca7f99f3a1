"""A small check box with its words beside it, for forms."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop_app.ui.theme import FontRole, Theme
from desktop_app.ui.widgets.arrange import row
from desktop_app.ui.widgets.choice_row import draw_mark
from desktop_app.ui.widgets.lettering import Lettering

LEAST_HEIGHT = 32
MARK, BESIDE = 20, 10


class Check(QCheckBox):
    keeps_height = True

    def __init__(self, theme: Theme, words: str, *, on: bool = False, role: FontRole = "body") -> None:
        super().__init__(words.replace("&", "&&"))
        self._theme = theme
        self._lettering = Lettering(theme, words, role)
        self._mark = _mark(theme)
        self.setFont(self._lettering.font)
        self.setAccessibleName(words)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        return _words_at(self._theme)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST_HEIGHT, ceil(self._lettering.height(width - self._left()) + self._theme.space(8)))

    def sizeHint(self) -> QSize:
        width = ceil(self._lettering.natural_width()) + 2 + self._left()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        word = min(self._lettering.word_width(), self._theme.em(6))
        return QSize(ceil(word) + self._left(), LEAST_HEIGHT)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() - self._left()
        top = (self.height() - self._lettering.height(room)) / 2
        middle = top + self._lettering.line_height() / 2
        box = QRectF(1, middle - self._mark / 2 + 1, self._mark - 2, self._mark - 2)
        draw_mark(
            painter, self._theme, box, round_=False, chosen=self.isChecked(), rests=not self.isEnabled()
        )
        ink = self._theme.color("ink" if self.isEnabled() else "rest")
        self._lettering.paint(painter, self._left(), top, room + 1, ink)


def under_words(theme: Theme, widget: QWidget) -> QWidget:
    """What belongs to a check box stands where its words begin, at every text size."""
    held = row(theme, widget)
    held.setContentsMargins(_words_at(theme), 0, 0, 0)
    return held


def _mark(theme: Theme) -> int:
    return theme.grown(MARK, 0.75)


def _words_at(theme: Theme) -> int:
    return _mark(theme) + theme.space(BESIDE)
