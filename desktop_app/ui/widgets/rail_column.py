"""What the rail of the interview and that of a caseload share: the column, its head and foot, and its buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import STRETCH, Item, column, middle, row, surface, wide
from desktop_app.ui.widgets.focus import draw_focus
from desktop_app.ui.widgets.icon import Brand
from desktop_app.ui.widgets.lettering import Words
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.support_card import SupportCard
from desktop_app.ui.widgets.text import Text

WORDS_AT, RIM = 54, 10


class RailColumn(QWidget):
    """The name of the program, what one can go to, and at the foot where to find someone to talk to."""

    chosen = Signal(str)
    """The key of a button."""
    talk_pressed = Signal()

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, name: str, em: float) -> None:
        super().__init__()
        surface(theme, self, "rail")
        self.setFixedWidth(theme.em(em))
        self.setAccessibleName(name)

    def support(self, theme: Theme, talk: str, crisis: Words, center: str) -> SupportCard:
        self.talk = SupportCard(theme, talk, crisis, center)
        self.talk.clicked.connect(lambda _on=False: self.talk_pressed.emit())
        return self.talk

    def lay(self, theme: Theme, brand: str, line: QWidget, *foot: Item) -> None:
        name = Text(theme, brand, "h3", wrap=False)
        head = row(theme, middle(Brand(theme, 22)), name, STRETCH, gap=10, margins=(21, 18, 16, 16))
        scroll = Scroll(theme, line, "rail", bar=False)
        column(theme, head, wide(scroll), column(theme, *foot, margins=(12, 8, 12, 16)), into=self)


class RailButton(QPushButton):
    """A button of a rail, painted by its subclass; the ring goes inside, for the rail ends beside it."""

    paints_focus = True

    def __init__(self, theme: Theme, key: str, name: str, *, here: bool) -> None:
        super().__init__(name.replace("&", "&&"))
        self.theme, self.key, self.here = theme, key, here
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def room(self, width: float) -> float:
        return max(1.0, width - self.theme.space(WORDS_AT) - self.theme.space(RIM))

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(14), self.heightForWidth(self.theme.em(14)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.em(8), self.theme.space(2 * RIM))

    def paint_ground(self, painter: QPainter, left: float) -> None:
        """The tint of where one is, or of what the pointer is on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(left, 1, -self.theme.space(2), -1)
        if self.here or (self.underMouse() and self.isEnabled()):
            edged = self.theme.contrast and self.here
            painter.setPen(QPen(self.theme.color("accent"), 2) if edged else Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("tint" if self.here else "note"))
            painter.drawRoundedRect(ground, 8, 8)
        if self.hasFocus():
            draw_focus(painter, self.theme, ground.adjusted(5, 5, -5, -5), 4)
