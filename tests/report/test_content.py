"""What the report says after page 1: the evidence with its sources, the steps, the papers, the pay."""

from __future__ import annotations

import dataclasses

import pytest

from tests.report.conftest import SAMPLES
from tests.report.test_summary import CALIFORNIA, CALIFORNIA_ONE, PEER_SUPPORT, TEXAS


def said_in(part) -> list[str]:
    """Every text in a piece of content."""
    if isinstance(part, str):
        return [part]
    if dataclasses.is_dataclass(part):
        part = [getattr(part, field.name) for field in dataclasses.fields(part)]
    return [text for each in part for text in said_in(each)] if isinstance(part, (list, tuple)) else []


def all_of(content) -> str:
    return "\n".join(said_in(content))


def rows(content):
    return {row.id: row for part in content.evidence for group in part.groups for row in group.rows}


# ---------------------------------------------------------------- what is asked, and what you have


def test_what_both_levels_ask_is_told_once(report):
    (california,) = report(CALIFORNIA_ONE, series=CALIFORNIA).evidence
    titles = [group.title for group in california.groups]
    assert titles == ["For Specialist I and Specialist II", "For Specialist I only", "For Specialist II only"]
    assert [row.id for row in california.groups[0].rows] == [
        "high_school",
        "lived_experience",
        "drivers_license",
    ]


def test_a_caution_of_one_level_alone_names_it_and_the_rest_is_told_once(report):
    answers = {**CALIFORNIA_ONE, "ca_certificate": "none"}
    (california,) = report(answers, series=CALIFORNIA).evidence
    (told,) = [row for group in california.groups for row in group.rows if row.id == "lived_experience"]
    (caution,) = told.cautions
    assert caution.startswith("For Specialist II: The county, CalMHSA and the state law")


def test_each_requirement_names_its_place_in_the_source(report):
    row = rows(report(CALIFORNIA_ONE))["drivers_license"]
    assert row.source == "Posting, “Special Requirements”, line 1"
    assert row.why == "You have a California driver's license."
    assert row.status.word == "You have this"


def test_the_document_its_day_and_when_it_was_read(report):
    california, texas = report({}).evidence
    assert "August 24, 2023" in california.about
    assert "Read on November 22, 2026" in california.about
    assert "class description 4008" in texas.about


def test_our_reading_and_what_is_inferred_are_said_to_be_so(report):
    (texas,) = report({}, series=TEXAS).evidence
    of_one, of_two = texas.groups
    assert all("Inferred" in " ".join(row.remarks) for row in of_one.rows)
    assert any("Our reading" in " ".join(row.remarks) for row in of_two.rows)


def test_the_steps_to_the_certificate_stand_below_it(report):
    row = rows(report({**CALIFORNIA_ONE, "ca_certificate": "none", "age_18_or_over": True}))["ca_certificate"]
    assert row.path_title == "California peer certificate: 1 of 9 steps in place"
    assert [step.id for step in row.path][:2] == ["age_18_or_over", "government_photo_id"]
    assert row.path[0].place == "Same section, bullet 3"


def test_a_current_certificate_needs_no_steps(report):
    assert rows(report({**CALIFORNIA_ONE, "ca_certificate": "current"}))["ca_certificate"].path == ()


def test_a_caution_on_two_levels_is_told_with_the_first(report):
    (texas,) = report({"tx_certificate": "none"}, series=TEXAS).evidence
    told = [caution for group in texas.groups for row in group.rows for caution in row.cautions]
    assert len(told) == len(set(told))


# ---------------------------------------------------------------- what stays private


KINDS = {
    "en": ["used mental health services", "in your family", "care, or cared", "intellectual disability"],
    "es": ["servicios de salud mental", "su familia", "cuida", "discapacidad intelectual"],
}
ALL_KINDS = ["own_mental_health_services", "own_intellectual_disability", "family_member", "caregiver"]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_the_kind_of_lived_experience_is_left_out(report, both_words, language, kind):
    answers = {**CALIFORNIA_ONE, "lived_experience": [kind]}
    named = both_words[language].say(f"questions.lived_experience.said.{kind}")
    assert named not in all_of(report(answers, language=language))
    assert report(answers, language=language).left_out


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_is_named_when_it_is_chosen_to_be(report, both_words, language):
    content = report(CALIFORNIA_ONE, language=language, name_private=True)
    named = both_words[language].say("questions.lived_experience.said.own_mental_health_services")
    assert named in all_of(content)
    assert content.left_out == ""


def test_two_kinds_that_count_alike_read_alike(report):
    family, own = (
        report({**CALIFORNIA_ONE, "lived_experience": [kind]}, series=CALIFORNIA)
        for kind in ("family_member", "own_co_occurring_services")
    )
    assert family == own


# ---------------------------------------------------------------- steps, papers, pay


def test_next_steps_go_from_the_call_to_what_is_still_open(report):
    steps = report({**CALIFORNIA_ONE, "ca_certificate": "none", "ca_exam": "not_taken"}).steps.series[0].steps
    acts = [step.act for step in steps]
    assert acts[0] == "Call Calaveras County Behavioral Health."
    assert acts[1] == "Work through the steps to the certificate."
    assert acts[2] == "Take the exam once your training is accepted."
    assert acts[-1] == "Answer what is still open"


def test_the_steps_begin_with_what_is_to_be_done_first(report):
    matched_in_texas = report("texas-lead")
    assert matched_in_texas.steps.series[0].name == "Texas · State jobs"
    assert matched_in_texas.steps.series[0].steps[0].act == matched_in_texas.first_page.summary.first.act
    waiting = report({"drivers_license": "none"})
    assert waiting.steps.series[0].name == "Texas · State jobs"
    assert waiting.steps.series[0].steps[0].act == "Answer what is still open"


def test_a_step_for_both_levels_stands_once(report):
    steps = report({"drivers_license": "none"}, series=CALIFORNIA).steps.series[0].steps
    (license_step,) = [step for step in steps if step.act.startswith("Ask the county")]
    assert license_step.positions == "Specialist I and Specialist II"


def test_a_question_put_in_the_first_call_is_not_put_again(report):
    (series,) = report("degree-instead-of-work", series=CALIFORNIA).steps.series
    details = [detail for step in series.steps for detail in step.details]
    assert details.count("Is my degree in a related field for this job?") == 1


def test_nothing_left_to_do(report):
    (series,) = report({**CALIFORNIA_ONE, "ca_certificate": "current"}, series=CALIFORNIA).steps.series
    assert [step.act for step in series.steps] == ["Call Calaveras County Behavioral Health."]


def test_papers_for_what_is_there_and_for_the_steps_on_the_way(report):
    papers = report({**CALIFORNIA_ONE, "ca_certificate": "none", "ca_training": "in_progress"}).papers.papers
    in_hand = {paper.text for paper in papers if paper.in_hand}
    to_get = {paper.text for paper in papers if not paper.in_hand}
    assert "Your California driver's license" in in_hand
    assert to_get == {"Your training certificate"}


def test_no_license_no_paper_for_it(report):
    papers = report({**CALIFORNIA_ONE, "drivers_license": "none"}).papers.papers
    assert not any("driver" in paper.text for paper in papers)


def test_pay_is_shown_as_posted_with_its_day_and_contradictions(report):
    california, texas = report({}).pay.series
    amounts = [line.amount for line in california.lines]
    assert amounts == ["$18.46 to $28.59 an hour", "$17.92 to $21.76 an hour", "$22.84 to $27.76 an hour"]
    assert "Posted August 24, 2023." in california.notes[0]
    assert any("do not agree" in note for note in california.notes)
    assert [line.amount for line in texas.lines] == ["$27,910 to $39,571 a year", "$30,840 to $46,798 a year"]


def test_the_rules_their_day_and_the_day_counted_to(report):
    judged = report({}).judged
    texts = [line.text for line in judged.lines]
    assert "ca-calaveras, version 2023-08-24. In force since August 24, 2023." in texts
    assert texts[-1] == "November 22, 2026"
    assert "The employer decides" in judged.lead
    assert "988" in judged.support.text


def test_roles_are_told_as_they_were_given(report):
    role = {**PEER_SUPPORT, "start": "2025-02", "end": "2025-07-31", "paid": False, "title": "Warm line"}
    (line,) = report({"roles": [role]}).roles.lines
    assert (line.title, line.paid, line.when, line.hours) == (
        "Warm line",
        "Volunteer",
        "Feb 2025 to Jul 31, 2025",
        "40",
    )


def test_no_roles_and_no_answer_read_differently(report):
    assert report({"roles": []}).roles.none != report({}).roles.none


def test_a_story_in_place_of_a_title_is_cut(report):
    (line,) = report({"roles": [{**PEER_SUPPORT, "title": "x" * 5000}]}).roles.lines
    assert len(line.title) < 200
    assert line.title.endswith("…")


# ---------------------------------------------------------------- both languages


@pytest.mark.parametrize("name", SAMPLES)
def test_both_languages_say_the_same_things(report, name):
    english, spanish = report(name), report(name, language="es")
    assert list(rows(english)) == list(rows(spanish))
    for part in ("steps", "pay"):
        for one, other in zip(getattr(english, part).series, getattr(spanish, part).series, strict=True):
            assert len(said_in(one)) - len(said_in(other)) in range(-2, 3)  # a sentence may be told in two
    assert len(english.papers.papers) == len(spanish.papers.papers)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_left_to_be_filled_in(report, language, name):
    content = report(name, language=language)
    left = [text for text in said_in(content) if "{" in text]
    assert left == [content.furniture.page, content.ask]


@pytest.mark.parametrize("word", ["eligible", "fail", "reject", "califica", "rechaz"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_words_that_close_doors_are_never_used(report, language, word):
    for name in SAMPLES:
        assert word not in all_of(report(name, language=language)).lower()
