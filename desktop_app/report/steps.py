"""What to do next, in order, and the papers to gather."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop_app.judgement.result import PathStep, PositionJudgement, RequirementJudgement
from desktop_app.report.first import FirstStep, first_step
from desktop_app.report.material import MATCHES, Material, act_and_detail
from desktop_app.rulebook.model import Pack


@dataclass(frozen=True)
class Step:
    """One thing to do, what goes with it, and for which levels."""

    act: str
    details: tuple[str, ...]
    positions: str
    helps: str = ""
    """Whom the center's own page names for it."""


@dataclass(frozen=True)
class SeriesSteps:
    """The steps of one series, in their order."""

    name: str
    steps: tuple[Step, ...]


class Paper(NamedTuple):
    """A paper to show, and whether it is there to be shown already."""

    text: str
    in_hand: bool


def next_steps(material: Material) -> tuple[SeriesSteps, ...]:
    """Series by series, the one first that has what is to be done first."""
    leading = _leading(material, first_step(material))
    return tuple(
        SeriesSteps(material.words.say(f"{pack.series}.series.name"), tuple(_steps(material, pack)))
        for pack in sorted(material.packs, key=lambda pack: pack.series != leading)
    )


def _leading(material: Material, first: FirstStep) -> str:
    """The series of what is to be done first; of answers, the one that the first of them tells about."""
    waiting = [
        position.series
        for position in material.judgement.positions
        if position.outcome == "cannot_tell" and set(first.facts[:1]) & set(position.decisive)
    ]
    return first.series or next(iter(waiting), "")


def _steps(material: Material, pack: Pack) -> Iterator[Step]:
    """A call where a level matches, or else answers where they can tell; then what to do, to ask, to answer."""
    positions = material.positions(pack)
    answers_first = {one.outcome for one in positions} & {*MATCHES, "cannot_tell"} == {"cannot_tell"}
    asked: set[str] = set()
    if answers_first:
        yield from _to_answer(material, positions)
    matched = [one for one in positions if one.id == material.judgement.matched[pack.series]]
    for position in matched:
        questions = tuple(dict.fromkeys(material.questions(position)))
        asked.update(questions)
        key = f"{pack.series}.first.{'call_and_ask' if questions else 'call'}"
        yield _step(material, material.words.say(key), (position,), questions)
    yield from _to_do(material, positions)
    yield from _to_ask(material, pack, asked)
    if not answers_first:
        yield from _to_answer(material, positions)


def _to_do(material: Material, positions: tuple[PositionJudgement, ...]) -> Iterator[Step]:
    """Each thing that is not yet, once, with all the levels it is for; musts before what is only weighed."""
    wanted: dict[str, tuple[RequirementJudgement, list[PositionJudgement]]] = {}
    for position in positions:
        for one in position.requirements:
            if one.standing.word == "not_met" and one.rule.changeable:
                wanted.setdefault(one.id, (one, []))[1].append(position)
    for one, held_by in sorted(
        wanted.values(), key=lambda each: each[0].rule.strength in ("expected", "preferred")
    ):
        series = held_by[0].series
        ways: list[RequirementJudgement | PathStep] = [one]
        ways += [item for item in one.path if item.standing.word == "not_met"]
        for each in ways:
            step = _step(material, material.detail(each, series, "todo"), tuple(held_by))
            yield replace(step, helps=material.who_helps(each, series))


def _to_ask(material: Material, pack: Pack, asked: set[str]) -> Iterator[Step]:
    """The questions to the employer that the first contact has not put already."""
    open_questions: dict[str, list[PositionJudgement]] = {}
    for position in material.positions(pack):
        for question in dict.fromkeys(material.questions(position)):
            if question not in asked:
                open_questions.setdefault(question, []).append(position)
    if open_questions:
        positions = {one.id: one for each in open_questions.values() for one in each}
        contact = material.words.say(f"{pack.series}.contacts.{pack.contacts[0]}.name")
        in_order = tuple(one for one in material.positions(pack) if one.id in positions)
        act = material.words.say("report.steps.ask", contact=contact)
        yield Step(act, tuple(open_questions), material.shorts(in_order), material.who_helps())


def _to_answer(material: Material, positions: tuple[PositionJudgement, ...]) -> Iterator[Step]:
    decisive = {fact for position in positions for fact in position.decisive}
    facts = [fact for fact in material.facts.by_id if fact in decisive]
    if facts:
        words = material.words
        shorts = "; ".join(words.say(f"questions.{fact}.short") for fact in facts)
        waiting = tuple(position for position in positions if position.decisive)
        detail = words.say("report.steps.answer_detail", questions=shorts)
        act, helps = words.say("report.steps.answer"), material.who_helps()
        yield Step(act, (detail,), material.shorts(waiting), helps)


def _step(
    material: Material, text: str, positions: tuple[PositionJudgement, ...], more: tuple[str, ...] = ()
) -> Step:
    act, detail = act_and_detail(text)
    details = (*([detail] if detail else []), *more)
    return Step(act, details, material.shorts(positions), material.who_helps())


def papers(material: Material) -> tuple[Paper, ...]:
    """Papers for what is met or asked about, and for the steps toward a certificate that is not held yet."""
    found: dict[str, bool] = {}
    for position in material.judgement.positions:
        for one in position.requirements:
            if one.standing.word in ("met", "unclear"):
                found[material.detail(one, position.series, "paper")] = True
            if one.standing.word == "not_met":
                for item, text in _path_papers(material, one, position.series):
                    found.setdefault(text, item.standing.word == "met")
    return tuple(Paper(text, in_hand) for text, in_hand in found.items() if text)


def _path_papers(
    material: Material, one: RequirementJudgement, series: str
) -> Iterator[tuple[PathStep, str]]:
    for item in one.path:
        if item.standing.word in ("met", "not_met"):
            yield item, material.detail(item, series, "paper")
