"""Puts the window together with what it needs; there are no singletons, so nothing is known anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app import resources
from desktop_app.ui import style
from desktop_app.ui.accessibility import SpokenRoles
from desktop_app.ui.appearance import Appearance
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.faults import Faults
from desktop_app.ui.library import Library
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_words import system_language as system_language

if TYPE_CHECKING:
    from datetime import date

NAME = "Peer Ready"


class Program(NamedTuple):
    """What lives as long as the window does."""

    window: MainWindow
    faults: Faults
    spoken_roles: SpokenRoles


def make_app(arguments: Sequence[str] = ()) -> QApplication:
    app = QApplication([NAME, "-style", "fusion", *arguments])
    app.setApplicationName(NAME)
    app.setDesktopFileName("peer-ready")
    return app


def put_together(
    app: QApplication, today: Callable[[], date], language: str, dialogs: Dialogs | None = None
) -> Program:
    """The window and what it needs, not yet shown. Raises ResourceError."""
    folder = resources.folder()
    appearance = Appearance()
    dress(app, appearance, folder)
    window = MainWindow(Library(), appearance, language, today, dialogs)
    window.painted.connect(window.load)
    faults = Faults()
    # Queued: what went wrong may have done so in the middle of painting.
    faults.happened.connect(window.tell_of_fault, Qt.ConnectionType.QueuedConnection)
    faults.install()
    return Program(window, faults, SpokenRoles())


def dress(app: QApplication, appearance: Appearance, folder: Path) -> None:
    """Its own letters and style, before the first widget is made."""
    style.load_fonts(folder / "fonts")
    style.apply(app, appearance.theme)
