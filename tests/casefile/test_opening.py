"""An empty, cut, altered, swapped or older file is never taken for a new one or for the current one."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from desktop_app.casefile import schema
from desktop_app.casefile.database import PAGE, Database
from desktop_app.casefile.opening import bring_back, copies_of, create
from desktop_app.casefile.problems import (
    DamagedError,
    GoneError,
    NotASavedFileError,
    OlderThanBeforeError,
    TooNewError,
)
from tests.casefile.conftest import PASSPHRASE, said


@pytest.fixture
def written(desk, saved) -> bytes:
    """A file with three sittings' worth of pages, closed; its bytes."""
    file = desk.make()
    for number in range(3):
        saved(file, "x" * 5000 * number)
    file.close()
    return bytes(desk.place.read_bytes())


def test_no_file_at_all(desk) -> None:
    with pytest.raises(GoneError):
        desk.open()
    assert not desk.place.exists()


def test_an_empty_file_is_not_a_new_one(desk) -> None:
    desk.place.touch()
    with pytest.raises(NotASavedFileError):
        desk.open()
    assert desk.place.read_bytes() == b""


def test_something_else_in_a_database_of_its_own(desk) -> None:
    other = Database(desk.place, PASSPHRASE, new=True)
    with other.changing() as connection:
        connection.execute(sa.text("CREATE TABLE shopping (item TEXT)"))
    other.close()
    with pytest.raises(NotASavedFileError):
        desk.open()


@pytest.mark.parametrize("less", [1, 100, PAGE, 2 * PAGE])
def test_a_file_that_was_cut_off(desk, written, less) -> None:
    desk.place.write_bytes(written[:-less])
    with pytest.raises(DamagedError):
        desk.open()


@pytest.mark.parametrize("at", [0, 15, 16, 100, PAGE, PAGE + 1, 2 * PAGE + 77, -1])
def test_a_byte_that_was_changed(desk, written, at) -> None:
    changed = bytearray(written)
    changed[at] ^= 1
    desk.place.write_bytes(changed)
    with pytest.raises(DamagedError):
        desk.open()


def test_two_pages_that_changed_places(desk, written) -> None:
    one, two = written[PAGE : 2 * PAGE], written[2 * PAGE : 3 * PAGE]
    desk.place.write_bytes(written[:PAGE] + two + one + written[3 * PAGE :])
    with pytest.raises(DamagedError):
        desk.open()


def test_one_page_put_back_from_an_older_copy_is_refused_or_changes_nothing(desk, saved, written) -> None:
    """Pages that hold nothing any more may be old: what is read is what was kept last all the same."""
    file = desk.open()
    saved(file, "y" * 9000)
    file.close()
    now = desk.place.read_bytes()
    refused = 0
    for at in range(0, min(len(now), len(written)), PAGE):
        if now[at : at + PAGE] != written[at : at + PAGE]:
            desk.place.write_bytes(now[:at] + written[at : at + PAGE] + now[at + PAGE :])
            try:
                again = desk.open()
            except DamagedError:
                refused += 1
            else:
                assert said(again) == "y" * 9000
                again.close()
    assert refused >= 2


def test_an_older_file_as_a_whole_is_named_and_taken_only_on_purpose(desk, saved, written) -> None:
    file = desk.open()
    saved(file, "newer")
    file.close()
    desk.place.write_bytes(written)
    with pytest.raises(OlderThanBeforeError):
        desk.open()
    taken = desk.open(older=True)
    assert said(taken) == "x" * 10000
    taken.close()
    desk.open()


def test_a_damaged_file_is_brought_back_from_a_copy_and_nothing_is_thrown_away(desk, saved, written) -> None:
    desk.place.write_bytes(written[: 3 * PAGE])
    copy = copies_of(desk.place)[0]
    bring_back(desk.place, copy, PASSPHRASE)
    assert said(desk.open()) == "x" * 10000
    assert [file.read_bytes() for file in desk.place.parent.glob("*.damaged")] == [written[: 3 * PAGE]]


def test_what_stands_there_is_replaced_only_on_purpose(desk, saved) -> None:
    saved(desk.make(), 1)
    desk.opened[-1].close()
    with pytest.raises(FileExistsError):
        create(desk.place, PASSPHRASE, desk.clock)
    new = create(desk.place, PASSPHRASE, desk.clock, replace=True)
    assert new.people() == []
    assert not any(copy for copy in copies_of(desk.place)[1:])
    new.close()


def test_a_file_of_a_newer_program_is_left_alone(desk) -> None:
    desk.make().close()
    database = Database(desk.place, PASSPHRASE)
    database.unlock()
    with database.changing() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION + 1}")
    database.close()
    before = desk.place.read_bytes()
    with pytest.raises(TooNewError):
        desk.open()
    assert desk.place.read_bytes() == before


def test_what_a_killed_program_left_half_written_goes_at_the_next_opening(desk) -> None:
    desk.make().close()
    left = desk.place.with_name(f".{desk.place.name}.new")
    left.write_bytes(b"half")
    desk.open().close()
    assert not left.exists()
