"""A saved file that is open: what is kept in it, and how it is written and closed without losing any of it."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import sqlalchemy as sa

from desktop_app.casefile.copies import Copies
from desktop_app.casefile.database import Database
from desktop_app.casefile.holding import Clock, Holder, Holding
from desktop_app.casefile.journal import settle
from desktop_app.casefile.placing import clear, half_made, settled, whole_at
from desktop_app.casefile.problems import (
    CaseFileError,
    ChangedElsewhereError,
    DamagedError,
    GoneError,
    NotOpenedError,
    ReadOnlyError,
    told_plainly,
)
from desktop_app.casefile.schema import person, sitting
from desktop_app.casefile.seal import resealed
from desktop_app.casefile.written import LARGEST_VALUE, Written, kept_in, row_of, set_written, sound

COPY_EVERY = timedelta(minutes=10)


class Person(NamedTuple):
    """Somebody whose answers are kept, by the name or code that was chosen for them."""

    id: str
    name: str
    created: datetime
    content: Mapping[str, Any] = {}
    """What JSON can hold: what a center keeps of a client besides the sittings."""


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
        self.place, self._where = where.home, where
        self.elsewhere = holding if isinstance(holding, Holder) else None
        """Who else has it open; then nothing can be written here."""
        self._work, self._database, self._written, self._clock = where.work, database, written, clock
        self._holding = holding if isinstance(holding, Holding) else None
        self._copies = Copies(where.home)
        self._lock = threading.RLock()
        self._away = self._closed = False
        self._identity, self._at_home = where.identity, set[str]()
        """Which file it is; and what the file in the network folder may hold for it to be the one we left there."""
        self._tried = written
        """What was to be written when the place was gone: it may have arrived."""
        self._copied = clock()
        with told_plainly():
            if identity_of(self._work) != self._identity:
                raise ChangedElsewhereError

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
            return [_person(row) for row in connection.execute(query)]

    def sittings(self, of: str) -> list[Sitting]:
        """The sittings of a person, the newest last."""
        query = sa.select(sitting).where(sitting.c.person == of).order_by(sitting.c.started, sitting.c.id)
        with self._lock, self._database.reading() as connection:
            return [_sitting(row) for row in connection.execute(query)]

    def add_person(self, name: str, content: Mapping[str, Any] | None = None) -> Person:
        new = Person(secrets.token_hex(8), name, self._clock(), content or {})
        self.change_person(new)
        return new

    def change_person(self, one: Person) -> None:
        """Write a person over what was kept of them; the sittings stay."""
        values = {
            "id": one.id,
            "name": one.name,
            "created": one.created.isoformat(),
            "content": _json(one.content),
        }
        with self._writing() as writing:
            writing.put(person, values)

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
            "content": _json(one.content),
        }
        with self._writing() as writing:
            writing.put(sitting, values)
        return one

    # ------------------------------------------------------------ the file itself

    def show_it_is_open(self) -> None:
        """To be called every minute: tells other computers that the file is still in use."""
        if self._holding is not None:
            with self._lock, told_plainly():
                if not self._holding.ours:
                    raise ChangedElsewhereError
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
            try:
                with told_plainly():
                    clear(beside)
                    identity = self._write_anew(beside, new)
                    self._copies.expect(beside)
                    self._put_back(beside)
                    self._database.close()
                    beside.replace(self._work)
            except BaseException:
                self._database.close()
                self._away = True  # what is there now is looked at before it is written again
                raise
            finally:
                with suppress(OSError):
                    clear(beside)
            self._database, self._identity = Database(self._work, new), identity
            self._go_on_under_it()

    def _write_anew(self, beside: Path, new: str) -> tuple[int, int]:
        self._database.export(beside, new)
        database = Database(beside, new)
        try:
            database.unlock()
            database.examine()
            if sound(database) != self._written:
                raise DamagedError
        finally:
            database.close()
        with beside.open("rb+") as stream:
            os.fsync(stream.fileno())
        return identity_of(beside)

    def _go_on_under_it(self) -> None:
        """The passphrase is changed; nothing that happens from here on may sound as if it were not."""
        try:
            self._database.unlock()
            settled(self._work.parent)
        except (OSError, CaseFileError):
            self._away = True
        with suppress(OSError, CaseFileError):
            self._copies.finish()
            self._copies.add(self._work, self._database)

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
            self._where.leave()

    # ------------------------------------------------------------ writing

    @contextmanager
    def _writing(self) -> Iterator[_Writing]:
        with self._lock:
            self._see_that_it_is_ours()
            try:
                with self._database.changing() as connection:
                    if kept_in(connection) != self._written.as_kept:
                        raise ChangedElsewhereError
                    writing = _Writing(connection, self._written.seal)
                    yield writing
                    self._tried = Written(self.generation + 1, writing.seal)
                    set_written(connection, self._tried, self._clock())
            except GoneError:
                self._away = True
                raise
            self._written = self._tried
            self._see_that_it_is_ours()
            self._put_back(self._work)
            self._copies.mark(self.generation)
            self._copy_now_and_then()

    def _see_that_it_is_ours(self) -> None:
        if self._holding is None or self._closed:
            raise ReadOnlyError
        if self._away:
            self._come_back()
        try:
            with told_plainly():
                same = identity_of(self._work) == self._identity
        except GoneError:
            self._away = True
            raise
        with told_plainly():
            if not same or not self._holding.ours:
                raise ChangedElsewhereError

    def _come_back(self) -> None:
        """The place was gone. If the same file is there again, go on with it.

        What was being written then has arrived or has not; whatever else stands there is another's.
        """
        self._database.close()
        with told_plainly():
            identity_of(self._work)
            settle(self._work, self._copies.folder, self._database.at)
            identity = identity_of(self._work)
        self._database.connect_again()
        self._database.examine()
        found = sound(self._database)
        if found not in (self._written, self._tried):
            raise ChangedElsewhereError
        self._written, self._identity, self._away = found, identity, False

    def _put_back(self, source: Path) -> None:
        """For a network folder: the whole of it, and never over what another computer wrote."""
        if not self._where.is_copy:
            return
        with told_plainly():
            self._see_what_is_at_home()
            with whole_at(self.place) as stream, source.open("rb") as content:
                digest = _copied(content, stream)
                self._see_what_is_at_home()  # writing may have taken a while
                self._at_home.add(digest)  # if the answer gets lost on its way, it may still have arrived
            self._at_home = {digest}

    def _see_what_is_at_home(self) -> None:
        if not self._at_home:
            self._at_home = {self._where.digest}
        if _digest(self.place) not in self._at_home:
            raise ChangedElsewhereError

    def _copy_now_and_then(self) -> None:
        now = self._clock()
        if now - self._copied >= COPY_EVERY:
            # The file itself is written; a copy that cannot be made is tried again.
            with suppress(OSError, CaseFileError):
                self._copy(now)

    def _copy(self, now: datetime) -> None:
        newest = self._copies.newest_generation(self._database)
        if newest != self.generation:
            self._copies.add(self._work, self._database)
        self._copied = now


class _Writing:
    """What may be written within one transaction; keeps the seal in step."""

    def __init__(self, connection: sa.Connection, seal: int) -> None:
        self._connection, self.seal = connection, seal

    def put(self, table: sa.Table, values: Mapping[str, str]) -> None:
        """Write a row, over the one with the same id. Raises CaseFileError where a value is too large."""
        if any(len(value.encode("utf-8", "surrogatepass")) > LARGEST_VALUE for value in values.values()):
            raise CaseFileError
        old = self._connection.execute(sa.select(table).where(table.c.id == values["id"])).first()
        if old is None:
            self._connection.execute(sa.insert(table).values(values))
        else:
            self._connection.execute(sa.update(table).where(table.c.id == values["id"]).values(values))
        gone = [row_of(table, old)] if old is not None else []
        self.seal = resealed(self.seal, gone=gone, new=[row_of(table, [values[c.name] for c in table.c])])


def _person(row: sa.Row[Any]) -> Person:
    """Raises DamagedError: the file may be whole and yet written by anyone."""
    try:
        return Person(_text(row.id), _text(row.name), _moment(row.created), _object(row.content))
    except (ValueError, RecursionError):
        raise DamagedError from None


def _sitting(row: sa.Row[Any]) -> Sitting:
    """Raises DamagedError, as above."""
    try:
        started, changed = _moment(row.started), _moment(row.changed)
        return Sitting(_text(row.id), _text(row.person), started, changed, _object(row.content))
    except (ValueError, RecursionError):
        raise DamagedError from None


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _object(value: object) -> dict[str, Any]:
    content = json.loads(_text(value))
    if not isinstance(content, dict):
        raise ValueError
    return content


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError
    return moment


def identity_of(file: Path) -> tuple[int, int]:
    """Which file stands at a place, whatever it is called."""
    found = file.stat()
    return (found.st_dev, found.st_ino)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _copied(source: BinaryIO, target: BinaryIO) -> str:
    """Copies, and gives the digest of what went through."""
    whole = hashlib.sha256()
    while part := source.read(1 << 20):
        whole.update(part)
        target.write(part)
    return whole.hexdigest()
