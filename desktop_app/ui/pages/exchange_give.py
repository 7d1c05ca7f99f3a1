"""A locked file for another center: which clients, and a passphrase of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.overview import arrange
from desktop_app.i18n import Message
from desktop_app.ui.pages.exchange_parts import back_button
from desktop_app.ui.pages.passphrase_form import TRIED, NewPassphrase
from desktop_app.ui.save_report import suggested_path
from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.choosing import Choosing
from desktop_app.ui.widgets.error_summary import ErrorSummary, Problem
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.panel import Panel, notice
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.ui.pages.exchange import ExchangePage

DRAFT = "exchange.give"
ALL, SOME = "all", "some"


@dataclass(frozen=True)
class Wanted:
    """Who goes into the file, and what is looked for in the list."""

    which: str = ALL
    chosen: frozenset[str] = frozenset()
    find: str = ""


class GiveView(QWidget):
    def __init__(self, page: ExchangePage) -> None:
        super().__init__()
        self._page = page
        stage = page.stage
        theme, say = stage.theme, stage.words.say
        kept = stage.navigator.drafts.get(DRAFT)
        self._wanted = kept if isinstance(kept, Wanted) else Wanted()
        self._told = Slot()
        self.list: Choosing | None = None
        self._some_row: FormRow | None = None
        options = [Option(one, say(f"exchange_page.give.{one}")) for one in (ALL, SOME)]
        self.which = Segments(theme, say("exchange_page.give.who"), options, self._wanted.which)
        self.which.changed.connect(self._choose_which)
        self._some = Slot()
        self.count = Text(theme, "", "small", "soft")
        self.passphrase = NewPassphrase(
            stage, "exchange_page", say("exchange_page.give.passphrase"), self._known
        )
        self.button = Button(theme, say("exchange_page.give.button"), "primary", icon="lock")
        self.button.clicked.connect(lambda _on=False: self.on())
        self._lay()
        self._show_some()
        if stage.safe is not None and TRIED in stage.safe.typing:
            self._show_problems()

    def _lay(self) -> None:
        theme, say = self._page.stage.theme, self._page.stage.words.say
        buttons = in_lines(self.button, back_button(self._page), gap=theme.space(12), line_gap=theme.space(8))
        self.head = Heading(theme, say("exchange_page.give.title"), "h2")
        who: list[Item] = [Text(theme, say("exchange_page.give.who"), "strong"), 8, self.which, self._some]
        column(
            theme,
            self.head,
            4,
            Text(theme, say("exchange_page.give.text"), "small", "soft"),
            self._told,
            18,
            notice(theme, "people", say("exchange_page.give.ask_first"), None),
            14,
            self._panel(*who, 8, self.count),
            14,
            self._panel(self.passphrase),
            18,
            buttons,
            into=self,
        )

    def first(self) -> QWidget:
        return self.which

    def on(self) -> None:
        """Ask where, and write it there; or show what is to be put right first."""
        summary = self._show_problems()
        if summary is not None:
            summary.take_focus()
            return
        self._told.put(None)
        say, dialogs = self._page.stage.words.say, self._page.stage.dialogs
        path = dialogs.ask_save_path(
            suggested_path(say("exchange_page.give.file")),
            say("exchange_page.give.dialog"),
            say("keep.file_type"),
        )
        if path is None:
            return
        people = None if self._wanted.which == ALL else self._going()
        passphrase = self.passphrase.text()

        def work(file: CaseFile) -> Message:
            # The dialog has asked whether a file that is there may be replaced.
            file.export_to(path, passphrase, people, replace=True, log="exported")
            return Message("exchange_page.give.saved", {"file": path.name})

        self._page.do(work, "writing")

    # ------------------------------------------------------------ which clients

    def _panel(self, *items: Item) -> Panel:
        panel = Panel(self._page.stage.theme)
        column(self._page.stage.theme, *items, margins=(20, 15, 20, 17), into=panel)
        return panel

    def _going(self) -> list[str]:
        """Those that are chosen and still there."""
        return [row.client.id for row in self._page.desk.rows if row.client.id in self._wanted.chosen]

    def _keep(self, wanted: Wanted) -> None:
        self._wanted = self._page.stage.navigator.drafts[DRAFT] = wanted
        count = len(self._page.desk.rows) if wanted.which == ALL else len(self._going())
        if count and self._some_row is not None:
            self._some_row.show_error(None)
        self.count.say(self._page.stage.words.say("exchange_page.give.count", count=count))

    def _choose_which(self, which: str) -> None:
        self._keep(replace(self._wanted, which=which))
        self._show_some()

    def _show_some(self) -> None:
        self._keep(self._wanted)
        if self._wanted.which == ALL:
            self.list = self._some_row = None
            self._some.put(None)
            return
        theme, say = self._page.stage.theme, self._page.stage.words.say
        label, clients = say("exchange_page.give.find"), say("exchange_page.give.list")
        self.search = LineField(theme, label, self._wanted.find, icon="search")
        self.search.entered.connect(self._look_for)
        self.list = Choosing(
            theme, clients, say("exchange_page.more"), self._keys(), self._option, self._wanted.chosen
        )
        self.list.changed.connect(lambda chosen: self._keep(replace(self._wanted, chosen=chosen)))
        self._some_row = FormRow(theme, clients, self.list)
        self._some.put(column(theme, 14, FormRow(theme, label, self.search), 12, self._some_row))

    def _keys(self) -> Sequence[str]:
        return [row.client.id for row in arrange(self._page.desk.rows, find=self._wanted.find, sort="name")]

    def _option(self, of: str) -> Option:
        client = self._page.desk.client(of)
        return Option(of, client.name if client is not None else "")

    def _look_for(self, text: str) -> None:
        self._keep(replace(self._wanted, find=text))
        if self.list is not None:
            self.list.offer(self._keys())

    # ------------------------------------------------------------ what is to be put right

    def _known(self) -> Iterator[str]:
        """What others would try first."""
        center = self._page.stage.own_center.now
        if center is not None:
            yield center.name

    def _show_problems(self) -> ErrorSummary | None:
        stage = self._page.stage
        problems = self.passphrase.problems()
        if self._some_row is not None and self.list is not None and not self._going():
            nobody = stage.words.say("exchange_page.problems.nobody")
            self._some_row.show_error(nobody)
            field = self.list.list.rows[0] if self.list.list is not None else self.search
            problems.insert(0, Problem(nobody, field))
        if not problems:
            return None
        if stage.safe is not None:
            stage.safe.typing[TRIED] = TRIED
        title = stage.words.say("exchange_page.problems.wrong", count=len(problems))
        summary = ErrorSummary(stage.theme, title, problems)
        self._told.put(column(stage.theme, 14, summary))
        return summary
