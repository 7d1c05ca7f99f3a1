"""The preview: the report's pages as the printer gets them, the one choice about them, and the way to the printer."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.accessibility import announce
from desktop_app.ui.icons import IconName
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.report_choices import ReportChoices, trial_of
from desktop_app.ui.pages.results import SAVING
from desktop_app.ui.pdf_pages import LETTERS_PER_NAME
from desktop_app.ui.printing import Order, Printing, Told
from desktop_app.ui.report_wish import Wish
from desktop_app.ui.theme import ColorRole
from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.page_body import page_body
from desktop_app.ui.widgets.panel import Panel, note, notice
from desktop_app.ui.widgets.segments import Segments
from desktop_app.ui.widgets.sheet import WIDEST_EM, Sheet
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

CHOICE = "print.put_in"
"""Until the preview is left: what was wished for."""

SIGNS: dict[Told, tuple[IconName, ColorRole]] = {
    "trouble": ("alert", "ask"),
    "sending": ("print", "accent"),
    "sent": ("tick", "met"),
    "no_printer": ("info", "ask"),
    "failed": ("alert", "ask"),
}


class PrintPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.sheets: list[Sheet] = []
        self._told, self._pages, self._facts = Slot(), Slot(), Slot()
        self._told_now: Told | None = None
        self._begun = stage.navigator.begun
        self._waiting = False
        self._start: Button | None = None
        self.choice: Segments | None = None
        self._print, self._save = self._ways()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._empty() if not self._begun else self._preview())

    @property
    def name(self) -> str:
        return self.stage.words.say("print.title")

    def first(self) -> QWidget:
        return self._print if self._begun else self._start or self._back

    def buttons(self) -> Sequence[Button]:
        if not self._begun:
            self._start = self.start_button()
            return (*super().buttons(), *([self._start] if self._start is not None else ()))
        return (*super().buttons(), self._print, self._save)

    def _ways(self) -> tuple[Button, Button]:
        """To the printer, and into a file where there is none."""
        theme, say = self.stage.theme, self.stage.words.say
        prints = Button(theme, say("print.button"), "primary", icon="print")
        prints.clicked.connect(lambda _on=False: self.print_report())
        saves = Button(theme, say("save.report"), "primary", icon="save")
        saves.clicked.connect(lambda _on=False: self._save_instead())
        return prints, saves

    def back(self) -> None:
        self.stage.navigator.drafts.pop(CHOICE, None)
        if self._begun:
            self._printing.forget()
        super().back()

    def on(self) -> None:
        if self._begun:
            self.print_report()
        elif self._start is not None:
            self.stage.navigator.go_home("")
        else:
            self.back()

    def can_print(self) -> bool:
        return self._begun

    def print_report(self) -> None:
        """Which printer, and off it goes; asked for too early, it waits for the pages."""
        printing, dialogs = self._printing, self.stage.dialogs
        if printing.told == "sending":
            return
        if printing.printout is None:
            self._waiting = True
        elif not dialogs.has_printer():
            printing.say("no_printer")
        else:
            say, total = self.stage.words.say, len(printing.printout.pages)
            printer = dialogs.ask_printer(say("print.dialog"), total)
            if printer is not None:
                printer.setDocName(say("print.job"))  # what stands in the list of a printer that others use
                printing.send(printer)

    def _save_instead(self) -> None:
        """To the results, with the same wish in the question before saving."""
        navigator = self.stage.navigator
        navigator.drafts.pop(CHOICE, None)
        self._printing.forget()
        navigator.drafts[SAVING] = self._wish
        navigator.look()

    # ------------------------------------------------------------ the page

    def _empty(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        nothing = notice(theme, "info", say("print.empty.title"), say("print.empty.text"))
        return page_body(theme, self.stage.width, column(theme, Heading(theme, self.name), 14, nothing))

    def _preview(self) -> QWidget:
        stage, theme, say = self.stage, self.stage.theme, self.stage.words.say
        kept = stage.navigator.drafts.get(CHOICE)
        self._wish = kept if isinstance(kept, Wish) else Wish()
        self.choices = ReportChoices(stage, self._wish)
        self.choices.changed.connect(self._choose)
        self.choice = self.choices.choice if self.choices.asks_private() else None
        head: list[Item] = [
            Heading(theme, self.name),
            8,
            Text(theme, say("print.lead"), "lead", "soft"),
            self._told,
            20,
            self._chosen(),
        ]
        wide = stage.width == "wide"
        if not wide:
            head += [20, self._facts]
        main = column(theme, *head, 24, self._pages)
        self._printing = Printing.of(stage.background)
        self._printing.changed.connect(self._follow)
        self._make()
        self._show_told()
        return page_body(theme, stage.width, main, self._facts if wide else None)

    def _chosen(self) -> Panel:
        """What is to be printed: one card, as before saving."""
        panel = Panel(self.stage.theme)
        panel.setAccessibleName(self.name)
        column(self.stage.theme, self.choices, margins=(20, 16, 20, 20), into=panel)
        return panel

    def _choose(self) -> None:
        self._wish = self.choices.wish()
        self.stage.navigator.drafts[CHOICE] = self._wish
        self._printing.forget()
        self._show_told()
        self._make()

    def _make(self) -> None:
        stage = self.stage
        order = Order(stage.navigator.view, stage.words, stage.helps, self._wish, trial_of(stage))
        self._printing.make(order, round(stage.theme.em(WIDEST_EM) * self.devicePixelRatioF()))
        self._show_pages()

    def _follow(self) -> None:
        self._show_pages()
        if self._told_now != self._printing.told:
            self._show_told()
            title, text = self._told_words()
            if title:
                announce(self, f"{title}. {text}")
        if self._waiting and self._printing.printout is not None:
            self._waiting = False
            QTimer.singleShot(0, self, self.print_report)  # once they are seen

    def _told_words(self) -> tuple[str, str]:
        told, say = self._printing.told, self.stage.words.say
        return (say(f"print.{told}.title"), say(f"print.{told}.text")) if told else ("", "")

    def _show_told(self) -> None:
        self._told_now = self._printing.told
        self._show_ways()
        if self._told_now is None:
            self._told.put(None)
            return
        icon, ink = SIGNS[self._told_now]
        title, text = self._told_words()
        self._told.put(
            column(self.stage.theme, 16, notice(self.stage.theme, icon, title.rstrip("…"), text, ink=ink))
        )

    def _show_ways(self) -> None:
        """The one heavy button is that of the way on: without a printer to save, and once is enough to print."""
        told = self._printing.told
        if told != "no_printer":
            self._save.hide()
        elif self._save.parent() is not None:  # not yet in the bar, it would be a window
            self._save.show()
        self._print.kind = "secondary" if told in ("no_printer", "sending", "sent") else "primary"
        self._print.update()

    def _show_pages(self) -> None:
        theme, say, printout = self.stage.theme, self.stage.words.say, self._printing.printout
        if printout is None:
            self.sheets = []
            self._facts.put(None)
            making = "" if self._printing.told == "trouble" else say("print.making")
            self._pages.put(Text(theme, making, "body", "soft") if making else None)
            return
        if self.sheets:
            return
        total = len(printout.pages)
        items: list[Item] = []
        for number, page in enumerate(printout.pages, 1):
            words = shorten(page.text, LETTERS_PER_NAME, placeholder=" …")
            named = say("print.page_named", number=number, total=total, text=words)
            sheet = Sheet(theme, page.image, named, page.text)
            self.sheets.append(sheet)
            caption = Text(theme, say("print.page", number=number, total=total), "small", "soft")
            items += [sheet, 6, caption, 20 if number < total else None]
        self._pages.put(column(theme, *items))
        self._facts.put(self._notes(total))

    def _notes(self, total: int) -> Panel:
        theme, say = self.stage.theme, self.stage.words.say
        return note(
            theme,
            say("print.shown", count=total),
            Text(theme, say(f"print.fits.{self._wish.paper}"), "small"),
            8,
            Text(theme, say("print.near"), "small"),
        )
