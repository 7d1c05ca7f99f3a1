"""The shape of a pack's routes: what a person can do, in which order, how long it takes and what it costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from pydantic import Field, model_validator

from desktop_app.rulebook.citation import Source
from desktop_app.rulebook.model import Expression, WhichRoles
from desktop_app.rulebook.part import Amount, Id, Part

Confidence = Literal["high", "medium", "low"]
Pace = Literal["training", "work"]


class Takes(Part):
    """How long a step takes: exactly one of these."""

    days: int | None = Field(default=None, ge=0, le=3660)
    """Days to wait, at the most."""
    hours: float | None = Field(default=None, gt=0, le=5000)
    """Hours to put in, at the pace that the person sets."""
    pace: Pace | None = None
    yours: bool = False
    """As soon as the person gets to it: counted as no time."""
    unknown: bool = False
    """Not found: shown as unknown, counted as no time, ranked last."""

    @model_validator(mode="after")
    def _one_way(self) -> Takes:
        ways = [self.days is not None, self.hours is not None, self.yours, self.unknown]
        if sum(ways) != 1 or (self.hours is not None) != (self.pace is not None):
            raise ValueError("give days, hours with their pace, yours or unknown: one of them")
        return self


class Fee(Part):
    """What a step costs, in dollars: from the one amount to the other, or unknown."""

    low: Amount | None = None
    high: Amount | None = None
    unknown: bool = False

    @model_validator(mode="after")
    def _one_way(self) -> Fee:
        if (self.low is None) != (self.high is None) or (self.low is None) != self.unknown:
            raise ValueError("give low and high, or unknown")
        return self


class Grounds(Part):
    """Where a step's times and fees were found, and how sure that is."""

    source: Id
    confidence: Confidence


class Within(Part):
    """A step has to end so many months after another has ended, or after the route was begun."""

    months: int = Field(ge=1, le=120)
    of: Id | None = None


class RouteStep(Part):
    """One thing to do or to wait for."""

    id: Id
    after: tuple[Id, ...] = ()
    """Steps of the same route that come first; the others may run meanwhile."""
    takes: Takes
    fee: Fee | None = None
    """None where nothing is paid."""
    grounds: Grounds | None = None
    """None where the step rests on nothing but the posting itself."""
    within: Within | None = None
    done_when: Expression | None = None
    """Left out of the plan when this is met already."""


class Route(Part):
    """Steps that together change what a person can answer."""

    id: Id
    steps: tuple[RouteStep, ...] = Field(min_length=1)
    gives: Mapping[Id, Id | bool] = Field(default_factory=dict)
    """The answers that hold at its end."""
    role: WhichRoles | None = None
    """A role that is begun, and goes on until its months are enough."""
    waives: tuple[Id, ...] = ()
    """Requirements that the employer is asked about, because the person cannot change them."""
    only_when: Expression | None = None
    """The route is for those alone whose answers meet this."""
    needs: Expression | None = None
    """What must hold at its end besides, or the money would be wasted; silence is given the benefit."""
    before_paying: tuple[Id, ...] = ()
    """What to make sure of before the first step that costs anything."""

    @model_validator(mode="after")
    def _steps_follow_steps_before_them(self) -> Route:
        seen: set[str] = set()
        for step in self.steps:
            if not set(step.after) <= seen or step.id in seen:
                raise ValueError(
                    f"the step '{step.id}' stands twice, or comes after one that is not before it"
                )
            seen.add(step.id)
        if not (self.gives or self.role or self.waives):
            raise ValueError("leads nowhere")
        return self


class RouteFile(Part):
    sources: tuple[Source, ...] = ()
    routes: tuple[Route, ...] = Field(min_length=1)


def words_of(routes: Iterable[Route]) -> Iterator[str]:
    """Every text that the program will look up for these routes."""
    for route in routes:
        yield from (f"routes.{route.id}.name", f"routes.{route.id}.what_if")
        yield from (f"before_paying.{check}" for check in route.before_paying)
        for step in route.steps:
            yield from (f"steps.{step.id}.name", f"steps.{step.id}.do")
            if step.done_when:
                yield f"steps.{step.id}.what_if"
            if step.grounds:
                yield from (f"sources.{step.grounds.source}.title", f"sources.{step.grounds.source}.short")
