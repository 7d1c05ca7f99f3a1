"""Runs slow work off the window's thread and brings back what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

Report = Callable[[int, int], None]
"""Called by the work with how much is done, of how much. Raises Stopped when nobody waits for it any more."""

Work = Callable[[Report], object]


class Stopped(Exception):  # noqa: N818 - it is no error
    """The work is to end where it is: the window closes, or a person changed their mind."""


class Job(QObject):
    """One piece of work. Its signals arrive in the window's thread, whatever they are connected to."""

    done = Signal(object)
    failed = Signal(Exception)
    progress = Signal(int, int)
    ended = Signal()
    """After `done` or `failed`, and also when it was stopped."""

    _returned = Signal(object)
    _raised = Signal(object)
    _advanced = Signal(int, int)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self.over = False
        self._work = work
        self._stop = threading.Event()
        queued = Qt.ConnectionType.QueuedConnection
        self._returned.connect(self._on_returned, queued)
        self._raised.connect(self._on_raised, queued)
        self._advanced.connect(self._on_advanced, queued)

    def stop(self) -> None:
        """Ask the work to end; what it still returns is dropped."""
        self._stop.set()

    def run(self) -> None:
        """In the worker's thread: nothing here may touch a widget, and nothing may escape."""
        try:
            self._report(0, 0)
            outcome = self._work(self._report)
        except Exception as error:  # noqa: BLE001 - handed on, whatever it is
            self._raised.emit(error)
        else:
            self._returned.emit(outcome)

    def _report(self, so_far: int, total: int) -> None:
        if self._stop.is_set():
            raise Stopped
        if total:
            self._advanced.emit(so_far, total)

    @Slot(object)
    def _on_returned(self, outcome: object) -> None:
        if not self._stop.is_set():
            self.done.emit(outcome)
        self._end()

    @Slot(object)
    def _on_raised(self, error: Exception) -> None:
        if not self._stop.is_set():
            self.failed.emit(error)
        self._end()

    @Slot(int, int)
    def _on_advanced(self, so_far: int, total: int) -> None:
        if not self._stop.is_set():
            self.progress.emit(so_far, total)

    def _end(self) -> None:
        self.over = True
        self.ended.emit()
        self.deleteLater()


class Background(QObject):
    """The window's workers. Close it before the window goes: it waits for what cannot be stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._jobs: set[Job] = set()
        self._closed = False

    def run(self, work: Work) -> Job:
        """Start work that may report how far it is. Connect to the job's signals right away."""
        if self._closed:
            raise RuntimeError("the window is closing: no new work")
        job = Job(work, self)
        self._jobs.add(job)
        job.ended.connect(self._forget)
        self._pool.start(job.run)
        return job

    def busy(self) -> bool:
        return bool(self._jobs)

    @Slot()
    def _forget(self) -> None:
        self._jobs = {job for job in self._jobs if not job.over}

    def close(self, milliseconds: int = 5000) -> bool:
        """Stop all work and wait for it; True if all of it has ended."""
        self._closed = True
        for job in self._jobs:
            job.stop()
        self._pool.clear()
        return self._pool.waitForDone(milliseconds)
