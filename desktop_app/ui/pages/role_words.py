"""A job or piece of volunteering in a line: its title, what and where, since when, how many months so far."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop_app.answers.employment import Role, RoleDate, months_and_days, role_period
from desktop_app.answers.sheet import read_role
from desktop_app.i18n import Words

MOST_LETTERS = 80
"""Of a title in a list; a file may bring a longer one."""


class RoleWords:
    """One role that is kept, in the words of the page."""

    def __init__(self, words: Words, entry: Mapping[str, Any], as_of: date) -> None:
        self._words, self._as_of = words, as_of
        self._role: Role = read_role("", dict(entry), as_of)

    def title(self) -> str:
        """Its own title, or what was done."""
        return title_of(self._words, self._role.title, self._role.work)

    def line(self) -> str:
        """'Peer support · A similar place · Volunteer'; what was done is left out where it is the title."""
        asked = "questions.roles"
        paid = self._words.say(f"{asked}.paid.choices.{'yes' if self._role.paid else 'no'}")
        setting = self._words.say(f"{asked}.setting.choices.{self._role.setting}")
        work = self._words.say(f"{asked}.work.choices.{self._role.work}")
        if not self._role.title.strip():
            return self._words.say("roles.line_short", setting=setting, paid=paid)
        return self._words.say("roles.line", work=work, setting=setting, paid=paid)

    def time(self) -> str:
        """'Sep 1, 2025 to Feb 28, 2026 · **6 months**'."""
        dates = self.dates()
        # It opens a line, and a month in Spanish is written small.
        return self._words.say("roles.time", dates=dates[:1].upper() + dates[1:], months=self.months())

    def dates(self) -> str:
        """'Sep 1, 2025 to Feb 28, 2026'."""
        start = self._date(self._role.start)
        if self._role.end is None:
            return self._words.say("roles.since", start=start)
        return self._words.say("roles.span", start=start, end=self._date(self._role.end))

    def _date(self, day: RoleDate) -> str:
        return (
            self._words.short_day(day.first)
            if day.exact
            else self._words.short_month(day.first, with_year=True)
        )

    def months(self) -> str:
        """'8 months, 7 days' so far; without the days, what it may be."""
        least, most = self._counted("shortest"), self._counted("longest")
        if least == most:
            return self._months_and_days(*most)
        if least[0] == most[0]:
            return self._words.say("roles.about", months=self._words.say("roles.months", count=most[0]))
        return self._words.say("roles.between", low=least[0], high=most[0])

    def _counted(self, reading: Any) -> tuple[int, int]:
        period = role_period(self._role, self._as_of, reading)
        return months_and_days(period) if period else (0, 0)

    def _months_and_days(self, months: int, days: int) -> str:
        said_days = self._words.say("roles.days", count=days)
        said_months = self._words.say("roles.months", count=months)
        if not months:
            return said_days
        if not days:
            return said_months
        return self._words.say("roles.months_and_days", months=said_months, days=said_days)


def title_of(words: Words, title: str, work: str) -> str:
    """What a role is called: its title, else what was done, else 'A new role'."""
    title = " ".join(title.split())
    if len(title) > MOST_LETTERS:
        return words.say("roles.cut", text=title[:MOST_LETTERS].rstrip())
    return title or (words.say(f"questions.roles.work.choices.{work}") if work else words.say("roles.new"))
