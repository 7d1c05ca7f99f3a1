"""A sheet is read as it is meant: silence told apart from answers, days and months, the order of a set."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given

from desktop_app.answers.employment import RoleDate
from desktop_app.answers.sheet import LARGEST, day_from, parse_sheet, read_answers
from tests.judgement import made
from tests.judgement.employment import role
from tests.judgement.oracle import UNSAID

TODAY = date(2026, 11, 22)


@pytest.fixture
def parse(facts):
    """`parse(document)`: the sheet that a document comes to."""

    def parsed(document, as_of=None):
        return parse_sheet(json.dumps(document).encode(), facts, TODAY, as_of)

    return parsed


def test_the_smallest_sheet(parse):
    sheet = parse({"peer_ready": 1, "answers": {}})
    assert (sheet.as_of, dict(sheet.known), dict(sheet.not_said)) == (TODAY, {}, {})


def test_the_day_asked_for_wins_over_the_sheet_s_and_that_over_today(parse):
    document = {"peer_ready": 1, "as_of": "2025-01-02", "answers": {}}
    assert parse(document).as_of == date(2025, 1, 2)
    assert parse(document, date(2024, 2, 29)).as_of == date(2024, 2, 29)


def test_a_role_is_held_against_the_day_that_wins(parse):
    document = {"peer_ready": 1, "as_of": "2025-01-02", "answers": {"roles": [role("2025-06-01")]}}
    assert len(parse(document, TODAY).known["roles"]) == 1


def test_not_sure_and_not_said_are_kept_apart_from_answers(parse):
    sheet = parse({"peer_ready": 1, "answers": {"high_school": "not_sure", "roles": "prefer_not_to_say"}})
    assert sheet.known == {}
    assert sheet.not_said == {"high_school": "not_sure", "roles": "prefer_not_to_say"}


def test_each_kind_of_answer(parse):
    answers = {
        "lived_experience": ["caregiver", "own_mental_health_services", "caregiver"],
        "high_school": "diploma",
        "can_lead_groups": False,
        "ca_certificate_expires": "2027-02-28",
        "roles": [],
    }
    assert parse({"peer_ready": 1, "answers": answers}).known == {
        "lived_experience": ("own_mental_health_services", "caregiver"),
        "high_school": "diploma",
        "can_lead_groups": False,
        "ca_certificate_expires": date(2027, 2, 28),
        "roles": (),
    }


def test_a_role(parse):
    told = role("2024-02", "2024-02-29", setting="not_sure", paid=False, hours_per_week=0, title="Ayudante")
    (found,) = parse({"peer_ready": 1, "answers": {"roles": [told]}}).known["roles"]
    assert found.start == RoleDate(date(2024, 2, 1), date(2024, 2, 29))
    assert found.end == RoleDate(date(2024, 2, 29), date(2024, 2, 29))
    assert (found.setting, found.paid, found.hours_per_week, found.title) == (
        "not_sure",
        False,
        0.0,
        "Ayudante",
    )
    (bare,) = parse({"peer_ready": 1, "answers": {"roles": [role("2023-02")]}}).known["roles"]
    assert (bare.start.last, bare.end, bare.hours_per_week, bare.title) == (date(2023, 2, 28), None, None, "")


def test_a_month_that_has_only_begun_and_an_end_still_to_come(parse):
    (found,) = parse({"peer_ready": 1, "answers": {"roles": [role("2026-11", "2027-05")]}}).known["roles"]
    assert found.start.last == date(2026, 11, 30)
    assert found.end.last == date(2027, 5, 31)


def test_an_end_in_the_month_of_the_start_may_be_either(parse):
    (found,) = parse({"peer_ready": 1, "answers": {"roles": [role("2026-03-20", "2026-03")]}}).known["roles"]
    assert found.end.first < found.start.first <= found.end.last


def test_what_people_type_stays_as_typed(parse):
    for title in ("<img src='file:///etc/passwd'>", "{0} %s \\n", "\u202eright to left", "", "x" * 10_000):
        (found,) = parse({"peer_ready": 1, "answers": {"roles": [role("2026-03-20", title=title)]}}).known[
            "roles"
        ]
        assert found.title == title


def test_a_mark_of_byte_order_is_not_in_the_way(facts):
    content = b"\xef\xbb\xbf" + json.dumps({"peer_ready": 1, "answers": {}}).encode()
    assert parse_sheet(content, facts, TODAY).as_of == TODAY


def test_five_megabytes_still_fit(facts):
    content = json.dumps({"peer_ready": 1, "answers": {}}).encode()
    assert parse_sheet(content + b" " * (LARGEST - len(content)), facts, TODAY).known == {}


def test_a_day_for_the_command():
    assert day_from("2026-02-28") == date(2026, 2, 28)


@given(told=made.sheets())
def test_every_sheet_that_can_be_filled_in_is_read_without_loss(facts, told):
    answers, as_of = told
    sheet = read_answers(answers, facts, as_of)
    assert set(sheet.known) | set(sheet.not_said) == set(answers)
    assert set(sheet.not_said.values()) <= set(UNSAID)
    if "roles" in sheet.known:
        assert len(sheet.known["roles"]) == len(answers["roles"])  # type: ignore[arg-type]
