"""Where one stands so far, beside a question: off until someone wants it, for it presses some people."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.report.material import Material, Status
from desktop_app.report.summary import summarize
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.results_shelf import kinds_of
from desktop_app.ui.widgets.arrange import Item, column, left
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.kept import Kept, Part
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.text import Heading, Text


class StandingNote(Panel):
    """Each position with its outcome and how much is in place; follows every answer."""

    def __init__(self, stage: Stage) -> None:
        theme, words = stage.theme, stage.words
        super().__init__(theme, "note", None)
        self._stage = stage
        self._outcomes: dict[str, str] = {}
        self._parts = Kept(theme)
        title = words.say("standing.title")
        column(
            theme,
            Heading(theme, title, "h3"),
            4,
            Text(theme, words.say("standing.about"), "small", "soft"),
            self._parts,
            margins=(18, 15, 16, 17),
            into=self,
        )
        self.setAccessibleName(title)
        self.follow()

    def follow(self) -> str:
        """Show it anew; returns what to say aloud, empty while every outcome is the one before."""
        view, words = self._stage.navigator.view, self._stage.words
        facts, packs = view.interview.book.facts, view.interview.packs
        material = Material.of(view.judgement, view.sheet, packs, facts, words)
        parts, outcomes = [], {}
        for series in summarize(material).series:
            for at, one in enumerate(series.positions):
                kinds = kinds_of(one)
                met = kinds.count("met")
                count = words.say("in_place", count=met, total=len(kinds)) if met else ""
                told = ("" if at else series.state, one.short, one.status, count)
                parts.append(Part(told, partial(self._position, *told)))
                name = words.say("results.card", state=series.state, short=one.short)
                outcomes[name] = one.status.word
        self._parts.follow(parts)
        before, self._outcomes = self._outcomes, outcomes
        changed = [name for name, outcome in outcomes.items() if before and before.get(name) != outcome]
        return " ".join(
            words.say("standing.changed", position=name, outcome=outcomes[name]) for name in changed
        )

    def _position(self, state: str, name: str, status: Status, count: str) -> QWidget:
        """Its name and how much is in place on one line where there is room for both; below, its outcome."""
        theme = self._stage.theme
        holder = QWidget()
        line = Flow(holder, theme.space(8), theme.space(2), last_right=bool(count))
        line.addWidget(Text(theme, name, "small_strong", wrap=False))
        if count:
            line.addWidget(Text(theme, count, "small", "soft", wrap=False))
        above: list[Item] = [12, Text(theme, state, "small", "soft")] if state else []
        return column(
            theme, *above, 6 if state else 12, holder, 3, left(Pill(theme, status.kind, status.word))
        )
