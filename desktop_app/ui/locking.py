"""Locks: with a saved file open, by ending the process that knows its answers; without one, by hiding for a while."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.ui import idle
from desktop_app.ui.handing_over import look_of, start_locked
from desktop_app.ui.idle import Idle, Signs
from desktop_app.ui.system_lock import SystemLock

if TYPE_CHECKING:
    from desktop_app.ui.keeper import Keeper
    from desktop_app.ui.main_window import MainWindow

LOOKS_EVERY = 3_000
"""Milliseconds."""
KEPT_FOR = timedelta(minutes=15)
"""How long answers that no file holds are still kept behind the empty window."""

StartAnew = Callable[[Path, Mapping[str, Any]], None]


class Locking(QObject):
    """`clock` tells the time of day, `seconds` how long nobody used the program."""

    def __init__(
        self,
        window: MainWindow,
        keeper: Keeper,
        write_now: Callable[[], bool],
        clock: Callable[[], datetime],
        seconds: Callable[[], float] = idle.seconds,
        start_anew: StartAnew = start_locked,
    ) -> None:
        super().__init__(window)
        self._window, self._keeper, self._write_now = window, keeper, write_now
        self._clock, self._start_anew = clock, start_anew
        self.idle = Idle(seconds)
        self.until: datetime | None = None
        """When what no file holds is given up; None while nothing is locked."""
        self._signs = Signs(self)
        self._signs.seen.connect(self.idle.seen)
        window.navigator.moved.connect(self.idle.seen)  # a screen reader presses without key or mouse
        window.navigator.answered.connect(self.idle.seen)
        self.system = SystemLock(self)
        self.system.locked.connect(self.lock)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOKS_EVERY)

    @property
    def can_lock(self) -> bool:
        """Whether there is anything to protect."""
        return self._keeper.file is not None or self._window.navigator.touched

    @Slot()
    def lock(self) -> None:
        """At once nothing can be seen any more; then the rest."""
        if not self.can_lock or self.until is not None:
            return
        hiding = self._window.hiding
        was_hidden = hiding is not None and hiding.on
        self._window.hide_now()
        if self._keeper.file is not None and self._write_now():
            self._hand_over(hidden=was_hidden)
            return
        self.until = self._clock() + KEPT_FOR
        if hiding is not None:
            hiding.say_until(self._window.words.clock(self.until))

    @Slot()
    def look(self) -> None:
        """Now and then: is it time to lock, or to give up what is kept behind the empty window?"""
        if self.until is None:
            if self.idle.for_(self._window.lock_minutes):
                self.lock()
        elif self._keeper.file is not None and not self._keeper.unsaved:
            self._hand_over(hidden=False)  # the stick came back
        elif self._clock() >= self.until:
            self._window.close_for_good()

    def may_come_back(self) -> bool:
        """Whether what is hidden may be shown: with a file open, its passphrase is asked for."""
        if self._keeper.file is not None and self._write_now():
            self._hand_over(hidden=False)
            return False
        return True

    def shown_again(self) -> None:
        """A person came back in time."""
        self.until = None
        self.idle.seen()

    def _hand_over(self, *, hidden: bool) -> None:
        place = self._keeper.place
        if place is None:
            return
        look = look_of(self._window, hidden=hidden)
        self._keeper.end()  # before the new one asks for it
        try:
            self._start_anew(place, look)
        finally:
            self._window.close_for_good()
