"""Jobs and volunteering, and how many calendar months they come to."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple, get_args

from desktop_app.rulebook.model import Setting, Work

WORK: tuple[str, ...] = get_args(Work)
SETTINGS: tuple[str, ...] = (*get_args(Setting), "not_sure")
Reading = Literal["shortest", "longest"]
LEFTOVER_DAYS_IN_A_MONTH = 30
FULL_TIME_HOURS = 40
"""Hours a week taken for full time where a figure has to be compared."""
HOURS_TO_WONDER_AT = 80
"""More than this in one week, over all roles, is worth a second look."""
SHORTEST_MONTH = 28
LAST_DAY = date.max.toordinal()


class RoleDate(NamedTuple):
    """A day, or a month of which the day is not known: the first and the last day it can be."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        return self.first == self.last


class Role(NamedTuple):
    """One job or piece of volunteering; `end` is None while it goes on."""

    work: str
    setting: str
    paid: bool
    start: RoleDate
    end: RoleDate | None
    hours_per_week: float | None = None
    title: str = ""


class Period(NamedTuple):
    """First and last day, both included, as proleptic ordinals."""

    first: int
    last: int


def count_months(roles: Iterable[Role], as_of: date, reading: Reading) -> int:
    """Whole calendar months in these roles up to `as_of`; days that overlap or touch are counted once.

    Each merged period gives whole months from its first day and leftover days; over all periods, 30 leftover
    days make a month.
    """
    periods = [period for role in roles if (period := role_period(role, as_of, reading))]
    months = days = 0
    for period in merged(periods):
        whole, left = months_and_days(period)
        months, days = months + whole, days + left
    return months + days // LEFTOVER_DAYS_IN_A_MONTH


def role_period(role: Role, as_of: date, reading: Reading) -> Period | None:
    """The days of a role up to `as_of`, or None where this reading leaves none.

    A month without a day is read shortest (start on its last day, end on its first) or longest.
    """
    shortest = reading == "shortest"
    first = role.start.last if shortest else role.start.first
    last = as_of if role.end is None else min(as_of, role.end.first if shortest else role.end.last)
    return Period(first.toordinal(), last.toordinal()) if first <= last else None


def merged(periods: Iterable[Period]) -> list[Period]:
    """The same days as periods that neither overlap nor touch, in order."""
    joined: list[Period] = []
    for period in sorted(periods):
        if joined and period.first <= joined[-1].last + 1:
            if period.last > joined[-1].last:
                joined[-1] = Period(joined[-1].first, period.last)
        else:
            joined.append(period)
    return joined


def months_and_days(period: Period) -> tuple[int, int]:
    """Whole calendar months from a period's first day, and the days left over."""
    first, last = date.fromordinal(period.first), date.fromordinal(period.last)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    while (end := _month_end(first, months)) > period.last:
        months -= 1
    return months, period.last - end


def _month_end(first: date, months: int) -> int:
    """The last day of `months` months from `first` on, as an ordinal; the 31st clamps to a month's end."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    if year > date.max.year:
        return LAST_DAY + 1
    day = first.day
    if day > SHORTEST_MONTH:
        day = min(day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day).toordinal() - 1


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where there is none."""
    return date.fromordinal(min(_month_end(day, months) + 1, LAST_DAY))


def full_time_months(roles: Iterable[Role], as_of: date) -> float | None:
    """Months as full time counts them (each role's months x hours / 40); None while hours are missing."""
    total = 0.0
    for role in roles:
        period = role_period(role, as_of, "longest")
        if period is None:
            continue
        if role.hours_per_week is None:
            return None
        months, days = months_and_days(period)
        total += (months + days / LEFTOVER_DAYS_IN_A_MONTH) * role.hours_per_week / FULL_TIME_HOURS
    return total


def most_hours_in_a_week(roles: Sequence[Role], as_of: date) -> float:
    """The most hours a week that are certain to fall together, over all roles."""
    changes: list[tuple[int, float]] = []
    for role in roles:
        period = role_period(role, as_of, "shortest")
        if period and role.hours_per_week:
            changes += [(period.first, role.hours_per_week), (period.last + 1, -role.hours_per_week)]
    most = now = 0.0
    for _, hours in sorted(changes):  # on one day, endings (negative) come before beginnings
        now += hours
        most = max(most, now)
    return most
