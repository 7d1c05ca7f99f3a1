"""What is brought into the caseload and given out of it; what would change is shown before it does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.caseload.overview import arrange
from desktop_app.caseload.table import Table, table_of
from desktop_app.i18n import Message, Words
from desktop_app.report.writing import write_whole
from desktop_app.ui.accessibility import announce
from desktop_app.ui.found import Found
from desktop_app.ui.icons import IconName
from desktop_app.ui.pages.exchange_give import GiveView
from desktop_app.ui.pages.exchange_sheets import SheetsView, read_sheets
from desktop_app.ui.pages.exchange_theirs import AskTheirs, TheirsView
from desktop_app.ui.pages.headed import HeadedPage
from desktop_app.ui.pages.numbers_paper import plainly
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.save_report import suggested_path
from desktop_app.ui.theme import ColorRole
from desktop_app.ui.widgets.arrange import STRETCH, Item, column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.error_summary import go_to
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.panel import Panel, notice
from desktop_app.ui.widgets.scroll import to_the_top
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.ui.desk import Desk

STEP, LOOK, DOING, THEIRS = "exchange.step", "exchange.look", "exchange.doing", "exchange.theirs"
SHEETS, ASK, CENTER, GIVE = "sheets", "ask", "center", "give"


class View(Protocol):
    """What stands on the page while something is on its way in or out."""

    def first(self) -> QWidget: ...
    def on(self) -> None: ...


class ExchangePage(HeadedPage):
    about = "exchange_page"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, drafts = stage.theme, stage.navigator.drafts
        self.look, self.doing = Found.of(drafts, LOOK), Found.of(drafts, DOING)
        self._told, self._place = Slot(), Slot()
        self._shown: tuple[object, ...] = ()
        self.view: View | None = None
        self.lay(column(theme, self.head, self._told, 18, self._place, STRETCH))
        self.look.changed.connect(self._looked)
        self.doing.changed.connect(self._done)
        self._show()
        self._tell()

    @property
    def step(self) -> str:
        step = self.stage.navigator.drafts.get(STEP)
        return step if isinstance(step, str) else ""

    def first(self) -> QWidget:
        return self.view.first() if self.view is not None else super().first()

    def on(self) -> None:
        """Enter: what the view is for."""
        if self.view is not None:
            self.view.on()

    def escape(self) -> None:
        if self.step:
            self.leave_step()

    def follow(self) -> None:
        """With the first client there is something to give out."""
        if not self.step:
            self._show()

    # ------------------------------------------------------------ from step to step

    def go(self, step: str) -> None:
        """To what comes next; the keys go with it."""
        self.doing.forget()
        self.stage.navigator.drafts[STEP] = step
        self._show()
        QTimer.singleShot(0, self, lambda: to_the_top(self))
        go_to(self.first())

    def leave_step(self) -> None:
        """Nothing of it is kept: neither what was read nor a passphrase."""
        drafts = self.stage.navigator.drafts
        for name in [name for name in drafts if name.startswith("exchange.") and name not in (LOOK, DOING)]:
            del drafts[name]
        if self.stage.safe is not None:
            self.stage.safe.typing.clear()
        self.look.forget()
        self._show()
        go_to(self.first())

    def _show(self) -> None:
        """What belongs to the step; made anew only where that has changed."""
        step, theirs = self.step, self.stage.navigator.drafts.get(THEIRS)
        shown = (step, self.look.phase, id(self.look.value), bool(self.desk.rows))
        if shown == self._shown:
            return
        self._shown, self.view = shown, None
        content: QWidget
        if step == GIVE:
            content = self.view = GiveView(self)
        elif step == ASK and isinstance(theirs, Path):
            content = self.view = AskTheirs(self, theirs)
        elif step == SHEETS and self.look.phase == "there":
            content = self.view = SheetsView(self, self.look.value)
        elif step == CENTER and self.look.phase == "there":
            content = self.view = TheirsView(self, self.look.value)
        elif step and self.look.busy:
            content = Text(self.stage.theme, self.stage.words.say("exchange_page.reading"), "body", "soft")
        else:
            content = self._start()
        self._place.put(content)

    def _looked(self) -> None:
        """What was read, or why it could not be."""
        if self.step == ASK and self.look.phase == "there":
            if self.stage.safe is not None:
                self.stage.safe.typing.clear()
            self.stage.navigator.drafts[STEP] = CENTER
        elif self.step == ASK and isinstance(self.view, AskTheirs):
            self.view.follow()
            return
        self._show()
        if self.look.phase == "there" and self.step:
            go_to(self.first())

    # ------------------------------------------------------------ what is done

    def do(self, work: Callable[[CaseFile], Message], about: str) -> None:
        """In the file, off the window's thread; it gives a Message that says what came of it."""
        if not self.doing.busy:
            self.doing.ask(self.desk, work, about, self.desk.read_anew if about == "bringing" else None)

    def _done(self) -> None:
        told = self._tell()
        if told:
            announce(self, told)
        if self.doing.phase == "there" and self.step:
            self.leave_step()
            QTimer.singleShot(0, self, lambda: to_the_top(self))

    def _tell(self) -> str:
        """What is being done, or what came of it, on top of the page; it is also given back."""
        doing, say = self.doing, self.stage.words.say
        icon: IconName = "clock"
        ink: ColorRole = "accent"
        if doing.busy:
            told = say(f"exchange_page.{doing.about}")
        elif doing.problem is not None:
            told, icon, ink = say(plainly(doing.problem)), "alert", "ask"
        elif isinstance(doing.value, Message):
            told, icon, ink = say(doing.value), "tick", "met"
        else:
            self._told.put(None)
            return ""
        theme = self.stage.theme
        self._told.put(column(theme, 14, notice(theme, icon, told, None, ink=ink)))
        return told

    # ------------------------------------------------------------ where it begins

    def _start(self) -> QWidget:
        theme, words = self.stage.theme, self.stage.words
        if self.desk.read_only:  # nothing of it could be written, in the log least of all
            return notice(theme, "info", words.say("desk.read_only.title"), words.say("desk.read_only.text"))
        items: list[Item] = [
            self._panel("sheets", self._button("sheets.choose", "doc", self._choose_sheets)),
            14,
            self._panel("theirs", self._button("theirs.choose", "people", self._choose_theirs)),
        ]
        if self.desk.rows:
            csv = self._button("lists.csv", "save", lambda: self._save_list("csv"))
            xlsx = self._button("lists.xlsx", "save", lambda: self._save_list("xlsx"))
            give = self._button("give.choose", "lock", lambda: self.go(GIVE))
            items += [14, self._panel("lists", csv, xlsx), 14, self._panel("give", give)]
        return column(theme, *items)

    def _panel(self, part: str, *buttons: Button) -> Panel:
        theme, say = self.stage.theme, self.stage.words.say
        panel = Panel(theme)
        column(
            theme,
            Heading(theme, say(f"exchange_page.{part}.title"), "h3"),
            4,
            Text(theme, say(f"exchange_page.{part}.text"), "small", "soft"),
            12,
            in_lines(*buttons, gap=theme.space(10), line_gap=theme.space(8)),
            margins=(20, 15, 20, 17),
            into=panel,
        )
        return panel

    def _button(self, key: str, icon: IconName, press: Callable[[], None]) -> Button:
        button = Button(self.stage.theme, self.stage.words.say(f"exchange_page.{key}"), icon=icon, small=True)
        button.clicked.connect(lambda _on=False: press())
        return button

    def _choose_sheets(self) -> None:
        say = self.stage.words.say
        paths = self.stage.dialogs.ask_open_paths(
            say("exchange_page.sheets.dialog"), say("exchange_page.sheets.type")
        )
        if paths:
            self.go(SHEETS)
            self.look.ask(self.desk, read_sheets(self.desk, paths))

    def _choose_theirs(self) -> None:
        say = self.stage.words.say
        path = self.stage.dialogs.ask_open_path(say("exchange_page.theirs.dialog"), say("keep.file_type"))
        if path is not None:
            self.stage.navigator.drafts[THEIRS] = path
            self.go(ASK)

    def _save_list(self, form: str) -> None:
        words, desk = self.stage.words, self.desk
        say = words.say
        path = self.stage.dialogs.ask_save_path(
            suggested_path(say(f"exchange.files.{form}")),
            say("exchange_page.lists.dialog"),
            say(f"exchange.files.{form}_type"),
        )
        if path is not None:
            self.do(_listed(desk, words, path, form), "writing")


def _listed(desk: Desk, words: Words, path: Path, form: str) -> Callable[[CaseFile], Message]:
    """Writes all clients by name; to be done off the window's thread."""
    rows, book, today, months = arrange(desk.rows, sort="name"), desk.book(), desk.today(), desk.keep_months

    def made(table: Table) -> bytes:
        if form == "csv":
            from desktop_app.caseload.csv_out import csv_of

            return csv_of(table)
        from desktop_app.caseload.xlsx_out import xlsx_of

        return xlsx_of(table)

    def work(file: CaseFile) -> Message:
        table = table_of(rows, book, words, today, months)
        write_whole(path, lambda: made(table), replace=True)  # the dialog has asked about that
        file.tell_log("exported")
        return Message("exchange_page.saved", {"file": path.name})

    return work
