"""The dated plan in the report: its steps with time, fee and who helps, what it comes to, and its picture over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.i18n import Message, Words
from desktop_app.interview.planning import Trial
from desktop_app.judgement.case import case_of
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.plan import Plan, Planner
from desktop_app.judgement.plan_rows import plan_rows
from desktop_app.judgement.plan_words import PlanWords, StepWords, plan_words
from desktop_app.judgement.result import PositionJudgement
from desktop_app.judgement.standing import MATCHES
from desktop_app.report.material import Material
from desktop_app.report.over_time import Picture, picture
from desktop_app.report.plan_told import dated
from desktop_app.rulebook.load import LoadedPack
from desktop_app.rulebook.model import Pack


@dataclass(frozen=True)
class PlanStep:
    """One thing to do; everything about it in words."""

    name: str
    do: str
    notes: tuple[str, ...]
    """What to make sure of, what it opens up, that it comes too late at this pace."""
    when: str
    fee: str
    source: str
    helps: str
    """Whom the center's own page names for it."""


@dataclass(frozen=True)
class PlanPart:
    """The way to one position."""

    title: str
    lead: str
    counts_on_title: str
    counts_on: tuple[str, ...]
    columns: tuple[str, str, str, str]
    steps: tuple[PlanStep, ...]
    ends: str
    """What time brings, and what the answers would come to."""
    total: str
    looked_up: str
    picture_title: str
    picture: Picture


def plans(material: Material, packs: Sequence[LoadedPack | Pack], trial: Trial) -> tuple[PlanPart, ...]:
    """The way to each position that does not match, but for those that another way passes on."""
    loaded = [pack for pack in packs if isinstance(pack, LoadedPack)]
    teller = _Teller(material, loaded, trial)
    best: list[tuple[PositionJudgement, Plan]] = []
    for position in material.judgement.positions:
        if position.outcome not in MATCHES and any(pack.pack.series == position.series for pack in loaded):
            way = teller.way(position)
            best += [(position, way)] if way and way.steps else []
    return tuple(
        teller.told(position, plan)
        for position, plan in best
        if not any(position.series == other.series and _within(plan, longer) for other, longer in best)
    )


def _within(plan: Plan, other: Plan) -> bool:
    return set(plan.routes) < set(other.routes)


class _Teller:
    def __init__(self, material: Material, loaded: Sequence[LoadedPack], trial: Trial) -> None:
        self._material, self._trial, self._pace = material, trial, trial.pace
        self._start = max(trial.start or material.judgement.as_of, material.judgement.as_of)
        self._loaded = {pack.pack.series: pack for pack in loaded}
        judge = Judge([pack.pack for pack in loaded], material.facts)
        self.planner = Planner(judge, [(pack.pack, pack.routes()) for pack in loaded], material.facts)

    def way(self, position: PositionJudgement) -> Plan | None:
        """The one that was looked at, or else the quickest."""
        found = self.planner.plans(self._material.sheet, position.id, self._start, self._pace)
        at = self._trial.way if self._trial.position == position.id else 0
        return found[min(at, len(found) - 1)] if found else None

    def told(self, position: PositionJudgement, plan: Plan) -> PlanPart:
        words, facts, sheet = self._material.words, self._material.facts, self._material.sheet
        told = plan_words(
            plan, position, case_of(sheet, facts).known, self._pace, facts, self._material.helps
        )
        place = words.say("results.card", state=self._state(position), short=self._material.short(position))
        key = "earliest" if plan.at_the_earliest else "by_then"
        return PlanPart(
            words.say(f"plan_page.title.{key}", position=place, day=plan.ready),
            self._lead(plan, told),
            words.say("plan.counts_on") if told.counts_on else "",
            tuple(words.say(message) for message in told.counts_on),
            (
                words.say("report.steps.what"),
                words.say("report_plan.when"),
                words.say("report_plan.fee"),
                words.say("report.evidence.source"),
            ),
            tuple(self._step(step) for step in told.steps),
            _joined(words, (told.goes_on, *told.unlocks, told.ready)),
            self._total(told),
            self._looked_up(plan, position),
            words.say("plan_page.timeline.title"),
            self._picture(plan, position),
        )

    def _state(self, position: PositionJudgement) -> str:
        return self._material.words.say(f"{position.series}.series.state")

    def _lead(self, plan: Plan, told: PlanWords) -> str:
        words = self._material.words
        hours = {"training": float(self._pace.training), "work": float(self._pace.work)}
        parts = [words.say("plan.counted", start=self._start, **hours)]
        if plan.at_the_earliest:
            parts.append(words.say("plan_page.lead.earliest"))
        if told.asks_for:
            names = words.names(map(words.say, told.asks_for))
            parts.append(words.say("report_plan.depends", names=names))
        return " ".join(parts)

    def _step(self, step: StepWords) -> PlanStep:
        words = self._material.words
        paying = (Message("plan.before_paying"), *step.before_paying) if step.before_paying else ()
        notes = (_joined(words, paying), _joined(words, (step.late, *step.unlocks)))
        return PlanStep(
            words.say(step.name),
            words.say(step.do),
            tuple(note for note in notes if note),
            dated(words, step.when),
            self._fee(step.fee),
            words.say("report_plan.source", **step.source.values) if step.source else "",
            words.say(step.helps) if step.helps else "",
        )

    def _fee(self, fee: Message | None) -> str:
        words = self._material.words
        if fee is None:
            return words.say("report_plan.no_fee")
        return words.say("report_plan.fee_unknown" if fee.key == "plan.fees.unknown" else fee)

    def _total(self, told: PlanWords) -> str:
        words = self._material.words
        if told.fees is None and told.fees_unknown is None:
            return words.say("plan.total_free")
        total = Message("plan.total", {"amount": told.fees}) if told.fees else None
        return _joined(words, (total, told.fees_unknown))

    def _looked_up(self, plan: Plan, position: PositionJudgement) -> str:
        if not any(one.step.grounds for one in plan.steps):
            return ""
        days: list[date] = [source.retrieved for source in self._loaded[position.series].route_sources()]
        return self._material.words.say("plan.looked_up", day=min(days))

    def _picture(self, plan: Plan, position: PositionJudgement) -> Picture:
        as_of = self._material.judgement.as_of
        series, ready = self.planner.find(position.id)
        routes = {one.id: one.route for one in self.planner.routes[series]}
        roles = case_of(self._material.sheet, self._material.facts).roles
        rows = tuple(plan_rows(plan, ready, routes, bool(roles), self._start, as_of))
        return picture(self._material.words, rows, as_of, self._pace, room=0.04)


def _joined(words: Words, messages: Sequence[Message | None]) -> str:
    return " ".join(_said(words, messages))


def _said(words: Words, messages: Sequence[Message | None]) -> Iterator[str]:
    yield from (words.say(message) for message in messages if message)
