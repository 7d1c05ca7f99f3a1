"""A position at a glance: tier, outcome, marks, count; a notch joins the open one to its panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.icons import draw_icon
from desktop_app.ui.theme import Standing, Theme
from desktop_app.ui.widgets.arrange import STRETCH, column, left
from desktop_app.ui.widgets.marks import Marks
from desktop_app.ui.widgets.panel import CHOSEN_LINE
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.text import Text

NOTCH_AT, NOTCH_HALF, NOTCH_DEEP = 36, 12, 12


class PositionCard(QPushButton):
    """A button that opens its panel; `toggled` says so. An exclusive QButtonGroup makes it one of several.

    `count` may have several lines.
    The panel follows below without a gap: the notch is part of the card.
    """

    spoken_role = QAccessible.Role.Button

    def __init__(
        self,
        theme: Theme,
        tier: str,
        standing: Standing,
        outcome: str,
        marks: Sequence[Standing],
        count: str,
        *,
        name: str | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._notch = theme.space(NOTCH_DEEP)
        self.ring_corner, self.ring_off_below = theme.corner("card"), self._notch
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name or tier
        self._pill, self._marks = Pill(theme, standing, outcome), Marks(theme, marks, _in_a_line(count))
        self._count = Text(theme, count, "small", "soft")
        self.setAccessibleName(", ".join((self._name, outcome, _in_a_line(count))))
        self._content = column(
            theme,
            Text(theme, tier, "h3"),
            8,
            left(self._pill),
            12,
            self._marks,
            3,
            self._count,
            STRETCH,
            margins=(16, 13, 13, 14 + NOTCH_DEEP),
        )
        self._content.setParent(self)
        for part in (self._content, *self._content.findChildren(QWidget)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._chevron_side = theme.icon(14)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def follow(self, standing: Standing, outcome: str, marks: Sequence[Standing], count: str) -> None:
        """Show how far it is now."""
        name = ", ".join((self._name, outcome, _in_a_line(count)))
        if name != self.accessibleName() or tuple(marks) != self._marks.standings:
            self._pill.show_standing(standing, outcome)
            self._marks.follow(marks, _in_a_line(count))
            self._count.say(count)
            self.setAccessibleName(name)
            self.updateGeometry()

    def is_open(self) -> bool:
        return self.isChecked()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._content.heightForWidth(width), self._content.minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSizeHint()

    def resizeEvent(self, _event: object) -> None:
        self._content.setGeometry(self.rect())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().adjusted(0, 0, 0, -self._notch).contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        opened = self.isChecked()
        line = CHOSEN_LINE if opened else self._theme.line()
        rect = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2 - self._notch)
        shape = QPainterPath()
        corner = self._theme.corner("card")
        shape.addRoundedRect(rect, corner, corner)
        if opened:
            shape = shape.united(self._notch_shape(rect))
        painter.setBrush(self._theme.color("note" if self.underMouse() and not opened else "card"))
        painter.setPen(QPen(self._theme.color("accent" if opened else "hair"), line))
        painter.drawPath(shape)
        side, space = self._chevron_side, self._theme.space
        at = QRectF(self.width() - space(13) - side, space(17), side, side)
        draw_icon(painter, "up" if opened else "down", at, self._theme.color("soft"))

    def _notch_shape(self, rect: QRectF) -> QPainterPath:
        tip = rect.x() + NOTCH_AT
        notch = QPainterPath()
        notch.moveTo(tip - NOTCH_HALF, rect.bottom() - 1)
        notch.lineTo(tip, rect.bottom() + self._notch)
        notch.lineTo(tip + NOTCH_HALF, rect.bottom() - 1)
        notch.closeSubpath()
        return notch


def _in_a_line(count: str) -> str:
    return count.replace("\n", ", ")
