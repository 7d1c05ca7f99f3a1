"""The whole tree behind a standing is told: what was observed, what would count, and what settles it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import given

from desktop_app.answers.sheet import read_answers
from desktop_app.i18n import Message, Words
from desktop_app.judgement.case import case_of
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.reasons import Reason, reason
from desktop_app.judgement.result import PathStep, RequirementJudgement
from desktop_app.rulebook.load import Facts
from tests.conftest import TODAY
from tests.judgement import made
from tests.judgement.oracle import Answers


def nodes(node: Reason) -> Iterator[Reason]:
    yield node
    for part in node.parts:
        yield from nodes(part)


def messages(node: Reason) -> Iterator[Message]:
    for one in nodes(node):
        yield from (*one.why, *one.asked)


def tree(judge: Judge, facts: Facts, position: str, requirement: str, **answers: Any) -> Reason:
    sheet = read_answers(answers, facts, TODAY)
    judged = next(one for one in judge.judge(sheet).positions if one.id == position)
    found = next(one for one in judged.requirements if one.id == requirement)
    return reason(found, judged.series, case_of(sheet, facts).known, facts)


def keys(node: Reason) -> list[str]:
    return [message.key for message in messages(node)]


def test_the_part_that_is_there_settles_it(judge: Judge, facts: Facts) -> None:
    found = tree(
        judge, facts, "ca-calaveras-1", "high_school", high_school="none", college_degree="associate"
    )
    assert [(part.standing, part.settles) for part in found.parts] == [("not_met", False), ("met", True)]
    assert "questions.high_school.choices.diploma" in keys(found)


def test_every_missing_part_of_all_is_marked(judge: Judge, facts: Facts) -> None:
    sheet = read_answers({"ca_certificate": "none", "ca_training": "not_started"}, facts, TODAY)
    judged = next(one for one in judge.judge(sheet).positions if one.id == "ca-calaveras-2")
    certificate = next(one for one in judged.requirements if one.path)
    step = next(step for step in certificate.path if step.id == "training_80_hours")
    found = reason(step, judged.series, case_of(sheet, facts).known, facts)
    assert [(part.standing, part.settles) for part in found.parts] == [
        ("not_met", True),
        ("unanswered", False),
    ]


def test_nothing_is_marked_where_every_part_is_needed_or_it_is_still_open(judge: Judge, facts: Facts) -> None:
    for answers in ({"high_school": "none", "college_degree": "none"}, {"high_school": "none"}):
        found = tree(judge, facts, "ca-calaveras-1", "high_school", **answers)
        assert not any(node.settles for node in nodes(found))


def test_a_follow_up_that_was_not_asked_is_said_to_be_so(judge: Judge, facts: Facts) -> None:
    found = tree(
        judge, facts, "ca-calaveras-2", "direct_work_12_months_or_degree", college_degree="none", roles=[]
    )
    assert "tree.not_asked" in keys(found)
    assert "questions.degree_field.open" not in keys(found)


def test_months_that_are_not_told_are_asked_for_by_number(judge: Judge, facts: Facts) -> None:
    found = tree(judge, facts, "ca-calaveras-1", "peer_support_6_months")
    assert Message("tree.months", {"count": 6}) in found.asked


def test_answers_that_may_count_are_told_apart_from_those_that_do(judge: Judge, facts: Facts) -> None:
    school = tree(judge, facts, "ca-calaveras-1", "high_school", high_school="none")
    license_ = tree(judge, facts, "ca-calaveras-1", "drivers_license", drivers_license="none")
    assert [part.may_count for part in school.parts] == [True, True]
    assert not license_.may_count


@given(told=made.sheets())
def test_the_whole_tree_is_there_and_can_be_said(
    judge: Judge, facts: Facts, words: Words, told: tuple[Answers, date]
) -> None:
    sheet = read_answers(told[0], facts, told[1])
    known = case_of(sheet, facts).known
    kinds = [words.say(f"questions.lived_experience.{what}.{kind}") for what in ("said", "choices")
             for kind in facts.by_id["lived_experience"].choices]  # fmt: skip
    for position in judge.judge(sheet).positions:
        for one in position.requirements:
            parts: list[RequirementJudgement | PathStep] = [one, *one.path]
            for judged in parts:
                found = reason(judged, position.series, known, facts)
                named = reason(judged, position.series, known, facts, name_private=True)
                assert found.standing == judged.finding.standing.word or found.standing is None
                text = words.say_all(messages(found))
                assert not any(kind in text for kind in kinds)
                assert not set("{}") & set(text + words.say_all(messages(named)))
                assert all(node.why for node in nodes(found))
