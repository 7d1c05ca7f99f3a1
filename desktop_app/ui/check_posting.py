"""Holds a newer posting against the rules off the window's thread; forgets its text when its page is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.i18n import Message, PlainError
from desktop_app.resources import ResourceError
from desktop_app.ui.background import Background, Job, Report
from desktop_app.ui.navigator import Navigator

if TYPE_CHECKING:
    from desktop_app.rulebook.drift import Drift
    from desktop_app.rulebook.load import LoadedPack

PAGE = "posting"
"""The page beside the interview that it belongs to."""


@dataclass(frozen=True)
class Compared:
    """What became of everything that the newest rules of a series rest on."""

    loaded: LoadedPack
    found: Drift


class PostingCheck(QObject):
    """One comparison at a time. The page may be made anew; it asks for the phase, and follows `changed`."""

    changed = Signal()

    def __init__(self, background: Background, navigator: Navigator) -> None:
        super().__init__(background)
        self._background, self._navigator = background, navigator
        self._job: Job | None = None
        self.forget()
        navigator.moved.connect(self._moved)

    @classmethod
    def of(cls, background: Background, navigator: Navigator) -> PostingCheck:
        """The one that goes with these workers; made when first asked for."""
        return background.findChild(cls) or cls(background, navigator)

    def forget(self) -> None:
        """The text, and all that was found in it."""
        self.series, self.text = "", ""
        self._drop()

    def _drop(self) -> None:
        """What was found, and what is still being looked for."""
        if self._job is not None:
            self._job.stop()
        self._job = None
        self.phase: Literal["", "comparing", "done", "failed"] = ""
        self.compared: Compared | None = None
        self.problem: Message | None = None

    def put_in(self, series: str, text: str) -> None:
        """What is to be compared next. What was said of another text, or by other rules, no longer holds."""
        if (series, text) == (self.series, self.text):
            return
        self.series, self.text = series, text
        if self.phase or self.problem is not None:
            self._drop()
            self.changed.emit()

    def refuse(self, problem: Message) -> None:
        """Nothing can be compared; it is said until something else is put in."""
        self._drop()
        self.problem = problem
        self.changed.emit()

    def compare(self, series: str, text: str) -> None:
        """With the newest rules of that series."""
        if self.phase == "comparing":
            return
        self.series, self.text = series, text

        def work(_report: Report) -> Compared:
            return _compared(series, text)

        self.phase, self.compared, self.problem = "comparing", None, None
        self.changed.emit()
        self._job = self._background.run(work)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_done(self, compared: Compared) -> None:
        self._job, self.phase, self.compared = None, "done", compared
        self.changed.emit()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._job, self.phase = None, "failed"
        known = isinstance(error, PlainError)
        self.problem = error.message if isinstance(error, PlainError) else Message("newer.problems.trouble")
        self.changed.emit()
        if not known and not isinstance(error, ResourceError):
            raise error  # a fault of ours: it is to be counted as one

    @Slot()
    def _moved(self) -> None:
        if self._navigator.aside != PAGE:
            self.forget()


def _compared(series: str, text: str) -> Compared:
    from desktop_app.drift_told import look_up
    from desktop_app.rulebook.load import load_rulebook

    versions = [loaded for loaded in load_rulebook().packs if loaded.pack.series == series]
    newest = max(versions, key=lambda loaded: loaded.pack.in_force.since)
    return Compared(newest, look_up(newest, text))
