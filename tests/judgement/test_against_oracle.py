"""The program and a slow second reading of the design come to the same judgement, whatever is on the sheet."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings

from desktop_app.answers.sheet import read_answers
from desktop_app.judgement.judge import Judge, Judgement
from desktop_app.judgement.standing import Standing
from desktop_app.rulebook.load import Facts
from tests.judgement import made, oracle

Told = tuple[dict[str, Any], date]


def judged(judge: Judge, facts: Facts, told: Told) -> Judgement:
    answers, as_of = told
    return judge.judge(read_answers(answers, facts, as_of))


def span(standing: Standing) -> oracle.Span:
    return int(standing.low), int(standing.high)


@settings(max_examples=settings().max_examples * 4)
@given(told=made.sheets())
def test_every_standing_and_every_step_of_the_path(judge, facts, told: Told):
    expected = oracle.judge(*told)
    result = judged(judge, facts, told)
    assert {position.id for position in result.positions} == set(expected)
    for position in result.positions:
        wanted = expected[position.id]
        assert {one.id: span(one.standing) for one in position.requirements} == wanted.requirements
        steps = {step.id: span(step.standing) for one in position.requirements for step in one.path}
        assert steps == wanted.path


@given(told=made.sheets(silent=0.12))
def test_every_outcome_and_the_matched_tier(judge, facts, told: Told):
    expected = oracle.judge(*told)
    result = judged(judge, facts, told)
    assert {position.id: position.outcome for position in result.positions} == {
        name: position.outcome for name, position in expected.items()
    }
    assert dict(result.matched) == oracle.matched(expected)


@given(told=made.sheets())
def test_exactly_the_questions_whose_answer_can_move_an_end_are_decisive(judge, facts, told: Told):
    result = judged(judge, facts, told)
    expected = oracle.decisive(*told)
    assert {position.id: set(position.decisive) for position in result.positions} == expected


@given(told=made.sheets(silent=0.5))
def test_decisive_questions_come_in_the_order_of_asking(judge, facts, told: Told):
    order = list(facts.by_id)
    for position in judged(judge, facts, told).positions:
        assert list(position.decisive) == sorted(position.decisive, key=order.index)
