"""How far a file has come, and whether what stands in it is what was written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from desktop_app.casefile.database import Database
from desktop_app.casefile.problems import DamagedError
from desktop_app.casefile.schema import state
from desktop_app.casefile.seal import Row, seal_of, sealed

MOST = 10**15
"""No file was written so often; a larger number is not ours."""
LARGEST_VALUE = 16 * 1024 * 1024
"""Bytes of one value: three times an answer sheet of the largest size. More is neither written nor read."""


class Written(NamedTuple):
    """How often a file was written, and the sum over its rows."""

    generation: int
    seal: int

    @property
    def as_kept(self) -> tuple[int, str]:
        """As it stands in the file."""
        return (self.generation, sealed(self.seal, self.generation))


def sound(database: Database) -> Written:
    """How far it has come, once the seal fits what is in it. Raises DamagedError."""
    with database.reading() as connection:
        kept = kept_in(connection)
        written = Written(kept[0], seal_over(connection))
        if written.as_kept != kept:
            raise DamagedError
        return written


def kept_in(connection: sa.Connection) -> tuple[int, str]:
    row = connection.execute(sa.select(state.c.generation, state.c.seal)).first()
    if row is None or not isinstance(row.generation, int) or not 0 < row.generation < MOST:
        raise DamagedError
    return (row.generation, row.seal)


def set_written(connection: sa.Connection, written: Written, now: datetime) -> None:
    generation, seal = written.as_kept
    values = {"generation": generation, "seal": seal, "saved": now.isoformat()}
    connection.execute(sa.update(state).values(values))


def row_of(table: sa.Table, row: Iterable[Any]) -> Row:
    return (table.name, *map(str, row))


def seal_over(connection: sa.Connection) -> int:
    """Over every row of every table, whatever the version; only the state is left out, which holds the seal."""
    there = sa.MetaData()
    there.reflect(connection)
    others = [table for table in there.sorted_tables if table.name != state.name]
    for table in there.sorted_tables:
        _refuse_giants(connection, table)
    return seal_of(row_of(table, row) for table in others for row in connection.execute(sa.select(table)))


def _refuse_giants(connection: sa.Connection, table: sa.Table) -> None:
    """Found by their length alone, without reading them."""
    longest = [sa.func.max(sa.func.octet_length(column)) for column in table.columns]
    if any((length or 0) > LARGEST_VALUE for length in connection.execute(sa.select(*longest)).one()):
        raise DamagedError
