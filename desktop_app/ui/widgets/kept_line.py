"""A line above the action bar: what is wrong with the file that keeps the answers, and the way to another place."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Theme, Width
from desktop_app.ui.widgets.arrange import column, middle, row, surface, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.page_body import SIDES
from desktop_app.ui.widgets.panel import Rule
from desktop_app.ui.widgets.text import Text


class KeptLine(QWidget):
    spoken_role = QAccessible.Role.AlertMessage

    def __init__(self, theme: Theme, words: str, other: str, *, width: Width = "wide") -> None:
        """Without words for `other` there is no such way. It begins where the page does."""
        super().__init__()
        surface(theme, self, "ask_tint")
        self.setAccessibleName(words)
        self.other = Button(theme, other, "secondary", icon="save", small=True)
        said = row(
            theme,
            middle(Icon(theme, "alert", "ask", 20, beside="small")),
            wide(Text(theme, words, "small")),
            gap=10,
        )
        buttons = [self.other] if other else []
        right = bool(other) and width == "wide"
        line = in_lines(said, *buttons, gap=theme.space(16), line_gap=theme.space(6), last_right=right)
        column(
            theme, Rule(theme), row(theme, wide(line), margins=(SIDES[width], 8, SIDES[width], 8)), into=self
        )
