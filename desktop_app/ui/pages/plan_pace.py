"""From when a plan starts and how many hours a week go into it; none of it is an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Signal

from desktop_app.interview.planning import Trial
from desktop_app.judgement.plan import Plan
from desktop_app.judgement.schedule import Pace
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.field import Entry, SelectField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.text import Heading, Text

TODAY = "today"
MONTHS_AHEAD = 24
HOURS = (2, 4, 6, 8, 10, 15, 20, 25, 30, 40)


class PaceNote(Panel):
    """Hours are asked for where the steps hang on them alone."""

    changed = Signal()

    def __init__(self, stage: Stage, trial: Trial, as_of: date) -> None:
        theme, words = stage.theme, stage.words
        super().__init__(theme, "note", None)
        starts = [Entry(day.isoformat(), words.day(day)) for day in _firsts_of_months(as_of)]
        chosen = trial.start.isoformat() if trial.start else TODAY
        labels = {part: words.say(f"plan_page.pace.{part}") for part in ("start", "training", "work")}
        today = Entry(TODAY, words.say("plan_page.pace.today"))
        self.start_field = SelectField(theme, labels["start"], [today, *starts], chosen)
        hours = [Entry(str(count), words.say("plan_page.pace.hours", count=count)) for count in HOURS]
        self.training = SelectField(theme, labels["training"], hours, f"{trial.pace.training:g}")
        self.work = SelectField(theme, labels["work"], hours, f"{trial.pace.work:g}")
        self._rows = {
            part: column(theme, 10, FormRow(theme, labels[part], field))
            for part, field in (("start", self.start_field), ("training", self.training), ("work", self.work))
        }
        for field in (self.start_field, self.training, self.work):
            field.changed.connect(lambda _value: self.changed.emit())
        column(
            theme,
            Heading(theme, words.say("plan_page.pace.title"), "h3"),
            4,
            Text(theme, words.say("plan_page.pace.about"), "small", "soft"),
            column(theme, *self._rows.values()),
            margins=(18, 15, 16, 17),
            into=self,
        )

    def offer(self, plans: Sequence[Plan]) -> None:
        """Show the paces that steps of these plans are counted by."""
        paces = {one.step.takes.pace for plan in plans for one in plan.steps}
        for part in ("training", "work"):
            self._rows[part].setVisible(part in paces)

    def start(self) -> date | None:
        value = self.start_field.value() or TODAY
        return None if value == TODAY else date.fromisoformat(value)

    def pace(self) -> Pace:
        usual = Pace()
        return Pace(float(self.training.value() or usual.training), float(self.work.value() or usual.work))


def _firsts_of_months(as_of: date) -> Iterator[date]:
    """The first days of the months to come."""
    for ahead in range(1, MONTHS_AHEAD + 1):
        month = as_of.month - 1 + ahead
        yield date(as_of.year + month // 12, month % 12 + 1, 1)
