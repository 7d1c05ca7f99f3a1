"""What stands beside a saved file: three earlier generations of it, and a mark of how far it had come."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from desktop_app.casefile.database import Database
from desktop_app.files import whole_file

KEPT = 3
ENDING = ".peerready"


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

    def all(self) -> list[Copy]:
        found = [self._at(number) for number in range(1, KEPT + 1)]
        return [
            Copy(place, datetime.fromtimestamp(place.stat().st_mtime).astimezone())
            for place in found
            if place.is_file()
        ]

    def add(self, source: Path) -> None:
        """Take a copy of a file that is at rest; the oldest goes. Raises OSError."""
        self.folder.mkdir(exist_ok=True)
        for number in range(KEPT - 1, 0, -1):
            with suppress(FileNotFoundError):
                self._at(number).replace(self._at(number + 1))
        with whole_file(self._at(1), replace=True) as stream, source.open("rb") as content:
            shutil.copyfileobj(content, stream)

    def newest_generation(self, of: Database) -> int:
        """The highest number among the copies that the file's own key opens; 0 where there is none."""
        found = [of.value_of_copy(copy.place, "SELECT generation FROM copy.state") for copy in self.all()]
        return max((number for number in found if isinstance(number, int)), default=0)

    def mark(self, generation: int) -> None:
        """Note how far the file has come. Best effort: a mark that lags behind accuses nobody."""
        with suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            self._mark.write_text(str(generation), encoding="ascii")

    def marked(self) -> int:
        """The last mark, 0 where there is none that can be read."""
        try:
            return int(self._mark.read_text(encoding="ascii")[:20])
        except (OSError, ValueError):
            return 0

    def tidy(self) -> None:
        """Take away what a program that was killed left half written."""
        for left in self.folder.glob(".peer-ready-*.tmp"):
            with suppress(OSError):
                left.unlink()

    def drop(self) -> None:
        """Take away every generation: they open with a passphrase that no longer counts. Raises OSError."""
        for number in range(1, KEPT + 1):
            self._at(number).unlink(missing_ok=True)

    def _at(self, number: int) -> Path:
        return self.folder / f"{number}{ENDING}"
