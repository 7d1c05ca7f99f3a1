"""A requirement of a position: its standing, its name, why it stands so, and where the rule is read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Standing, Theme
from desktop_app.ui.widgets.arrange import Item, column, left, row, top, wide
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.lettering import Run
from desktop_app.ui.widgets.panel import Panel, Rule
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.text import Heading, Text

PILL_EM = 10.6


def pill_column(theme: Theme, words: Sequence[str]) -> int:
    """A width at which every pill of a list stays on one line, so that the names beside them line up."""
    return max([theme.em(PILL_EM), *(_pill_width(theme, word) + theme.space(14) for word in words)])


@lru_cache(maxsize=32)
def _pill_width(theme: Theme, word: str) -> int:
    return Pill(theme, "ask", word).sizeHint().width()


class RequirementRow(QWidget):
    """What is there is told small, with its source; what is not brings its question, its steps and its source below."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        standing: Standing,
        word: str,
        name: str,
        why: str,
        source: str,
        *more: Item,
        asks: Sequence[str] = (),
        pill_width: int | None = None,
        stacked: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        words = self._words(theme, standing, name, why, source, asks, more)
        pill = Pill(theme, standing, word)
        self._side: QWidget | None = None
        if stacked:
            column(theme, left(pill), 6, words, margins=(20, 14, 20, 14), into=self)
        else:
            self._side = column(theme, left(pill))
            self.line_up(pill_width or theme.em(PILL_EM))
            row(theme, top(self._side), wide(words), gap=6, margins=(20, 12, 20, 12), into=self)

    def line_up(self, pill_width: int) -> None:
        """With the other rows of a list."""
        if self._side is not None and self._side.width() != pill_width:
            self._side.setFixedWidth(pill_width)

    def _words(
        self,
        theme: Theme,
        standing: Standing,
        name: str,
        why: str,
        source: str,
        asks: Sequence[str],
        more: Sequence[Item],
    ) -> QWidget:
        title = Heading(theme, name, "strong")
        if standing == "met" and not asks:
            body = Text(theme, [Run(why + " "), Run(source, soft=True)], "small")
            return column(theme, title, 1, body, *more)
        place = row(
            theme,
            top(Icon(theme, "doc", "soft", 15, beside="small")),
            wide(Text(theme, source, "small", "soft")),
            gap=6,
        )
        questions: list[Item] = []
        for question in asks:
            questions += [6, ask(theme, question)]
        return column(theme, title, 2, Text(theme, why), *questions, *more, 4, place)


def between(theme: Theme, *, stacked: bool = False) -> QWidget:
    """The hairline from one row to the next."""
    return row(theme, wide(Rule(theme)), margins=(0 if stacked else 20, 0, 0, 0))


def beside_these(theme: Theme, words: str) -> QWidget:
    """Before the rows that decide nothing: they have no mark on the card."""
    line = Text(theme, words, "small_strong", "soft")
    return column(theme, Rule(theme), row(theme, wide(line), margins=(20, 16, 20, 2)))


def ask(theme: Theme, question: str) -> Panel:
    """The exact question to put to the employer."""
    panel = Panel(theme, "ask_tint", "ask" if theme.contrast else None, corner="button")
    column(theme, Text(theme, question, "strong"), margins=(12, 8, 12, 9), into=panel)
    return panel
