"""Days as people type and read them."""

from __future__ import annotations

import re

from desktop_app.answers.employment import RoleDate
from desktop_app.i18n import Words

_US_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_US_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})", re.ASCII)
_LOOSE = re.compile(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?", re.ASCII)


def as_sheet_day(typed: str) -> str:
    """The sheet's own form of a day or month: '3/15/2026' and '2026/3/15' are 2026-03-15, '3/2026' is 2026-03.

    Anything else stays as it is, for the sheet to say what is wrong with it.
    """
    if found := _US_DAY.fullmatch(typed):
        month, day, year = found.groups()
    elif found := _US_MONTH.fullmatch(typed):
        (month, year), day = found.groups(), None
    elif found := _LOOSE.fullmatch(typed):
        year, month, day = found.groups()
    else:
        return typed
    return "-".join([year, f"{int(month):02}", *([f"{int(day):02}"] if day else [])])


def day_in_words(words: Words, day: RoleDate) -> str:
    """'March 2026' where only the month is known."""
    return words.day(day.first) if day.exact else words.month(day.first)
