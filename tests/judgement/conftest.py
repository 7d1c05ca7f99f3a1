"""A way to say in one line what somebody tells, and to read where they stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop_app.answers.sheet import read_answers
from desktop_app.judgement.judge import Judge, Judgement, PositionJudgement, RequirementJudgement
from desktop_app.rulebook.load import Facts


class Told:
    """Where somebody stands, asked by the ids of the output."""

    def __init__(self, judgement: Judgement) -> None:
        self.judgement = judgement

    def position(self, position: str) -> PositionJudgement:
        return next(one for one in self.judgement.positions if one.id == position)

    def outcome(self, position: str) -> str:
        return self.position(position).outcome

    def requirement(self, position: str, requirement: str) -> RequirementJudgement:
        return next(one for one in self.position(position).requirements if one.id == requirement)

    def standing(self, position: str, requirement: str) -> str:
        return self.requirement(position, requirement).standing.word

    def cautions(self, position: str, requirement: str) -> tuple[str, ...]:
        return self.requirement(position, requirement).cautions

    def path(self) -> dict[str, str]:
        steps = self.requirement("ca-calaveras-2", "ca_certificate").path
        return {step.id: step.standing.word for step in steps}


@pytest.fixture
def telling(judge: Judge, facts: Facts) -> Callable[..., Told]:
    """`telling(high_school="diploma", …)`: judged as of the day that the tests take as today, or `on` another."""

    def tell(on: str = "2026-11-22", **answers: Any) -> Told:
        return Told(judge.judge(read_answers(answers, facts, date.fromisoformat(on))))

    return tell
