"""The smallest sets of steps that lead to a position, tried by judging again, and ranked.

A plan never proposes what a person cannot change: their own life, or driving. Open answers are taken at their best
and named, so that a plan says "if this is so" rather than sending someone to school who may have a diploma.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from desktop_app.answers.employment import Role, RoleDate
from desktop_app.answers.sheet import Known, Sheet
from desktop_app.judgement.case import Case, case_of
from desktop_app.judgement.criteria import Criterion, Workshop
from desktop_app.judgement.decisive import LONG_AGO, possible_answers
from desktop_app.judgement.finding import Finding
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.ready import ReadyPosition
from desktop_app.judgement.schedule import Cost, Dated, Pace, dated, total
from desktop_app.judgement.standing import MATCHES, Grade
from desktop_app.judgement.timeline import Timeline
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Pack
from desktop_app.rulebook.routes import Route

MOST_SHOWN = 3
MOST_ROUTES = 4
"""More than this at once is no plan that anyone would follow."""


@dataclass(frozen=True)
class Plan:
    """One way to a position."""

    position: str
    routes: tuple[str, ...]
    steps: tuple[Dated, ...]
    """In the order of their days; steps done already are left out."""
    if_so: tuple[tuple[str, Known], ...]
    """Open answers that it counts on: fact and answer."""
    waives: tuple[str, ...]
    """Requirements that hang on what the employer says."""
    ready: date
    """The day on which the position matches, or the earliest that it can be."""
    at_the_earliest: bool
    outcome: str
    """meets or confirm, judged again on that day."""
    unlocks: tuple[tuple[date, str], ...]
    """The series' positions that begin to match on the way, each with its day."""
    applied: Mapping[str, Known]
    """The answers that hold when it is done."""
    before_paying: tuple[str, ...]
    cost: Cost
    waits_for_months: bool
    """A role goes on until its months are enough."""

    @property
    def unknown_times(self) -> int:
        return sum(dated.step.takes.unknown for dated in self.steps)

    def rank(self, start: date) -> tuple[Any, ...]:
        """Time on the critical path, then fee, then number; what is not known comes last."""
        days = (self.ready - start).days
        return (self.unknown_times, days, self.cost.unknown, self.cost.high, len(self.steps), self.routes)


class Planner:
    """The routes of the packs made ready; plans for any sheet follow."""

    def __init__(self, judge: Judge, packs: Iterable[tuple[Pack, Sequence[Route]]], facts: Facts) -> None:
        self._facts = facts
        self.routes: dict[str, list[ReadyRoute]] = {}
        self.positions: dict[str, list[ReadyPosition]] = {}
        for pack, routes in packs:
            shop = Workshop(pack.rules, facts)
            self.routes[pack.series] = [ReadyRoute(route, shop) for route in routes]
            self.positions[pack.series] = [one for one in judge.positions if one.series == pack.series]

    def plans(
        self, sheet: Sheet, position: str, start: date | None = None, pace: Pace | None = None
    ) -> list[Plan]:
        """At most three ways to a position that does not match yet, the best first; none where there is no way."""
        series, ready = self.find(position)
        case = case_of(sheet, self._facts)
        outcome = ready.outcome(case)
        if outcome in MATCHES:
            return []
        search = _Search(
            ready, self.positions[series], case, self._facts, start or sheet.as_of, pace or Pace()
        )
        found = list(search.plans(self.routes[series]))
        return sorted(found, key=lambda plan: plan.rank(search.start))[:MOST_SHOWN]

    def find(self, position: str) -> tuple[str, ReadyPosition]:
        """A position, with its series."""
        for series, positions in self.positions.items():
            for ready in positions:
                if ready.id == position:
                    return series, ready
        raise KeyError(position)


class ReadyRoute:
    def __init__(self, route: Route, shop: Workshop) -> None:
        self.route = route
        self.id = route.id
        self.only_when = _made(shop, route.only_when)
        self.needs = _made(shop, route.needs)
        self._done = {step.id: _made(shop, step.done_when) for step in route.steps}

    def is_open_to(self, case: Case) -> bool:
        """Whether the route is for this person, and gives something they do not have."""
        if self.only_when is not None and self.only_when.weigh(case).low is not Grade.MET:
            return False
        return not self.route.gives or any(case.known.get(f) != v for f, v in self.route.gives.items())

    def dated(self, case: Case, start: date, pace: Pace) -> list[Dated]:
        """Its steps with their days, without those that are done."""
        left = [step for step in self.route.steps if not self._is_done(step.id, case)]
        return dated(self.id, left, start, pace)

    def _is_done(self, step: str, case: Case) -> bool:
        done = self._done[step]
        return done is not None and done.weigh(case).low is Grade.MET

    def holds_up(self, case: Case) -> bool:
        """Whether what it needs besides could hold at its end; silence is given the benefit."""
        return self.needs is None or self.needs.weigh(case).high is not Grade.NOT_MET


def _made(shop: Workshop, rule: Any) -> Criterion | None:
    return None if rule is None else shop.criterion(rule)


class _Search:
    """The search for one position on one case."""

    def __init__(
        self,
        position: ReadyPosition,
        series: Sequence[ReadyPosition],
        case: Case,
        facts: Facts,
        start: date,
        pace: Pace,
    ) -> None:
        self._position, self._series, self._facts = position, series, facts
        self.start, self._pace = max(start, case.as_of), pace
        self._case = case
        self._if_so = dict(self._best_answers(case))
        self._best = Case({**case.known, **self._if_so}, case.as_of)

    def _best_answers(self, case: Case) -> Iterator[tuple[str, Known]]:
        """For each open answer that the position turns on, the first of its best ones."""
        while step := self._helpful(case, self._worth) or self._helpful(case, self._parts_in_place):
            yield step
            case = case.supposing(*step)

    def _helpful(self, case: Case, worth: Callable[[Case], int]) -> tuple[str, Known] | None:
        """The first open question of which an answer helps, and that answer; one that helps nothing is let be."""
        for name in [one for one in self._position.facts if self._is_open(one, case)]:
            tried = [(worth(case.supposing(name, value)), value) for value in self._answers(name)]
            best = max(reached for reached, _ in tried)
            if best > worth(case):
                return name, next(value for reached, value in tried if reached == best)
        return None

    def _is_open(self, name: str, case: Case) -> bool:
        """Open, and for a requirement that is not there anyway; roles are answered by routes."""
        return name not in case.known and self._position.could_block(name, case)

    def _answers(self, name: str) -> list[Known]:
        """A day since which years are counted is taken to be long enough ago."""
        return list(possible_answers(self._facts.by_id[name])) or [LONG_AGO]

    def _worth(self, case: Case) -> int:
        return sum(
            requirement.weigh(case).high + requirement.weigh(case).low
            for requirement in self._position.requirements
        )

    def _parts_in_place(self, case: Case) -> int:
        """How much the parts of its rules come to: where only several answers together move an end."""
        return sum(_leaves(requirement.criterion.look(case)) for requirement in self._position.requirements)

    def plans(self, routes: Sequence[ReadyRoute]) -> Iterator[Plan]:
        """The smallest sets of routes that lead to the position; no set that holds a smaller one."""
        useful = [route for route in routes if route.is_open_to(self._best) and self._touches(route.route)]
        leading: list[frozenset[str]] = []
        for size in range(min(len(useful), MOST_ROUTES) + 1):
            for chosen in combinations(useful, size):
                names = frozenset(route.id for route in chosen)
                if any(smaller <= names for smaller in leading):
                    continue
                plan = self._plan(chosen)
                if plan:
                    leading.append(names)
                    yield plan

    def _touches(self, route: Route) -> bool:
        """Whether a route bears on a requirement that keeps the position from matching."""
        for requirement in self._position.requirements:
            if (
                requirement.strength in ("must", "level")
                and requirement.weigh(self._best).low is Grade.NOT_MET
            ):
                by_facts = bool(requirement.criterion.facts & set(route.gives))
                by_role = route.role is not None and bool(requirement.months)
                if by_facts or by_role or requirement.id in route.waives:
                    return True
        # A route may be needed for another: a diploma for the certificate.
        return (
            bool(route.gives)
            and route.role is None
            and any(
                fact in requirement.facts
                for requirement in self._position.requirements
                for fact in route.gives
            )
        )

    def _plan(self, chosen: tuple[ReadyRoute, ...]) -> Plan | None:
        known = self._known_after(chosen)
        if self._lacks_more_than_months(known, chosen):
            return None
        steps = [step for route in chosen for step in route.dated(self._best, self.start, self._pace)]
        done = max((step.ends for step in steps), default=self.start)
        waives = tuple(dict.fromkeys(id_ for route in chosen for id_ in route.route.waives))
        if not all(route.holds_up(Case(known, done)) for route in chosen):
            return None
        ready = self._day_of_match(known, done, waives)
        if ready is None:
            return None
        steps.sort(key=lambda step: (step.begins, step.ends))
        return Plan(
            self._position.id,
            tuple(route.id for route in chosen),
            tuple(steps),
            tuple(self._if_so.items()),
            waives,
            ready,
            any(step.at_the_earliest for step in steps),
            self._outcome(known, ready, waives),
            tuple(self._unlocks(chosen, steps, ready)),
            known,
            tuple(dict.fromkeys(check for route in chosen for check in route.route.before_paying)),
            total(step.cost for step in steps),
            ready > done,
        )

    def _lacks_more_than_months(self, known: Mapping[str, Known], chosen: Iterable[ReadyRoute]) -> bool:
        """Whether something is missing that no time will bring: seen before days are looked at."""
        waived = {id_ for route in chosen for id_ in route.route.waives}
        case = Case(known, self.start)
        return any(
            requirement.strength in ("must", "level")
            and not requirement.months
            and requirement.id not in waived
            and requirement.weigh(case).low is Grade.NOT_MET
            for requirement in self._position.requirements
        )

    def _known_after(self, chosen: Iterable[ReadyRoute]) -> dict[str, Known]:
        return known_after(self._best, (route.route for route in chosen), self.start, self._facts)

    def _day_of_match(self, known: Mapping[str, Known], done: date, waives: tuple[str, ...]) -> date | None:
        """The first day from `done` on, within five years, on which the position matches."""
        case = Case(known, done)
        if self._outcome(known, done, waives) in MATCHES:
            return done
        days = Timeline(self._position.requirements, case).days()
        return next((day for day in days if self._outcome(known, day, waives) in MATCHES), None)

    def _outcome(self, known: Mapping[str, Known], day: date, waives: tuple[str, ...] = ()) -> str:
        return self._position.outcome(Case(known, day), waives)

    def _unlocks(
        self, chosen: Iterable[ReadyRoute], steps: list[Dated], ready: date
    ) -> Iterator[tuple[date, str]]:
        """When each position of the series begins to match on the way, with the routes that are done by then."""
        ends = {
            route.id: max((s.ends for s in steps if s.route == route.id), default=self.start)
            for route in chosen
        }
        already = {one.id for one in self._series if one.outcome(self._best) in MATCHES}
        for day in sorted({*ends.values(), *self._months_on_the_way(chosen, ready), ready}):
            known = self._known_after(route for route in chosen if ends[route.id] <= day)
            for one in self._series:
                if one.id not in already and one.outcome(Case(known, day)) in MATCHES:
                    already.add(one.id)
                    yield day, one.id

    def _months_on_the_way(self, chosen: Iterable[ReadyRoute], ready: date) -> Iterator[date]:
        known = self._known_after(chosen)
        for one in self._series:
            yield from (d for d in Timeline(one.requirements, Case(known, self.start)).days() if d <= ready)


def known_after(case: Case, routes: Iterable[Route], start: date, facts: Facts) -> dict[str, Known]:
    """The answers once these routes are done; a certificate that is new has no old expiry."""
    known, roles = dict(case.known), case.roles
    for route in routes:
        for fact, value in route.gives.items():
            known[fact] = value
            for follow_up in facts.by_id.values():
                if follow_up.read_when and follow_up.read_when.fact == fact and follow_up.kind == "date":
                    known.pop(follow_up.id, None)
        if route.role is not None:
            known["roles"] = roles = (*roles, _begun(route, start))
    return known


def _leaves(finding: Finding) -> int:
    if not finding.parts:
        return finding.standing.low
    return sum(_leaves(part) for part in finding.parts)


def _begun(route: Route, start: date) -> Role:
    """The role of a route, begun on the first day of the plan and going on."""
    which = route.role
    assert which is not None  # noqa: S101 - asked for only where there is one
    work = which.work[0] if which.work else "other"
    setting = which.setting[0] if which.setting else "other"
    return Role(work, setting, bool(which.paid), RoleDate(start, start), None)


def applied_sheet(plan: Plan) -> Sheet:
    """The sheet as it will be when the plan is done, on the day that it is ready."""
    return Sheet(plan.ready, plan.applied, {})
