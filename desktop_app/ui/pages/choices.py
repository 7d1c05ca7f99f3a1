"""A question with choices: one of several, several of many, or yes and no. What is chosen is kept at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.answers.sheet import NOT_SAID
from desktop_app.rulebook.question_words import grouped
from desktop_app.ui.pages.question import QuestionPage
from desktop_app.ui.widgets.arrange import Item
from desktop_app.ui.widgets.choice_list import Card, ChoiceList, Option

YES, NO = "yes", "no"


class ChoicesPage(QuestionPage):
    def _body(self) -> list[Item]:
        self.list = ChoiceList(
            self.stage.theme,
            self.stage.words.say(f"{self._key}.title"),
            self._cards(),
            self._apart(),
            several=self.fact.kind == "choices",
            chosen=self._chosen(),
        )
        self.list.changed.connect(self._keep)
        return [self.list]

    def first(self) -> QWidget:
        return next((row for row in self.list.rows if row.isChecked()), self.list.rows[0])

    def _cards(self) -> list[Card]:
        if self.fact.kind == "yes_no":
            words = self.stage.words
            return [Card([Option(value, words.say(f"answers.{value}")) for value in (YES, NO)])]
        groups = grouped(self.fact, self.stage.words)
        return [Card(self._options(part, alone=part is self.fact.alone), title) for title, part in groups]

    def _options(self, choices: Sequence[str], *, alone: bool = False) -> list[Option]:
        return [
            Option(choice, self.stage.words.say(f"{self._key}.choices.{choice}"), self._hint(choice), alone)
            for choice in choices
        ]

    def _hint(self, choice: str) -> str | None:
        key = f"{self._key}.hints.{choice}"
        return self.stage.words.say(key) if self.stage.words.has(key) else None

    def _chosen(self) -> tuple[str, ...]:
        answer = self.answer
        if isinstance(answer, bool):
            return (YES if answer else NO,)
        if isinstance(answer, str):
            return (answer,)
        return tuple(answer) if isinstance(answer, (list, tuple)) else ()

    def _keep(self, chosen: tuple[str, ...]) -> None:
        if not chosen:
            self.keep(None)
        elif chosen[0] in NOT_SAID:
            self.keep(chosen[0])
        elif self.fact.kind == "choices":
            self.keep(list(chosen))
        else:
            self.keep(chosen[0] == YES if self.fact.kind == "yes_no" else chosen[0])
