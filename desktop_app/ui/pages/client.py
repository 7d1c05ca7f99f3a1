"""One client: where they stand and what is next, what was done, what staff keep of them, and their rights."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.client import Client
from desktop_app.caseload.overview import Row, keep_until
from desktop_app.ui.accessibility import announce
from desktop_app.ui.client_told import ClientReader, Told, reports_in
from desktop_app.ui.pages.client_next import NextForm
from desktop_app.ui.pages.client_notes import Notes
from desktop_app.ui.pages.client_papers import Papers
from desktop_app.ui.pages.client_past import change_parts, progress_parts
from desktop_app.ui.pages.client_record import Record
from desktop_app.ui.pages.client_rights import Consenting, Correcting, Deleting
from desktop_app.ui.pages.client_standing import (
    ask_button,
    client_lead,
    look_button,
    next_part,
    read_only_notice,
    sit_button,
    standings,
)
from desktop_app.ui.pages.client_steps import Steps
from desktop_app.ui.pages.desk_pages import DeskPage
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.results_save import saving_notice, saving_words
from desktop_app.ui.report_wish import Wish
from desktop_app.ui.save_report import suggested_path
from desktop_app.ui.widgets.arrange import Item, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.kept import Kept, Part, nothing, said, title
from desktop_app.ui.widgets.panel import note, notice
from desktop_app.ui.widgets.text import Heading, Text


class ClientPage(DeskPage):
    """What can be said at once stands there at once; what has to be read of the file follows."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.of = self.desk.chosen
        row = self.desk.row(self.of)
        self._row = row
        if row is None:
            self.lay(column(stage.theme, Heading(stage.theme, self.name)))
            return
        self._reader = ClientReader.of(stage)
        self._make(row)
        self.lay(self._main(), self._margin())
        self._show()
        self._reader.came.connect(self._came)
        self._reader.look(self.of)

    @property
    def name(self) -> str:
        return self._row.client.name if self._row is not None else self.stage.words.say("desk.pages.clients")

    def first(self) -> QWidget:
        """Who it is, so that this is seen and heard before anything else."""
        heading = self.findChild(Heading)
        return super().first() if heading is None else self.reads_first(heading)

    def on(self) -> None:
        """Nothing: much is filled in here, and Enter in a field is not to lead away."""

    def back(self) -> None:
        if self._row is not None:
            self._reader.forget_saving()
        super().back()

    def follow(self) -> None:
        row = self.desk.row(self.of)
        before, self._row = self._row, row or self._row
        if row is None or before is None:
            return
        self._show()
        if (row.client.seen, row.client.snapshot) != (before.client.seen, before.client.snapshot):
            self._reader.look(self.of)

    def _came(self, of: str) -> None:
        if of == self.of:
            self._show()
            saving = self._reader.saving(of)
            if saving is not None:
                announce(self, saving_words(self.stage.words, saving))

    # ------------------------------------------------------------ the page

    def _make(self, row: Row) -> None:
        """The parts in which something is done or filled in; each is made once."""
        stage, desk, client, theme = self.stage, self.desk, row.client, self.stage.theme
        self._head, self._standing, self._past, self._progress = (Kept(theme) for _ in range(4))
        self._kept, self._made = Kept(theme, gap=6), Kept(theme, gap=6)
        self.papers, self.steps = Papers(stage, desk), Steps(stage, desk, client.id)
        self.notes = Notes(stage, desk, client.id)
        self.notes.written.connect(lambda: self._reader.look(self.of))
        self.consent, self.record = Consenting(stage, desk, client, self), Record(stage, desk, client, self)
        self.next = self.correct = self.delete = None
        if not desk.read_only:
            self.next = NextForm(stage, desk, client)
            self.correct = Correcting(stage, desk, client)
            self.delete = Deleting(stage, desk, client, self)

    def _main(self) -> QWidget:
        theme = self.stage.theme
        rights: list[Item] = [self.record.fold, self.consent.fold]
        rights += [one.fold for one in (self.correct, self.delete) if one is not None]
        lead = Text(theme, self.stage.words.say("client.rights.lead"), "body", "soft")
        self._of_sittings = {
            "past": self._titled("past", self._past),
            "steps": self._titled("steps", self.steps),
            "progress": self._titled("progress", self._progress),
        }
        following: list[Item] = [10, self.next.fold] if self.next is not None else []
        return column(
            theme,
            self._head,
            self._standing,
            *following,
            self._of_sittings["past"],
            self._titled("notes", self.notes),
            self._of_sittings["steps"],
            self._of_sittings["progress"],
            self._titled("rights", lead, 12, column(theme, *rights, gap=10)),
        )

    def _titled(self, part: str, *items: Item) -> QWidget:
        title = Heading(self.stage.theme, self.stage.words.say(f"client.{part}.title"), "h2")
        return column(self.stage.theme, 30, title, 10, *items)

    def _margin(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        about = say("client.papers.read_only" if self.desk.read_only else "client.papers.about")
        copy = Button(theme, say("client.reports.copy"), icon="save", small=True)
        copy.clicked.connect(lambda _on=False: self._save_copy())
        self.copy = copy
        self._copy_line = column(theme, left(copy), margins=(0, 10, 0, 0))
        return column(
            theme,
            note(theme, say("client.papers.title"), Text(theme, about, "small", "soft"), 4, self.papers),
            note(theme, say("client.reports.title"), self._made, self._copy_line),
            note(theme, say("client.kept.title"), self._kept),
            gap=12,
        )

    # ------------------------------------------------------------ what stands in it now

    def _show(self) -> None:
        row, told = self._row, self._reader.told(self.of)
        if row is None:
            return
        client = row.client
        self._head.follow(self._head_parts(client, told))
        self._standing.follow(
            [
                standings(self.stage, row)._replace(above=18, key="standings"),
                next_part(self.stage, row)._replace(above=14, key="next"),
            ]
        )
        self.papers.show_of(client, told)
        self._kept.follow(self._kept_parts(client))
        self.consent.follow(client)
        if self.next is not None:
            self.next.follow(client)
        self._show_told(client, told)

    def _show_told(self, client: Client, told: Told | None) -> None:
        """What had to be read."""
        theme, say = self.stage.theme, self.stage.words.say
        if told is None:
            wait = [said(theme, say("client.reading"), "small", "soft")]
            for part in (self._past, self._progress, self._made, self.steps, self.notes.list):
                part.follow(wait)
            return
        for section in self._of_sittings.values():
            section.setVisible(bool(told.sittings))
        self._past.follow(change_parts(self.stage, told))
        self._progress.follow(progress_parts(self.stage, told))
        self._of_sittings["progress"].setVisible(bool(told.progress.lines))
        self.steps.show_of(client, told)
        self.notes.show_these(told.notes)
        made = [
            said(theme, self.stage.words.short_day(line.at.astimezone().date()), "small")
            for line in reports_in(told.log)
        ]
        self._made.follow(made or [said(theme, say("client.reports.none"), "small", "soft")])
        self._copy_line.setVisible(told.view is not None)  # else there is nothing yet to be saved

    def _head_parts(self, client: Client, told: Told | None) -> list[Part]:
        theme, words = self.stage.theme, self.stage.words
        missing = nothing()
        if client.consent is None:
            why = words.say("client.consent.missing"), words.say("client.consent.ask")
            missing = Part(why, partial(self._missing, *why), 14)
        return [
            title(theme, client.name),
            said(theme, client_lead(words, client, told), "body", "soft", above=4),
            Part((client.seen is None, client.consent is None), self._buttons, 14),
            read_only_notice(self.stage)._replace(above=14, key="read only"),
            missing._replace(key="consent"),
            self._saving()._replace(above=14, key="saving"),
        ]

    def _missing(self, title: str, text: str) -> QWidget:
        """The one heavy thing until it is there."""
        more: list[Item] = []
        if not self.desk.read_only:
            more = [10, left(ask_button(self.stage, self.consent.ask))]
        return notice(self.stage.theme, "info", title, text, *more, ground="ask_tint", ink="ask")

    def _buttons(self) -> QWidget:
        stage, desk, client = self.stage, self.desk, self.desk.client(self.of)
        if client is None:
            return QWidget()
        buttons = [sit_button(stage, desk, client)]
        if client.seen is not None:
            buttons += [look_button(stage, desk, client.id, page) for page in ("results", "plan")]
        space = stage.theme.space(10)
        return in_lines(*buttons, gap=space, line_gap=space)

    def _kept_parts(self, client: Client) -> list[Part]:
        theme, words = self.stage.theme, self.stage.words
        short = words.short_day
        lines = [words.say("client.kept.since", day=short(client.created.astimezone().date()))]
        if client.consent is not None:
            lines.append(words.say("client.consent.given", day=short(client.consent.given)))
        until = keep_until(client, self.desk.keep_months)
        if until is not None:
            over = until <= self.desk.today()
            lines.append(words.say("client.kept.over" if over else "client.kept.until", day=short(until)))
        return [said(theme, line, "small") for line in lines]

    # ------------------------------------------------------------ the staff's copy of the report

    def _saving(self) -> Part:
        saving = self._reader.saving(self.of)
        if saving is None:
            return nothing()
        return Part(saving, lambda: saving_notice(self.stage.theme, self.stage.words, saving, None))

    def _save_copy(self) -> None:
        say, told = self.stage.words.say, self._reader.told(self.of)
        if self.desk.read_only:  # what is given out stands in the log
            self.stage.dialogs.tell(say("desk.read_only.title"), say("desk.read_only.text"))
            return
        if told is None or told.view is None:
            announce(self, say("client.no_sitting"))
            return
        kind, file = say("web.forms.pdf.file_type"), say("web.forms.pdf.file")
        path = self.stage.dialogs.ask_save_path(suggested_path(file), say("save.dialog"), kind)
        if path is not None:
            self._reader.save_copy(told, self.stage, path, Wish(kind="staff"))
