"""Makes a new saved file: written beside its place, looked through, and only then put there."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa

from desktop_app.casefile.copies import Copies
from desktop_app.casefile.database import Database
from desktop_app.casefile.holding import Clock
from desktop_app.casefile.placing import clear, half_made, journal_of, settled
from desktop_app.casefile.problems import GoneError, LongNameError, told_plainly
from desktop_app.casefile.schema import bring_up_to_date, state
from desktop_app.casefile.writing import Writing
from desktop_app.casefile.written import Written, sound
from desktop_app.files import refuse_existing

LONGEST_PATH = 480
"""Bytes; SQLite takes 512 of a path, and writes a journal and a new file beside it."""
LONGEST_NAME = 235
"""Bytes; the journal of a new file that is half made has twenty more."""

Fill = Callable[[Writing], None]


def make(place: Path, passphrase: str, clock: Clock, fill: Fill, *, replace: bool = False) -> Path:
    """Gives the place without links. Raises CaseFileError and FileExistsError."""
    with told_plainly():
        place = resolved(place)
        if len(os.fsencode(place.name)) > LONGEST_NAME:
            raise LongNameError
        refuse_existing(place, replace=replace)
        beside = half_made(place)
        clear(beside)
        try:
            _write(beside, passphrase, clock, fill)
            refuse_existing(place, replace=replace)
            copies = Copies(place)
            if copies.folder.is_dir():
                copies.expect(beside)
                copies.mark(0)
            journal_of(place).unlink(
                missing_ok=True
            )  # of a file that stood here before: it would be played over ours
            beside.replace(place)
            settled(place.parent)
        finally:
            with suppress(OSError):
                clear(beside)
    return place


def resolved(place: Path) -> Path:
    """The file itself, not a link to it: a new file would otherwise take the place of the link."""
    try:
        place = place.resolve()
    except (RuntimeError, ValueError):  # links that lead in a circle; a name that no system has
        raise GoneError from None
    if os.name != "nt" and len(os.fsencode(place)) > LONGEST_PATH:
        raise LongNameError
    return place


def _write(place: Path, passphrase: str, clock: Clock, fill: Fill) -> None:
    database = Database(place, passphrase, new=True)
    try:
        database.prepare()
        with database.changing() as connection:
            bring_up_to_date(connection)
            writing = Writing(connection, 0, clock())
            fill(writing)
            generation, seal = Written(1, writing.seal).as_kept
            values = {"id": 1, "generation": generation, "seal": seal, "saved": clock().isoformat()}
            connection.execute(sa.insert(state).values(values))
        database.examine()
        sound(database)
    finally:
        database.close()
    with place.open("rb+") as stream:
        os.fsync(stream.fileno())
