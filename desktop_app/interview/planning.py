"""Plans for the answers of a sitting, and what is tried out on them; no part of it becomes an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from desktop_app.i18n import Message
from desktop_app.interview.session import View
from desktop_app.judgement.case import Case, case_of
from desktop_app.judgement.no_way import no_way
from desktop_app.judgement.plan import Plan
from desktop_app.judgement.plan_rows import Row, plan_rows
from desktop_app.judgement.plan_words import PlanWords, plan_words
from desktop_app.judgement.planned import Planned
from desktop_app.judgement.schedule import Pace
from desktop_app.judgement.standing import MATCHES
from desktop_app.judgement.what_if import Offer, Outlook, WhatIf
from desktop_app.judgement.who_helps import WhoHelps


@dataclass(frozen=True)
class Trial:
    """What a person sets while looking at plans: which one, from when, how fast, and what is tried out."""

    position: str | None = None
    way: int = 0
    start: date | None = None
    """None for today."""
    pace: Pace = field(default_factory=Pace)
    tried: frozenset[str] = frozenset()
    """Keys of offers."""


class Ways:
    """The ways to every position from a day on and at a pace. Worked out when looked at, and then kept."""

    def __init__(self, view: View, start: date, pace: Pace) -> None:
        self._view, self.start, self.pace = view, start, pace
        self._interview = view.interview

    @cached_property
    def plans(self) -> Mapping[str, list[Plan]]:
        planner, sheet = self._interview.planner, self._view.sheet
        return {
            one.id: planner.plans(sheet, one.id, self.start, self.pace)
            for one in self._view.judgement.positions
        }

    @cached_property
    def planned(self) -> tuple[Planned, ...]:
        """The positions that do not match yet, each with the ways to it."""
        made = []
        for position in self._view.judgement.positions:
            if position.outcome not in MATCHES:
                plans = tuple(self.plans[position.id])
                why = None
                if not plans:
                    loaded = next(one for one in self._interview.packs if one.pack.series == position.series)
                    routes = [ready.route for ready in self._interview.planner.routes[position.series]]
                    facts = self._interview.book.facts
                    why = no_way(position, self._view.sheet, loaded.pack, routes, facts)
                made.append(Planned(position, plans, why))
        return tuple(made)

    @cached_property
    def what_if(self) -> WhatIf:
        judge, planner = self._interview.judge, self._interview.planner
        return WhatIf(judge, planner, self._interview.book.facts, self._view.sheet, self.start, self.pace)


class Planning:
    """What a view and a trial come to. Worked out when looked at."""

    def __init__(self, view: View, trial: Trial, ways: Ways | None = None) -> None:
        """`ways` are those of the same view, start and pace, where they were looked for before."""
        self._view, self.trial = view, trial
        self._interview = view.interview
        self.start = max(trial.start or view.sheet.as_of, view.sheet.as_of)
        self._ways = ways or Ways(view, self.start, trial.pace)

    @property
    def planned(self) -> tuple[Planned, ...]:
        """The positions that do not match yet, each with the ways to it."""
        return self._ways.planned

    def trying(self, trial: Trial) -> Planning:
        """The same answers with something else set; ways are looked for again only where they may be others."""
        other = Planning(self._view, trial)
        same = (other.start, trial.pace) == (self.start, self.trial.pace)
        return Planning(self._view, trial, self._ways) if same else other

    @cached_property
    def chosen(self) -> Planned | None:
        """The position that was chosen, or else the nearest; None where all of them match."""
        wanted = (one for one in self.planned if one.position.id == self.trial.position)
        return next(wanted, None) or min(self.planned, key=_distance, default=None)

    @cached_property
    def plan(self) -> Plan | None:
        """The way that is looked at."""
        plans = self.chosen.plans if self.chosen else ()
        return plans[min(self.trial.way, len(plans) - 1)] if plans else None

    def series(self, plan: Plan) -> str:
        return self._interview.planner.find(plan.position)[0]

    @property
    def looked_up(self) -> date:
        """The day of the source for the chosen position's steps that was read the longest ago."""
        assert self.chosen is not None  # noqa: S101 - there is a plan for it
        series = self.chosen.position.series
        loaded = next(one for one in self._interview.packs if one.pack.series == series)
        return min(source.retrieved for source in loaded.route_sources())

    def left_to_ask(self, plan: Plan) -> tuple[Message, ...]:
        """What is unclear still once a plan is done, by the names of the requirements."""
        series, position = self._interview.planner.find(plan.position)
        then = Case(plan.applied, plan.ready)
        left = (one.id for one in position.requirements if one.weigh(then).word == "unclear")
        return tuple(Message(f"{series}.requirements.{id_}.name") for id_ in left)

    def words(self, plan: Plan, helps: WhoHelps | None = None) -> PlanWords:
        """A way to the chosen position, in keys and values."""
        assert self.chosen is not None  # noqa: S101 - there is a plan for it
        facts = self._interview.book.facts
        known = case_of(self._view.sheet, facts).known
        return plan_words(plan, self.chosen.position, known, self.trial.pace, facts, helps)

    def rows(self, plan: Plan) -> tuple[Row, ...]:
        """The same as bars over time."""
        series, position = self._interview.planner.find(plan.position)
        roles = case_of(self._view.sheet, self._interview.book.facts).roles
        routes = {one.id: one.route for one in self._interview.planner.routes[series]}
        return tuple(plan_rows(plan, position, routes, bool(roles), self.start, self._view.sheet.as_of))

    # ------------------------------------------------------------ what if

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """What can be tried out: the way that is looked at first, then the best way to each other position."""
        others = (one.plans[0] for one in self.planned if one.plans and one is not self.chosen)
        return self._ways.what_if.offers([*([self.plan] if self.plan else []), *others])

    @cached_property
    def tried(self) -> tuple[Offer, ...]:
        return tuple(offer for offer in self.offers if offer.key in self.trial.tried)

    @cached_property
    def outlook(self) -> Outlook:
        """Every position with what is tried out."""
        return self._ways.what_if.outlook(self.tried, self._ways.plans)


def _distance(one: Planned) -> tuple[bool, bool, date]:
    """What is missing is planned for before what is merely not known yet, and what can be had soon before the rest."""
    ready = one.plans[0].ready if one.plans else date.max
    return (not one.plans, one.position.outcome != "not_yet", ready)
