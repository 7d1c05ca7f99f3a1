"""What differs between two judgements of one person: answers, standings, outcomes, levels newly matched, days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from desktop_app.answers.sheet import Known, Sheet
from desktop_app.judgement.result import Judgement, PositionJudgement
from desktop_app.judgement.standing import MATCHES
from desktop_app.rulebook.load import Facts

_Told = tuple[Judgement, Sheet]


class AnswerChange(NamedTuple):
    """One question that was answered, answered otherwise, or is open again."""

    fact: str
    how: str
    """added, changed or removed."""
    before: Known | None
    after: Known | None


class StandingChange(NamedTuple):
    """One requirement, or a step of its path, that stands otherwise; None where it was not looked at."""

    id: str
    kind: str
    """requirements or path, as the catalogs have it."""
    before: str | None
    after: str | None


@dataclass(frozen=True)
class PositionChange:
    """One position of which something is otherwise."""

    id: str
    series: str
    outcome: tuple[str | None, str | None]
    standings: tuple[StandingChange, ...]
    earliest: tuple[date | None, date | None]
    """The day from which it would match as things go, where there is one to come."""

    @property
    def is_new(self) -> bool:
        """Whether it matches now and did not before."""
        return self.outcome[1] in MATCHES and self.outcome[0] not in MATCHES


@dataclass(frozen=True)
class Comparison:
    """Everything that is otherwise in the second of two judgements."""

    days: tuple[date, date]
    answers: tuple[AnswerChange, ...]
    positions: tuple[PositionChange, ...]
    matched: Mapping[str, tuple[str | None, str | None]]
    """The highest matching position of the series for which it is another one."""
    rules_changed: tuple[str, ...]
    """Series that were judged by different versions of their rules."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is otherwise but the day."""
        return not (self.answers or self.positions or self.matched or self.rules_changed)


def compare(before: _Told, after: _Told, facts: Facts) -> Comparison:
    """What changed from one judged sheet to another."""
    old, new = before[0], after[0]
    series = tuple(dict.fromkeys((*old.versions, *new.versions)))
    return Comparison(
        (old.as_of, new.as_of),
        tuple(_answers(before[1], after[1], facts)),
        tuple(_positions(old, new)),
        {
            one: (old.matched.get(one), new.matched.get(one))
            for one in series
            if old.matched.get(one) != new.matched.get(one)
        },
        tuple(one for one in series if old.versions.get(one) != new.versions.get(one)),
    )


def _answers(old: Sheet, new: Sheet, facts: Facts) -> Iterator[AnswerChange]:
    for fact in facts.by_id:
        before, after = old.known.get(fact), new.known.get(fact)
        if before != after:
            how = "added" if before is None else "removed" if after is None else "changed"
            yield AnswerChange(fact, how, before, after)


def _positions(old: Judgement, new: Judgement) -> Iterator[PositionChange]:
    was = {position.id: position for position in old.positions}
    now = {position.id: position for position in new.positions}
    for id_ in dict.fromkeys((*was, *now)):
        change = _position(was.get(id_), now.get(id_))
        if change.standings or any(before != after for before, after in (change.outcome, change.earliest)):
            yield change


def _position(old: PositionJudgement | None, new: PositionJudgement | None) -> PositionChange:
    one = new or old
    assert one is not None  # noqa: S101 - it is in at least one of the two
    before, after = _standings(old), _standings(new)
    standings = [
        StandingChange(id_, kind, before.get((kind, id_)), after.get((kind, id_)))
        for kind, id_ in dict.fromkeys((*before, *after))
        if before.get((kind, id_)) != after.get((kind, id_))
    ]
    return PositionChange(
        one.id,
        one.series,
        (old and old.outcome, new and new.outcome),
        tuple(_told_of(standings, new)),
        (old and old.earliest.date, new and new.earliest.date),
    )


def _standings(position: PositionJudgement | None) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for one in position.requirements if position else ():
        found["requirements", one.id] = one.standing.word
        found |= {("path", step.id): step.standing.word for step in one.path}
    return found


def _told_of(changes: list[StandingChange], new: PositionJudgement | None) -> Iterator[StandingChange]:
    """Without the steps to what is there by now: a certificate in hand covers all of them."""
    for change in changes:
        if change.kind == "requirements" or (new is not None and change.after is not None):
            yield change


def as_document(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values; which answers changed, and never what they are."""
    return {
        "days": _pair(comparison.days),
        "answers": [{"fact": one.fact, "change": one.how} for one in comparison.answers],
        "matched": {series: _pair(pair) for series, pair in comparison.matched.items()},
        "newly_matched": [position.id for position in comparison.positions if position.is_new],
        "positions": [
            {
                "id": position.id,
                "series": position.series,
                "outcome": _pair(position.outcome),
                "earliest": _pair(position.earliest),
                "requirements": [
                    {"id": one.id, "of": one.kind, **_pair((one.before, one.after))}
                    for one in position.standings
                ],
            }
            for position in comparison.positions
        ],
        "rules_changed": list(comparison.rules_changed),
    }


def _pair(pair: tuple[Any, Any]) -> dict[str, Any]:
    before, after = (one.isoformat() if isinstance(one, date) else one for one in pair)
    return {"before": before, "after": after}
