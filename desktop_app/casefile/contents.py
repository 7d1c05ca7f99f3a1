"""What stands in a saved file: people, sittings, notes, settings and the log, read and written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from desktop_app.casefile import schema
from desktop_app.casefile.holding import Clock
from desktop_app.casefile.problems import NobodyError
from desktop_app.casefile.records import (
    Logged,
    Newcomer,
    Note,
    Person,
    Record,
    Sitting,
    logged_of,
    note_of,
    object_of,
    person_of,
    sitting_of,
    text_of,
    values_of,
)
from desktop_app.casefile.writing import Writing, new_id

CASELOAD = "caseload"
"""The setting that makes a file a center's caseload."""
APART = timedelta(microseconds=1)
"""Between what is added at one moment, so that its order is kept."""


class Contents(ABC):
    """Each method may raise a CaseFileError.

    What changes something takes `log`: the word for a line in the log, written with the change or not at all.
    """

    _clock: Clock

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Writing]: ...

    # ------------------------------------------------------------ people

    def now(self) -> datetime:
        """The moment by the clock that its rows are written by."""
        return self._clock()

    def people(self) -> list[Person]:
        """In the order in which they came."""
        query = sa.select(schema.person).order_by(*_in_time(schema.person.c.created), schema.person.c.id)
        return [person_of(row) for row in self._rows(query)]

    def add_person(
        self, name: str, content: Mapping[str, Any] | None = None, *, log: str | None = None
    ) -> Person:
        new = Person(new_id(), name, self._clock(), content or {})
        self._put(schema.person, new, new.id, log)
        return new

    def change_person(self, one: Person, *, log: str | None = None) -> None:
        """Write a person over what was kept of them; the sittings stay.

        Raises NobodyError where they were deleted: no change that was on its way brings anybody back.
        """
        with self._writing() as writing:
            if not writing.has(schema.person, one.id):
                raise NobodyError
            writing.put(schema.person, values_of(one))
            writing.log(log, [one.id])

    def change_people(self, several: Iterable[Person]) -> None:
        """What was worked out anew of many, in one go; whoever was deleted meanwhile is passed over."""
        with self._writing() as writing:
            there = set(writing.connection.execute(sa.select(schema.person.c.id)).scalars())
            writing.put_all(schema.person, [values_of(one) for one in several if one.id in there])

    def add_many(self, newcomers: Iterable[Newcomer], *, log: str | None = None) -> list[Person]:
        """All of them, or none. Plain tuples of the same four parts will do."""
        now = self._clock()
        people, sittings, notes = list[Person](), list[Sitting](), list[Note]()
        for name, content, sat, texts in newcomers:
            one = Person(new_id(), name, now + len(people) * APART, content)
            people.append(one)
            moments = [now + number * APART for number in range(max(len(sat), len(texts)))]
            sittings += [
                Sitting(new_id(), one.id, at, at, part) for at, part in zip(moments, sat, strict=False)
            ]
            notes += [Note(new_id(), one.id, at, text) for at, text in zip(moments, texts, strict=False)]
        with self._writing() as writing:
            writing.add(schema.person, [values_of(one) for one in people])
            writing.add(schema.sitting, [values_of(one) for one in sittings])
            writing.add(schema.note, [values_of(one) for one in notes])
            writing.log(log, [one.id for one in people])
        return people

    def take_in(self, records: Iterable[Record], *, log: str | None = None) -> None:
        """As they stand in another file, over those of the same ids; all of them, or none. People come first."""
        records = list(records)
        with self._writing() as writing:
            for kind, table in _TABLES.items():
                writing.put_all(table, [values_of(one) for one in records if isinstance(one, kind)])
            writing.log(log, [one.id for one in records if isinstance(one, Person)])

    # ------------------------------------------------------------ sittings

    def sittings(self, of: str) -> list[Sitting]:
        """The sittings of a person, the newest last."""
        query = sa.select(schema.sitting).where(schema.sitting.c.person == of)
        query = query.order_by(*_in_time(schema.sitting.c.started), schema.sitting.c.id)
        return [sitting_of(row) for row in self._rows(query)]

    def latest(self) -> dict[str, Sitting]:
        """The newest sitting of each person that has one."""
        columns = schema.sitting.c
        newest_first = [part.desc() for part in (*_in_time(columns.started), columns.id)]
        place = sa.func.row_number().over(partition_by=columns.person, order_by=newest_first).label("place")
        ranked = sa.select(columns.id, place).subquery()
        query = sa.select(schema.sitting).join(ranked, ranked.c.id == columns.id).where(ranked.c.place == 1)
        return {one.person: one for one in map(sitting_of, self._rows(query))}

    def new_sitting(self, of: str, content: Mapping[str, Any], *, log: str | None = None) -> Sitting:
        """Begin one; it is kept when this returns. It comes after all others, even one of a clock that was ahead."""
        now = self._clock()
        started = max([now, *(one.started + APART for one in self.sittings(of))])
        return self.keep(Sitting(new_id(), of, started, now, content), log=log)

    def keep(self, one: Sitting, *, log: str | None = None) -> Sitting:
        """Write a sitting over what was kept of it; once this returns, it is on the disk."""
        one = one._replace(changed=self._clock())
        self._put(schema.sitting, one, one.person, log)
        return one

    # ------------------------------------------------------------ notes

    def notes(self, of: str) -> list[Note]:
        """About a person, the newest first."""
        query = sa.select(schema.note).where(schema.note.c.person == of)
        query = query.order_by(*_newest_first(schema.note.c.written))
        return [note_of(row) for row in self._rows(query)]

    def add_note(self, of: str, text: str, *, log: str | None = None) -> Note:
        new = Note(new_id(), of, self._clock(), text)
        self.change_note(new, log=log)
        return new

    def change_note(self, one: Note, *, log: str | None = None) -> None:
        self._put(schema.note, one, one.person, log)

    def delete_note(self, which: str, *, log: str | None = None) -> None:
        """From the list. Bytes of it may stay, encrypted, in the file and its copies until a person is deleted."""
        columns = schema.note.c
        with self._writing() as writing:
            of = [one.person for one in map(note_of, writing.remove(schema.note, columns.id == which))]
            writing.log(log, of)

    # ------------------------------------------------------------ the log, and what holds for the whole file

    def log(self, of: str | None = None, most: int = 500) -> list[Logged]:
        """What was done, the newest first; to one person's record or to any."""
        query = sa.select(schema.log).order_by(*_newest_first(schema.log.c.at))
        if of is not None:
            query = query.where(schema.log.c.person == of)
        return [logged_of(row) for row in self._rows(query.limit(most))]

    def tell_log(self, what: str, person: str = "") -> None:
        """A line for what changed nothing in the file: that it was opened, or a report made."""
        with self._writing() as writing:
            writing.log(what, [person])

    def setting(self, name: str) -> Mapping[str, Any]:
        """What was set; empty where nothing was."""
        rows = self._rows(sa.select(schema.setting.c.content).where(schema.setting.c.id == name))
        return object_of(rows[0][0]) if rows else {}

    def set_setting(self, name: str, content: Mapping[str, Any], *, log: str | None = None) -> None:
        with self._writing() as writing:
            writing.put(schema.setting, {"id": name, "content": text_of(content)})
            writing.log(log)

    # ------------------------------------------------------------ how

    def _rows(self, query: sa.Select[Any]) -> Sequence[Sequence[Any]]:
        with self._reading() as connection:
            return connection.execute(query).all()

    def _rows_of(self, people: Collection[str] | None) -> dict[sa.Table, list[Mapping[str, Any]]]:
        """What another file is to hold: these people or all, and what makes it a caseload."""
        chosen = None if people is None else list(people)
        queries: dict[sa.Table, sa.Select[Any]] = {table: sa.select(table) for table in _TABLES.values()}
        if chosen is not None:
            for table, query in queries.items():
                whose = table.c.id if table is schema.person else table.c.person
                queries[table] = query.where(whose.in_(chosen))
        queries[schema.setting] = sa.select(schema.setting).where(schema.setting.c.id == CASELOAD)
        with self._reading() as connection:
            return {
                table: [dict(row) for row in connection.execute(query).mappings()]
                for table, query in queries.items()
            }

    def _put(self, table: sa.Table, record: Record, person: str, log: str | None) -> None:
        with self._writing() as writing:
            writing.put(table, values_of(record))
            writing.log(log, [person])


def _in_time(moment: sa.Column[Any]) -> tuple[sa.ColumnElement[Any], ...]:
    """Moments are kept with the time zone of where they were: their text alone is in no order."""
    return (sa.func.julianday(moment), moment)


def _newest_first(moment: sa.Column[Any]) -> list[sa.ColumnElement[Any]]:
    """What came at the same moment, by the order in which it came."""
    return [part.desc() for part in (*_in_time(moment), sa.literal_column(f"{moment.table.name}.rowid"))]


_TABLES: dict[type[Record], sa.Table] = {
    Person: schema.person,
    Sitting: schema.sitting,
    Note: schema.note,
}
"""Those that others refer to first."""
