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
    sa.Column("content", sa.Text, nullable=False, server_default="{}"),
)
"""`content` is JSON: what a center keeps of a client besides the sittings."""

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

note = sa.Table(
    "note",
    tables,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, sa.ForeignKey("person.id"), nullable=False, index=True),
    sa.Column("written", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)

log = sa.Table(
    "log",
    tables,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("person", sa.Text, nullable=False),
)
"""What was opened, changed, exported and deleted; no answers.

`person` is an id, which may be of one who was deleted, or empty.
"""

setting = sa.Table(
    "setting",
    tables,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("content", sa.Text, nullable=False),
)
"""What holds for the whole file, as JSON."""


RELEASED_1 = """
CREATE TABLE state (
    id INTEGER NOT NULL, generation INTEGER NOT NULL, seal TEXT NOT NULL, saved TEXT NOT NULL, PRIMARY KEY (id));
CREATE TABLE person (id TEXT NOT NULL, name TEXT NOT NULL, created TEXT NOT NULL, PRIMARY KEY (id));
CREATE TABLE sitting (
    id TEXT NOT NULL, person TEXT NOT NULL, started TEXT NOT NULL, changed TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(person) REFERENCES person (id));
CREATE INDEX ix_sitting_person ON sitting (person)"""


def _version_1(connection: sa.Connection) -> None:
    """As it was released: written out, since the tables above go on."""
    for statement in RELEASED_1.split(";"):
        connection.exec_driver_sql(statement)


def _version_2(connection: sa.Connection) -> None:
    """A center's caseload."""
    connection.exec_driver_sql("ALTER TABLE person ADD COLUMN content TEXT NOT NULL DEFAULT '{}'")
    for table in (note, log, setting):
        table.create(connection)


STEPS: tuple[Callable[[sa.Connection], None], ...] = (_version_1, _version_2)
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
