"""The words a date field needs, from the catalogs."""

from __future__ import annotations

from desktop_app.i18n import Words
from desktop_app.ui.widgets.date_field import DateWords

MONTHS = tuple(f"{number:02}" for number in range(1, 13))


def date_words(words: Words, day_unknown: str = "") -> DateWords:
    """`day_unknown` is offered as a day where a month alone will do ("Not sure")."""
    part = {key: words.say(f"question.date.{key}") for key in ("month", "day", "year", "order")}
    months = tuple(words.say(f"question.date.months.{month}") for month in MONTHS)
    return DateWords(part["month"], part["day"], part["year"], months, day_unknown, part["order"])
