"""Opens an encrypted database the safe way; the only module that knows SQLCipher."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from desktop_app.casefile.problems import (
    CaseFileError,
    DamagedError,
    GoneError,
    NoRoomError,
    NotASavedFileError,
    NotOpenedError,
    ReadOnlyError,
)
from desktop_app.casefile.schema import APPLICATION

PAGE = 4096
"""Bytes of a page, as SQLCipher writes it; a file that is not made of whole pages was cut off."""

SETTINGS = (
    "journal_mode = DELETE",  # with a log beside it, a copied file would lack what was written last
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
)


class Database:
    """One connection to one file. Every method may raise a CaseFileError."""

    def __init__(self, place: Path, passphrase: str, *, writes: bool = True, new: bool = False) -> None:
        self.place, self._writes = place, writes
        mode = "rwc" if new else "rw" if writes else "ro"
        uri = f"{place.resolve().as_uri()}?mode={mode}"

        def connected() -> Any:
            connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal
            connection.execute(f"PRAGMA key = {quoted(passphrase)}")
            return connection

        # The creator alone gives the key: in a URL it would end up in messages. Values are never shown either.
        self._engine = sa.create_engine(
            "sqlite://", module=dbapi2, creator=connected, poolclass=StaticPool, hide_parameters=True
        )
        sa.event.listen(self._engine, "begin", _begin_writing if writes else _begin)

    @contextmanager
    def changing(self) -> Iterator[sa.Connection]:
        """A transaction: when the block ends well, what was written is on the disk; otherwise nothing is."""
        with _told_plainly(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with _told_plainly(), self._engine.connect() as connection:
            yield connection

    def unlock(self) -> None:
        """See that the passphrase opens it and that it is ours. Raises NotOpenedError or NotASavedFileError."""
        with self._bare() as connection:
            try:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            except dbapi2.Error as error:
                if error.sqlite_errorname == "SQLITE_NOTADB":
                    raise NotOpenedError from error
                raise
            if self._writes:
                for setting in SETTINGS:
                    connection.execute(f"PRAGMA {setting}")
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
                raise NotASavedFileError

    def prepare(self) -> None:
        """A new database, before anything is in it."""
        with self._bare() as connection:
            for setting in SETTINGS:
                connection.execute(f"PRAGMA {setting}")

    def examine(self) -> None:
        """Read and check every page. Raises DamagedError."""
        with self._bare() as connection:
            if connection.execute("PRAGMA cipher_integrity_check").fetchall():
                raise DamagedError
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise DamagedError

    def value_of_copy(self, copy: Path, query: str) -> Any:
        """One value from a copy of this file, which has the same key; None where that does not open it."""
        uri = f"{copy.resolve().as_uri()}?mode=ro&immutable=1"
        with self._bare() as connection:
            try:
                connection.execute("ATTACH DATABASE ? AS copy", (uri,))
            except dbapi2.Error:
                return None
            try:
                row = connection.execute(query).fetchone()
            except dbapi2.Error:
                return None
            finally:
                connection.execute("DETACH DATABASE copy")
        return row[0] if row else None

    def export(self, place: Path, passphrase: str) -> None:
        """Everything into a new file with a key of its own; what was deleted does not come along."""
        with self._bare() as connection:
            connection.execute(
                f"ATTACH DATABASE ? AS other KEY {quoted(passphrase)}",
                (f"{place.resolve().as_uri()}?mode=rwc",),
            )
            try:
                connection.execute("SELECT sqlcipher_export('other')").fetchall()
                for name in ("application_id", "user_version"):
                    number = int(connection.execute(f"PRAGMA main.{name}").fetchone()[0])
                    connection.execute(f"PRAGMA other.{name} = {number}")
            finally:
                connection.execute("DETACH DATABASE other")

    def connect_again(self) -> None:
        """After the place was gone for a while: what was not finished then is undone by this."""
        self._engine.dispose()
        self.unlock()

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _bare(self) -> Iterator[Any]:
        """The connection itself, outside a transaction: these settings cannot be made within one."""
        with _told_plainly(), closing(self._engine.raw_connection()) as pooled:
            yield pooled.driver_connection


def quoted(passphrase: str) -> str:
    """As SQL text. The same passphrase typed on another keyboard or system gives the same bytes."""
    return "'" + unicodedata.normalize("NFKC", passphrase).replace("'", "''") + "'"


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn what SQLite and the system report into our own problems, without a value in them."""
    try:
        yield
    except DBAPIError as error:
        raise _problem(getattr(error.orig, "sqlite_errorname", "")) from None
    except dbapi2.Error as error:
        raise _problem(getattr(error, "sqlite_errorname", "")) from None


def _problem(name: str) -> CaseFileError:
    for beginning, problem in _PROBLEMS.items():
        if name.startswith(beginning):
            return problem()
    return DamagedError()


_PROBLEMS: dict[str, type[CaseFileError]] = {
    "SQLITE_FULL": NoRoomError,
    "SQLITE_READONLY": ReadOnlyError,
    "SQLITE_PERM": ReadOnlyError,
    "SQLITE_BUSY": ReadOnlyError,
    "SQLITE_LOCKED": ReadOnlyError,
    "SQLITE_CANTOPEN": GoneError,
    "SQLITE_IOERR": GoneError,
    "SQLITE_NOTADB": NotOpenedError,
}


def _begin_writing(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN")
