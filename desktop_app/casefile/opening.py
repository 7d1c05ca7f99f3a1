"""Making, opening and bringing back a saved file; what is wrong with it is found before anything of it is shown."""

from __future__ import annotations

import secrets
import shutil
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa

from desktop_app.casefile.casefile import CaseFile, Where, Written, half_made, row_of, set_written
from desktop_app.casefile.copies import Copies, Copy
from desktop_app.casefile.database import PAGE, Database
from desktop_app.casefile.holding import Clock, Holder, Holding
from desktop_app.casefile.problems import (
    CaseFileError,
    DamagedError,
    GoneError,
    NotASavedFileError,
    NotOpenedError,
    OlderThanBeforeError,
    ReadOnlyError,
    told_plainly,
)
from desktop_app.casefile.schema import VERSION, bring_up_to_date, state, version_of
from desktop_app.casefile.seal import seal_of, sealed
from desktop_app.files import refuse_existing


def create(
    place: Path, passphrase: str, clock: Clock, *, by_copy: Path | None = None, replace: bool = False
) -> CaseFile:
    """A new file, open for writing. See `open_file` for `by_copy`. Raises CaseFileError and FileExistsError."""
    with told_plainly():
        refuse_existing(place, replace=replace)
        beside = half_made(place)
        beside.unlink(missing_ok=True)
        try:
            _write_new(beside, passphrase, clock)
            refuse_existing(place, replace=replace)
            copies = Copies(place)
            copies.drop()  # of a file that stood here before
            beside.replace(place)
            copies.mark(0)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    return open_file(place, passphrase, clock, by_copy=by_copy)


def open_file(
    place: Path, passphrase: str, clock: Clock, *, by_copy: Path | None = None, older: bool = False
) -> CaseFile:
    """Open a file, for reading only where another program has it or nothing can be written.

    `by_copy` is a folder on this computer: the file is worked on there and put back whole after each change, as a
    network folder needs it. `older` takes the file although a newer one stood there. Raises CaseFileError.
    """
    with told_plainly():
        _refuse_what_is_no_file(place)
    holding = _hold(place, clock)
    held = holding if isinstance(holding, Holding) else None
    try:
        if held is not None:
            Copies(place).tidy()
            half_made(place).unlink(missing_ok=True)
        where = _worked_on(place, by_copy if held else None)
        database = Database(where.work, passphrase, writes=held is not None)
        try:
            written = _examined(place, database, clock, older=older, writes=held is not None)
        except NotOpenedError:
            database.close()
            if _a_copy_opens(place, passphrase):  # then it is not the passphrase
                raise DamagedError from None
            raise
        except BaseException:
            database.close()
            raise
        return CaseFile(where, database, written, clock, holding)
    except BaseException:
        if held is not None:
            held.let_go()
        raise


def copies_of(place: Path) -> list[Copy]:
    """The generations beside a file, the newest first."""
    with told_plainly():
        return Copies(place).all()


def bring_back(place: Path, copy: Copy, passphrase: str) -> None:
    """Put a copy in the place of a file that does not open; that one stays beside it. Raises CaseFileError."""
    database = Database(copy.place, passphrase, writes=False)
    try:
        database.unlock()
        database.examine()
        generation = _sound(database).generation
    finally:
        database.close()
    with told_plainly():
        if place.exists():
            place.replace(_free_name(place))
        beside = half_made(place)
        shutil.copyfile(copy.place, beside)
        beside.replace(place)
        Copies(place).mark(generation)


def _free_name(place: Path) -> Path:
    """For a file that does not open: nothing of it is thrown away."""
    names = (place.with_name(f"{place.stem}-{number}{place.suffix}.damaged") for number in range(1, 1000))
    return next(name for name in names if not name.exists())


def _write_new(place: Path, passphrase: str, clock: Clock) -> None:
    database = Database(place, passphrase, new=True)
    try:
        database.prepare()
        with database.changing() as connection:
            bring_up_to_date(connection)
            first = Written(1, 0)
            values = {"id": 1, "generation": 1, "seal": sealed(first.seal, 1), "saved": clock().isoformat()}
            connection.execute(sa.insert(state).values(values))
    finally:
        database.close()


def _refuse_what_is_no_file(place: Path) -> None:
    """SQLite would take an empty file for a new database, and one that was cut off for a shorter one."""
    if not place.exists():
        raise GoneError
    if not place.is_file():
        raise NotASavedFileError
    size = place.stat().st_size
    if size == 0:
        raise NotASavedFileError
    if size % PAGE:
        raise DamagedError


def _hold(place: Path, clock: Clock) -> Holding | Holder | None:
    holding = Holding(Copies(place).folder, clock)
    try:
        return holding.take() or holding
    except OSError:  # a place where nothing can be written
        return None


def _worked_on(place: Path, folder: Path | None) -> Where:
    if folder is None:
        return Where(place, place)
    work = folder / f"{secrets.token_hex(8)}.peerready"
    with told_plainly():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(place, work)
    return Where(place, work)


def _examined(place: Path, database: Database, clock: Clock, *, older: bool, writes: bool) -> Written:
    database.unlock()
    database.examine()
    copies = Copies(place)
    written = _up_to_date(database, copies, clock, writes=writes)
    last = max(copies.marked(), copies.newest_generation(database))
    if written.generation < last:
        if not older:
            raise OlderThanBeforeError
        if writes:
            written = _count_on_from(database, written, last, clock)
    if writes and copies.newest_generation(database) != written.generation:
        with suppress(OSError):  # no room for a copy is no reason not to open
            copies.add(database.place)
    return written


def _up_to_date(database: Database, copies: Copies, clock: Clock, *, writes: bool) -> Written:
    with database.reading() as connection:
        version = version_of(connection)
    written = _sound(database)
    if version == VERSION:
        return written
    if not writes:
        raise ReadOnlyError
    with told_plainly():
        copies.add(database.place)
    with database.changing() as connection:
        bring_up_to_date(connection)
        now = Written(written.generation + 1, _seal(connection))
        set_written(connection, now, clock())
    return now


def _count_on_from(database: Database, written: Written, last: int, clock: Clock) -> Written:
    """An older file was taken up on purpose: from now on it is the newest."""
    counted = Written(last + 1, written.seal)
    with database.changing() as connection:
        set_written(connection, counted, clock())
    return counted


def _a_copy_opens(place: Path, passphrase: str) -> bool:
    for copy in Copies(place).all()[:1]:
        database = Database(copy.place, passphrase, writes=False)
        try:
            database.unlock()
        except CaseFileError:
            return False
        finally:
            database.close()
        return True
    return False


def _sound(database: Database) -> Written:
    """How far it has come, once the seal fits what is in it. Raises DamagedError."""
    with database.reading() as connection:
        row = connection.execute(sa.select(state)).first()
        if row is None:
            raise DamagedError
        seal = _seal(connection)
        if sealed(seal, row.generation) != row.seal:
            raise DamagedError
        return Written(row.generation, seal)


def _seal(connection: sa.Connection) -> int:
    """Over every row of every table, whatever the version; only the state is left out, which holds the seal."""
    there = sa.MetaData()
    there.reflect(connection)
    others = [table for table in there.sorted_tables if table.name != state.name]
    return seal_of(row_of(table, row) for table in others for row in connection.execute(sa.select(table)))
