"""Check your answers: everything asked is there in words, open ones are marked, and a change comes back here."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from desktop_app.ui.pages.review import ReviewPage
from tests.ui.pages.test_roles import VOLUNTEER
from tests.ui.pages.use import click
from tests.ui.tree import unnamed


def link(at, fact: str):
    return at.page.links[fact]


def follow(at, fact: str) -> None:
    """By keys, wherever on the page the link is."""
    link(at, fact).setFocus()
    at.press(Qt.Key.Key_Space)


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
    assert "Not answered" in at.said
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
    assert "Matters for Texas, Specialist II" in at.said


def test_the_margin_says_how_many_more_are_open_than_it_lists(desk) -> None:
    at = desk()
    at.go_to("check", {})
    assert "Matters for all 4 jobs" in at.said
    listed = len(re.findall(r"^Matters for (?:all|California)", at.said, re.MULTILINE))
    still_open = len(at.window.navigator.view.open_questions)
    assert 0 < listed < still_open
    assert f"And {still_open - listed} more, marked on this page." in at.said


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


def test_a_role_that_is_half_filled_in_is_mentioned_and_leads_back_to_it(desk) -> None:
    at = desk()
    at.go_to("roles", {})
    at.click("Add a role")
    at.page.form.title.setFocus()
    at.write("Helper")
    at.action("go.check").trigger()
    at.settle()
    assert at.at == "check"
    assert at.page.unfinished.accessibleName().startswith("1 entry not finished: ")
    at.click("1 entry not finished")
    assert at.at == "roles"
    assert at.page.form.title.text() == "Helper"
    at.click("Back")
    assert at.at == "check"


def test_an_entry_that_is_whole_or_empty_is_not_mentioned(desk) -> None:
    at = desk()
    at.go_to("roles", {})
    at.click("Add a role")
    at.action("go.check").trigger()
    at.settle()
    assert "not finished" not in at.said


def test_with_all_answered_an_entry_still_to_finish_is_not_passed_over(desk) -> None:
    at = desk()
    at.choose("Texas")
    at.go_to("roles", {
        "tx_certificate": "none", "high_school": "diploma", "college_degree": "none", "roles": [VOLUNTEER],
        "lived_experience": ["none_of_these"], "can_lead_groups": True,
        "can_serve_as_lead_worker": True,
    })  # fmt: skip
    at.click("Add another role")
    at.page.form.title.setFocus()
    at.write("Helper")
    at.action("go.check").trigger()
    at.settle()
    assert not at.window.navigator.view.open_questions
    assert "Nothing left open" not in at.said
    assert "It does not count as it stands." in at.said


@pytest.mark.parametrize("by", ["Continue", "Back"])
def test_after_a_change_the_keys_are_where_they_were_and_in_sight(desk, by) -> None:
    at = desk()
    at.go_to("check", {"high_school": "diploma"})
    last = list(at.page.links)[-1]
    follow(at, last)
    assert at.at == last
    at.click(by)
    assert at.at == "check"
    assert at.has_keys() is link(at, last)
    assert in_sight(at)


def test_where_the_row_is_gone_the_next_open_one_has_the_keys(desk) -> None:
    at = desk()
    at.go_to("check", {"college_degree": "bachelor_or_higher"})
    navigator = at.window.navigator
    follow(at, "degree_field")
    navigator.keep("college_degree", "none")
    at.click("Continue")
    assert "degree_field" not in at.page.links
    order = navigator.interview.order
    after = [
        fact for fact in navigator.view.open_questions if order.index(fact) > order.index("degree_field")
    ]
    assert at.has_keys() is link(at, after[0])


def test_who_comes_another_way_starts_at_the_first(desk) -> None:
    at = desk()
    at.go_to("check", {"high_school": "diploma"})
    follow(at, "drivers_license")
    at.click("Continue")
    at.click("See my results")
    at.click("Change answers")
    assert at.has_keys() is next(iter(at.page.links.values()))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("page", ["lived_experience", "high_school", "roles", "check", "results"])
def test_what_has_the_keys_is_in_sight_in_a_small_window_with_large_letters(desk, language, page) -> None:
    at = desk(language, size=(480, 700), scale=2.0)
    at.use_sheet("ready-for-california-1", page)
    assert at.page.isAncestorOf(at.has_keys())
    assert in_sight(at)


def test_where_all_fits_the_page_stands_at_its_top(desk) -> None:
    at = desk()
    at.go_to("high_school", {})
    assert at.window.frame.scroller.verticalScrollBar().value() == 0


def in_sight(at) -> bool:
    """All of what has the keys; of what is taller than the window, its middle."""
    control, view = at.has_keys(), at.window.frame.scroller.viewport()
    place = QRect(control.mapTo(view, QPoint(0, 0)), control.size())
    if place.height() > view.height():
        return bool(view.rect().contains(place.center()))
    return bool(view.rect().contains(place))
