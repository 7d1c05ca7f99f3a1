"""The ways to each position of a judgement, or why there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.answers.sheet import Sheet
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.no_way import NoWay, no_way
from desktop_app.judgement.plan import Plan, Planner
from desktop_app.judgement.result import PositionJudgement
from desktop_app.judgement.schedule import Pace
from desktop_app.judgement.standing import MATCHES
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Pack
from desktop_app.rulebook.routes import Route


class Planned(NamedTuple):
    """A position, and the ways to it."""

    position: PositionJudgement
    plans: tuple[Plan, ...]
    no_way: NoWay | None
    """Why there is none; None where there is one, or none is needed."""

    @property
    def matches(self) -> bool:
        return self.position.outcome in MATCHES


def planned(
    judge: Judge,
    packs: Sequence[tuple[Pack, Sequence[Route]]],
    facts: Facts,
    sheet: Sheet,
    start: date,
    pace: Pace,
) -> Iterator[Planned]:
    """The positions as judged, each with its plans, the best first."""
    planner = Planner(judge, packs, facts)
    by_series = {pack.series: (pack, routes) for pack, routes in packs}
    for position in judge.judge(sheet).positions:
        plans = tuple(planner.plans(sheet, position.id, start, pace))
        why = None
        if not plans and position.outcome not in MATCHES:
            why = no_way(position, sheet, *by_series[position.series], facts)
        yield Planned(position, plans, why)
