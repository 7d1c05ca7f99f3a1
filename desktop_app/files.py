"""Writes a file whole or not at all, beside its place first; reads no more of one than can be used."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(place: Path, *, replace: bool) -> Iterator[BinaryIO]:
    """A stream whose content stands at `place` once the block has ended well; otherwise nothing is left of it.

    Raises FileExistsError where something is already there and `replace` is false, and OSError as writing does.
    """
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    refuse_existing(place, replace=replace)
    place = place.resolve()  # a link stays, and the file that it leads to is replaced
    if place.exists() and not place.is_file():  # a device or a pipe would be replaced for everyone
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
    beside = place.with_name(f".peer-ready-{secrets.token_hex(4)}.tmp")
    # Not by tempfile: a file that a person saves has the rights that their files have.
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        refuse_existing(place, replace=replace)  # it may have come while this was being written
        beside.replace(place)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def refuse_existing(place: Path, *, replace: bool) -> None:
    if not replace and os.path.lexists(place):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def beginning(file: Path, most: int) -> bytes:
    """What a file holds, up to what shows that it is larger than `most` bytes. Raises OSError and ValueError."""
    if not file.is_file():  # a pipe would keep the window waiting
        raise OSError
    with file.open("rb") as stream:
        return stream.read(most + 1)
