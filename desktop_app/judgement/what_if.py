"""What if this were done: standings, dates and plans of every position with it; no answer is changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.answers.sheet import Known, Sheet
from desktop_app.i18n import Message
from desktop_app.judgement.case import Case, case_of
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.plan import Plan, Planner, ReadyRoute, known_after
from desktop_app.judgement.ready import ReadyPosition
from desktop_app.judgement.result import PositionJudgement
from desktop_app.judgement.schedule import Dated, Pace
from desktop_app.judgement.standing import MATCHES
from desktop_app.judgement.timeline import Timeline
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import All, Answer, Any_, Expression


class Offer(NamedTuple):
    """One thing to try out: a whole route, a step of one that answers a question, or a yes from the employer."""

    key: str
    series: str
    route: str = ""
    step: str = ""
    asked: str = ""
    """The requirement that the employer would say yes to."""
    ends: date | None = None
    """When it would be there; None for a yes, which may come any day."""
    at_the_earliest: bool = False
    begins: bool = False
    """It is there as soon as it begins: a role that goes on."""

    @property
    def name(self) -> Message:
        if self.asked:
            asked = Message(f"{self.series}.requirements.{self.asked}.name")
            return Message("plan_page.what_if.yes", {"requirement": asked})
        part = f"steps.{self.step}" if self.step else f"routes.{self.route}"
        return Message(f"{self.series}.{part}.what_if")


class Prospect(NamedTuple):
    """What a position comes to with what is tried out."""

    position: PositionJudgement
    """As judged on the day on which all of it is there."""
    outcome: str
    """With every yes of the employer that is tried out, on the day `on` where there is one."""
    on: date | None
    """The day from which it matches by that and by time alone; None where it does not."""
    then: date | None
    """Where it does not: the day by which further steps would lead there, if there are any."""
    at_the_earliest: bool


@dataclass(frozen=True)
class Outlook:
    """Every position with what is tried out."""

    day: date
    """When all of it is there."""
    prospects: tuple[Prospect, ...]


class WhatIf:
    """Tries things out on one sheet, from a start date and at a pace."""

    def __init__(
        self, judge: Judge, planner: Planner, facts: Facts, sheet: Sheet, start: date, pace: Pace
    ) -> None:
        self._judge, self._planner, self._facts = judge, planner, facts
        self._sheet, self._case = sheet, case_of(sheet, facts)
        self._start, self._pace = max(start, sheet.as_of), pace

    # ------------------------------------------------------------ what can be tried out

    def offers(self, plans: Iterable[Plan]) -> tuple[Offer, ...]:
        """What plans are made of, each thing once: the same answers may be given by routes of two packs."""
        found: dict[object, Offer] = {}
        for plan in plans:
            series, _ = self._planner.find(plan.position)
            for route in self._planner.routes[series]:
                if route.id in plan.routes:
                    for offer, given in self._of_route(series, route, plan.steps):
                        found.setdefault(given, offer)
            for offer in self._to_ask(series, plan):
                found.setdefault(offer.key, offer)
        return tuple(found.values())

    def _of_route(
        self, series: str, route: ReadyRoute, steps: Iterable[Dated]
    ) -> Iterator[tuple[Offer, object]]:
        """Its steps that answer a question, then the whole of it; each with what it would give."""
        own = [step for step in steps if step.route == route.id]
        key = f"{series}.{route.id}"
        for step in own:
            given = dict(_answers(step.step.done_when)) if step.step.done_when else {}
            if given:
                ends, unsure = step.ends, step.at_the_earliest
                offer = Offer(f"{key}.{step.step.id}", series, route.id, step.step.id, "", ends, unsure)
                yield offer, frozenset(given.items())
        ends = max((step.ends for step in own), default=self._start)
        unsure = any(step.at_the_earliest for step in own)
        begins = route.route.role is not None
        given_all = frozenset(route.route.gives.items()) or key
        yield Offer(key, series, route.id, "", "", ends, unsure, begins), given_all

    def _to_ask(self, series: str, plan: Plan) -> Iterator[Offer]:
        """What is unclear of the position once the plan is done."""
        if plan.outcome == "confirm":
            _, position = self._planner.find(plan.position)
            case = Case(plan.applied, plan.ready)
            for one in position.requirements:
                stated = one.rule.basis != "inferred" and one.id not in plan.waives
                counts = one.strength in ("must", "level") and one.weigh(self._case).word != "unanswered"
                if stated and counts and one.weigh(case).word == "unclear":
                    yield Offer(f"{series}?{one.id}", series, asked=one.id)

    # ------------------------------------------------------------ what it comes to

    def outlook(self, tried: Collection[Offer], plans: Mapping[str, Collection[Plan]]) -> Outlook:
        """Every position with these tried out; `plans` are those of the sheet as it is, by position."""
        known = self._known(tried)
        day = max((offer.ends for offer in tried if offer.ends), default=self._sheet.as_of)
        judgement = self._judge.judge(Sheet(day, known, self._sheet.not_said))
        return Outlook(
            day, tuple(self._prospect(one, tried, known, day, plans) for one in judgement.positions)
        )

    def _known(self, tried: Iterable[Offer]) -> dict[str, Known]:
        """The answers as they would be: those of steps first, since a whole route has all of its own done."""
        in_order = sorted(tried, key=lambda offer: not offer.step)
        known: dict[str, Known] = dict(self._case.known)
        for offer in in_order:
            if offer.asked:
                continue
            route = self._route(offer)
            if offer.step:
                step = next(one for one in route.route.steps if one.id == offer.step)
                known |= dict(_answers(step.done_when)) if step.done_when else {}
            else:
                known = known_after(Case(known, self._case.as_of), [route.route], self._start, self._facts)
        return known

    def _route(self, offer: Offer) -> ReadyRoute:
        return next(one for one in self._planner.routes[offer.series] if one.id == offer.route)

    def _prospect(
        self,
        judged: PositionJudgement,
        tried: Collection[Offer],
        known: Mapping[str, Known],
        day: date,
        plans: Mapping[str, Collection[Plan]],
    ) -> Prospect:
        _, position = self._planner.find(judged.id)
        case = Case(known, day)
        outcome = self._outcome(position, case, tried)
        unsure = any(offer.at_the_earliest for offer in tried)
        if outcome in MATCHES:
            return Prospect(judged, outcome, self._since(position, tried, case), None, unsure)
        for later in Timeline(position.requirements, case).days():
            then_so = self._outcome(position, Case(known, later), tried)
            if then_so in MATCHES:
                return Prospect(judged, then_so, later, None, unsure)
        then = self._then(judged.id, tried, known, day, plans)
        return Prospect(judged, outcome, None, *(then or (None, False)))

    def _outcome(self, position: ReadyPosition, case: Case, tried: Iterable[Offer]) -> str:
        """With every yes of the employer: to what can be done in another way, and to what is only to be asked."""
        here = [offer for offer in tried if offer.series == position.series]
        waived = {id_ for offer in here if offer.route for id_ in self._route(offer).route.waives}
        asked = {offer.asked for offer in here if offer.asked}
        told = {
            one.id for one in position.requirements if one.id in asked and one.weigh(case).word == "unclear"
        }
        return position.outcome(case, waived | told)

    def _since(self, position: ReadyPosition, tried: Collection[Offer], case: Case) -> date:
        """The first day, up to that of the case, on which enough of it is there for the position to match."""
        grown = Timeline(position.requirements, Case(case.known, self._sheet.as_of)).days()
        ends = [offer.ends for offer in tried if offer.ends]
        for day in sorted({self._sheet.as_of, *ends, *grown}):
            by_then = [offer for offer in tried if offer.ends is None or offer.ends <= day]
            if self._outcome(position, Case(self._known(by_then), day), by_then) in MATCHES:
                return day
        return case.as_of

    def _then(
        self,
        position: str,
        tried: Collection[Offer],
        known: Mapping[str, Known],
        day: date,
        plans: Mapping[str, Collection[Plan]],
    ) -> tuple[date, bool] | None:
        """When further steps would lead there: on a way that has all of these anyway, or after them."""
        series, _ = self._planner.find(position)
        as_is = plans.get(position, ())
        bearing = frozenset[str]().union(*(plan.routes for plan in as_is))
        routes = {offer.route for offer in tried if offer.series == series} & bearing
        ways = [plan for plan in as_is if routes <= set(plan.routes)]
        if not ways:
            after = Sheet(day, known, self._sheet.not_said)
            ways = self._planner.plans(after, position, max(day, self._start), self._pace)
        if not ways:
            return None
        best = min(ways, key=lambda plan: plan.rank(self._start))
        return best.ready, best.at_the_earliest


def _answers(rule: Expression) -> Iterator[tuple[str, Known]]:
    """Answers by which a rule is met, as far as plain questions go; of alternatives the first."""
    match rule:
        case All():
            for part in rule.all:
                yield from _answers(part)
        case Any_():
            yield from _answers(rule.any[0])
        case Answer() if rule.met:
            yield rule.fact, rule.met[0]
