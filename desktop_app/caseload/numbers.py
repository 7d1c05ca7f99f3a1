"""The center's work in numbers, for a funder: counted, small ones hidden, and no client in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.casefile.records import Sitting
from desktop_app.caseload import counted
from desktop_app.caseload.client import Snapshot
from desktop_app.caseload.judging import Judging
from desktop_app.caseload.overview import Row
from desktop_app.caseload.small import SMALL, Count
from desktop_app.i18n import Message
from desktop_app.rulebook.load import Rulebook

MONTH = "caseload.month."
"""Begins the name of each month, which reads on in a sentence; what else is counted is quoted there."""


class Line(NamedTuple):
    """One bar of a chart: what is counted and how many, as far as that may be shown."""

    id: str
    label: Message
    shown: Count


class Table(NamedTuple):
    """One chart, as a table and in sentences."""

    id: str
    series: str
    """Empty where it is about all clients."""
    title: Message
    unit: Message
    """The head of the numbers: clients, sittings."""
    lines: tuple[Line, ...]
    total: Count | None
    """None where a client may be in several lines."""
    sentences: tuple[Message, ...]


@dataclass(frozen=True)
class Numbers:
    """Everything as of one day; the months and what became ready from `since` to `until`, both included."""

    as_of: date
    since: date
    until: date
    clients: Count
    tables: tuple[Table, ...]
    notes: tuple[Message, ...]
    """What to know to read them right."""


class History(NamedTuple):
    """The sittings of a client, the newest last: each as it was judged on its own day."""

    snapshots: tuple[Snapshot, ...]


def history_of(sittings: Iterable[Sitting], judging: Judging) -> History:
    """Without those that cannot be read."""
    read = (judging.snapshot(sitting.content) for sitting in sittings)
    return History(tuple(sorted((one for one in read if one), key=lambda one: one.as_of)))


def numbers(
    rows: Iterable[Row],
    histories: Mapping[str, History],
    book: Rulebook,
    today: date,
    since: date,
    until: date,
) -> Numbers:
    """`histories` by client; a client without one has had no sitting."""
    every = list(rows)
    pasts = {row.client.id: histories[row.client.id].snapshots for row in every if row.client.id in histories}
    groups = [
        *counted.by_tier(every, book, today),
        *counted.by_missing(every, book, today),
        counted.begun(every, pasts, since, until),
        counted.sittings(pasts, since, until),
        *counted.newly_ready(every, pasts, book, since, until),
    ]
    shown = counted.shown(groups)
    tables = tuple(_table(group, *count) for group, count in zip(groups, shown, strict=True))
    clients = counted.count_all(every)
    values = {"count": len(every)} if clients.how == "exact" else {"small": SMALL}
    notes = (
        Message(f"caseload.numbers.clients.{clients.how}", {**values, "day": today}),
        Message("caseload.numbers.notes.period", {"since": since, "until": until}),
        Message("caseload.numbers.notes.small", {"small": SMALL, "most": SMALL - 1}),
        Message("caseload.numbers.notes.said"),
    )
    return Numbers(today, since, until, clients, tables, notes)


def _table(group: counted.Group, counts: Sequence[Count], total: Count | None) -> Table:
    lines = tuple(Line(cell.id, cell.label, count) for cell, count in zip(group.cells, counts, strict=True))
    head = Message(f"caseload.numbers.{group.id}.title", _of(group.series))
    unit = Message(f"caseload.numbers.unit.{group.unit}")
    return Table(group.id, group.series, head, unit, lines, total, tuple(_sentences(group, lines, total)))


def _of(series: str) -> dict[str, Message]:
    return {"series": Message(f"{series}.series.name")} if series else {}


def _sentences(group: counted.Group, lines: Sequence[Line], total: Count | None) -> Iterable[Message]:
    """What the chart says: what it counts, how many in all, and each line; lines of none in one sentence at the end."""
    yield Message(f"caseload.numbers.{group.id}.says")
    if total is not None:
        yield Message("caseload.numbers.in_all", {"number": total.message})
    none = [line for line in lines if line.shown.number == 0]
    for line in lines:
        if line.shown.number != 0:
            key = "month" if _is_month(line) else "line"
            yield Message(f"caseload.numbers.{key}", {"label": line.label, "number": line.shown.message})
    if len(none) == len(lines):
        yield Message("caseload.numbers.nothing")
    elif none:
        labels = tuple(line.label if _is_month(line) else _quoted(line) for line in none)
        yield Message("caseload.numbers.none", {"labels": labels})


def _is_month(line: Line) -> bool:
    return line.label.key.startswith(MONTH)


def _quoted(line: Line) -> Message:
    """'Not asked yet' is a name there, and no part of the sentence."""
    return Message("caseload.numbers.quoted", {"label": line.label})
