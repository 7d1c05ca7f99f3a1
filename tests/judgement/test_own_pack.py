"""A new county is a new folder of rules and no line of Python: every kind of rule can decide."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from desktop_app.answers.sheet import read_answers
from desktop_app.judgement.explain import explain
from desktop_app.judgement.judge import Judge, RequirementJudgement
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Pack
from tests.judgement.employment import role, volunteering

AS_OF = date(2026, 11, 22)
CITE = {"source": "posting", "section": "Needs"}
LAPSED = {
    "lapsed": "ca_certificate",
    "expires": "ca_certificate_expires",
    "expired": ["expired"],
    "running": ["current"],
}
IN_A_CLINIC = {"has_role": [{"setting": ["similar"]}], "count": "clinic"}


@pytest.fixture
def judged(facts: Facts):
    """`judged(needs, answers…)`: where somebody stands on one rule of a pack of one's own."""

    def judge_one(
        needs: dict[str, Any], more: dict[str, Any] | None = None, **answers: Any
    ) -> RequirementJudgement:
        requirement = {
            "id": "it",
            "strength": "must",
            "basis": "stated",
            "cite": CITE,
            "needs": needs,
            **(more or {}),
        }
        pack = Pack.model_validate_json(
            json.dumps(
                {
                    "series": "or-county",
                    "version": "2025-01-01",
                    "in_force": {"since": "2025-01-01"},
                    "sources": [{"id": "posting", "retrieved": "2025-01-02"}],
                    "positions": [{"id": "or-county-1", "tier": "I", "requirements": [requirement]}],
                }
            )
        )
        sheet = read_answers(answers, facts, AS_OF)
        (position,) = Judge([pack], facts).judge(sheet).positions
        return position.requirements[0]

    return judge_one


@pytest.mark.parametrize(
    ("answers", "standing"),
    [
        ({}, "unanswered"),
        ({"ca_certificate": "none"}, "not_met"),
        ({"ca_certificate": "expired"}, "met"),
        ({"ca_certificate": "current"}, "not_met"),
        ({"ca_certificate": "current", "ca_certificate_expires": "2026-11-22"}, "not_met"),
        ({"ca_certificate": "current", "ca_certificate_expires": "2026-11-21"}, "met"),
    ],
)
def test_a_certificate_that_has_lapsed(judged, facts, answers, standing):
    one = judged(LAPSED, **answers)
    assert one.standing.word == standing
    assert explain(one, "or-county", facts).why


@pytest.mark.parametrize(
    ("roles", "standing"),
    [
        ([], "not_met"),
        ([role("2026-01-01", setting="similar")], "met"),
        ([role("2026-01-01", setting="other")], "not_met"),
        ([role("2026-01-01", setting="not_sure")], "unanswered"),
        ([role("2026-01-01", setting="not_sure"), volunteering("2026-01-01", setting="similar")], "met"),
    ],
)
def test_any_one_role_in_a_place_that_may_not_be_sure(judged, facts, roles, standing):
    one = judged(IN_A_CLINIC, roles=roles)
    assert one.standing.word == standing
    assert explain(one, "or-county", facts).open_facts == (("roles",) if standing == "unanswered" else ())


def test_what_the_source_is_silent_about_is_at_best_unclear(judged, facts):
    one = judged(
        {"at_best_unclear": IN_A_CLINIC, "ask": "clinics"}, roles=[role("2026-01-01", setting="similar")]
    )
    assert one.standing.word == "unclear"
    assert [message.key for message in explain(one, "or-county", facts).ask] == ["or-county.asks.clinics"]


def test_a_caution_for_what_was_not_given_is_all_that_silence_decides(judged):
    caution = {"id": "give_it", "when": {"not_given": "ca_certificate_expires"}}
    needs = {"credential": "ca_certificate", "expires": "ca_certificate_expires", "met": ["current"]}
    assert judged(needs, {"cautions": [caution]}, ca_certificate="current").cautions == ("give_it",)
    told = {"ca_certificate": "current", "ca_certificate_expires": "2027-01-01"}
    assert judged(needs, {"cautions": [caution]}, **told).cautions == ()


def test_several_ways_each_with_its_own_standing(judged):
    needs = {"any": [LAPSED, {"all": [IN_A_CLINIC, {"fact": "can_lead_groups", "met": [True]}]}]}
    clinic = [role("2026-01-01", setting="similar")]
    assert judged(needs, ca_certificate="none", roles=clinic, can_lead_groups=True).standing.word == "met"
    assert (
        judged(needs, ca_certificate="none", roles=clinic, can_lead_groups=False).standing.word == "not_met"
    )
    assert judged(needs, ca_certificate="none", roles=clinic).standing.word == "unanswered"
    assert judged(needs, ca_certificate="expired", roles=[]).standing.word == "met"
