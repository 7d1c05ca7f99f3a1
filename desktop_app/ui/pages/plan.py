"""The plan: which position, which way to it, the picture over time, the same in words, and what can be tried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.interview.planning import Planning, Trial
from desktop_app.interview.session import STORIES
from desktop_app.report.plan_told import PlanTeller
from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.pages.plan_pace import PaceNote
from desktop_app.ui.pages.plan_steps import no_way_panel, plan_steps
from desktop_app.ui.pages.plan_timeline import timeline_panel
from desktop_app.ui.pages.plan_what_if import WhatIfNote
from desktop_app.ui.widgets.arrange import STRETCH, Item, column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.field import Entry, SelectField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.page_body import page_body
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

TRIAL = "plan"
"""While pages are made anew: what was set and tried out. None of it is an answer."""


class PlanPage(Page):
    """What depends on a setting is made anew when that is changed; the settings themselves stay where they are."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._head, self._ways, self._body = Slot(), Slot(), Slot()
        self._trying, self._outlook = Slot(), Slot()
        self.position: SelectField | None = None
        self.ways: Segments | None = None
        self.pace = PaceNote(stage, self.trial, stage.navigator.session.as_of)
        self.pace.changed.connect(self._paced)
        self._plan(Planning(stage.navigator.view, self.trial))
        theme = stage.theme
        main = column(theme, self._head, *self._choice(), self._ways, self._body, STRETCH)
        margin = column(theme, self._trying, self.pace, gap=12)
        self._show_all()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page_body(theme, stage.width, main, margin if self.planning.planned else None))

    # ------------------------------------------------------------ what is set

    @property
    def trial(self) -> Trial:
        kept = self.stage.navigator.drafts.get(TRIAL)
        return kept if isinstance(kept, Trial) else Trial()

    def _try(self, trial: Trial) -> None:
        self.stage.navigator.drafts[TRIAL] = trial
        self._plan(self.planning.trying(trial))

    def _plan(self, planning: Planning) -> None:
        self.planning = planning
        self._teller = PlanTeller(self.stage.words, self.planning, self.stage.navigator.session.as_of)

    def plan_for(self, position: str) -> None:
        self._try(replace(self.trial, position=position, way=0))
        self._show_all()
        announce(self, self.name)

    def _paced(self) -> None:
        self._try(replace(self.trial, start=self.pace.start(), pace=self.pace.pace()))
        self._show_all()
        announce(self, self.name)

    def _took(self, way: str) -> None:
        self._try(replace(self.trial, way=int(way)))
        self._show_way()
        announce(self, self.name)

    def _switched(self, tried: frozenset[str]) -> None:
        self._try(replace(self.trial, tried=tried))
        self.what_if.show_outlook(self._teller)
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
        self._on = self.on_button(self.stage.words.say("stories.title"))
        return (self.back_button(), self._on)

    def on(self) -> None:
        self.stage.navigator.go_to(STORIES)

    def _choice(self) -> list[Item]:
        """Which position is planned for, where there is one to choose."""
        planned = self.planning.planned
        if not planned or self.planning.chosen is None:
            return []
        theme, label = self.stage.theme, self.stage.words.say("plan_page.for")
        entries = [Entry(one.position.id, self._teller.position(one.position)) for one in planned]
        self.position = SelectField(theme, label, entries, self.planning.chosen.position.id)
        self.position.changed.connect(self.plan_for)
        return [14, FormRow(theme, label, self.position)]

    def _show_all(self) -> None:
        """A position, a start or a pace was chosen: the ways are others now."""
        theme, words = self.stage.theme, self.stage.words
        chosen, plan = self.planning.chosen, self.planning.plan
        self.ways = None
        if chosen is not None and plan is not None and len(chosen.plans) > 1:
            title = words.say("plan_page.ways", count=len(chosen.plans))
            options = [
                Option(str(at), self._teller.way(one), self._teller.way_in_short(one))
                for at, one in enumerate(chosen.plans)
            ]
            self.ways = Segments(theme, title, options, str(chosen.plans.index(plan)), least_em=11)
            self.ways.changed.connect(self._took)
            self._ways.put(column(theme, 18, Text(theme, title, "small_strong"), 6, self.ways))
        else:
            self._ways.put(None)
        self.pace.offer(chosen.plans if chosen else ())
        self._show_way()

    def _show_way(self) -> None:
        theme, words, planning = self.stage.theme, self.stage.words, self.planning
        lead = self._teller.lead
        head: list[Item] = [Heading(theme, self._teller.shown_title)]
        head += [8, Text(theme, lead, "lead", "soft")] if lead else []
        self._head.put(column(theme, *head))
        items: list[Item] = []
        if planning.plan is not None:
            rows = planning.rows(planning.plan)
            if any(row.bars for row in rows):
                today = self.stage.navigator.session.as_of
                items += [18, timeline_panel(theme, words, rows, today, self.trial.pace)]
            items += [22, *plan_steps(self.stage, planning, self._teller)]
        elif planning.chosen is not None:
            items += [18, no_way_panel(self.stage, planning.chosen, self._teller)]
        self._body.put(column(theme, *items) if items else None)
        self.what_if = WhatIfNote(self.stage, planning, self._teller)
        self.what_if.changed.connect(self._switched)
        self._trying.put(self.what_if)
