"""Who can help with a step: somewhere to put in hours, someone who trains, and the center whose page names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.center import Center, HelpKind, who_helps
from desktop_app.i18n import Message
from desktop_app.judgement.finding import Finding, facts_of
from desktop_app.judgement.result import PathStep, RequirementJudgement
from desktop_app.judgement.schedule import Dated
from desktop_app.rulebook.model import Answer, Expression
from desktop_app.rulebook.references import walk
from desktop_app.rulebook.routes import Route, RouteStep

COUNTED = ("months", "has_role")
"""What is met by putting in hours somewhere."""


@dataclass(frozen=True)
class WhoHelps:
    """Whom a center's own page names for each step; `routes` are those of each series."""

    center: Center
    routes: Mapping[str, Sequence[Route]]

    def with_step(self, step: Dated, series: str) -> Message | None:
        """With a step of a plan."""
        route = next(one for one in self.routes[series] if one.id == step.route)
        return who_helps(self.center, help_with_step(step.step, route))

    def toward(self, one: RequirementJudgement | PathStep, series: str) -> Message | None:
        """With what a requirement asks for."""
        return who_helps(self.center, help_toward(one, self.routes[series]))

    def besides(self) -> Message | None:
        """With anything else, such as a call or a question."""
        return who_helps(self.center)


def help_with_step(step: RouteStep, route: Route) -> HelpKind | None:
    if step.takes.pace == "training":
        return "trainers"
    volunteers = route.role is not None and route.role.paid is not True
    return "places" if volunteers or step.takes.pace == "work" else None


def help_toward(one: RequirementJudgement | PathStep, routes: Iterable[Route]) -> HelpKind | None:
    """For what a requirement, or a step toward its certificate, asks for; the training is one of those steps."""
    if any(part.kind in COUNTED for part in _parts(one.finding)):
        return "places"
    if isinstance(one, RequirementJudgement) and one.path:
        return None
    facts = facts_of(one.finding)
    return "trainers" if any(_trains(route, facts) for route in routes) else None


def _trains(route: Route, facts: frozenset[str]) -> bool:
    """Whether the route has a training in it, and leads to one of these answers; or its training itself does."""
    trainings = [step for step in route.steps if step.takes.pace == "training"]
    asked = {fact for step in trainings if step.done_when for fact in _facts_in(step.done_when)}
    return bool(asked & facts) or (bool(trainings) and bool(facts & set(route.gives)))


def _facts_in(rule: Expression) -> Iterator[str]:
    return (part.fact for part in walk(rule) if isinstance(part, Answer))


def _parts(finding: Finding) -> Iterator[Finding]:
    yield finding
    for part in finding.parts:
        yield from _parts(part)
