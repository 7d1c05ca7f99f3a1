"""The program as it starts for a person: when its first page is painted, what it holds at the first question."""

import json
import os
import time
from pathlib import Path
from typing import Any

from desktop_app.screen import there_is_a_screen

there_is_a_screen(os.environ)
os.environ["XDG_CONFIG_HOME"] = os.devnull  # nobody's own settings

from desktop_app.ui.app import run_window

painted: list[float] = []


def resident_kb() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


def meet(window: Any) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    def start() -> None:
        """Press Start, as a person does, and let the first question be painted."""
        window.page.on()
        QApplication.processEvents()
        print(json.dumps({"painted": painted[0], "resident_kb": resident_kb()}), flush=True)
        os._exit(0)

    def note_first_paint() -> None:
        painted.append(time.time())
        window.load()
        QTimer.singleShot(0, start)

    window.resize(1280, 800)  # as the bare one is
    window.painted.disconnect()  # so that the time is noted before the rules are read
    window.painted.connect(note_first_paint)


run_window(meet=meet)
