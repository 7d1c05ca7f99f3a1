"""What is said beside a standing: cautions and warnings, which move nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from desktop_app.answers.sheet import read_answers
from desktop_app.judgement.explain import caution
from tests.judgement import made, oracle
from tests.judgement.employment import role, volunteering

I, II = "ca-calaveras-1", "ca-calaveras-2"
SIX, YEAR = "peer_support_6_months", "direct_work_12_months_or_degree"
BOTH_TEXAS = ("tx-state-1", "tx-state-2")


def not_past(known: oracle.Answers, fact: str, as_of: date) -> bool:
    return oracle.not_past(known, fact, as_of)


@given(told=made.sheets(silent=0.25))
def test_what_is_said_of_the_certificates(judge, facts, told):
    answers, as_of = told
    known = oracle.said(answers)
    cautions = {
        (position.id, one.id): set(one.cautions)
        for position in judge.judge(read_answers(answers, facts, as_of)).positions
        for one in position.requirements
    }
    california, texas = known.get("ca_certificate"), known.get("tx_certificate")
    ca_runs, tx_runs = (not_past(known, f"{state}_certificate_expires", as_of) for state in ("ca", "tx"))
    held = california == "current" and ca_runs
    said = cautions[II, "ca_certificate"]
    assert ("expiry_not_given" in said) == (california == "current" and "ca_certificate_expires" not in known)
    assert ("renewal_may_be_enough" in said) == (
        california == "expired" or (california == "current" and not ca_runs)
    )
    assert ("ask_about_reciprocity" in said) == (not held and texas == "current" and tx_runs)
    for position in BOTH_TEXAS:
        said = cautions[position, "tx_certificate"]
        holding = texas in ("initial", "current")
        if texas != "current" or "tx_certificate_type" in known:  # the other case has its own test below
            assert ("expiry_not_given" in said) == (holding and "tx_certificate_expires" not in known)
        assert ("extension_or_renewal_may_exist" in said) == (texas == "expired" or (holding and not tx_runs))
        not_held = texas in ("none", "expired") or (holding and not tx_runs)
        assert ("other_employers_may_hire_first" in said) == not_held


def test_a_current_texas_certificate_of_a_kind_not_told_has_the_caution_too(telling):
    assert "expiry_not_given" in telling(tx_certificate="current").cautions("tx-state-2", "tx_certificate")


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([volunteering("2026-01-01", hours_per_week=40)], ()),
        ([volunteering("2026-01-01")], ("hours_missing",)),
        ([volunteering("2026-01-01", hours_per_week=8)], ("part_time_hours",)),
        # Half time for a year is six months of full time.
        ([volunteering("2025-11-01", "2026-10-31", hours_per_week=20)], ()),
        ([volunteering("2026-01-01", "2026-06-30", hours_per_week=20)] * 2, ()),
        # The calendar does not reach the threshold, so the hours take nothing away.
        ([volunteering("2026-10-01", hours_per_week=8)], ()),
        # Hours of work that does not count here say nothing.
        ([volunteering("2026-01-01", hours_per_week=40), role("2026-01-01", work="other")], ()),
        ([], ()),
    ],
)
def test_hours_are_a_question_and_never_a_standing(telling, roles, expected):
    assert telling(roles=roles).cautions(I, SIX) == expected


def test_where_a_degree_takes_the_place_of_the_year_hours_are_no_question(telling):
    told = telling(roles=[role("2025-01-01")], college_degree="associate", degree_field="human_services")
    assert told.standing(II, YEAR) == "met"
    assert told.cautions(II, YEAR) == ()
    assert telling(roles=[role("2025-01-01")], college_degree="none").cautions(II, YEAR) == ("hours_missing",)


def test_the_law_on_the_certificate_is_told_to_all_alike_so_that_it_says_nothing_of_anyone(telling):
    for kind in ("caregiver", "family_member", "own_mental_health_services"):
        told = telling(lived_experience=[kind], ca_certificate="none")
        assert told.cautions(II, "lived_experience") == ("certificate_law_differs",)
        assert told.cautions(I, "lived_experience") == ()


@pytest.mark.parametrize(
    ("roles", "warned"),
    [
        ([role("2026-01-01", hours_per_week=40), role("2026-01-01", hours_per_week=40)], False),
        ([role("2026-01-01", hours_per_week=40), role("2026-01-01", hours_per_week=40.5)], True),
        ([role("2026-01-01", "2026-03-31", hours_per_week=60), role("2026-04-01", hours_per_week=60)], False),
        ([role("2026-01-01", "2026-04-01", hours_per_week=60), role("2026-04-01", hours_per_week=60)], True),
        ([role("2026-01-01", hours_per_week=168)], True),
        ([role("2026-01-01", hours_per_week=60), role("2026-01-01")], False),
    ],
)
def test_more_than_eighty_hours_in_a_week_is_a_warning(telling, roles, warned):
    assert telling(roles=roles).judgement.warnings == (("warnings.over_80_hours",) if warned else ())


def test_a_current_certificate_under_eighteen_is_a_warning(telling):
    def warnings(**answers):
        return telling(age_18_or_over=False, **answers).judgement.warnings

    assert warnings(ca_certificate="current") == ("ca-calaveras.warnings.certificate_under_18",)
    assert warnings(tx_certificate="current") == ("tx-state.warnings.certificate_under_18",)
    assert warnings(ca_certificate="expired", tx_certificate="none") == ()
    assert telling(ca_certificate="current").judgement.warnings == ()


@given(told=made.sheets(silent=0.1))
def test_every_caution_and_every_warning_has_its_words(judge, facts, words, told):
    answers, as_of = told
    result = judge.judge(read_answers(answers, facts, as_of))
    for position in result.positions:
        for one in position.requirements:
            for name in one.cautions:
                assert words.say(caution(position.series, name, words))
    assert all(words.say(warning) for warning in result.warnings)
