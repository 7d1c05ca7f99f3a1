"""A page that asks for a new passphrase: what its parts look like, and where it says what is to be put right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.passphrase_form import TRIED
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.error_summary import ErrorSummary, Problem
from desktop_app.ui.widgets.panel import Panel, note, notice
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text


class PassphraseAsked(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._told = Slot()

    def _problems(self) -> Sequence[Problem]:
        """What is to be put right; shown at its fields by this."""
        raise NotImplementedError

    def _show_problems(self) -> ErrorSummary | None:
        """At the fields and at the top of the page; None where there are none."""
        problems, safe = self._problems(), self.stage.safe
        if not problems or safe is None:
            return None
        safe.typing[TRIED] = TRIED
        title = self.stage.words.say("question.problems", count=len(problems))
        summary = ErrorSummary(self.stage.theme, title, problems)
        self._told.put(column(self.stage.theme, 16, summary))
        return summary

    def _tell(self, words: str, *, calm: bool = False) -> None:
        """What came of it, or that it is being done."""
        theme = self.stage.theme
        told = notice(theme, "lock" if calm else "alert", words, None, ink="accent" if calm else "ask")
        self._told.put(column(theme, 16, told))
        announce(self, words)

    def _panel(self, title: str, content: QWidget) -> Panel:
        theme = self.stage.theme
        panel = Panel(theme)
        head = Heading(theme, self.stage.words.say(title), "h3")
        column(theme, head, 10, content, margins=(18, 15, 18, 17), into=panel)
        return panel

    def _notes(self, keys: Iterable[str]) -> QWidget:
        """For the margin: each key's words, and those of `key_text` below them."""
        theme, say = self.stage.theme, self.stage.words.say
        shown = [note(theme, say(key), Text(theme, say(f"{key}_text"), "small")) for key in keys]
        return column(theme, *shown, gap=12)
