"""Writes what it is given in a thread of its own, in order and one at a time; what came meanwhile is written once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

_Content = TypeVar("_Content")

TRY_AGAIN = 2.0
"""Seconds until what could not be written is tried once more."""


class Writer(Generic[_Content]):
    """`write` raises what went wrong; `tell` hears of each try, in the writer's thread.

    What is told as written has been written: nothing is acknowledged before.
    """

    def __init__(
        self,
        write: Callable[[_Content], None],
        tell: Callable[[Exception | None], None],
        again: float = TRY_AGAIN,
    ) -> None:
        self._write, self._tell, self._again = write, tell, again
        self._changed = threading.Condition()
        self._waiting: list[_Content] = []
        self._errands: list[Callable[[], None]] = []
        self._busy = self._stopping = self._gave_up = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def put(self, content: _Content) -> None:
        """To be written soon; what waits already is not written any more."""
        with self._changed:
            self._waiting, self._gave_up = [content], False
            self._changed.notify_all()

    def do(self, errand: Callable[[], None]) -> None:
        """Have something else done in the same thread, between two writes."""
        with self._changed:
            self._errands.append(errand)
            self._changed.notify_all()

    @property
    def settled(self) -> bool:
        """Nothing waits, and nothing is being written."""
        with self._changed:
            return not self._waiting and not self._busy

    def wait(self, seconds: float) -> bool:
        """Until all is written, or what waits could not be; True if it is."""
        with self._changed:
            self._gave_up = False
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._gave_up or self._idle, seconds)
            return self._idle

    def stop(self, seconds: float) -> bool:
        """Write what waits, and end; True if nothing was left."""
        written = self.wait(seconds)
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join(seconds)
        return written

    @property
    def _idle(self) -> bool:
        return not self._waiting and not self._busy and not self._errands

    def _run(self) -> None:
        while True:
            with self._changed:
                self._rest()
                if self._stopping:
                    return
                errands, self._errands = self._errands, []
                contents, self._waiting = self._waiting, []
                self._busy = True
            for errand in errands:
                errand()
            tried = [self._try(content) for content in contents]
            with self._changed:
                self._busy = False
                self._gave_up = any(tried)
                if self._gave_up and not self._waiting:  # what is newer would be written instead
                    self._waiting = contents
                self._changed.notify_all()
            for outcome in tried:  # only now: who hears of it finds the writer at rest
                self._tell(outcome)

    def _rest(self) -> None:
        """Until there is something to do; after a try that came to nothing, for a while."""
        while not self._stopping and not self._errands:
            if self._waiting and not self._gave_up:
                return
            if not self._changed.wait(self._again if self._gave_up else None):
                return

    def _try(self, content: _Content) -> Exception | None:
        try:
            self._write(content)
        except Exception as error:  # noqa: BLE001 - handed on, whatever it is
            return error
        return None
