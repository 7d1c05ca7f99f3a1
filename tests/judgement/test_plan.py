"""Plans lead where they say they do, propose only what a person can change, and say what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.answers.sheet import Sheet, read_answers
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.plan import Plan, Planner, applied_sheet
from desktop_app.judgement.schedule import Cost, Pace
from desktop_app.judgement.standing import Grade
from desktop_app.rulebook.load import Facts, Rulebook
from tests.judgement.made import answers, as_of_days

AS_OF = date(2026, 11, 22)
CALIFORNIA_I = {
    "lived_experience": ["caregiver"],
    "high_school": "diploma",
    "drivers_license": "california",
    "roles": [],
}


@pytest.fixture(scope="module")
def planner(book: Rulebook, judge: Judge) -> Planner:
    packs = book.in_force(AS_OF)
    return Planner(judge, [(loaded.pack, loaded.routes()) for loaded in packs], book.facts)


def sheet_of(facts: Facts, said: dict[str, Any], as_of: date = AS_OF) -> Sheet:
    return read_answers(said, facts, as_of)


def steps(plan: Plan) -> list[str]:
    return [one.step.id for one in plan.steps]


def every_plan(planner: Planner, judge: Judge, sheet: Sheet) -> Iterator[Plan]:
    for position in judge.judge(sheet).positions:
        yield from planner.plans(sheet, position.id)


# ---------------------------------------------------------------- as the sources have it


def test_six_months_of_volunteering_lead_to_california_i(planner: Planner, facts: Facts) -> None:
    (plan,) = planner.plans(sheet_of(facts, CALIFORNIA_I), "ca-calaveras-1")
    assert steps(plan) == ["volunteer"]
    assert plan.ready == date(2027, 5, 21)  # November 22 to May 21, both included, is six months
    assert plan.outcome == "meets"
    assert plan.waits_for_months


def test_a_role_that_goes_on_needs_no_step_but_time(planner: Planner, facts: Facts) -> None:
    role = {"work": "peer_support_to_individuals", "setting": "other", "paid": True, "end": None}
    said = {**CALIFORNIA_I, "roles": [{**role, "start": "2026-07-15"}]}
    (plan,) = planner.plans(sheet_of(facts, said), "ca-calaveras-1")
    assert (steps(plan), plan.ready) == ([], date(2027, 1, 13))


def test_californias_certificate_is_dated_by_reviews_and_the_pace_of_training(
    planner: Planner, facts: Facts
) -> None:
    said: dict[str, Any] = {**CALIFORNIA_I, "college_degree": "associate", "degree_field": "human_services"}
    said |= {"ca_certificate": "none"}
    (plan,) = planner.plans(sheet_of(facts, said), "ca-calaveras-2", pace=Pace(training=20))
    days = {one.step.id: (one.begins, one.ends) for one in plan.steps}
    assert days["application_review"] == (AS_OF, date(2026, 12, 22))  # up to 30 days
    assert days["training"] == (AS_OF, date(2026, 12, 20))  # 80 hours at 20 a week, meanwhile
    assert days["training_review"] == (date(2026, 12, 22), date(2027, 1, 5))  # 14 days, after both
    assert plan.ready == date(2027, 1, 5)
    assert plan.at_the_earliest  # how long the certificate takes to come was not found
    assert plan.cost == Cost(
        Decimal(250), Decimal(250), 1
    )  # application and exam; the training's fee is the provider's
    assert plan.before_paying == ("diploma", "approved_provider", "name_on_id")


def test_training_that_is_done_is_not_planned_again(planner: Planner, facts: Facts) -> None:
    said: dict[str, Any] = {**CALIFORNIA_I, "college_degree": "associate", "degree_field": "human_services"}
    said |= {"ca_certificate": "none", "ca_training": "completed", "ca_training_provider_approved": True}
    (plan,) = planner.plans(sheet_of(facts, said), "ca-calaveras-2")
    assert "training" not in steps(plan)


def test_someone_who_cannot_drive_is_sent_to_the_employer_and_to_no_license(
    planner: Planner, facts: Facts
) -> None:
    said = {**CALIFORNIA_I, "drivers_license": "none"}
    (plan,) = planner.plans(sheet_of(facts, said), "ca-calaveras-1")
    assert plan.waives == ("drivers_license",)
    assert "change_license" not in steps(plan)
    assert plan.applied["drivers_license"] == "none"


def test_no_plan_leads_where_lived_experience_is_missing(planner: Planner, facts: Facts) -> None:
    said = {**CALIFORNIA_I, "lived_experience": ["none_of_these"]}
    assert planner.plans(sheet_of(facts, said), "ca-calaveras-1") == []


def test_a_relatives_experience_never_leads_to_a_texas_certificate(planner: Planner, facts: Facts) -> None:
    said = {"lived_experience": ["family_member"], "high_school": "diploma", "tx_certificate": "none"}
    assert planner.plans(sheet_of(facts, said), "tx-state-1") == []
    own = {**said, "lived_experience": ["own_substance_use_services"]}
    (plan,) = planner.plans(sheet_of(facts, own), "tx-state-1")
    assert steps(plan) == ["orientation", "core_training", "supplemental_training", "application", "decision"]
    assert plan.before_paying == ("own_experience", "diploma", "criminal_history")


def test_the_texas_certificate_brings_its_diploma_along(planner: Planner, facts: Facts) -> None:
    said = {"lived_experience": ["own_substance_use_services"], "high_school": "none"}
    said |= {"college_degree": "none", "tx_certificate": "none"}
    (plan,) = planner.plans(sheet_of(facts, said), "tx-state-1")
    assert set(plan.routes) == {"high_school", "initial_certificate"}


def test_what_was_not_answered_is_asked_and_not_worked_for(planner: Planner, facts: Facts) -> None:
    said = {"lived_experience": ["caregiver"], "drivers_license": "california"}
    (plan,) = planner.plans(sheet_of(facts, said), "ca-calaveras-1")
    assert steps(plan) == []
    assert [fact for fact, _ in plan.if_so] == ["high_school", "roles"]


def test_a_position_that_matches_needs_no_plan(planner: Planner, facts: Facts) -> None:
    role = {"work": "peer_support_to_individuals", "setting": "other", "paid": True, "end": None}
    said = {**CALIFORNIA_I, "roles": [{**role, "start": "2026-01-01"}]}
    assert planner.plans(sheet_of(facts, said), "ca-calaveras-1") == []


def test_what_takes_a_known_time_comes_before_what_does_not(planner: Planner, facts: Facts) -> None:
    said = {**CALIFORNIA_I, "ca_certificate": "current", "college_degree": "none"}
    plans = planner.plans(sheet_of(facts, said), "ca-calaveras-2")
    assert [plan.routes for plan in plans] == [("paid_work",), ("volunteering",), ("degree",)]
    assert [plan.unknown_times for plan in plans] == [0, 0, 1]


def test_a_later_start_moves_the_days(planner: Planner, facts: Facts) -> None:
    (plan,) = planner.plans(sheet_of(facts, CALIFORNIA_I), "ca-calaveras-1", date(2027, 1, 1))
    assert plan.ready == date(2027, 6, 30)


def test_each_step_unlocks_i_and_then_ii(planner: Planner, facts: Facts) -> None:
    said = {**CALIFORNIA_I, "ca_certificate": "current", "college_degree": "none"}
    plan = planner.plans(sheet_of(facts, said), "ca-calaveras-2")[1]
    assert [position for _, position in plan.unlocks] == ["ca-calaveras-1", "ca-calaveras-2"]


# ---------------------------------------------------------------- for any sheet


@given(st.data())
def test_a_plan_that_is_carried_out_and_judged_again_matches(
    planner: Planner, judge: Judge, facts: Facts, data: st.DataObject
) -> None:
    as_of = data.draw(as_of_days)
    sheet = sheet_of(facts, data.draw(answers(as_of, 0.25)), as_of)
    for plan in every_plan(planner, judge, sheet):
        again = next(one for one in judge.judge(applied_sheet(plan)).positions if one.id == plan.position)
        missing = {
            one.id
            for one in again.requirements
            if one.rule.strength in ("must", "level") and one.standing.low is Grade.NOT_MET
        }
        assert missing <= set(plan.waives)
        if not plan.waives:
            assert again.outcome == plan.outcome
            assert again.outcome in ("meets", "confirm")
        assert plan.ready >= as_of


@given(st.data())
def test_no_plan_holds_a_smaller_one_or_changes_a_persons_life(
    planner: Planner, judge: Judge, facts: Facts, data: st.DataObject
) -> None:
    as_of = data.draw(as_of_days)
    sheet = sheet_of(facts, data.draw(answers(as_of, 0.25)), as_of)
    for position in judge.judge(sheet).positions:
        plans = planner.plans(sheet, position.id)
        assert len(plans) <= 3
        sets = [frozenset(plan.routes) for plan in plans]
        assert not any(one < other for one in sets for other in sets)
        for plan in plans:
            if "lived_experience" in sheet.known:
                assert plan.applied["lived_experience"] == sheet.known["lived_experience"]
            if sheet.known.get("drivers_license") == "none":
                assert plan.applied["drivers_license"] == "none"


def test_a_pace_that_passes_the_twelve_months_of_the_approval_is_told(planner: Planner, facts: Facts) -> None:
    said: dict[str, Any] = {**CALIFORNIA_I, "college_degree": "associate", "degree_field": "human_services"}
    said |= {"ca_certificate": "none"}
    sheet = sheet_of(facts, said)
    late = [
        [one.step.id for one in planner.plans(sheet, "ca-calaveras-2", pace=pace)[0].steps if one.too_late]
        for pace in (Pace(training=8), Pace(training=1))
    ]
    assert late == [[], ["exam"]]


def test_an_open_answer_that_helps_nothing_is_not_counted_on(planner: Planner, facts: Facts) -> None:
    said: dict[str, Any] = {"drivers_license": "california", "ca_certificate": "current"}
    (plan,) = planner.plans(sheet_of(facts, said), "ca-calaveras-2")
    assert [fact for fact, _ in plan.if_so] == ["lived_experience", "high_school", "roles"]
