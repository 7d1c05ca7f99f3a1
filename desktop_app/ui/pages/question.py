"""What every question has: its words, why it is asked, and what is to be put right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.answers.sheet import NOT_SAID
from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.margin import question_margin, unfold, where_in
from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.widgets.arrange import REST, STRETCH, Item, column, row
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.error_summary import ErrorSummary, Problem
from desktop_app.ui.widgets.page_body import page_body
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

if TYPE_CHECKING:
    from desktop_app.ui.pages.standing import StandingNote

NOT_SURE = "not_sure"


class QuestionPage(Page):
    """Heading, lead, what kinds of question add, and the margin."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.fact = stage.navigator.interview.book.facts.by_id[stage.navigator.session.at]
        theme, words = stage.theme, stage.words
        self._key = f"questions.{self.fact.id}"
        self.standing = self._standing()
        self.why, margin = question_margin(stage, self.fact.id, *self._notes(), standing=self.standing)
        self._top = Slot()  # for what is to be put right
        main = column(theme, self._top, *self._head(), 20, *self._body(), STRETCH)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page_body(theme, stage.width, main, margin))
        self.setAccessibleName(words.say(f"{self._key}.title"))

    def _head(self) -> list[Item]:
        theme, words = self.stage.theme, self.stage.words
        items: list[Item] = [Heading(theme, words.say(f"{self._key}.title"))]
        if words.has(f"{self._key}.lead"):
            items += [8, Text(theme, words.say(f"{self._key}.lead"), "lead", "soft")]
        if self.stage.width == "folded":
            link = Button(theme, words.say("question.why"), "quiet", icon="info", small=True, flush=True)
            link.clicked.connect(lambda _on=False: self.help())
            items += [8, row(theme, link, REST)]
        return items

    def _body(self) -> list[Item]:
        """What is chosen or filled in."""
        raise NotImplementedError

    def _standing(self) -> StandingNote | None:
        if not self.stage.follows:
            return None
        from desktop_app.ui.pages.standing import StandingNote  # late: most people go without it

        return StandingNote(self.stage)

    def follow(self) -> None:
        said = self.standing.follow() if self.standing is not None else ""
        if said:
            announce(self.standing or self, said)

    def _notes(self) -> list[Item]:
        """Notes of this kind of question, in the margin under why it is asked."""
        return []

    @property
    def name(self) -> str:
        return self.stage.words.say(f"{self._key}.title")

    @property
    def where(self) -> str:
        return where_in(self.stage, self.fact.id)

    def buttons(self) -> Sequence[Button]:
        return (self.back_button(), self.on_button(), self.skip_button(self.skip), self.look_button())

    def on(self) -> None:
        self.stage.navigator.go_on()

    def skip(self) -> None:
        """On without an answer; one that was given is taken back."""
        self.keep(None)
        self.stage.navigator.go_on()

    def help(self) -> None:
        unfold(self.why)

    def has_help(self) -> bool:
        return True

    def keep(self, value: object) -> None:
        if value != self.answer:
            self.stage.navigator.keep(self.fact.id, value)

    @property
    def answer(self) -> object:
        return self.stage.navigator.session.answers.get(self.fact.id)

    def show_problems(self, problems: Sequence[Problem]) -> ErrorSummary:
        """What is to be put right, on top of the page."""
        theme = self.stage.theme
        title = self.stage.words.say("question.problems", count=len(problems))
        summary = ErrorSummary(theme, title, problems)
        self._top.put(column(theme, summary, 16))
        return summary

    def clear_problems(self) -> None:
        self._top.put(None)

    def _apart(self) -> list[Option]:
        """What can be said instead of an answer."""
        words = self.stage.words
        offered = NOT_SAID if self.fact.personal else (NOT_SURE,)
        return [Option(value, words.say(f"answers.{value}")) for value in offered]
