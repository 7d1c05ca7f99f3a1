"""The list of clients: where each stands and what comes next; found, chosen and sorted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from desktop_app.answers.employment import months_after
from desktop_app.caseload.client import Client, Snapshot
from desktop_app.i18n import Message
from desktop_app.judgement.standing import MATCHES
from desktop_app.rulebook.load import Rulebook

QUIET_DAYS = 90
"""After so many days with nothing a client is asked after."""
SOON_DAYS = 90
"""A certificate that ends within so many days comes before other things."""
TIERS = ("I", "II", "III", "IV")
DUE_DAYS = 7
"""What comes next within so many days is due, and so is what is past."""
READY, QUIET, DUE = "ready", "quiet", "due"
SHOWN_TIERS = {f"tier-{number}": tier for number, tier in enumerate(TIERS, 1)}
"""As the filter names them."""
NAME, SEEN, NEXT = "name", "seen", "next"


class Due(NamedTuple):
    """What comes next for a client; without a day where it can be done at any time."""

    day: date | None
    message: Message


class Best(NamedTuple):
    """How far a client has come in one series: the highest tier that matches, or none and why."""

    tier: str | None
    outcome: str
    position: str | None
    """The one that matches."""


class Place(NamedTuple):
    """Where a position stands: its series and its tier."""

    series: str
    tier: str


@dataclass(frozen=True)
class Row:
    """One client on one line."""

    client: Client
    now: Snapshot | None
    """What the newest sitting comes to today."""
    best: Mapping[str, Best]
    """By series; only those that were asked about."""
    next: Due | None
    due: bool
    """Whether that is within a week, or past."""
    quiet: bool
    folded: str
    """The name without case and accents, to be searched."""
    order: tuple[tuple[int, str], ...]
    """The name as it sorts: 'K-2' before 'K-10'."""


def row_of(client: Client, now: Snapshot | None, book: Rulebook, today: date) -> Row:
    """`now` may be what the last sitting came to, until it has been judged anew."""
    places = places_of(book)
    best = best_of(now, places) if now else {}
    folded = fold(client.name)
    quiet = (today - last_heard(client)).days >= QUIET_DAYS
    following = next_of(client, now, book, today)
    due = following is not None and following.day is not None and (following.day - today).days <= DUE_DAYS
    return Row(client, now, best, following, due, quiet, folded, _natural(folded))


def places_of(book: Rulebook) -> dict[str, Place]:
    """Every position, from the lowest tier up in each series; also those of versions that held before."""
    return {
        position.id: Place(loaded.pack.series, position.tier)
        for loaded in book.packs
        for position in loaded.pack.positions
    }


def best_of(now: Snapshot, places: Mapping[str, Place]) -> dict[str, Best]:
    best: dict[str, Best] = {}
    for position, place in places.items():
        outcome = now.outcomes.get(position)
        if outcome is None:
            continue
        before = best.get(place.series)
        if outcome in MATCHES:
            best[place.series] = Best(place.tier, outcome, position)
        elif before is None or (before.tier is None and outcome == "cannot_tell"):
            best[place.series] = Best(None, outcome, None)
    return best


def last_heard(client: Client) -> date:
    """The last day on which something was done with or for a client."""
    days = [client.created.date(), *client.papers.values(), *client.done.values()]
    days += [day for day in (client.seen, client.heard) if day is not None]
    if client.consent:
        days.append(client.consent.given)
    return max(days)


def keep_until(client: Client, keep_months: int) -> date | None:
    """The day on which a record is due to be deleted; None where the center set no time."""
    return months_after(client.seen or client.created.date(), keep_months) if keep_months > 0 else None


# ---------------------------------------------------------------- what comes next


def next_of(client: Client, now: Snapshot | None, book: Rulebook, today: date) -> Due | None:
    """What staff wrote down comes first, then what runs out, what is reached, and what is still open."""
    if client.next is not None:
        return Due(client.next.day, own_words(client.next.text))
    if now is None:
        return None
    ends = [(day, fact) for fact, day in now.runs_out.items()]
    soon = [one for one in ends if (one[0] - today).days <= SOON_DAYS]
    if soon:
        return _end(min(soon), book, today)
    reached = _next_ready(now, places_of(book))
    if reached:
        return reached
    if now.open:
        return Due(None, Message("caseload.next.answer", {"count": now.open}))
    return _end(min(ends), book, today) if ends else None


def own_words(text: str) -> Message:
    return Message("caseload.next.own", {"text": text}) if text.strip() else Message("caseload.next.own_date")


def _end(end: tuple[date, str], book: Rulebook, today: date) -> Due:
    day, fact = end
    return Due(day, end_message(fact, day, book, today))


def end_message(fact: str, day: date, book: Rulebook, today: date) -> Message:
    """'California certificate ends'; its last day still counts."""
    values = {"certificate": certificate_of(fact, book)}
    return Message("caseload.next.ended" if day < today else "caseload.next.ends", values)


def certificate_of(fact: str, book: Rulebook) -> Message:
    """What a day ends: the certificate whose follow-up it is."""
    asked = book.facts.by_id.get(fact)
    return Message(f"questions.{asked.read_when.fact if asked and asked.read_when else fact}.short")


def _next_ready(now: Snapshot, places: Mapping[str, Place]) -> Due | None:
    best = best_of(now, places)
    days: list[tuple[date, str]] = []
    for position, day in now.ready.items():
        place = places.get(position)
        if place is None:
            continue
        there = best.get(place.series)
        if there is None or there.tier is None or TIERS.index(place.tier) > TIERS.index(there.tier):
            days.append((day, position))
    if not days:
        return None
    day, position = min(days)
    name = position_name(position, places)
    return Due(day, Message("caseload.next.ready", {"position": name}))


def position_name(position: str, places: Mapping[str, Place]) -> Message:
    return Message(f"{places[position].series}.positions.{position}.name")


# ---------------------------------------------------------------- found and sorted


def fold(text: str) -> str:
    """Without case and accents, so that 'Perez' finds 'PÉREZ'."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def arrange(
    rows: Iterable[Row],
    find: str = "",
    show: Collection[str] = frozenset(),
    sort: str = NEXT,
    down: bool = False,
) -> list[Row]:
    """Those in which every word of `find` stands and that `show` lets through, in order.

    `show` names series, tiers ("tier-1"), "ready", "due" and "quiet". Of series one is enough, and of tiers; tiers and
    "ready" look only at the series named, or at all.
    """
    wanted = fold(find).split()
    found = [row for row in rows if all(word in row.folded for word in wanted) and _shown(row, show)]
    found.sort(key=lambda row: row.order)
    return list(_sorted(found, _KEYS.get(sort) or _by_series(sort), down))


def _shown(row: Row, show: Collection[str]) -> bool:
    if not show:
        return True
    tiers = {tier for name, tier in SHOWN_TIERS.items() if name in show}
    series = {one for one in show if one not in (READY, QUIET, DUE) and one not in SHOWN_TIERS}
    best = [one for name, one in row.best.items() if not series or name in series]
    return (
        (QUIET not in show or row.quiet)
        and (DUE not in show or row.due)
        and (not series or bool(best))
        and (READY not in show or any(one.tier for one in best))
        and (not tiers or any(one.tier in tiers for one in best))
    )


def _sorted(rows: list[Row], key: Callable[[Row], Any], down: bool) -> Iterator[Row]:
    """Rows that have nothing to sort by come last, whichever way; equal ones stay by name."""
    keyed = [(key(row), row) for row in rows]
    there = [one for one in keyed if one[0] is not None]
    there.sort(key=lambda one: one[0], reverse=down)
    yield from (row for _, row in there)
    yield from (row for known, row in keyed if known is None)


_KEYS: dict[str, Callable[[Row], Any]] = {
    NAME: lambda row: row.order,
    SEEN: lambda row: row.client.seen,
    NEXT: lambda row: row.next.day if row.next else None,
}
_WORTH = ("not_yet", "cannot_tell", "confirm", "meets")


def _by_series(series: str) -> Callable[[Row], Any]:
    """By how far they have come: what is ready at the highest tier last."""

    def far(row: Row) -> tuple[int, int] | None:
        best = row.best.get(series)
        return best and (TIERS.index(best.tier) + 1 if best.tier else 0, _WORTH.index(best.outcome))

    return far


_PIECES = re.compile(r"\d+|\D+")
LONGEST_NUMBER = 18
"""Digits; what is longer is no number that anyone counts by."""
TEXT = 10**LONGEST_NUMBER
"""What stands for a number where there is none."""


def _natural(folded: str) -> tuple[tuple[int, str], ...]:
    """Numbers by their size and before letters, everything else by its letters."""
    return tuple(
        (int(piece), "")
        if piece.isdecimal() and piece.isascii() and len(piece) <= LONGEST_NUMBER
        else (TEXT, piece)
        for piece in _PIECES.findall(folded.strip())
    )
