"""Opens a saved file off the window's thread; what came of it outlives the page that asked for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_app.i18n import Message
from desktop_app.ui.background import Background
from desktop_app.ui.file_place import work_folder

if TYPE_CHECKING:  # SQLAlchemy and SQLCipher come with the first file
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.casefile.copies import Copy
    from desktop_app.casefile.holding import Holder
    from desktop_app.casefile.records import Sitting
    from desktop_app.ui.background import Report
    from desktop_app.ui.desk_loading import Caseload

Hitch = Literal["", "passphrase", "damaged", "older", "elsewhere", "not_it", "other"]
"""What keeps the file from being opened, as far as there is something to be done about it here."""


class Opened(NamedTuple):
    """A file with the sitting that is gone on with, or with the caseload that it holds instead."""

    file: CaseFile
    sitting: Sitting | None
    caseload: Caseload | None = None


class Unlocking(QObject):
    """One file at a time. Pages come and go; they ask it, and follow `changed`."""

    changed = Signal()
    opened = Signal(object)

    def __init__(self, background: Background, clock: Callable[[], datetime]) -> None:
        super().__init__(background)
        self._background, self._clock = background, clock
        self.place: Path | None = None
        self.busy = False
        self.hitch: Hitch = ""
        self.message: Message | None = None
        self.elsewhere: Holder | None = None
        """Where it is open, and since when."""
        self.copies: Sequence[Copy] = ()
        self._held: Opened | None = None
        self._turn = 0
        """What was begun before it is no longer waited for."""

    @property
    def hopeless(self) -> bool:
        """No passphrase opens this file, nor a copy of it."""
        return self.hitch == "not_it" or (self.hitch == "damaged" and not self.copies)

    def choose(self, place: Path | None) -> None:
        """Which file is to be opened."""
        self._let_go()
        self.place = place
        self._forget()
        self.changed.emit()

    def try_with(self, passphrase: str, *, older: bool = False) -> None:
        """`older` takes the file although a newer one stood there."""
        place, clock = self.place, self._clock
        if place is None or self.busy:
            return

        def work(_report: Report) -> Opened:
            from desktop_app.casefile.opening import open_file  # late: it brings a database along

            return _opened(open_file(place, passphrase, clock, by_copy=work_folder(place), older=older))

        self._start(work)

    def bring_back(self, copy: Copy, passphrase: str) -> None:
        """Put a copy in the place of the file, which stays beside it, and open that."""
        place, clock = self.place, self._clock
        if place is None or self.busy:
            return

        def work(_report: Report) -> Opened:
            from desktop_app.casefile import opening  # late, as above

            opening.bring_back(place, copy, passphrase)
            return _opened(opening.open_file(place, passphrase, clock, by_copy=work_folder(place)))

        self._start(work)

    def read_only(self) -> None:
        """Go on with a file that somebody else has open: to look at, without changing it."""
        held, self._held = self._held, None
        if held is not None:
            self.choose(None)
            self.opened.emit(held)

    # ------------------------------------------------------------ what comes of it

    def _start(self, work: Callable[[Report], Opened]) -> None:
        self._let_go()
        self._forget()
        self.busy, turn = True, self._turn
        job = self._background.run(work)
        job.done.connect(lambda opened: self._on_done(turn, opened))
        job.failed.connect(lambda error: self._on_failed(turn, error))
        self.changed.emit()

    def _on_done(self, turn: int, opened: Opened) -> None:
        if turn != self._turn:
            opened.file.close()
            return
        self.busy = False
        if opened.file.elsewhere is not None:
            self._held, self.hitch, self.elsewhere = opened, "elsewhere", opened.file.elsewhere
            self.changed.emit()
        else:
            self.choose(None)
            self.opened.emit(opened)

    def _on_failed(self, turn: int, error: Exception) -> None:
        from desktop_app.casefile import problems
        from desktop_app.i18n import PlainError
        from desktop_app.interview.kept import KeptError

        if turn != self._turn:
            return
        self.busy = False
        kinds: dict[type[Exception], Hitch] = {
            problems.NotOpenedError: "passphrase",
            problems.DamagedError: "damaged",
            problems.OlderThanBeforeError: "older",
            problems.NotASavedFileError: "not_it",
            problems.TooNewError: "not_it",
            problems.LongNameError: "not_it",
            KeptError: "not_it",
        }
        self.hitch = kinds.get(type(error), "other")
        self.message = error.message if isinstance(error, PlainError) else Message("casefile.trouble")
        if self.hitch in ("damaged", "older") and self.place is not None:
            self.copies = _copies_of(self.place)
        self.changed.emit()
        if not isinstance(error, PlainError):
            raise error  # a fault of ours: it is to be counted as one

    def _forget(self) -> None:
        self.busy, self.hitch, self.message, self.elsewhere = False, "", None, None
        self.copies = ()
        self._turn += 1

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.file.close()
            self._held = None


def _opened(file: CaseFile) -> Opened:
    """With all its clients, or with its one person's newest sitting. Raises KeptError and CaseFileError."""
    from desktop_app.interview.kept import KeptError
    from desktop_app.ui.desk_loading import load

    try:
        caseload = load(file)
        if caseload is not None:
            if not file.read_only:
                file.tell_log("opened")
            return Opened(file, None, caseload)
        people = file.people()
        sittings = file.sittings(people[0].id) if people else []
        if not sittings:
            raise KeptError
    except BaseException:
        file.close()
        raise
    return Opened(file, sittings[-1])


def _copies_of(place: Path) -> Sequence[Copy]:
    from desktop_app.casefile.opening import copies_of
    from desktop_app.casefile.problems import CaseFileError

    try:
        return copies_of(place)
    except CaseFileError:
        return ()
