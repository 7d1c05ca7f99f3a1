"""One count of the center's work: what it counts, its bars, the same in words, and as a table to fold out."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop_app.report.funder import Chart, CountedLine, FunderReport
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.theme import FontRole, Theme
from desktop_app.ui.widgets.arrange import Item, column, row, top, wide
from desktop_app.ui.widgets.bars import Bar, Bars
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.panel import Panel, Rule
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

TABLES = "numbers.tables"
"""Which tables are folded out."""
NUMBER_EM = 9


class ChartPart(QWidget):
    spoken_role = QAccessible.Role.Grouping

    def __init__(self, stage: Stage, told: FunderReport, chart: Chart) -> None:
        super().__init__()
        self._stage, self._chart = stage, chart
        theme = stage.theme
        self.setAccessibleName(chart.title)
        what, *others = chart.sentences
        items: list[Item] = [Heading(theme, chart.title, "h2"), 4, Text(theme, what, "small", "soft"), 10]
        if chart.lines:
            bars = [Bar(line.label, line.shown, line.how, line.number) for line in chart.lines]
            card = Panel(theme)
            column(theme, Bars(theme, bars, told.heard(chart, chart.lines)), into=card)
            items += [card, 8]
        items.append(Text(theme, " ".join(others)))
        if chart.lines:
            items += [10, self._fold()]
        column(theme, *items, into=self)

    def _fold(self) -> FoldNote:
        opened = self._opened()
        self._table = Slot(self._made() if self._chart.kept in opened else None)
        fold = FoldNote(
            self._stage.theme,
            self._stage.words.say("numbers.as_table"),
            self._table,
            opened=self._chart.kept in opened,
        )
        fold.toggled.connect(self._toggled)
        return fold

    def _opened(self) -> frozenset[str]:
        opened = self._stage.navigator.drafts.get(TABLES)
        return opened if isinstance(opened, frozenset) else frozenset()

    def _toggled(self, on: bool) -> None:
        if on and self._table.content is None:
            self._table.put(self._made())  # not before: a page has eight of them
        only = {self._chart.kept}
        self._stage.navigator.drafts[TABLES] = self._opened() | only if on else self._opened() - only

    def _made(self) -> QWidget:
        theme, chart = self._stage.theme, self._chart
        head = CountedLine(*chart.columns, "exact")
        items: list[Item] = [_line(theme, head, "small_strong")]
        for line in chart.lines:
            items += [Rule(theme), _line(theme, line, "small")]
        if chart.total is not None:
            items += [Rule(theme), _line(theme, chart.total, "small_strong")]
        return column(theme, *items)


def _line(theme: Theme, line: CountedLine, role: FontRole) -> QWidget:
    number = Text(theme, line.shown, role)
    number.setFixedWidth(theme.em(NUMBER_EM))
    return row(theme, wide(Text(theme, line.label, role)), top(number), gap=12, margins=(0, 5, 0, 5))
