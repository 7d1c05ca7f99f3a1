"""A role while it is being entered: what is missing or wrong is said all at once, and nothing else is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.answers.sheet import read_role
from desktop_app.i18n import Words
from desktop_app.ui.pages.role_draft import DateParts, RoleDraft
from tests.conftest import TODAY

WHOLE = RoleDraft(
    work="peer_support_to_individuals",
    setting="similar",
    paid="no",
    start=DateParts("2026", "03", "16"),
    still=True,
)


def wrong(draft: RoleDraft) -> dict[str, str]:
    return {fault.field: fault.message.key for fault in draft.faults(TODAY)}


def test_an_entry_that_was_only_opened_is_blank() -> None:
    assert RoleDraft().blank
    assert not RoleDraft(still=True).blank
    assert not RoleDraft(start=DateParts(year="20")).blank
    assert RoleDraft(title="  ").blank


def test_everything_that_is_missing_is_said_at_once_in_the_order_of_the_fields() -> None:
    assert list(wrong(RoleDraft(title="Peer"))) == ["work", "setting", "start", "end", "paid"]


def test_a_whole_entry_has_no_faults_and_reads_as_a_role() -> None:
    assert wrong(WHOLE) == {}
    role = read_role("", WHOLE.entry(), TODAY)
    assert (role.paid, role.end, role.hours_per_week, role.title) == (False, None, None, "")


def test_a_month_and_a_year_are_enough() -> None:
    draft = replace(WHOLE, start=DateParts("2026", "03"), still=False, end=DateParts("2026", "10"))
    assert wrong(draft) == {}
    assert (draft.entry()["start"], draft.entry()["end"]) == ("2026-03", "2026-10")


@pytest.mark.parametrize("parts", [DateParts("2026"), DateParts("202", "03"), DateParts("", "03", "01")])
def test_half_a_date_says_what_is_missing(parts: DateParts) -> None:
    assert wrong(replace(WHOLE, start=parts)) == {"start": "roles.missing.date_part"}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"start": DateParts("2027", "03", "16")}, {"start": "roles.wrong.starts_later"}),
        ({"start": DateParts("2026", "12")}, {"start": "roles.wrong.starts_later"}),
        ({"start": DateParts("2026", "02", "31")}, {"start": "roles.wrong.impossible_date"}),
        ({"still": False, "end": DateParts("2026", "02", "30")}, {"end": "roles.wrong.impossible_date"}),
        ({"still": False, "end": DateParts("2026", "01")}, {"end": "roles.wrong.ends_before_start"}),
        ({"hours": "many"}, {"hours_per_week": "roles.wrong.hours"}),
        ({"hours": "-3"}, {"hours_per_week": "roles.wrong.hours"}),
        ({"hours": "nan"}, {"hours_per_week": "roles.wrong.hours"}),
        ({"hours": "169"}, {"hours_per_week": "roles.wrong.impossible_hours"}),
        ({"title": "\ud800"}, {"title": "problems.broken_text"}),
    ],
)
def test_what_does_not_go_is_said_at_its_field(changes: dict[str, object], fault: dict[str, str]) -> None:
    assert wrong(replace(WHOLE, **changes)) == fault  # type: ignore[arg-type]


def test_a_wrong_start_does_not_make_the_end_wrong_too() -> None:
    draft = replace(WHOLE, start=DateParts("2027", "01"), still=False, end=DateParts("2026", "10"))
    assert wrong(draft) == {"start": "roles.wrong.starts_later"}


def test_every_fault_is_told_with_its_own_field(words: Words) -> None:
    faults = replace(WHOLE, title="\ud800", hours="200").faults(TODAY)
    said = [words.say(fault.message) for fault in faults]
    assert said == [
        "A week has up to 168 hours. Look at the number again.",
        "Job title has letters that cannot be read. Write it again.",
    ]


@pytest.mark.parametrize(("typed", "hours"), [("8", 8), ("7.5", 7.5), ("7,5", 7.5), (" 40 ", 40), ("0", 0)])
def test_hours_are_read_as_people_write_them(typed: str, hours: float) -> None:
    assert replace(WHOLE, hours=typed).entry()["hours_per_week"] == hours


@pytest.mark.parametrize(
    "role",
    [
        {"work": "other", "setting": "not_sure", "paid": True, "start": "2020-02", "end": "2021-02-28"},
        {
            "work": "work_with_families_or_caregivers",
            "setting": "other",
            "paid": False,
            "start": "2024-02-29",
            "end": None,
            "hours_per_week": 7.5,
            "title": "<img src=/etc/hostname>",
        },
    ],
)
def test_a_kept_role_comes_back_as_it_was(role: dict[str, object]) -> None:
    draft = RoleDraft.of(3, role)
    assert draft.at == 3
    assert draft.entry() == role
