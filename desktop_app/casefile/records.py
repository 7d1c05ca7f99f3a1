"""What is kept, as values: people, their sittings and notes, and the log; to and from the rows of the tables.

A file may be whole and signed and yet written by anyone, so each `…_of` raises DamagedError over a row that we would
never have written. Rows are plain tuples in the order of the table's columns: lists of thousands are read this way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from desktop_app.casefile.problems import DamagedError

WORDS = frozenset(
    ("opened", "added", "changed", "sitting", "consent", "note", "paper", "step", "next")
) | frozenset(("report", "exported", "imported", "deleted", "told", "retention"))
"""What a line of the log can say. Nothing else gets into it, so no answer does."""

_ID = re.compile(r"[0-9a-f]{16}|")


class Person(NamedTuple):
    """Somebody whose answers are kept, by the name or code that was chosen for them."""

    id: str
    name: str
    created: datetime
    content: Mapping[str, Any] = {}
    """What JSON can hold: what a center keeps of a client besides the sittings."""


class Sitting(NamedTuple):
    """What one sitting came to.

    `content` is what JSON can hold: the answer sheet, the place in the interview, and what is half filled in.
    """

    id: str
    person: str
    started: datetime
    changed: datetime
    content: Mapping[str, Any]


class Note(NamedTuple):
    """What staff wrote down about a client."""

    id: str
    person: str
    written: datetime
    text: str


class Logged(NamedTuple):
    """That something was done, and to whose record: an id, which may be of one who was deleted, or empty."""

    id: str
    at: datetime
    what: str
    person: str


class Newcomer(NamedTuple):
    """Somebody to be added, with what is there of them already; the oldest sitting and note first."""

    name: str
    content: Mapping[str, Any] = {}
    sittings: Sequence[Mapping[str, Any]] = ()
    notes: Sequence[str] = ()


Row = Sequence[Any]
Record = Person | Sitting | Note


def person_of(row: Row) -> Person:
    try:
        which, name, created, content = row
        return Person(_text(which), _text(name), _moment(created), object_of(content))
    except ValueError:
        raise DamagedError from None


def sitting_of(row: Row) -> Sitting:
    try:
        which, person, started, changed, content = row
        return Sitting(_text(which), _text(person), _moment(started), _moment(changed), object_of(content))
    except ValueError:
        raise DamagedError from None


def note_of(row: Row) -> Note:
    try:
        which, person, written, text = row
        return Note(_text(which), _text(person), _moment(written), _text(text))
    except ValueError:
        raise DamagedError from None


def logged_of(row: Row) -> Logged:
    try:
        which, at, what, person = row
        return Logged(_text(which), _moment(at), _text(what), _text(person))
    except ValueError:
        raise DamagedError from None


def object_of(value: object) -> dict[str, Any]:
    try:
        content = json.loads(_text(value))
    except (ValueError, RecursionError):
        raise DamagedError from None
    if not isinstance(content, dict):
        raise DamagedError
    return content


def values_of(record: Record | Logged) -> dict[str, str]:
    """As they stand in the columns of its table."""
    return {name: _written(value) for name, value in record._asdict().items()}


def text_of(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def refuse_other_words(what: str, person: str) -> None:
    """A line of the log has a word from the list and an id. Raises ValueError, without naming what was given."""
    if what not in WORDS or not _ID.fullmatch(person):
        raise ValueError("not a line of the log")


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, str) else text_of(value)  # type: ignore[arg-type]  # what is left is an object


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError
    return moment
