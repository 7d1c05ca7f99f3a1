"""Check your answers: everything asked is there in words, open ones are marked, and a change comes back here."""

from __future__ import annotations

import pytest

from desktop_app.ui.pages.review import ReviewPage
from tests.ui.pages.use import click
from tests.ui.tree import unnamed


def link(at, fact: str):
    return at.page.links[fact]


def test_every_question_that_is_asked_stands_here(desk) -> None:
    at = desk()
    at.use_sheet("texas-lead", "check")
    assert isinstance(at.page, ReviewPage)
    assert tuple(at.page.links) == at.window.navigator.view.asked


def test_answers_are_said_in_words_and_what_is_private_is_only_counted(desk) -> None:
    at = desk()
    at.use_sheet("texas-lead", "check")
    said = at.said
    assert "I have a high school diploma" in said
    assert "1 chosen. Kept private." in said
    assert "I have used mental health services" not in said
    assert "2 roles" in said


def test_open_ones_are_marked_by_what_was_said_of_them(desk) -> None:
    at = desk()
    at.go_to("check", {"high_school": "not_sure", "college_degree": "prefer_not_to_say"})
    assert "I'm not sure" in at.said
    assert "I'd rather not say" in at.said
    assert "Skipped" in at.said
    assert "You can go on without them. They never count as a no." in at.said


def test_links_say_in_full_what_they_change(desk) -> None:
    at = desk()
    at.go_to("check", {"high_school": "diploma"})
    assert link(at, "high_school").accessibleName() == "Change: High school"
    assert link(at, "college_degree").accessibleName() == "Answer: College degree"


def test_a_change_comes_straight_back(desk) -> None:
    at = desk()
    at.go_to("check", {"high_school": "diploma"})
    click(at.qtbot, link(at, "high_school"))
    assert at.at == "high_school"
    at.choose("I passed the GED or HiSET")
    at.click("Continue")
    assert at.at == "check"
    assert "I passed the GED or HiSET" in at.said


def test_a_change_that_calls_for_more_asks_it_first(desk) -> None:
    at = desk()
    at.go_to("check", {"college_degree": "none"})
    click(at.qtbot, link(at, "college_degree"))
    at.choose("A bachelor's degree or higher")
    at.click("Continue")
    assert at.at == "degree_field"
    at.choose("Human services")
    at.click("Continue")
    assert at.at == "check"


def test_the_margin_says_what_is_open_and_what_it_matters_for(desk) -> None:
    at = desk()
    at.choose("Texas")
    at.go_to(
        "check",
        {
            "tx_certificate": "none",
            "high_school": "diploma",
            "lived_experience": ["own_mental_health_services"],
        },
    )
    assert "answers still open" in at.said
    assert "Matters for Texas, Specialist\N{NO-BREAK SPACE}II" in at.said


def test_one_open_answer_is_spoken_of_as_one(desk) -> None:
    at = desk()
    at.choose("Texas")
    at.go_to("check", {
        "tx_certificate": "none", "high_school": "diploma", "college_degree": "none", "roles": [],
        "lived_experience": ["none_of_these"], "can_lead_groups": True,
    })  # fmt: skip
    still_open = at.window.navigator.view.open_questions
    assert still_open == ("can_serve_as_lead_worker",)
    assert "One answer still open" in at.said
    assert "You can go on without it." in at.said
    assert "I have done none so far" in at.said


def test_with_everything_answered_it_says_so(desk) -> None:
    at = desk()
    at.choose("Texas")
    at.go_to("check", {
        "tx_certificate": "none", "high_school": "diploma", "college_degree": "none", "roles": [],
        "lived_experience": ["own_mental_health_services"], "can_lead_groups": True,
        "can_serve_as_lead_worker": True,
    })  # fmt: skip
    assert "Nothing left open" in at.said
    assert "All answered" in at.said


def test_continue_leads_to_the_results(desk) -> None:
    at = desk()
    at.go_to("check")
    at.click("See my results")
    assert at.at == "results"


def test_a_day_is_written_out(desk) -> None:
    at = desk()
    at.go_to("check", {"ca_certificate": "current", "ca_certificate_expires": "2027-05-31"})
    assert "May 31, 2027" in at.said


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 700), 2.0)], ids=str)
def test_it_fits_and_everything_has_a_name(desk, language, size, scale) -> None:
    at = desk(language, size=size, scale=scale)
    at.use_sheet("mostly-silent", "check")
    assert not unnamed(at.window)
    assert at.page.width() <= at.window.frame.scroller.viewport().width()
