"""The plan: which position, which way to it, the picture over time, the same in words, and what can be tried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.interview.planning import Planning, Trial
from desktop_app.interview.session import STORIES
from desktop_app.report.plan_told import PlanTeller
from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.explained import WordsHere
from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.pages.plan_pace import PaceNote
from desktop_app.ui.pages.plan_steps import no_way_panel, plan_steps
from desktop_app.ui.pages.plan_timeline import OverTime, TimelinePanel
from desktop_app.ui.pages.plan_what_if import WhatIfNote
from desktop_app.ui.widgets.arrange import STRETCH, column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.field import Entry, SelectField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.kept import Kept, Part, nothing, said, title
from desktop_app.ui.widgets.page_body import page_body
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.slot import give_places, still
from desktop_app.ui.widgets.text import Text

WAY_EM = 17
"""Least width of a way beside another: its name is several routes long."""

TRIAL = "plan"
"""While pages are made anew: what was set and tried out. None of it is an answer."""


class PlanPage(Page):
    """It follows what is set, and the answers; the settings themselves stay where they are."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme = stage.theme
        self._head, self._choice, self._ways, self._body = (Kept(theme) for _ in range(4))
        self.position: SelectField | None = None
        self.ways: Segments | None = None
        self.pace = PaceNote(stage, self.trial, stage.navigator.session.as_of)
        self.pace.changed.connect(self._paced)
        self.what_if = WhatIfNote(stage)
        self.what_if.changed.connect(self._switched)
        main = column(theme, self._head, self._choice, self._ways, self._body, STRETCH)
        self._margin = column(theme, self.what_if, self.pace)
        self._words = WordsHere(stage)
        self._plan(Planning(stage.navigator.view, self.trial))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        beside = column(theme, self._margin, self._words, gap=12)
        box.addWidget(page_body(theme, stage.width, main, beside))
        self._words.look(main, self._margin)

    # ------------------------------------------------------------ what is set

    @property
    def trial(self) -> Trial:
        kept = self.stage.navigator.drafts.get(TRIAL)
        return kept if isinstance(kept, Trial) else Trial()

    def _try(self, trial: Trial) -> None:
        self.stage.navigator.drafts[TRIAL] = trial
        self._plan(self.planning.trying(trial))

    def _plan(self, planning: Planning) -> None:
        """Show what it comes to."""
        self.planning = planning
        self._teller = PlanTeller(self.stage.words, self.planning, self.stage.navigator.session.as_of)
        with still(self):
            self._show_plan()
        give_places(self)

    def _show_plan(self) -> None:
        planning = self.planning
        self._show_head()
        self._show_choice()
        self._show_ways()
        self._body.follow(self._way())
        self.pace.offer(planning.chosen.plans if planning.chosen else ())
        if (
            self._margin.parent() is not None or not planning.planned
        ):  # alone it would be a window, and take the keys
            self._margin.setVisible(bool(planning.planned))
        self.what_if.follow(self._teller)
        if self._words.parent() is not None:
            self._words.look(self._head, self._choice, self._ways, self._body, self._margin)

    def follow(self) -> None:
        before = self.name
        self._plan(Planning(self.stage.navigator.view, self.trial))
        if self.name != before:
            announce(self, self.name)

    def plan_for(self, position: str) -> None:
        self._try(replace(self.trial, position=position, way=0))
        announce(self, self.name)

    def _paced(self) -> None:
        self._try(replace(self.trial, start=self.pace.start(), pace=self.pace.pace()))
        announce(self, self.name)

    def _took(self, way: str) -> None:
        self._try(replace(self.trial, way=int(way)))
        announce(self, self.name)

    def _switched(self, tried: frozenset[str]) -> None:
        self._try(replace(self.trial, tried=tried))
        announce(self, self.what_if.said)

    # ------------------------------------------------------------ the page

    @property
    def name(self) -> str:
        return self._teller.title

    @property
    def where(self) -> str:
        words = self.stage.words
        section, plan = words.say("sections.results"), words.say("plan_page.where")
        return words.say("window.where", section=section, question=plan)

    def first(self) -> QWidget:
        return self.position or self._on

    def buttons(self) -> Sequence[Button]:
        touched = self.stage.navigator.session.touched
        self._on = self.on_button(self.stage.words.say("stories.title" if touched else "results.start"))
        return (self.back_button(), self._on)

    def on(self) -> None:
        """Without any answers, the questions are the way on, as from the results."""
        navigator = self.stage.navigator
        to_open = next(iter(navigator.view.open_questions), STORIES)
        navigator.go_to(STORIES if navigator.session.touched else to_open)

    def _show_head(self) -> None:
        theme, lead = self.stage.theme, self._teller.lead
        self._head.follow(
            [title(theme, self._teller.shown_title), said(theme, lead, "lead", "soft", above=8)]
        )

    def _show_choice(self) -> None:
        """Which position is planned for, where there is one to choose."""
        planned, chosen = self.planning.planned, self.planning.chosen
        if chosen is None:
            self.position = None
            self._choice.follow([])
            return
        entries = [Entry(one.position.id, self._teller.position(one.position)) for one in planned]
        self._choice.follow([Part(entries, lambda: self._position_row(entries), 14)])
        if self.position is not None and self.position.value() != chosen.position.id:
            self.position.choose(chosen.position.id)

    def _position_row(self, entries: Sequence[Entry]) -> QWidget:
        theme, label = self.stage.theme, self.stage.words.say("plan_page.for")
        self.position = SelectField(theme, label, entries)
        self.position.changed.connect(self.plan_for)
        return FormRow(theme, label, self.position)

    def _show_ways(self) -> None:
        """Where there are several, each can be looked at."""
        chosen, plan = self.planning.chosen, self.planning.plan
        if chosen is None or plan is None or len(chosen.plans) < 2:
            self.ways = None
            self._ways.follow([])
            return
        options = [
            Option(str(at), self._teller.way(one), self._teller.way_in_short(one))
            for at, one in enumerate(chosen.plans)
        ]
        self._ways.follow([Part(options, lambda: self._segments(options), 18)])
        at = str(chosen.plans.index(plan))
        if self.ways is not None and self.ways.value() != at:
            self.ways.choose(at)

    def _segments(self, options: Sequence[Option]) -> QWidget:
        theme = self.stage.theme
        name = self.stage.words.say("plan_page.ways", count=len(options))
        self.ways = Segments(theme, name, options, least_em=WAY_EM)
        self.ways.changed.connect(self._took)
        return column(theme, Text(theme, name, "small_strong"), 6, self.ways)

    def _way(self) -> list[Part]:
        """The picture and the steps of the way that is looked at, or why there is none."""
        stage, planning = self.stage, self.planning
        if planning.plan is None:
            chosen = planning.chosen
            if chosen is None:
                return []
            return [Part(chosen, lambda: no_way_panel(stage, chosen, self._teller), 18)]
        rows = planning.rows(planning.plan)
        told = OverTime(rows, stage.navigator.session.as_of, self.trial.pace)
        picture = Part(told, partial(TimelinePanel, stage.theme, stage.words, told), 18, "picture")
        shown = picture if any(one.bars for one in rows) else nothing()
        return [shown, *plan_steps(stage, planning, self._teller)]
