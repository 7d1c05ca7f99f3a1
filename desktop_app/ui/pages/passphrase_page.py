"""Change the passphrase of the file that is open: the one of now, and the new one twice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.passphrase_asked import PassphraseAsked
from desktop_app.ui.pages.passphrase_form import TRIED, NewPassphrase, PassphraseRow
from desktop_app.ui.pages.start_caseload import FORGOTTEN
from desktop_app.ui.widgets.arrange import STRETCH, column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.error_summary import Problem
from desktop_app.ui.widgets.panel import Panel, notice
from desktop_app.ui.widgets.text import Heading, Text


class PassphrasePage(PassphraseAsked):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.new: NewPassphrase | None = None
        self._open: Button | None = None
        if self._state != "form":
            self.lay(self._nothing())
            return
        self.lay(self._form(), self._margin())
        assert stage.safe is not None  # noqa: S101 - or there would be no form
        self._locking_up = stage.safe.locking_up
        self._locking_up.changed.connect(self._follow)
        self._follow()
        if TRIED in stage.safe.typing:
            self._show_problems()

    @property
    def _state(self) -> str:
        keeper = self.stage.safe.keeper if self.stage.safe is not None else None
        if keeper is None or keeper.file is None:
            return "nothing"
        return "reading" if keeper.read_only else "form"

    @property
    def name(self) -> str:
        return self.stage.words.say("passphrase.title")

    def first(self) -> QWidget:
        return self._open or self._back if self.new is None else self.now.field

    def buttons(self) -> Sequence[Button]:
        safe = self.stage.safe
        if self._state == "nothing" and safe is not None and not safe.handed_over:
            self._open = self.on_button(self.stage.words.say("safe.open"))
            return (*super().buttons(), self._open)
        if self._state != "form":
            return super().buttons()
        change = Button(self.stage.theme, self.stage.words.say("passphrase.button"), "primary", icon="lock")
        change.clicked.connect(lambda _on=False: self.on())
        return (*super().buttons(), change)

    def back(self) -> None:
        if self.new is not None:
            self._wipe()
            self._locking_up.forget()
        super().back()

    def on(self) -> None:
        safe = self.stage.safe
        if self._open is not None and safe is not None:
            safe.choose_file()
            return
        if self.new is None or safe is None or safe.keeper.file is None:
            self.back()
            return
        if self._locking_up.busy:
            return
        if summary := self._show_problems():
            summary.take_focus()
        else:
            self._locking_up.change(safe.keeper.file, self.now.text(), self.new.text())

    def _problems(self) -> list[Problem]:
        empty = "" if self.now.text() else self.stage.words.say("passphrase.problems.empty_now")
        self.now.row.show_error(empty or None)
        own = [Problem(empty, self.now.field)] if empty else []
        return [*own, *(self.new.problems() if self.new is not None else ())]

    def _wipe(self) -> None:
        if self.new is not None:
            self.new.wipe()
            self.now.wipe()

    # ------------------------------------------------------------ the page

    def _nothing(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        title, text = (say(f"passphrase.{self._state}.{part}") for part in ("title", "text"))
        return column(theme, Heading(theme, self.name), 14, notice(theme, "info", title, text))

    def _form(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        self.now = PassphraseRow(self.stage, "passphrase.now", say("keep.now"))
        self.new = NewPassphrase(self.stage, "passphrase", say("keep.new"), lambda: (), self.now)
        panel = Panel(theme)
        column(theme, self.now, 18, self.new, margins=(18, 17, 18, 17), into=panel)
        lead = Text(theme, say("passphrase.lead"), "lead", "soft")
        return column(theme, Heading(theme, self.name), 8, lead, self._told, 18, panel, STRETCH)

    def _margin(self) -> QWidget:
        safe = self.stage.safe
        forgotten = FORGOTTEN if safe is not None and safe.page_desk is not None else "keep.notes.forgotten"
        return self._notes((forgotten, "keep.notes.good", "passphrase.copies"))

    # ------------------------------------------------------------ what comes of it

    def _follow(self) -> None:
        locking_up, say = self._locking_up, self.stage.words.say
        if locking_up.busy:
            self._tell(say("passphrase.busy"), calm=True)
        elif locking_up.problem is not None:
            self._tell(say(locking_up.problem))
        elif locking_up.outcome == "changed":
            self._wipe()
            self._tell(say("passphrase.changed"), calm=True)
        elif locking_up.outcome == "not_now":
            locking_up.forget()
            self._told.put(None)
            self.now.row.show_error(say("keep.problems.not_now"))
            self.now.field.setFocus()
            self.now.field.selectAll()
            announce(self, say("keep.problems.not_now"), at_once=True)
