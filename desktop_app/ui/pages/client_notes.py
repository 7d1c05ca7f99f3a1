"""What staff write down about a client: newest first, to be added to, corrected and deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from desktop_app.casefile.records import Note
from desktop_app.i18n import Message
from desktop_app.report.outline import clean
from desktop_app.ui.accessibility import announce
from desktop_app.ui.client_told import CORRECTED, NOTE
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.client_forms import Drafts
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, left, row, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.error_summary import go_to
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.kept import Kept, Part, said
from desktop_app.ui.widgets.panel import Rule
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile

CORRECTING = "note correcting"
LONGEST = 4000
"""Letters; what is longer is no note."""
SHOWN_TYPED = 6000
"""More than that is not taken over when it is pasted."""


class Notes(QWidget):
    """`written` asks for them to be read again."""

    written = Signal()

    def __init__(self, stage: Stage, desk: Desk, of: str) -> None:
        super().__init__()
        self._stage, self._desk, self._of = stage, desk, of
        self._drafts = Drafts(stage, of)
        self._notes: Sequence[Note] = ()
        theme, say = stage.theme, stage.words.say
        self.new = _Writing(stage, say("client.notes.new"), self._drafts, NOTE, "", say("client.notes.hint"))
        self.add = Button(theme, say("client.notes.add"), small=True)
        self.add.clicked.connect(lambda _on=False: self._add())
        self.list = Kept(theme)
        form: list[Item] = [] if desk.read_only else [self.new, 10, left(self.add), 10]
        column(theme, *form, self.list, into=self)

    def show_these(self, notes: Sequence[Note]) -> None:
        self._notes = notes
        if not notes:
            words = self._stage.words.say("client.notes.none")
            self.list.follow([said(self._stage.theme, words, "small", "soft")])
            return
        self.list.follow(
            Part(
                (note, len(notes) - at),
                partial(_Written, self, note, len(notes) - at),
                12 if at else 4,
                key=note.id,
            )
            for at, note in enumerate(notes)
        )

    def _add(self) -> None:
        text = self.new.checked()
        if text is not None:
            self.new.area.setPlainText("")
            of, desk = self._of, self._desk
            self._write(
                lambda file: file.add_note(of, text, log="note"),
                "client.notes.added",
                lambda: desk.heard_of(of),
                lambda: self._put_back(text),
            )
            go_to(self.new.area)

    def _put_back(self, text: str) -> None:
        """It could not be written: it stands in its field again, before what was typed meanwhile."""
        text = "\n".join(filter(None, (text, self._drafts.text(NOTE))))
        self._drafts.keep(NOTE, text)
        if Shiboken.isValid(self):
            self.new.area.setPlainText(text)

    def correct(self, note: Note, text: str, back: Callable[[], None]) -> None:
        """`back` once it is written: until then it stands in its field."""
        changed = note._replace(text=text)

        def kept() -> None:
            self._drafts.drop(CORRECTING, CORRECTED)
            if Shiboken.isValid(self):
                back()

        self._write(lambda file: file.change_note(changed, log="note"), "client.notes.corrected", kept)

    def delete(self, note: Note) -> None:
        say = self._stage.words.say
        title, text = say("client.notes.delete_title"), say("client.notes.delete_text")
        if self._stage.dialogs.confirm(title, text, say("client.notes.delete"), say("client.notes.keep_it")):
            go_to(self.new.area)  # what has the keys is about to go
            self._write(lambda file: file.delete_note(note.id, log="note"), "client.notes.deleted")

    def _write(
        self,
        work: Callable[[CaseFile], object],
        told: str,
        kept: Callable[[], None] | None = None,
        not_kept: Callable[[], None] | None = None,
    ) -> None:
        """`kept` and `not_kept` hear of it also where the page was left meanwhile."""
        desk = self._desk

        def done(_outcome: object) -> None:
            desk.wrote()
            if kept is not None:
                kept()
            if Shiboken.isValid(self):
                announce(self, self._stage.words.say(told))
                self.written.emit()

        def failed(message: Message) -> None:
            if not_kept is not None:
                not_kept()
            desk.troubled.emit(message)

        desk.run(work, done, failed, about=desk)

    @property
    def stage(self) -> Stage:
        return self._stage

    @property
    def drafts(self) -> Drafts:
        return self._drafts

    @property
    def read_only(self) -> bool:
        return self._desk.read_only


class _Writing(FormRow):
    """A field for a note; what stands in it is kept as a draft."""

    def __init__(
        self, stage: Stage, label: str, drafts: Drafts, name: str, usual: str, hint: str | None = None
    ) -> None:
        text = drafts.text(name, usual)
        self.area = TextArea(stage.theme, label, text, lines=4, fit=lambda text: len(text) <= SHOWN_TYPED)
        super().__init__(stage.theme, label, self.area, hint)
        self._stage, self._drafts, self._name = stage, drafts, name
        self.area.textChanged.connect(self._entered)
        self.area.refused.connect(lambda _text: self._refused())

    def checked(self) -> str | None:
        """What is to be kept; None where there is something to put right, which then has the keys."""
        lines = [clean(line).rstrip() for line in self.area.toPlainText().splitlines()]
        text = "\n".join(lines).strip()
        if not text:
            self.show_error(self._stage.words.say("client.notes.empty"))
        elif len(text) > LONGEST:
            self._too_long()
        else:
            return text
        self.ask_again()
        return None

    def _refused(self) -> None:
        self._too_long()
        self.ask_again()

    def _too_long(self) -> None:
        self.show_error(self._stage.words.say("client.notes.long", most=LONGEST))

    def _entered(self) -> None:
        if self.error():
            self.show_error(None)
        self._drafts.keep(self._name, self.area.toPlainText())


class _Written(QWidget):
    """One note: when it was written, what it says; or the field in which it is corrected."""

    def __init__(self, notes: Notes, note: Note, number: int) -> None:
        """`number` counts from the oldest: two may be of one minute, and are to be told apart by ear."""
        super().__init__()
        self._notes, self._note, self._number, self._stage = notes, note, number, notes.stage
        theme = self._stage.theme
        self._slot = Slot()
        column(theme, Rule(theme), 10, self._slot, into=self)
        self._slot.put(self._correcting() if notes.drafts.get(CORRECTING) == note.id else self._reading())

    @property
    def _when(self) -> str:
        return self._stage.words.moment(self._note.written.astimezone())

    def _reading(self) -> QWidget:
        theme = self._stage.theme
        text = Text(theme, self._note.text)
        when = Text(theme, self._when, "small", "soft")
        if self._notes.read_only:
            return column(theme, when, 3, text)
        self.correct = self._button("correct", "pencil")
        self.correct.clicked.connect(lambda _on=False: self._start())
        self.delete = self._button("delete", "bin")
        self.delete.clicked.connect(lambda _on=False: self._notes.delete(self._note))
        buttons = in_lines(self.correct, self.delete, gap=theme.space(18), line_gap=theme.space(4))
        return column(theme, when, 3, text, 4, row(theme, wide(buttons)))

    def _button(self, what: str, icon: str) -> Button:
        say = self._stage.words.say
        button = Button(
            self._stage.theme,
            say(f"client.notes.{what}"),
            "quiet",
            icon="pencil" if icon == "pencil" else "bin",
            small=True,
            flush=True,
        )
        button.setAccessibleName(say(f"client.notes.{what}_one", number=self._number, moment=self._when))
        return button

    def _correcting(self) -> QWidget:
        theme, say = self._stage.theme, self._stage.words.say
        label = say("client.notes.correct_one", number=self._number, moment=self._when)
        self.field = _Writing(self._stage, label, self._notes.drafts, CORRECTED, self._note.text)
        keep = Button(theme, say("client.notes.keep"), small=True)
        keep.clicked.connect(lambda _on=False: self._keep())
        leave = Button(theme, say("client.notes.leave"), "quiet", small=True)
        leave.clicked.connect(lambda _on=False: self._leave())
        buttons = in_lines(keep, leave, gap=theme.space(12), line_gap=theme.space(6))
        return column(theme, self.field, 10, buttons)

    def _start(self) -> None:
        self._notes.drafts.drop(CORRECTED)
        self._notes.drafts.keep(CORRECTING, self._note.id)
        self._slot.put(self._correcting())
        go_to(self.field.area)

    def _keep(self) -> None:
        text = self.field.checked()
        if text is None:
            return
        if text != self._note.text:
            self._notes.correct(self._note, text, self._back)
        else:
            self._back()

    def _leave(self) -> None:
        self._back()

    def _back(self) -> None:
        self._notes.drafts.drop(CORRECTING, CORRECTED)
        if not Shiboken.isValid(self):  # the list was made anew meanwhile
            return
        self._slot.put(self._reading())
        go_to(self.correct)
