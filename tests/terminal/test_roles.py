"""The entries of work and volunteering: list, add, change, remove, done."""

from __future__ import annotations

from tests.terminal.conftest import BOTH, Hold

TO_ROLES = (*BOTH, "", "", "")
VOLUNTEER = ("1", "1", "2", "2", "2026-01", "", "8", "Helper")
PAID = ("1", "3", "1", "1", "2024-02-29", "2025-03-31", "", "")
HELPER = "“Helper”. Peer support for people. A similar place. Volunteer. Since January 2026. 8 hours a week."
WORKER = (
    "Other direct work with clients. Public behavioral health. Paid. February 29, 2024 to March 31, 2025."
)


def test_none_so_far_is_an_answer_and_skipping_is_none(hold: Hold) -> None:
    assert "Noted: I have done none so far" in hold(*TO_ROLES, "2").text
    assert "Work or volunteering: Not answered" in hold(*TO_ROLES, "", "c").text
    assert "Work or volunteering: I'd rather not say" in hold(*TO_ROLES, "4", "c").text


def test_two_entries(hold: Hold) -> None:
    held = hold(*TO_ROLES, *VOLUNTEER, *PAID, "4", "c")
    assert f"Entry 1: {HELPER}" in held.flat
    assert f"Entry 2: {WORKER}" in held.flat
    assert "Work or volunteering: 2 entries" in held.text


def test_changing_an_entry_keeps_what_is_not_typed_anew(hold: Hold) -> None:
    held = hold(*TO_ROLES, *VOLUNTEER, "2", "1", "", "", "", "", "2026-06", "-", "")
    assert "Now: Peer support for people" in held.text
    assert "Now: I am still there" in held.text
    changed = "“Helper”. Peer support for people. A similar place. Volunteer. January 2026 to June 2026."
    assert f"Changed: {changed}" in held.flat


def test_changing_nothing_says_so(hold: Hold) -> None:
    assert "Nothing was changed." in hold(*TO_ROLES, *VOLUNTEER, "2", "1", *[""] * 7).text
    assert "Nothing was changed." in hold(*TO_ROLES, *VOLUNTEER, "2", "1", "3", "b", "b").text


def test_an_end_that_no_longer_fits_is_asked_for_again(hold: Hold) -> None:
    held = hold(*TO_ROLES, *PAID, "2", "1", "", "", "", "2025-06", "", "2025-08", "", "")
    assert "End is 2025-03-31, which is before the start, 2025-06." in held.flat
    assert "Paid. June 2025 to August 2025." in held.flat


def test_still_there_after_all(hold: Hold) -> None:
    held = hold(*TO_ROLES, *PAID, "2", "1", "", "", "", "", "-", "", "")
    assert "Paid. Since February 29, 2024." in held.flat


def test_removing_an_entry(hold: Hold) -> None:
    held = hold(*TO_ROLES, *VOLUNTEER, *PAID, "3", "1")
    assert f"Removed: {HELPER}" in held.flat
    assert f"Entry 1: {WORKER}" in held.flat.rpartition("Removed:")[2]


def test_removing_the_last_entry_is_not_saying_there_were_none(hold: Hold) -> None:
    held = hold(*TO_ROLES, *VOLUNTEER, "3", "1", "", "c")
    assert "Work or volunteering: Not answered" in held.text


def test_nothing_is_changed_or_removed_without_choosing_which(hold: Hold) -> None:
    held = hold(*TO_ROLES, *VOLUNTEER, "2", "", "3", "?", "b", "c")
    assert "Removed:" not in held.text
    assert "Work or volunteering: 1 entry" in held.text


def test_an_entry_left_halfway_is_still_there_when_taken_up_again(hold: Hold) -> None:
    held = hold(*TO_ROLES, "1", "1", "2", "b", "b", "b", "1", "", "", *VOLUNTEER[3:])
    assert "You began this entry before." in held.flat
    assert f"Added: {HELPER}" in held.flat


def test_help_and_checking_in_the_middle_of_an_entry(hold: Hold) -> None:
    held = hold(*TO_ROLES, "1", "1", "?", "c", *VOLUNTEER[2:])
    assert "A similar place: Such as a center run by peers" in held.flat
    assert "First finish this entry" in held.flat
    assert f"Added: {HELPER}" in held.flat


def test_the_language_changes_in_the_middle_of_an_entry(hold: Hold) -> None:
    held = hold(*TO_ROLES, "1", "1", "l", "2", "i", *VOLUNTEER[3:])
    assert "¿Dónde fue?" in held.text
    assert f"Added: {HELPER}" in held.flat


def test_adding_after_not_sure(hold: Hold) -> None:
    held = hold(*TO_ROLES, "3", "b", *VOLUNTEER, "", "c")
    assert "3. I'm not sure (your answer)" in held.text
    assert "Work or volunteering: 1 entry" in held.text
    assert "Your answer is taken away." in hold(*TO_ROLES, "3", "b", "5").text
