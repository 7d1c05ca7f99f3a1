"""Plans for a sitting: the nearest first, what is set moves them, and what is tried out changes no answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop_app.i18n import Words
from desktop_app.interview.planning import Planning, Trial
from desktop_app.interview.session import Interview, Session
from desktop_app.judgement.schedule import Pace
from desktop_app.judgement.when_words import when_words
from desktop_app.rulebook.load import Rulebook

AS_OF = date(2026, 11, 22)
BOTH = ("ca-calaveras", "tx-state")
CALIFORNIA: dict[str, Any] = {
    "lived_experience": ["caregiver"],
    "high_school": "diploma",
    "drivers_license": "california",
    "roles": [],
    "college_degree": "associate",
    "degree_field": "human_services",
    "ca_certificate": "none",
    "tx_certificate": "none",
}


@pytest.fixture
def planning(book: Rulebook):
    interview = Interview(book, BOTH, AS_OF)

    def made(answers: dict[str, Any], **trial: Any) -> Planning:
        return Planning(interview.view(Session(AS_OF, BOTH, answers=answers)), Trial(**trial))

    return made


def chosen(planning: Planning) -> str | None:
    return planning.chosen.position.id if planning.chosen else None


def test_the_nearest_position_that_does_not_match_comes_first(planning) -> None:
    assert chosen(planning(CALIFORNIA)) == "ca-calaveras-2"  # the certificate is quicker than six months
    assert chosen(planning(CALIFORNIA, position="ca-calaveras-1")) == "ca-calaveras-1"


def test_what_is_missing_comes_before_what_is_merely_open(planning) -> None:
    assert chosen(planning({"drivers_license": "none"})) == "ca-calaveras-1"


def test_a_position_that_matches_is_not_planned_for(planning) -> None:
    made = planning({**CALIFORNIA, "ca_certificate": "current"}, position="ca-calaveras-2")
    assert "ca-calaveras-2" not in [one.position.id for one in made.planned]
    assert chosen(made) == "ca-calaveras-1"


def test_where_there_is_no_way_there_is_a_reason(planning) -> None:
    made = planning({**CALIFORNIA, "lived_experience": ["none_of_these"]}, position="ca-calaveras-1")
    assert made.plan is None
    assert made.chosen.no_way.own_life


def test_start_and_pace_move_the_day(planning) -> None:
    ready = planning(CALIFORNIA).plan.ready
    assert planning(CALIFORNIA, pace=Pace(training=20)).plan.ready < ready
    assert planning(CALIFORNIA, start=date(2027, 3, 1)).plan.ready > ready
    assert planning(CALIFORNIA, start=date(2020, 1, 1)).plan.ready == ready  # no plan begins in the past


def test_a_way_that_is_no_longer_there_is_the_last_one(planning) -> None:
    made = planning({**CALIFORNIA, "college_degree": "none", "degree_field": "other"}, way=9)
    assert made.plan is made.chosen.plans[-1]


def test_what_is_left_to_ask_is_named(planning, words: Words) -> None:
    made = planning({**CALIFORNIA, "lived_experience": ["own_recovery_without_services"]})
    assert [words.say(one) for one in made.left_to_ask(made.plan)] == ["Lived experience"]


def test_what_was_tried_and_is_no_longer_offered_is_passed_over(planning) -> None:
    made = planning(CALIFORNIA, tried=frozenset({"gone", "ca-calaveras.certificate"}))
    assert [offer.key for offer in made.tried] == ["ca-calaveras.certificate"]
    second = next(one for one in made.outlook.prospects if one.position.id == "ca-calaveras-2")
    assert second.on == date(2027, 2, 14)


def test_when_time_alone_would_do(planning, words: Words) -> None:
    role = {"work": "peer_support_to_individuals", "setting": "other", "paid": True, "end": None}
    made = planning({**CALIFORNIA, "roles": [{**role, "start": "2026-07-15"}]})
    first = next(one for one in made.planned if one.position.id == "ca-calaveras-1").position
    assert [words.say(one) for one in when_words(first)] == [
        "From January 13, 2027, if you keep the roles you have now.",
        "What comes last: Six months of peer support.",
    ]
    second = next(one for one in made.planned if one.position.id == "ca-calaveras-2").position
    assert [words.say(one) for one in when_words(second)] == [
        "Not by time alone. Your plan shows what can be done."
    ]
