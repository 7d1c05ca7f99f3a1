"""The morning's lists: each day's edge is where it is said to be."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.caseload.client import Client, Consent, NextDate
from desktop_app.caseload.overview import row_of
from desktop_app.caseload.today import today_of
from tests.caseload.conftest import BEGUN, snapshot
from tests.conftest import TODAY

LAST_SEEN = TODAY - timedelta(days=3)
THEN = snapshot(as_of=LAST_SEEN, outcomes={"ca-calaveras-1": "not_yet"})


def read(row_or_rows, book, **how):
    rows = row_or_rows if isinstance(row_or_rows, list) else [row_or_rows]
    return today_of(rows, book, TODAY, **how)


@settings(max_examples=40)
@given(st.integers(-500, 500))
def test_who_is_due_and_what_runs_out(book, ahead: int) -> None:
    day = TODAY + timedelta(days=ahead)
    now = snapshot(runs_out={"ca_certificate_expires": day})
    client = Client("c", "K", BEGUN, next=NextDate(day, "Call"), seen=TODAY)
    told = read(row_of(client, now, book, TODAY), book)
    assert [item.day for item in told.due] == ([day] if ahead <= 7 else [])
    assert [item.day for item in told.runs_out] == ([day] if ahead <= 90 else [])
    assert (told.ready_since, told.quiet, told.to_delete) == ((), (), ())


def test_the_soonest_comes_first(row, book) -> None:
    rows = [row(f"K-{n}", next=NextDate(TODAY - timedelta(days=n), "")) for n in (1, 3, 2)]
    assert [item.row.client.name for item in read(rows, book).due] == ["K-3", "K-2", "K-1"]


def test_who_has_become_ready_since_the_last_sitting(row, book, words) -> None:
    now = snapshot(outcomes={"ca-calaveras-1": "confirm"})
    (item,) = read(row(now=now, snapshot=THEN), book).ready_since
    assert item.day == TODAY
    assert words.say(item.message) == "Now matches Peer Support Specialist I. Ask the employer first."


def test_the_day_is_the_one_that_was_expected_where_it_has_come(row, book) -> None:
    now = snapshot(outcomes={"ca-calaveras-1": "meets"})
    for ahead, day in ((1, LAST_SEEN + timedelta(days=1)), (30, TODAY)):
        expected = snapshot(
            as_of=LAST_SEEN,
            outcomes=THEN.outcomes,
            ready={"ca-calaveras-1": LAST_SEEN + timedelta(days=ahead)},
        )
        (item,) = read(row(now=now, snapshot=expected), book).ready_since
        assert item.day == day


def test_what_matched_at_the_last_sitting_is_no_news(row, book) -> None:
    now = snapshot(outcomes={"ca-calaveras-1": "meets", "tx-state-1": "meets"})
    before = snapshot(as_of=LAST_SEEN, outcomes={"ca-calaveras-1": "confirm"})
    assert read(row(now=now, snapshot=before), book).ready_since == ()


def test_the_quiet_are_those_for_whom_nothing_is_planned(row, book) -> None:
    long_ago = TODAY - timedelta(days=120)
    quiet = row("quiet", seen=long_ago)
    planned = row("planned", seen=long_ago, next=NextDate(TODAY + timedelta(days=60), "Call"))
    told = read([quiet, planned], book)
    assert [(item.row.client.name, item.day) for item in told.quiet] == [("quiet", long_ago)]


def test_a_record_is_listed_on_the_day_on_which_its_time_is_over(row, book) -> None:
    over, a_day_left = (
        row("over", seen=TODAY.replace(year=2025)),
        row("left", seen=TODAY.replace(year=2025, day=23)),
    )
    told = read([over, a_day_left], book, keep_months=12)
    assert [(item.row.client.name, item.day) for item in told.to_delete] == [("over", TODAY)]
    assert read([over], book).to_delete == ()


def test_who_was_brought_in_without_a_yes_is_to_be_asked(row, book) -> None:
    asked, brought_in = row("asked", consent=Consent(LAST_SEEN, "en", "1")), row("brought in")
    told = read([asked, brought_in], book)
    assert [(item.row.client.name, item.day) for item in told.no_yes] == [("brought in", BEGUN.date())]
    assert not read(brought_in, book).is_empty
