"""Dialogs that answer at once, for tests: what was asked can be read afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass
class FakeDialogs:
    """Saves to `path`, opens `open_path`, agrees if `agree`; keeps what was asked and told."""

    path: Path | None = None
    open_path: Path | None = None
    open_paths: list[Path] = field(default_factory=list)
    """Where several may be opened at once."""
    printer: QPrinter | None = None
    """The one that is chosen; without it none is set up."""
    agree: bool = True
    asked: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    """The texts of those that had two answers."""
    told: list[tuple[str, str]] = field(default_factory=list)

    def ask_save_path(self, suggested: Path, title: str, file_type: str) -> Path | None:
        self.asked.append(title)
        return self.path

    def ask_open_path(self, title: str, file_type: str) -> Path | None:
        self.asked.append(title)
        return self.open_path

    def ask_open_paths(self, title: str, file_type: str) -> list[Path]:
        self.asked.append(title)
        return self.open_paths

    def has_printer(self) -> bool:
        return self.printer is not None

    def ask_printer(self, title: str, pages: int) -> QPrinter | None:
        self.asked.append(title)
        return self.printer

    def confirm(self, title: str, text: str, yes: str, no: str) -> bool:
        self.asked.append(title)
        self.questions.append(text)
        return self.agree

    def tell(self, title: str, text: str) -> None:
        self.told.append((title, text))
