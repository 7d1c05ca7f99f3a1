"""Notices that nobody has used the program for a while, the time the computer slept included."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow

SIGNS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    )
)


def seconds() -> float:
    """Of a clock that nobody sets and that, where the system has one, goes on while the computer sleeps."""
    slept_too = getattr(time, "CLOCK_BOOTTIME", None)  # Linux; on Windows the other one does that
    return time.monotonic() if slept_too is None else time.clock_gettime(slept_too)


class Idle:
    """How long it is since the last sign of a person."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()

    def seen(self) -> None:
        self._last = self._clock()

    def for_(self, minutes: int) -> bool:
        return self._clock() - self._last >= 60 * minutes


class Signs(QObject):
    """Listens where the system hands keys and the mouse in, at the window of the program that has them."""

    seen = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen_at)
            self._listen_at(app.focusWindow())

    def _listen_at(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # installed twice, it would be asked twice
            window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS:
            self.seen.emit()
        return False
