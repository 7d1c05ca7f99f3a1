"""The result at a glance: both levels in every sentence, and the one thing to do first."""

from __future__ import annotations

import pytest

CALIFORNIA = ("ca-calaveras",)
TEXAS = ("tx-state",)
PEER_SUPPORT = {
    "work": "peer_support_to_individuals",
    "setting": "public_behavioral_health",
    "paid": True,
    "start": "2025-01-01",
    "end": None,
    "hours_per_week": 40,
}
CALIFORNIA_ONE = {
    "lived_experience": ["own_mental_health_services"],
    "high_school": "diploma",
    "college_degree": "none",
    "roles": [PEER_SUPPORT],
    "drivers_license": "california",
}
TEXAS_ONE = {
    "tx_certificate": "current",
    "tx_certificate_type": "mental_health_peer",
    "lived_experience": ["own_mental_health_services"],
}


def sentences(content):
    return [series.sentence.text for series in content.first_page.summary.series]


def first(content):
    return content.first_page.summary.first


@pytest.mark.parametrize(
    ("answers", "series", "sentence"),
    [
        (
            {**CALIFORNIA_ONE, "ca_certificate": "current"},
            CALIFORNIA,
            "In California, your answers match Peer Support Specialist II, and Specialist I too.",
        ),
        (
            {**CALIFORNIA_ONE, "ca_certificate": "none"},
            CALIFORNIA,
            "In California, your answers match Peer Support Specialist I, and not yet Specialist II.",
        ),
        (
            CALIFORNIA_ONE,
            CALIFORNIA,
            "In California, your answers match Peer Support Specialist I. We can't tell yet about Specialist II.",
        ),
        (
            {"drivers_license": "none"},
            CALIFORNIA,
            "In California, your answers don't match Specialist I or Specialist II yet.",
        ),
        ({}, CALIFORNIA, "In California, we can't tell yet about Specialist I and Specialist II."),
        (
            {**CALIFORNIA_ONE, "roles": [], "ca_certificate": "current"},
            CALIFORNIA,
            "In California, your answers don't match Specialist I or Specialist II yet.",
        ),
        (
            {**TEXAS_ONE, "can_lead_groups": False},
            TEXAS,
            (
                "In Texas, your answers match Certified Peer Support Specialist I, with something to ask, "
                "and not yet Specialist II."
            ),
        ),
        (
            {**TEXAS_ONE, "can_lead_groups": True, "can_serve_as_lead_worker": True},
            TEXAS,
            (
                "In Texas, your answers match Certified Peer Support Specialist II, and Specialist I too, "
                "with something to ask for Specialist I."
            ),
        ),
    ],
)
def test_one_sentence_names_the_outcome_of_both_levels(report, answers, series, sentence):
    assert sentences(report(answers, series=series)) == [sentence]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_pair_of_outcomes_has_its_sentence(both_words, language):
    words = both_words[language]
    outcomes = ("meets", "confirm", "not_yet", "cannot_tell")
    nearest_first = [
        *((one, other) for one in ("meets", "confirm") for other in outcomes),
        ("not_yet", "not_yet"),
        ("cannot_tell", "cannot_tell"),
        ("cannot_tell", "not_yet"),
    ]
    for one, other in nearest_first:
        sentence = words.say(f"headline.pair.{one}_{other}", place="P", name="First", other="Second")
        assert "First" in sentence
        assert "Second" in sentence
    for outcome in outcomes:
        assert "First" in words.say(f"headline.alone.{outcome}", place="P", name="First")


def test_what_matches_stands_out_and_what_does_not_match_does_not(report):
    california, texas = report({**CALIFORNIA_ONE, "tx_certificate": "none"}).first_page.summary.series
    assert california.sentence.strong == "Peer Support Specialist I"
    assert texas.sentence.strong == ""


def test_marks_are_the_requirements_that_count(report):
    _, texas = report(TEXAS_ONE).first_page.summary.series
    _, two = texas.positions
    assert [mark.kind for mark in two.marks] == [
        "met",
        "met",
        "open",
        "open",
    ]  # high school is merely preferred
    assert two.marks[0].text == "Texas peer certificate: You have this"
    assert two.tally == "2 of 4 in place."
    assert two.rest == ("Not known yet: can lead a group; can guide other workers.",)


def test_everything_in_place_is_said_so(report):
    one, _ = report(CALIFORNIA_ONE, series=CALIFORNIA).first_page.summary.series[0].positions
    assert (one.status.kind, one.tally, one.rest) == ("met", "All 4 things are in place.", ())


def test_what_an_outcome_hangs_on_is_named_first(report):
    _, two = report("ready-for-california-1").first_page.summary.series[0].positions
    assert two.rest == ("To do: a year of direct work, or a degree; California peer certificate.",)


# ---------------------------------------------------------------- beside the sentence


def test_the_postings_day_and_that_it_may_be_closed(report):
    california, texas = report({}).first_page.summary.series
    assert "August 24, 2023" in california.notes[0]
    assert "may no longer be open" in california.notes[0]
    assert "no date" in texas.notes[0]


def test_no_texas_certificate_never_stands_alone(report):
    _, texas = report({**CALIFORNIA_ONE, "tx_certificate": "none"}).first_page.summary.series
    (beside,) = texas.beside
    assert "titles of state agencies" in beside
    assert "hire you first" in beside
    assert "Do I need the certificate on my first day" in beside


def test_hours_are_told_beside_the_sentence(report):
    california, _ = report(
        {**CALIFORNIA_ONE, "roles": [{**PEER_SUPPORT, "hours_per_week": 8}]}
    ).first_page.summary.series
    assert any("full-time hours" in caution for caution in california.beside)


def test_a_caution_is_told_once_for_both_levels(report):
    _, texas = report({"tx_certificate": "expired"}).first_page.summary.series
    assert len(texas.beside) == len(set(texas.beside)) == 2


def test_answers_that_do_not_go_together_are_shown_once(report):
    both = {"ca_certificate": "current", "tx_certificate": "current", "age_18_or_over": False}
    assert len(report(both).first_page.summary.warnings) == 1


# ---------------------------------------------------------------- do this first


def test_a_match_comes_first_contact_the_employer_with_the_exact_questions(report):
    step = first(report("degree-instead-of-work"))
    assert step.series == "ca-calaveras"
    assert step.act == "Call Calaveras County Behavioral Health."
    assert step.items == ("Is my degree in a related field for this job?",)


def test_what_matches_now_comes_before_what_has_to_be_asked(report):
    step = first(report({**CALIFORNIA_ONE, **TEXAS_ONE, "can_lead_groups": False}))
    assert step.series == "ca-calaveras"


def test_part_time_hours_become_a_question_to_the_employer(report):
    step = first(report({**CALIFORNIA_ONE, "roles": [{**PEER_SUPPORT, "hours_per_week": 8}]}))
    assert "How do you count part-time hours?" in step.items


def test_without_a_match_a_few_answers_come_first(report):
    step = first(report({"drivers_license": "none"}))
    assert step.act == "Answer 3 more questions."
    assert step.facts[0] == "tx_certificate"  # one answer tells about both levels in Texas
    assert step.items[0] == "Do you have a Texas peer certificate?"
    assert "Texas" in step.because


def test_one_answer_is_called_one(report):
    nearly = {**CALIFORNIA_ONE, "ca_certificate": "none"}
    del nearly["drivers_license"]
    step = first(report(nearly, series=CALIFORNIA))
    assert (step.act, step.facts) == ("Answer one more question.", ("drivers_license",))


def test_months_without_their_days_ask_for_the_days(report):
    month_only = {**PEER_SUPPORT, "start": "2026-05", "end": "2026-11"}
    step = first(
        report({**CALIFORNIA_ONE, "roles": [month_only], "ca_certificate": "none"}, series=CALIFORNIA)
    )
    assert step.items == ("Your work: which days did it start and end, and where was it?",)


def test_without_a_match_or_an_open_answer_the_nearest_level_is_worked_on(report):
    step = first(report({**CALIFORNIA_ONE, "roles": [], "ca_certificate": "none"}, series=CALIFORNIA))
    assert step.act == "Keep going, or start volunteering as a peer."
    assert "Specialist I" in step.because


def test_someone_who_cannot_drive_is_never_told_to_get_a_license(report):
    step = first(
        report({**CALIFORNIA_ONE, "drivers_license": "none", "ca_certificate": "none"}, series=CALIFORNIA)
    )
    assert step.act.startswith("Ask the county: are there other ways")


def test_what_a_person_cannot_change_never_becomes_a_task(report):
    not_of_the_kind = {
        **CALIFORNIA_ONE,
        "lived_experience": ["none_of_these"],
        "roles": [],
        "ca_certificate": "none",
    }
    content = report(not_of_the_kind, series=CALIFORNIA)
    assert first(content).act == "Ask Calaveras County about other jobs that may fit you."
    assert all(
        "Nothing to do here" not in step.act for series in content.steps.series for step in series.steps
    )
