"""Dialogs while a client has the mouse: none of them shows which files there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.i18n import Words
from desktop_app.ui.dialogs import Dialogs

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class NoFiles:
    """Says that this comes after; all else is asked and told as usual."""

    def __init__(self, dialogs: Dialogs, words: Words) -> None:
        self._dialogs, self._words = dialogs, words

    def ask_save_path(self, _suggested: Path, _title: str, _file_type: str) -> Path | None:
        self._later()
        return None

    def ask_open_path(self, _title: str, _file_type: str) -> Path | None:
        self._later()
        return None

    def ask_open_paths(self, _title: str, _file_type: str) -> list[Path]:
        self._later()
        return []

    def has_printer(self) -> bool:
        return self._dialogs.has_printer()

    def ask_printer(self, _title: str, _pages: int) -> QPrinter | None:
        self._later()
        return None

    def confirm(self, title: str, text: str, yes: str, no: str) -> bool:
        return self._dialogs.confirm(title, text, yes, no)

    def tell(self, title: str, text: str) -> None:
        self._dialogs.tell(title, text)

    def _later(self) -> None:
        say = self._words.say
        self._dialogs.tell(say("desk.later.title"), say("desk.later.text"))
