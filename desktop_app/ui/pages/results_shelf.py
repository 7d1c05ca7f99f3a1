"""The positions of one or two series as cards, and under them the one that is open, hanging from its card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.report.summary import PositionSummary
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.theme import Standing, Theme
from desktop_app.ui.widgets.arrange import STRETCH, column
from desktop_app.ui.widgets.flow import SideBySide
from desktop_app.ui.widgets.position_card import PositionCard
from desktop_app.ui.widgets.slot import OneOf
from desktop_app.ui.widgets.text import Text

STRENGTHS_FIRST: tuple[Standing, ...] = ("met", "ask", "open", "todo")
CARD_EM, NOTE_EM, BETWEEN = 11, 24, 24


class Group(NamedTuple):
    """A series' name, and its cards in a line."""

    name: QWidget
    cards: QWidget


class Shelf(QWidget):
    """Its groups side by side; below, the open panel, and beside that what the page has in its margin."""

    def __init__(self, theme: Theme, groups: Sequence[Group], *, has_margin: bool) -> None:
        super().__init__()
        self._panel = OneOf()
        below = QWidget()
        self._line = QHBoxLayout(below)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.space(BETWEEN))
        self._can_swap = has_margin and len(groups) > 1
        if self._can_swap:
            self._line.addWidget(column(theme, self._panel, STRETCH), 1)
            column(theme, _beside_each_other(theme, groups), below, into=self)
        else:  # one group alone: the margin stands beside its cards too
            parts = [column(theme, group.name, 7, group.cards) for group in groups]
            self._line.addWidget(column(theme, *parts, self._panel, STRETCH), 1)
            column(theme, below, into=self)

    def hold(self, panel: QWidget, margin: QWidget | None, *, last: bool) -> None:
        """Show a panel; under the last of several groups it stands to the right, so that it touches its card."""
        self._panel.show_only(panel)
        swapped = last and self._can_swap
        way = QHBoxLayout.Direction.RightToLeft if swapped else QHBoxLayout.Direction.LeftToRight
        if self._line.direction() != way:
            self._line.setDirection(way)
        if margin is not None and self._line.indexOf(margin) < 0:
            self._line.addWidget(margin, 0, Qt.AlignmentFlag.AlignTop)

    def clear(self) -> None:
        self._panel.show_only(None)


def _beside_each_other(theme: Theme, groups: Sequence[Group]) -> QWidget:
    """All cards from one line to another: the panel that hangs from them is one and the same."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.space(BETWEEN))
    grid.setVerticalSpacing(theme.space(7))
    for at, group in enumerate(groups):
        grid.addWidget(group.name, 0, at, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(group.cards, 1, at)
        grid.setColumnStretch(at, 1)
    return holder


def side_by_side(theme: Theme, *notes: QWidget) -> QWidget:
    """Of one height where there is room beside each other."""
    holder = QWidget()
    line = SideBySide(holder, theme.space(12), theme.em(NOTE_EM), fills=True)
    for each in notes:
        line.addWidget(each)
    return holder


def position_group(theme: Theme, name: str, cards: Sequence[PositionCard]) -> Group:
    """A series' name, to stand over its cards."""
    holder = QWidget()
    line = SideBySide(holder, theme.space(12), theme.em(CARD_EM), fills=True)
    for card in cards:
        line.addWidget(card)
    return Group(Text(theme, name, "small_strong", "soft"), holder)


def position_card(stage: Stage, state: str, position: PositionSummary) -> PositionCard:
    """Level, outcome, one mark for each thing that counts, and how many are in place."""
    name = stage.words.say("results.card", state=state, short=position.short)
    status, kinds = position.status, kinds_of(position)
    count = count_of(stage.words, kinds)
    return PositionCard(stage.theme, position.short, status.kind, status.word, kinds, count, name=name)


def kinds_of(position: PositionSummary) -> list[Standing]:
    """The standing of each thing that counts, strengths first."""
    return sorted((mark.kind for mark in position.marks), key=STRENGTHS_FIRST.index)


def count_of(words: Words, kinds: Sequence[Standing]) -> str:
    """'3 of 5 in place' and, each on a line of its own, what there is to ask, to do, or not known yet."""
    met = kinds.count("met")
    lines = [words.say("in_place", count=met, total=len(kinds))] if met else []
    for kind in STRENGTHS_FIRST[1:]:
        if kind in kinds:
            lines.append(words.say(f"results.count.{kind}", count=kinds.count(kind)))
    return "\n".join(lines)
