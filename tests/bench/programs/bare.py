"""The least that a PySide6 program can be: a window with one label, painted once."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel


def resident_kb() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


class Label(QLabel):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        print(json.dumps({"painted": time.time(), "resident_kb": resident_kb()}), flush=True)
        QTimer.singleShot(0, app.quit)


app = QApplication(sys.argv)
label = Label("Peer Ready")
label.resize(1280, 800)
label.show()
app.exec()
