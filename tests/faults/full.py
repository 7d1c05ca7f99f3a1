"""A disk that is full at every write in turn: what was said to be kept is there, and the rest is said not to be."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.opening import create, open_file
from desktop_app.casefile.problems import CaseFileError
from tests.faults.store import FIRST, PASSPHRASES, Clock, keep, number_in

SIZE = 1024 * 1024
STEP = 4096
MOST = 140
"""Pages of room: with more, nothing runs out of it."""
SAVES = 8


@dataclass
class Filled:
    disks: int = 0
    saves: int = 0
    said_so: int = 0
    """How often we were told that there is no room."""
    lost: int = 0
    altered: int = 0
    stuck: int = 0
    """Files that did not open while the disk was full."""


def possible() -> bool:
    """Whether this system lets us have small disks."""
    with suppress(OSError, subprocess.CalledProcessError), _disk():
        return True
    return False


def run(most: int, *, control: bool = False, every: int = 1) -> Filled:
    """With room for so many pages, from none to `most`."""
    filled = Filled()
    for pages in range(0, most, every):
        with _disk() as disk:
            filled.disks += 1
            _one(disk, pages, filled, control=control)
    return filled


def _one(disk: Path, pages: int, filled: Filled, *, control: bool) -> None:
    place, ballast = disk / "ana.peerready", disk / "ballast"
    file = create(place, FIRST, Clock())
    keep(file, 1)
    _fill(ballast, pages)
    number, passphrases = _save(file, filled, control=control)
    file.close()
    opened = False
    for full in (True, False):
        if not full:
            ballast.unlink()
        found = _found(place, passphrases)
        if found == "closed":
            continue
        opened = opened or full
        filled.lost += isinstance(found, int) and found < number
        filled.altered += found is None
    filled.stuck += not opened
    filled.lost += _found(place, passphrases) == "closed"


def _save(file: CaseFile, filled: Filled, *, control: bool) -> tuple[int, tuple[str, ...]]:
    """The last number that was acknowledged, and the passphrase that counts."""
    acknowledged, passphrase = 1, FIRST
    for number in range(2, 2 + SAVES):
        try:
            if control:
                acknowledged = number  # said before it is so
            keep(file, number)
            acknowledged = number
            filled.saves += 1
        except CaseFileError:
            filled.said_so += 1
        if number % 3 == 0:
            other = PASSPHRASES[1 - PASSPHRASES.index(passphrase)]
            try:
                file.change_passphrase(other)
                passphrase = other
            except CaseFileError:
                filled.said_so += 1
    return acknowledged, (passphrase,)


def _found(place: Path, passphrases: tuple[str, ...]) -> int | str | None:
    try:
        file = open_file(place, passphrases[0], Clock())
    except CaseFileError:
        return "closed"
    try:
        return number_in(file)
    finally:
        file.close()


def _fill(ballast: Path, pages: int) -> None:
    """Leave room for so many pages."""
    there = os.statvfs(ballast.parent)
    free = there.f_bavail * there.f_frsize - pages * STEP
    with ballast.open("wb") as stream:
        stream.write(bytes(max(0, free)))


@contextmanager
def _disk() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="peer-ready-disk-") as folder:
        if sys.platform != "linux":
            raise OSError
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder]
        subprocess.run(mount, check=True, stderr=subprocess.DEVNULL)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "-l", folder], check=True)
