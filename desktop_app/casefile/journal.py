"""A journal that a stopped program left: tried on a copy first, for SQLite would play anything over the only file.

A journal may belong to another file that stood here before, or somebody may have written it; one that names further
files is none of ours.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop_app.casefile.database import LARGEST, Database
from desktop_app.casefile.placing import clear, copied, journal_of, settled
from desktop_app.casefile.problems import (
    CaseFileError,
    DamagedError,
    NoRoomError,
    NotOpenedError,
    told_plainly,
)
from desktop_app.casefile.written import sound

MAGIC = bytes.fromhex("d9d505f920a163d7")
"""Begins a journal; at its end it says that other files were written with this one, which we never do."""

Opener = Callable[[Path], Database]


def settle(place: Path, folder: Path, opener: Opener) -> None:
    """Undo what a stopped program had begun to write, if that makes a sound file; `folder` is for trying it.

    Raises CaseFileError, and then the file is as it was.
    """
    journal = journal_of(place)
    if not os.path.lexists(journal):
        return
    with told_plainly():
        if not _may_be_ours(journal):
            _put_aside(journal)
            return
    trial = folder / ".trying.new"
    try:
        with told_plainly():
            _try(place, journal, trial, opener)
    except NoRoomError:  # then there is only SQLite's own way, in place
        return
    finally:
        with suppress(OSError):
            clear(trial)


def _try(place: Path, journal: Path, trial: Path, opener: Opener) -> None:
    clear(trial)
    copied(place, trial)
    copied(journal, journal_of(trial))
    try:
        _see_that_it_is_sound(opener(trial))
    except (NotOpenedError, DamagedError) as error:
        clear(trial)
        copied(place, trial)
        try:
            _see_that_it_is_sound(opener(trial))
        except CaseFileError:
            raise error from None
        _put_aside(journal)
        return
    copied(trial, place)
    journal.unlink()
    settled(place.parent)


def _see_that_it_is_sound(database: Database) -> None:
    try:
        database.unlock()
        database.examine()
        sound(database)
    finally:
        database.close()


def _may_be_ours(journal: Path) -> bool:
    if journal.is_symlink() or not journal.is_file() or journal.stat().st_size > LARGEST:
        return False
    with journal.open("rb") as stream:
        stream.seek(max(0, journal.stat().st_size - len(MAGIC)))
        return stream.tell() == 0 or stream.read() != MAGIC


def _put_aside(journal: Path) -> None:
    journal.replace(journal.with_name(f"{journal.name}.damaged"))
