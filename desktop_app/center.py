"""A center's own page: whom it names for help, filled in once by its staff; it says nothing about a person."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import reduce
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from desktop_app.i18n import Message, PlainError

HelpKind = Literal["places", "trainers"]
"""What a step may need of a center besides an open ear: somewhere to volunteer, someone who trains."""

LIMITS: Mapping[str, int] = {
    "name": 80,
    "phone": 40,
    "languages": 120,
    "support_name": 40,
    "support_how": 30,
    "places_name": 80,
    "places_how": 120,
    "trainers_name": 80,
    "trainers_how": 120,
}
"""Letters of each line. The own line to call is short: it stands at the foot of a page."""
MOST_ENTRIES = 12
"""Places, and trainers: more than anyone reads beside a step."""
LARGEST = 64 * 1024
"""Bytes of a file that holds a page; a full one has a tenth of it."""
VERSION = 1
MARK = "peer_ready_center"
"""Stands in a file before anything else, so that it is known again."""
KINDS_OF_LETTERS = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
"""Not to be shown: control characters, and those that would turn the writing around."""
JOINERS = "\u200c\u200d"
LETTERS = Message("center.problems.letters")


class CenterError(PlainError):
    """Something that cannot stand on the page; `message` says what, where and what to do."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(Message(f"center.problems.{key}", values))


class _UnfitError(ValueError):
    """A line with letters that cannot be shown."""


def trouble_with(field: str, line: str) -> Message | None:
    """What keeps a line from standing on the page."""
    if len(line) > LIMITS[field]:
        return Message("center.problems.too_long", {"most": LIMITS[field]})
    return None if _can_be_shown(line) else LETTERS


def _can_be_shown(line: str) -> bool:
    return all(one in JOINERS or unicodedata.category(one) not in KINDS_OF_LETTERS for one in line)


def _fit(line: str) -> str:
    if not _can_be_shown(line):
        raise _UnfitError
    return line.strip()


def _limit(field: str) -> Any:
    return Field(max_length=LIMITS[field])


FIT = AfterValidator(_fit)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


class Entry(_Part):
    """Someone, or some place, and how to get there: a phone number, an address."""

    name: Annotated[str, _limit("places_name"), FIT] = ""
    how: Annotated[str, _limit("places_how"), FIT] = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.how)


class OwnLine(_Part):
    """A line to call besides 988."""

    name: Annotated[str, _limit("support_name"), FIT] = ""
    how: Annotated[str, _limit("support_how"), FIT] = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.how)


class Center(_Part):
    """The whole page. Everything on it may be left out."""

    name: Annotated[str, _limit("name"), FIT] = ""
    phone: Annotated[str, _limit("phone"), FIT] = ""
    support: OwnLine = OwnLine()
    places: tuple[Entry, ...] = Field(default=(), max_length=MOST_ENTRIES)
    """Where one can volunteer."""
    trainers: tuple[Entry, ...] = Field(default=(), max_length=MOST_ENTRIES)
    languages: Annotated[str, _limit("languages"), FIT] = ""

    @property
    def is_named(self) -> bool:
        """Whether it says anything of the center itself."""
        return bool(self.name or self.phone or self.languages)

    def __bool__(self) -> bool:
        return any((self.name, self.phone, self.support, self.places, self.trainers, self.languages))


# ---------------------------------------------------------------- read and written


def read_center(content: bytes) -> Center:
    """The page in a file, as another computer wrote it. Raises CenterError."""
    if len(content) > LARGEST:
        raise CenterError("too_large", kilobytes=LARGEST // 1024)
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CenterError("no_page") from error
    if not isinstance(document, dict) or document.pop(MARK, None) != VERSION:
        raise CenterError("no_page")
    return center_from(document)


def center_from(section: Mapping[str, Any]) -> Center:
    """The page as it is kept. Raises CenterError."""
    try:
        return Center.model_validate_json(json.dumps(section))  # a list is a tuple in JSON alone
    except (TypeError, ValueError, RecursionError) as error:
        raise _told(error) from error


def section_of(center: Center) -> dict[str, Any]:
    """The page as it is kept, without what is empty."""
    document = center.model_dump(mode="json")
    return {key: value for key, value in document.items() if value and (key != "support" or center.support)}


def written(center: Center) -> bytes:
    """The page as a file for another computer."""
    document = {MARK: VERSION, **section_of(center)}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _told(error: Exception) -> CenterError:
    """The first thing that is wrong, in words; what has another shape altogether is no page of ours."""
    first = error.errors()[0] if isinstance(error, ValidationError) else None
    if first is None:
        return CenterError("no_page")
    problem = _trouble(first["type"], first.get("ctx", {}))
    number = next((at + 1 for at in first["loc"] if isinstance(at, int)), 0)
    place = "_".join(str(part) for part in first["loc"] if not isinstance(part, int))
    if problem:
        where = Message(f"center.labels.{place}", {"number": number} if number else {})
        return CenterError("in_file", where=where, problem=problem)
    if first["type"] == "too_long":
        return CenterError("too_many", where=Message(f"center.parts.{place}"), most=MOST_ENTRIES)
    return CenterError("no_page")


def _trouble(kind: str, about: Mapping[str, Any]) -> Message | None:
    """What is wrong with a line; None where it is something else."""
    if kind == "string_too_long":
        return Message("center.problems.too_long", {"most": about["max_length"]})
    return LETTERS if isinstance(about.get("error"), _UnfitError) else None


# ---------------------------------------------------------------- as it is told


def who_helps(center: Center, kind: HelpKind | None = None) -> Message | None:
    """'Who can help: …', those for this kind of step before the center itself; None where it names nobody."""
    named: tuple[Entry, ...] = ()
    if kind is not None:
        named = center.places if kind == "places" else center.trainers
    entries = dict.fromkeys((*named, Entry(name=center.name, how=center.phone)))  # it may be a place itself
    who = [_shown(entry) for entry in entries if entry]
    return Message("center.who_helps", {"who": reduce(_and, who)}) if who else None


def support_line(center: Center) -> Message | None:
    """The center's own line to call, to stand beside 988."""
    return _shown(center.support) if center.support.how else None


def name_of(center: Center) -> Message:
    return _text(center.name) if center.name else Message("center.ours_name")


def about_center(center: Center) -> Message:
    """That it is a peer center, and the languages spoken there."""
    if center.languages:
        return Message("center.about_languages", {"languages": center.languages})
    return Message("center.about")


def _and(before: Message, last: Message) -> Message:
    return Message("center.and", {"before": before, "last": last})


def _shown(entry: Entry | OwnLine) -> Message:
    """A number that stands alone is the center's own."""
    if entry.name and entry.how:
        return Message("center.entry", {"name": entry.name, "how": entry.how})
    return _text(entry.name) if entry.name else Message("center.ours", {"how": entry.how})


def _text(text: str) -> Message:
    return Message("center.text", {"text": text})
