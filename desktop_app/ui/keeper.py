"""Keeps what is said and done in the saved file that is open, and knows how far it is: saved, saving, or in trouble."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop_app.i18n import Message
from desktop_app.ui.writer import TRY_AGAIN, Writer

if TYPE_CHECKING:  # SQLAlchemy and SQLCipher come with the first file
    from pathlib import Path

    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.casefile.records import Sitting

Phase = Literal["none", "reading", "saving", "saved", "trouble"]

SIGN_OF_LIFE = 60_000
"""Milliseconds: so often other computers are told that the file is still open."""
LONGEST_WAIT = 8.0
"""Seconds, for what is still to be written when the file is closed."""

Content = Mapping[str, Any]
Deed = Callable[[], object]


@dataclass(frozen=True)
class Keeping:
    """How far it is. `when` is the moment of what was written last."""

    phase: Phase = "none"
    when: datetime | None = None
    problem: Message | None = None


class _Kept:
    """A sitting on its way into the file: of what came meanwhile only the last is written."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self._content: Content = sitting.content
        self._waits = False

    def take(self, content: Content) -> bool:
        """True if it is to be written anew, False if it goes along with what waits already."""
        self._content = content
        waits, self._waits = self._waits, True
        return not waits

    def write(self, file: CaseFile) -> None:
        """In the writer's thread. What comes from here on waits for the next time."""
        self._waits = False
        self.sitting = file.keep(self.sitting._replace(content=self._content))


class Keeper(QObject):
    """At most one file, and of it at most one sitting. Only what the file has acknowledged is called saved."""

    changed = Signal()
    _tried = Signal(object, object)

    def __init__(self, parent: QObject, clock: Callable[[], datetime], again: float = TRY_AGAIN) -> None:
        super().__init__(parent)
        self._clock, self._again = clock, again
        self.file: CaseFile | None = None
        self.now = Keeping()
        self._said = self._given = 0
        self._sitting: _Kept | None = None
        self._writer: Writer[None] | None = None
        self._deeds: deque[Deed] = deque()
        """What is to be written, in order; each goes once it is done."""
        self._tried.connect(self._on_tried, Qt.ConnectionType.QueuedConnection)
        self._sign = QTimer(self)
        self._sign.setInterval(SIGN_OF_LIFE)
        self._sign.timeout.connect(self.show_it_is_open)

    @property
    def place(self) -> Path | None:
        return self.file.place if self.file is not None else None

    @property
    def read_only(self) -> bool:
        return self.file is not None and self.file.read_only

    @property
    def unsaved(self) -> bool:
        """Something was said that is not on the disk."""
        if self.file is None:
            return False
        return self._said != self._given or (self._writer is not None and not self._writer.settled)

    @property
    def sitting(self) -> Sitting | None:
        """What is said goes into this one, with what was written of it last."""
        return self._sitting.sitting if self._sitting is not None else None

    def begin(self, file: CaseFile, sitting: Sitting | None) -> None:
        """From now on this file; the one before is closed. Of a caseload no sitting is open at first."""
        self.end()
        self.file, self._deeds = file, deque()
        self.sit(sitting)
        if file.read_only:
            self._say(Keeping("reading"))
            return
        self._writer = Writer(self._write, lambda error: self._tried.emit(file, error), self._again)
        self._sign.start()
        self._say(Keeping("saved", sitting.changed if sitting is not None else None))

    def sit(self, sitting: Sitting | None) -> None:
        """Another sitting of the file that is open, or none; what waits of the one before is still written."""
        self._sitting = _Kept(sitting) if sitting is not None else None
        self._said = self._given = 0

    def expect(self) -> None:
        """Something was said, and `put` follows within a moment."""
        self._said += 1
        if self._writer is not None and self.now.phase == "saved":
            self._say(Keeping("saving", self.now.when))

    def put(self, content: Content) -> None:
        """Have this written; pages and the person hear of it by `now`."""
        if self._writer is None:
            return
        self._given = self._said
        if self._sitting is not None and self.file is not None and self._sitting.take(content):
            self.then(partial(self._sitting.write, self.file))

    def then(self, deed: Deed) -> None:
        """Have something written after what waits. What could not be is tried again, and nothing overtakes it."""
        if self._writer is None:
            return
        self._deeds.append(deed)
        if self.now.phase == "saved":
            self._say(Keeping("saving", self.now.when))
        self._writer.put(None)

    def wrote(self) -> None:
        """Something else of the file was written just now: what is told of it is not to be older."""
        if self.now.phase == "saved":
            self._say(Keeping("saved", self._clock()))

    def wait(self, seconds: float = LONGEST_WAIT) -> None:
        """For what is still to be written; may be called from any thread."""
        writer = self._writer
        if writer is not None:
            writer.wait(seconds)

    def settle(self, seconds: float = LONGEST_WAIT) -> bool:
        """Wait for what is still to be written; True if all of it is."""
        self.wait(seconds)
        return not self.unsaved

    def end(self, seconds: float = LONGEST_WAIT) -> None:
        """Write what waits, as far as it can be, and close the file."""
        self._sign.stop()
        if self._writer is not None:
            self._writer.stop(seconds)
            self._writer = None
        if self.file is not None:
            self.file.close()
            self.file = self._sitting = None
            self._say(Keeping())

    @Slot()
    def show_it_is_open(self) -> None:
        if self._writer is not None and self.file is not None:
            self._writer.do(self._show_it_is_open)

    # ------------------------------------------------------------ in the writer's thread

    def _write(self, _nothing: None) -> None:
        from desktop_app.casefile.problems import NobodyError

        deeds = self._deeds
        while deeds:
            with suppress(NobodyError):  # of somebody who was deleted meanwhile nothing is to be kept
                deeds[0]()
            deeds.popleft()

    def _show_it_is_open(self) -> None:
        from desktop_app.casefile.problems import CaseFileError

        try:
            if self.file is not None:
                self.file.show_it_is_open()
        except CaseFileError:
            pass  # the next answer will tell

    # ------------------------------------------------------------ what came of it

    @Slot(object, object)
    def _on_tried(self, file: CaseFile, error: Exception | None) -> None:
        from desktop_app.casefile.problems import CaseFileError

        if file is not self.file:
            return  # closed meanwhile
        if error is None:
            self._say(Keeping("saving" if self.unsaved else "saved", self._clock()))
        elif isinstance(error, CaseFileError):
            self._say(Keeping("trouble", self.now.when, error.message))
        else:
            self._say(Keeping("trouble", self.now.when, Message("casefile.trouble")))
            raise error  # a fault of ours: it is to be counted as one

    def _say(self, now: Keeping) -> None:
        if now != self.now:
            self.now = now
            self.changed.emit()
