"""Parts of rules that can decide nothing are found by trying everyone the rules can tell apart."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.judgement import everyone as everyone_module
from desktop_app.judgement.everyone import everyone
from desktop_app.judgement.idle import idle_parts
from desktop_app.rulebook.load import load_rulebook
from desktop_app.rulebook.model import Pack

SCHOOL = {"fact": "high_school", "met": ["diploma", "ged_or_hiset"], "unclear": ["outside_us"], "ask": "a"}
DEGREE = {"fact": "college_degree", "met": ["associate"]}
GROUPS = {"fact": "can_lead_groups", "met": [True]}
LEADS = {"fact": "can_serve_as_lead_worker", "met": [True]}
HELD = {"credential": "ca_certificate", "expires": "ca_certificate_expires", "met": ["current"]}
LAPSED = {
    "lapsed": "ca_certificate",
    "expires": "ca_certificate_expires",
    "expired": ["expired"],
    "running": ["current"],
}
CAREGIVER = {"fact": "lived_experience", "met": ["caregiver"]}
FAMILY = {"fact": "lived_experience", "met": ["family_member"]}
SINCE = {"years_since": "ca_certificate_expires"}
PAID = {"paid": True}
PEER = {"work": ["peer_support_to_individuals"]}


def months(number: int, *roles: dict[str, Any]) -> dict[str, Any]:
    return {"months": number, "count": "work", "roles": list(roles)}


def has_role(*roles: dict[str, Any]) -> dict[str, Any]:
    return {"has_role": list(roles), "count": "any"}


def pack_of(needs: dict[str, Any], **more: Any) -> Pack:
    requirement = {
        "id": "it", "strength": "must", "basis": "stated", "cite": {"source": "posting", "section": "Needs"},
        "needs": needs, **more.pop("requirement", {}),
    }  # fmt: skip
    pack = {
        "series": "or-county",
        "version": "2025-01-01",
        "in_force": {"since": "2025-01-01"},
        "sources": [{"id": "posting", "retrieved": "2025-01-02"}],
        "positions": [{"id": "or-county-1", "tier": "I", "requirements": [requirement]}],
        **more,
    }
    return Pack.model_validate(pack, strict=False)


@pytest.fixture
def idle(facts):
    """`idle(needs)`: what is found, without how many were tried."""

    def find(needs: dict[str, Any], **more: Any) -> list[str]:
        return [problem.split(" (tried")[0] for _, problem in idle_parts(pack_of(needs, **more), facts)]

    return find


DECIDING: list[dict[str, Any]] = [
    SCHOOL,
    {"any": [SCHOOL, DEGREE]},
    {"all": [SCHOOL, DEGREE]},
    {"at_least": 2, "of": [SCHOOL, GROUPS, LEADS]},
    {"any": [months(12, PAID), {"at_best_unclear": months(12, {}), "ask": "a"}]},
    {"any": [months(6, PEER, PAID), months(12, {})]},
    {"all": [has_role(PEER), has_role(PAID)]},
    {"any": [has_role(PEER, PAID), GROUPS]},
    {"all": [{"years_since": "ca_certificate_expires", "at_least": 2}, GROUPS]},
    {"within_months_of_hire": 12, "of": {"any": [HELD, DEGREE]}, "ask": "a"},
    {"all": [HELD, {"not_given": "ca_certificate_expires"}]},
    {"all": [{"employer_decides": "a"}, GROUPS]},
    {"employer_decides": "a"},
    {"any": [CAREGIVER, {"all": [FAMILY, GROUPS]}]},
]


@pytest.mark.parametrize("needs", DECIDING)
def test_where_every_part_decides_nothing_is_found(idle, needs):
    assert idle(needs) == []


DIPLOMA = {"fact": "high_school", "met": ["diploma"]}
DEGREES = ["none", "associate", "bachelor_or_higher", "outside_us"]
NO_EXPIRY = {"not_given": "ca_certificate_expires"}
IDLE: list[tuple[dict[str, Any], list[str]]] = [
    ({"any": [SCHOOL, DIPLOMA]}, ["the part about 'high_school'", "the answer 'diploma' to 'high_school'"]),
    ({"any": [SCHOOL, {"all": [SCHOOL, DEGREE]}]}, ["the part 'all'"]),
    ({"any": [months(6, PEER), months(12, PEER)]}, ["the part of 12 months of 'work'"]),
    ({"all": [has_role(PEER), months(6, PEER)]}, ["the part about roles, 'any'"]),
    ({"all": [GROUPS, {"fact": "college_degree", "met": DEGREES}]}, ["the part about 'college_degree'"]),
    ({"any": [LAPSED, {"any": [LAPSED, GROUPS]}]}, ["the part that 'ca_certificate' has lapsed"] * 2),
    ({"at_best_unclear": {"at_best_unclear": SCHOOL, "ask": "a"}, "ask": "a"}, ["'at_best_unclear'"] * 2),
    (
        {"within_months_of_hire": 9, "of": {"within_months_of_hire": 6, "of": HELD, "ask": "a"}, "ask": "a"},
        ["'within_months_of_hire'"] * 2,
    ),
    (months(6, {}, PAID), ["entry 2 of 'roles'"]),
    (has_role({}, PAID), ["entry 2 of 'has_role'"]),
    (
        {"all": [GROUPS, {"any": [NO_EXPIRY, HELD, NO_EXPIRY]}]},
        ["the part that 'ca_certificate_expires' is not given"] * 2,
    ),
    (
        {"any": [{**SINCE, "at_least": 2}, {**SINCE, "at_least": 3}]},
        ["the part about 'ca_certificate_expires'"],
    ),
    ({"at_least": 1, "of": [SCHOOL, SCHOOL, GROUPS]}, ["the part about 'high_school'"] * 2),
    (
        {"at_least": 2, "of": [GROUPS, LEADS, {"any": [SCHOOL, DIPLOMA]}]},
        ["the part about 'high_school'", "the answer 'diploma' to 'high_school'"],
    ),
    (
        {"any": [GROUPS, {"all": [{"employer_decides": "a"}, {"at_best_unclear": SCHOOL, "ask": "b"}]}]},
        ["the part 'a'", "'at_best_unclear'"],
    ),
]


@pytest.mark.parametrize(("needs", "parts"), IDLE)
def test_a_part_without_which_everyone_stands_as_with_it(idle, needs, parts):
    assert idle(needs) == [f"{part} can decide nothing here" for part in parts]


@pytest.mark.parametrize(
    ("needs", "word"),
    [
        ({"fact": "college_degree", "met": DEGREES}, "met"),
        ({"all": [{"fact": "college_degree", "met": [one]} for one in ("none", "associate")]}, "not_met"),
        ({"any": [{"employer_decides": "a"}, {"at_best_unclear": GROUPS, "ask": "b"}]}, "unclear"),
    ],
)
def test_a_rule_that_always_comes_to_the_same(idle, needs, word):
    assert idle(needs) == [f"always comes to '{word}'"]


def test_an_answer_that_is_met_and_unclear_at_once(idle):
    both = {"fact": "high_school", "met": ["diploma"], "unclear": ["diploma", "outside_us"], "ask": "a"}
    assert idle(both)[0] == "'diploma' is both met and unclear, and met wins"


def test_named_rules_are_looked_into_and_named_where_they_stand(facts):
    pack = pack_of(
        {"any": [{"rule": "school"}, {"rule": "less"}]},
        rules={
            "school": SCHOOL,
            "less": {"fact": "high_school", "met": ["diploma"]},
            "gate": {"employer_decides": "a"},
        },
        requirement={"cautions": [{"id": "c", "when": {"rule": "gate"}}]},
    )
    assert list(idle_parts(pack, facts)) == [
        (
            "or-county-1, it",
            "the rule 'less' can decide nothing here (tried on all 5 combinations of answers)",
        )
    ]


def test_the_program_s_own_packs_have_no_idle_part():
    book = load_rulebook()
    assert [found for loaded in book.packs for found in idle_parts(loaded.pack, book.facts)] == []


def test_follow_ups_stand_only_behind_the_answer_that_calls_for_them(facts):
    pack = pack_of({"fact": "degree_field", "met": ["related"]})
    people = everyone([pack.positions[0].requirements[0].needs], facts)
    assert people.exhaustive
    assert sorted(len(case.known) for case in people.cases) == [1] + [2] * 9


def test_where_there_are_too_many_some_are_tried_and_it_is_said(facts, monkeypatch):
    monkeypatch.setattr(everyone_module, "MOST_CASES", 10)
    needs = {"any": [SCHOOL, DEGREE, GROUPS, GROUPS]}
    people = everyone([pack_of(needs).positions[0].requirements[0].needs], facts)
    assert not people.exhaustive
    assert len(people.cases) <= 10 < people.of == 40
    (problem, *_) = [problem for _, problem in idle_parts(pack_of(needs), facts)]
    assert f"tried on {len(people.cases)} of 40 combinations" in problem
