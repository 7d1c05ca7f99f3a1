"""What may be written within one transaction; keeps the seal in step with the rows."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desktop_app.casefile.problems import CaseFileError
from desktop_app.casefile.records import Logged, refuse_other_words, values_of
from desktop_app.casefile.schema import log, note, person, sitting
from desktop_app.casefile.seal import resealed
from desktop_app.casefile.written import LARGEST_VALUE, row_of


def new_id() -> str:
    return secrets.token_hex(8)


class Writing:
    """Every change of a row goes through here."""

    def __init__(self, connection: sa.Connection, seal: int, now: datetime) -> None:
        self.connection, self._now, self.seal = connection, now, seal

    def has(self, table: sa.Table, which: str) -> bool:
        return self.connection.execute(sa.select(table.c.id).where(table.c.id == which)).first() is not None

    def put(self, table: sa.Table, values: Mapping[str, str]) -> None:
        """Write a row, over the one with the same id. Raises CaseFileError where a value is too large."""
        same = table.c.id == values["id"]
        old = self.connection.execute(sa.select(table).where(same)).first()
        if old is None:
            self.add(table, [values])
            return
        _refuse_giants(values)
        self.connection.execute(sa.update(table).where(same).values(values))
        self.seal = resealed(self.seal, gone=[row_of(table, old)], new=[_row(table, values)])

    def add(self, table: sa.Table, rows: Sequence[Mapping[str, str]]) -> None:
        """Rows that are not there yet. Raises CaseFileError where a value is too large."""
        if not rows:
            return
        for values in rows:
            _refuse_giants(values)
        self.connection.execute(sa.insert(table), list(rows))
        self.seal = resealed(self.seal, new=[_row(table, values) for values in rows])

    def put_all(self, table: sa.Table, rows: Iterable[Mapping[str, str]]) -> None:
        """As `put`, and quick where most of them are new. Of two with the same id the last one counts."""
        by_id = {values["id"]: values for values in rows}
        there = set(self.connection.execute(sa.select(table.c.id).where(table.c.id.in_(by_id))).scalars())
        self.add(table, [values for which, values in by_id.items() if which not in there])
        for which in there:
            self.put(table, by_id[which])

    def remove(self, table: sa.Table, which: sa.ColumnElement[bool]) -> Sequence[Sequence[Any]]:
        """Take rows out, and give them."""
        gone = self.connection.execute(sa.select(table).where(which)).all()
        if gone:
            self.connection.execute(sa.delete(table).where(which))
            self.seal = resealed(self.seal, gone=[row_of(table, row) for row in gone])
        return gone

    def remove_person(self, which: str) -> bool:
        """With all that hangs on them; False where nobody of this id is there."""
        for table in (sitting, note):
            self.remove(table, table.c.person == which)
        return bool(self.remove(person, person.c.id == which))

    def log(self, what: str | None, people: Iterable[str] = ("",)) -> None:
        """A line for each; nothing where no word is given."""
        if what is None:
            return
        lines = [Logged(new_id(), self._now, what, one) for one in people]
        for line in lines:
            refuse_other_words(line.what, line.person)
        self.add(log, [values_of(line) for line in lines])


def _row(table: sa.Table, values: Mapping[str, str]) -> Sequence[str]:
    return row_of(table, [values[column.name] for column in table.c])


def _refuse_giants(values: Mapping[str, str]) -> None:
    """They could not be read again."""
    if any(len(value.encode("utf-8", "surrogatepass")) > LARGEST_VALUE for value in values.values()):
        raise CaseFileError
