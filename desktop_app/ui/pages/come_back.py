"""From a client's sitting back to the caseload: asks for the passphrase, calm about mistakes. No name stands here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.passphrase_form import PassphraseRow
from desktop_app.ui.widgets.arrange import STRETCH, column, left, row
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.page_body import page_column
from desktop_app.ui.widgets.panel import Panel, notice
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

CARD_EM = 32


class ComeBackPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, say = stage.theme, stage.words.say
        self._together = stage.safe.together if stage.safe is not None else None
        self._told = Slot()
        self.ask = PassphraseRow(stage, "come_back", say("desk.come_back.passphrase"))
        self.ask.field.entered.connect(lambda _text: self._typed())
        self.open = Button(theme, say("desk.come_back.button"), "primary", icon="people")
        self.open.clicked.connect(lambda _on=False: self.on())
        lead = Text(theme, say("desk.come_back.lead"), "body", "soft")
        side, above = (36, 28) if stage.width != "folded" else (20, 16)
        card = Panel(theme, corner="dialog")
        column(
            theme,
            Heading(theme, self.name), 6,
            lead, 20,
            self.ask, 18,
            left(self.open),
            self._told,
            margins=(side, above, side, 28),
            into=card,
        )  # fmt: skip
        card.setMaximumWidth(theme.em(CARD_EM))
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        over = 40 if stage.width == "wide" else 0
        box.addWidget(page_column(theme, stage.width, over, row(theme, STRETCH, card, STRETCH)))
        if self._together is not None:
            self._together.changed.connect(self._follow)
            self._follow(new=True)

    @property
    def name(self) -> str:
        return self.stage.words.say("desk.come_back.title")

    def first(self) -> QWidget:
        return self.ask.field

    def buttons(self) -> Sequence[Button]:
        self._back = Button(self.stage.theme, self.stage.words.say("desk.come_back.stay"), icon="left")
        self._back.clicked.connect(lambda _on=False: self.back())
        return (self._back,)

    def back(self) -> None:
        """To the questions: whoever has the mouse may have come here by mistake."""
        self.ask.wipe()
        if self._together is not None:
            self._together.forget()
        super().back()

    def on(self) -> None:
        if self._together is None or self._together.busy:
            return
        if not self.ask.text():
            self._show_wrong(self.stage.words.say("keep.problems.empty"))
        else:
            self._together.back_with(self.ask.text())

    def _typed(self) -> None:
        if self.ask.row.error():
            self.ask.row.show_error(None)

    def _follow(self, *, new: bool = False) -> None:
        together, say = self._together, self.stage.words.say
        if together is None:
            return
        self._told.put(None)
        if together.busy:
            theme, words = self.stage.theme, say("desk.come_back.busy")
            self._told.put(column(theme, 16, notice(theme, "lock", words, None, ground="note", ink="accent")))
            announce(self, words)
        elif together.problem is not None:
            wrong = together.problem.key == "casefile.not_opened"
            words = say("desk.come_back.wrong") if wrong else say(together.problem)
            self._show_wrong(words, quiet=new)

    def _show_wrong(self, words: str, *, quiet: bool = False) -> None:
        """At the field, which keeps what was typed: it may be one letter."""
        self.ask.row.show_error(words)
        self.ask.field.setFocus()
        self.ask.field.selectAll()
        if not quiet:
            announce(self, words, at_once=True)
