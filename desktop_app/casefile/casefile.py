"""A saved file that is open: what is kept in it, and how it is written and closed without losing any of it."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa

from desktop_app.casefile.copies import Copies
from desktop_app.casefile.database import Database
from desktop_app.casefile.holding import Clock, Holder, Holding
from desktop_app.casefile.problems import (
    CaseFileError,
    ChangedElsewhereError,
    DamagedError,
    GoneError,
    NotOpenedError,
    ReadOnlyError,
    told_plainly,
)
from desktop_app.casefile.schema import person, sitting, state
from desktop_app.casefile.seal import Row, resealed, sealed
from desktop_app.files import whole_file

COPY_EVERY = timedelta(minutes=10)


class Person(NamedTuple):
    """Somebody whose answers are kept, by the name or code that was chosen for them."""

    id: str
    name: str
    created: datetime


class Sitting(NamedTuple):
    """What one sitting came to.

    `content` is what JSON can hold: the answer sheet, the place in the interview, and what is half filled in.
    """

    id: str
    person: str
    started: datetime
    changed: datetime
    content: Mapping[str, Any]


class Where(NamedTuple):
    """The file that a person placed, and the one that is worked on: a copy of it for a network folder."""

    home: Path
    work: Path


class Written(NamedTuple):
    """How far a file has come: how often it was written, and the sum over its rows."""

    generation: int
    seal: int


class CaseFile:
    """Made by `opening`. Its methods may be called from any thread, and each may raise a CaseFileError."""

    def __init__(
        self,
        where: Where,
        database: Database,
        written: Written,
        clock: Clock,
        holding: Holding | Holder | None,
    ) -> None:
        self.place = where.home
        self.elsewhere = holding if isinstance(holding, Holder) else None
        """Who else has it open; then nothing can be written here."""
        self._work, self._database, self._written, self._clock = where.work, database, written, clock
        self._holding = holding if isinstance(holding, Holding) else None
        self._copies = Copies(where.home)
        self._lock = threading.RLock()
        self._away = self._closed = False
        with told_plainly():
            self._identity = _identity(self._work)
            self._at_home = _digest(self.place) if self._is_copy else ""
        self._copied = clock()

    @property
    def read_only(self) -> bool:
        return self._holding is None

    @property
    def generation(self) -> int:
        return self._written.generation

    # ------------------------------------------------------------ what is in it

    def people(self) -> list[Person]:
        query = sa.select(person).order_by(person.c.created, person.c.id)
        with self._lock, self._database.reading() as connection:
            return [Person(row.id, row.name, _moment(row.created)) for row in connection.execute(query)]

    def sittings(self, of: str) -> list[Sitting]:
        """The sittings of a person, the newest last."""
        query = sa.select(sitting).where(sitting.c.person == of).order_by(sitting.c.started, sitting.c.id)
        with self._lock, self._database.reading() as connection:
            return [_sitting(row) for row in connection.execute(query)]

    def add_person(self, name: str) -> Person:
        new = Person(secrets.token_hex(8), name, self._clock())
        values = {"id": new.id, "name": name, "created": new.created.isoformat()}
        with self._writing() as writing:
            writing.put(person, values)
        return new

    def new_sitting(self, of: str, content: Mapping[str, Any]) -> Sitting:
        """Begin one; it is kept when this returns."""
        now = self._clock()
        return self.keep(Sitting(secrets.token_hex(8), of, now, now, content))

    def keep(self, one: Sitting) -> Sitting:
        """Write a sitting over what was kept of it; once this returns, it is on the disk."""
        one = one._replace(changed=self._clock())
        values = {
            "id": one.id,
            "person": one.person,
            "started": one.started.isoformat(),
            "changed": one.changed.isoformat(),
            "content": json.dumps(one.content, ensure_ascii=False, sort_keys=True),
        }
        with self._writing() as writing:
            writing.put(sitting, values)
        return one

    # ------------------------------------------------------------ the file itself

    def show_it_is_open(self) -> None:
        """To be called every minute: tells other computers that the file is still in use."""
        if self._holding is not None:
            with told_plainly():
                self._holding.show()

    def opens_with(self, passphrase: str) -> bool:
        """Whether this is its passphrase; asked before it is changed."""
        database = Database(self._work, passphrase, writes=False)
        try:
            database.unlock()
        except NotOpenedError:
            return False
        finally:
            database.close()
        return True

    def change_passphrase(self, new: str) -> None:
        """Write everything into a new file under the new passphrase, look through it, and put it in place.

        Killed at any moment, one of the two opens whole. The copies under the old passphrase go.
        """
        with self._lock:
            self._see_that_it_is_ours()
            beside = half_made(self._work)
            beside.unlink(missing_ok=True)
            try:
                self._database.export(beside, new)
                database = Database(beside, new)
                database.unlock()
                database.examine()
                database.close()
                with told_plainly():
                    _flush(beside)
                    self._database.close()
                    beside.replace(self._work)
            finally:
                beside.unlink(missing_ok=True)
            self._database = Database(self._work, new)
            self._database.unlock()
            self._identity = _identity(self._work)
            with told_plainly():
                self._put_back()
                self._copies.drop()
                self._copies.add(self._work)

    def close(self) -> None:
        """Leave a copy of the last state beside it, and let go. Never raises: nothing depends on the copy."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            with suppress(OSError, CaseFileError):
                if self._holding is not None and not self._away:
                    self._copy(self._clock())
            self._database.close()
            if self._holding is not None:
                self._holding.let_go()
            if self._is_copy:
                self._work.unlink(missing_ok=True)

    # ------------------------------------------------------------ writing

    @contextmanager
    def _writing(self) -> Iterator[_Writing]:
        with self._lock:
            self._see_that_it_is_ours()
            try:
                with self._database.changing() as connection:
                    if _written(connection) != (self.generation, sealed(self._written.seal, self.generation)):
                        raise ChangedElsewhereError
                    writing = _Writing(connection, self._written.seal)
                    yield writing
                    written = Written(self.generation + 1, writing.seal)
                    set_written(connection, written, self._clock())
            except GoneError:
                self._away = True
                raise
            self._written = written
            self._see_that_it_is_ours()
            with told_plainly():
                self._put_back()
            self._copies.mark(self.generation)
            self._copy_now_and_then()

    def _see_that_it_is_ours(self) -> None:
        if self._holding is None:
            raise ReadOnlyError
        if self._away:
            self._come_back()
        try:
            with told_plainly():
                same = _identity(self._work) == self._identity
        except GoneError:
            self._away = True
            raise
        if not same or not self._holding.ours:
            raise ChangedElsewhereError

    def _come_back(self) -> None:
        """The place was gone. If the same file is there again, go on with it."""
        with told_plainly():
            identity = _identity(self._work)
        self._database.connect_again()
        with self._database.reading() as connection:
            if _written(connection) != (self.generation, sealed(self._written.seal, self.generation)):
                raise ChangedElsewhereError
        self._identity, self._away = identity, False

    @property
    def _is_copy(self) -> bool:
        return self._work != self.place

    def _put_back(self) -> None:
        """For a network folder: the whole of it, and never over what another computer wrote."""
        if not self._is_copy:
            return
        if _digest(self.place) != self._at_home:
            raise ChangedElsewhereError
        with whole_file(self.place, replace=True) as stream, self._work.open("rb") as content:
            shutil.copyfileobj(content, stream)
        self._at_home = _digest(self.place)

    def _copy_now_and_then(self) -> None:
        now = self._clock()
        if now - self._copied >= COPY_EVERY:
            with suppress(OSError):  # the file itself is written; a copy that cannot be made is tried again
                self._copy(now)

    def _copy(self, now: datetime) -> None:
        newest = self._copies.newest_generation(self._database)
        if newest != self.generation:
            self._copies.add(self._work)
        self._copied = now


class _Writing:
    """What may be written within one transaction; keeps the seal in step."""

    def __init__(self, connection: sa.Connection, seal: int) -> None:
        self._connection, self.seal = connection, seal

    def put(self, table: sa.Table, values: Mapping[str, str]) -> None:
        """Write a row, over the one with the same id."""
        old = self._connection.execute(sa.select(table).where(table.c.id == values["id"])).first()
        if old is None:
            self._connection.execute(sa.insert(table).values(values))
        else:
            self._connection.execute(sa.update(table).where(table.c.id == values["id"]).values(values))
        gone = [row_of(table, old)] if old is not None else []
        self.seal = resealed(self.seal, gone=gone, new=[row_of(table, [values[c.name] for c in table.c])])


def row_of(table: sa.Table, row: Iterable[Any]) -> Row:
    return (table.name, *map(str, row))


def half_made(place: Path) -> Path:
    """Where a whole new file is written before it takes its place."""
    return place.with_name(f".{place.name}.new")


def _written(connection: sa.Connection) -> tuple[int, str]:
    row = connection.execute(sa.select(state.c.generation, state.c.seal)).first()
    if row is None:
        raise DamagedError
    return (row.generation, row.seal)


def set_written(connection: sa.Connection, written: Written, now: datetime) -> None:
    values = {
        "generation": written.generation,
        "seal": sealed(written.seal, written.generation),
        "saved": now.isoformat(),
    }
    connection.execute(sa.update(state).values(values))


def _sitting(row: sa.Row[Any]) -> Sitting:
    return Sitting(row.id, row.person, _moment(row.started), _moment(row.changed), json.loads(row.content))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _identity(file: Path) -> tuple[int, int]:
    """Which file stands at a place, whatever it is called."""
    found = file.stat()
    return (found.st_dev, found.st_ino)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _flush(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
