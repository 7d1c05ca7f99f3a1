"""One choice: a real radio button or check box whose whole row is the target, painted with its words."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from desktop_app.ui.icons import draw_icon, fill
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.focus import draw_focus
from desktop_app.ui.widgets.lettering import Lettering

LEAST_HEIGHT = 44
MARK = 22
CORNER = 9
"""A little less than the card's, which lies around the row."""

Ends = Literal["first", "last", "both", "neither"]


def draw_mark(
    painter: QPainter, theme: Theme, box: QRectF, *, round_: bool, chosen: bool, rests: bool = False
) -> None:
    """The circle of a radio button or the square of a check box; unfilled where it cannot be used."""
    if rests:
        _draw_resting(painter, theme, box, round_=round_, chosen=chosen)
        return
    edge = theme.color("accent" if chosen else "edge")
    painter.setPen(QPen(edge, 2 if chosen else 2.2 if theme.contrast else 1.6))
    painter.setBrush(theme.color("accent" if chosen and not round_ else "card"))
    if not round_:
        painter.drawRoundedRect(box, 5, 5)
        if chosen:
            rim = box.width() * 0.12
            draw_icon(painter, "tick", box.adjusted(rim, rim, -rim, -rim), theme.color("on_accent"), 2.8)
        return
    painter.drawEllipse(box)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        dot = (box.width() + 2) * 0.27
        painter.drawEllipse(box.center(), dot, dot)


def _draw_resting(painter: QPainter, theme: Theme, box: QRectF, *, round_: bool, chosen: bool) -> None:
    painter.setPen(QPen(theme.color("rest_edge"), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box) if round_ else painter.drawRoundedRect(box, 5, 5)
    if chosen and round_:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("rest"))
        painter.drawEllipse(box.center(), box.width() * 0.25, box.width() * 0.25)
    elif chosen:
        rim = box.width() * 0.12
        draw_icon(painter, "tick", box.adjusted(rim, rim, -rim, -rim), theme.color("rest"), 2.6)


class RowFace:
    """Measures and paints a row: mark, words, a second line in small type."""

    def __init__(self, theme: Theme, words: str, second: str | None, *, round_mark: bool) -> None:
        self.theme = theme
        self.words = Lettering(theme, words, "body", control=True)
        self.second = Lettering(theme, second, "small", control=True) if second else None
        self.round_mark = round_mark
        self.tight = False
        self.card = False
        self.problem = False
        self.ends: Ends = "neither"

    @property
    def _mark(self) -> int:
        return self.theme.grown(MARK, 0.75)

    def _left(self) -> int:
        """Where the words begin."""
        before, after = (10, 8) if self.tight else (16, 13)
        return self.theme.space(before) + self._mark + self.theme.space(after)

    def _room(self, width: float) -> float:
        return max(1.0, width - self._left() - self.theme.space(6 if self.tight else 16))

    def _words_height(self, width: float) -> float:
        second = self.second.height(self._room(width)) + self.theme.space(1) if self.second else 0
        return self.words.height(self._room(width)) + second

    def height(self, width: int) -> int:
        rim = self.theme.space(9 if self.tight else 12)
        return max(LEAST_HEIGHT if not self.tight else 38, ceil(self._words_height(width) + 2 * rim))

    def natural_width(self) -> int:
        words = max(self.words.natural_width(), self.second.natural_width() if self.second else 0)
        return ceil(words) + 1 + self._left() + self.theme.space(6 if self.tight else 16)

    def least_width(self) -> int:
        word = min(self.words.word_width(), self.theme.em(8))
        return ceil(word) + self._left() + self.theme.space(6 if self.tight else 16)

    def paint(self, button: QAbstractButton) -> None:
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, line = QRectF(button.rect()), self.theme.line()
        self._paint_ground(painter, button, whole, line)
        # In a row of cards one may be taller than its words: marks stay on one line all the same.
        top = (self.height(button.width()) - self._words_height(whole.width())) / 2
        middle = top + self.words.line_height() / 2
        mark, left = self._mark, self._left()
        center = QPointF(left - self.theme.space(8 if self.tight else 13) - mark / 2, middle)
        half = QPointF(mark / 2 - 1, mark / 2 - 1)
        box, rests = QRectF(center - half, center + half), not button.isEnabled()
        draw_mark(painter, self.theme, box, round_=self.round_mark, chosen=button.isChecked(), rests=rests)
        room = self._room(whole.width())
        self.words.paint(painter, left, top, room, self.theme.color("rest" if rests else "ink"))
        if self.second:
            below = top + self.words.height(room) + self.theme.space(1)
            self.second.paint(painter, left, below, room, self.theme.color("rest" if rests else "soft"))
        if button.hasFocus():
            draw_focus(painter, self.theme, whole.adjusted(6.5, 6.5, -6.5, -6.5), 5)

    def _paint_ground(self, painter: QPainter, button: QAbstractButton, whole: QRectF, line: float) -> None:
        chosen = button.isChecked() and button.isEnabled()
        hover = button.underMouse() and button.isEnabled()
        if self.card:
            self._paint_card(painter, chosen, hover, whole, line)
            return
        first, last = self.ends in ("first", "both"), self.ends in ("last", "both")
        line = 2 if self.problem else line  # the edge of its card, which is not to be painted over
        inner = whole.adjusted(line, line if first else 0, -line, -line if last else 0)
        if chosen or hover:
            painter.fillPath(_rounded(inner, first, last), self.theme.color("tint" if chosen else "note"))
        if not last:
            hair = QRectF(self._left(), whole.bottom() - 1, whole.width() - self._left() - line, 1)
            fill(painter, hair, self.theme.color("hair"))

    def _paint_card(self, painter: QPainter, chosen: bool, hover: bool, whole: QRectF, line: float) -> None:
        width = 2 if self.problem or (chosen and self.theme.contrast) else line
        edge = self.theme.color("error" if self.problem else "accent" if chosen else "hair")
        painter.setPen(QPen(edge, width))
        painter.setBrush(self.theme.color("tint" if chosen else "note" if hover else "card"))
        corner = self.theme.corner("card")
        painter.drawRoundedRect(whole.adjusted(width / 2, width / 2, -width / 2, -width / 2), corner, corner)


def _rounded(rect: QRectF, above: bool, below: bool) -> QPainterPath:
    """The row's part of its card: round where the card's own corners are."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, CORNER, CORNER)
    if not above:
        path.addRect(QRectF(rect.x(), rect.y(), rect.width(), CORNER * 2))
    if not below:
        path.addRect(QRectF(rect.x(), rect.bottom() - CORNER * 2, rect.width(), CORNER * 2))
    return path.simplified()


if TYPE_CHECKING:
    _AnyButton = QAbstractButton
else:
    _AnyButton = object  # Qt classes cannot be mixed, so at run time this is a plain one


class _Row(_AnyButton):
    """What radio and check rows share; the button classes of Qt bring roles, states and keys."""

    face: RowFace
    value: str
    paints_focus = True

    def _dress(self, theme: Theme, value: str, words: str, second: str | None, *, round_mark: bool) -> None:
        self.value = value
        self.face = RowFace(theme, words, second, round_mark=round_mark)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        if second:
            self.setAccessibleDescription(second)
        self.setFont(self.face.words.font)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> str:
        return self.face.words.text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.face.height(width)

    def sizeHint(self) -> QSize:
        width = self.face.natural_width()
        return QSize(width, self.face.height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.face.least_width(), LEAST_HEIGHT if not self.face.tight else 38)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.face.paint(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The list moves between rows, and Return goes on to the page; Qt would do both its own way.
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class RadioRow(_Row, QRadioButton):
    """One of several."""

    def __init__(self, theme: Theme, value: str, words: str, second: str | None = None) -> None:
        super().__init__()
        self._dress(theme, value, words, second, round_mark=True)

    def show_chosen(self, chosen: bool) -> None:
        """Qt keeps one of a card's radio buttons chosen; the group spans cards, and may be empty."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)  # also what makes it a radio button to a screen reader


class CheckRow(_Row, QCheckBox):
    """Any of several."""

    def __init__(self, theme: Theme, value: str, words: str, second: str | None = None) -> None:
        super().__init__()
        self._dress(theme, value, words, second, round_mark=False)

    def show_chosen(self, chosen: bool) -> None:
        self.setChecked(chosen)
