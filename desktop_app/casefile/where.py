"""Where a saved file stands, which one it is, and whether it is still the same."""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from desktop_app.casefile.placing import clear


class Where(NamedTuple):
    """The file that a person placed, and the one that is worked on: a copy of it for a network folder."""

    home: Path
    work: Path
    identity: tuple[int, int]
    """Of the file that is worked on, from before it was opened."""
    digest: str = ""
    """What stood in the network folder when the copy was made."""
    ours: AbstractContextManager[Any] = nullcontext()
    """A lock on the copy, until it is left."""

    @property
    def is_copy(self) -> bool:
        return self.work != self.home

    def leave(self) -> None:
        """A copy goes; a file that is worked on where it stands stays. Never raises."""
        if self.is_copy:
            with suppress(OSError):
                clear(self.work)
            with suppress(OSError):
                self.ours.__exit__(None, None, None)


def identity_of(file: Path) -> tuple[int, int]:
    """Which file stands at a place, whatever it is called."""
    found = file.stat()
    return (found.st_dev, found.st_ino)


def digest_of(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def copied_through(source: BinaryIO, target: BinaryIO) -> str:
    """Copies, and gives the digest of what went through."""
    whole = hashlib.sha256()
    while part := source.read(1 << 20):
        whole.update(part)
        target.write(part)
    return whole.hexdigest()
