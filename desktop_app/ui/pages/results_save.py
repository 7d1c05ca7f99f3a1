"""Saving the report on the results page: what it is to be, then what has become of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Words
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.report_choices import ReportChoices
from desktop_app.ui.pages.report_password import PasswordPart
from desktop_app.ui.report_wish import Wish
from desktop_app.ui.save_report import Saving
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import Item, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.panel import CHOSEN_LINE, Panel, notice
from desktop_app.ui.widgets.text import Heading, Text


class SavePanel(Panel):
    """What the report is to be. The kind of lived experience is left out unless a person puts it in."""

    where_pressed = Signal()
    left = Signal()

    def __init__(self, stage: Stage, wish: Wish) -> None:
        theme, words = stage.theme, stage.words
        super().__init__(theme, "card", "accent", line=CHOSEN_LINE)
        self.choices = ReportChoices(stage, wish)
        self.choice = self.choices.choice
        self.password = PasswordPart(stage)
        self.where = Button(theme, words.say("save.where"), "primary", icon="save")
        self.where.clicked.connect(lambda _on=False: self._go_on())
        self.not_now = Button(theme, words.say("save.not_now"), "quiet")
        self.not_now.clicked.connect(lambda _on=False: self.left.emit())
        line = QWidget()
        buttons = Flow(line, theme.space(12), theme.space(8))
        buttons.addWidget(self.where)
        buttons.addWidget(self.not_now)
        column(
            theme,
            Heading(theme, words.say("save.title"), "h2"),
            12,
            self.choices,
            14,
            self.password,
            12,
            Text(theme, words.say("save.shared"), "small", "soft"),
            14,
            line,
            margins=(20, 16, 20, 18),
            into=self,
        )

    def first(self) -> QWidget:
        """Where the keys are when it is shown."""
        return self.choice if self.choices.asks_private() else self.where

    def _go_on(self) -> None:
        if self.password.is_fine():
            self.where_pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is 'not now'."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def put_in(self) -> bool:
        return self.wish().put_in

    def wish(self) -> Wish:
        return self.choices.wish()


def saving_words(words: Words, saving: Saving) -> str:
    """The same in one sentence, for those who hear it."""
    if saving.phase == "saved":
        return words.say("save.saved", file=saving.file)
    if saving.phase == "failed" and saving.problem is not None:
        return f"{words.say('save.not_saved')}. {words.say(saving.problem)}"
    return words.say(f"save.{saving.phase}")


def saving_notice(theme: Theme, words: Words, saving: Saving, again: Button | None) -> Panel:
    """What has become of the report, on top of the page."""
    if saving.phase == "saved":
        return notice(theme, "tick", saving_words(words, saving), words.say("save.saved_text"), ink="met")
    if saving.phase == "failed" and saving.problem is not None:
        more: list[Item] = [8, left(again)] if again else []
        return notice(
            theme, "alert", words.say("save.not_saved"), words.say(saving.problem), *more, ink="ask"
        )
    return notice(theme, "doc", saving_words(words, saving), None)
