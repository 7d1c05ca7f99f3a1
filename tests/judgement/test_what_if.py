"""What is tried out moves standings, dates and plans of every position, and no answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.answers.sheet import Sheet, read_answers
from desktop_app.i18n import Words
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.plan import Plan, Planner
from desktop_app.judgement.schedule import Pace
from desktop_app.judgement.standing import MATCHES
from desktop_app.judgement.what_if import Offer, Outlook, Prospect, WhatIf
from desktop_app.rulebook.load import Facts, Rulebook
from tests.judgement.made import answers, as_of_days

AS_OF = date(2026, 11, 22)
CALIFORNIA = {
    "lived_experience": ["caregiver"],
    "high_school": "diploma",
    "drivers_license": "california",
    "roles": [],
    "college_degree": "associate",
    "degree_field": "human_services",
    "ca_certificate": "none",
}


class Trying:
    def __init__(
        self,
        book: Rulebook,
        judge: Judge,
        planner: Planner,
        said: dict[str, Any],
        as_of: date,
        start: date,
        pace: Pace,
    ) -> None:
        self.sheet: Sheet = read_answers(said, book.facts, as_of)
        self.plans: dict[str, list[Plan]] = {
            one.id: planner.plans(self.sheet, one.id, start, pace) for one in judge.positions
        }
        self.what_if = WhatIf(judge, planner, book.facts, self.sheet, start, pace)
        self.offers = self.what_if.offers(plans[0] for plans in self.plans.values() if plans)

    def offer(self, key: str) -> Offer:
        return next(offer for offer in self.offers if offer.key == key)

    def outlook(self, *keys: str) -> Outlook:
        return self.what_if.outlook([self.offer(key) for key in keys], self.plans)

    def prospect(self, position: str, *keys: str) -> Prospect:
        return next(one for one in self.outlook(*keys).prospects if one.position.id == position)


@pytest.fixture(scope="module")
def planner(book: Rulebook, judge: Judge) -> Planner:
    return Planner(judge, [(loaded.pack, loaded.routes()) for loaded in book.in_force(AS_OF)], book.facts)


@pytest.fixture
def trying(book: Rulebook, judge: Judge, planner: Planner):
    def begin(said: dict[str, Any], start: date = AS_OF, pace: Pace | None = None) -> Trying:
        return Trying(book, judge, planner, said, AS_OF, start, pace or Pace())

    return begin


def test_what_can_be_tried_is_what_plans_are_made_of(trying) -> None:
    keys = [offer.key for offer in trying(CALIFORNIA).offers]
    assert keys[:5] == [
        "ca-calaveras.volunteering",
        "ca-calaveras.certificate.gather_papers",
        "ca-calaveras.certificate.training",
        "ca-calaveras.certificate.exam",
        "ca-calaveras.certificate",
    ]


def test_if_i_start_volunteering_in_march(trying) -> None:
    tried = trying(CALIFORNIA, start=date(2027, 3, 1))
    prospect = tried.prospect("ca-calaveras-1", "ca-calaveras.volunteering")
    assert (prospect.outcome, prospect.on) == ("meets", date(2027, 8, 30))
    assert tried.outlook("ca-calaveras.volunteering").day == date(2027, 3, 1)


def test_if_i_get_the_certificate(trying) -> None:
    tried = trying(CALIFORNIA)
    prospect = tried.prospect("ca-calaveras-2", "ca-calaveras.certificate")
    assert (prospect.outcome, prospect.on) == ("meets", date(2027, 2, 14))
    assert prospect.at_the_earliest
    quicker = trying(CALIFORNIA, pace=Pace(training=20))
    assert quicker.prospect("ca-calaveras-2", "ca-calaveras.certificate").on == date(2027, 1, 5)


def test_a_step_alone_puts_its_part_of_the_path_in_place_and_leaves_the_days_of_the_plan(trying) -> None:
    tried = trying(CALIFORNIA)
    as_it_is = tried.prospect("ca-calaveras-2")
    prospect = tried.prospect("ca-calaveras-2", "ca-calaveras.certificate.training")
    assert (prospect.outcome, prospect.on, prospect.then) == ("not_yet", None, as_it_is.then)
    path = {step.id: step.standing.word for one in prospect.position.requirements for step in one.path}
    assert path["training_80_hours"] == "met"


def test_with_nothing_tried_it_is_today_and_the_plans_are_what_they_are(trying) -> None:
    tried = trying(CALIFORNIA)
    outlook = tried.outlook()
    assert outlook.day == AS_OF
    assert [one.then for one in outlook.prospects] == [
        plans[0].ready if plans else None for plans in tried.plans.values()
    ]


def test_months_that_come_together_on_the_way_are_seen_on_their_day(trying) -> None:
    role = {"work": "peer_support_to_individuals", "setting": "other", "paid": True, "end": None}
    tried = trying({**CALIFORNIA, "roles": [{**role, "start": "2026-07-15"}]})
    assert tried.prospect("ca-calaveras-1", "ca-calaveras.certificate").on == date(2027, 1, 13)


def test_a_yes_of_the_employer_settles_what_is_only_to_be_asked(trying) -> None:
    role = {"work": "peer_support_to_individuals", "setting": "similar", "paid": False, "end": None}
    said = {**CALIFORNIA, "college_degree": "none", "roles": [{**role, "start": "2025-01-01"}]}
    tried = trying(said)
    yes, certificate = "ca-calaveras?direct_work_12_months_or_degree", "ca-calaveras.certificate"
    assert tried.prospect("ca-calaveras-2", certificate).outcome == "confirm"
    assert tried.prospect("ca-calaveras-2", certificate, yes).outcome == "meets"
    assert tried.prospect("ca-calaveras-2", yes).outcome == "not_yet"


def test_a_yes_is_no_certificate(trying) -> None:
    own = {"lived_experience": ["own_substance_use_services"], "high_school": "diploma"}
    tried = trying({**own, "tx_certificate": "none"})
    yes = Offer("tx-state?tx_certificate", "tx-state", asked="tx_certificate")
    outlook = tried.what_if.outlook([yes], tried.plans)
    assert all(one.outcome not in MATCHES for one in outlook.prospects if one.position.series == "tx-state")


def test_another_way_to_get_there_is_a_yes_too(trying) -> None:
    tried = trying({**CALIFORNIA, "drivers_license": "none"})
    both = ("ca-calaveras.other_transport", "ca-calaveras.volunteering")
    assert tried.prospect("ca-calaveras-1", *both).on == date(2027, 5, 21)
    assert tried.prospect("ca-calaveras-1", both[1]).on is None


def test_a_school_leaving_test_is_offered_once_for_both_states(trying) -> None:
    none = {**CALIFORNIA, "high_school": "none", "college_degree": "none", "tx_certificate": "none"}
    keys = [
        offer.key for offer in trying({**none, "lived_experience": ["own_mental_health_services"]}).offers
    ]
    assert sum(key.endswith(".high_school") for key in keys) == 1


def test_every_offer_has_its_words(trying, words: Words) -> None:
    for offer in trying({**CALIFORNIA, "drivers_license": "none", "tx_certificate": "none"}).offers:
        assert words.say(offer.name)


@given(st.data())
def test_trying_changes_no_answer_and_tells_of_one_day_a_position(
    book: Rulebook, judge: Judge, facts: Facts, planner: Planner, data: st.DataObject
) -> None:
    as_of = data.draw(as_of_days)
    tried = Trying(book, judge, planner, data.draw(answers(as_of, 0.3)), as_of, as_of, Pace())
    before = dict(tried.sheet.known)
    chosen = [offer.key for offer in tried.offers if data.draw(st.booleans())]
    outlook = tried.outlook(*chosen)
    assert dict(tried.sheet.known) == before
    for prospect in outlook.prospects:
        assert (prospect.on is not None) == (prospect.outcome in MATCHES)
        assert prospect.on is None or prospect.on >= as_of
        assert prospect.on is None or prospect.then is None
