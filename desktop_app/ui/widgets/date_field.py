"""A date by month, day and year, with lists and figures; where a day need not be known, a month will do."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QAccessible, QRegularExpressionValidator
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.field import Entry, LineField, SelectField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text

State = Literal["empty", "partial", "impossible", "complete"]

DAY_UNKNOWN = ""
LEAP_YEAR = 2024


class DateWords(NamedTuple):
    """What the parts are called; `day_unknown` stands first in the list of days, "" if a day is needed.

    `order` is that of the language: "mdy" in English, "dmy" in Spanish.
    """

    month: str
    day: str
    year: str
    months: Sequence[str]
    day_unknown: str = ""
    order: str = "mdy"


class DateField(QWidget):
    """Month, day and year side by side. Its value is YYYY-MM-DD, or YYYY-MM when the day is not known."""

    changed = Signal()
    spoken_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, name: str, words: DateWords, value: str = "") -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(name)
        months = [Entry(f"{at:02}", month) for at, month in enumerate(words.months, 1)]
        self.month = SelectField(theme, f"{name}, {words.month}", months)
        self.day = SelectField(theme, f"{name}, {words.day}", self._days(31))
        self.year = LineField(theme, f"{name}, {words.year}", em=4.5)
        self.year.setMaxLength(4)
        self.year.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,4}"), self.year))
        self.year.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        named: dict[str, tuple[str, SelectField | LineField]] = {
            "m": (words.month, self.month),
            "d": (words.day, self.day),
            "y": (words.year, self.year),
        }
        parts = Flow(self, theme.space(8), theme.space(8))
        for letter in words.order:
            parts.addWidget(_captioned(theme, *named[letter]))
        self.setFocusProxy(named[words.order[0]][1])
        self.set_value(value)
        self.month.changed.connect(self._edited)
        self.day.changed.connect(self._edited)
        self.year.entered.connect(self._edited)

    def value(self) -> str:
        """The date as far as it goes, or "" unless it is complete."""
        if self.state() != "complete":
            return ""
        day = self.day.value()
        return f"{self.year.text()}-{self.month.value()}" + (f"-{day}" if day else "")

    def state(self) -> State:
        month, day, year = self.month.value(), self.day.value(), self.year.text()
        if not month and not day and not year:
            return "empty"
        in_year = self._in_year()
        if not month or not in_year or (day is None and not self._words.day_unknown):
            return "partial"
        if day and int(day) > monthrange(in_year, int(month))[1]:
            return "impossible"
        return "complete"

    def set_value(self, value: str) -> None:
        year, month, day = ([*value.split("-"), "", ""])[:3]
        self.year.setText(year)
        self.month.choose(month or None)
        self._offer_days()
        self.day.choose(day or (DAY_UNKNOWN if value and self._words.day_unknown else None))

    def show_problem(self, problem: bool) -> None:
        for part in (self.month, self.day, self.year):
            part.show_problem(problem)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        for part in (self.month, self.day, self.year):
            part.setAccessibleDescription(description)

    def _edited(self, _part: str) -> None:
        self._offer_days()
        self.changed.emit()

    def _offer_days(self) -> None:
        """Only days that the month has; a day that was chosen is never taken away in silence."""
        month = self.month.value()
        last = monthrange(self._in_year() or LEAP_YEAR, int(month))[1] if month else 31
        self.day.offer(self._days(max(last, int(self.day.value() or 0))))

    def _in_year(self) -> int:
        """The year, or 0 until it has its four digits: what a screen reader writes passes no validator."""
        year = self.year.text()
        return int(year) if len(year) == 4 and year.isascii() and year.isdecimal() else 0

    def _days(self, last: int) -> list[Entry]:
        unknown = [Entry(DAY_UNKNOWN, self._words.day_unknown)] if self._words.day_unknown else []
        return unknown + [Entry(f"{day:02}", str(day)) for day in range(1, last + 1)]


def _captioned(theme: Theme, caption: str, field: SelectField | LineField) -> QWidget:
    """A part under its name. For lists a screen reader learns the name only from a label beside the field."""
    label = Text(theme, caption, "small", "soft", wrap=False)
    label.setBuddy(field)
    label.setAccessibleName(field.accessibleName())  # not the part alone: a form may have two dates
    field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return column(theme, label, 2, field)
