"""What somebody may have laid beside a saved file, or into it: nothing is lost for it, and nothing else is touched."""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.casefile import written as room
from desktop_app.casefile.copies import Copies
from desktop_app.casefile.database import Database
from desktop_app.casefile.journal import MAGIC
from desktop_app.casefile.opening import copies_of, create
from desktop_app.casefile.placing import journal_of
from desktop_app.casefile.problems import (
    CaseFileError,
    DamagedError,
    LongNameError,
    NotASavedFileError,
    NotOpenedError,
)
from desktop_app.casefile.written import seal_over, set_written, sound
from tests.casefile.conftest import PASSPHRASE, said

ADD_PERSON = "INSERT INTO person (id, name, created) VALUES (?, ?, '2026-11-22T09:00:00+00:00')"

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of a Unix file system")


def stopped_while_writing(place: Path) -> tuple[bytes, bytes]:
    """The file and its journal as a program leaves them that is killed in the middle of a transaction."""
    database = Database(place, PASSPHRASE)
    database.unlock()
    with database._bare() as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(
            40
        ):  # more than the cache holds, so that pages of the file itself are written over
            values = (f"half{number}", str(number) * 3000)
            connection.execute(ADD_PERSON, values)
        connection.execute("UPDATE sitting SET content = ?", ('{"said": "' + "half" * 20000 + '"}',))
        left = place.read_bytes(), journal_of(place).read_bytes()
        connection.execute("ROLLBACK")
    database.close()
    return left


def naming(file: Path) -> bytes:
    """The end of a journal which says that others were written with it, and where that is noted."""
    name = os.fsencode(file)
    return b"".join(
        (
            (0x40000000 // 4096 + 1).to_bytes(4, "big"),
            name,
            len(name).to_bytes(4, "big"),
            sum(name).to_bytes(4, "big"),
            MAGIC,
        )
    )


def lay(place: Path, content: bytes, journal: bytes) -> None:
    place.write_bytes(content)
    journal_of(place).write_bytes(journal)


@pytest.fixture
def closed(desk, saved) -> Path:
    file = desk.make()
    saved(file, "kept")
    file.close()
    return Path(desk.place)


# ------------------------------------------------------------ journals


def test_what_was_half_written_is_undone_at_the_next_opening(desk, closed) -> None:
    content, journal = stopped_while_writing(closed)
    assert content != closed.read_bytes()  # or nothing would have to be undone
    lay(closed, content, journal)
    assert said(desk.open()) == "kept"
    assert not journal_of(closed).exists()


def test_a_journal_that_another_file_left_is_put_aside(desk, saved, closed) -> None:
    _, journal = stopped_while_writing(closed)
    file = desk.open()
    for number in range(3):
        saved(file, f"newer {number}" * 3000)
    file.close()
    journal_of(closed).write_bytes(journal)
    assert said(desk.open()) == "newer 2" * 3000


def test_a_journal_that_names_another_file_deletes_nothing(desk, closed, tmp_path) -> None:
    """SQLite has journals that name a file to be deleted once all is done; none of ours does."""
    content, journal = stopped_while_writing(closed)
    victim = tmp_path / "victim"
    victim.write_text("precious")
    lay(closed, content, journal + naming(victim))
    with pytest.raises(DamagedError):
        desk.open()
    assert victim.read_text() == "precious"


def test_a_wrong_passphrase_leaves_file_and_journal_as_they_are(desk, closed) -> None:
    left = stopped_while_writing(closed)
    lay(closed, *left)
    with pytest.raises(NotOpenedError):
        desk.open("four plain words hers")
    assert (closed.read_bytes(), journal_of(closed).read_bytes()) == left


def test_a_new_file_is_not_undone_by_the_journal_of_the_one_before_it(desk, closed) -> None:
    lay(closed, *stopped_while_writing(closed))
    file = create(closed, "other plain words here", desk.clock, replace=True)
    file.add_person("Bo")
    file.close()
    assert [one.name for one in desk.open("other plain words here").people()] == ["Bo"]


# ------------------------------------------------------------ links, pipes, names


@posix
@pytest.mark.parametrize("name", ["latest", "open.json", "lock", "0.peerready", "1.peerready", ".latest.new"])
def test_a_link_in_the_folder_beside_it_is_not_written_through(desk, saved, closed, tmp_path, name) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    link = Copies(closed).folder / name
    link.unlink(missing_ok=True)
    link.symlink_to(victim)
    file = desk.open()
    if not file.read_only:
        saved(file, "more")
        file.change_passphrase("another four plain words")
    file.close()
    assert victim.read_text() == "precious"


@posix
def test_a_folder_beside_it_that_is_a_link_is_not_written_to(desk, closed, tmp_path) -> None:
    elsewhere = tmp_path / "elsewhere"
    Copies(closed).folder.rename(elsewhere)
    Copies(closed).folder.symlink_to(elsewhere)
    before = sorted(elsewhere.iterdir())
    file = desk.open()
    assert file.read_only
    file.close()
    assert sorted(elsewhere.iterdir()) == before


@posix
@pytest.mark.parametrize("name", ["latest", "open.json", "1.peerready", "changing"])
def test_a_pipe_beside_it_keeps_nobody_waiting(desk, closed, name) -> None:
    pipe = Copies(closed).folder / name
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    assert said(desk.open()) == "kept"


@posix
def test_under_a_second_name_it_is_not_open_twice(desk, saved, closed) -> None:
    other = closed.with_name("other.peerready")
    other.hardlink_to(closed)
    saved(desk.open(), "mine")
    assert other.stat().st_ino != closed.stat().st_ino


@posix
def test_a_change_of_passphrase_through_a_link_changes_the_file_itself(desk, saved, closed) -> None:
    real = closed.rename(closed.with_name("real.peerready"))
    closed.symlink_to(real)
    file = desk.open()
    file.change_passphrase("another four plain words")
    file.close()
    assert closed.is_symlink()
    desk.place = real
    assert said(desk.open("another four plain words")) == "kept"


NAMES = [
    "a?b#c%20&mode=ro",
    "año ünï 漢字",
    "\u202etxt.exe",
    "-rf *",
    "two\nlines",
    "'; DROP TABLE sitting",
    "x" * 225,
]


@posix
@pytest.mark.parametrize("name", NAMES)
def test_a_file_may_be_called_anything(desk, saved, name) -> None:
    desk.place = desk.place.with_name(f"{name}.peerready")
    file = desk.make()
    saved(file, 1)
    file.change_passphrase("another four plain words")
    file.close()
    assert desk.place.stat().st_size > 0
    assert {one.name for one in desk.place.parent.iterdir()} == {
        desk.place.name,
        f"{desk.place.name}.copies",
    }
    assert said(desk.open("another four plain words")) == 1


@posix
def test_a_name_of_bytes_that_are_no_text(desk, saved) -> None:
    desk.place = Path(os.fsdecode(os.fsencode(desk.place.parent) + b"/\xff\xfe.peerready"))
    saved(desk.make(), 1)
    desk.opened.pop().close()
    assert said(desk.open()) == 1


@posix
@pytest.mark.parametrize("name", ["x" * 240, "x" * 300, "漢" * 80])
def test_a_name_that_is_too_long_is_called_that(desk, name) -> None:
    desk.place = desk.place.with_name(f"{name}.peerready")
    with pytest.raises(LongNameError):
        desk.make()
    assert list(desk.place.parent.iterdir()) == []


# ------------------------------------------------------------ numbers and notes


@pytest.mark.parametrize("mark", ["9" * 30, "٣٣", "-5", "1e9", "", "\0"])
def test_a_mark_that_is_no_number_of_ours_accuses_nobody(desk, closed, mark) -> None:
    (Copies(closed).folder / "latest").write_text(mark, encoding="utf-8")
    assert said(desk.open()) == "kept"


def test_a_high_mark_asks_and_what_is_taken_counts_on(desk, saved, closed) -> None:
    (Copies(closed).folder / "latest").write_text("9" * 14)
    with pytest.raises(CaseFileError):
        desk.open()
    saved(desk.open(older=True), "on")


@pytest.mark.parametrize(
    "note",
    ["[" * 4096, '{"a":' * 600, json.dumps({"computer": "x", "since": "2026-11-22T09:00:00+00:00"}) * 9],
)
def test_a_note_that_means_to_trip_us_holds_nothing(desk, closed, note) -> None:
    (Copies(closed).folder / "open.json").write_text(note)
    assert not desk.open().read_only


def test_a_note_from_next_year_holds_nothing_and_a_name_is_shown_plainly(desk, closed) -> None:
    note = {"computer": "\u202e" + "x" * 500, "since": "2026-11-22T09:00:00+00:00", "token": "theirs"}
    place = Copies(closed).folder / "open.json"
    place.write_text(json.dumps({**note, "seen": "2027-11-22T09:00:00+00:00"}))
    desk.open().close()
    place.write_text(json.dumps({**note, "seen": "2026-11-22T09:00:00+00:00"}))
    holder = desk.open().elsewhere
    assert holder is not None
    assert len(holder.computer) <= 64
    assert holder.computer.isprintable()


@posix
@pytest.mark.parametrize("moment", [2**40, -(2**40)])
def test_a_copy_from_no_time_at_all_is_listed_all_the_same(closed, moment) -> None:
    try:
        os.utime(copies_of(closed)[0].place, (moment, moment))
    except OSError:
        pytest.skip("this file system keeps no such time")
    assert len(copies_of(closed)) == 2


# ------------------------------------------------------------ passphrases


def test_nothing_is_ever_written_in_the_clear(desk, closed) -> None:
    with pytest.raises(NotOpenedError):
        create(closed.with_name("new"), "", desk.clock)
    file = desk.open()
    with pytest.raises((ValueError, CaseFileError)):
        file.change_passphrase("")
    file.close()
    assert said(desk.open()) == "kept"
    assert not any(b"SQLite format" in one.read_bytes() for one in closed.parent.rglob("*") if one.is_file())


@pytest.mark.parametrize(
    "passphrase", ["a\0b", "half an emoji \ud83d", "x" * 100_000, "' OR 1=1; --", "🗝" * 300]
)
def test_a_passphrase_may_be_anything(desk, passphrase) -> None:
    desk.place = desk.place.with_name("odd.peerready")
    create(desk.place, passphrase, desk.clock).close()
    with pytest.raises(NotOpenedError):
        desk.open(passphrase[:-1])
    desk.open(passphrase)


# ------------------------------------------------------------ a file that is handed over with its passphrase


HANDED_OVER = {
    "a view": "CREATE VIEW sums AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    "a trigger": "CREATE TRIGGER t AFTER UPDATE ON state BEGIN DELETE FROM sitting; END",
    "a column that computes": "CREATE TABLE more (a TEXT, b TEXT AS (hex(zeroblob(200000000))))",
    "a table of words": "CREATE VIRTUAL TABLE words USING fts5(a)",
}
ODD_ROWS = {
    "a giant": "UPDATE sitting SET content = zeroblob(17000000)",
    "no JSON": "UPDATE sitting SET content = '{'",
    "a list": "UPDATE sitting SET content = '[]'",
    "deep": "UPDATE sitting SET content = '" + "[" * 100_000 + "'",
    "a long number": 'UPDATE sitting SET content = \'{"a": ' + "9" * 10_000 + "}'",
    "no day": "UPDATE sitting SET started = 'yesterday'",
    "a name of bytes": "UPDATE person SET name = x'00ff'",
    "a count of letters": "UPDATE state SET generation = 'many'",
    "a count below nothing": "UPDATE state SET generation = -9223372036854775808",
    "no state": "DELETE FROM state",
    "another table of state": "DROP TABLE state",
}


def handed_over(place: Path, statement: str) -> None:
    """Signed and sealed as ours are: whoever has the passphrase can."""
    database = Database(place, PASSPHRASE)
    database.unlock()
    written = sound(database)
    with database.changing() as connection:
        connection.exec_driver_sql(statement)
        if "state" not in statement and "VIRTUAL" not in statement and "AS (hex" not in statement:
            kept, room.LARGEST_VALUE = room.LARGEST_VALUE, 10**9
            try:
                seal = seal_over(connection)
            finally:
                room.LARGEST_VALUE = kept
            set_written(connection, written._replace(seal=seal), datetime(2026, 11, 22, tzinfo=UTC))
    database.close()


@pytest.mark.parametrize("kind", HANDED_OVER)
def test_a_file_with_more_in_it_than_tables_is_none_of_ours(desk, closed, kind) -> None:
    handed_over(closed, HANDED_OVER[kind])
    with pytest.raises(NotASavedFileError):
        desk.open()


@pytest.mark.parametrize("kind", ODD_ROWS)
def test_rows_that_we_would_never_write_are_damage(desk, closed, kind) -> None:
    handed_over(closed, ODD_ROWS[kind])
    with pytest.raises(DamagedError):
        said(desk.open())


def test_a_value_that_could_not_be_read_again_is_not_written(desk, saved, closed) -> None:
    file = desk.open()
    with pytest.raises(CaseFileError):
        saved(file, "x" * 17_000_000)
    saved(file, "shorter")
    file.close()
    assert said(desk.open()) == "shorter"


def test_a_plain_database_and_a_giant_are_none_of_ours(desk) -> None:
    desk.place.write_bytes(b"SQLite format 3\0" + bytes(4080))
    with pytest.raises(NotASavedFileError):
        desk.open()
    with desk.place.open("wb") as stream:
        stream.truncate(2**40)
    with pytest.raises(NotASavedFileError):
        desk.open()


def test_a_folder_or_a_circle_of_links_is_no_file(desk, closed) -> None:
    shutil.rmtree(Copies(closed).folder)
    closed.unlink()
    closed.mkdir()
    with pytest.raises(NotASavedFileError):
        desk.open()
    closed.rmdir()
    if sys.platform != "win32":
        closed.symlink_to(closed)
        with pytest.raises(CaseFileError):
            desk.open()
