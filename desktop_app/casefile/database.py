"""Opens an encrypted database the safe way; the only module that knows SQLCipher."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePath
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from desktop_app.casefile.problems import (
    CaseFileError,
    ChangedElsewhereError,
    DamagedError,
    GoneError,
    InUseError,
    NobodyError,
    NoRoomError,
    NotASavedFileError,
    NotOpenedError,
    ReadOnlyError,
)
from desktop_app.casefile.schema import APPLICATION

PAGE = 4096
"""Bytes of a page, as SQLCipher writes it; a file that is not made of whole pages was cut off."""
SALT = 16
"""Bytes at the beginning of every file, drawn anew for each: with the passphrase they make its key."""
LARGEST = 256 * 1024 * 1024
"""Bytes of a file: some ten thousand people. Nothing larger is written or opened."""
MOST_PARTS = 64
"""Tables and indexes; there are fewer than twenty."""

AT_HAND = 64 * 1024
"""KiB of pages that stay decrypted, at most: an opening reads each of them three times."""

SETTINGS = (
    "journal_mode = DELETE",  # with a log beside it, a copied file would lack what was written last
    "synchronous = EXTRA",  # FULL would not wait until the journal's name is gone: what was saved could be undone
    f"max_page_count = {LARGEST // PAGE}",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
)


class Database:
    """One connection to one file. Every method may raise a CaseFileError."""

    def __init__(self, place: Path, passphrase: str, *, writes: bool = True, new: bool = False) -> None:
        if not passphrase:  # SQLCipher would write it in the clear
            raise NotOpenedError
        self.place, self._writes, self._passphrase = place, writes, passphrase
        uri = uri_of(place, "rwc" if new else "rw" if writes else "ro")

        def connected() -> Any:
            connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal
            connection.execute(f"PRAGMA key = {quoted(passphrase)}")
            connection.execute(f"PRAGMA cache_size = -{AT_HAND}")
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
            _refuse_what_runs(connection)

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

    def vacuum(self) -> None:
        """Write every page anew: free ones go, and with them what was moved about in the others."""
        with self._bare() as connection:
            connection.execute("VACUUM")

    def at(self, place: Path) -> Database:
        """Another file under the same passphrase."""
        return Database(place, self._passphrase, writes=self._writes)

    def value_of_copy(self, copy: Path, query: str) -> Any:
        """One value from a copy of this file, which has the same key; None where that does not open it."""
        rows = self._asked_of_copy(copy, query)
        return rows[0][0] if rows else None

    def copy_is_whole(self, copy: Path) -> bool:
        """Every page of a copy is read and checked."""
        return self._asked_of_copy(copy, "PRAGMA copy.cipher_integrity_check") == []

    def _asked_of_copy(self, copy: Path, query: str) -> list[Any] | None:
        with self._bare() as connection:
            try:
                connection.execute("ATTACH DATABASE ? AS copy", (uri_of(copy, "ro&immutable=1"),))
            except dbapi2.Error:
                return None
            try:
                return list(connection.execute(query).fetchall())
            except dbapi2.Error:
                return None
            finally:
                connection.execute("DETACH DATABASE copy")

    def export(self, place: Path, passphrase: str) -> None:
        """Everything into a new file with a key of its own; what was deleted does not come along."""
        with self._bare() as connection:
            connection.execute(
                f"ATTACH DATABASE ? AS other KEY {quoted(passphrase)}",
                (uri_of(place, "rwc"),),
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
    if not passphrase:
        raise ValueError
    text = (
        unicodedata.normalize("NFKC", passphrase).encode("utf-8", "backslashreplace").decode()
    )  # half an emoji
    return "'" + text.replace("'", "''").replace("\0", "\\0") + "'"


def uri_of(place: PurePath, mode: str) -> str:
    """As SQLite wants it; for a share of a Windows network with the server in the path."""
    place = place.resolve() if isinstance(place, Path) else place
    uri = place.as_uri()
    share = not uri.startswith("file:///")
    return f"{uri.replace('file://', 'file:////', 1) if share else uri}?mode={mode}"


def _refuse_what_runs(connection: Any) -> None:
    """Somebody may hand over a file and its passphrase: only plain tables are read, nothing that computes."""
    parts = connection.execute("SELECT type FROM sqlite_master LIMIT ?", (MOST_PARTS + 1,)).fetchall()
    if not parts or len(parts) > MOST_PARTS or set(parts) - {("table",), ("index",)}:
        raise NotASavedFileError
    columns = connection.execute(
        "SELECT t.type, x.hidden FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS x WHERE t.schema = 'main'"
    )
    if any(kind != "table" or hidden for kind, hidden in columns):
        raise NotASavedFileError


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
    "SQLITE_READONLY_DBMOVED": ChangedElsewhereError,
    "SQLITE_READONLY": ReadOnlyError,
    "SQLITE_CONSTRAINT": NobodyError,  # of ours only a reference can be broken
    "SQLITE_PERM": ReadOnlyError,
    "SQLITE_BUSY": InUseError,
    "SQLITE_LOCKED": InUseError,
    "SQLITE_NOMEM": CaseFileError,
    "SQLITE_TOOBIG": CaseFileError,
    "SQLITE_CANTOPEN": GoneError,
    "SQLITE_IOERR": GoneError,
    "SQLITE_NOTADB": NotOpenedError,
}


def _begin_writing(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN")
