"""What stands beside a saved file: three earlier generations of it, and a mark of how far it had come."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from desktop_app.casefile.database import SALT, Database
from desktop_app.casefile.placing import beginning, clear, copied, own_folder, settled, whole_at

KEPT = 3
ENDING = ".peerready"
LONGEST_NUMBER = 15
"""Digits of a mark: more than anyone writes, and far from what a database cannot count."""


class Copy(NamedTuple):
    """One generation, the newest first; `when` is the moment it was made."""

    place: Path
    when: datetime


class Copies:
    """The folder beside a file. All in it is encrypted but the mark, which is one number."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.folder = file.with_name(f"{file.name}.copies")
        self._mark = self.folder / "latest"
        self._changing = self.folder / "changing"

    def all(self) -> list[Copy]:
        found = [self._at(number) for number in range(1, KEPT + 1)]
        return [Copy(place, _made(place)) for place in found if place.is_file()]

    def add(self, source: Path, of: Database) -> None:
        """Take a copy of a file that is at rest; the oldest goes once the new one is whole. Raises OSError."""
        own_folder(self.folder)
        new = self._at(0)
        copied(source, new)
        if not of.copy_is_whole(new):  # a file that was damaged meanwhile must not push out the sound copies
            new.unlink()
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        for number in range(KEPT - 1, -1, -1):
            with suppress(FileNotFoundError):
                self._at(number).replace(self._at(number + 1))

    def make_anew(self, source: Path, of: Database) -> None:
        """One copy of the file as it is now, and none of what it was before. Raises OSError."""
        try:
            self.add(source, of)
            kept = 1
        except OSError:  # no room, it may be because of the others
            kept = 0
        self.take_away(kept)
        if not kept:
            with suppress(OSError):
                self.add(source, of)

    def take_away(self, but: int = 0) -> None:
        """All of them, but for so many of the newest. Raises OSError."""
        for number in (0, *range(but + 1, KEPT + 1)):
            clear(self._at(number))
        with suppress(FileNotFoundError):
            settled(self.folder)

    def others(self) -> list[Path]:
        """What lies in the folder and is none of ours: somebody may have put a copy there."""
        ours = {self._at(number).name for number in range(1, KEPT + 1)} | {
            "latest",
            "changing",
            "lock",
            "open.json",
        }
        return [one for one in self.folder.iterdir() if one.name not in ours]

    def newest_generation(self, of: Database) -> int:
        """The highest number among the copies that the file's own key opens; 0 where there is none."""
        found = [of.value_of_copy(copy.place, "SELECT generation FROM copy.state") for copy in self.all()]
        return max((number for number in found if isinstance(number, int)), default=0)

    def mark(self, generation: int) -> None:
        """Note how far the file has come. Best effort: a mark that lags behind accuses nobody."""
        with suppress(OSError):
            own_folder(self.folder)
            with whole_at(self._mark, sure=False) as stream:
                stream.write(str(generation).encode("ascii"))

    def marked(self) -> int:
        """The last mark, 0 where there is none that can be read."""
        try:
            text = beginning(self._mark, LONGEST_NUMBER + 1)
        except OSError:
            return 0
        return int(text) if text.isdigit() and len(text) <= LONGEST_NUMBER else 0

    def tidy(self) -> None:
        """Take away what a program that was killed left half written."""
        with suppress(OSError):
            for left in (*own_folder(self.folder).glob(".*.new*"), self._at(0)):
                left.unlink(missing_ok=True)

    # ------------------------------------------------------------ a file that takes the place of another

    def expect(self, new: Path) -> None:
        """Said before a new file takes the place: should we be stopped on the way, `finish` knows. Raises OSError."""
        own_folder(self.folder)
        with whole_at(self._changing) as stream:
            stream.write(beginning(new, SALT).hex().encode("ascii"))

    def finish(self) -> None:
        """If the file that was expected has taken its place, the generations of the one before it go.

        They open with a passphrase that no longer counts, or are of a file that was replaced on purpose. Raises
        OSError.
        """
        expected = beginning(self._changing, 2 * SALT)
        if not expected:
            return
        if expected == beginning(self._file, SALT).hex().encode("ascii"):
            for number in range(KEPT + 1):
                if beginning(self._at(number), SALT) != beginning(self._file, SALT):
                    clear(self._at(number))
        self._changing.unlink(missing_ok=True)

    def _at(self, number: int) -> Path:
        return self.folder / f"{number}{ENDING}"


def _made(place: Path) -> datetime:
    """A stick's clock may be anywhere; what cannot be told as a date counts as long ago."""
    try:
        return datetime.fromtimestamp(place.stat().st_mtime).astimezone()
    except (OSError, OverflowError, ValueError):
        return datetime.fromtimestamp(0, UTC)
