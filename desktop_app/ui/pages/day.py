"""A question for a day, with a way to say that one does not know it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.dates import date_words
from desktop_app.ui.pages.question import NOT_SURE, QuestionPage
from desktop_app.ui.widgets.arrange import Item, left
from desktop_app.ui.widgets.choice_list import ChoiceList
from desktop_app.ui.widgets.date_field import DateField
from desktop_app.ui.widgets.error_summary import Problem
from desktop_app.ui.widgets.form_row import FormRow


class HalfDay(NamedTuple):
    """What is filled in of a day that is not whole yet."""

    month: str | None
    day: str | None
    year: str


class DayPage(QuestionPage):
    """A whole day is kept at once, half of one as a draft."""

    def _body(self) -> list[Item]:
        theme, words = self.stage.theme, self.stage.words
        label = words.say("question.date.label")
        self.field = DateField(theme, label, date_words(words))
        self.form = FormRow(theme, label, self.field)
        self.unsure = ChoiceList(theme, words.say("answers.not_sure"), [], self._apart())
        self._show()
        self.field.changed.connect(self._entered)
        self.unsure.changed.connect(self._not_known)
        return [left(self.form), 20, self.unsure]

    def first(self) -> QWidget:
        return self.unsure.rows[0] if self.unsure.chosen() else self.field.focusProxy() or self.field

    def on(self) -> None:
        state = self.field.state()
        if state in ("empty", "complete") or self.unsure.chosen():
            self.stage.navigator.go_on()
            return
        problem = self.stage.words.say(f"question.date.{state}")
        self.form.show_error(problem)
        self.show_problems([Problem(problem, self._wrong_part())]).take_focus()

    def skip(self) -> None:
        self._keep_draft(None)
        super().skip()

    def _show(self) -> None:
        draft = self.stage.navigator.drafts.get(self.fact.id)
        if isinstance(draft, HalfDay):
            self.field.month.choose(draft.month)
            self.field.day.choose(draft.day)
            self.field.year.setText(draft.year)
        elif self.answer == NOT_SURE:
            self.unsure.choose([NOT_SURE])
        elif isinstance(self.answer, str):
            self.field.set_value(self.answer)

    def _entered(self) -> None:
        self.unsure.choose([])
        self._put_right()
        whole, empty = self.field.state() == "complete", self.field.state() == "empty"
        parts = HalfDay(self.field.month.value(), self.field.day.value(), self.field.year.text())
        self._keep_draft(None if whole or empty else parts)
        self.keep(self.field.value() or None)

    def _not_known(self) -> None:
        self._put_right()
        self._keep_draft(None)
        self.field.set_value("")
        self.keep(NOT_SURE)

    def _keep_draft(self, draft: HalfDay | None) -> None:
        if draft is None:
            self.stage.navigator.drafts.pop(self.fact.id, None)
        else:
            self.stage.navigator.drafts[self.fact.id] = draft

    def _put_right(self) -> None:
        self.form.show_error(None)
        self.clear_problems()

    def _wrong_part(self) -> QWidget:
        """The first part that is not filled in, or the day that the month does not have."""
        if self.field.state() == "impossible":
            return self.field.day
        if not self.field.month.value():
            return self.field.month
        return self.field.day if self.field.day.value() is None else self.field.year
