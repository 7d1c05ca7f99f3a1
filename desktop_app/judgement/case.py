"""The answers as judgement reads them: follow-ups without their question dropped, months counted once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from desktop_app.answers.employment import Reading, Role, count_months
from desktop_app.answers.sheet import Known, Sheet
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import WhichRoles

Filter = tuple[WhichRoles, ...]


class MonthRange(NamedTuple):
    """Calendar months at the least and at the most."""

    low: int
    high: int


class Case:
    """What is known of a person on a day. A value: `supposing` gives another one."""

    __slots__ = ("_months", "as_of", "known", "looked", "moved", "reading", "supposed")

    def __init__(self, known: Mapping[str, Known], as_of: date, reading: Reading | None = None) -> None:
        self.known = known
        self.as_of = as_of
        self.reading = reading
        """How open dates and settings are taken: both ways (None), or all one way."""
        self.looked: dict[int, Any] = {}
        """Named rules already looked at, by identity."""
        self.moved: dict[Any, bool] = {}
        """Questions already found decisive or not, by criterion and fact: positions share rules."""
        self.supposed: dict[tuple[str, int], Case] = {}
        """The same person with one more answer, by fact and number: several rules try the same."""
        self._months: dict[int, MonthRange] = {}

    def supposing(self, fact: str, value: Known) -> Case:
        """The same person, had they answered `fact` so."""
        other = Case({**self.known, fact: value}, self.as_of, self.reading)
        if fact != "roles":
            other._months = self._months
        return other

    def reading_roles(self, reading: Reading) -> Case:
        """The same person, every open date and setting of their roles taken one way."""
        return Case(self.known, self.as_of, reading)

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles told; none while there is no answer."""
        return self.known.get("roles", ())  # type: ignore[return-value]

    def months(self, wanted: Filter) -> MonthRange:
        """Months in the roles that count; where dates or settings are open, the least and the most."""
        key = id(wanted)
        if key not in self._months:
            self._months[key] = self._count(wanted)
        return self._months[key]

    def _count(self, wanted: Filter) -> MonthRange:
        certain = [role for role in self.roles if counts(role, wanted, sure=True)]
        possible = [role for role in self.roles if counts(role, wanted, sure=False)]
        least = count_months(certain, self.as_of, "shortest")
        exact = len(certain) == len(possible) and all(is_exact(role) for role in certain)
        most = least if exact else count_months(possible, self.as_of, "longest")
        low, high = min(least, most), max(least, most)
        if self.reading == "shortest":
            return MonthRange(low, low)
        return MonthRange(high, high) if self.reading == "longest" else MonthRange(low, high)


def years_after(day: date, years: int) -> date:
    """The same date some years on; February 29 becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        if day.year + years > date.max.year:
            return date.max
        return day.replace(year=day.year + years, day=28)


def case_of(sheet: Sheet, facts: Facts) -> Case:
    """The sheet without the follow-ups whose question is not called for."""
    known = {name: value for name, value in sheet.known.items() if called_for(name, sheet.known, facts)}
    return Case(known, sheet.as_of)


def called_for(name: str, known: Mapping[str, Known], facts: Facts) -> bool:
    """Whether the answer before a follow-up calls for it; other questions always are."""
    before = facts.by_id[name].read_when
    return before is None or known.get(before.fact) in before.one_of


def counts(role: Role, wanted: Filter, *, sure: bool) -> bool:
    """Whether a role is among those that count; a setting not sure of does where `sure` is not asked."""
    for which in wanted:  # noqa: SIM110 - a generator takes twice as long, and this is asked most
        if _fits(role, which, sure):
            return True
    return False


def _fits(role: Role, which: WhichRoles, sure: bool) -> bool:
    if which.work is not None and role.work not in which.work:
        return False
    if which.paid is not None and role.paid is not which.paid:
        return False
    if which.setting is None or role.setting in which.setting:
        return True
    return role.setting == "not_sure" and not sure


def is_exact(role: Role) -> bool:
    """Whether every day of a role is known."""
    return role.start.exact and (role.end is None or role.end.exact)
