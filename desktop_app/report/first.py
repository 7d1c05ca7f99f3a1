"""The one thing to do first: what moves most, with the exact questions to put or to answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.judgement.result import PositionJudgement, RequirementJudgement
from desktop_app.report.material import MATCHES, Material, act_and_detail

MOST_QUESTIONS = 3


@dataclass(frozen=True)
class FirstStep:
    """One act, the questions that go with it, and why it comes first."""

    title: str
    act: str
    detail: str
    """What belongs to the act; may be empty."""
    items: tuple[str, ...]
    """Questions to put to the employer, or to answer."""
    because: str
    series: str
    """The series it is about; empty when it is about answers."""
    facts: tuple[str, ...] = ()
    """The questions to answer, when that comes first."""
    helps: str = ""
    """Whom the center's own page names for it."""
    positions: tuple[str, ...] = ()
    """The positions that these answers tell about, the nearest first; empty where it is another act."""


def first_step(material: Material) -> FirstStep:
    """Contact the employer where a level matches; else answer what can tell; else the next thing to do."""
    positions = material.judgement.positions
    matched = [one for one in positions if one.id in material.judgement.matched.values()]
    if matched:
        return _contact(material, min(matched, key=lambda one: MATCHES.index(one.outcome)))
    may_match = [one for one in positions if one.outcome == "cannot_tell"]
    to_ask = [one for one in may_match if _to_ask(material, one)]
    if to_ask or len(may_match) == len(positions):
        return _answer(material, to_ask or may_match)
    return _act(material)


def _contact(material: Material, position: PositionJudgement) -> FirstStep:
    asks = tuple(dict.fromkeys(material.questions(position)))
    key = f"{position.series}.first.{'call_and_ask' if asks else 'call'}"
    because = f"report.first.because.{position.outcome}"
    return _step(
        material, material.words.say(key), because, position.series, asks, short=material.short(position)
    )


def _answer(material: Material, positions: list[PositionJudgement]) -> FirstStep:
    """A few open questions, those first that can tell about the position with the fewest of them."""
    opens = [(one, _to_ask(material, one) or _open_facts(material, one)) for one in positions]
    nearest_first = sorted(opens, key=lambda each: len(each[1]))
    chosen = tuple(dict.fromkeys(fact for _, facts in nearest_first for fact in facts))[:MOST_QUESTIONS]
    told = [position for position, facts in nearest_first if set(facts) & set(chosen)]
    series = {position.series for position in told}
    states = [material.state(pack) for pack in material.packs if pack.series in series]
    words, count = material.words, len(chosen)
    return FirstStep(
        words.say("report.first.title"),
        words.say("report.first.answer", count=count),
        "",
        tuple(material.question(fact) for fact in chosen),
        words.say("report.first.because.cannot_tell", count=count, states=states),
        "",
        chosen,
        material.who_helps(),
        tuple(position.id for position in told),
    )


def _to_ask(material: Material, position: PositionJudgement) -> list[str]:
    """The same, less what a person would rather not say: that comes first only where there is nothing else."""
    return [fact for fact in _open_facts(material, position) if not material.declined(fact)]


def _open_facts(material: Material, position: PositionJudgement) -> tuple[str, ...]:
    """What the position itself waits for, in the order of asking; steps toward a certificate come after it."""
    waiting = {
        fact
        for one in position.requirements
        if one.rule.strength in ("must", "level")
        for fact in material.explain(one, position.series).open_facts
    }
    return tuple(fact for fact in position.decisive if fact in waiting) or position.decisive


def _act(material: Material) -> FirstStep:
    """What the nearest level needs next; what a person cannot change never becomes a task."""
    positions = [one for one in material.judgement.positions if one.outcome == "not_yet"]
    open_ways = [one for one in positions if all(short.rule.changeable for short in _short(one))]
    if not open_ways:
        series = positions[0].series
        contact = material.words.say(f"{series}.contacts.{material.packs[0].contacts[0]}.name")
        act = material.words.say("report.first.other_jobs", contact=contact)
        title, helps = material.words.say("report.first.title"), material.who_helps()
        return FirstStep(title, act, "", (), "", series, helps=helps)
    nearest = min(open_ways, key=lambda one: len(_short(one)))
    wanted, series = _short(nearest)[0], nearest.series
    act, because = material.detail(wanted, series, "todo"), "report.first.because.not_yet"
    first = _step(material, act, because, series, (), short=material.short(nearest))
    return replace(first, helps=material.who_helps(wanted, series))


def _short(position: PositionJudgement) -> list[RequirementJudgement]:
    """What keeps a position from matching."""
    return [
        one
        for one in position.requirements
        if one.standing.word == "not_met" and one.rule.strength in ("must", "level")
    ]


def _step(
    material: Material, text: str, because: str, series: str, items: tuple[str, ...], **values: str
) -> FirstStep:
    words = material.words
    act, detail = act_and_detail(text)
    title, told = words.say("report.first.title"), words.say(because, **values)
    return FirstStep(title, act, detail, items, told, series, helps=material.who_helps())
