"""Puts a file in its place whole, and never through a link that somebody else laid there."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

NOT_OFFERED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF, errno.ENOSYS})
"""What a file system answers that cannot write a folder's list of names down at once."""


def half_made(place: Path) -> Path:
    """Where a whole new file is written before it takes its place."""
    return place.with_name(f".{place.name}.new")


def journal_of(place: Path) -> Path:
    """Where SQLite notes how to undo what it is writing."""
    return place.with_name(f"{place.name}-journal")


def clear(place: Path) -> None:
    """Nothing is to be left of a file and its journal. Raises OSError."""
    for left in (place, journal_of(place)):
        left.unlink(missing_ok=True)


@contextmanager
def whole_at(place: Path, *, sure: bool = True) -> Iterator[BinaryIO]:
    """A stream whose content stands at `place` once the block has ended well; otherwise all stays as it was.

    A link there is replaced, not followed. `sure` waits until it is on the disk, its name too.
    """
    beside = half_made(place)
    clear(beside)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(beside, flags, 0o666), "wb") as stream:
            yield stream
            stream.flush()
            if sure:
                os.fsync(stream.fileno())
        beside.replace(place)
        if sure:
            settled(place.parent)
    finally:
        with suppress(OSError):
            clear(beside)


def copied(source: Path, place: Path) -> None:
    """A whole copy of a file at rest. Raises OSError."""
    with whole_at(place) as stream, source.open("rb") as content:
        shutil.copyfileobj(content, stream)


def settled(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; until then a file that was replaced could come back."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NOT_OFFERED:
            raise
    finally:
        os.close(descriptor)


def own_folder(folder: Path) -> Path:
    """Make it unless it is there; a link is refused: it would have us write, and tidy up, in another's folder."""
    if folder.is_symlink():
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
    folder.mkdir(exist_ok=True)
    return folder


def beginning(file: Path, size: int) -> bytes:
    """The first bytes of a file; nothing of what is none, and a pipe is not waited for."""
    if not file.is_file():
        return b""
    with file.open("rb") as stream:
        return stream.read(size)
