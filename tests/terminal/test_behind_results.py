"""The plan, what if and the stories: looked at from the results, and no part of them becomes an answer."""

from __future__ import annotations

import pytest

from tests.terminal.conftest import CALIFORNIA, Hold

RESULTS = (*CALIFORNIA, "1", "2", "1", "2", "1", "1", "s", "1")
"""Lived experience, a GED, no degree, no work, no certificate, a license; the rest is open. Nothing is read out."""
PLAN = (*RESULTS, "1")
SKIPPED_TO_PLAN = (*PLAN, "1")
"""The plan's menu, without reading the ways."""


def test_the_plan_tells_what_it_comes_to_and_then_each_way(hold: Hold) -> None:
    held = hold(*PLAN, "")
    assert "Counted from November 22, 2026. A week has 8 hours of training" in held.flat
    way = held.text.partition("Enter to read: A way: Volunteer as a peer.")[2]
    assert "1. Start as a volunteer" in way
    assert "What do you want to do with the plan?" in way


def test_another_position_is_planned_for(hold: Hold) -> None:
    first = hold(*SKIPPED_TO_PLAN).flat.partition("Counted from")[0]
    held = hold(*SKIPPED_TO_PLAN, "1", "2", "1", "1", "?", "")
    assert "Plan for which job?" in held.text
    titles = [line for line in held.text.splitlines() if line.startswith("California, Specialist")]
    assert len({title[:28] for title in titles}) == 2, first


def test_hours_and_start_move_the_days(hold: Hold) -> None:
    held = hold(
        *SKIPPED_TO_PLAN, "1", "2", "1", "2", "soon", "2020-01-01", "2099-1-1", "2/1/2027", "0", "20", ""
    )
    assert "“soon” is not a date." in held.text
    assert "This day is before today. Put in a day from November 22, 2026 on." in held.flat
    assert "This day is too far away. Put in a day up to November 22, 2031." in held.flat
    assert "“0” is not a number from 1 to 168." in held.text
    assert "Counted from February 1, 2027. A week has 20 hours of training" in held.flat


def test_leaving_the_hours_keeps_what_was_set(hold: Hold) -> None:
    held = hold(*SKIPPED_TO_PLAN, "1", "2", "1", "2", "2027-02-01", "?", "b")
    assert "The plan shows the steps" in held.text
    assert "Counted from February 1, 2027." in held.text


def test_what_is_tried_out_is_told_and_is_no_answer(hold: Hold) -> None:
    held = hold(*SKIPPED_TO_PLAN, "3", "1", "", "", "c")
    as_is, _, tried = held.text.partition("With these on, as of")
    assert "As things are today" in as_is
    assert "Would match" in tried.partition("Number to turn")[0]
    assert "1. On: " in tried
    before, after = held.text.split("Check your answers")[-2:]
    assert "Work or volunteering: I have done none so far" in after, before[-500:]


def test_turned_off_again_it_is_as_it_was(hold: Hold) -> None:
    held = hold(*SKIPPED_TO_PLAN, "3", "1", "1", "")
    told = held.text.split("What if…")
    assert (
        told[1].partition("What do you")[0].strip()[:300] == told[3].partition("What do you")[0].strip()[:300]
    )


def test_the_plan_in_the_other_language(hold: Hold) -> None:
    held = hold(*PLAN, "l", "1", "i", "1")
    assert "Contado desde" in held.flat or "Contamos desde" in held.flat
    assert held.text.count("Counted from") == 2


def test_a_plan_where_everything_matches_has_nothing_to_set(hold: Hold) -> None:
    matches = (*CALIFORNIA, "1", "2", "1")
    role = ("1", "1", "1", "1", "2020-01-01", "", "40", "", "")
    held = hold(*matches, *role, "2", "2030-01-01", "1", "", "1", "1")
    assert "Your answers match every level you asked about" in held.flat
    assert "What do you want to do with the plan?" not in held.text


def test_the_stories_come_with_how_to_tell_one(hold: Hold) -> None:
    held = hold(*RESULTS, "2", "")
    assert "A way to tell one" in held.text
    assert "- What did you do? The longest part." in held.text
    assert "You choose what you share." in held.flat
    assert held.text.count("What do you want to do now?") == 2


@pytest.mark.parametrize("page", ["1", "2"])
def test_back_from_what_stands_behind_the_results_leads_to_them(hold: Hold, page: str) -> None:
    held = hold(*RESULTS, page, "b")
    assert held.text.count("What do you want to do now?") == 2
    assert "Check your answers" in hold(*RESULTS, page, "c").text.rpartition("What do you want")[2]


def test_the_results_can_be_read_again(hold: Hold) -> None:
    assert hold(*RESULTS, "6", "1").text.count("Your results") == 2


def test_looking_at_the_results_from_a_question_and_coming_back(hold: Hold) -> None:
    held = hold(*CALIFORNIA, "1", "s", "1", "4")
    assert "4. Back to the question" in held.text
    assert held.text.count("A GED or HiSET counts as much as a diploma.") == 2
    assert hold(*CALIFORNIA, "1", "s", "b").text.count("A GED or HiSET counts as much as a diploma.") == 2
