"""What holds of every judgement: silence is never a no, and an answer only ever narrows what is possible."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.answers.sheet import read_answers
from desktop_app.judgement.criteria import Finding
from desktop_app.judgement.judge import Judge, Judgement
from desktop_app.judgement.standing import Standing
from desktop_app.rulebook.load import Facts
from tests.judgement import made
from tests.judgement.employment import role
from tests.judgement.oracle import CALLED_FOR, CHOICES, EXPIRIES, Answers

Told = tuple[Answers, date]
FACTS = [*CHOICES, "roles"]


def judged(judge: Judge, facts: Facts, answers: Answers, as_of: date) -> Judgement:
    return judge.judge(read_answers(answers, facts, as_of))


def standings(judgement: Judgement) -> dict[tuple[str, ...], Standing]:
    """Every requirement and every step by its ids."""
    found: dict[tuple[str, ...], Standing] = {}
    for position in judgement.positions:
        for one in position.requirements:
            found[position.id, one.id] = one.standing
            found.update({(position.id, one.id, step.id): step.standing for step in one.path})
    return found


def stays_inside(after: Judgement, before: Judgement) -> bool:
    """Whether every standing keeps within the interval that it had."""
    earlier, later = standings(before), standings(after)
    return all(
        earlier[name].low <= later[name].low <= later[name].high <= earlier[name].high
        for name in earlier.keys() & later.keys()
    )


# ------------------------------------------------------------------ silence


def test_who_says_nothing_is_told_no_no(judge, facts):
    for answers in ({}, dict.fromkeys(FACTS, "not_sure"), dict.fromkeys(FACTS, "prefer_not_to_say")):
        judgement = judged(judge, facts, answers, date(2026, 11, 22))
        assert {standing.word for standing in standings(judgement).values()} == {"unanswered"}
        assert {position.outcome for position in judgement.positions} == {"cannot_tell"}
        assert set(judgement.matched.values()) == {None}
        assert judgement.warnings == ()


@given(told=made.sheets(silent=0.2), data=st.data())
def test_taking_an_answer_back_never_turns_anything_into_a_no(judge, facts, told: Told, data):
    answers, as_of = told
    said = [fact for fact in answers if fact not in EXPIRIES]
    assume(said)
    fact = data.draw(st.sampled_from(said))
    without = {name: value for name, value in answers.items() if name != fact}
    before, after = (judged(judge, facts, sheet, as_of) for sheet in (without, answers))
    assert stays_inside(after, before)
    now = standings(before)
    for name, standing in standings(after).items():
        if name in now and now[name].word == "not_met":
            assert standing.word == "not_met", "a no without the answer has to be a no with it"


@given(told=made.sheets(), data=st.data())
def test_answering_an_open_question_never_leaves_the_interval(judge, facts, told: Told, data):
    answers, as_of = told
    silent = [fact for fact in FACTS if answers.get(fact, "not_sure") in ("not_sure", "prefer_not_to_say")]
    assume(silent)
    fact = data.draw(st.sampled_from(silent))
    answer = data.draw(made.roles(as_of) if fact == "roles" else st.sampled_from(CHOICES[fact]))
    before, after = (judged(judge, facts, sheet, as_of) for sheet in (answers, {**answers, fact: answer}))
    assert stays_inside(after, before)


@given(as_of=made.as_of_days, data=st.data())
def test_giving_the_day_or_the_setting_never_leaves_the_interval(judge, facts, as_of: date, data):
    roles = data.draw(made.roles(as_of))
    exact = [_made_exact(role, as_of, data) for role in roles]
    assume(all(role["end"] is None or role["start"] <= role["end"] for role in exact))
    before, after = (judged(judge, facts, {"roles": told}, as_of) for told in (roles, exact))
    assert stays_inside(after, before)
    assert all("roles" not in position.decisive for position in after.positions)


def _made_exact(role: dict[str, Any], as_of: date, data: st.DataObject) -> dict[str, Any]:
    exact = dict(role)
    for key in ("start", "end"):
        if role[key] is not None and len(role[key]) == len("YYYY-MM"):
            first, last = made.month_of(date.fromisoformat(f"{role[key]}-01"))
            last = min(last, as_of) if key == "start" else last
            exact[key] = (first + timedelta(days=data.draw(st.integers(0, (last - first).days)))).isoformat()
    if role["setting"] == "not_sure":
        exact["setting"] = data.draw(st.sampled_from(["public_behavioral_health", "similar", "other"]))
    return exact


@given(told=made.sheets(), data=st.data())
def test_skipped_not_sure_and_not_said_are_all_the_same_silence(judge, facts, told: Told, data):
    answers, as_of = told
    silent = ("not_sure", "prefer_not_to_say")
    said = {
        fact: value for fact, value in answers.items() if not (isinstance(value, str) and value in silent)
    }
    others = {fact: data.draw(st.sampled_from(silent)) for fact in [*FACTS, *EXPIRIES] if fact not in said}
    assert judged(judge, facts, said, as_of) == judged(judge, facts, {**said, **others}, as_of)


# ------------------------------------------------------------------ follow-ups, order, hours


@given(told=made.sheets())
def test_follow_ups_without_the_answer_before_them_are_dropped(judge, facts, told: Told):
    answers, as_of = told
    kept = {
        fact: value
        for fact, value in answers.items()
        if fact not in CALLED_FOR or answers.get(CALLED_FOR[fact][0]) in CALLED_FOR[fact][1]
    }
    assert judged(judge, facts, answers, as_of) == judged(judge, facts, kept, as_of)


@given(told=made.sheets(), data=st.data())
def test_neither_the_order_of_answers_nor_of_roles_matters(judge, facts, told: Told, data):
    answers, as_of = told
    shuffled = {fact: answers[fact] for fact in data.draw(st.permutations(list(answers)))}
    if isinstance(answers.get("roles"), list):
        shuffled["roles"] = data.draw(st.permutations(answers["roles"]))
    before, after = (judged(judge, facts, sheet, as_of) for sheet in (answers, shuffled))
    assert standings(before) == standings(after)
    assert [p.decisive for p in before.positions] == [p.decisive for p in after.positions]
    assert before.warnings == after.warnings


@given(as_of=made.as_of_days, data=st.data())
def test_hours_and_titles_never_change_a_standing(judge, facts, as_of: date, data):
    roles = data.draw(made.roles(as_of))
    bare = [{key: value for key, value in role.items() if key != "hours_per_week"} for role in roles]
    titled = [{**role, "title": "<img src='/etc/passwd'>"} for role in roles]
    results = [judged(judge, facts, {"roles": told}, as_of) for told in (roles, bare, titled)]
    assert standings(results[0]) == standings(results[1]) == standings(results[2])


# ------------------------------------------------------------------ the whole tree


@given(told=made.sheets())
def test_a_judgement_keeps_what_was_said_what_was_asked_and_where_it_is_written(judge, facts, told: Told):
    answers, as_of = told
    sheet = read_answers(answers, facts, as_of)
    sources = {pack.series: {source.id for source in pack.sources} for pack in judge.packs}
    result = judge.judge(sheet)
    assert result.versions == {"ca-calaveras": "2023-08-24", "tx-state": "2023-09-01"}
    for position in result.positions:
        for one in position.requirements:
            assert one.rule.cite.source in sources[position.series]
            assert one.rule.cite.section
            for step in one.path:
                assert step.cite.source in sources[position.series]
                _fits_together(step.finding, sheet.known)
            _fits_together(one.finding, sheet.known)
            assert one.standing.high <= one.finding.standing.high


def _fits_together(finding: Finding, known: Any) -> None:
    if finding.parts:
        folded = {"all": Standing.all_of, "any": Standing.any_of}.get(finding.kind)
        if folded:
            assert finding.standing == folded([part.standing for part in finding.parts])
        for part in finding.parts:
            _fits_together(part, known)
        return
    assert finding.fact
    if finding.kind == "answer" and finding.observed is not None:
        assert finding.observed == known[finding.fact]
        assert finding.asked


@given(told=made.sheets(silent=0.5))
def test_the_same_sheet_gives_the_same_judgement_and_stays_as_it_was(judge, facts, told: Told):
    answers, as_of = told
    sheet = read_answers(answers, facts, as_of)
    known = dict(sheet.known)
    assert judge.judge(sheet) == judge.judge(sheet)
    assert sheet.known == known


# ------------------------------------------------------------------ what is still worth asking


@given(told=made.sheets(silent=0.5))
def test_a_decisive_question_matters(judge, facts, told: Told):
    answers, as_of = told
    sheet = read_answers(answers, facts, as_of)
    for position in judge.judge(sheet).positions:
        for fact in position.decisive:
            assert judge.matters(fact, sheet.known, as_of), fact


@given(told=made.sheets(silent=0.5), data=st.data())
def test_what_does_not_matter_moves_nothing_whatever_else_is_answered(judge, facts, told: Told, data):
    answers, as_of = told
    known = read_answers(answers, facts, as_of).known
    # A follow-up matters once the answer before it calls for it; until then it is not asked.
    asked = [fact for fact in CHOICES if fact not in CALLED_FOR or CALLED_FOR[fact][0] in known]
    idle = [fact for fact in asked if fact not in known and not judge.matters(fact, known, as_of)]
    full = data.draw(made.answers(as_of, silent=0.0))
    # An expiry left open means that the certificate runs, so none is filled in.
    filled_in = {name: value for name, value in full.items() if name not in EXPIRIES}
    completed = {**filled_in, **{name: answers[name] for name in known}}
    for fact in idle:
        results = [
            standings(judged(judge, facts, {**completed, fact: value}, as_of)) for value in CHOICES[fact]
        ]
        assert all(result == results[0] for result in results), fact


@given(told=made.sheets(silent=0.0))
def test_a_question_already_answered_is_weighed_as_if_it_were_open(judge, facts, told: Told):
    answers, as_of = told
    known = read_answers(answers, facts, as_of).known
    without = {name: value for name, value in known.items() if name != "high_school"}
    assert judge.matters("high_school", known, as_of) == judge.matters("high_school", without, as_of)


def test_a_question_stays_until_nothing_can_turn_on_it(judge, facts):
    def matters(fact, **answers):
        sheet = read_answers(answers, facts, date(2026, 11, 22))
        return judge.matters(fact, sheet.known, sheet.as_of)

    assert matters("degree_field", college_degree="associate")
    assert not matters("degree_field", college_degree="none")
    assert matters("ca_exam", ca_certificate="none")
    assert not matters("ca_exam", ca_certificate="current")
    assert not matters("high_school", college_degree="associate")
    assert matters("transcripts_available", ca_certificate="expired", college_degree="associate")


def test_each_question_names_the_passages_that_ask_for_it(judge):
    cited = judge.sources_of("ca_exam")
    assert [(series, cite.bullet) for series, cite in cited] == [("ca-calaveras", 11)]
    assert {series for series, _ in judge.sources_of("high_school")} == {"ca-calaveras", "tx-state"}
    assert judge.sources_of("nothing_at_all") == ()


def test_the_positions_of_a_series(judge, facts):
    result = judged(judge, facts, {}, date(2026, 11, 22))
    assert [position.id for position in result.of_series("tx-state")] == ["tx-state-1", "tx-state-2"]


@pytest.mark.parametrize("as_of", [date(2024, 2, 29), date.max])
def test_the_calendar_s_odd_days_are_no_trouble(judge, facts, as_of: date):
    roles = [role("2023-12"), role("2024-02-29", "9999-12", hours_per_week=100)]
    told = {"roles": roles, "ca_certificate": "current", "ca_certificate_expires": "9999-12-31"}
    assert len(judged(judge, facts, told, as_of).positions) == 4
