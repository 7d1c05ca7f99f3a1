"""The next date with a client: what staff want to be reminded of, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.caseload.client import Client, NextDate
from desktop_app.ui.accessibility import announce
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.client_forms import DayRow, Drafts, fold, line_row
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.fold import FoldNote

DAY, TEXT = "next day", "next text"
LONGEST = 200


class NextForm:
    """A fold with a day and a few words; `fold` is put on the page."""

    def __init__(self, stage: Stage, desk: Desk, client: Client) -> None:
        self._stage, self._desk, self._of = stage, desk, client.id
        self._drafts = Drafts(stage, client.id)
        theme, say, now = stage.theme, stage.words.say, client.next
        self.day = DayRow(stage, say("client.next.day"), self._drafts, DAY, now.day if now else None)
        label, hint = say("client.next.text"), say("client.next.hint")
        usual = now.text if now else ""
        self.text, row = line_row(stage, label, self._drafts, TEXT, usual, most=LONGEST, hint=hint)
        self.keep = Button(theme, say("client.next.keep"), small=True)
        self.keep.clicked.connect(lambda _on=False: self._keep())
        self.clear = Button(theme, say("client.next.clear"), "quiet", small=True)
        self.clear.clicked.connect(lambda _on=False: self._clear())
        buttons = in_lines(self.keep, self.clear, gap=theme.space(12), line_gap=theme.space(6))
        items = (self.day, 12, row, 14, buttons)
        self.fold: FoldNote = fold(stage, self._drafts, "next", say("client.next.set"), *items)
        self.text.returnPressed.connect(self._keep)
        self.follow(client)

    def follow(self, client: Client) -> None:
        if self.clear.parent() is not None:
            self.clear.setVisible(client.next is not None)

    def _keep(self) -> None:
        client, words = self._desk.client(self._of), self._stage.words
        if client is None:
            return
        if self.day.problem(self._wrong):
            self.day.ask_again()
            return
        day = self.day.day()
        assert day is not None  # noqa: S101 - else there would be a problem
        self._change(client, NextDate(day, " ".join(self.text.text().split())))
        announce(self.fold, words.say("client.next.kept", day=day))

    def _clear(self) -> None:
        client = self._desk.client(self._of)
        if client is not None:
            self.keep.setFocus()  # the other button is about to go
            self._change(client, None)
            self.day.set_day(None)
            self.text.setText("")
            announce(self.fold, self._stage.words.say("client.next.cleared"))

    def _change(self, client: Client, following: NextDate | None) -> None:
        self._drafts.drop(DAY, TEXT)
        self._desk.change(replace(client, next=following), log="next")

    def _wrong(self, day: date) -> str | None:
        today = self._desk.today()
        return self._stage.words.say("client.next.past", today=today) if day < today else None
