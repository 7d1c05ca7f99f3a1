"""Writes the report off the window's thread; what has become of it outlives the page that asked for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot

from desktop_app.i18n import Message, Words
from desktop_app.interview.planning import Trial
from desktop_app.interview.session import View
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.ui.background import Background, Report
from desktop_app.ui.report_wish import Wish, report_of, words_of

Phase = Literal["putting_together", "writing", "saved", "failed"]


class NotSaved(Exception):  # noqa: N818 - it is told, not raised at anyone
    """The place that was chosen does not take the report; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


@dataclass(frozen=True)
class Saving:
    """How far it is. It belongs to the answers it was asked for: with others, it says nothing."""

    phase: Phase
    answers: Mapping[str, Any]
    file: str = ""
    """The file's name, once it is written; its folder names the person."""
    problem: Message | None = None

    @property
    def busy(self) -> bool:
        return self.phase in ("putting_together", "writing")


class ReportSaver(QObject):
    """One report at a time. Pages come and go; they ask `saving` and follow `changed`."""

    changed = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._background = background
        self.saving: Saving | None = None

    @classmethod
    def of(cls, background: Background) -> ReportSaver:
        """The saver that goes with these workers; made when first asked for."""
        return background.findChild(cls) or cls(background)

    def save(
        self,
        view: View,
        words: Words,
        path: Path,
        *,
        wish: Wish,
        helps: WhoHelps | None = None,
        trial: Trial | None = None,
        password: str = "",
    ) -> None:
        """Write to `path`, also over a file: the dialog has asked about that."""
        if self.saving is not None and self.saving.busy:
            return
        _ = view.judgement, view.sheet  # worked out here, where the window reads them too

        def work(report: Report) -> Path:
            from desktop_app.report.forms import write_form  # late: printing takes a while to load
            from desktop_app.report.writing import ReportError

            made = report_of(view, words, wish, helps, trial)
            report(1, 2)
            try:
                spoken = words_of(wish, words)
                return write_form(made, spoken, path, form=wish.form, replace=True, password=password)
            except ReportError as error:
                raise NotSaved(_for_a_person(error.message)) from error

        self._answers = view.session.answers
        self._say("putting_together")
        job = self._background.run(work)
        job.progress.connect(self._on_progress)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)

    def forget(self) -> None:
        """What was saved is known by now, or was of other answers."""
        if self.saving is not None and not self.saving.busy:
            self.saving = None

    def _say(self, phase: Phase, *, file: str = "", problem: Message | None = None) -> None:
        self.saving = Saving(phase, self._answers, file, problem)
        self.changed.emit()

    @Slot(int, int)
    def _on_progress(self, _so_far: int, _total: int) -> None:
        self._say("writing")

    @Slot(object)
    def _on_done(self, path: Path) -> None:
        self._say("saved", file=path.name)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, NotSaved):
            self._say("failed", problem=error.message)
        else:
            self._say("failed", problem=Message("save.trouble"))
            raise error  # a fault of ours: it is to be counted as one


def suggested_path(file: str) -> Path:
    """In the documents, under a name that says nothing about a person."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / file


def _for_a_person(message: Message) -> Message:
    """Without the system's own reason, which knows no Spanish: what it may be, and what to do."""
    return Message("save.cannot_write") if message.key == "problems.cannot_write" else message
