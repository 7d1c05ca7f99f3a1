"""One job or piece of volunteering while it is being entered: what is there, and what is missing or wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from desktop_app.answers.sheet import SheetError, read_role
from desktop_app.i18n import Message

NUMBER = re.compile(r"\d{1,6}([.,]\d{1,4})?", re.ASCII)

HARMLESS: Mapping[str, Any] = {
    "work": "other",
    "setting": "other",
    "paid": True,
    "start": "1900-01",
    "end": None,
}
"""A role with nothing wrong in it, to try one field in, so that every fault is told at once."""


class DateParts(NamedTuple):
    """A date as far as it has been put in. A day left out, or not known, makes it a month."""

    year: str = ""
    month: str = ""
    day: str = ""

    @property
    def blank(self) -> bool:
        return not any(self)

    @property
    def whole(self) -> bool:
        return bool(self.month) and len(self.year) == 4 and self.year.isascii() and self.year.isdecimal()

    @property
    def text(self) -> str:
        """YYYY-MM-DD, or YYYY-MM."""
        return "-".join(part for part in (self.year, self.month, self.day) if part)

    @classmethod
    def of(cls, text: str | None) -> DateParts:
        return cls(*(text or "").split("-"))


NO_DATE = DateParts()


class Fault(NamedTuple):
    """What is missing or wrong in one field, and what to do."""

    field: str
    message: Message


@dataclass(frozen=True)
class RoleDraft:
    """The fields as they stand; `at` is the place of the role it changes, None while it is not kept yet."""

    at: int | None = None
    work: str = ""
    setting: str = ""
    paid: str = ""
    """'yes' or 'no'."""
    start: DateParts = NO_DATE
    end: DateParts = NO_DATE
    still: bool = False
    hours: str = ""
    title: str = ""
    tried: bool = False
    """It was told what is missing, and goes on being told."""

    @classmethod
    def of(cls, at: int, role: Mapping[str, Any]) -> RoleDraft:
        """To change a role that is kept, in the sheet's own form."""
        hours = role.get("hours_per_week")
        return cls(
            at,
            role["work"],
            role["setting"],
            "yes" if role["paid"] else "no",
            DateParts.of(role["start"]),
            DateParts.of(role["end"]),
            role["end"] is None,
            "" if hours is None else f"{hours:g}",
            role.get("title", ""),
        )

    @property
    def blank(self) -> bool:
        """Nothing has been put in."""
        words = (self.work, self.setting, self.paid, self.hours.strip(), self.title.strip())
        return not any(words) and self.start.blank and self.end.blank and not self.still

    def unfinished(self, as_of: date) -> bool:
        """Something is there, and more is to come; a role that is kept is never nothing."""
        return not (self.blank and self.at is None) and bool(self.faults(as_of))

    def entry(self) -> dict[str, Any]:
        """The role in the sheet's own form; to be used when there are no faults."""
        entry: dict[str, Any] = {
            "work": self.work,
            "setting": self.setting,
            "paid": self.paid == "yes",
            "start": self.start.text,
            "end": None if self.still else self.end.text,
        }
        if self.hours.strip():
            entry["hours_per_week"] = _number(self.hours)
        if self.title.strip():
            entry["title"] = self.title.strip()
        return entry

    def faults(self, as_of: date) -> tuple[Fault, ...]:
        """Everything that is missing or wrong, in the order of the fields."""
        return tuple(self._faults(as_of))

    def _faults(self, as_of: date) -> Iterator[Fault]:
        for field in ("work", "setting"):
            if not getattr(self, field):
                yield Fault(field, Message(f"roles.missing.{field}"))
        yield from self._date_faults("start", self.start, as_of)
        if not self.still:
            yield from self._date_faults("end", self.end, as_of)
        if not self.paid:
            yield Fault("paid", Message("roles.missing.paid"))
        if self.hours.strip():
            if NUMBER.fullmatch(self.hours.strip()):
                yield from _wrong("hours_per_week", as_of, hours_per_week=_number(self.hours))
            else:
                yield Fault("hours_per_week", Message("roles.wrong.hours"))
        yield from _wrong("title", as_of, title=self.title)

    def _date_faults(self, field: str, parts: DateParts, as_of: date) -> Iterator[Fault]:
        if parts.blank:
            yield Fault(field, Message(f"roles.missing.{field}"))
        elif not parts.whole:
            yield Fault(field, Message("roles.missing.date_part"))
        elif field == "end" and self.start.whole and not tuple(_wrong("start", as_of, start=self.start.text)):
            yield from _wrong(field, as_of, start=self.start.text, end=parts.text)
        else:
            yield from _wrong(field, as_of, **{field: parts.text})


OWN_WORDS = ("starts_later", "ends_before_start", "impossible_date", "impossible_hours")
"""Faults of a sheet that are said in other words here: nobody typed a key or an ISO date."""


def _wrong(field: str, as_of: date, **values: Any) -> Iterator[Fault]:
    """What the sheet's own reader finds wrong in these fields, in an otherwise harmless role."""
    try:
        read_role("", {**HARMLESS, **values}, as_of)
    except SheetError as error:
        key = error.message.key.rpartition(".")[2]
        own = f"roles.wrong.{key}" if key in OWN_WORDS else error.message.key
        yield Fault(field, Message(own, {**error.message.values, "place": Message(f"roles.fields.{field}")}))


def _number(text: str) -> int | float:
    """As people write it, with a point or a comma."""
    number = float(text.strip().replace(",", "."))
    return int(number) if number.is_integer() else number
