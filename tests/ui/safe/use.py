"""What a person does to save their answers and to open them again, by keys and clicks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from desktop_app.casefile.opening import open_file
from desktop_app.ui.safe import Safe, now
from tests.ui.window.conftest import CONTROL, SHIFT, Desk

PASSPHRASE = "candle river forty socks"
GED = "I passed the GED or HiSET"
LONG = 120_000
"""Milliseconds; the key is made slowly on purpose, and the machine may be busy."""


def safe(at: Desk) -> Safe:
    return at.window.keep_safe()


def type_in(at: Desk, field, text: str) -> None:
    at.qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    field.selectAll()
    at.qtbot.keyClicks(field, text)
    at.settle()


def ask_to_save(at: Desk) -> None:
    at.press(Qt.Key.Key_S, CONTROL | SHIFT)


def fill_in(at: Desk, passphrase: str = PASSPHRASE, again: str | None = None) -> None:
    type_in(at, at.page.passphrase.once.field, passphrase)
    type_in(at, at.page.passphrase.twice.field, passphrase if again is None else again)


def save(at: Desk, place: Path, passphrase: str = PASSPHRASE) -> None:
    """Through the page, up to where it says that all is saved."""
    at.dialogs.path = place
    ask_to_save(at)
    fill_in(at, passphrase)
    before = safe(at).keeper.place
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: safe(at).keeper.place not in (None, before), timeout=LONG)
    at.settle()


def saved(at: Desk) -> None:
    """Wait until the window says so."""
    at.qtbot.waitUntil(
        lambda: safe(at).keeper.now.phase == "saved" and not safe(at).keeper.unsaved, timeout=LONG
    )
    at.settle()


def choose_file(at: Desk, place: Path) -> None:
    at.dialogs.open_path = place
    at.press(Qt.Key.Key_O, CONTROL)


def unlock(at: Desk, passphrase: str = PASSPHRASE) -> None:
    """Type it and press Enter; gives what came of it."""
    unlocking = safe(at).unlocking
    type_in(at, at.page.ask.field, passphrase)
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: not unlocking.busy, timeout=LONG)
    at.settle()


def content(place: Path, passphrase: str = PASSPHRASE) -> dict[str, Any]:
    """What the file holds; read beside the window that has it open."""
    file = open_file(place, passphrase, now)
    try:
        return dict(file.sittings(file.people()[0].id)[-1].content)
    finally:
        file.close()


def answers(place: Path) -> dict[str, Any]:
    return dict(content(place)["sheet"]["answers"])
