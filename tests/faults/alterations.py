"""Files that were changed behind our back: refused, or read as what was kept last."""

from __future__ import annotations

import itertools
import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.casefile.copies import Copies
from desktop_app.casefile.database import PAGE, Database
from desktop_app.casefile.opening import _refuse_what_is_no_file, open_file
from desktop_app.casefile.problems import CaseFileError, OlderThanBeforeError
from tests.faults.store import FIRST, Clock, content, number_in, states, whole

SAVES = 12
Check = Callable[[Path], int | None]
"""Opens a file and gives the number of the save that it reads. Raises CaseFileError."""


@dataclass
class Tried:
    tries: int = 0
    refused: int = 0
    accepted: int = 0
    """Something else than what was kept last was read, or, where nothing may be changed at all, anything."""
    unchanged: int = 0


def looked_through(place: Path) -> int | None:
    """As every opening does it, without the copies and the hold."""
    _refuse_what_is_no_file(place)
    database = Database(place, FIRST)
    try:
        whole(database)
        return _number(database)
    finally:
        database.close()


def only_unlocked(place: Path) -> int | None:
    """A control: SQLCipher's own way, which checks the pages that it comes across."""
    database = Database(place, FIRST)
    try:
        database.unlock()
        return _number(database)
    finally:
        database.close()


def without_the_seal(place: Path) -> int | None:
    """A control: every page is checked, each by itself."""
    database = Database(place, FIRST)
    try:
        database.unlock()
        database.examine()
        return _number(database)
    finally:
        database.close()


def opened(place: Path) -> int | None:
    file = open_file(place, FIRST, Clock())
    try:
        return number_in(file)
    finally:
        file.close()


def flipped(folder: Path, count: int, seed: int, check: Check = looked_through) -> Tried:
    now = states(folder / "ana.peerready", SAVES)[-1]
    chance = random.Random(seed)

    def changes() -> Iterator[bytes]:
        for number in range(count):
            at = number if number < 100 else chance.randrange(len(now))  # the first bytes one by one
            changed = bytearray(now)
            changed[at] ^= chance.randrange(1, 256)
            yield bytes(changed)

    return _tried(folder / "flipped.peerready", changes(), check)


def cut(folder: Path, check: Check = looked_through) -> Tried:
    now = states(folder / "ana.peerready", SAVES)[-1]
    odd = {0, 1, 15, 16, 100, 1024, len(now) - 1}
    pages = {at + more for at in range(0, len(now), PAGE) for more in (-1, 0, 1, 512)}
    sizes = sorted(size for size in odd | pages if 0 <= size < len(now))
    return _tried(folder / "cut.peerready", (now[:size] for size in sizes), check)


def swapped(folder: Path, every: int = 1, check: Check = looked_through) -> Tried:
    now = states(folder / "ana.peerready", SAVES)[-1]
    pages = _pages(now)

    def changes() -> Iterator[bytes]:
        for one, other in itertools.combinations(range(len(pages)), 2):
            moved = list(pages)
            moved[one], moved[other] = moved[other], moved[one]
            yield b"".join(moved)
        for one, other in itertools.permutations(range(len(pages)), 2):
            yield b"".join([*pages[:one], pages[other], *pages[one + 1 :]])

    return _tried(folder / "swapped.peerready", itertools.islice(changes(), 0, None, every), check)


def old_pages(folder: Path, more: int, seed: int, check: Check = opened) -> Tried:
    """Single pages of every earlier state, and sets of them drawn by chance.

    A set may come to a whole earlier state, but for pages that hold nothing: what stands beside the file tells.
    """
    *before, now = states(folder / "ana.peerready", SAVES)
    pages, chance = _pages(now), random.Random(seed)

    def changes() -> Iterator[bytes]:
        for old in map(_pages, before):
            for at in range(min(len(old), len(pages))):
                if old[at] != pages[at]:
                    yield b"".join([*pages[:at], old[at], *pages[at + 1 :]])
        for _ in range(more):
            old = _pages(chance.choice(before))
            taken = [
                old[at] if at < len(old) and chance.random() < 0.5 else page for at, page in enumerate(pages)
            ]
            if b"".join(taken) not in (now, *before):
                yield b"".join(taken)

    return _tried(folder / "ana.peerready", changes(), check, newest=SAVES)


def old_files(folder: Path, *, control: bool = False) -> Tried:
    """Every earlier state as a whole, in the file's own place; the control has nothing beside it."""
    place = folder / "ana.peerready"
    *before, _ = states(place, SAVES)
    tried = Tried()
    beside = folder / "beside"
    shutil.copytree(Copies(place).folder, beside)
    for old in before:
        shutil.rmtree(Copies(place).folder)
        if not control:
            shutil.copytree(beside, Copies(place).folder)
        place.write_bytes(old)
        tried.tries += 1
        try:
            opened(place)
        except OlderThanBeforeError:
            tried.refused += 1
        else:
            tried.accepted += 1
    return tried


def _tried(place: Path, changes: Iterator[bytes], check: Check, newest: int | None = None) -> Tried:
    """`newest` may still be read: a page that holds nothing any more may be an old one."""
    tried = Tried()
    for changed in changes:
        place.write_bytes(changed)
        tried.tries += 1
        try:
            number = check(place)
        except CaseFileError:
            tried.refused += 1
        else:
            if newest is not None and number == newest:
                tried.unchanged += 1
            else:
                tried.accepted += 1
    return tried


def _pages(whole_file: bytes) -> list[bytes]:
    return [whole_file[at : at + PAGE] for at in range(0, len(whole_file), PAGE)]


def _number(database: Database) -> int | None:
    """Read as it stands, by whatever means the check has left."""
    with database.reading() as connection:
        row = connection.exec_driver_sql("SELECT content FROM sitting").first()
    if row is None:
        return 0
    try:
        kept = json.loads(row[0])
    except ValueError:
        return None
    return kept["number"] if kept == content(kept["number"]) else None
