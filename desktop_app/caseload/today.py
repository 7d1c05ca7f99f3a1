"""What a center looks at in the morning: who is due, what runs out, who has become ready, who went quiet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.caseload.overview import (
    DUE_DAYS,
    QUIET_DAYS,
    Row,
    end_message,
    keep_until,
    last_heard,
    own_words,
    places_of,
    position_name,
)
from desktop_app.i18n import Message
from desktop_app.judgement.standing import MATCHES
from desktop_app.rulebook.load import Rulebook

RUNS_OUT_DAYS = 90


class Item(NamedTuple):
    """One client and why they stand in a list."""

    row: Row
    day: date
    message: Message


@dataclass(frozen=True)
class Today:
    """Six lists, each by day."""

    due: tuple[Item, ...]
    """What staff wanted to be reminded of, within a week or past."""
    runs_out: tuple[Item, ...]
    """Certificates that end within 90 days or have ended; one item each."""
    ready_since: tuple[Item, ...]
    """Positions that match by now and did not at the last sitting; one item each."""
    no_yes: tuple[Item, ...]
    """Brought in, and their yes to being kept is not recorded."""
    quiet: tuple[Item, ...]
    """Nothing for 90 days, and nothing planned."""
    to_delete: tuple[Item, ...]
    """Kept for as long as the center set."""

    @property
    def is_empty(self) -> bool:
        return not (
            self.due or self.runs_out or self.ready_since or self.no_yes or self.quiet or self.to_delete
        )


def today_of(rows: Iterable[Row], book: Rulebook, today: date, keep_months: int = 0) -> Today:
    """`keep_months` is the center's own setting; 0 where it set none."""
    every = tuple(rows)
    return Today(
        _by_day(item for row in every for item in _due(row, today)),
        _by_day(item for row in every for item in _runs_out(row, book, today)),
        _by_day(item for row in every for item in _ready_since(row, book)),
        _by_day(item for row in every for item in _no_yes(row)),
        _by_day(item for row in every for item in _quiet(row)),
        _by_day(item for row in every for item in _to_delete(row, today, keep_months)),
    )


def _by_day(items: Iterator[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (item.day, item.row.order)))


def _due(row: Row, today: date) -> Iterator[Item]:
    following = row.client.next
    if following is not None and (following.day - today).days <= DUE_DAYS:
        yield Item(row, following.day, own_words(following.text))


def _runs_out(row: Row, book: Rulebook, today: date) -> Iterator[Item]:
    for fact, day in row.now.runs_out.items() if row.now else ():
        if (day - today).days <= RUNS_OUT_DAYS:
            yield Item(row, day, end_message(fact, day, book, today))


def _ready_since(row: Row, book: Rulebook) -> Iterator[Item]:
    kept, now = row.client.snapshot, row.now
    if kept is None or now is None:
        return
    places = places_of(book)
    for position, outcome in now.outcomes.items():
        before = kept.outcomes.get(position)
        if position in places and before and before not in MATCHES and outcome in MATCHES:
            message = Message(f"caseload.today.{outcome}", {"position": position_name(position, places)})
            expected = kept.ready.get(position, now.as_of)
            yield Item(row, expected if kept.as_of < expected <= now.as_of else now.as_of, message)


def _no_yes(row: Row) -> Iterator[Item]:
    if row.client.consent is None:
        yield Item(row, row.client.created.date(), Message("caseload.today.no_yes"))


def _quiet(row: Row) -> Iterator[Item]:
    if row.quiet and row.client.next is None:
        yield Item(row, last_heard(row.client), Message("caseload.today.quiet", {"days": QUIET_DAYS}))


def _to_delete(row: Row, today: date, keep_months: int) -> Iterator[Item]:
    day = keep_until(row.client, keep_months)
    if day is not None and day <= today:
        yield Item(row, day, Message("caseload.today.to_delete"))
