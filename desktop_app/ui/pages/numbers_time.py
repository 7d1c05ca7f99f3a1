"""Which time is counted: a usual stretch, or from one day to another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.counting import PERIODS, Period, Stretch
from desktop_app.ui.pages.dates import date_words
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.date_field import DateField
from desktop_app.ui.widgets.form_row import FormRow, fields_beside
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Text

DRAFT = "numbers.time"
DAY_EM = 18
"""So that a whole day stands on one line."""
TYPED = "numbers.days"
"""Two days as far as they are put in."""


class TimePart(QWidget):
    chosen = Signal(Stretch)
    """Another time is to be counted."""

    def __init__(self, stage: Stage, today: date) -> None:
        super().__init__()
        self._stage, self._today = stage, today
        theme, say = stage.theme, stage.words.say
        kept = stage.navigator.drafts.get(DRAFT)
        self.stretch = kept if isinstance(kept, Stretch) else Stretch()
        self._wanted: Period = self.stretch.period
        options = [Option(one, say(f"numbers.periods.{one}")) for one in PERIODS]
        self.periods = Segments(theme, say("numbers.period"), options, self._wanted)
        self.periods.changed.connect(self._choose)
        self.days: list[FormRow] = []
        self._days = Slot()
        label = Text(theme, say("numbers.period"), "strong")
        column(theme, label, 8, self.periods, self._days, into=self)
        typed = stage.navigator.drafts.get(TYPED)
        if typed is not None:
            self.periods.choose("days")
            self._offer_days()

    def _choose(self, period: str) -> None:
        drafts = self._stage.navigator.drafts
        if period == "days":
            since, until = self.stretch.ends(self._today, self._today)
            drafts[TYPED] = (since.isoformat(), until.isoformat())
            self._offer_days()
            return
        drafts.pop(TYPED, None)
        self._days.put(None)
        self._take(Stretch(next(one for one in PERIODS if one == period)))

    def _take(self, stretch: Stretch) -> None:
        self.stretch = self._stage.navigator.drafts[DRAFT] = stretch
        self.chosen.emit(stretch)

    def _offer_days(self) -> None:
        stage, theme, say = self._stage, self._stage.theme, self._stage.words.say
        typed = stage.navigator.drafts.get(TYPED)
        values = typed if isinstance(typed, tuple) else ("", "")
        words = date_words(stage.words)
        names = (say("numbers.since"), say("numbers.until"))
        fields = [DateField(theme, name, words, value) for name, value in zip(names, values, strict=True)]
        self.days = [FormRow(theme, name, field) for name, field in zip(names, fields, strict=True)]
        for field in fields:
            field.changed.connect(self._typed)
        show = Button(theme, say("numbers.show"), small=True, icon="chart")
        show.clicked.connect(lambda _on=False: self.on())
        panel = Panel(theme)
        both = fields_beside(theme, *self.days, least_em=DAY_EM, line_gap=12)
        column(theme, both, 14, left(show), margins=(20, 15, 20, 17), into=panel)
        self._days.put(column(theme, 12, panel))

    def _values(self) -> list[str]:
        return [form.field.value() for form in self.days if isinstance(form.field, DateField)]

    def _typed(self) -> None:
        self._stage.navigator.drafts[TYPED] = tuple(self._values())

    def on(self) -> None:
        """These two days, where two are asked for, or what is to be put right in them."""
        if self._days.content is None:
            return
        say = self._stage.words.say
        since, until = (date.fromisoformat(one) if one else None for one in self._values())
        wrong = [None if one else say("numbers.problems.day") for one in (since, until)]
        if since and until and until < since:
            wrong[1] = say("numbers.problems.turned", since=since)
        for at, day in enumerate((since, until)):
            if day and day > self._today:
                wrong[at] = say("numbers.problems.ahead", today=self._today)
        for form, problem in zip(self.days, wrong, strict=True):
            form.show_error(problem)
        for form, problem in zip(self.days, wrong, strict=True):
            if problem:
                form.ask_again()
                return
        self._take(Stretch("days", since, until))
