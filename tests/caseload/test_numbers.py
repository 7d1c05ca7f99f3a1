"""The center's numbers: right where they are shown, and nobody to be found out by them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.caseload import counted
from desktop_app.caseload.client import Client, Snapshot
from desktop_app.caseload.numbers import History, Numbers, Table, history_of, numbers
from desktop_app.caseload.overview import Row, row_of
from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.rulebook.load import words_with
from tests.caseload.conftest import BEGUN, ON_THE_WAY, kept, sitting, snapshot
from tests.conftest import TODAY

SINCE, UNTIL = date(2026, 6, 1), date(2026, 11, 30)
CALAVERAS = "California · Calaveras County"
NOT_YET = {"ca-calaveras-1": "not_yet", "ca-calaveras-2": "not_yet"}
OPEN = {"ca-calaveras-1": "cannot_tell", "ca-calaveras-2": "cannot_tell"}
FIRST = {"ca-calaveras-1": "meets", "ca-calaveras-2": "not_yet"}
SECOND = {"ca-calaveras-1": "meets", "ca-calaveras-2": "confirm"}


class Center:
    """Clients put in one after the other."""

    def __init__(self, book) -> None:
        self.book = book
        self.rows: list[Row] = []
        self.histories: dict[str, History] = {}

    def add(self, many: int, now: Snapshot | None = None, *past: Snapshot) -> Center:
        for _ in range(many):
            number = len(self.rows)
            client = Client(f"secret-id-{number}", f"Secret Name {number}", BEGUN)
            self.rows.append(row_of(client, now, self.book, TODAY))
            self.histories[client.id] = History(past)
        return self

    def counted(self) -> Numbers:
        return numbers(self.rows, self.histories, self.book, TODAY, SINCE, UNTIL)

    def table(self, name: str, series: str = "") -> Table:
        return next(one for one in self.counted().tables if (one.id, one.series) == (name, series))


@pytest.fixture
def center(book) -> Center:
    return Center(book)


def shown(table: Table) -> dict[str, Any]:
    """By line; lines of none are left out."""
    lines = {
        line.id: line.shown.number if line.shown.how == "exact" else line.shown.how for line in table.lines
    }
    return {name: number for name, number in lines.items() if number != 0}


def seen(day: date, outcomes: dict[str, str], **known: Any) -> Snapshot:
    return snapshot(as_of=day, outcomes=outcomes, **known)


# ---------------------------------------------------------------- what is counted


def test_each_client_counts_once_at_the_highest_tier(center) -> None:
    center.add(6, snapshot(outcomes=SECOND)).add(7, snapshot(outcomes=FIRST)).add(
        8, snapshot(outcomes=NOT_YET)
    )
    table = center.add(9).table("tier", "ca-calaveras")
    assert shown(table) == {"ca-calaveras-2": 6, "ca-calaveras-1": 7, "not_yet": 8, "none": 9}
    assert table.total.number == 30


def test_a_requirement_that_two_tiers_ask_for_is_missing_once(center) -> None:
    missing = {
        "ca-calaveras-1": ("drivers_license",),
        "ca-calaveras-2": ("drivers_license", "ca_certificate"),
    }
    center.add(6, snapshot(outcomes=NOT_YET, missing=missing)).add(5, snapshot(outcomes=SECOND))
    table = center.table("missing", "ca-calaveras")
    assert shown(table) == {"drivers_license": 6, "ca_certificate": 6}
    assert table.total is None


def test_clients_and_sittings_stand_in_their_months(center) -> None:
    june, july = seen(date(2026, 6, 30), NOT_YET), seen(date(2026, 7, 1), NOT_YET)
    center.add(5, july, june, july).add(6, july, july)
    center.rows[5:] = [
        row_of(_created(row.client, 2025), row.now, center.book, TODAY) for row in center.rows[5:]
    ]
    assert shown(center.table("sittings")) == {"2026-06": 5, "2026-07": 11}
    assert shown(center.table("begun")) == {"2026-06": 5, "others": 6}
    months = [line.id for line in center.table("begun").lines][:-1]
    assert months == [f"2026-{month:02}" for month in range(6, 12)]


def test_how_few_began_at_another_time_is_not_what_is_left_of_all_clients(center) -> None:
    center.add(12)
    center.rows[10:] = [
        row_of(_created(row.client, 2025), row.now, center.book, TODAY) for row in center.rows[10:]
    ]
    table = center.table("begun")
    assert table.total.number == 12
    assert 10 not in shown(table).values()


def _created(client: Client, year: int) -> Client:
    return Client(client.id, client.name, client.created.replace(year=year))


def test_what_opened_counts_in_the_month_it_did(center) -> None:
    """By the next sitting, by itself before that, or since the last one; not what matched from the start."""
    start = seen(date(2026, 6, 10), NOT_YET)
    expected = seen(date(2026, 6, 10), NOT_YET, ready={"ca-calaveras-1": date(2026, 8, 20)})
    center.add(5, snapshot(outcomes=FIRST), start, seen(date(2026, 9, 3), FIRST))
    center.add(6, snapshot(outcomes=FIRST), expected, seen(date(2026, 9, 3), FIRST))
    center.add(7, snapshot(outcomes=FIRST), start)
    center.add(8, snapshot(outcomes=FIRST), seen(date(2026, 6, 10), FIRST))
    assert shown(center.table("ready_month")) == {"2026-09": 5, "2026-08": 6, "2026-11": 7}
    assert shown(center.table("ready_position")) == {"ca-calaveras-1": 18}


def test_a_state_that_was_not_asked_about_before_is_no_news(center) -> None:
    center.add(6, snapshot(outcomes={**FIRST, "tx-state-1": "meets"}), seen(date(2026, 6, 10), NOT_YET))
    assert shown(center.table("ready_position")) == {"ca-calaveras-1": 6}


@settings(max_examples=30)
@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 800))
def test_every_day_of_a_time_has_its_month(since: date, length: int) -> None:
    until = date.fromordinal(since.toordinal() + length)
    days = (date.fromordinal(number) for number in range(since.toordinal(), until.toordinal() + 1))
    assert list(counted.months(since, until)) == list(dict.fromkeys((day.year, day.month) for day in days))


def test_a_history_is_judged_sitting_by_sitting(judging) -> None:
    days = (date(2026, 9, 1), date(2027, 1, 4))
    sittings = [sitting({"sheet": 1}), *(sitting(kept(ON_THE_WAY, day)) for day in reversed(days))]
    past = history_of(sittings, judging).snapshots
    assert [(shot.as_of, shot.outcomes["ca-calaveras-1"]) for shot in past] == [
        (days[0], "not_yet"),
        (days[1], "meets"),
    ]


# ---------------------------------------------------------------- what is shown


def test_small_numbers_are_hidden_and_said_to_be(center, words) -> None:
    center.add(2, snapshot(outcomes=SECOND)).add(3, snapshot(outcomes=FIRST)).add(
        20, snapshot(outcomes=NOT_YET)
    )
    table = center.table("tier", "ca-calaveras")
    assert shown(table) == {"ca-calaveras-2": "few", "ca-calaveras-1": "few", "not_yet": 20}
    assert [words.say(sentence) for sentence in table.sentences] == [
        "Each client is counted once, at the highest level that their answers match.",
        "In all: 25.",
        "Peer Support Specialist II: fewer than 5.",
        "Peer Support Specialist I: fewer than 5.",
        "Not yet: 20.",
        "None for: “Can't tell yet” and “Not asked yet”.",
    ]


def test_one_requirement_does_not_give_away_what_a_tier_hides(center) -> None:
    """In Texas who is without the certificate is just who matches no tier."""
    without = snapshot(outcomes={"tx-state-1": "not_yet"}, missing={"tx-state-1": ("tx_certificate",)})
    center.add(3, snapshot(outcomes={"tx-state-1": "confirm"})).add(12, without)
    center.add(15, snapshot(outcomes={"tx-state-1": "confirm", "tx-state-2": "meets"}))
    assert shown(center.table("tier", "tx-state")) == {
        "tx-state-1": "hidden",
        "not_yet": "hidden",
        "tx-state-2": 15,
    }
    assert shown(center.table("missing", "tx-state")) == {"tx_certificate": "hidden"}


def test_what_one_state_hides_the_other_does_not_show(center) -> None:
    """Those without a sitting are the same people in both."""
    center.add(3, snapshot(outcomes={**NOT_YET, "tx-state-1": "cannot_tell"}))
    center.add(40, snapshot(outcomes={**FIRST, "tx-state-1": "cannot_tell"})).add(6)
    assert shown(center.table("tier", "ca-calaveras"))["none"] == "hidden"
    assert shown(center.table("tier", "tx-state"))["none"] == "hidden"


def test_nor_does_a_requirement_that_several_tiers_are_without(center) -> None:
    """17 without a license, less the 9 of whom nobody can tell, would be the 8 who do not match yet."""
    missing = {"ca-calaveras-1": ("drivers_license",)}
    center.add(20, snapshot(outcomes=SECOND)).add(3, snapshot(outcomes=FIRST))
    center.add(8, snapshot(outcomes=NOT_YET, missing=missing)).add(
        9, snapshot(outcomes=OPEN, missing=missing)
    )
    assert shown(center.table("tier", "ca-calaveras")) == {
        "ca-calaveras-2": 20,
        "ca-calaveras-1": "hidden",
        "cannot_tell": 9,
        "not_yet": "hidden",
    }
    assert shown(center.table("missing", "ca-calaveras")) == {"drivers_license": "hidden"}


kinds = st.sampled_from([None, NOT_YET, OPEN, FIRST, SECOND])
short_of = st.sets(st.sampled_from(["not_yet", "cannot_tell", "ca-calaveras-1"]))


BOTH_OPEN = {"not_yet", "cannot_tell"}


@example([(1, NOT_YET), (2, OPEN), (5, None)], [set(), BOTH_OPEN])
@example([(4, NOT_YET), (4, OPEN)], [set(), BOTH_OPEN])
@example([(5, None), (1, OPEN), (5, NOT_YET)], [{"not_yet"}, BOTH_OPEN])
@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 9), kinds), max_size=6), st.lists(short_of, min_size=2, max_size=2))
def test_no_sums_and_differences_of_what_is_shown_give_a_hidden_number(book, groups, without) -> None:
    center = Center(book)
    for many, outcome in groups:
        now = None if outcome is None else snapshot(outcomes=outcome, missing=_missing(outcome, without))
        center.add(many, now)
    tables = [*counted.by_tier(center.rows, book, TODAY), *counted.by_missing(center.rows, book, TODAY)]
    county = [one for one in tables if one.series == "ca-calaveras"]
    known: list[counted.Who] = []
    hidden: list[counted.Who] = []
    for group, (counts, total) in zip(county, counted.shown(county), strict=True):
        for cell, count in zip(group.cells, counts, strict=True):
            (known if count.how == "exact" else hidden).append(cell.who)
        if total is not None and total.how == "exact":
            known.append(frozenset().union(*(cell.who for cell in group.cells)))
    people = sorted(frozenset().union(*known, *hidden))
    rows = [[int(one in who) for one in people] for who in known]
    for who in filter(None, hidden):
        assert rank([*rows, [int(one in who) for one in people]]) > rank(rows)


def _missing(outcome: dict[str, str], without: list[set[str]]) -> dict[str, tuple[str, ...]]:
    tier = "ca-calaveras-1" if outcome is FIRST else outcome["ca-calaveras-1"]
    names = ("drivers_license", "high_school")
    return {
        "ca-calaveras-2": tuple(name for name, tiers in zip(names, without, strict=True) if tier in tiers)
    }


def rank(rows: list[list[int]]) -> int:
    """Of a matrix, by elimination in whole numbers."""
    rows, found = [row for row in rows if any(row)], 0
    while rows:
        pivot = rows.pop()
        at = next(place for place, value in enumerate(pivot) if value)
        rows = [
            [one * pivot[at] - own * row[at] for one, own in zip(row, pivot, strict=True)] for row in rows
        ]
        rows = [row for row in rows if any(row)]
        found += 1
    return found


def test_where_there_is_nothing_it_says_so(center, words) -> None:
    center.add(6)
    for name in ("ready_month", "ready_position"):
        assert words.say(center.table(name).sentences[-1]) == "There are none."
    assert words.say(center.table("missing", "tx-state").sentences[-1]) == "There are none."


def test_no_client_is_in_the_numbers(center) -> None:
    center.add(7, snapshot(outcomes=FIRST), seen(date(2026, 6, 10), NOT_YET)).add(2)
    assert "secret" not in repr(center.counted()).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_words_in_both_languages(center, book, language) -> None:
    words = words_with(load_words(language), book.packs)
    center.add(7, snapshot(outcomes=FIRST), seen(date(2026, 6, 10), NOT_YET)).add(2)
    for many in (center.counted(), Center(book).add(3).counted(), Center(book).counted()):
        messages = [*many.notes, many.clients.message]
        for table in many.tables:
            messages += [table.title, table.unit, *table.sentences, *(line.label for line in table.lines)]
            messages += [line.shown.message for line in table.lines]
        assert not [said for said in map(words.say, messages) if "{" in said or not said]
