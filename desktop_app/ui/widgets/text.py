"""Labels: paragraphs and headings, always plain text, wrapped to the width they are given."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.theme import ColorRole, FontRole, Theme
from desktop_app.ui.widgets.lettering import Lettering, Words, lettering

NARROWEST_EM = 6
"""A wrapping label never asks for more than this, so that a long word cannot widen the window."""


class Text(QLabel):
    """Words in a font role and a color; `say` changes them."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        role: FontRole = "body",
        color: ColorRole = "ink",
        *,
        wrap: bool = True,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.role, self.color = theme, role, color
        self._wrap, self._align = wrap, align
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setWordWrap(wrap)  # Qt gives it a height for its width with this, else it takes that away again
        self._lettering = self._letters(words)
        self._show_words()

    def say(self, words: Words) -> None:
        letters = self._letters(words)
        if letters is not self._lettering:  # else nothing around it need be laid out again
            self._lettering = letters
            self._show_words()

    def _letters(self, words: Words) -> Lettering:
        across = self._align & Qt.AlignmentFlag.AlignHorizontal_Mask or Qt.AlignmentFlag.AlignLeft
        return lettering(self.theme, words, self.role, across)

    def _show_words(self) -> None:
        self.setText(self._lettering.text)
        self.setAccessibleName(self._lettering.text)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return ceil(self._lettering.height(width)) if self._wrap else self.sizeHint().height()

    def sizeHint(self) -> QSize:
        width = ceil(self._lettering.natural_width()) + 1
        if self._wrap:
            width = min(width, self.theme.em(38))
        return QSize(width, ceil(self._lettering.height(width)))

    def minimumSizeHint(self) -> QSize:
        if not self._wrap:
            return self.sizeHint()
        width = min(ceil(self._lettering.word_width()) + 1, self.theme.em(NARROWEST_EM))
        return QSize(width, ceil(self._lettering.line_height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self._lettering.height(self.width())
        centered = not self._wrap or self._align & Qt.AlignmentFlag.AlignVCenter
        top = max(0.0, (self.height() - height) / 2) if centered else 0.0
        self._lettering.paint(painter, 0, top, self.width(), self.theme.color(self.color))


LEVELS: dict[FontRole, int] = {"display": 1, "h1": 1, "h1_light": 1, "h2": 2, "h3": 2, "strong": 3}
"""How deep a heading in this type stands, unless the page that has it says otherwise."""


class Heading(Text):
    """A title of a page or of a part of it; screen readers jump from one to the next."""

    spoken_role = QAccessible.Role.Heading
    paints_focus = True
    """That is, no ring: where one has the keys it is to be read first, and there is nothing to press."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        role: FontRole = "h1",
        color: ColorRole = "ink",
        *,
        wrap: bool = True,
        level: int = 0,
    ) -> None:
        self.level = level or LEVELS[role]
        super().__init__(theme, words, role, color, wrap=wrap)

    def _show_words(self) -> None:
        super()._show_words()
        self.setAccessibleName(" ".join(self.text().split()))  # where its lines break is only for the eye
