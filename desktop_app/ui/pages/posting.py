"""A newer posting, for staff: its text goes in, and what it means for the rules comes out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.files import beginning
from desktop_app.i18n import Message
from desktop_app.rulebook.posting import LARGEST, PostingError, check_text, decoded
from desktop_app.ui.accessibility import announce
from desktop_app.ui.check_posting import PostingCheck
from desktop_app.ui.first_words import first_words
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.posting_result import posting_result, said_of
from desktop_app.ui.widgets.arrange import STRETCH, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.error_summary import ErrorSummary, Problem, go_to
from desktop_app.ui.widgets.field import Entry, SelectField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.page_body import page_body
from desktop_app.ui.widgets.panel import Panel, note, notice
from desktop_app.ui.widgets.scroll import to_the_top
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text
from desktop_app.ui.widgets.text_area import TextArea

LINES = 12


class PostingPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, say = stage.theme, stage.words.say
        self._check = PostingCheck.of(stage.background, stage.navigator)
        self._check.changed.connect(self._follow)
        self._told = Slot()
        series = first_words(stage.words.language).series
        entries = [
            Entry(one.series, say("newer.series_name", state=one.state, about=one.about)) for one in series
        ]
        chosen = self._check.series or entries[0].value
        self.series = SelectField(theme, say("newer.series"), entries, chosen)
        self.text = TextArea(theme, say("newer.text"), self._check.text, lines=LINES, fit=_fits)
        self.text.refused.connect(self._refused)
        self.text.textChanged.connect(self._put_in)
        self.series.changed.connect(lambda _series: self._put_in())
        self._row = FormRow(theme, say("newer.text"), self.text, say("newer.text_hint"))
        main = column(
            theme,
            Heading(theme, self.name),
            8,
            Text(theme, say("newer.lead"), "lead", "soft"),
            self._told,
            18,
            self._form(),
            STRETCH,
        )
        self._show_outcome()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page_body(theme, stage.width, main, self._margin()))

    @property
    def name(self) -> str:
        return self.stage.words.say("newer.title")

    def first(self) -> QWidget:
        return self.series

    def buttons(self) -> Sequence[Button]:
        compare = self.on_button(self.stage.words.say("newer.compare"))
        return (*super().buttons(), compare)

    def on(self) -> None:
        """Compare, or say what is missing."""
        text = self.text.toPlainText()
        if not text.strip():
            self._check.refuse(Message("newer.problems.empty"))
        elif not _fits(text):
            self._refused(text)
        else:
            self._check.compare(self.series.value() or "", text)

    # ------------------------------------------------------------ what goes in

    def _form(self) -> Panel:
        theme, say = self.stage.theme, self.stage.words.say
        open_file = Button(theme, say("newer.open"), icon="doc", small=True)
        open_file.clicked.connect(lambda _on=False: self._open())
        panel = Panel(theme)
        rows = (FormRow(theme, say("newer.series"), self.series), 16, self._row, 12, left(open_file))
        column(theme, *rows, margins=(18, 17, 18, 19), into=panel)
        return panel

    def _put_in(self) -> None:
        self._check.put_in(self.series.value() or "", self.text.toPlainText())

    def _refused(self, text: str) -> None:
        try:
            check_text(text)
        except PostingError as error:
            self._check.refuse(error.message)

    def _open(self) -> None:
        say = self.stage.words.say
        path = self.stage.dialogs.ask_open_path(say("newer.open").rstrip("…"), say("newer.file_type"))
        if path is None:
            return
        try:
            text = decoded(beginning(path, LARGEST))
        except PostingError as error:
            self._check.refuse(error.message)
        except (OSError, ValueError):
            self._check.refuse(Message("newer.problems.cannot_read"))
        else:
            self.text.setPlainText(text)
            self.text.setFocus()

    def _summary(self, problem: Message) -> ErrorSummary:
        words = self.stage.words
        told = words.say("newer.problem", field=words.say("newer.text"), problem=words.say(problem))
        return ErrorSummary(self.stage.theme, words.say("newer.wrong", count=1), [Problem(told, self.text)])

    # ------------------------------------------------------------ what comes out

    def _follow(self) -> None:
        summary = self._show_outcome()
        check, words = self._check, self.stage.words
        if summary is not None:
            summary.take_focus()
        elif check.phase == "comparing":
            announce(self, words.say("newer.comparing"))
        elif check.compared is not None:
            announce(self, said_of(check.compared, words))
            QTimer.singleShot(0, self, lambda: to_the_top(self))  # once it has its height
        elif self.text.hasFocus():
            go_to(self.text)  # what stood above it is gone

    def _show_outcome(self) -> ErrorSummary | None:
        """What came of it, on top of the page; what is wrong with the text, beside the text too."""
        theme, words, check = self.stage.theme, self.stage.words, self._check
        problem = check.problem
        self._row.show_error(words.say(problem) if problem is not None else None)
        if problem is not None:
            summary = self._summary(problem)
            self._told.put(column(theme, 16, summary))
            return summary
        if check.phase == "comparing":
            self._told.put(column(theme, 16, notice(theme, "search", words.say("newer.comparing"), None)))
        elif check.compared is not None:
            self._told.put(column(theme, 20, posting_result(self.stage, check.compared), 6))
        else:
            self._told.put(None)
        return None

    def _margin(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        notes = (
            note(theme, say(f"newer.notes.{one}"), Text(theme, say(f"newer.notes.{one}_text"), "small"))
            for one in ("what", "not", "kept")
        )
        return column(theme, *notes, gap=12)


def _fits(text: str) -> bool:
    try:
        check_text(text)
    except PostingError:
        return False
    return True
