"""Answers that are only tried out: how they are typed, and that nobody's sheet is changed."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from desktop_app.answers.sheet import SheetError
from desktop_app.answers.supposing import Supposed, supposed, supposing
from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.rulebook.load import Facts
from tests.conftest import TODAY

ROLE = '{"work": "other", "setting": "other", "paid": true, "start": "2025-01", "end": null}'


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("high_school=ged_or_hiset", "ged_or_hiset"),
        (" high_school = diploma ", "diploma"),
        ("can_lead_groups=yes", True),
        ("can_lead_groups=True", True),
        ("can_lead_groups=Sí", True),
        ("can_lead_groups=no", False),
        ("can_lead_groups=false", False),
        ("can_lead_groups=not_sure", "not_sure"),
        ("can_lead_groups=prefer_not_to_say", "prefer_not_to_say"),
        ("lived_experience=caregiver", ["caregiver"]),
        ("lived_experience=caregiver, family_member", ["caregiver", "family_member"]),
        ("ca_certificate_expires=2027-05-31", "2027-05-31"),
        ("roles=[]", []),
        ("high_school=", None),
        ("roles=", None),
    ],
)
def test_an_answer_is_read_as_it_is_typed(facts: Facts, typed: str, value: Any) -> None:
    assert supposed(typed, facts, TODAY) == Supposed(typed.partition("=")[0].strip(), value)


def test_roles_are_written_as_in_a_sheet(facts: Facts) -> None:
    (role,) = supposed(f"roles=[{ROLE}]", facts, TODAY).value
    assert role["work"] == "other"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("high_school=ged", "--what-if high_school"),
        ("high_school=ged", "ged_or_hiset"),
        ("shoe_size=42", '"shoe_size"'),
        ("shoe_size=", "--what-if"),
        ("can_lead_groups=maybe", '--what-if can_lead_groups is "maybe"'),
        ("ca_certificate_expires=2026-02-30", "2026-02-30"),
        ("ca_certificate_expires=soon", "--what-if ca_certificate_expires"),
        ("lived_experience=none_of_these,caregiver", "none_of_these"),
        ("lived_experience=,", "--what-if lived_experience"),
        ("roles=many", "--what-if roles"),
        ("roles=[{}]", "--what-if roles, 1"),
        ("roles=" + "[" * 5000, "--what-if roles"),
        ("roles=[NaN]", "--what-if roles"),
        ("roles=\udcff", "--what-if roles"),
        ("just words", "FACT=VALUE"),
        ("", "FACT=VALUE"),
    ],
)
def test_what_cannot_be_is_told_with_the_options_name(
    facts: Facts, typed: str, said: str, language: str
) -> None:
    with pytest.raises(SheetError) as error:
        supposed(typed, facts, TODAY)
    sentence = load_words(language).say(error.value.message)
    assert "--what-if" in sentence
    assert "\n" not in sentence
    if language == "en":
        assert said in sentence


def test_the_sheet_itself_stays_as_it_is() -> None:
    document = {"peer_ready": 1, "answers": {"high_school": "none", "drivers_license": "none"}}
    before = copy.deepcopy(document)
    changed = supposing(
        document,
        [
            Supposed("high_school", "diploma"),
            Supposed("drivers_license", None),
            Supposed("ca_exam", "passed"),
            Supposed("ca_exam", "not_taken"),
        ],
    )
    assert changed == {"peer_ready": 1, "answers": {"high_school": "diploma", "ca_exam": "not_taken"}}
    assert document == before
