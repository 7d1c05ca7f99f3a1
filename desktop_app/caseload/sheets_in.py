"""Answer sheets that come from elsewhere: what each would change is told before anything does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Literal, NamedTuple

from desktop_app.answers.sheet import LARGEST, SheetError, kept_private, parse_json, read_answers, read_sheet
from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.records import Person, Record, Sitting
from desktop_app.casefile.writing import new_id
from desktop_app.caseload.client import Client, Snapshot, client_of
from desktop_app.caseload.client import content_of as content_of_client
from desktop_app.caseload.names import made_fitting, read_name, same
from desktop_app.files import beginning
from desktop_app.i18n import Message, PlainError
from desktop_app.interview.kept import content_of
from desktop_app.interview.session import CHECK, Session
from desktop_app.problem import system_reason
from desktop_app.rulebook.load import Facts

MOST = 5_000
"""Sheets at a time; a center has some hundreds of clients."""
LARGEST_FILE = 10 * LARGEST
"""Bytes of a file with a sheet a line."""
APART = timedelta(seconds=1)
MARK = b'"peer_ready"'

Kind = Literal["new", "sitting", "older", "same"]
"""A new client; another sitting of one; a sitting from before the last one; or nothing new."""


class Bad(NamedTuple):
    """What does not come in, and why."""

    file: str
    line: int
    """Which line, or which sheet of a list; 0 where it is about the whole file."""
    problem: Message


class Coming(NamedTuple):
    """One sheet, and what it will change."""

    file: str
    line: int
    name: str
    kind: Kind
    client: str
    """The id of the client whose sitting it is; empty where it is none of those that are here."""
    as_of: date
    changed: tuple[str, ...]
    """The questions (fact ids) that get another answer, in the order of asking. Never the answers."""
    answers: Mapping[str, Any]

    @property
    def content(self) -> dict[str, Any]:
        """As a sitting is kept. Every series is looked at, and the interview is taken up at its end."""
        return content_of(Session(self.as_of, (), True, self.answers, CHECK, frozenset(self.answers)))


class Incoming(NamedTuple):
    rows: tuple[Coming, ...]
    bad: tuple[Bad, ...]


def incoming(
    files: Sequence[Path],
    clients: Iterable[Client],
    latest: Mapping[str, Sitting],
    facts: Facts,
    today: date,
) -> Incoming:
    """What these files would bring; nothing is changed. Never raises: what cannot be used is among the bad."""
    rows: list[Coming] = []
    bad: list[Bad] = []
    here = _Here(clients, latest, facts)
    for file in files:
        for line, found in _sheets_of(file):
            try:
                if len(rows) == MOST:
                    raise SheetError("too_many_sheets", most=MOST)
                rows.append(_coming(file, line, found, here, today))
            except PlainError as error:
                bad.append(Bad(file.name, line, kept_private(error.message, facts)))
                if len(rows) == MOST:
                    return Incoming(tuple(rows), tuple(bad))
    return Incoming(tuple(rows), tuple(bad))


def bring_in(
    file: CaseFile,
    chosen: Iterable[Coming],
    snapshot: Callable[[Mapping[str, Any]], Snapshot | None],
    now: datetime,
) -> int:
    """Keep these sittings, all of them or none; gives how many were not there yet. Raises CaseFileError.

    `snapshot` tells what a sitting comes to (Judging.snapshot). A client who is new has no consent recorded.
    """
    here = {person.id: client_of(person) for person in file.people()}
    latest = file.latest()
    begun: dict[str, _Growing] = {}
    for row in chosen:
        key = row.client if row.client in here else same(row.name)
        if key not in begun:
            known = here.get(key)
            client = known or Client(new_id(), row.name, now + len(begun) * APART)
            begun[key] = _Growing(client, file.sittings(client.id) if known else [], latest.get(client.id))
        begun[key].add(row, snapshot, now)
    grown = [one for one in begun.values() if one.new]
    records = [record for one in grown for record in one.records()]
    if records:
        file.take_in(records, log="imported")
    return sum(len(one.new) for one in grown)


class _Growing:
    """A client and the sittings that come to those that are there."""

    def __init__(self, client: Client, sittings: Sequence[Sitting], latest: Sitting | None) -> None:
        self.client, self.new = client, list[Sitting]()
        self._sheets = [sitting.content.get("sheet") for sitting in sittings]
        self._last = latest.started if latest else None

    def add(
        self, row: Coming, snapshot: Callable[[Mapping[str, Any]], Snapshot | None], now: datetime
    ) -> None:
        content = row.content
        if content["sheet"] in self._sheets:
            return  # it came in before
        self._sheets.append(content["sheet"])
        started = self._started(row, now)
        self.new.append(Sitting(new_id(), self.client.id, started, now, content))
        if row.kind != "older" or self._last is None:
            self._last = started
            self.client = replace(self.client, seen=row.as_of, snapshot=snapshot(content))

    def records(self) -> Iterator[Record]:
        client = self.client
        yield Person(client.id, client.name, client.created, content_of_client(client))
        yield from self.new

    def _started(self, row: Coming, now: datetime) -> datetime:
        """On the sheet's day, and after the last sitting unless it is from before that."""
        started = min(datetime.combine(row.as_of, time(12), now.tzinfo), now)
        if row.kind == "older" or self._last is None:
            return started
        return max(started, self._last + APART)


class _Before(NamedTuple):
    """What was known of a client before a sheet."""

    client: str
    as_of: date | None
    said: Mapping[str, object]


class _Here:
    """The clients by name, as they are now and as the sheets before have made them."""

    def __init__(self, clients: Iterable[Client], latest: Mapping[str, Sitting], facts: Facts) -> None:
        self.facts = facts
        self._latest = latest
        self._known: dict[str, _Before] = {}
        self._ids: dict[str, list[str]] = {}
        for client in clients:
            self._ids.setdefault(same(client.name), []).append(client.id)

    def before(self, name: str) -> _Before | None:
        """Raises SheetError where two have this name: nobody's answers may get to another."""
        key = same(name)
        ids = self._ids.get(key, [])
        if len(ids) > 1:
            raise SheetError("two_of_name", name=name)
        if key not in self._known and ids:
            self._known[key] = self._kept(ids[0])
        return self._known.get(key)

    def follows(self, name: str, before: _Before) -> None:
        self._known[same(name)] = before

    def _kept(self, client: str) -> _Before:
        sitting = self._latest.get(client)
        if sitting is None:
            return _Before(client, None, {})
        sheet = sitting.content.get("sheet")
        sheet = sheet if isinstance(sheet, dict) else {}
        answers = sheet.get("answers")
        return _Before(
            client,
            _day(sheet.get("as_of")) or sitting.started.date(),
            said(answers if isinstance(answers, dict) else {}, self.facts),
        )


def said(answers: Mapping[str, Any], facts: Facts) -> dict[str, object]:
    """Answers so that alike ones compare as alike; one that cannot be read any more is none."""
    read: dict[str, object] = {}
    for fact, value in answers.items():
        try:
            one = read_answers({fact: value}, facts, date.max)
        except SheetError:
            continue
        read[fact] = one.known.get(fact, one.not_said.get(fact))
    return read


def _coming(file: Path, line: int, found: object, here: _Here, today: date) -> Coming:
    """Raises PlainError."""
    if isinstance(found, PlainError):
        raise found
    name, document = _named(file, line, found)
    sheet = read_sheet(document, here.facts, today)
    if sheet.as_of > today:
        raise SheetError("ahead", place="as_of", given=sheet.as_of)
    answers: dict[str, Any] = document["answers"]
    before = here.before(name)
    now = said(answers, here.facts)
    old = before.said if before else {}
    changed = tuple(fact for fact in here.facts.by_id if now.get(fact) != old.get(fact))
    kind = _kind(before, sheet.as_of, changed)
    client = before.client if before else ""
    if kind != "older":
        here.follows(name, _Before(client, sheet.as_of, now))
    return Coming(file.name, line, name, kind, client, sheet.as_of, changed, answers)


def _kind(before: _Before | None, as_of: date, changed: Sequence[str]) -> Kind:
    if before is None:
        return "new"
    if before.as_of is not None and as_of < before.as_of:
        return "older"
    return "sitting" if changed or before.as_of is None else "same"


def _named(file: Path, line: int, found: object) -> tuple[str, Any]:
    """The name that stands in it, or else the file's; and the sheet without it. Raises PlainError."""
    if isinstance(found, dict) and "name" in found:
        return read_name(found["name"]), {key: value for key, value in found.items() if key != "name"}
    # Sheets without names are never taken for one person's.
    return read_name(made_fitting(f"{file.stem} {line}" if line else file.stem)), found


# ---------------------------------------------------------------- from files


def _sheets_of(file: Path) -> Iterator[tuple[int, object]]:
    """Each sheet's document, or the PlainError that it comes to, with its number (0 for the only one)."""
    try:
        content = beginning(file, LARGEST_FILE)
    except (OSError, ValueError) as error:
        yield 0, SheetError("cannot_read", reason=system_reason(error))
        return
    if len(content) > LARGEST_FILE:
        yield 0, SheetError("too_large", megabytes=LARGEST_FILE // (1024 * 1024))
        return
    whole = _parsed(content) if len(content) <= LARGEST else SheetError("too_large", megabytes=LARGEST >> 20)
    lines = content.splitlines()
    if isinstance(whole, PlainError) and _is_a_sheet_a_line(file, lines):
        yield from ((number, _parsed(line, number)) for number, line in enumerate(lines, 1) if line.strip())
    elif isinstance(whole, list):
        yield from enumerate(whole, 1)
    else:
        yield 0, whole


def _is_a_sheet_a_line(file: Path, lines: Sequence[bytes]) -> bool:
    """Some line is a whole sheet: a broken sheet that was written over many lines has none."""
    if file.suffix.lower() in (".jsonl", ".ndjson"):
        return True
    return any(MARK in line and isinstance(_parsed(line), dict) for line in lines[:MOST])


def _parsed(content: bytes, line: int | None = None) -> object:
    """The document, or the SheetError that it comes to. `line` is where it stands in its file."""
    try:
        return parse_json(content)
    except SheetError as error:
        if line is not None and error.message.key == "problems.not_json":
            return SheetError("not_json", **{**error.message.values, "line": line})
        return error


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
