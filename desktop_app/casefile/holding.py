"""Who has a saved file open: one program writes at a time, on this computer and across a network folder."""

from __future__ import annotations

import json
import platform
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from desktop_app.casefile.placing import beginning, own_folder, whole_at

LAPSES = timedelta(minutes=3)
"""After this long without a sign of life another computer's hold no longer counts."""
AHEAD = timedelta(days=1)
"""Clocks differ; a sign of life from further in the future is none."""
LARGEST = 4096
"""Bytes of a note."""
LONGEST_NAME = 64

Clock = Callable[[], datetime]
"""Gives the moment with its time zone."""


class Holder(NamedTuple):
    """Where a file is open, and since when."""

    computer: str
    since: datetime


class Holding:
    """Our hold on a file, until it is let go. A program that is killed lets go by dying."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock = folder, clock
        self._lock = FileLock(folder / "lock", thread_local=False)
        self._note = folder / "open.json"
        self._token = secrets.token_hex(8)
        self._since = clock()

    def take(self) -> Holder | None:
        """Take hold; gives who has it where that cannot be. Raises OSError where nothing can be written."""
        own_folder(self._folder)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return self._holder() or Holder(platform.node(), self._clock())
        try:
            other = self._elsewhere()
            if other is None:
                self.show()
                return None
        except BaseException:
            self._lock.release()
            raise
        self._lock.release()
        return other

    def show(self) -> None:
        """Give a sign of life. Raises OSError."""
        note = {
            "computer": platform.node(),
            "since": self._since.isoformat(),
            "seen": self._clock().isoformat(),
            "token": self._token,
        }
        with whole_at(self._note, sure=False) as stream:
            stream.write(json.dumps(note).encode())

    @property
    def ours(self) -> bool:
        """False once another program has taken the file over. Raises OSError where that cannot be seen.

        A note that somebody cleared away is written again: whether the file was changed meanwhile shows in itself.
        """
        token = _read(self._note).get("token")
        if token is None:
            return self._taken_again()
        return token == self._token

    def _taken_again(self) -> bool:
        """The lock may be gone with the note: one that others cannot find holds nothing."""
        own_folder(self._folder)
        self._lock.release()
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        self.show()
        return True

    def let_go(self) -> None:
        if self._lock.is_locked:
            with suppress(OSError):
                if _read(self._note).get("token") == self._token:
                    self._note.unlink(missing_ok=True)
            self._lock.release()
            with suppress(OSError):
                (self._folder / "lock").unlink(missing_ok=True)

    def _elsewhere(self) -> Holder | None:
        """Another computer that still shows itself; the lock of a network folder may not reach there."""
        note, holder = _read(self._note), self._holder()
        if holder is None or holder.computer == platform.node():
            return None
        seen = _moment(note.get("seen")) or holder.since
        return holder if -AHEAD < self._clock() - seen < LAPSES else None

    def _holder(self) -> Holder | None:
        note = _read(self._note)
        since = _moment(note.get("since"))
        computer = note.get("computer")
        return Holder(_shown(computer), since) if since and isinstance(computer, str) else None


def _read(note: Path) -> dict[str, object]:
    """What a note says; nothing where there is none or it says nothing. Raises OSError."""
    try:
        found = json.loads(beginning(note, LARGEST))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _shown(computer: str) -> str:
    """Anyone may have written it: short, and only letters that can be shown."""
    return "".join(letter for letter in computer[:LONGEST_NAME] if letter.isprintable()) or "?"


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
