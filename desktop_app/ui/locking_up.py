"""Makes a saved file, and changes its passphrase, off the window's thread; what came of it outlives the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.i18n import Message, PlainError
from desktop_app.ui.background import Background
from desktop_app.ui.file_place import work_folder
from desktop_app.ui.unlocking import Opened

if TYPE_CHECKING:  # SQLAlchemy and SQLCipher come with the first file
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.ui.background import Report

Outcome = Literal["", "changed", "not_now"]


class LockingUp(QObject):
    """One thing at a time. Pages come and go; they ask it, and follow `changed`."""

    changed = Signal()
    made = Signal(object)
    """A new file is there, with the sitting in it: an `Opened`."""

    def __init__(self, background: Background, clock: Callable[[], datetime]) -> None:
        super().__init__(background)
        self._background, self._clock = background, clock
        self.busy = False
        self.problem: Message | None = None
        self.outcome: Outcome = ""

    def make(self, place: Path, passphrase: str, name: str, content: Mapping[str, Any]) -> None:
        """Also over a file that is there: the dialog has asked about that."""
        clock = self._clock

        def work(_report: Report) -> Opened:
            from desktop_app.casefile.opening import create  # late: it brings a database along

            file = create(place, passphrase, clock, by_copy=work_folder(place), replace=True)
            try:
                person = file.add_person(name)
                return Opened(file, file.new_sitting(person.id, content))
            except BaseException:
                file.close()
                raise

        self._start(work)

    def make_caseload(self, place: Path, passphrase: str, keep_months: int) -> None:
        """Also over a file that is there, as above."""
        clock = self._clock

        def work(_report: Report) -> Opened:
            from desktop_app.casefile.opening import create  # late, as above
            from desktop_app.ui.desk_loading import begin

            file = create(place, passphrase, clock, by_copy=work_folder(place), replace=True)
            try:
                return Opened(file, None, begin(file, keep_months))
            except BaseException:
                file.close()
                raise

        self._start(work)

    def change(self, file: CaseFile, now: str, new: str) -> None:
        """Only who knows the passphrase of now may change it: it would lock everyone else out."""

        def work(_report: Report) -> Outcome:
            if not file.opens_with(now):
                return "not_now"
            file.change_passphrase(new)
            return "changed"

        self._start(work)

    def forget(self) -> None:
        """What was said of it is known by now."""
        if not self.busy:
            self.problem, self.outcome = None, ""

    def _start(self, work: Callable[[Report], object]) -> None:
        if self.busy:
            return
        self.busy, self.problem, self.outcome = True, None, ""
        job = self._background.run(work)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        self.changed.emit()

    @Slot(object)
    def _on_done(self, outcome: object) -> None:
        self.busy = False
        if isinstance(outcome, Opened):
            self.made.emit(outcome)
        elif outcome in ("changed", "not_now"):
            self.outcome = "changed" if outcome == "changed" else "not_now"
        self.changed.emit()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self.busy = False
        self.problem = error.message if isinstance(error, PlainError) else Message("casefile.trouble")
        self.changed.emit()
        if not isinstance(error, PlainError):
            raise error  # a fault of ours: it is to be counted as one
