"""The Calaveras County posting, requirement by requirement, as somebody reads it."""

from __future__ import annotations

import pytest

from tests.judgement.employment import role, volunteering

I, II = "ca-calaveras-1", "ca-calaveras-2"
YEAR = "direct_work_12_months_or_degree"
READY = {"high_school": "ged_or_hiset", "drivers_license": "california"}
PATH = [
    "age_18_or_over",
    "government_photo_id",
    "high_school_with_transcripts",
    "identifies_as_peer",
    "willing_to_share",
    "dedicated_to_recovery",
    "ethics_agreement",
    "training_80_hours",
    "exam",
]


def test_a_caregiver_with_six_months_of_volunteering_meets_tier_one(telling):
    told = telling(
        **READY, lived_experience=["caregiver"], roles=[volunteering("2026-05-23", setting="other")]
    )
    assert told.outcome(I) == "meets"
    assert told.judgement.matched["ca-calaveras"] == I


@pytest.mark.parametrize(("start", "standing"), [("2026-05-24", "met"), ("2026-05-25", "not_met")])
def test_thirty_days_left_over_make_the_sixth_month_and_twenty_nine_do_not(telling, start, standing):
    assert telling(roles=[volunteering(start)]).standing(I, "peer_support_6_months") == standing


def test_a_degree_and_a_certificate_without_peer_work_meet_tier_two_and_not_tier_one(telling):
    told = telling(
        **READY,
        lived_experience=["family_member"],
        roles=[],
        college_degree="associate",
        degree_field="human_services",
        ca_certificate="current",
        ca_certificate_expires="2027-01-01",
    )
    assert (told.outcome(I), told.outcome(II)) == ("not_yet", "meets")
    assert told.judgement.matched["ca-calaveras"] == II


@pytest.mark.parametrize("position", [I, II])
@pytest.mark.parametrize(
    ("school", "degree", "standing"),
    [
        ("diploma", "none", "met"),
        ("california_proficiency", "none", "met"),
        ("none", "bachelor_or_higher", "met"),
        ("none", "outside_us", "unclear"),
        ("outside_us", "none", "unclear"),
        ("outside_us", "associate", "met"),
        ("none", "none", "not_met"),
        ("none", "not_sure", "unanswered"),
        ("diploma", "not_sure", "met"),
    ],
)
def test_school_is_the_better_of_the_two_answers(telling, position, school, degree, standing):
    assert telling(high_school=school, college_degree=degree).standing(position, "high_school") == standing


@pytest.mark.parametrize(
    ("kinds", "standing"),
    [
        (["own_mental_health_services"], "met"),
        (["own_co_occurring_services"], "met"),
        (["family_member"], "met"),
        (["caregiver"], "met"),
        (["own_substance_use_services"], "unclear"),
        (["own_recovery_without_services"], "unclear"),
        (["own_intellectual_disability"], "not_met"),
        (["none_of_these"], "not_met"),
        (["own_substance_use_services", "caregiver"], "met"),
        (["own_intellectual_disability", "own_recovery_without_services"], "unclear"),
    ],
)
def test_lived_experience(telling, kinds, standing):
    told = telling(lived_experience=kinds)
    assert told.standing(I, "lived_experience") == told.standing(II, "lived_experience") == standing


@pytest.mark.parametrize(
    ("license_", "standing"), [("california", "met"), ("other_state", "not_met"), ("none", "not_met")]
)
def test_the_driving_license_stands_before_the_heading_and_so_for_both(telling, license_, standing):
    told = telling(drivers_license=license_)
    assert told.standing(I, "drivers_license") == told.standing(II, "drivers_license") == standing


@pytest.mark.parametrize(
    ("differs", "standing"),
    [
        ({}, "met"),
        ({"work": "other_direct_work_with_consumers", "setting": "similar"}, "met"),
        ({"paid": False}, "unclear"),
        ({"work": "work_with_families_or_caregivers"}, "unclear"),
        ({"setting": "other"}, "not_met"),
        ({"work": "other"}, "not_met"),
        ({"setting": "not_sure"}, "unanswered"),
        ({"setting": "not_sure", "paid": False}, "unanswered"),
    ],
)
def test_a_year_of_work_for_tier_two(telling, differs, standing):
    told = telling(roles=[role("2025-01-01", "2025-12-31", **differs)], college_degree="none")
    assert told.standing(II, YEAR) == standing


def test_half_a_year_paid_and_half_a_year_as_a_volunteer_is_a_question_for_the_county(telling):
    roles = [role("2025-01-01", "2025-06-30"), volunteering("2025-07-01", "2025-12-31")]
    assert telling(roles=roles, college_degree="none").standing(II, YEAR) == "unclear"


@pytest.mark.parametrize(
    ("degree", "field", "standing"),
    [
        ("associate", "human_services", "met"),
        ("bachelor_or_higher", "related", "unclear"),
        ("associate", "other", "not_met"),
        ("outside_us", "human_services", "unclear"),
        ("outside_us", "other", "not_met"),
        ("associate", "not_sure", "unanswered"),
        ("none", "human_services", "not_met"),
    ],
)
def test_a_degree_in_place_of_the_year(telling, degree, field, standing):
    assert telling(roles=[], college_degree=degree, degree_field=field).standing(II, YEAR) == standing


def test_a_degree_from_elsewhere_can_at_best_be_unclear(telling):
    year = telling(roles=[], college_degree="outside_us").requirement(II, YEAR)
    assert (year.standing.low.name, year.standing.high.name) == ("NOT_MET", "UNCLEAR")


@pytest.mark.parametrize(
    ("expires", "standing"),
    [("2026-11-21", "not_met"), ("2026-11-22", "met"), ("2026-11-23", "met"), ("not_sure", "met")],
)
def test_the_expiry_day_still_counts(telling, expires, standing):
    told = telling(ca_certificate="current", ca_certificate_expires=expires)
    assert told.standing(II, "ca_certificate") == standing


def test_without_the_certificate_there_is_a_path_of_nine_steps(telling):
    for certificate in ("none", "expired", "not_sure"):
        assert list(telling(ca_certificate=certificate).path()) == PATH
    assert telling(ca_certificate="current").path() == {}


def test_a_current_certificate_covers_the_steps_and_school_is_still_asked(telling):
    told = telling(ca_certificate="current", roles=[])
    assert set(told.position(II).decisive) & {"age_18_or_over", "ca_exam", "transcripts_available"} == set()
    assert "high_school" in told.position(II).decisive


def test_the_steps_of_the_path(telling):
    told = telling(
        ca_certificate="none",
        high_school="none",
        college_degree="associate",
        transcripts_available=True,
        age_18_or_over=False,
        ca_training="completed",
        ca_training_provider_approved=False,
        ca_exam="not_passed",
        willing_to_share=True,
    )
    assert told.path() == {
        "age_18_or_over": "not_met",
        "government_photo_id": "unanswered",
        "high_school_with_transcripts": "met",
        "identifies_as_peer": "unanswered",
        "willing_to_share": "met",
        "dedicated_to_recovery": "unanswered",
        "ethics_agreement": "unanswered",
        "training_80_hours": "not_met",
        "exam": "not_met",
    }


def test_the_path_never_counts_against_tier_one(telling):
    ready = {
        **READY,
        "lived_experience": ["caregiver"],
        "roles": [volunteering("2026-01-01")],
        "ca_certificate": "none",
    }
    nothing_done = dict.fromkeys(
        ["age_18_or_over", "government_photo_id", "willing_to_share", "identifies_as_peer"], False
    )
    assert telling(**ready, **nothing_done).outcome(I) == "meets"


def test_a_month_without_a_day_that_straddles_the_threshold_asks_for_the_day(telling):
    told = telling(**READY, lived_experience=["caregiver"], roles=[role("2026-05", None, setting="other")])
    assert told.standing(I, "peer_support_6_months") == "unanswered"
    assert told.outcome(I) == "cannot_tell"
    assert told.position(I).decisive == ("roles",)


def test_a_month_without_a_day_that_cannot_matter_is_not_asked_for(telling):
    told = telling(**READY, lived_experience=["caregiver"], roles=[role("2025-01", None, setting="other")])
    assert told.standing(I, "peer_support_6_months") == "met"
    assert told.position(I).decisive == ()


def test_months_whose_ends_come_out_reversed_are_swapped(telling):
    """The day whose setting is not known joins two periods, and joined they are a month less."""
    certain = [
        role("2024-01-01", "2024-10-31"),
        role("2024-12-01", "2024-12-01"),
        role("2025-01-01", "2025-01-29"),
        role("2025-01-31", "2025-02-27"),
    ]
    assert telling(roles=certain, college_degree="none").standing(II, YEAR) == "met"
    perhaps = [*certain, role("2025-01-30", "2025-01-30", setting="not_sure")]
    told = telling(roles=perhaps, college_degree="none")
    assert told.standing(II, YEAR) == "unanswered"
    assert "roles" in told.position(II).decisive
    without = [*certain, role("2025-01-30", "2025-01-30", setting="similar")]
    assert telling(roles=without, college_degree="none").standing(II, YEAR) == "not_met"


def test_everything_is_decisive_that_could_still_move_a_requirement_even_when_the_outcome_is_clear(telling):
    told = telling(drivers_license="none")
    assert told.outcome(I) == "not_yet"
    assert told.position(I).decisive == ("lived_experience", "high_school", "college_degree", "roles")
