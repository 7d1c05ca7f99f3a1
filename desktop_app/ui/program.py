"""Puts the window together with what it needs; there are no singletons, so nothing is known anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app import resources
from desktop_app.settings import Settings
from desktop_app.ui import style
from desktop_app.ui.accessibility import SpokenRoles
from desktop_app.ui.appearance import Appearance
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.faults import Faults
from desktop_app.ui.library import Library
from desktop_app.ui.look_kept import kept_colors
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_words import system_language as system_language

if TYPE_CHECKING:
    from datetime import date

NAME = "Peer Ready"


class App(QApplication):
    """Qt's application, in our style and with our letters. Raises ResourceError."""

    def __init__(self, arguments: Sequence[str] = ()) -> None:
        # Asked for by its class, the style would bring enough of Qt along to be felt.
        super().__init__([NAME, "-style", "fusion", *arguments])
        self.setApplicationName(NAME)
        self.setDesktopFileName("peer-ready")
        self.spoken_roles = SpokenRoles()
        style.load_fonts(resources.folder() / "fonts")


class Program(NamedTuple):
    window: MainWindow
    faults: Faults


def put_together(
    app: QApplication,
    today: Callable[[], date],
    language: str,
    dialogs: Dialogs | None = None,
    settings: Settings | None = None,
) -> Program:
    """The window and what it needs, not yet shown; its look is that of the settings. Raises ResourceError."""
    settings = settings or Settings()
    look = settings.look
    appearance = Appearance(kept_colors(look), look.text_scale or 1.0)
    appearance.follows = bool(look.follows)
    style.apply(app, appearance.theme)
    window = MainWindow(Library(), appearance, language, today, dialogs, settings)
    window.painted.connect(window.load)
    window.painted.connect(window.look_kept.tell_trouble)
    faults = Faults()
    # Queued: what went wrong may have done so in the middle of painting.
    faults.happened.connect(window.tell_of_fault, Qt.ConnectionType.QueuedConnection)
    faults.install()
    return Program(window, faults)
