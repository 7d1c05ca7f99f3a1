"""Why no steps lead to a position: what nobody can work for, and the ways that what was said closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.answers.sheet import Sheet
from desktop_app.i18n import Message
from desktop_app.judgement.case import Case, case_of
from desktop_app.judgement.criteria import Workshop
from desktop_app.judgement.explain import deciding, once, told_of
from desktop_app.judgement.finding import Finding, facts_of
from desktop_app.judgement.result import PositionJudgement
from desktop_app.judgement.standing import Grade
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Pack
from desktop_app.rulebook.routes import Route


class ClosedWay(NamedTuple):
    """A route that would help, and what was said that closes it."""

    name: Message
    why: tuple[Message, ...]
    before_paying: tuple[Message, ...]
    """What to make sure of before any money goes into it."""


@dataclass(frozen=True)
class NoWay:
    """What to say, kindly, where there is no plan."""

    own_life: tuple[Message, ...]
    """Of requirements about a person's own life: that there is nothing to do, and whom to ask."""
    closed: tuple[ClosedWay, ...]


def no_way(
    position: PositionJudgement, sheet: Sheet, pack: Pack, routes: Sequence[Route], facts: Facts
) -> NoWay:
    """Why no plan leads to this position. What was chosen of a private fact is not named."""
    missing = [one for one in position.requirements if one.standing.word == "not_met"]
    own_life = tuple(
        Message(f"{pack.series}.requirements.{one.id}.todo") for one in missing if not one.rule.changeable
    )
    wanted = frozenset[str]().union(*(facts_of(one.finding) for one in missing))
    closed = _Closed(pack, routes, case_of(sheet, facts), facts).ways(wanted)
    return NoWay(own_life, tuple(closed))


class _Closed:
    def __init__(self, pack: Pack, routes: Sequence[Route], case: Case, facts: Facts) -> None:
        self._pack, self._routes, self._case, self._facts = pack, routes, case, facts
        self._shop = Workshop(pack.rules, facts)

    def ways(self, wanted: frozenset[str]) -> Iterator[ClosedWay]:
        """The routes toward these facts that are for this person, and whose needs cannot hold."""
        for route in self._routes:
            if route.needs is None or not wanted & set(route.gives) or not self._is_for_them(route):
                continue
            series = self._pack.series
            why = once(self._told(self._shop.criterion(route.needs).look(self._case)))
            if why:
                checks = tuple(Message(f"{series}.before_paying.{check}") for check in route.before_paying)
                yield ClosedWay(Message(f"{series}.routes.{route.id}.name"), why, checks)

    def _is_for_them(self, route: Route) -> bool:
        when = route.only_when
        return when is None or self._shop.criterion(when).weigh(self._case).low is Grade.MET

    def _told(self, finding: Finding) -> Iterator[Message]:
        """What is short of it, without what another route would bring."""
        if finding.standing.high is not Grade.NOT_MET:
            return
        if finding.kind != "all" and any(facts_of(finding) & set(route.gives) for route in self._routes):
            return
        if not finding.parts:
            yield from told_of(finding, self._pack.series, self._facts)
        for part in deciding(finding) if finding.parts else ():
            yield from self._told(part)
