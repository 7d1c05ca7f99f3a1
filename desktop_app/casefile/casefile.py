"""A saved file that is open: what is kept in it, and how it is written and closed without losing any of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from desktop_app.casefile.contents import Contents
from desktop_app.casefile.copies import Copies
from desktop_app.casefile.database import Database
from desktop_app.casefile.holding import Clock, Holder, Holding
from desktop_app.casefile.journal import settle
from desktop_app.casefile.making import make
from desktop_app.casefile.placing import clear, half_made, settled, whole_at
from desktop_app.casefile.problems import (
    CaseFileError,
    ChangedElsewhereError,
    DamagedError,
    GoneError,
    InUseError,
    NoRoomError,
    NotOpenedError,
    ReadOnlyError,
    told_plainly,
)
from desktop_app.casefile.schema import person, setting
from desktop_app.casefile.traces import UNFINISHED, left_beside, sweep
from desktop_app.casefile.where import Where, copied_through, digest_of, identity_of
from desktop_app.casefile.writing import Writing
from desktop_app.casefile.written import Written, kept_in, set_written, sound

COPY_EVERY = timedelta(minutes=10)


class CaseFile(Contents):
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
        self._current: Writing | None = None
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

    def delete_people(self, which: Iterable[str], *, log: str | None = "deleted") -> tuple[Path, ...]:
        """Take people out for good: from the tables, from free pages, and from the copies beside the file.

        Gives files beside it that may still hold them. Should it be stopped after the first step, they are in no list
        any more, and the rest is done when this is called again, or at the next opening.
        """
        with self._lock:
            with self._writing() as writing:
                gone = [one for one in dict.fromkeys(which) if writing.remove_person(one)]
                if gone:
                    writing.put(setting, {"id": UNFINISHED, "content": "{}"})
                    writing.log(log, gone)
            self.finish_deleting()
            sweep(self.place)
            return self.traces()

    def delete_person(self, which: str, *, log: str | None = "deleted") -> tuple[Path, ...]:
        return self.delete_people([which], log=log)

    def traces(self) -> tuple[Path, ...]:
        """Files beside it that we did not open and do not delete, and that may hold somebody who was deleted."""
        return left_beside(self.place)

    def finish_deleting(self) -> None:
        """What was begun: see above. It takes a moment, and nothing where nothing was deleted."""
        with self._lock:
            left = setting.c.id == UNFINISHED
            if self._rows(sa.select(setting.c.id).where(left)):
                self._see_that_it_is_ours()
                self._write_pages_anew()
                self._put_back(self._work)
                with told_plainly():
                    self._copies.tidy()
                    self._copies.make_anew(self._work, self._database)
                with self._writing() as writing:
                    writing.remove(setting, left)

    def _write_pages_anew(self) -> None:
        try:
            try:
                self._database.vacuum()
            except NoRoomError:  # it is the copies that take it, and they are to go anyhow
                self._look_through()
                with told_plainly():
                    self._copies.take_away()
                self._database.vacuum()
            self._look_through()  # before the copies go
        except GoneError:
            self._away = True
            raise

    def _look_through(self) -> None:
        self._database.examine()
        if sound(self._database) != self._written:
            raise DamagedError

    def export_to(
        self,
        place: Path,
        passphrase: str,
        people: Collection[str] | None = None,
        *,
        replace: bool = False,
        log: str | None = None,
    ) -> None:
        """A new file of its own with these people, or all: their sittings and notes, what makes it a caseload, no log.

        Raises CaseFileError, and FileExistsError unless what stands there is to be replaced.
        """
        if log is not None and self.read_only:  # nothing is handed over that could not be told
            raise ReadOnlyError
        with told_plainly():
            if place.exists() and place.samefile(self.place):
                raise InUseError
        rows = self._rows_of(people)

        def fill(writing: Writing) -> None:
            for table, values in rows.items():
                writing.add(table, values)

        made = make(place, passphrase, self._clock, fill, replace=replace)
        with suppress(OSError):
            Copies(made).finish()
        if log is not None:
            with self._writing() as writing:
                writing.log(log, [""] if people is None else [row["id"] for row in rows[person]])

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

    # ------------------------------------------------------------ reading and writing

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is changed within goes into the file as one, or not at all. Nobody is deleted within."""
        with self._writing():
            yield

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._lock:
            if self._current is not None:
                yield self._current.connection
                return
            with self._database.reading() as connection:
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[Writing]:
        with self._lock:
            if self._current is not None:
                yield self._current
                return
            self._see_that_it_is_ours()
            try:
                with self._database.changing() as connection:
                    if kept_in(connection) != self._written.as_kept:
                        raise ChangedElsewhereError
                    writing = self._current = Writing(connection, self._written.seal, self._clock())
                    try:
                        yield writing
                    finally:
                        self._current = None
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
                digest = copied_through(content, stream)
                self._see_what_is_at_home()  # writing may have taken a while
                self._at_home.add(digest)  # if the answer gets lost on its way, it may still have arrived
            self._at_home = {digest}

    def _see_what_is_at_home(self) -> None:
        if not self._at_home:
            self._at_home = {self._where.digest}
        if digest_of(self.place) not in self._at_home:
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
