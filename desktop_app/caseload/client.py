"""A client as a center keeps one: by a name or code of its own, with consent, papers seen and steps done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from desktop_app.casefile.records import Person

LONGEST_NAME = 80
"""Letters of a name or code; longer ones are no help in a list."""

_Value = TypeVar("_Value")


class Consent(NamedTuple):
    """That the client said yes to being kept: when, and to which words in which language."""

    given: date
    language: str
    version: str


class NextDate(NamedTuple):
    """What staff want to be reminded of, and when."""

    day: date
    text: str


@dataclass(frozen=True)
class Snapshot:
    """What a sitting came to on a day, under the rules of that day: enough for a list, without judging again."""

    as_of: date
    versions: Mapping[str, str]
    """Of the rules, by series."""
    outcomes: Mapping[str, str]
    """By position: meets, confirm, not_yet or cannot_tell."""
    missing: Mapping[str, tuple[str, ...]]
    """By position: the requirements that count and are not met."""
    ready: Mapping[str, date] = field(default_factory=dict)
    """By position: the earliest day on which it matches with the same answers."""
    runs_out: Mapping[str, date] = field(default_factory=dict)
    """By fact: the day on which a certificate ends."""
    open: int = 0
    """Questions that were asked and have no answer."""


@dataclass(frozen=True)
class Client:
    """One row of the caseload. No answer of the interview is in it; those are in the sittings."""

    id: str
    name: str
    created: datetime
    consent: Consent | None = None
    next: NextDate | None = None
    languages: tuple[str, ...] = ()
    papers: Mapping[str, date] = field(default_factory=dict)
    """By paper (a fact's id): the day on which staff saw it."""
    done: Mapping[str, date] = field(default_factory=dict)
    """By step of a plan, 'series/route/step': the day on which it was ticked off."""
    told: Mapping[str, str] = field(default_factory=dict)
    """By series: the version of the rules whose changes were talked over."""
    seen: date | None = None
    """The day of the last sitting."""
    snapshot: Snapshot | None = None
    """What the last sitting came to."""
    heard: date | None = None
    """The last day on which staff wrote a note or set a date: a call is no sitting, and not nothing either."""


def client_of(person: Person) -> Client:
    """As it is kept. What cannot be read is left out: the file may have been written by a newer program."""
    content = person.content
    shot = _part(content, "snapshot")
    return Client(
        person.id,
        person.name,
        person.created,
        _or_none(lambda: _consent(_part(content, "consent"))),
        _or_none(lambda: _next(_part(content, "next"))),
        tuple(one for one in content.get("languages", ()) if isinstance(one, str)),
        _days(_part(content, "papers")),
        _days(_part(content, "done")),
        _texts(_part(content, "told")),
        _or_none(lambda: date.fromisoformat(content["seen"])),
        _or_none(lambda: _snapshot(shot)),
        _or_none(lambda: date.fromisoformat(content["heard"])),
    )


def content_of(client: Client) -> dict[str, Any]:
    """What JSON can hold; `client_of` reads it again."""
    content: dict[str, Any] = {
        "languages": list(client.languages),
        "papers": _written(client.papers),
        "done": _written(client.done),
        "told": dict(client.told),
    }
    if client.consent is not None:
        content["consent"] = {**client.consent._asdict(), "given": client.consent.given.isoformat()}
    if client.next is not None:
        content["next"] = {"day": client.next.day.isoformat(), "text": client.next.text}
    if client.seen is not None:
        content["seen"] = client.seen.isoformat()
    if client.heard is not None:
        content["heard"] = client.heard.isoformat()
    if client.snapshot is not None:
        content["snapshot"] = _snapshot_written(client.snapshot)
    return content


def _consent(part: Mapping[str, Any]) -> Consent:
    return Consent(date.fromisoformat(part["given"]), str(part["language"]), str(part["version"]))


def _next(part: Mapping[str, Any]) -> NextDate:
    return NextDate(date.fromisoformat(part["day"]), str(part["text"]))


def _snapshot(part: Mapping[str, Any]) -> Snapshot:
    return Snapshot(
        date.fromisoformat(part["as_of"]),
        _texts(part["versions"]),
        _texts(part["outcomes"]),
        {position: tuple(map(str, names)) for position, names in part["missing"].items()},
        _days(part["ready"]),
        _days(part["runs_out"]),
        int(part["open"]),
    )


def _snapshot_written(shot: Snapshot) -> dict[str, Any]:
    return {
        "as_of": shot.as_of.isoformat(),
        "versions": dict(shot.versions),
        "outcomes": dict(shot.outcomes),
        "missing": {position: list(names) for position, names in shot.missing.items()},
        "ready": _written(shot.ready),
        "runs_out": _written(shot.runs_out),
        "open": shot.open,
    }


def _written(days: Mapping[str, date]) -> dict[str, str]:
    return {name: day.isoformat() for name, day in days.items()}


def _part(content: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = content.get(name)
    return part if isinstance(part, dict) else {}


def _texts(part: Mapping[str, Any]) -> dict[str, str]:
    return {name: value for name, value in part.items() if isinstance(value, str)}


def _days(part: Mapping[str, Any]) -> dict[str, date]:
    read = ((name, _or_none(lambda value=value: date.fromisoformat(value))) for name, value in part.items())  # type: ignore[misc]
    return {name: day for name, day in read if day is not None}


def _or_none(read: Callable[[], _Value]) -> _Value | None:
    try:
        return read()
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
