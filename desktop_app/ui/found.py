"""What is worked out off the window's thread for a page, and outlives the page being made anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import Shiboken

from desktop_app.i18n import Message, PlainError

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.ui.background import Background, Job, Work
    from desktop_app.ui.desk import Desk

Phase = Literal["none", "busy", "there", "failed"]
_Found = TypeVar("_Found", bound="Found")


class Found(QObject):
    """One piece of work at a time; what an older one still brings is dropped.

    It hangs from nothing but the drafts of the page, and so it goes when the page is left.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.phase: Phase = "none"
        self.about = ""
        """What kind of work it is, if the page has several."""
        self.value: Any = None
        self.problem: Message | None = None
        self._asked = 0
        self._job: Job | None = None

    @classmethod
    def of(cls: type[_Found], drafts: Any, name: str) -> _Found:
        """The one that stands among the drafts under this name; made when first asked for."""
        found = drafts.get(name)
        if not isinstance(found, cls):
            found = drafts[name] = cls()
        return found

    @property
    def busy(self) -> bool:
        return self.phase == "busy"

    def ask(
        self,
        desk: Desk,
        work: Callable[[CaseFile], Any],
        about: str = "",
        always: Callable[[], None] | None = None,
    ) -> None:
        """Of the file: in order, after all that waits to be written.

        What follows from it for others is done `always`, also where the page was left meanwhile.
        """
        number = self._begin(about)

        def done(value: Any) -> None:
            if always is not None:
                always()
            self._take(number, value)

        def failed(told: Message) -> None:
            if always is not None:
                always()
            self._fail(number, told)

        desk.run(work, done, failed, self)

    def ask_beside(self, background: Background, work: Work, about: str = "") -> None:
        """Beside all else, where nothing is written. Whoever is asked for more stops what is under way."""
        number = self._begin(about)
        job = self._job = background.run(work)
        job.done.connect(lambda value: self._take(number, value))
        job.failed.connect(lambda error: self._raised(number, error))

    def put(self, value: Any, about: str = "") -> None:
        """What is known without any work."""
        self._take(self._begin(about), value)

    def forget(self) -> None:
        self._asked += 1
        self.phase, self.about, self.value, self.problem = "none", "", None, None
        self.changed.emit()

    def _begin(self, about: str) -> int:
        self._asked += 1
        if self._job is not None and Shiboken.isValid(self._job):
            self._job.stop()
        self.phase, self.about, self.problem = "busy", about, None
        self.changed.emit()
        return self._asked

    def _take(self, number: int, value: Any) -> None:
        if number == self._asked and Shiboken.isValid(self):
            self.phase, self.value = "there", value
            self.changed.emit()

    def _fail(self, number: int, problem: Message) -> None:
        if number == self._asked and Shiboken.isValid(self):
            self.phase, self.problem = "failed", problem
            self.changed.emit()

    def _raised(self, number: int, error: Exception) -> None:
        told = error.message if isinstance(error, PlainError) else Message("casefile.trouble")
        self._fail(number, told)
        if not isinstance(error, PlainError):
            raise error  # a fault of ours: it is to be counted as one
