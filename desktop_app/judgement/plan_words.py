"""A plan in catalog keys and values, for the terminal, the report and the window; never prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from desktop_app.answers.sheet import Known
from desktop_app.i18n import Message
from desktop_app.judgement.explain import once
from desktop_app.judgement.finding import facts_of
from desktop_app.judgement.plan import Plan
from desktop_app.judgement.reasons import answer_words
from desktop_app.judgement.result import PositionJudgement
from desktop_app.judgement.schedule import Cost, Dated, Pace
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Answer, Expression
from desktop_app.rulebook.references import walk
from desktop_app.rulebook.routes import Grounds, RouteStep, Takes


class StepWords(NamedTuple):
    """One step, each part of it ready to be said."""

    id: str
    name: Message
    do: Message
    when: Message
    """From when to when, and what that rests on; what was not found is said."""
    late: Message | None
    """That this pace passes the months within which it has to be done."""
    fee: Message | None
    """None where nothing is paid."""
    source: Message | None
    """Where times and fees were found, and how sure that is."""
    papers: tuple[Message, ...]
    """Some packs say nothing of a paper: these are to be said only where the catalog has them."""
    unlocks: tuple[Message, ...]
    """Positions that match once it is done."""
    before_paying: tuple[Message, ...]
    """What to make sure of before it; told of the first step that costs anything."""
    helps: Message | None = None
    """Whom the center's own page names for it."""


@dataclass(frozen=True)
class PlanWords:
    """One way to a position, in the order in which it is read."""

    name: Message
    counts_on: tuple[Message, ...]
    """Open answers that it takes for granted."""
    asks_for: tuple[Message, ...]
    """Requirements that hang on what the employer says, by name."""
    steps: tuple[StepWords, ...]
    goes_on: Message | None
    """That a role has to go on after the steps, and until when."""
    unlocks: tuple[Message, ...]
    """Positions that begin to match while time passes, after or without steps."""
    ready: Message
    fees: Message | None
    """What is known of all fees together; None where nothing is."""
    fees_unknown: Message | None
    papers: tuple[Message, ...]
    """Papers that belong to no one step; to be said as those of a step are."""


def plan_words(
    plan: Plan,
    position: PositionJudgement,
    known: Mapping[str, Known],
    pace: Pace,
    facts: Facts,
    helps: WhoHelps | None = None,
) -> PlanWords:
    """A plan for a position as it is judged now, from what is known now."""
    return _Teller(plan, position, known, pace, facts, helps).told()


class _Teller:
    def __init__(
        self,
        plan: Plan,
        position: PositionJudgement,
        known: Mapping[str, Known],
        pace: Pace,
        facts: Facts,
        helps: WhoHelps | None,
    ) -> None:
        self._plan, self._pace, self._facts, self._helps = plan, pace, facts, helps
        self._series = position.series
        self._papers = _Papers(plan, position, known)

    def told(self) -> PlanWords:
        plan = self._plan
        steps = tuple(self._steps())
        with_steps = [paper for step in steps for paper in step.papers]
        return PlanWords(
            self._name(),
            tuple(if_so(fact, value, self._facts) for fact, value in plan.if_so),
            tuple(self._word(f"requirements.{id_}.name") for id_ in plan.waives),
            steps,
            self._goes_on(),
            tuple(self._unlocks(None)),
            self._ready(),
            fees(plan.cost) if plan.cost.high else None,
            Message("plan.fees.not_found", {"count": plan.cost.unknown}) if plan.cost.unknown else None,
            once(paper for paper in self._papers.of_plan() if paper not in with_steps),
        )

    def _name(self) -> Message:
        if self._plan.routes:
            routes = tuple(self._word(f"routes.{route}.name") for route in self._plan.routes)
            return Message("plan.name.routes", {"routes": routes})
        return Message("plan.name.keep_going" if self._plan.waits_for_months else "plan.name.answers")

    def _steps(self) -> Iterator[StepWords]:
        steps = self._plan.steps
        paid = next((number for number, one in enumerate(steps) if one.step.fee), 0)
        for number, one in enumerate(steps):
            grounds = one.step.grounds
            yield StepWords(
                one.step.id,
                self._word(f"steps.{one.step.id}.name"),
                self._word(f"steps.{one.step.id}.do"),
                when(one, self._pace, surely=self._begins_surely(one)),
                too_late(one),
                fees(one.cost) if one.step.fee else None,
                self._source(grounds) if grounds else None,
                once(self._papers.of_step(one.step)),
                tuple(self._unlocks(number)),
                self._before_paying() if number == paid else (),
                self._helps.with_step(one, self._series) if self._helps else None,
            )

    def _begins_surely(self, one: Dated) -> bool:
        """Whether no time of the steps that it comes after is unknown."""
        before = (other for other in self._plan.steps if other.route == one.route)
        return not any(other.at_the_earliest for other in before if other.step.id in one.step.after)

    def _before_paying(self) -> tuple[Message, ...]:
        return tuple(self._word(f"before_paying.{check}") for check in self._plan.before_paying)

    def _source(self, grounds: Grounds) -> Message:
        values = {
            "source": self._word(f"sources.{grounds.source}.short"),
            "sure": Message(f"plan.sure.{grounds.confidence}"),
        }
        return Message("plan.source", values)

    def _unlocks(self, step: int | None) -> Iterator[Message]:
        """What begins to match with the step of this number; with None, what time alone brings."""
        for day, position in self._plan.unlocks:
            ending = [number for number, one in enumerate(self._plan.steps) if one.ends == day]
            if step is None and position == self._plan.position:
                continue  # that is what the day on which it is ready says
            if (max(ending) if ending else None) == step:
                values = {"position": self._word(f"positions.{position}.short"), "day": day}
                yield Message(f"plan.unlocks.{self._surely()}", values)

    def _goes_on(self) -> Message | None:
        if not self._plan.waits_for_months:
            return None
        return Message(f"plan.goes_on.{self._surely()}", {"day": self._plan.ready})

    def _ready(self) -> Message:
        if not self._plan.steps and not self._plan.waits_for_months:
            return Message(f"plan.ready.{self._plan.outcome}.now")
        return Message(f"plan.ready.{self._plan.outcome}.{self._surely()}", {"day": self._plan.ready})

    def _surely(self) -> str:
        return "earliest" if self._plan.at_the_earliest else "by_then"

    def _word(self, key: str) -> Message:
        return Message(f"{self._series}.{key}")


class _Papers:
    """The papers of a plan: of the requirements that it works toward, and of the steps of their paths."""

    def __init__(self, plan: Plan, position: PositionJudgement, known: Mapping[str, Known]) -> None:
        counted_on = dict(plan.if_so)
        given = {
            fact for fact, value in plan.applied.items() if known.get(fact, counted_on.get(fact)) != value
        }
        self._series = position.series
        self._worked_for = [one for one in position.requirements if facts_of(one.finding) & given]

    def of_step(self, step: RouteStep) -> Iterator[Message]:
        """Of what is in place once the step is done."""
        asked = frozenset(_answered(step.done_when)) if step.done_when else frozenset[str]()
        for one in self._worked_for:
            for item in one.path:
                if facts_of(item.finding) & asked:
                    yield Message(f"{self._series}.path.{item.id}.paper")

    def of_plan(self) -> Iterator[Message]:
        for one in self._worked_for:
            yield from (Message(f"{self._series}.path.{item.id}.paper") for item in one.path)
            yield Message(f"{self._series}.requirements.{one.id}.paper")


def _answered(rule: Expression) -> Iterator[str]:
    return (part.fact for part in walk(rule) if isinstance(part, Answer))


# ---------------------------------------------------------------- phrases


def if_so(fact: str, value: Known, facts: Facts) -> Message:
    """An open answer that a plan counts on; a private one, and roles, are not spelled out."""
    question = Message(f"questions.{fact}.short")
    if facts.by_id[fact].private or facts.by_id[fact].kind not in ("choice", "yes_no"):
        return Message("plan.if_so.counts", {"question": question})
    assert isinstance(value, str | bool)  # noqa: S101 - what these kinds of question are answered with
    return Message("plan.if_so.answer", {"question": question, "answer": answer_words(fact, value)})


def when(step: Dated, pace: Pace, *, surely: bool) -> Message:
    """From when to when a step goes; 'at the earliest' where a time before it was not found (`surely` is false)."""
    takes = step.step.takes
    values: dict[str, Any] = {"begins": step.begins}
    if takes.days is not None:
        values |= {"ends": step.ends, "count": takes.days}
    elif takes.hours is not None:
        a_week = pace.training if takes.pace == "training" else pace.work
        values |= {"ends": step.ends, "hours": takes.hours, "a_week": float(a_week)}
    return Message(f"plan.when.{_kind(takes)}.{'by_then' if surely else 'earliest'}", values)


def too_late(step: Dated) -> Message | None:
    """What to know of a step that takes longer than it may."""
    if not step.too_late or step.step.within is None:
        return None
    return Message("plan.too_late", {"count": step.step.within.months})


def _kind(takes: Takes) -> str:
    if takes.days is not None:
        return "days"
    return "hours" if takes.hours is not None else "unknown" if takes.unknown else "yours"


def fees(cost: Cost) -> Message | None:
    """Dollars from the least to the most; None where none are known of and none are unknown."""
    if cost.low == cost.high == 0:
        return Message("plan.fees.unknown") if cost.unknown else None
    if cost.low == cost.high:
        return Message("plan.fees.exact", {"amount": _dollars(cost.high)})
    return Message("plan.fees.range", {"low": _dollars(cost.low), "high": _dollars(cost.high)})


def _dollars(amount: Decimal) -> str:
    """'$1,600', '$79.50': written alike in every language of the United States."""
    return f"${amount:,.0f}" if amount == amount.to_integral_value() else f"${amount:,.2f}"
