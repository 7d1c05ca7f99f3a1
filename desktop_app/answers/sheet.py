"""The answer sheet: what a person said, read strictly; each fault is named with its place."""

from __future__ import annotations

import calendar
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.answers.employment import SETTINGS, WORK, Role, RoleDate
from desktop_app.i18n import Message, PlainError
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Fact

VERSION = 1
LARGEST = 5 * 1024 * 1024
"""Bytes of a sheet; more is refused before it is parsed."""
NOT_SAID = ("not_sure", "prefer_not_to_say")
ROLE_KEYS = ("work", "setting", "paid", "start", "end")
OPTIONAL_ROLE_KEYS = ("hours_per_week", "title")
MOST_HOURS = 168
MOST_SHOWN = 60

Known = str | bool | date | tuple[str, ...] | tuple[Role, ...]
"""A fact that was told: a choice, a yes/no, a day, a set of choices, the roles."""


class SheetError(PlainError):
    """A sheet that cannot be used."""

    def __init__(self, key: str, /, **values: Any) -> None:
        super().__init__(Message(f"problems.{key}", values))


@dataclass(frozen=True)
class Sheet:
    """A person's answers on a day. Facts that were skipped, not sure or not said are not among `known`."""

    as_of: date
    known: Mapping[str, Known]
    not_said: Mapping[str, str]
    """Facts answered with 'not_sure' or 'prefer_not_to_say'."""


def parse_sheet(content: bytes, facts: Facts, today: date, as_of: date | None = None) -> Sheet:
    """A sheet from its JSON. `as_of` wins over the sheet's own day, and `today` stands in where it has none.

    Raises SheetError.
    """
    return read_sheet(parse_json(content), facts, today, as_of)


def parse_json(content: bytes) -> object:
    """JSON as it is meant: UTF-8, no NaN, no key twice. Raises SheetError."""
    if len(content) > LARGEST:
        raise SheetError("too_large", megabytes=LARGEST // (1024 * 1024))
    if not content.strip():
        raise SheetError("empty")
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant, object_pairs_hook=_object)
    except RecursionError as error:
        raise SheetError("too_deep") from error
    except json.JSONDecodeError as error:
        raise SheetError("not_json", line=error.lineno, column=error.colno) from error
    except UnicodeDecodeError as error:
        raise SheetError("not_text") from error
    except ValueError as error:  # a whole number too long to be read
        raise SheetError("not_a_number", place="", given="…") from error


def read_sheet(document: object, facts: Facts, today: date, as_of: date | None = None) -> Sheet:
    """A sheet from its document (what JSON gives). Raises SheetError."""
    if not isinstance(document, dict):
        raise SheetError("not_an_object", given=shown(document))
    _known_keys(document, ("peer_ready", "as_of", "answers"), "")
    _needed_keys(document, ("peer_ready", "answers"), "")
    version = document["peer_ready"]
    if type(version) is not int or version != VERSION:
        raise SheetError("wrong_version", given=shown(version), allowed=VERSION)
    own_day = _day("as_of", document["as_of"]) if "as_of" in document else today
    return read_answers(document["answers"], facts, as_of or own_day)


def read_answers(answers: object, facts: Facts, as_of: date) -> Sheet:
    """A sheet from answers by fact id. Raises SheetError."""
    if not isinstance(answers, dict):
        raise SheetError("wrong_type", place="answers", given=shown(answers), allowed=Message("kinds.object"))
    _known_keys(answers, facts.by_id, "answers")
    known: dict[str, Known] = {}
    not_said: dict[str, str] = {}
    for name, value in answers.items():
        if isinstance(value, str) and value in NOT_SAID:
            not_said[name] = value
        else:
            known[name] = _READERS[facts.by_id[name].kind](facts.by_id[name], value, as_of)
    return Sheet(as_of, known, not_said)


def day_from(text: str) -> date:
    """A day written YYYY-MM-DD. Raises SheetError."""
    return _day("--as-of", text)


def kept_private(problem: Message, facts: Facts) -> Message:
    """What is wrong with a private answer, without naming it: others may read what is told of many sheets."""
    place = problem.values.get("place")
    fact = facts.by_id.get(place) if isinstance(place, str) else None
    if fact is None or not fact.private:
        return problem
    return Message("problems.private_answer", {"place": place, "allowed": ", ".join(fact.choices)})


# ---------------------------------------------------------------- one fact each


def _choice(fact: Fact, value: object, as_of: date) -> str:
    if not isinstance(value, str) or value not in fact.choices:
        raise SheetError("not_a_choice", place=fact.id, given=shown(value), allowed=", ".join(fact.choices))
    return value


def _choices(fact: Fact, value: object, as_of: date) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise SheetError("wrong_type", place=fact.id, given=shown(value), allowed=Message("kinds.list"))
    if not value:
        raise SheetError("empty_set", place=fact.id, allowed=", ".join(fact.choices))
    chosen = {_choice(fact, choice, as_of) for choice in value}
    for choice in fact.alone:
        if choice in chosen and len(chosen) > 1:
            raise SheetError("not_alone", place=fact.id, given=choice, other=sorted(chosen - {choice})[0])
    return tuple(choice for choice in fact.choices if choice in chosen)


def _yes_no(fact: Fact, value: object, as_of: date) -> bool:
    if not isinstance(value, bool):
        raise SheetError("wrong_type", place=fact.id, given=shown(value), allowed=Message("kinds.yes_no"))
    return value


def _date(fact: Fact, value: object, as_of: date) -> date:
    return _day(fact.id, value)


def _roles(fact: Fact, value: object, as_of: date) -> tuple[Role, ...]:
    if not isinstance(value, list):
        raise SheetError("wrong_type", place=fact.id, given=shown(value), allowed=Message("kinds.list"))
    return tuple(read_role(f"{fact.id}, {number}", entry, as_of) for number, entry in enumerate(value, 1))


_READERS: Mapping[str, Callable[[Fact, object, date], Known]] = {
    "choice": _choice,
    "choices": _choices,
    "yes_no": _yes_no,
    "date": _date,
    "roles": _roles,
}


def read_role(place: str, entry: object, as_of: date) -> Role:
    """One job or piece of volunteering. Raises SheetError."""
    if not isinstance(entry, dict):
        raise SheetError("wrong_type", place=place, given=shown(entry), allowed=Message("kinds.object"))
    _known_keys(entry, (*ROLE_KEYS, *OPTIONAL_ROLE_KEYS), place)
    _needed_keys(entry, ROLE_KEYS, place)
    for key, allowed in (("work", WORK), ("setting", SETTINGS)):
        if entry[key] not in allowed or not isinstance(entry[key], str):
            given = shown(entry[key])
            raise SheetError("not_a_choice", place=f"{place}, {key}", given=given, allowed=", ".join(allowed))
    if not isinstance(entry["paid"], bool):
        given = shown(entry["paid"])
        raise SheetError("wrong_type", place=f"{place}, paid", given=given, allowed=Message("kinds.yes_no"))
    start = _role_date(f"{place}, start", entry["start"])
    end = None if entry["end"] is None else _role_date(f"{place}, end", entry["end"])
    if start.first > as_of:
        raise SheetError("starts_later", place=f"{place}, start", given=entry["start"], as_of=as_of)
    if end is not None and end.last < start.first:
        raise SheetError("ends_before_start", place=f"{place}, end", given=entry["end"], start=entry["start"])
    hours = _hours(f"{place}, hours_per_week", entry["hours_per_week"]) if "hours_per_week" in entry else None
    title = _title(f"{place}, title", entry["title"]) if "title" in entry else ""
    return Role(entry["work"], entry["setting"], entry["paid"], start, end, hours, title)


def _hours(place: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise SheetError("wrong_type", place=place, given=shown(value), allowed=Message("kinds.number"))
    if not 0 <= value <= MOST_HOURS or not math.isfinite(value):
        raise SheetError("impossible_hours", place=place, given=shown(value), most=MOST_HOURS)
    return float(value)


def _title(place: str, value: object) -> str:
    if not isinstance(value, str):
        raise SheetError("wrong_type", place=place, given=shown(value), allowed=Message("kinds.text"))
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise SheetError("broken_text", place=place)
    return value


# ---------------------------------------------------------------- days

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)


def _day(place: str, value: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise SheetError("wrong_type", place=place, given=shown(value), allowed=Message("kinds.day"))
    return _real_day(place, value, value)


def _role_date(place: str, value: object) -> RoleDate:
    if not isinstance(value, str) or not (_DAY.fullmatch(value) or _MONTH.fullmatch(value)):
        raise SheetError("wrong_type", place=place, given=shown(value), allowed=Message("kinds.day_or_month"))
    if len(value) == len("YYYY-MM-DD"):
        day = _real_day(place, value, value)
        return RoleDate(day, day)
    first = _real_day(place, f"{value}-01", value)
    return RoleDate(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]))


def _real_day(place: str, text: str, given: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise SheetError("impossible_date", place=place, given=given) from error


# ---------------------------------------------------------------- keys and words


def _known_keys(
    mapping: Mapping[str, object], allowed: Mapping[str, object] | tuple[str, ...], place: str
) -> None:
    for key in mapping:
        if key not in allowed:
            raise SheetError(
                "unknown_key", place=_inside(place), given=shown(key), allowed=", ".join(allowed)
            )


def _needed_keys(mapping: Mapping[str, object], needed: tuple[str, ...], place: str) -> None:
    for key in needed:
        if key not in mapping:
            raise SheetError("missing_key", place=_inside(place), key=key)


def _inside(place: str) -> Message | str:
    return place or Message("kinds.sheet")


def shown(value: object) -> str:
    """What was given, short and harmless to print, so that it can be recognized."""
    try:
        text = json.dumps(value, default=str)
    except RecursionError:
        return "[...]"
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 3] + "..."


def _no_constant(name: str) -> float:
    raise SheetError("not_a_number", place="", given=name)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise SheetError("key_twice", given=shown(twice))
    return mapping
