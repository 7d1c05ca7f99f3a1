"""A line of a list that leads somewhere: a name, what is to be known, and a day at its right end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.icons import draw_icon
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.text import Text

LEAST, CHEVRON = 44, 15


class LineButton(QPushButton):
    """All of the line is the button; a screen reader hears its three parts as one.

    A `brief` one shows its name and day alone, where what is to be known stands above all of them.
    """

    def __init__(self, theme: Theme, name: str, about: str, day: str, *, brief: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.ring_corner = theme.corner("card")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(", ".join(part for part in (name, about, day) if part))
        head: QWidget = Text(theme, name, "strong")
        if day:
            head = in_lines(
                head,
                Text(theme, day, "small", "soft"),
                gap=theme.space(12),
                line_gap=0,
                last_right=True,
                beside=True,
            )
        right = 16 + CHEVRON + 10
        more = None if brief else Text(theme, about, "small")
        self._content = column(theme, head, 1 if more else None, more, margins=(18, 9, right, 10))
        self._content.setParent(self)
        for part in (self._content, *self._content.findChildren(QWidget)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST, self._content.heightForWidth(width))

    def sizeHint(self) -> QSize:
        width = self._content.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), LEAST)

    def resizeEvent(self, _event: object) -> None:
        high = min(self._content.heightForWidth(self.width()), self.height())
        self._content.setGeometry(0, (self.height() - high) // 2, self.width(), high)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if self.isDown() else "note"))
            corner = theme.corner("card")
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        side = theme.icon(CHEVRON)
        left = self.width() - theme.space(16) - side
        draw_icon(painter, "right", QRectF(left, (self.height() - side) / 2, side, side), theme.color("soft"))
