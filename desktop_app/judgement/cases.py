"""Holds a pack to its own cases: what somebody tells, and whether that follows which the pack says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desktop_app.answers.sheet import read_answers
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.result import Judgement, PositionJudgement
from desktop_app.rulebook.cases import Case
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Pack


def contradictions(pack: Pack, case: Case, judge: Judge, facts: Facts) -> Iterator[str]:
    """What does not follow as the case says, a line each. `judge` is that pack's alone.

    Raises SheetError for answers that no sheet could have.
    """
    if case.as_of is None:
        yield "has no day"
        return
    yield from _unknown(pack, case)
    judgement = judge.judge(read_answers(case.answers, facts, case.as_of))
    found = found_in(judgement)
    for what, expected in case.expect.model_dump(exclude_unset=True).items():
        yield from _differences(what, expected, found[what])


def found_in(judgement: Judgement) -> dict[str, Any]:
    """A judgement in the form in which a case says what it expects."""
    positions = judgement.positions
    return {
        "outcomes": {position.id: position.outcome for position in positions},
        "standings": {p.id: {one.id: one.standing.word for one in p.requirements} for p in positions},
        "path": {p.id: _path(p) for p in positions},
        "cautions": {p.id: {one.id: one.cautions for one in p.requirements} for p in positions},
        "decisive": {position.id: position.decisive for position in positions},
        "earliest": {position.id: _earliest(position) for position in positions},
        "rules": {
            p.id: {one.id: (one.rule.strength, one.rule.basis) for one in p.requirements} for p in positions
        },
        "warnings": tuple(warning.rpartition(".")[2] for warning in judgement.warnings),
    }


def _path(position: PositionJudgement) -> dict[str, str]:
    return {step.id: step.standing.word for one in position.requirements for step in one.path}


def _earliest(position: PositionJudgement) -> str:
    earliest = position.earliest
    return earliest.date.isoformat() if earliest.date else earliest.status


def _unknown(pack: Pack, case: Case) -> Iterator[str]:
    """What a case cites and the pack does not have; a day on which the pack does not hold."""
    requirements = [one for position in pack.positions for one in position.requirements]
    known = {*(one.id for one in requirements), *(step.id for one in requirements for step in one.path)}
    for cited in case.cites:
        if cited not in known:
            yield f"cites '{cited}', which is no requirement and no step of this pack"
    force = pack.in_force
    if case.as_of and (case.as_of < force.since or (force.until and case.as_of > force.until)):
        yield f"is of {case.as_of}, and the pack does not hold then"


def _differences(place: str, expected: Any, found: Any) -> Iterator[str]:
    """Where a case says one thing and another follows. Of a path every step is to be named."""
    steps = place.count(", ") == 1 and place.startswith("path, ")
    if isinstance(expected, Mapping) and isinstance(found, Mapping) and not steps:
        for key, value in expected.items():
            if key in found:
                yield from _differences(f"{place}, {key}", value, found[key])
            else:
                yield f"{place}: '{key}' is not in this pack"
    elif expected != found:
        yield f"{place}: the case says {_shown(expected)}, and it comes to {_shown(found)}"


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {each}" for key, each in value.items()) or "nothing"
    return ", ".join(value) or "nothing" if isinstance(value, tuple) else str(value)
