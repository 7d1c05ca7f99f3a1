"""The state's class descriptions, requirement by requirement, as somebody reads them."""

from __future__ import annotations

import pytest

from tests.judgement.employment import role, volunteering

I, II = "tx-state-1", "tx-state-2"
CERTIFIED = {"tx_certificate": "current", "tx_certificate_type": "mental_health_peer"}
NOTHING = {
    "lived_experience": ["none_of_these"],
    "high_school": "none",
    "college_degree": "none",
    "roles": [],
    "tx_certificate": "none",
}


@pytest.mark.parametrize(
    ("answers", "standing"),
    [
        ({"tx_certificate": "current", "tx_certificate_type": "mental_health_peer"}, "met"),
        ({"tx_certificate": "current", "tx_certificate_type": "recovery_support_peer"}, "met"),
        ({"tx_certificate": "current", "tx_certificate_type": "other_texas_peer"}, "unclear"),
        ({"tx_certificate": "current", "tx_certificate_type": "family_partner"}, "unclear"),
        ({"tx_certificate": "current"}, "unanswered"),
        ({"tx_certificate": "current", "tx_certificate_expires": "2026-11-21"}, "not_met"),
        ({"tx_certificate": "initial", "tx_certificate_type": "mental_health_peer"}, "unclear"),
        ({"tx_certificate": "initial", "tx_certificate_expires": "2026-11-22"}, "unclear"),
        ({"tx_certificate": "initial", "tx_certificate_expires": "2026-11-21"}, "not_met"),
        ({"tx_certificate": "expired"}, "not_met"),
        ({"tx_certificate": "none"}, "not_met"),
        ({}, "unanswered"),
    ],
)
def test_the_certificate(telling, answers, standing):
    assert telling(**answers).standing(II, "tx_certificate") == standing


def test_the_type_of_a_current_certificate_spans_from_unclear_to_met(telling):
    certificate = telling(tx_certificate="current").requirement(II, "tx_certificate")
    assert (certificate.standing.low.name, certificate.standing.high.name) == ("UNCLEAR", "MET")


def test_the_text_of_tier_one_is_missing_so_nothing_in_it_is_more_than_unclear(telling):
    told = telling(**{**NOTHING, **CERTIFIED, "high_school": "diploma"})
    assert {one.standing.word for one in told.position(I).requirements} == {"unclear"}
    assert {one.rule.basis for one in told.position(I).requirements} == {"inferred"}
    assert told.outcome(I) == "confirm"


@pytest.mark.parametrize(
    ("answers", "standing"),
    [
        ({}, "not_met"),
        ({"lived_experience": ["own_intellectual_disability"]}, "met"),
        ({"lived_experience": ["own_recovery_without_services"]}, "met"),
        ({"lived_experience": ["family_member"]}, "unclear"),
        ({"lived_experience": ["caregiver"]}, "unclear"),
        ({"roles": [volunteering("2026-11-22", "2026-11-22", setting="other")]}, "met"),
        ({"roles": [role("2020-01-01", work="other")]}, "not_met"),
        ({"roles": [role("2026-11", work="other_direct_work_with_consumers", setting="not_sure")]}, "met"),
        (CERTIFIED, "met"),
        ({**CERTIFIED, "tx_certificate_expires": "2026-11-21"}, "not_met"),
        ({"tx_certificate": "current", "tx_certificate_type": "family_partner"}, "not_met"),
        ({"tx_certificate": "initial", "tx_certificate_type": "mental_health_peer"}, "not_met"),
        ({"tx_certificate": "current"}, "unanswered"),
        ({"high_school": "ged_or_hiset"}, "unclear"),
        ({"high_school": "outside_us"}, "unclear"),
        ({"college_degree": "associate"}, "unclear"),
        ({"roles": "prefer_not_to_say"}, "unanswered"),
    ],
)
def test_experience(telling, answers, standing):
    assert telling(**{**NOTHING, **answers}).standing(II, "experience") == standing


def test_experience_is_weighed_and_never_blocks(telling):
    told = telling(
        **{**NOTHING, "tx_certificate": "initial", "can_lead_groups": True, "can_serve_as_lead_worker": True}
    )
    assert told.standing(II, "experience") == "not_met"
    assert told.outcome(II) == "confirm"


def test_school_is_preferred_and_does_not_count(telling):
    ready = {**NOTHING, **CERTIFIED, "can_lead_groups": True, "can_serve_as_lead_worker": True}
    told = telling(**ready)
    assert told.standing(II, "high_school") == "not_met"
    assert told.outcome(II) == "meets"


@pytest.mark.parametrize("missing", ["can_lead_groups", "can_serve_as_lead_worker"])
def test_leading_is_what_sets_tier_two_apart_so_the_match_is_tier_one(telling, missing):
    able = {"can_lead_groups": True, "can_serve_as_lead_worker": True}
    told = telling(**{**NOTHING, **CERTIFIED, **able, missing: False})
    assert (told.outcome(I), told.outcome(II)) == ("confirm", "not_yet")
    assert told.judgement.matched["tx-state"] == I


def test_the_strengths_are_the_design_s(telling):
    strengths = {one.id: one.rule.strength for one in telling().position(II).requirements}
    assert strengths == {
        "tx_certificate": "must",
        "experience": "expected",
        "can_lead_groups": "level",
        "can_serve_as_lead_worker": "level",
        "high_school": "preferred",
    }


def test_the_kind_of_certificate_is_decisive_and_its_expiry_never_is(telling):
    told = telling(
        **{**NOTHING, "tx_certificate": "current", "can_lead_groups": True, "can_serve_as_lead_worker": True}
    )
    assert told.position(II).decisive == ("tx_certificate_type",)
    assert told.position(I).decisive == ("tx_certificate_type",)


def test_the_kind_is_not_asked_of_an_initial_certificate(telling):
    told = telling(**{**NOTHING, "tx_certificate": "initial", "can_lead_groups": True})
    assert told.position(II).decisive == ("can_serve_as_lead_worker",)
