"""Beside the plan: switches to try things out with, and what every position comes to with those that are on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.interview.planning import Planning
from desktop_app.judgement.what_if import Offer
from desktop_app.report.plan_told import PlanTeller
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, row, top, wide
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.panel import CHOSEN_LINE, Panel
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.switch import Switch
from desktop_app.ui.widgets.text import Heading, Text


class WhatIfNote(Panel):
    """Nothing that is switched on here becomes an answer."""

    changed = Signal(frozenset)
    """The keys of what is on."""

    def __init__(self, stage: Stage, planning: Planning, teller: PlanTeller) -> None:
        theme, words = stage.theme, stage.words
        super().__init__(theme, "note", None)
        self._stage, self._planning = stage, planning
        self.switches: dict[str, Switch] = {}
        self._outlook = Slot()
        items: list[Item] = []
        series = planning.chosen.position.series if planning.chosen else ""
        here = [offer for offer in planning.offers if self._is_of_plan(offer, series)]
        others = [offer for offer in planning.offers if offer not in here]
        for offer in here:
            items += [13, self._offer(offer, teller)]
        if others:
            items += [18, Text(theme, words.say("plan_page.what_if.more"), "small_strong", "soft")]
        for offer in others:
            items += [13, self._offer(offer, teller)]
        column(
            theme,
            Heading(theme, words.say("plan_page.what_if.title"), "h3"),
            4,
            Text(theme, words.say("plan_page.what_if.about"), "small", "soft"),
            *items,
            18,
            self._outlook,
            margins=(18, 15, 16, 17),
            into=self,
        )
        self.setAccessibleName(words.say("plan_page.what_if.title"))
        self.show_outlook(teller)

    def _is_of_plan(self, offer: Offer, series: str) -> bool:
        plan = self._planning.plan
        return (
            offer.series == series and plan is not None and (bool(offer.asked) or offer.route in plan.routes)
        )

    def _offer(self, offer: Offer, teller: PlanTeller) -> QWidget:
        theme, say = self._stage.theme, self._stage.words.say
        name, when = teller.offer(offer), teller.offer_when(offer)
        is_on = offer in self._planning.tried
        switch = Switch(theme, name, say("plan_page.what_if.on"), say("plan_page.what_if.off"), on=is_on)
        switch.setAccessibleDescription(when)
        switch.toggled.connect(lambda _on: self._toggled())
        self.switches[offer.key] = switch
        told = column(theme, Text(theme, name, "small_strong"), Text(theme, when, "small", "soft"), gap=1)
        return row(theme, top(switch), wide(told), gap=12)

    def _toggled(self) -> None:
        self.changed.emit(frozenset(key for key, switch in self.switches.items() if switch.isChecked()))

    # ------------------------------------------------------------ what it comes to

    def show_outlook(self, teller: PlanTeller) -> None:
        """Every position with what is on; `teller` speaks of the planning as it is now."""
        planning = teller.planning
        self._planning = planning
        words, theme = self._stage.words, self._stage.theme
        key = "tried" if planning.tried else "as_is"
        title = words.say(f"plan_page.what_if.{key}", day=words.short_day(planning.outlook.day))
        panel = Panel(theme, "card", "accent", line=CHOSEN_LINE)
        items: list[Item] = []
        said = [f"{title}:"]
        before = ""
        for prospect in planning.outlook.prospects:
            name, when = teller.position(prospect.position), teller.when(prospect)
            kind, word = teller.outcome(prospect)
            state = teller.state(prospect.position)
            items += [12, Text(theme, state, "small", "soft")] if state != before else []
            items += [6, self._standing(teller.short(prospect.position), Pill(theme, kind, word))]
            items += [1, Text(theme, when, "small", "soft")] if when else []
            said.append(". ".join(part for part in (f"{name}: {word}", when.removesuffix(".")) if part) + ".")
            before = state
        column(
            theme, Text(theme, title, "small_strong", "soft"), *items, margins=(14, 11, 12, 14), into=panel
        )
        panel.setAccessibleName(title)
        self.said = " ".join(said)
        self._outlook.put(panel)

    def _standing(self, name: str, pill: Pill) -> QWidget:
        """A position and how it stands, on one line where there is room for both."""
        holder = QWidget()
        line = Flow(holder, self._stage.theme.space(8), self._stage.theme.space(2), last_right=True)
        line.addWidget(Text(self._stage.theme, name, "small_strong", wrap=False))
        line.addWidget(pill)
        return holder
