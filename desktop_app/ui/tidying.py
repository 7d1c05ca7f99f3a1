"""Collects Python's rubbish in the window's thread only.

Python may look for rubbish in whichever thread makes an object. Found in the one that writes a report, a widget that
nobody holds any more is destroyed there, and Qt ends the program: widgets may go in their own thread only.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between two looks at how much has been made since the last."""


class Tidying(QObject):
    """From its making until `stop`, no other thread collects; the window's does, at Python's own measure."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Collect the oldest generation that is due, as Python would; the younger ones go with it."""
        due = [
            generation
            for generation, (made, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if made > limit
        ]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
