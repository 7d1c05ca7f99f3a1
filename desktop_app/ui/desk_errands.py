"""Work on the open file off the window's thread: one errand at a time, in order, after all that waits to be written."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from desktop_app.i18n import Message, PlainError

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.ui.background import Background, Report

Failed = Callable[[Message], None]


class Errand(NamedTuple):
    """Something to do with the file, and who is told what came of it, as long as `about` is there."""

    work: Callable[[CaseFile], Any]
    done: Callable[[Any], None] | None
    failed: Failed | None
    about: QObject | None


class Errands:
    """`wait` waits until what was said before is written; `troubled` hears what nobody else wants to know."""

    def __init__(
        self, background: Background, file: CaseFile, wait: Callable[[], None], troubled: Failed
    ) -> None:
        self._background, self._file, self._wait, self._troubled = background, file, wait, troubled
        self._waiting: deque[Errand] = deque()
        self._busy = self._over = False
        self._at_rest = threading.Event()
        self._at_rest.set()

    def run(self, errand: Errand) -> None:
        self._waiting.append(errand)
        self._next()

    def settle(self, seconds: float) -> None:
        """Wait for the one that runs."""
        self._at_rest.wait(seconds)

    def close(self) -> None:
        """No other is begun."""
        self._over = True
        self._waiting.clear()

    def _next(self) -> None:
        if self._busy or self._over or not self._waiting:
            return
        self._busy, errand = True, self._waiting.popleft()

        def work(_report: Report) -> Any:
            try:
                self._wait()
                return errand.work(self._file)
            finally:
                self._at_rest.set()

        self._at_rest.clear()
        job = self._background.run(work)
        job.done.connect(partial(self._done, errand))
        job.failed.connect(partial(self._failed, errand))
        job.ended.connect(self._ended)

    def _done(self, errand: Errand, outcome: Any) -> None:
        if errand.done is not None and _is_there(errand):
            errand.done(outcome)

    def _failed(self, errand: Errand, error: Exception) -> None:
        message = error.message if isinstance(error, PlainError) else Message("casefile.trouble")
        if errand.failed is not None and _is_there(errand):
            errand.failed(message)
        else:
            self._troubled(message)
        if not isinstance(error, PlainError):
            raise error  # a fault of ours: it is to be counted as one

    def _ended(self) -> None:
        self._busy = False
        self._next()


def _is_there(errand: Errand) -> bool:
    return errand.about is None or Shiboken.isValid(errand.about)
