"""The list: found by any part of a name, sorted by what comes next, and chosen by tier."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.caseload.client import Client, Consent, NextDate
from desktop_app.caseload.overview import QUIET_DAYS, arrange, fold, keep_until, last_heard, row_of
from tests.caseload.conftest import BEGUN, snapshot
from tests.conftest import TODAY


def names(rows, **how) -> list[str]:
    return [one.client.name for one in arrange(rows, **how)]


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def standing(**outcomes: str):
    """By short names: ca1="meets"."""
    full = {"ca": "ca-calaveras-", "tx": "tx-state-"}
    return snapshot(outcomes={full[name[:2]] + name[2:]: outcome for name, outcome in outcomes.items()})


# ---------------------------------------------------------------- found


def test_any_part_of_a_name_finds_it_whatever_its_case_and_accents(row) -> None:
    rows = [row("Pérez Muñoz, José"), row("PEREZ-12"), row("K-7")]
    assert names(rows, find="perez", sort="name") == ["Pérez Muñoz, José", "PEREZ-12"]
    assert names(rows, find="JOSE mun") == ["Pérez Muñoz, José"]
    assert names(rows, find="zzz") == []
    assert len(arrange(rows, find="  ")) == 3


@given(st.text(max_size=12))
def test_every_name_finds_itself_however_it_is_written(name: str) -> None:
    assert fold(name) == fold(fold(name))
    assert fold(name.upper()) == fold(fold(name).upper())


def test_codes_sort_by_their_numbers(row) -> None:
    rows = [row(name) for name in ("K-10", "k-2", "K-1", "A-30")]
    assert names(rows, sort="name") == ["A-30", "K-1", "k-2", "K-10"]
    assert names(rows, sort="name", down=True) == ["K-10", "k-2", "K-1", "A-30"]
    assert len(arrange([*rows, row("9" * 5000), row("")], sort="name")) == 6


def test_what_has_no_day_comes_last_whichever_way(row) -> None:
    rows = [
        row("none"),
        row("late", next=NextDate(days(9), "Call")),
        row("soon", next=NextDate(days(1), "Call")),
    ]
    assert names(rows) == ["soon", "late", "none"]
    assert names(rows, down=True) == ["late", "soon", "none"]


def test_a_state_sorts_by_how_far_they_have_come(row) -> None:
    rows = [
        row("II", standing(ca1="meets", ca2="confirm")),
        row("I", standing(ca1="meets", ca2="not_yet")),
        row("open", standing(ca1="cannot_tell", ca2="cannot_tell")),
        row("not yet", standing(ca1="not_yet", ca2="not_yet")),
        row("Texas", standing(tx1="meets")),
    ]
    assert names(rows, sort="ca-calaveras") == ["not yet", "open", "I", "II", "Texas"]
    assert names(rows, sort="ca-calaveras", down=True) == ["II", "I", "open", "not yet", "Texas"]


def test_it_is_shown_by_state_tier_and_whether_something_matches(row) -> None:
    rows = [
        row("ca1", standing(ca1="meets", ca2="not_yet", tx1="not_yet")),
        row("ca2", standing(ca1="meets", ca2="confirm")),
        row("tx1", standing(tx1="confirm", tx2="not_yet")),
        row("none", standing(ca1="not_yet")),
        row("new"),
    ]
    assert names(rows, show={"ca-calaveras"}, sort="name") == ["ca1", "ca2", "none"]
    assert names(rows, show={"ready"}, sort="name") == ["ca1", "ca2", "tx1"]
    assert names(rows, show={"tier-1"}, sort="name") == ["ca1", "tx1"]
    assert names(rows, show={"tier-1", "tier-2"}, sort="name") == ["ca1", "ca2", "tx1"]
    assert names(rows, show={"tier-1", "tx-state"}, sort="name") == ["tx1"]
    assert names(rows, show={"ready", "quiet"}) == []


def test_it_is_shown_by_what_is_due_within_a_week(row) -> None:
    planned = [row(f"{ahead:03}", next=NextDate(days(ahead), "Call")) for ahead in (-30, 0, 7, 8)]
    ends = row("ends", snapshot(runs_out={"ca_certificate_expires": days(7)}))
    assert names([*planned, ends, row("nothing")], show={"due"}) == ["-30", "000", "007", "ends"]


# ---------------------------------------------------------------- what comes next


def test_what_staff_wrote_comes_before_all_else(row, words) -> None:
    now = snapshot(runs_out={"tx_certificate_expires": days(1)}, ready={"ca-calaveras-1": days(2)}, open=3)
    one = row(now=now, next=NextDate(days(30), "Bring {the} letter")).next
    assert (one.day, words.say(one.message)) == (days(30), "Bring {the} letter")
    assert words.say(row(now=now, next=NextDate(days(30), " ")).next.message) == "A date you set"


def test_then_a_certificate_that_ends_then_a_day_then_questions_then_what_ends_later(row, words) -> None:
    soon, later = {"tx_certificate_expires": days(90)}, {"tx_certificate_expires": days(91)}
    ready = {"ca-calaveras-2": days(5), "ca-calaveras-1": days(4)}

    def following(**known):
        due = row(now=snapshot(**known)).next
        return due and (due.day, words.say(due.message))

    assert following(runs_out=soon, ready=ready, open=1) == (days(90), "Texas certificate ends")
    assert following(runs_out=later, ready=ready) == (
        days(4),
        "Ready for Peer Support Specialist I, as things go",
    )
    assert following(runs_out=later, open=1) == (None, "Answer 1 question")
    assert following(runs_out=later) == (days(91), "Texas certificate ends")
    assert following() is None


def test_a_certificate_holds_through_its_last_day(row, words) -> None:
    def told(day: date):
        return words.say(row(now=snapshot(runs_out={"ca_certificate_expires": day})).next.message)

    assert told(TODAY) == "California certificate ends"
    assert told(days(-1)) == "California certificate has ended"


def test_a_lower_tier_is_nothing_to_wait_for(row) -> None:
    now = snapshot(outcomes={"ca-calaveras-2": "meets"}, ready={"ca-calaveras-1": days(4)})
    assert row(now=now).next is None


def test_positions_and_certificates_that_are_gone_break_nothing(row, words) -> None:
    now = snapshot(
        outcomes={"gone-1": "meets"}, ready={"gone-1": days(4)}, runs_out={"gone_expires": days(1)}
    )
    one = row(now=now)
    assert one.best == {}
    assert one.next.day == days(1)


# ---------------------------------------------------------------- quiet, and kept for how long


@settings(max_examples=30)
@given(st.integers(0, 400), st.sampled_from(["seen", "papers", "done", "consent"]))
def test_a_client_is_quiet_after_ninety_days_with_nothing(book, since: int, what: str) -> None:
    day = days(-since)
    known: dict[str, Any] = {
        "seen": day,
        "papers": {"high_school": day},
        "done": {"a/b/c": day},
        "consent": Consent(day, "en", "1"),
    }
    client = Client("c", "K", datetime(2020, 1, 1, tzinfo=UTC), **{what: known[what]})
    assert last_heard(client) == day
    assert row_of(client, None, book, TODAY).quiet is (since >= QUIET_DAYS)


def test_a_record_is_kept_for_as_many_months_as_the_center_says() -> None:
    client = Client("c", "K", BEGUN, seen=date(2026, 8, 31))
    assert keep_until(client, 6) == date(2027, 2, 28)
    assert keep_until(client, 0) is None
    assert keep_until(Client("c", "K", BEGUN), 12) == date(2027, 6, 1)
