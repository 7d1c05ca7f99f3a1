"""Begins with a saved file: the window opens at the page that asks for its passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.ui.handing_over import take_look

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


def open_at_start(window: MainWindow, place: Path, *, locked: bool) -> None:
    """To be called before the window is shown. `locked`: it was open until now, in a process that has ended."""
    hidden = take_look(window) if locked else False
    window.keep_safe().open_file(place, locked=locked)
    if hidden:
        window.painted.connect(window.hide_now)
