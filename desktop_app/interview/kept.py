"""A sitting as it is written into a saved file, and taken up again from there on a later day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from desktop_app.answers.sheet import VERSION, SheetError, read_answers
from desktop_app.i18n import Message, PlainError
from desktop_app.interview.session import BEHIND_RESULTS, CHECK, RESULTS, Session
from desktop_app.rulebook.load import Rulebook


class KeptError(PlainError):
    """What a saved file holds is no sitting."""

    def __init__(self) -> None:
        super().__init__(Message("kept.no_sitting", {}))


class TakenUp(NamedTuple):
    """A session again; `left_out` are answers that this program no longer takes, by fact id."""

    session: Session
    left_out: tuple[str, ...]


def content_of(session: Session) -> dict[str, Any]:
    """What JSON can hold: the answer sheet itself, and the place in the interview."""
    return {
        "sheet": {
            "peer_ready": VERSION,
            "as_of": session.as_of.isoformat(),
            "answers": dict(session.answers),
        },
        "place": {
            "series": list(session.series),
            "helping": session.helping,
            "at": session.at,
            "seen": sorted(session.seen),
        },
    }


def take_up(content: Mapping[str, Any], book: Rulebook, today: date) -> TakenUp:
    """The session as of `today`: roles still held have gone on meanwhile. Raises KeptError.

    An answer that cannot be read any more is left out and named; the others are not lost for it.
    """
    answers, place = _part(_part(content, "sheet"), "answers"), _part(content, "place")
    taken: dict[str, Any] = {}
    left_out: list[str] = []
    for fact, value in answers.items():
        try:
            read_answers({fact: value}, book.facts, today)
        except SheetError:
            left_out.append(str(fact))
        else:
            taken[fact] = value
    series = tuple(name for name in book.series() if name in _names(place, "series")) or book.series()
    seen = frozenset(name for name in _names(place, "seen") if name in book.facts.by_id)
    at = place.get("at")
    known = isinstance(at, str) and (at in book.facts.by_id or at in (CHECK, RESULTS, *BEHIND_RESULTS))
    session = Session(today, series, place.get("helping") is True, taken, str(at) if known else CHECK, seen)
    return TakenUp(session, tuple(left_out))


def _part(content: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = content.get(name)
    if not isinstance(part, dict):
        raise KeptError
    return part


def _names(place: Mapping[str, Any], key: str) -> list[str]:
    found = place.get(key)
    return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []
