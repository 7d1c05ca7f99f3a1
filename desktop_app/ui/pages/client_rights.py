"""What is a client's right: to have their record, to have it corrected, to say yes or no to it, to have it deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from desktop_app.caseload.client import LONGEST_NAME, Client, Consent
from desktop_app.caseload.names import BadNameError, read_name, same
from desktop_app.i18n import LANGUAGES, Message
from desktop_app.ui.accessibility import announce
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.client_forms import DayRow, Drafts, fold, line_row
from desktop_app.ui.pages.client_standing import language_name, reads_in
from desktop_app.ui.pages.consent_text import VERSION, consent_text
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.error_summary import go_to
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.kept import Kept, Part
from desktop_app.ui.widgets.scroll import scroll_around
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Text

NAME, SPOKEN, DAY, SHOWN = "name", "languages", "consent day", "consent shown"


class Correcting:
    """Another name or code, and other languages."""

    def __init__(self, stage: Stage, desk: Desk, client: Client) -> None:
        self._stage, self._desk, self._of = stage, desk, client.id
        self._drafts = Drafts(stage, client.id)
        theme, say = stage.theme, stage.words.say
        label, hint = say("desk.new.name"), say("desk.new.name_hint")
        self.name, self._row = line_row(
            stage, label, self._drafts, NAME, client.name, most=LONGEST_NAME, hint=hint
        )
        kept = self._drafts.get(SPOKEN)
        spoken = kept if isinstance(kept, frozenset) else frozenset(client.languages)
        self.spoken = {one: Check(theme, say(f"desk.languages.{one}"), on=one in spoken) for one in LANGUAGES}
        for check in self.spoken.values():
            check.toggled.connect(lambda _on: self._drafts.keep(SPOKEN, frozenset(self._chosen())))
        self.keep = Button(theme, say("client.correct.keep"), small=True)
        self.keep.clicked.connect(lambda _on=False: self._keep())
        self.name.returnPressed.connect(self._keep)
        asked = say("desk.new.languages")
        languages = in_lines(*self.spoken.values(), gap=theme.space(20), line_gap=theme.space(4), group=asked)
        items: list[Item] = [
            self._row,
            14,
            Text(theme, asked, "small_strong"),
            4,
            languages,
        ]
        title = say("client.correct.title")
        self.fold: FoldNote = fold(stage, self._drafts, "correct", title, *items, 14, left(self.keep))

    def _chosen(self) -> list[str]:
        return [one for one, check in self.spoken.items() if check.isChecked()]

    def _keep(self) -> None:
        client, say = self._desk.client(self._of), self._stage.words.say
        if client is None:
            return
        problem, name = "", client.name
        try:
            name = read_name(self.name.text())
        except BadNameError as error:
            problem = say(error.message)
        others = (row.client for row in self._desk.rows if row.client.id != self._of)
        if any(same(name) == same(other.name) for other in others):
            problem = say("desk.new.problems.taken", name=name)
        self._row.show_error(problem or None)
        if problem:
            self._row.ask_again()
            return
        more = tuple(one for one in client.languages if one not in LANGUAGES)
        self._drafts.drop(NAME, SPOKEN)
        self.name.setText(name)
        self._desk.change(replace(client, name=name, languages=(*self._chosen(), *more)))
        announce(self.fold, say("client.correct.kept"))


class Consenting(QObject):
    """Their yes: when, and to which words; where none is recorded yet it can be."""

    def __init__(self, stage: Stage, desk: Desk, client: Client, page: QObject) -> None:
        super().__init__(page)
        self._stage, self._desk, self._of = stage, desk, client.id
        self._drafts = Drafts(stage, client.id)
        self._text = Slot()
        self._content = Kept(stage.theme)
        title = stage.words.say("client.consent.title")
        self.follow(client)
        self.fold: FoldNote = fold(
            stage, self._drafts, "consent", title, self._content, opened=client.consent is None
        )

    def ask(self) -> None:
        """All of it in sight, where there is room, and the keys where it begins."""
        self.fold.fold_out(True)
        around = scroll_around(self.fold)
        if around is not None:
            around.ensureWidgetVisible(self.keep)
        go_to(self.shown)

    def follow(self, client: Client) -> None:
        given, theme, say = client.consent, self._stage.theme, self._stage.words.say
        self._reads = reads_in(self._stage.words, client)
        if given is not None:
            language = language_name(self._stage.words, given.language)
            lines = [
                say("client.consent.given", day=self._stage.words.short_day(given.given)),
                say("client.consent.words", language=language, version=given.version),
                say("client.consent.no"),
            ]
            make = [Text(theme, line, "small") for line in lines]
            self._content.follow([Part(lines, lambda: column(theme, *make, gap=4))])
        elif self._desk.read_only:
            missing = say("client.consent.missing")
            self._content.follow([Part(missing, lambda: Text(theme, missing, "small"))])
        else:
            self._content.follow([Part("form", self._form)])

    def _form(self) -> QWidget:
        theme, say = self._stage.theme, self._stage.words.say
        options = [Option(one, say(f"desk.languages.{one}")) for one in LANGUAGES]
        shown = self._drafts.text(SHOWN, self._reads)
        self.shown = Segments(theme, say("desk.new.in_language"), options, shown, tight=True)
        self.shown.changed.connect(self._show_in)
        self.day = DayRow(self._stage, say("desk.new.day"), self._drafts, DAY, self._desk.today())
        self.keep = Button(theme, say("client.consent.keep"), small=True)
        self.keep.clicked.connect(lambda _on=False: self._keep())
        form = column(
            theme,
            Text(theme, say("client.consent.ask"), "small"), 10,
            Text(theme, say("desk.new.in_language"), "small_strong"), 4,
            self.shown, 12,
            self._text, 12,
            self.day, 12,
            left(self.keep),
        )  # fmt: skip
        self._show_text(shown)  # only now: a place that is on no page shows nothing
        return form

    def _show_in(self, language: str) -> None:
        self._drafts.keep(SHOWN, language)
        self._show_text(language)

    def _show_text(self, language: str) -> None:
        safe, center = self._stage.safe, self._stage.own_center.now
        if safe is not None:
            name = center.name if center is not None else ""
            words = safe.words_in(language)
            months = self._desk.keep_months
            self._text.put(consent_text(self._stage.theme, words, name, months, ground="card"))

    def _keep(self) -> None:
        client, say = self._desk.client(self._of), self._stage.words.say
        if client is None:
            return
        if self.day.problem(self._wrong):
            self.day.ask_again()
            return
        day = self.day.day()
        assert day is not None  # noqa: S101 - else there would be a problem
        given = Consent(day, self.shown.value() or self._reads, VERSION)
        go_to(self.fold.head)  # what has the keys is about to go
        self._drafts.drop(DAY, SHOWN)
        self._desk.change(replace(client, consent=given), log="consent")
        announce(self.fold, say("client.consent.kept"))

    def _wrong(self, day: date) -> str | None:
        today = self._desk.today()
        return self._stage.words.say("desk.new.problems.future", today=today) if day > today else None


class Deleting(QObject):
    """For good, after one question that names what goes."""

    def __init__(self, stage: Stage, desk: Desk, client: Client, page: QObject) -> None:
        super().__init__(page)
        self._stage, self._desk, self._of = stage, desk, client.id
        theme, say = stage.theme, stage.words.say
        self._told = Text(theme, "", "small_strong")
        self.button = Button(theme, say("client.delete.button"), icon="bin", small=True)
        self.button.clicked.connect(lambda _on=False: self._delete())
        items = (Text(theme, say("client.delete.text"), "small"), 6, self._told, 8, left(self.button))
        title = say("client.delete.title")
        self.fold: FoldNote = fold(stage, Drafts(stage, client.id), "delete", title, *items)
        self._told.hide()

    def _delete(self) -> None:
        client, say = self._desk.client(self._of), self._stage.words.say
        if client is None:
            return
        title = say("client.delete.sure", name=client.name)
        yes, no = say("client.delete.yes"), say("client.delete.no")
        if not self._stage.dialogs.confirm(title, say("client.delete.what"), yes, no):
            return
        of, desk, tell, navigator = self._of, self._desk, self._stage.dialogs.tell, self._stage.navigator
        self._show_busy(on=True)

        def done(left_over: tuple[Path, ...]) -> None:
            if left_over:
                names = [path.name for path in left_over]
                tell(say("client.delete.left"), say("client.delete.left_text", files=names))
            is_shown = navigator.aside == "client" and desk.chosen == of
            desk.forget([of])
            if is_shown:
                desk.go("clients")

        def failed(message: Message) -> None:
            if Shiboken.isValid(self) and Shiboken.isValid(self.button):
                self._show_busy(on=False)
            desk.troubled.emit(message)

        # Not about this page: were it left meanwhile, the list would still name who is gone.
        desk.run(lambda file: file.delete_people([of]), done, failed, about=desk)

    def _show_busy(self, *, on: bool) -> None:
        busy = self._stage.words.say("client.delete.busy")
        self.button.setEnabled(not on)
        self._told.say(busy)
        self._told.setVisible(on)
        if on:
            announce(self.fold, busy)
