"""Who is in which group of the center's numbers, and which of the counts may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from desktop_app.caseload.client import Snapshot
from desktop_app.caseload.overview import Place, Row, places_of, position_name
from desktop_app.caseload.small import Count, count_of, counts_of
from desktop_app.i18n import Message
from desktop_app.judgement.standing import MATCHES
from desktop_app.rulebook.load import LoadedPack, NoRuleInForceError, Rulebook

Who = frozenset[tuple[str, ...]]
"""Whom a count is of: clients, their sittings or what they became ready for, by ids that stay in here."""
Past = Sequence[Snapshot]
NONE = "none"


class Cell(NamedTuple):
    id: str
    label: Message
    who: Who


class Group(NamedTuple):
    """Counts that belong together."""

    id: str
    series: str
    unit: str
    cells: tuple[Cell, ...]
    adds_up: bool = True
    """Whether each one that is counted is in one cell, so that the cells make up a total."""


# ---------------------------------------------------------------- who is in which


def by_tier(rows: Sequence[Row], book: Rulebook, today: date) -> Iterator[Group]:
    """The highest tier that each client matches today, for each series."""
    for loaded in in_force(book, today):
        series = loaded.pack.series
        found: dict[str, list[Row]] = {}
        for row in rows:
            best = row.best.get(series)
            found.setdefault((best.position or best.outcome) if best else NONE, []).append(row)
        positions = [position.id for position in reversed(loaded.pack.positions)]
        older = [one for one in found if one not in (*positions, "cannot_tell", "not_yet", NONE)]
        labels = {one: Message(f"{series}.positions.{one}.name") for one in (*positions, *older)}
        labels |= {one: Message(f"caseload.numbers.tier.{one}") for one in ("cannot_tell", "not_yet", NONE)}
        cells = [Cell(one, label, _clients(found.get(one, ()))) for one, label in labels.items()]
        yield Group("tier", series, "clients", tuple(cells))


def by_missing(rows: Sequence[Row], book: Rulebook, today: date) -> Iterator[Group]:
    """Which requirements clients are without, for some position of each series."""
    for loaded in in_force(book, today):
        series = loaded.pack.series
        positions = loaded.pack.positions
        asked = dict.fromkeys(one.id for position in positions for one in position.requirements)
        short_of = {requirement: list[Row]() for requirement in asked}
        for row in rows:
            missing = row.now.missing if row.now else {}
            for requirement in dict.fromkeys(one for each in positions for one in missing.get(each.id, ())):
                if requirement in short_of:
                    short_of[requirement].append(row)
        cells = [
            Cell(one, Message(f"{series}.requirements.{one}.name"), _clients(found))
            for one, found in short_of.items()
            if found
        ]
        yield Group("missing", series, "clients", tuple(cells), adds_up=False)


def begun(rows: Sequence[Row], pasts: Mapping[str, Past], since: date, until: date) -> Group:
    """The month in which each client began.

    Those of another time are in it too: how many clients there are stands beside it, and their number is what is left.
    """
    days = [((row.client.id,), _began(row, pasts.get(row.client.id, ()))) for row in rows]
    others = frozenset(who for who, day in days if not since <= day <= until)
    more = [Cell("others", Message("caseload.numbers.begun.others"), others)] if others else []
    return Group("begun", "", "clients", (*_by_month(days, since, until), *more))


def sittings(pasts: Mapping[str, Past], since: date, until: date) -> Group:
    days = [
        ((client, str(number)), shot.as_of)
        for client, past in pasts.items()
        for number, shot in enumerate(past)
    ]
    return Group("sittings", "", "sittings", _by_month(days, since, until))


def newly_ready(
    rows: Sequence[Row], pasts: Mapping[str, Past], book: Rulebook, since: date, until: date
) -> Iterator[Group]:
    """What opened for clients: positions that match and did not before, by month and by position."""
    places = places_of(book)
    opened = [
        ((row.client.id, position), day)
        for row in rows
        for position, day in _opened(row, pasts.get(row.client.id, ()), since, until).items()
        if position in places
    ]
    yield Group("ready_month", "", "positions", _by_month(opened, since, until))
    yield Group("ready_position", "", "positions", _by_position([who for who, _ in opened], places))


def in_force(book: Rulebook, today: date) -> Iterator[LoadedPack]:
    for series in book.series():
        try:
            yield from book.in_force(today, (series,))
        except NoRuleInForceError:
            continue


def _clients(rows: Sequence[Row]) -> Who:
    return frozenset((row.client.id,) for row in rows)


def _began(row: Row, past: Past) -> date:
    """The first that is known of: some clients were sat with before they were put in here."""
    consent = row.client.consent
    days = [row.client.created.date(), *(shot.as_of for shot in past)]
    return min([*days, consent.given] if consent else days)


def _opened(row: Row, past: Past, since: date, until: date) -> dict[str, date]:
    """The first day within a time on which each position came to match, after a sitting at which it did not."""
    opened: dict[str, date] = {}
    shots = [*past, row.now] if row.now and past else list(past)
    for earlier, later in pairwise(shots):
        for position, outcome in later.outcomes.items():
            if outcome not in MATCHES or earlier.outcomes.get(position, "meets") in MATCHES:
                continue
            expected = earlier.ready.get(position, later.as_of)
            day = expected if earlier.as_of < expected <= later.as_of else later.as_of
            if since <= day <= until:
                opened.setdefault(position, day)
    return opened


def _by_month(days: Sequence[tuple[tuple[str, ...], date]], since: date, until: date) -> tuple[Cell, ...]:
    found: dict[tuple[int, int], list[tuple[str, ...]]] = {month: [] for month in months(since, until)}
    for who, day in days:
        if since <= day <= until:
            found[day.year, day.month].append(who)
    return tuple(
        Cell(f"{year:04}-{month:02}", month_name(year, month), frozenset(who))
        for (year, month), who in found.items()
    )


def months(since: date, until: date) -> Iterator[tuple[int, int]]:
    """Every month that has a day of this time."""
    for number in range(since.year * 12 + since.month - 1, until.year * 12 + until.month):
        yield number // 12, number % 12 + 1


def month_name(year: int, month: int) -> Message:
    return Message(f"caseload.month.m{month}", {"year": str(year)})


def _by_position(opened: Sequence[tuple[str, ...]], places: Mapping[str, Place]) -> tuple[Cell, ...]:
    return tuple(
        Cell(one, position_name(one, places), frozenset(who for who in opened if who[1] == one))
        for one in places
    )


# ---------------------------------------------------------------- which may be shown


def count_all(rows: Sequence[Row]) -> Count:
    return count_of(len(rows))


def shown(groups: Sequence[Group]) -> list[tuple[tuple[Count, ...], Count | None]]:
    """Every count as it may be shown, so that none that is hidden can be had from the others.

    What is hidden in one group is hidden wherever the same people are counted. A count that is no part of a sum, but
    is that of several cells of one together, goes when it would part what is hidden there.
    """
    hidden: list[set[int]] = [set() for _ in groups]
    while True:
        counts = [_counts(group, away) for group, away in zip(groups, hidden, strict=True)]
        for away, (shown_here, _) in zip(hidden, counts, strict=True):
            away |= {at for at, count in enumerate(shown_here) if count.how == "hidden"}  # and stays so
        more = False
        for group, away in zip(groups, hidden, strict=True):
            for at, cell in enumerate(group.cells):
                if at not in away and cell.who and _tells(group, cell, groups, counts):
                    away.add(at)
                    more = True
        if not more:
            return counts


def _counts(group: Group, hidden: set[int]) -> tuple[tuple[Count, ...], Count | None]:
    numbers = [len(cell.who) for cell in group.cells]
    if group.adds_up:
        return counts_of(numbers, hidden)
    return tuple(count_of(number, hidden=at in hidden) for at, number in enumerate(numbers)), None


def _tells(
    own: Group, cell: Cell, groups: Sequence[Group], counts: Sequence[tuple[tuple[Count, ...], Count | None]]
) -> bool:
    """Whether a count would give away what is hidden elsewhere."""
    for group, (shown_here, _) in zip(groups, counts, strict=True):
        hidden = [one for one, count in zip(group.cells, shown_here, strict=True) if count.how != "exact"]
        if any(one.who == cell.who for one in hidden if one is not cell):
            return True
        if group.adds_up and not own.adds_up and _is_sum(cell, group):
            within = sum(bool(one.who) and one.who <= cell.who for one in hidden)
            if 0 < within < len(hidden):
                return True
    return False


def _is_sum(cell: Cell, group: Group) -> bool:
    """Whether it counts just those who are in some of a group's cells, and not all of them."""
    inside = _together(one.who for one in group.cells if one.who <= cell.who)
    return inside == cell.who and inside != _together(one.who for one in group.cells)


def _together(each: Iterable[Who]) -> Who:
    return frozenset[tuple[str, ...]]().union(*each)
