"""A plan as bars over time: what a person does, what they wait for, what counts if the employer says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from desktop_app.i18n import Message
from desktop_app.judgement.case import Case
from desktop_app.judgement.plan import Plan
from desktop_app.judgement.ready import ReadyPosition
from desktop_app.judgement.schedule import Dated
from desktop_app.rulebook.routes import Route

Kind = Literal["do", "wait", "ask"]


class Bar(NamedTuple):
    kind: Kind
    begins: date
    ends: date


class Row(NamedTuple):
    """One line of the picture."""

    name: Message
    bars: tuple[Bar, ...] = ()
    step: Dated | None = None
    """The step that its last bar stands for."""
    goes_on: date | None = None
    """The day up to which a role goes on."""
    flag: date | None = None
    """The day from which a position matches."""
    unsure: bool = False
    """Its days are the earliest that they can be."""


def plan_rows(
    plan: Plan,
    position: ReadyPosition,
    routes: Mapping[str, Route],
    has_roles: bool,
    start: date,
    as_of: date,
) -> Iterator[Row]:
    """Steps in order, a wait on the line of what it comes after; then roles that go on; then what it leads to."""
    series = position.series
    by_role = [id_ for id_ in plan.routes if routes[id_].role is not None]
    yield from _steps(plan, series, by_role)
    kind: Kind = "ask" if _months_unclear(plan, position) else "do"
    for id_ in by_role:
        bar = Bar(kind, start, plan.ready)
        yield Row(Message(f"{series}.routes.{id_}.name"), (bar,), goes_on=plan.ready)
    if plan.waits_for_months and not by_role and has_roles:
        yield Row(Message("plan_page.timeline.roles"), (Bar(kind, as_of, plan.ready),), goes_on=plan.ready)
    flags = {id_: day for day, id_ in plan.unlocks}
    for id_, day in {**flags, plan.position: flags.get(plan.position, plan.ready)}.items():
        yield Row(Message(f"{series}.positions.{id_}.short"), flag=day, unsure=plan.at_the_earliest)


def _steps(plan: Plan, series: str, by_role: list[str]) -> Iterator[Row]:
    rows: dict[tuple[str, str], Row] = {}
    for one in plan.steps:
        if one.route in by_role:
            continue
        waits = one.step.takes.days is not None
        bar = Bar("wait" if waits else "do", one.begins, one.ends)
        before = (one.route, one.step.after[0]) if len(one.step.after) == 1 else None
        if waits and before in rows and len(rows[before].bars) == 1:
            row = rows[before]
            rows[before] = row._replace(bars=(*row.bars, bar), step=one, unsure=one.at_the_earliest)
        else:
            name = Message(f"{series}.steps.{one.step.id}.name")
            rows[one.route, one.step.id] = Row(name, (bar,), one, unsure=one.at_the_earliest)
    yield from rows.values()


def _months_unclear(plan: Plan, position: ReadyPosition) -> bool:
    """Whether the months that it leads to count only if the employer says so."""
    then = Case(plan.applied, plan.ready)
    return any(
        one.months and one.id not in plan.waives and one.weigh(then).word == "unclear"
        for one in position.requirements
        if one.strength in ("must", "level")
    )
