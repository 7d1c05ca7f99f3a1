"""Saving the report on the results page: what it is to be, then what has become of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Words
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.report_choices import ReportChoices
from desktop_app.ui.pages.report_password import PasswordPart
from desktop_app.ui.report_wish import FORM_NAMES, Wish
from desktop_app.ui.save_report import Saving
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import Item, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.panel import CHOSEN_LINE, Panel, notice
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.text import Text


class SavePanel(Panel):
    """What the report is to be. The kind of lived experience is left out unless a person puts it in."""

    where_pressed = Signal()
    left = Signal()

    def __init__(self, stage: Stage, wish: Wish) -> None:
        theme, words = stage.theme, stage.words
        super().__init__(theme, "card", "accent", line=CHOSEN_LINE)
        self.setAccessibleName(words.say("save.title"))
        self.choices = ReportChoices(stage, wish)
        self.choice = self.choices.choice
        self.form = _forms(stage, wish)
        self.password = PasswordPart(stage)
        self.form.changed.connect(lambda _value: self._form_chosen())
        self.open_to_all = Text(theme, words.say("web.no_lock"), "small", "soft")
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
            Text(theme, words.say("save.title"), "h2"),
            12,
            Text(theme, words.say("web.form"), "strong"),
            8,
            self.form,
            14,
            self.choices,
            14,
            self.password,
            self.open_to_all,
            12,
            Text(theme, words.say("save.shared"), "small", "soft"),
            14,
            line,
            margins=(20, 16, 20, 18),
            into=self,
        )
        self._form_chosen()  # only now: a part without a parent would come up as a window of its own

    def first(self) -> QWidget:
        """Where the keys are when it is shown."""
        return self.form

    def _go_on(self) -> None:
        if self.wish().form != "pdf" or self.password.is_fine():
            self.where_pressed.emit()

    def _form_chosen(self) -> None:
        """Nothing but a PDF is on paper, or can have a password."""
        is_pdf = self.form.value() == "pdf"
        self.choices.ask_for_paper(is_pdf)
        self.password.setVisible(is_pdf)
        self.open_to_all.setVisible(not is_pdf)
        self.choices.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is 'not now'."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def put_in(self) -> bool:
        return self.wish().put_in

    def wish(self) -> Wish:
        form = next((one for one in FORM_NAMES if one == self.form.value()), FORM_NAMES[0])
        return self.choices.wish()._replace(form=form)

    def secret(self) -> str:
        """The password, where what is saved can have one."""
        return self.password.text() if self.wish().form == "pdf" else ""


def _forms(stage: Stage, wish: Wish) -> Segments:
    """Three equals; many screen readers read a web page better than a PDF."""
    say = stage.words.say
    options = [
        Option(one, say(f"web.forms.{one}.name"), say(f"web.forms.{one}.second")) for one in FORM_NAMES
    ]
    return Segments(stage.theme, say("web.form"), options, wish.form, least_em=12)


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
