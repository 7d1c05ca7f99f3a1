"""The tables of a saved file, and the steps from each version of them to the next."""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa

from desktop_app.casefile.problems import TooNewError

APPLICATION = 0x50525259
"""Says whose database it is ('PRRY'); a database of anything else has another number."""

tables = sa.MetaData()

state = sa.Table(
    "state",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("seal", sa.Text, nullable=False),
    sa.Column("saved", sa.Text, nullable=False),
)
"""One row: how often the file was written, and the seal over all that is in it."""

person = sa.Table(
    "person",
    tables,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("created", sa.Text, nullable=False),
)

sitting = sa.Table(
    "sitting",
    tables,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, sa.ForeignKey("person.id"), nullable=False, index=True),
    sa.Column("started", sa.Text, nullable=False),
    sa.Column("changed", sa.Text, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
)
"""`content` is JSON: the answer sheet, the place in the interview, and what is half filled in."""


def _version_1(connection: sa.Connection) -> None:
    for table in (state, person, sitting):
        table.create(connection)


STEPS: tuple[Callable[[sa.Connection], None], ...] = (_version_1,)
"""`STEPS[n]` makes version n + 1 of version n. A step that was released never changes."""

VERSION = len(STEPS)


def version_of(connection: sa.Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def bring_up_to_date(connection: sa.Connection) -> None:
    """Take every step that is missing, within the transaction that is running. Raises TooNewError."""
    version = version_of(connection)
    if version > VERSION:
        raise TooNewError
    for step in STEPS[version:]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
