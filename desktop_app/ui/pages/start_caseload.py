"""Start a caseload: what it is, a passphrase for it, how long a client is kept, and where it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.ui.desk_loading import MOST_MONTHS
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.passphrase_asked import PassphraseAsked
from desktop_app.ui.pages.passphrase_form import TRIED, NewPassphrase
from desktop_app.ui.save_report import suggested_path
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.error_summary import Problem
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.panel import notice
from desktop_app.ui.widgets.text import Heading, Text

MONTHS = "start_caseload.months"
"""What outlives the page being made anew."""
FORGOTTEN = "desk.start.notes.forgotten"
"""What a lost passphrase means to a center: the records of all its clients are in the file."""


class StartCaseloadPage(PassphraseAsked):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        safe = stage.safe
        self._locking_up = safe.locking_up if safe is not None else None
        self.lay(self._form(), self._margin())
        if safe is not None and TRIED in safe.typing:
            self._show_problems()
        if self._locking_up is not None:
            self._locking_up.changed.connect(self._show_told)
            self._show_told()

    @property
    def name(self) -> str:
        return self.stage.words.say("desk.start.title")

    def first(self) -> QWidget:
        return self.passphrase.once.field

    def buttons(self) -> Sequence[Button]:
        make = Button(self.stage.theme, self.stage.words.say("desk.start.button"), "primary", icon="save")
        make.clicked.connect(lambda _on=False: self.on())
        return (*super().buttons(), make)

    def back(self) -> None:
        self.passphrase.wipe()
        self.stage.navigator.drafts.pop(MONTHS, None)
        if self._locking_up is not None:
            self._locking_up.forget()
        super().back()

    def on(self) -> None:
        """Ask where, and make it there; or show what is to be put right first."""
        safe, say = self.stage.safe, self.stage.words.say
        if safe is None or self._locking_up is None or self._locking_up.busy:
            return
        if summary := self._show_problems():
            summary.take_focus()
            return
        self._told.put(None)
        if not safe.may_be_replaced():
            return
        path = self.stage.dialogs.ask_save_path(
            suggested_path(say("desk.start.file")), say("desk.start.dialog"), say("keep.file_type")
        )
        if path is None:
            return
        if safe.keeper.place is not None and path.absolute() == safe.keeper.place.absolute():
            self._tell(say("keep.problems.is_open"))
            return
        self._locking_up.make_caseload(path, self.passphrase.text(), int(self.months.text() or 0))

    # ------------------------------------------------------------ the page

    def _form(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        drafts = self.stage.navigator.drafts
        typed = drafts.get(MONTHS)
        self.passphrase = NewPassphrase(self.stage, "keep", say("keep.passphrase"), self._known)
        self.months = LineField(theme, say("desk.start.keep"), typed if isinstance(typed, str) else "", em=6)
        self.months.setMaxLength(len(str(MOST_MONTHS)))
        self.months.entered.connect(self._months_entered)
        self.months_row = FormRow(theme, say("desk.start.keep"), self.months, say("desk.start.keep_hint"))
        title, text = say(FORGOTTEN), say(f"{FORGOTTEN}_text")
        return column(
            theme,
            Heading(theme, self.name), 8,
            Text(theme, say("desk.start.lead"), "lead", "soft"),
            self._told, 18,
            notice(theme, "lock", title, text), 14,
            self._panel("desk.start.parts.passphrase", self.passphrase), 14,
            self._panel("desk.start.parts.keep", self.months_row),
        )  # fmt: skip

    def _margin(self) -> QWidget:
        return self._notes((*(f"desk.start.notes.{one}" for one in ("who", "people")), "keep.notes.good"))

    def _known(self) -> Iterator[str]:
        """What others would try first."""
        center = self.stage.own_center.now
        if center is not None:
            yield center.name

    # ------------------------------------------------------------ what comes of it

    def _months_entered(self, text: str) -> None:
        self.stage.navigator.drafts[MONTHS] = text
        if self.months_row.error():
            self.months_row.show_error(None)

    def _problems(self) -> list[Problem]:
        typed, say = self.months.text().strip(), self.stage.words.say
        fits = not typed or (typed.isascii() and typed.isdigit() and 0 < int(typed) <= MOST_MONTHS)
        wrong = "" if fits else say("desk.start.problems.keep", most=MOST_MONTHS)
        self.months_row.show_error(wrong or None)
        return [*self.passphrase.problems(), *([Problem(wrong, self.months)] if wrong else [])]

    def _show_told(self) -> None:
        if self._locking_up is None:
            return
        say = self.stage.words.say
        if self._locking_up.busy:
            self._tell(say("desk.start.busy"), calm=True)
        elif self._locking_up.problem is not None:
            self._tell(say(self._locking_up.problem))
