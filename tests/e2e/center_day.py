"""A center's window in a process of its own, in the middle of a sitting with one client.

`python -m tests.e2e.center_day FILE DAY CODE` opens the caseload by its passphrase, goes on with that client's
questions, answers, and prints `saved`. With `lock` after it, it locks then, and ends by handing over. With `write` it
goes on answering, and prints each answer's number once the file has it; to be killed in the middle of one.
"""

from __future__ import annotations

import sys
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.ui.program import App, put_together
from desktop_app.ui.safe import Safe
from tests.e2e.planted import PLANTED
from tests.e2e.saving import PASSPHRASE, Asked, say, until


def main(place: Path, day: date, code: str, then: str) -> int:
    app = App()
    Safe.__init__.__defaults__ = (lambda: datetime.combine(day, time(10)).astimezone(),)
    window = put_together(app, lambda: day, "en").window
    window.dialogs = Asked(window)
    window.show()
    until(lambda: window.hiding is not None)
    safe = window.keep_safe()
    safe.open_file(place)
    QTest.keyClicks(window.page.ask.field, PASSPHRASE)  # type: ignore[attr-defined]
    window.page.on()
    until(lambda: safe.desk is not None)
    desk = safe.desk
    assert desk is not None
    desk.sit_with(next(row.client.id for row in desk.rows if row.client.name == code))
    until(lambda: desk.handed_over)
    navigator = window.navigator

    def is_saved() -> bool:
        return safe.keeper.now.phase == "saved" and not safe.keeper.unsaved

    navigator.keep("high_school", "ged_or_hiset")
    until(is_saved)
    say("saved")
    if then == "lock":
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    number = 0
    while then == "write":
        number += 1
        navigator.keep("roles", [_role(number)])
        until(is_saved)
        say(str(number))
    return app.exec() if window.isVisible() else 0


def _role(number: int) -> dict[str, object]:
    what = {"work": "peer_support_to_individuals", "setting": "similar", "paid": True}
    return {**what, "start": "2025-01-01", "end": None, "title": f"{PLANTED} {number}"}


if __name__ == "__main__":
    file, today, client, *more = sys.argv[1:]
    sys.exit(main(Path(file), date.fromisoformat(today), client, more[0] if more else ""))
