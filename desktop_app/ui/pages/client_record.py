"""Give a client their record: as text, as a web page, or their answers as a sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.caseload.client import Client
from desktop_app.caseload.overview import keep_until
from desktop_app.i18n import LANGUAGES, Message
from desktop_app.ui.accessibility import announce
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.client_forms import Drafts, fold
from desktop_app.ui.pages.client_standing import reads_in
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.save_report import suggested_path
from desktop_app.ui.widgets.arrange import column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.panel import notice
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile

FORM, LANGUAGE, PRIVATE = "record form", "record language", "record private"
FORMS = ("web", "text", "sheet")


class Record(QObject):
    """In the language the client reads; the private answer only where it is asked for."""

    def __init__(self, stage: Stage, desk: Desk, client: Client, page: QObject) -> None:
        super().__init__(page)
        self._stage, self._desk, self._of = stage, desk, client.id
        self._drafts = Drafts(stage, client.id)
        theme, say, drafts = stage.theme, stage.words.say, self._drafts
        forms = [
            Option(one, say(f"client.record.forms.{one}.name"), say(f"client.record.forms.{one}.second"))
            for one in FORMS
        ]
        self.form = Segments(theme, say("client.record.form"), forms, drafts.text(FORM, "web"), least_em=11)
        self.form.changed.connect(lambda value: drafts.keep(FORM, value))
        spoken = reads_in(stage.words, client)
        languages = [Option(one, say(f"desk.languages.{one}")) for one in LANGUAGES]
        name = say("client.record.language")
        self.language = Segments(theme, name, languages, drafts.text(LANGUAGE, spoken), tight=True)
        self.language.changed.connect(lambda value: drafts.keep(LANGUAGE, value))
        self.private = Check(theme, say("client.record.private"), on=drafts.get(PRIVATE) is True)
        self.private.toggled.connect(lambda on: drafts.keep(PRIVATE, on))
        self.save = Button(theme, say("client.record.save"), icon="save", small=True)
        self.save.clicked.connect(lambda _on=False: self._save())
        self._told = Slot()
        self._busy = False
        self.fold: FoldNote = fold(
            stage, drafts, "record", say("client.record.title"),
            Text(theme, say("client.record.about"), "small"), 12,
            Text(theme, say("client.record.form"), "small_strong"), 6,
            self.form, 14,
            Text(theme, name, "small_strong"), 6,
            self.language, 12,
            left(self.private), 4,
            Text(theme, say("client.record.open_to_all"), "small", "soft"), 12,
            left(self.save),
            self._told,
        )  # fmt: skip

    def _save(self) -> None:
        client, say = self._desk.client(self._of), self._stage.words.say
        form = self.form.value() or "web"
        if client is None or self._busy:
            return
        if self._desk.read_only:  # what is given out stands in the log
            self._tell(Message("desk.read_only.text"))
            return
        if form == "sheet" and client.seen is None:
            self._tell(Message("client.record.no_answers"))
            return
        kind = say(f"record.file.{form}_type")
        path = self._stage.dialogs.ask_save_path(
            suggested_path(say(f"record.file.{form}")), say("client.record.dialog"), kind
        )
        if path is None:
            return
        self._busy = True  # not greyed: the keys would go on to the next button
        work = _writing(
            self._desk, client, form, self.language.value() or "en", path, private=self.private.isChecked()
        )
        self._desk.run(work, lambda _: self._saved(path), self._not_saved, about=self)

    def _saved(self, path: Path) -> None:
        self._drafts.drop(FORM, LANGUAGE, PRIVATE)
        self._tell(Message("client.record.saved", {"file": path.name}), fine=True)

    def _not_saved(self, message: Message) -> None:
        # Without the system's own reason, which knows no Spanish.
        plain = Message("save.cannot_write") if message.key == "problems.cannot_write" else message
        self._tell(plain)

    def _tell(self, message: Message, *, fine: bool = False) -> None:
        self._busy = False
        theme, words = self._stage.theme, self._stage.words.say(message)
        panel = notice(
            theme, "tick" if fine else "alert", words, None, ground="card", ink="met" if fine else "ask"
        )
        self._told.put(column(theme, 12, panel))
        announce(self.fold, words)


def _writing(
    desk: Desk, client: Client, form: str, language: str, path: Path, *, private: bool
) -> Callable[[CaseFile], None]:
    """What is done off the window's thread: read everything, write it, and put it into the log."""
    book, today, months = desk.book(), desk.today(), desk.keep_months

    def made(file: CaseFile) -> bytes:
        from desktop_app.caseload.record import Kept, record_of, record_page, record_sheet, record_text
        from desktop_app.i18n import load_words

        sittings = file.sittings(client.id)
        if form == "sheet":
            return record_sheet(sittings, book.facts, with_private=private) or b""
        kept = Kept(
            client, sittings, file.notes(client.id), file.log(of=client.id), keep_until(client, months)
        )
        words = load_words(language)
        record = record_of(kept, book, words, today, with_private=private)
        return record_text(record) if form == "text" else record_page(record, words)

    def work(file: CaseFile) -> None:
        from desktop_app.report.writing import write_whole

        write_whole(path, lambda: made(file), replace=True)  # the dialog asked about a file that is there
        file.tell_log("exported", client.id)

    return work
