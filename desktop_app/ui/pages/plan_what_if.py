"""Beside the plan: switches to try things out with, and what every position comes to with those that are on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.interview.planning import Planning
from desktop_app.judgement.what_if import Offer
from desktop_app.report.plan_told import PlanTeller
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.theme import Standing, Theme
from desktop_app.ui.widgets.arrange import Item, column, row, top, wide
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.kept import Kept, Part
from desktop_app.ui.widgets.panel import CHOSEN_LINE, Panel, note
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.switch import Switch
from desktop_app.ui.widgets.text import Heading, Text


class WhatIfNote(QWidget):
    """Nothing that is switched on here becomes an answer. Where nothing can be tried out, it tells how things are."""

    changed = Signal(frozenset)
    """The keys of what is on."""

    def __init__(self, stage: Stage) -> None:
        theme, words = stage.theme, stage.words
        super().__init__()
        self._stage = stage
        self.switches: dict[str, Switch] = {}
        self.said = ""
        """What the positions come to, for those who hear it."""
        self._here, self._others = Kept(theme), Kept(theme)
        more = Text(theme, words.say("plan_page.what_if.more"), "small_strong", "soft")
        self._further = column(theme, 18, more, self._others)
        title, about = (words.say(f"plan_page.what_if.{key}") for key in ("title", "about"))
        panel = note(theme, title, Text(theme, about, "small", "soft"), self._here, self._further)
        self._offers = column(theme, panel, 12)  # its distance goes with it
        self._outlook = _OutlookPanel(stage)
        column(theme, self._offers, self._outlook, into=self)

    def follow(self, teller: PlanTeller) -> None:
        """Offer what can be tried out now, and say what every position comes to with what is on."""
        planning = teller.planning
        series = planning.chosen.position.series if planning.chosen else ""
        here = [offer for offer in planning.offers if _is_of_plan(planning, offer, series)]
        others = [offer for offer in planning.offers if offer not in here]
        self._here.follow(self._part(offer, teller) for offer in here)
        self._others.follow(self._part(offer, teller) for offer in others)
        self._further.setVisible(bool(others))
        self._offers.setVisible(bool(planning.offers))
        shown = [*self._here.contents, *self._others.contents]
        self.switches = {one.key: one.switch for one in shown if isinstance(one, _Offer)}
        for offer in planning.offers:
            self._show_on(self.switches[offer.key], offer in planning.tried)
        self.said = self._outlook.follow(teller)

    def _part(self, offer: Offer, teller: PlanTeller) -> Part:
        told = (offer.key, teller.offer(offer), teller.offer_when(offer))
        return Part(told, lambda: self._offer(told), 13, "offer", offer.key)

    def _offer(self, told: tuple[str, str, str]) -> _Offer:
        offer = _Offer(self._stage, told)
        offer.switch.toggled.connect(lambda _on: self._toggled())
        return offer

    def _show_on(self, switch: Switch, on: bool) -> None:
        quiet = switch.blockSignals(True)
        switch.setChecked(on)
        switch.blockSignals(quiet)

    def _toggled(self) -> None:
        self.changed.emit(frozenset(key for key, switch in self.switches.items() if switch.isChecked()))


def _is_of_plan(planning: Planning, offer: Offer, series: str) -> bool:
    plan = planning.plan
    return offer.series == series and plan is not None and (bool(offer.asked) or offer.route in plan.routes)


class _Offer(QWidget):
    """A switch, and beside it what it tries out and when that would be."""

    def __init__(self, stage: Stage, told: tuple[str, str, str]) -> None:
        super().__init__()
        theme, say = stage.theme, stage.words.say
        self.key, name, when = told
        self.switch = Switch(theme, name, say("plan_page.what_if.on"), say("plan_page.what_if.off"))
        self.switch.setAccessibleDescription(when)
        self._name, self._when = Text(theme, name, "small_strong"), Text(theme, when, "small", "soft")
        row(theme, top(self.switch), wide(column(theme, self._name, self._when, gap=1)), gap=12, into=self)

    def follow(self, told: tuple[str, str, str]) -> None:
        self.key, name, when = told
        self.switch.setAccessibleName(name)
        self.switch.setAccessibleDescription(when)
        self._name.say(name)
        self._when.say(when)


class _Told(NamedTuple):
    """What is said of a position; the state only of its first."""

    state: str
    name: str
    status: tuple[Standing, str]
    when: str


class _OutlookPanel(Panel):
    """Every position with what is on."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.theme, "card", "accent", line=CHOSEN_LINE)
        self._stage = stage
        self._title = Heading(stage.theme, "", "h3")
        self._parts = Kept(stage.theme)
        column(stage.theme, self._title, self._parts, margins=(18, 13, 16, 16), into=self)

    def follow(self, teller: PlanTeller) -> str:
        """Returns all of it in words."""
        planning, words = teller.planning, self._stage.words
        key = "tried" if planning.tried else "as_is"
        title = words.say(f"plan_page.what_if.{key}", day=words.short_day(planning.outlook.day))
        if title != self._title.text():
            self._title.say(title)
            self.setAccessibleName(title)
        said, parts, before = [f"{title}:"], [], ""
        for prospect in planning.outlook.prospects:
            name, when = teller.position(prospect.position), teller.when(prospect)
            status, state = teller.outcome(prospect), teller.state(prospect.position)
            told = _Told("" if state == before else state, teller.short(prospect.position), status, when)
            make = partial(_Prospect, self._stage.theme, told)
            parts.append(Part(told, make, kind=prospect.position.id))
            word = status[1]
            said.append(". ".join(part for part in (f"{name}: {word}", when.removesuffix(".")) if part) + ".")
            before = state
        self._parts.follow(parts)
        self._line_up()
        return " ".join(said)

    def _line_up(self) -> None:
        """One place for all pills: beside the names where that is wide enough for each of them, or below."""
        lines = [one.line for one in self._parts.contents if isinstance(one, _Prospect)]
        needed = max((line.sizeHint().width() for line in lines), default=0)
        for line in lines:
            line.wait_for(needed)


class _Line(Flow):
    """A name with its pill to the right, or below it as soon as there is less than the width that is needed."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme.space(8), theme.space(3), last_right=True)
        self._needed = 0

    def wait_for(self, width: int) -> None:
        if width != self._needed:
            self._needed = width
            self.invalidate()

    def _rows(self, width: int) -> Sequence[QRect]:
        if width >= self._needed:
            return super()._rows(width)
        places: list[QRect] = []
        for item in self._shown():
            wide = min(item.sizeHint().width(), max(width, item.minimumSize().width()))
            height = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
            above = places[-1].bottom() + 1 + self._line_gap if places else 0
            places.append(QRect(0, above, wide, height))
        return places


class _Prospect(QWidget):
    """A position and how it stands; below, from when."""

    def __init__(self, theme: Theme, told: _Told) -> None:
        super().__init__()
        self._pill, self._when = Pill(theme, *told.status), Text(theme, told.when, "small", "soft")
        holder = QWidget()
        self.line = _Line(holder, theme)
        self.line.addWidget(Text(theme, told.name, "small_strong", wrap=False))
        self.line.addWidget(self._pill)
        state: list[Item] = [12, Text(theme, told.state, "small", "soft")] if told.state else []
        column(theme, *state, 8, holder, 2, self._when, into=self)
        self.follow(told)

    def follow(self, told: _Told) -> None:
        self._pill.show_standing(*told.status)
        self._when.say(told.when)
        self._when.setVisible(bool(told.when))
