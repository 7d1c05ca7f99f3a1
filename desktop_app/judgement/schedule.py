"""When the steps of a plan can begin and end, what they cost, and what is not known of either."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from desktop_app.answers.employment import months_after
from desktop_app.rulebook.routes import RouteStep, Within

DAYS_A_WEEK = 7


class Pace(NamedTuple):
    """Hours a week that the person sets."""

    training: float = 8
    work: float = 10


class Cost(NamedTuple):
    """Dollars, from the least to the most, as far as they are known."""

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    unknown: int = 0
    """How many fees were not found."""

    def plus(self, other: Cost) -> Cost:
        return Cost(self.low + other.low, self.high + other.high, self.unknown + other.unknown)


class Dated(NamedTuple):
    """One step with its days."""

    route: str
    step: RouteStep
    begins: date
    ends: date
    at_the_earliest: bool
    """A time before it, or its own, was not found: the days are the earliest that they can be."""
    cost: Cost
    too_late: bool = False
    """At this pace it ends after the months within which it has to."""


def dated(route: str, steps: Iterable[RouteStep], start: date, pace: Pace) -> list[Dated]:
    """The steps of one route with their days; each begins when those it comes after have ended."""
    made: dict[str, Dated] = {}
    for step in steps:
        before = [made[name] for name in step.after if name in made]
        begins = max((one.ends for one in before), default=start)
        unsure = step.takes.unknown or any(one.at_the_earliest for one in before)
        ends = begins + min(timedelta(days=days_of(step, pace)), date.max - begins)
        late = step.within is not None and ends > _last_day(step.within, made, start)
        made[step.id] = Dated(route, step, begins, ends, unsure, cost_of(step), late)
    return list(made.values())


def _last_day(within: Within, made: Mapping[str, Dated], start: date) -> date:
    """The day by which a step has to end; steps that are done already set it off at the start."""
    before = made.get(within.of or "")
    begun = before.ends if before else start
    return months_after(begun, within.months)


def days_of(step: RouteStep, pace: Pace) -> int:
    """Days that a step takes, at the most; none where it is the person's own or not known."""
    takes = step.takes
    if takes.days is not None:
        return takes.days
    if takes.hours is not None:
        a_week = _hours_a_week(pace)[takes.pace or "training"]
        return math.ceil(takes.hours / a_week) * DAYS_A_WEEK
    return 0


def _hours_a_week(pace: Pace) -> Mapping[str, float]:
    return {"training": max(pace.training, 1), "work": max(pace.work, 1)}


def cost_of(step: RouteStep) -> Cost:
    if step.fee is None:
        return Cost()
    if step.fee.low is None or step.fee.high is None:
        return Cost(unknown=1)
    return Cost(Decimal(step.fee.low), Decimal(step.fee.high))


def total(costs: Iterable[Cost]) -> Cost:
    sum_ = Cost()
    for cost in costs:
        sum_ = sum_.plus(cost)
    return sum_
