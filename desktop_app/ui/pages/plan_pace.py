"""From when a plan starts and how many hours a week go into it; none of it is an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Words
from desktop_app.interview.planning import Trial
from desktop_app.judgement.plan import Plan
from desktop_app.judgement.schedule import Pace
from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.dates import date_words
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.date_field import DateField, DateWords
from desktop_app.ui.widgets.field import Entry, SelectField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.text import Heading, Text

HOURS = (2, 4, 6, 8, 10, 15, 20, 25, 30, 40)
YEARS_AHEAD = 5
"""As far as dates are looked for."""

START = "plan.start"
"""While pages are made anew: a start that is no whole day yet, or not one that will do."""


class _Entered(NamedTuple):
    month: str | None
    day: str | None
    year: str


class PaceNote(QWidget):
    """Hours are asked for where the steps hang on them alone. The distance above goes with it."""

    changed = Signal()

    def __init__(self, stage: Stage, trial: Trial, as_of: date) -> None:
        theme, words = stage.theme, stage.words
        super().__init__()
        self._words, self._drafts, self._as_of = words, stage.navigator.drafts, as_of
        self._start = trial.start
        labels = {part: words.say(f"plan_page.pace.{part}") for part in ("start", "training", "work")}
        self.start_field = DateField(theme, labels["start"], _in_short(words))
        self.training = self._hours(stage, labels["training"], trial.pace.training)
        self.work = self._hours(stage, labels["work"], trial.pace.work)
        self._start_row = FormRow(theme, labels["start"], self.start_field)
        self._rows = {
            part: column(theme, 16, FormRow(theme, labels[part], field))
            for part, field in (("training", self.training), ("work", self.work))
        }
        self._title = Heading(theme, words.say("plan_page.pace.title"), "h3")
        self._show_start()
        self.start_field.changed.connect(self._start_entered)
        for field in (self.training, self.work):
            field.changed.connect(lambda _value: self.changed.emit())
        panel = Panel(theme, "note", None)
        column(
            theme,
            self._title,
            4,
            Text(theme, words.say("plan_page.pace.about"), "small", "soft"),
            10,
            self._start_row,
            column(theme, *self._rows.values()),
            margins=(18, 15, 16, 17),
            into=panel,
        )
        column(theme, 12, panel, into=self)

    def offer(self, plans: Sequence[Plan]) -> None:
        """Show the paces that steps of these plans are counted by; nothing where no day hangs on the start."""
        paces = {one.step.takes.pace for plan in plans for one in plan.steps}
        shown = [part for part in self._rows if part in paces]
        for part, row in self._rows.items():
            row.setVisible(part in shown)
        self._title.say(self._words.say(f"plan_page.pace.{'title' if shown else 'title_start'}"))
        dated = any(plan.steps or plan.waits_for_months for plan in plans)
        if self.parent() is not None or not dated:  # alone it would be a window, and take the keys
            self.setVisible(dated)

    def start(self) -> date | None:
        """The last day that would do; None for today."""
        return self._start

    def pace(self) -> Pace:
        usual = Pace()
        return Pace(float(self.training.value() or usual.training), float(self.work.value() or usual.work))

    def _hours(self, stage: Stage, label: str, now: float) -> SelectField:
        """The usual numbers of hours, and the one that is set, whatever it is."""
        counts = sorted({*HOURS, now})
        entries = [
            Entry(f"{count:g}", stage.words.say("plan_page.pace.hours", count=count)) for count in counts
        ]
        return SelectField(stage.theme, label, entries, f"{now:g}")

    # ------------------------------------------------------------ the start

    def _show_start(self) -> None:
        entered = self._drafts.get(START)
        if isinstance(entered, _Entered):
            self.start_field.month.choose(entered.month)
            self.start_field.day.choose(entered.day)
            self.start_field.year.setText(entered.year)
            self._start_row.show_error(self._problem())
        else:
            self.start_field.set_value((self._start or self._as_of).isoformat())

    def _start_entered(self) -> None:
        """A whole day that will do is taken at once; until there is one, the plan stays as it is."""
        field, problem = self.start_field, self._problem()
        if problem and problem != self._start_row.error():
            announce(self, problem)
        self._start_row.show_error(problem)
        if problem or field.state() != "complete":
            self._drafts[START] = _Entered(field.month.value(), field.day.value(), field.year.text())
            return
        self._drafts.pop(START, None)
        day = date.fromisoformat(field.value())
        start = None if day == self._as_of else day
        if start != self._start:
            self._start = start
            self.changed.emit()

    def _problem(self) -> str | None:
        """What is wrong with what is entered; nothing as long as it is not a whole day."""
        state, say = self.start_field.state(), self._words.say
        if state == "impossible":
            return say("question.date.impossible")
        if state != "complete":
            return None
        day, last = date.fromisoformat(self.start_field.value()), _years_on(self._as_of)
        if day < self._as_of:
            return say("plan_start.too_early", day=self._as_of)
        return say("plan_start.too_late", day=last) if day > last else None


def _years_on(day: date) -> date:
    """A leap day leads to the end of February."""
    return date(day.year + YEARS_AHEAD, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _in_short(words: Words) -> DateWords:
    """With the months in short: all of the date has room on one line of the margin."""
    months = tuple(words.short_month(date(2026, month, 1), with_year=False) for month in range(1, 13))
    return date_words(words)._replace(months=months)
