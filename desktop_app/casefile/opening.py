"""Making, opening and bringing back a saved file; what is wrong with it is found before anything of it is shown."""

from __future__ import annotations

import os
import secrets
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.copies import Copies, Copy
from desktop_app.casefile.database import LARGEST, PAGE, SALT, Database
from desktop_app.casefile.holding import Clock, Holder, Holding
from desktop_app.casefile.journal import settle
from desktop_app.casefile.making import make, resolved
from desktop_app.casefile.placing import beginning, clear, copied, half_made, journal_of, settled
from desktop_app.casefile.problems import (
    CaseFileError,
    DamagedError,
    GoneError,
    InUseError,
    NotASavedFileError,
    NotOpenedError,
    OlderThanBeforeError,
    ReadOnlyError,
    TooNewError,
    told_plainly,
)
from desktop_app.casefile.schema import VERSION, bring_up_to_date, version_of
from desktop_app.casefile.where import Where, digest_of, identity_of
from desktop_app.casefile.written import Written, seal_over, set_written, sound

IN_THE_CLEAR = b"SQLite format 3\0"
LOCKED = ".lock"


def create(
    place: Path, passphrase: str, clock: Clock, *, by_copy: Path | None = None, replace: bool = False
) -> CaseFile:
    """A new file, open for writing. See `open_file` for `by_copy`. Raises CaseFileError and FileExistsError."""
    place = make(place, passphrase, clock, lambda _: None, replace=replace)
    Copies(place).mark(0)
    return open_file(place, passphrase, clock, by_copy=by_copy)


def open_file(
    place: Path, passphrase: str, clock: Clock, *, by_copy: Path | None = None, older: bool = False
) -> CaseFile:
    """Open a file, for reading only where another program has it or nothing can be written.

    `by_copy` is a folder on this computer: the file is worked on there and put back whole after each change, as a
    network folder needs it. `older` takes the file although a newer one stood there. Raises CaseFileError.
    """
    with told_plainly():
        place = resolved(place)
        _refuse_what_is_no_file(place)
    holding = _hold(place, clock)
    held = holding if isinstance(holding, Holding) else None
    with ExitStack() as undone:
        if held is not None:
            undone.callback(held.let_go)
        try:
            if held is not None:
                _left_behind(place, passphrase)
            where = _worked_on(place, by_copy if held else None)
            undone.callback(where.leave)
            written, database = _examined(where, passphrase, clock, older=older, writes=held is not None)
        except NotOpenedError:
            if _a_copy_opens(place, passphrase):  # then it is not the passphrase
                raise DamagedError from None
            raise
        undone.callback(database.close)
        opened = CaseFile(where, database, written, clock, holding)
        if held is not None:
            with suppress(CaseFileError):  # no room for it is no reason not to open
                opened.finish_deleting()
        undone.pop_all()
        return opened


def copies_of(place: Path) -> list[Copy]:
    """The generations beside a file, the newest first."""
    with told_plainly():
        return Copies(resolved(place)).all()


def bring_back(place: Path, copy: Copy, passphrase: str, clock: Clock | None = None) -> None:
    """Put a copy in the place of a file that does not open; that one stays beside it. Raises CaseFileError.

    From then on the copy counts as the newest. Stopped at any moment, there is a file at the place.
    """
    clock = clock or (lambda: datetime.now().astimezone())
    with told_plainly():
        place = resolved(place)
        holding = _hold(place, clock)
        if not isinstance(holding, Holding):
            raise InUseError if holding else ReadOnlyError
        beside = half_made(place).with_suffix(".back")
        try:
            copied(copy.place, beside)
            _count_past(beside, Copies(place), passphrase, clock)
            _keep_beside(place)
            beside.replace(place)
            settled(place.parent)
        finally:
            with suppress(OSError):
                clear(beside)
            holding.let_go()


def _count_past(file: Path, copies: Copies, passphrase: str, clock: Clock) -> None:
    """Look through a copy and make it the newest of all that stands there."""
    database = Database(file, passphrase)
    try:
        database.unlock()
        database.examine()
        written = sound(database)
        last = max(copies.marked(), copies.newest_generation(database), written.generation)
        _count_on_from(database, written, last, clock)
    finally:
        database.close()


def _keep_beside(place: Path) -> None:
    """A file that does not open gets a second name: nothing of it is thrown away. Its journal goes there too."""
    if place.exists():
        aside = _free_name(place)
        try:
            aside.hardlink_to(place)
        except OSError:  # a stick knows one name for a file
            copied(place, aside)
    journal = journal_of(place)
    if os.path.lexists(journal):
        journal.replace(journal.with_name(f"{journal.name}.damaged"))


def _free_name(place: Path) -> Path:
    """For a file that does not open: nothing of it is thrown away."""
    names = (place.with_name(f"{place.stem}-{number}{place.suffix}.damaged") for number in range(1, 1000))
    return next(name for name in names if not os.path.lexists(name))


def _refuse_what_is_no_file(place: Path) -> None:
    """SQLite would take an empty file for a new database, and one that was cut off for a shorter one."""
    if not place.exists():
        raise GoneError
    if not place.is_file():
        raise NotASavedFileError
    size = place.stat().st_size
    if size == 0 or size > LARGEST or beginning(place, SALT) == IN_THE_CLEAR:
        raise NotASavedFileError
    if size % PAGE:
        raise DamagedError


def _hold(place: Path, clock: Clock) -> Holding | Holder | None:
    holding = Holding(Copies(place).folder, clock)
    try:
        return holding.take() or holding
    except (OSError, NotImplementedError):  # a place where nothing can be written, or nothing locked
        return None


def _left_behind(place: Path, passphrase: str) -> None:
    """What a program that was stopped left: half of a copy, of a new file, of a change."""
    copies = Copies(place)
    copies.tidy()
    with suppress(OSError):
        copies.finish()
    for left in (half_made(place), half_made(place).with_suffix(".back")):
        with suppress(OSError):
            clear(left)
    settle(place, copies.folder, lambda file: Database(file, passphrase))
    with told_plainly():
        if place.stat().st_nlink > 1:  # under another name another program would not see that it is open
            copied(place, place)


def _worked_on(place: Path, folder: Path | None) -> Where:
    with told_plainly():
        if folder is None:
            return Where(place, place, identity_of(place))
        folder.mkdir(parents=True, exist_ok=True)
        _leave_no_orphans(folder)
        work = folder / f"{secrets.token_hex(8)}.peerready"
        lock = FileLock(work.with_suffix(LOCKED), thread_local=False)
        ours = ExitStack()
        ours.callback(work.with_suffix(LOCKED).unlink, missing_ok=True)
        ours.enter_context(lock.acquire(timeout=0))
        copied(place, work)
        return Where(place, work, identity_of(work), digest_of(work), ours)


def _leave_no_orphans(folder: Path) -> None:
    """Copies that a program which was killed worked on. All that it acknowledged is in the network folder."""
    for orphan in folder.glob("*.peerready"):
        lock = FileLock(orphan.with_suffix(LOCKED), thread_local=False)
        with suppress(OSError, Timeout), lock.acquire(timeout=0):
            clear(orphan)
            orphan.with_suffix(LOCKED).unlink(missing_ok=True)


def _examined(
    where: Where, passphrase: str, clock: Clock, *, older: bool, writes: bool
) -> tuple[Written, Database]:
    database = Database(where.work, passphrase, writes=writes)
    try:
        database.unlock()
        database.examine()
        return _newest(database, Copies(where.home), clock, older=older, writes=writes), database
    except BaseException:
        database.close()
        raise


def _newest(database: Database, copies: Copies, clock: Clock, *, older: bool, writes: bool) -> Written:
    written = _up_to_date(database, copies, clock, writes=writes)
    last = max(copies.marked(), copies.newest_generation(database))
    if written.generation < last:
        if not older:
            raise OlderThanBeforeError
        if writes:
            written = _count_on_from(database, written, last, clock)
    if writes and copies.newest_generation(database) != written.generation:
        with suppress(OSError):  # no room for a copy is no reason not to open
            copies.add(database.place, database)
    return written


def _up_to_date(database: Database, copies: Copies, clock: Clock, *, writes: bool) -> Written:
    with database.reading() as connection:
        version = version_of(connection)
    if version > VERSION:  # its tables and seal may be others
        raise TooNewError
    written = sound(database)
    if version == VERSION:
        return written
    if not writes:
        raise ReadOnlyError
    with told_plainly():
        copies.add(database.place, database)
    with database.changing() as connection:
        bring_up_to_date(connection)
        now = Written(written.generation + 1, seal_over(connection))
        set_written(connection, now, clock())
    return now


def _count_on_from(database: Database, written: Written, last: int, clock: Clock) -> Written:
    """An older file was taken up on purpose: from now on it is the newest."""
    counted = Written(last + 1, written.seal)
    with database.changing() as connection:
        set_written(connection, counted, clock())
    return counted


def _a_copy_opens(place: Path, passphrase: str) -> bool:
    for copy in Copies(place).all():
        database = Database(copy.place, passphrase, writes=False)
        try:
            database.unlock()
        except CaseFileError:
            continue
        finally:
            database.close()
        return True
    return False
