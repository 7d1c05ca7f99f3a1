"""A window in a process of its own that saves a planted answer and says on a line of its own what the file has.

`python -m tests.e2e.saving FILE` answers, saves to FILE, prints `saved` and stays; to be killed. With `lock` after it,
it locks then, and ends by handing over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.interview.session import Session
from desktop_app.ui.dialogs import QtDialogs
from desktop_app.ui.program import App, put_together
from tests.e2e.planted import PLANTED

PASSPHRASE = "candle river forty socks"
ROLE = {
    "work": "peer_support_to_individuals",
    "setting": "similar",
    "paid": True,
    "start": "2025-01-01",
    "end": None,
}


class Asked(QtDialogs):
    """Saves where it was told, instead of asking."""

    place: Path

    def ask_save_path(self, suggested: Path, title: str, file_type: str) -> Path | None:
        return self.place

    def tell(self, title: str, text: str) -> None:
        """Read, and closed."""


def main(place: Path, *, lock: bool) -> int:
    app = App()
    window = put_together(app, lambda: date(2026, 11, 22), "en").window
    window.dialogs = asked = Asked(window)
    asked.place = place
    window.show()
    until(lambda: window.hiding is not None)
    window.page.on()
    navigator = window.navigator
    navigator.restore(
        Session(navigator.session.as_of, navigator.session.series, answers={"college_degree": "none"})
    )
    navigator.go_to("high_school")
    safe = window.keep_safe()
    safe.save_progress()
    settle()
    for field in (window.page.passphrase.once.field, window.page.passphrase.twice.field):  # type: ignore[attr-defined]
        QTest.keyClicks(field, PASSPHRASE)
    window.page.on()
    until(lambda: safe.keeper.file is not None)
    window.page.on()
    navigator.keep("roles", [{**ROLE, "title": PLANTED}])
    navigator.keep("high_school", "ged_or_hiset")
    until(lambda: safe.keeper.now.phase == "saved" and not safe.keeper.unsaved)
    say("saved")
    if lock:
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    return app.exec() if window.isVisible() else 0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def until(true: Callable[[], bool]) -> None:
    begun = monotonic()
    while not true():
        assert monotonic() - begun < 600
        QTest.qWait(5)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), lock="lock" in sys.argv[2:]))
