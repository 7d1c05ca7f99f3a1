"""Save my progress: what a locked file is, a passphrase for it, and where it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.passphrase_asked import PassphraseAsked
from desktop_app.ui.pages.passphrase_form import TRIED, NewPassphrase
from desktop_app.ui.save_report import suggested_path
from desktop_app.ui.widgets.arrange import STRETCH, Item, column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.error_summary import Problem
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.panel import notice
from desktop_app.ui.widgets.text import Heading, Text

NAME, ANOTHER = "keep.name", "keep.another"
"""What outlives the page being made anew: the name as it is typed, and that a second file is wanted."""
LONGEST_NAME = 80


class KeepPage(PassphraseAsked):
    """Before a file is there it asks for a passphrase; once one is, it says where the answers are."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.passphrase: NewPassphrase | None = None
        self._start: Button | None = None
        safe = stage.safe
        self._locking_up = safe.locking_up if safe is not None else None
        if self._state == "open":
            self.lay(self._open())
        elif self._state == "nothing":
            self.lay(self._nothing())
        else:
            self.lay(self._form(), self._margin())
            if stage.safe is not None and TRIED in stage.safe.typing:
                self._show_problems()
        if self._locking_up is not None:
            self._locking_up.changed.connect(self._follow)
            self._show_told()

    @property
    def _state(self) -> str:
        safe, navigator = self.stage.safe, self.stage.navigator
        if safe is None or not navigator.begun:
            return "nothing"
        keeper = safe.keeper
        fine = keeper.file is not None and keeper.now.phase in ("saved", "saving")
        return "open" if fine and ANOTHER not in navigator.drafts else "form"

    @property
    def name(self) -> str:
        key = "keep.open.title" if self._state == "open" else "keep.title"
        return self.stage.words.say(key)

    def first(self) -> QWidget:
        return self.passphrase.once.field if self.passphrase is not None else self._start or self._back

    def buttons(self) -> Sequence[Button]:
        theme, say = self.stage.theme, self.stage.words.say
        if self._state == "nothing":
            self._start = self.start_button()
            return (*super().buttons(), *([self._start] if self._start is not None else ()))
        if self._state == "open":
            self._back = Button(theme, say("keep.back"), "primary", after="right")
            self._back.clicked.connect(lambda _on=False: self.back())
            other = Button(theme, say("safe.other_name"), "quiet")
            other.clicked.connect(lambda _on=False: self._another())
            return (self._back, other)
        save = Button(theme, say("keep.button"), "primary", icon="save")
        save.clicked.connect(lambda _on=False: self.on())
        return (*super().buttons(), save)

    def back(self) -> None:
        self._forget()
        self.stage.navigator.drafts.pop(ANOTHER, None)
        super().back()

    def on(self) -> None:
        """Ask where, and save there; or show what is to be put right first."""
        if self._start is not None:
            self.stage.navigator.go_home("")
            return
        if self.passphrase is None:
            self.back()
            return
        if self._locking_up is None or self._locking_up.busy:
            return
        if summary := self._show_problems():
            summary.take_focus()
            return
        self._told.put(None)
        say = self.stage.words.say
        kind = say("keep.file_type")
        path = self.stage.dialogs.ask_save_path(suggested_path(say("keep.file")), say("keep.dialog"), kind)
        safe = self.stage.safe
        if path is None or safe is None:
            return
        if safe.keeper.place is not None and path.absolute() == safe.keeper.place.absolute():
            self._tell(say("keep.problems.is_open"))
            return
        self._locking_up.make(path, self.passphrase.text(), self.name_field.text().strip(), safe.content())

    # ------------------------------------------------------------ the page

    def _nothing(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        nothing = notice(theme, "info", say("keep.nothing.title"), say("keep.nothing.text"))
        return column(theme, Heading(theme, self.name), 14, nothing)

    def _open(self) -> QWidget:
        theme, say, safe = self.stage.theme, self.stage.words.say, self.stage.safe
        place = safe.keeper.place if safe is not None else None
        file = say("keep.open.file", file=place.name if place else "")
        lines = [Text(theme, say(f"keep.open.{line}")) for line in ("text", "later", "lock")]
        return column(
            theme,
            Heading(theme, self.name),
            8,
            Text(theme, file, "lead", "soft"),
            16,
            *(item for line in lines for item in (line, 8)),
        )

    def _form(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        drafts = self.stage.navigator.drafts
        typed = drafts.get(NAME)
        self.name_field = LineField(theme, say("keep.name"), typed if isinstance(typed, str) else "")
        self.name_field.setMaxLength(LONGEST_NAME)
        self.name_field.entered.connect(lambda text: drafts.__setitem__(NAME, text))
        who = FormRow(theme, say("keep.name"), self.name_field, say("keep.name_hint"))
        self.passphrase = NewPassphrase(self.stage, "keep", say("keep.passphrase"), self._known)
        return column(
            theme,
            Heading(theme, self.name),
            8,
            Text(theme, say("keep.lead"), "lead", "soft"),
            self._told,
            18,
            *self._warned(),
            self._panel("keep.parts.passphrase", self.passphrase),
            14,
            self._panel("keep.parts.who", who),
            STRETCH,
        )

    def _warned(self) -> list[Item]:
        """Before it is made: nobody brings a forgotten one back."""
        theme, say = self.stage.theme, self.stage.words.say
        title, text = say("keep.notes.forgotten"), say("keep.notes.forgotten_text")
        return [notice(theme, "lock", title, text), 14]

    def _margin(self) -> QWidget:
        return self._notes(f"keep.notes.{one}" for one in ("good", "where"))

    def _known(self) -> Iterator[str]:
        """What others would try first."""
        yield self.name_field.text()
        center = self.stage.own_center.now
        if center is not None:
            yield center.name

    # ------------------------------------------------------------ what comes of it

    def _another(self) -> None:
        self.stage.navigator.drafts[ANOTHER] = True
        self.stage.navigator.step_aside("keep")

    def _follow(self) -> None:
        """A file that is made shows itself as open; the window makes the page anew for that."""
        if self._locking_up is None or self.passphrase is None:
            return
        safe = self.stage.safe
        if not self._locking_up.busy and self._locking_up.problem is None and safe and safe.keeper.file:
            self._forget()
            self.stage.navigator.drafts.pop(ANOTHER, None)
            self.stage.navigator.step_aside("keep")
            return
        self._show_told()

    def _show_told(self) -> None:
        if self._locking_up is None or self.passphrase is None:
            return
        if self._locking_up.busy:
            self._tell(self.stage.words.say("keep.busy"), calm=True)
        elif self._locking_up.problem is not None:
            self._tell(self.stage.words.say(self._locking_up.problem))

    def _problems(self) -> Sequence[Problem]:
        return self.passphrase.problems() if self.passphrase is not None else ()

    def _forget(self) -> None:
        """Nothing of the passphrase stays in the fields."""
        if self.passphrase is not None:
            self.passphrase.wipe()
            self.stage.navigator.drafts.pop(NAME, None)
        if self._locking_up is not None:
            self._locking_up.forget()
