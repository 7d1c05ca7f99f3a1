"""A plan in words: every part of it can be said in each language, what is not known is said, nothing private is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from desktop_app.answers.sheet import Sheet, read_answers
from desktop_app.i18n import LANGUAGES, Message, Words, load_words
from desktop_app.judgement.case import case_of
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.plan_document import plans_document
from desktop_app.judgement.plan_words import PlanWords, StepWords, plan_words
from desktop_app.judgement.planned import Planned, planned
from desktop_app.judgement.schedule import Pace
from desktop_app.rulebook.load import Facts, Rulebook, words_with
from desktop_app.rulebook.model import Pack
from desktop_app.rulebook.routes import Route
from tests.conftest import TODAY
from tests.judgement import made
from tests.judgement.oracle import Answers

CALIFORNIA = {
    "lived_experience": ["caregiver"],
    "high_school": "diploma",
    "drivers_license": "california",
    "college_degree": "associate",
    "degree_field": "human_services",
    "ca_certificate": "none",
    "roles": [],
}
OWN = {"lived_experience": ["own_substance_use_services"], "high_school": "diploma"}
PACE = Pace()


@pytest.fixture(scope="module", params=LANGUAGES)
def any_words(request: pytest.FixtureRequest, book: Rulebook) -> Words:
    return words_with(load_words(request.param), book.packs)


@pytest.fixture(scope="module")
def packs(book: Rulebook) -> list[tuple[Pack, tuple[Route, ...]]]:
    return [(loaded.pack, loaded.routes()) for loaded in book.in_force(TODAY)]


class Ways:
    """The ways to one position, and their words."""

    def __init__(self, judge: Judge, packs: Any, facts: Facts) -> None:
        self.judge, self.packs, self.facts = judge, packs, facts

    def all(self, sheet: Sheet, start: date | None = None, pace: Pace = PACE) -> list[Planned]:
        return list(planned(self.judge, self.packs, self.facts, sheet, start or sheet.as_of, pace))

    def to(self, position: str, **answers: Any) -> tuple[Planned, list[PlanWords]]:
        sheet = read_answers(answers, self.facts, TODAY)
        found = next(one for one in self.all(sheet) if one.position.id == position)
        return found, self.said(found, sheet)

    def said(self, found: Planned, sheet: Sheet, pace: Pace = PACE) -> list[PlanWords]:
        known = case_of(sheet, self.facts).known
        return [plan_words(plan, found.position, known, pace, self.facts) for plan in found.plans]


@pytest.fixture(scope="module")
def ways(judge: Judge, packs: Any, facts: Facts) -> Ways:
    return Ways(judge, packs, facts)


def step(told: PlanWords, id_: str) -> StepWords:
    return next(one for one in told.steps if one.id == id_)


def messages(told: PlanWords) -> Iterator[Message]:
    """Everything that is to be said, but for papers: those a catalog need not have."""
    yield from (told.name, told.ready, *told.counts_on, *told.asks_for, *told.unlocks)
    yield from (one for one in (told.goes_on, told.fees, told.fees_unknown) if one)
    for one in told.steps:
        yield from (one.name, one.do, one.when, *one.unlocks, *one.before_paying)
        yield from (part for part in (one.fee, one.source) if part)


# ---------------------------------------------------------------- as the sources have it


def test_what_would_waste_the_money_is_said_before_the_first_paid_step(ways: Ways) -> None:
    _, (told,) = ways.to("ca-calaveras-2", **CALIFORNIA)
    assert [one.id for one in told.steps if one.before_paying] == ["application"]
    keys = [message.key for message in step(told, "application").before_paying]
    assert [key.rpartition(".")[2] for key in keys] == ["diploma", "approved_provider", "name_on_id"]
    _, (told,) = ways.to("tx-state-1", **OWN, tx_certificate="none")
    assert [one.id for one in told.steps if one.before_paying] == ["orientation"]


def test_times_fees_and_how_sure_they_are(ways: Ways, words: Words) -> None:
    _, (told,) = ways.to("ca-calaveras-2", **CALIFORNIA)
    review, training = step(told, "application_review"), step(told, "training")
    assert words.say(review.when) == "From November 22, 2026 to December 22, 2026: up to 30 days."
    assert words.say(training.when).endswith("80 hours, at 8 hours a week.")
    assert words.say(step(told, "application").fee or "") == "$100"
    assert words.say(training.fee or "") == "not found"
    assert words.say(review.source or "") == "Source: CalMHSA. We are sure of it."
    assert review.fee is None
    assert words.say(told.fees or "") == "$250"
    assert words.say(told.fees_unknown or "") == "1 fee was not found."


def test_a_time_that_was_not_found_makes_the_end_the_earliest_and_not_its_own_beginning(
    ways: Ways, words: Words
) -> None:
    _, (told,) = ways.to("ca-calaveras-2", **CALIFORNIA)
    assert words.say(step(told, "certificate_comes").when) == (
        "From February 14, 2027. We did not find how long it takes."
    )
    assert "at the earliest" in words.say(told.ready)


def test_after_a_time_that_was_not_found_a_step_begins_at_the_earliest(ways: Ways, words: Words) -> None:
    _, told = ways.to("ca-calaveras-2", **CALIFORNIA, tx_certificate="current")
    way = next(one for one in told if "Use your Texas certificate" in words.say(one.name))
    assert words.say(step(way, "reciprocity_papers").when).startswith("From November 22, 2026. We did not")
    assert words.say(step(way, "reciprocity_exam").when).startswith("From November 22, 2026 at the earliest.")


def test_a_range_of_fees_is_shown_as_one(ways: Ways, words: Words) -> None:
    _, (told,) = ways.to("tx-state-1", **OWN, tx_certificate="none")
    assert words.say(step(told, "core_training").fee or "") == "$200 to $300"


def test_the_papers_stand_with_the_step_that_gathers_them(ways: Ways) -> None:
    _, (told,) = ways.to("ca-calaveras-2", **CALIFORNIA)
    papers = [message.key for message in step(told, "gather_papers").papers]
    assert papers == [
        "ca-calaveras.path.government_photo_id.paper",
        "ca-calaveras.path.high_school_with_transcripts.paper",
    ]
    rest = [message.key for message in told.papers]
    assert "ca-calaveras.path.ethics_agreement.paper" in rest
    assert not set(papers) & set(rest)


def test_i_opens_up_before_ii(ways: Ways, words: Words) -> None:
    said = {**CALIFORNIA, "ca_certificate": "current", "college_degree": "none"}
    _, told = ways.to("ca-calaveras-2", **said)
    assert words.say_all(told[1].unlocks) == "Specialist I opens up on May 21, 2027."
    assert (
        words.say(told[1].goes_on or "") == "Keep going until November 20, 2027. Then your months are enough."
    )


def test_a_step_that_opens_a_level_says_so(ways: Ways, words: Words) -> None:
    _, (told,) = ways.to("ca-calaveras-2", **CALIFORNIA)
    last = told.steps[-1]
    assert words.say_all(last.unlocks) == "Specialist II opens up on February 14, 2027 at the earliest."
    assert told.unlocks == ()


def test_who_only_has_to_keep_going_is_told_until_when(ways: Ways, words: Words) -> None:
    role = {"work": "peer_support_to_individuals", "setting": "other", "paid": True, "end": None}
    _, (told,) = ways.to("ca-calaveras-1", **{**CALIFORNIA, "roles": [{**role, "start": "2026-07-15"}]})
    assert words.say(told.name) == "Keep going as you are"
    assert words.say(told.goes_on or "") == "Keep going until January 13, 2027. Then your months are enough."


def test_open_answers_are_counted_on_and_private_ones_not_spelled_out(ways: Ways, words: Words) -> None:
    found, (told,) = ways.to("ca-calaveras-1", drivers_license="california")
    assert [words.say(message) for message in told.counts_on] == [
        "Part of your life: an answer that counts here",
        "High school: “I have a high school diploma”",
        "Work or volunteering: an answer that counts here",
    ]
    assert words.say(told.ready) == "If that is so, your answers match. No steps are needed."
    document = plans_document([found], TODAY, TODAY, PACE, ways.facts)
    if_so = document["positions"][0]["plans"][0]["if_so"]
    assert [one["answer"] for one in if_so] == [None, "diploma", None]


def test_what_hangs_on_the_employer_is_named(ways: Ways, words: Words) -> None:
    _, (told,) = ways.to("ca-calaveras-1", **{**CALIFORNIA, "drivers_license": "none"})
    assert [words.say(name) for name in told.asks_for] == ["California driver's license"]


# ---------------------------------------------------------------- where there is no way


def test_what_is_about_a_persons_own_life_is_no_task(ways: Ways, words: Words) -> None:
    found, told = ways.to("ca-calaveras-1", **{**CALIFORNIA, "lived_experience": ["none_of_these"]})
    assert told == []
    assert found.no_way is not None
    assert "It is about your own life." in words.say_all(found.no_way.own_life)


def test_a_way_that_is_closed_says_why_and_what_not_to_pay_for(ways: Ways, words: Words) -> None:
    said = {"lived_experience": ["family_member"], "high_school": "none", "college_degree": "none"}
    found, told = ways.to("tx-state-1", **said, tx_certificate="none", willing_to_share=False)
    assert told == []
    assert found.no_way is not None
    (way,) = found.no_way.closed
    why = words.say_all(way.why)
    assert (
        why == "What you chose is not what this source asks for. You would rather not share your experience."
    )
    assert "Someone else's never leads to them." in words.say_all(way.before_paying)


def test_a_position_that_matches_has_neither_ways_nor_a_why_not(ways: Ways) -> None:
    found, told = ways.to("tx-state-1", **OWN, tx_certificate="initial")
    assert (told, found.no_way, found.matches) == ([], None, True)


# ---------------------------------------------------------------- for any sheet


@given(told=made.sheets())
def test_every_plan_and_every_want_of_one_can_be_said(
    ways: Ways, any_words: Words, told: tuple[Answers, date]
) -> None:
    sheet = read_answers(told[0], ways.facts, told[1])
    kinds = [
        any_words.say(f"questions.lived_experience.choices.{kind}")
        for kind in ways.facts.by_id["lived_experience"].choices
    ]
    for found in ways.all(sheet):
        said = [any_words.say(message) for plan in ways.said(found, sheet) for message in messages(plan)]
        if found.no_way:
            said += [any_words.say(message) for message in found.no_way.own_life]
            for way in found.no_way.closed:
                said += [any_words.say(message) for message in (way.name, *way.why, *way.before_paying)]
        assert not any(set("{}") & set(sentence) for sentence in said)
        assert not any(kind in sentence for kind in kinds for sentence in said)
        assert bool(found.plans) + found.matches + (found.no_way is not None) == 1


@given(told=made.sheets())
def test_each_plan_says_its_steps_once_in_order_and_what_to_check_first(
    ways: Ways, told: tuple[Answers, date]
) -> None:
    sheet = read_answers(told[0], ways.facts, told[1])
    for found in ways.all(sheet, pace=Pace(1, 168)):
        for plan, words in zip(found.plans, ways.said(found, sheet, Pace(1, 168)), strict=True):
            assert [one.id for one in words.steps] == [one.step.id for one in plan.steps]
            paid = next((number for number, one in enumerate(words.steps) if one.fee), 0)
            checked = [number for number, one in enumerate(words.steps) if one.before_paying]
            assert checked == ([paid] if plan.before_paying else [])


def test_the_last_day_there_is_does_not_break_a_plan(ways: Ways) -> None:
    said = {**CALIFORNIA, "roles": []}
    sheet = read_answers(said, ways.facts, date.max)
    for found in ways.all(sheet, pace=Pace(1, 1)):
        assert ways.said(found, sheet) or found.no_way or found.matches
