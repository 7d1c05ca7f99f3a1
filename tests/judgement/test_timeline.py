"""When a position could match: held against trying every day of the five years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.answers.sheet import read_answers
from desktop_app.judgement.case import Case, case_of, years_after
from desktop_app.judgement.judge import Judge, Judgement
from desktop_app.judgement.ready import ReadyPosition
from desktop_app.judgement.result import Earliest
from desktop_app.judgement.standing import MATCHES, Grade, Standing, outcome_of
from desktop_app.rulebook.load import Facts
from tests.judgement.made import answers, as_of_days

AS_OF = date(2026, 11, 22)
READY_BUT_FOR_MONTHS = {
    "lived_experience": ["caregiver"],
    "high_school": "diploma",
    "drivers_license": "california",
}


def role(start: str, end: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "work": "peer_support_to_individuals",
        "setting": "public_behavioral_health",
        "paid": True,
        "start": start,
        "end": end,
        **more,
    }


def judged(judge: Judge, facts: Facts, said: dict[str, Any], as_of: date = AS_OF) -> Judgement:
    return judge.judge(read_answers(said, facts, as_of))


def earliest_of(judgement: Judgement, position: str) -> Earliest:
    return next(one.earliest for one in judgement.positions if one.id == position)


def test_four_months_of_peer_support_become_six_while_the_role_goes_on(judge: Judge, facts: Facts) -> None:
    judgement = judged(judge, facts, {**READY_BUT_FOR_MONTHS, "roles": [role("2026-07-15")]})
    # Five months to December 14 and thirty days after them.
    assert earliest_of(judgement, "ca-calaveras-1") == Earliest(
        "dated", date(2027, 1, 13), "peer_support_6_months", "roles_continue"
    )


def test_a_role_that_ended_brings_no_date(judge: Judge, facts: Facts) -> None:
    judgement = judged(judge, facts, {**READY_BUT_FOR_MONTHS, "roles": [role("2026-07-15", "2026-11-01")]})
    assert earliest_of(judgement, "ca-calaveras-1") == Earliest("never")


def test_a_role_with_an_end_to_come_counts_up_to_it(judge: Judge, facts: Facts) -> None:
    enough = {**READY_BUT_FOR_MONTHS, "roles": [role("2026-07-15", "2027-01-13")]}
    assert earliest_of(judged(judge, facts, enough), "ca-calaveras-1").date == date(2027, 1, 13)
    short = {**READY_BUT_FOR_MONTHS, "roles": [role("2026-07-15", "2027-01-12")]}
    assert earliest_of(judged(judge, facts, short), "ca-calaveras-1") == Earliest("never")


def test_what_matches_already_is_now(judge: Judge, facts: Facts) -> None:
    judgement = judged(judge, facts, {**READY_BUT_FOR_MONTHS, "roles": [role("2026-01-01")]})
    assert earliest_of(judgement, "ca-calaveras-1") == Earliest("now")


def test_an_open_answer_lets_no_date_be_said(judge: Judge, facts: Facts) -> None:
    said = {"lived_experience": ["caregiver"], "high_school": "diploma", "roles": [role("2026-07-15")]}
    judgement = judged(judge, facts, said)  # not yet for want of months, and later only the license is open
    assert judgement.positions[0].outcome == "not_yet"
    assert earliest_of(judgement, "ca-calaveras-1") == Earliest("cannot_say")


def test_months_that_alone_would_do_carry_their_day_whatever_else_is_missing(
    judge: Judge, facts: Facts
) -> None:
    said = {**READY_BUT_FOR_MONTHS, "drivers_license": "none", "roles": [role("2026-07-15")]}
    judgement = judged(judge, facts, said)
    assert earliest_of(judgement, "ca-calaveras-1") == Earliest("never")
    months = next(one for one in judgement.positions[0].requirements if one.id == "peer_support_6_months")
    assert months.reached == date(2027, 1, 13)


def test_a_certificate_that_runs_out_first_leaves_no_date(judge: Judge, facts: Facts) -> None:
    said = {
        **READY_BUT_FOR_MONTHS,
        "ca_certificate": "current",
        "ca_certificate_expires": "2027-06-01",
        "college_degree": "none",
        "roles": [role("2026-07-15")],
    }
    assert earliest_of(judged(judge, facts, said), "ca-calaveras-2") == Earliest("never")
    in_time = {**said, "ca_certificate_expires": "2027-07-14"}
    assert earliest_of(judged(judge, facts, in_time), "ca-calaveras-2").date == date(2027, 7, 14)


@pytest.mark.parametrize(
    ("day", "later"),
    [(date(2024, 2, 29), date(2029, 2, 28)), (date(2026, 11, 22), date(2031, 11, 22))],
)
def test_five_years_end_on_the_same_date(day: date, later: date) -> None:
    assert years_after(day, 5) == later


def _by_every_day(position: ReadyPosition, case: Case) -> Iterator[tuple[date, list[Standing]]]:
    day = case.as_of
    last = years_after(case.as_of, 5)
    while day < last:
        day += timedelta(days=1)
        then = Case(case.known, day)
        yield day, [requirement.weigh(then) for requirement in position.requirements]


@settings(max_examples=25)
@given(st.data())
def test_the_few_days_give_what_every_day_gives(judge: Judge, facts: Facts, data: st.DataObject) -> None:
    as_of = data.draw(as_of_days)
    said = data.draw(answers(as_of, 0.08))
    sheet = read_answers(said, facts, as_of)
    case = case_of(sheet, facts)
    judgement = judge.judge(sheet)
    for position, told in zip(judge.positions, judgement.positions, strict=True):
        strengths = [requirement.strength for requirement in position.requirements]
        days = list(_by_every_day(position, case)) if position.id.startswith("ca-") else []
        outcomes = [outcome_of(zip(strengths, now, strict=True)) for _, now in days]
        if told.outcome == "not_yet":
            first = next(
                (day for (day, _), then in zip(days, outcomes, strict=True) if then in MATCHES), None
            )
            status = "dated" if first else "cannot_say" if "cannot_tell" in outcomes else "never"
            assert (told.earliest.status, told.earliest.date) == (status, first)
        for number, requirement in enumerate(told.requirements):
            counted = position.requirements[number].months and requirement.standing.low is not Grade.MET
            met = (day for day, now in days if now[number].low is Grade.MET)
            assert requirement.reached == (next(met, None) if counted else None)
