"""The numbers as a PDF for a funder: on which paper, and where it is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import Message
from desktop_app.report.funder import FunderReport
from desktop_app.report.writing import write_whole
from desktop_app.ui.accessibility import announce
from desktop_app.ui.found import Found
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.save_report import suggested_path
from desktop_app.ui.widgets.arrange import column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.field import Entry, SelectField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.panel import note
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.report.paper import PaperName

PAPER = "numbers.paper"


class FunderPaper(QWidget):
    def __init__(self, stage: Stage, saved: Found, report: Callable[[], FunderReport | None]) -> None:
        super().__init__()
        self._stage, self._saved, self._report = stage, saved, report
        theme, words = stage.theme, stage.words
        say = words.say
        chosen = stage.navigator.drafts.get(PAPER)
        papers = [Entry(one, say(f"report_kinds.choose.{one}")) for one in ("letter", "a4")]
        self.paper = SelectField(
            theme, say("numbers.pdf.paper"), papers, chosen if isinstance(chosen, str) else "letter"
        )
        self.paper.changed.connect(lambda one: stage.navigator.drafts.__setitem__(PAPER, one))
        self.button = Button(theme, say("numbers.pdf.save"), icon="save", small=True)
        self.button.clicked.connect(lambda _on=False: self.save())
        self._told = Slot()
        panel = note(
            theme,
            say("numbers.pdf.about"),
            Text(theme, say("numbers.pdf.about_text"), "small"),
            12,
            FormRow(theme, say("numbers.pdf.paper"), self.paper),
            12,
            left(self.button),
            self._told,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        saved.changed.connect(self._follow)
        self._show()

    def save(self) -> None:
        report, desk = self._report(), self._stage.desk
        if report is None or desk is None or self._saved.busy:
            return
        say = self._stage.words.say
        path = self._stage.dialogs.ask_save_path(
            suggested_path(say("numbers.pdf.file")), say("numbers.pdf.dialog"), say("numbers.pdf.type")
        )
        if path is None:
            return
        paper: PaperName = "a4" if self.paper.value() == "a4" else "letter"
        self._saved.ask(desk, lambda file: _written(file, report, path, paper))

    def _follow(self) -> None:
        told = self._show()
        if told:
            announce(self, told)

    def _show(self) -> str:
        say, saved = self._stage.words.say, self._saved
        if saved.busy:
            told = say("numbers.pdf.saving")
        elif saved.problem is not None:
            told = say(plainly(saved.problem))
        else:
            told = say("numbers.pdf.saved", file=saved.value) if saved.value else ""
        theme = self._stage.theme
        self._told.put(column(theme, 10, Text(theme, told, "small_strong")) if told else None)
        return told


def _written(file: CaseFile, report: FunderReport, path: Path, paper: PaperName) -> str:
    """Off the window's thread; gives the file's name. The dialog has asked whether it may be replaced."""
    from desktop_app.report.funder_page import funder_pdf  # late: printing takes a while to load
    from desktop_app.report.paper import PAPERS

    write_whole(path, lambda: funder_pdf(report, PAPERS[paper]), replace=True)
    if not file.read_only:
        file.tell_log("report")
    return path.name


def plainly(message: Message) -> Message:
    """Without the system's own reason: what it may be, and what to do."""
    return Message("save.cannot_write") if message.key == "problems.cannot_write" else message
