"""Filled, rounded grounds: cards, margin notes, notices; and the hairline between parts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop_app.ui.icons import IconName, fill
from desktop_app.ui.theme import ColorRole, Corner, Theme
from desktop_app.ui.widgets.arrange import Item, column, row, top, wide
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.lettering import Words
from desktop_app.ui.widgets.text import Heading, Text

CHOSEN_LINE = 2.0

EDGES: dict[ColorRole, ColorRole] = {"tint": "accent", "ask_tint": "ask", "error_tint": "error"}
"""In high contrast, where all grounds are black."""


class Panel(QFrame):
    """A ground of one color with round corners, and an edge if it has one. In high contrast it always has."""

    def __init__(
        self,
        theme: Theme,
        ground: ColorRole = "card",
        edge: ColorRole | None = "hair",
        *,
        corner: Corner = "card",
        line: float | None = None,
    ) -> None:
        super().__init__()
        self.theme, self.ground, self.edge = theme, ground, edge
        self._corner, self._line = theme.corner(corner), line
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def edged(self, edge: ColorRole, line: float | None = None) -> None:
        """Change the edge; as thin as all lines unless it is to stand out."""
        self.edge, self._line = edge, line
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._line or self.theme.line()
        edge = self.edge or (EDGES.get(self.ground, "hair") if self.theme.contrast else None)
        painter.setBrush(self.theme.color("inset" if self._in_card() else self.ground))
        painter.setPen(QPen(self.theme.color(edge), line) if edge else QPen(Qt.PenStyle.NoPen))
        half = line / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), self._corner, self._corner
        )

    def _in_card(self) -> bool:
        """A note on a card: in the dark theme both have nearly the same ground."""
        around = self.parentWidget() if self.ground == "note" else None
        while around is not None and not isinstance(around, Panel):
            around = around.parentWidget()
        return around is not None and around.ground == "card"


class Rule(QWidget):
    """A hairline, lying or standing; decoration only."""

    def __init__(self, theme: Theme, *, standing: bool = False) -> None:
        super().__init__()
        self._color = theme.color("hair")
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if standing:
            self.setFixedWidth(round(theme.line()))
            self.setSizePolicy(fixed, free)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(free, fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill(QPainter(self), QRectF(self.rect()), self._color)


def note(theme: Theme, title: str, *items: Item) -> Panel:
    """A note in the margin: a small title, and under it paragraphs of small text or other parts."""
    panel = Panel(theme, "note", None)
    column(theme, Heading(theme, title, "h3"), 6, *items, margins=(18, 15, 16, 17), into=panel)
    panel.setAccessibleName(title)
    return panel


def notice(
    theme: Theme,
    icon: IconName,
    title: Words | None,
    body: Words | None,
    *more: Item,
    ground: ColorRole = "note",
    ink: ColorRole = "accent",
) -> Panel:
    """Something to know, beside an icon: a strong line, small text, and other parts below."""
    panel = Panel(theme, ground, None)
    words = column(
        theme,
        Text(theme, title, "strong") if title else None,
        Text(theme, body, "small") if body else None,
        *more,
        gap=2,
    )
    row(
        theme,
        top(Icon(theme, icon, ink, beside="strong" if title else "small")),
        wide(words),
        gap=12,
        margins=(16, 13, 16, 13),
        into=panel,
    )
    return panel


def do_first(theme: Theme, title: str, body: Words, why: Words | None = None, *more: Item) -> Panel:
    """The one next act, on the tint that nothing else on the page has."""
    panel = Panel(theme, "tint", "accent" if theme.contrast else None)
    head = row(
        theme, top(Icon(theme, "flag", "accent", 18, beside="h3")), wide(Heading(theme, title, "h3")), gap=8
    )
    column(
        theme,
        head,
        6,
        Text(theme, body),
        *((4, Text(theme, why, "small", "soft")) if why else ()),
        *more,
        margins=(18, 14, 16, 15),
        into=panel,
    )
    panel.setAccessibleName(title)
    return panel
