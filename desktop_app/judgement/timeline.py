"""When a position could match with the same answers: found from the few days on which something can change.

Months only grow while roles go on, years since a day only grow, and certificates only run out. So between two days
on which a role begins or ends within the months, or a certificate has run out, a count crosses a threshold at most
once, and that day is found by halving.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Protocol

from desktop_app.answers.employment import Reading, Role, count_months
from desktop_app.judgement.case import Case, counts, is_exact, years_after
from desktop_app.judgement.criteria import CountedMonths, CountedYears
from desktop_app.judgement.result import Earliest
from desktop_app.judgement.standing import MATCHES, Grade, Standing, outcome_of

YEARS_AHEAD = 5
ASSUMING = "roles_continue"


class Weighed(Protocol):
    """A requirement as the timeline needs it."""

    @property
    def strength(self) -> str: ...

    @property
    def id(self) -> str: ...

    @property
    def months(self) -> tuple[CountedMonths, ...]: ...

    @property
    def years(self) -> tuple[CountedYears, ...]: ...

    def weigh(self, case: Case) -> Standing: ...


class Timeline:
    """The days to come on which a position's requirements can change, and how they stand on each."""

    def __init__(self, requirements: Sequence[Weighed], case: Case) -> None:
        self._requirements = requirements
        self._case = case
        self._standings: list[tuple[date, list[Standing]]] = []
        wanted = dict.fromkeys(months for requirement in requirements for months in requirement.months)
        years = [counted for requirement in requirements for counted in requirement.years]
        go_on = any(role.end is None or role.end.last > case.as_of for role in case.roles)
        self._assuming = ASSUMING if wanted and go_on else None
        if not self._assuming and not years:
            return  # without a count that still grows nothing can get better
        last = years_after(case.as_of, YEARS_AHEAD)
        growing = [day for months in wanted for day in _crossings(months, case, last)] if go_on else []
        growing += [day for one in years if (day := one.met_on(case)) and case.as_of < day <= last]
        run_out = [day for day in _days_run_out(case) if day <= last] if growing else []
        self._standings = [(day, self._on(day)) for day in sorted({*growing, *run_out})]

    def _on(self, day: date) -> list[Standing]:
        then = Case(self._case.known, day)
        return [requirement.weigh(then) for requirement in self._requirements]

    def days(self) -> list[date]:
        """The days to come on which something can change."""
        return [day for day, _ in self._standings]

    def reached(self, number: int, today: Standing) -> date | None:
        """The first day to come on which months or years meet the requirement of this number; None where they do."""
        requirement = self._requirements[number]
        if not (requirement.months or requirement.years) or today.low is Grade.MET:
            return None
        return next((day for day, now in self._standings if now[number].low is Grade.MET), None)

    def earliest(self, outcome: str, today: Sequence[Standing]) -> Earliest:
        """When the position's outcome becomes meets or confirm, from how its requirements stand today."""
        if outcome in MATCHES:
            return Earliest("now")
        if outcome == "cannot_tell":
            return Earliest("cannot_say")
        only_open = False
        for day, standings in self._standings:
            then = outcome_of(zip([one.strength for one in self._requirements], standings, strict=True))
            if then in MATCHES:
                return Earliest("dated", day, self._last_reached(day, today), self._assuming)
            only_open = only_open or then == "cannot_tell"
        return Earliest("cannot_say" if only_open else "never")

    def _last_reached(self, day: date, today: Sequence[Standing]) -> str:
        """The requirement that kept the position waiting longest; of several the first listed."""
        waited: dict[str, date] = {}
        for number, requirement in enumerate(self._requirements):
            if today[number].low is Grade.NOT_MET and requirement.strength in ("must", "level"):
                enough = (on for on, now in self._standings if now[number].low is not Grade.NOT_MET)
                waited[requirement.id] = next(enough, day)
        return max(waited, key=lambda name: waited[name])


def _days_run_out(case: Case) -> Iterator[date]:
    """The first day on which each certificate no longer counts."""
    for value in case.known.values():
        if isinstance(value, date) and case.as_of <= value < date.max:
            yield date.fromordinal(value.toordinal() + 1)


def _crossings(months: CountedMonths, case: Case, last: date) -> list[date]:
    """The days after `as_of`, up to `last`, on which the least or the most months reach what is asked."""
    certain = [role for role in case.roles if counts(role, months.wanted, sure=True)]
    possible = [role for role in case.roles if counts(role, months.wanted, sure=False)]
    days = list(_reaching(possible, months.asked, "longest", case.as_of, last))
    if len(certain) < len(possible) or not all(is_exact(role) for role in certain):
        days += _reaching(certain, months.asked, "shortest", case.as_of, last)
    return days


def _reaching(roles: list[Role], asked: int, reading: Reading, as_of: date, last: date) -> Iterator[date]:
    """The days on which the months in these roles come to what is asked."""
    if not roles:
        return
    edges = sorted({as_of, last, *_edges(roles, reading, as_of, last)})
    for begin, end in pairwise(edges):
        yield from _first_reaching(roles, asked, reading, begin, end)


def _edges(roles: Iterable[Role], reading: Reading, as_of: date, last: date) -> Iterator[date]:
    """The days to come on which a role begins or ends in this reading, and the days before them."""
    for role in roles:
        first = role.start.last if reading == "shortest" else role.start.first
        ends = () if role.end is None else (role.end.first if reading == "shortest" else role.end.last,)
        for day in (first, *ends):
            for edge in (day.toordinal() - 1, day.toordinal()):
                if as_of.toordinal() < edge < last.toordinal():
                    yield date.fromordinal(edge)


def _first_reaching(
    roles: list[Role], asked: int, reading: Reading, begin: date, end: date
) -> Iterator[date]:
    """The first day after `begin` with the months asked for, if `begin` lacks them and `end` has them."""
    if count_months(roles, end, reading) < asked or count_months(roles, begin, reading) >= asked:
        return
    short, enough = begin.toordinal(), end.toordinal()
    while enough - short > 1:
        middle = (short + enough) // 2
        if count_months(roles, date.fromordinal(middle), reading) >= asked:
            enough = middle
        else:
            short = middle
    yield date.fromordinal(enough)
