"""Starts the program anew at the page that asks for the passphrase, so that this process can end with all it knew."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

LOOK = "PEER_READY_LOOK"
"""How the window looked, in the environment of the new process, which nobody else on the computer can read."""
LARGEST = 2000


def start_locked(place: Path, look: Mapping[str, Any]) -> None:
    """Raises OSError."""
    environment = {**os.environ, LOOK: json.dumps(look)}
    if getattr(sys, "frozen", False):
        environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # a program of its own, not a part of this one
    subprocess.Popen(  # noqa: S603 - this program itself
        command(place),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # it outlives this one, and the terminal that this one was started from
    )


def command(place: Path) -> Sequence[str]:
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop_app"]
    return [*program, "--open", str(place.absolute()), "--locked"]


def look_of(window: MainWindow, *, hidden: bool) -> dict[str, Any]:
    """What the new window takes over; none of it is about a person."""
    place = window.geometry()
    return {
        "place": [place.x(), place.y(), place.width(), place.height()],
        "maximized": window.isMaximized() or window.isFullScreen(),
        "language": window.language,
        "scale": window.appearance.scale,
        "colors": window.appearance.colors,
        "shift_hides": window.shift_hides,
        "lock_minutes": window.lock_minutes,
        "hidden": hidden,
    }


def take_look(window: MainWindow) -> bool:
    """Look as the window before did, if it handed anything over; True if it was hidden."""
    try:
        look = json.loads(os.environ.pop(LOOK, "")[:LARGEST])
    except ValueError:
        return False
    if not isinstance(look, dict):
        return False
    from desktop_app.i18n import LANGUAGES
    from desktop_app.settings import COLORS, KNOWN, SCALES

    if look.get("language") in LANGUAGES:
        window.speak(look["language"])
    if look.get("colors") in (*COLORS, None):
        window.use_colors(look.get("colors"))
    if look.get("scale") in SCALES:
        window.zoom(look["scale"])
    window.shift_hides = look.get("shift_hides") is not False
    if KNOWN["lock_minutes"](look.get("lock_minutes")):
        window.lock_minutes = look["lock_minutes"]
    _put(window, look.get("place"))
    if look.get("maximized") is True:
        window.showMaximized()
    return look.get("hidden") is True


def _put(window: MainWindow, place: object) -> None:
    """Where the other one stood, as far as there is still a screen."""
    if not (isinstance(place, list) and len(place) == 4 and all(type(part) is int for part in place)):
        return
    from PySide6.QtCore import QRect

    rect = QRect(*place)
    if any(screen.geometry().intersects(rect) for screen in window.screen().virtualSiblings()):
        window.setGeometry(rect)
