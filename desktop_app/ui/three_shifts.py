"""Notices Shift pressed three times by itself, in the window or in any dialog over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

TIMES, WITHIN = 3, 1500
"""So often, in so many milliseconds."""


class Presses:
    """Counts them; any other key or a press of the mouse begins anew."""

    def __init__(self) -> None:
        self._at: list[int] = []

    def shift(self, at: int) -> bool:
        """Shift went down, by itself, at this millisecond; True with the third in time."""
        self._at = [before for before in self._at if 0 <= at - before <= WITHIN] + [at]
        if len(self._at) < TIMES:
            return False
        self._at = []
        return True

    def other(self) -> None:
        self._at = []


class ThreeShifts(QObject):
    """Listens where the system hands keys in: at the one window of the program that has them."""

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._presses = Presses()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen_at)
            self._listen_at(app.focusWindow())

    def _listen_at(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # installed twice, it would count twice
            window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self._presses.other()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() != Qt.Key.Key_Shift or held != Qt.KeyboardModifier.NoModifier:
            self._presses.other()
        elif self._presses.shift(event.timestamp()):
            self.pressed.emit()
