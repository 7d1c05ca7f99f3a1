"""Catches what goes wrong inside the window: one plain sentence for the person, a line without answers for us."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

QUIET = ("This plugin does not support", "propagateSizeHints", "Populating font family aliases")
"""What Qt's screenless platform says of itself."""


class Faults(QObject):
    """Counts faults while it is installed. An exception in a slot ends up here, for Qt has no one to tell."""

    happened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._hook_before = sys.excepthook

    def install(self) -> None:
        sys.excepthook = self._caught
        qInstallMessageHandler(self._qt_says)

    def remove(self) -> None:
        sys.excepthook = self._hook_before
        qInstallMessageHandler(None)

    def _caught(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        self._log(f"{kind.__name__} {_way(trace)}")  # its text is left out: an answer may stand in it
        self.happened.emit()

    def _qt_says(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or any(part in message for part in QUIET):
            return
        self._log(f"Qt: {message}")

    def _log(self, line: str) -> None:
        self.count += 1
        if sys.stderr is not None:  # a windowed program on Windows has none
            print(f"peer-ready: {line}", file=sys.stderr)  # noqa: T201 - the log there is


def _way(trace: TracebackType | None) -> str:
    """Where it happened, innermost last: file, line and function, no values."""
    frames = traceback.extract_tb(trace)[-4:]
    return " > ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames)
