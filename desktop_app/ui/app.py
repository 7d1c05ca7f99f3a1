"""Puts the window together and runs it; nothing here is known anywhere else."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app import resources
from desktop_app.resources import ResourceError
from desktop_app.ui import style
from desktop_app.ui.accessibility import SpokenRoles
from desktop_app.ui.appearance import Appearance
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.faults import Faults
from desktop_app.ui.library import Library
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_words import system_language

NAME = "Peer Ready"
UNUSABLE = 2


class Program(NamedTuple):
    """What lives as long as the window does."""

    window: MainWindow
    faults: Faults
    spoken_roles: SpokenRoles


def run_window(arguments: Sequence[str] | None = None) -> int:
    """Show the window until it is closed; gives the exit code. `arguments` are for Qt."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal it was started from ends it
    app = make_app(arguments or ())
    today = date.today()  # noqa: DTZ011 - the day where the person is
    try:
        program = put_together(app, today, system_language())
    except ResourceError as error:  # not even the words to say it in
        if sys.stderr is not None:
            print(f"peer-ready: {error}", file=sys.stderr)  # noqa: T201
        return UNUSABLE
    program.window.show()
    return app.exec()


def make_app(arguments: Sequence[str] = ()) -> QApplication:
    app = QApplication([NAME, *arguments])
    app.setApplicationName(NAME)
    app.setDesktopFileName("peer-ready")
    return app


def put_together(app: QApplication, as_of: date, language: str, dialogs: Dialogs | None = None) -> Program:
    """The window and what it needs, not yet shown. Raises ResourceError."""
    folder = resources.folder()
    dress(app, folder)
    window = MainWindow(Library(), Appearance(), language, as_of, dialogs)
    window.setWindowIcon(QIcon(str(folder / "icons" / "peer-ready.png")))
    window.painted.connect(window.load)
    faults = Faults()
    # Queued: what went wrong may have done so in the middle of painting.
    faults.happened.connect(window.tell_of_fault, Qt.ConnectionType.QueuedConnection)
    faults.install()
    return Program(window, faults, SpokenRoles())


def dress(app: QApplication, folder: Path) -> None:
    """Its own letters and style, before the first widget is made."""
    style.load_fonts(folder / "fonts")
    style.apply(app, Appearance().theme)
