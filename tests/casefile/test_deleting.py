"""Who is deleted is on no page any more, in the file or beside it; whatever happens on the way."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from typing import Any

import pytest

from desktop_app.casefile import casefile, copies, database
from desktop_app.casefile.casefile import COPY_EVERY, CaseFile
from desktop_app.casefile.copies import Copies
from desktop_app.casefile.database import Database
from desktop_app.casefile.opening import bring_back, copies_of, open_file
from desktop_app.casefile.problems import CaseFileError, NobodyError, NoRoomError, ReadOnlyError
from desktop_app.casefile.records import Newcomer, Person
from tests.casefile.conftest import PASSPHRASE, Desk
from tests.casefile.pages import found_in, saved_files

WORDS = ("planted-name", "planted-answer", "planted-note", "planted-paper")
STAYS = "answer-that-stays"


class Stopped(BaseException):
    """As if the program had been killed at this point."""


def stop(*_args: object, **_more: object) -> None:
    raise Stopped


def nothing(*_args: object, **_more: object) -> None:
    """A step that is left out: the controls."""


@dataclass
class Full:
    """A caseload in which one client is to be deleted, changed often enough that rows were moved about."""

    file: CaseFile
    planted: Person
    others: list[Person]

    @property
    def found(self) -> set[str]:
        return found_in(saved_files(self.file.place.parent), PASSPHRASE, *WORDS, STAYS)


def fill(desk: Desk, **more: Any) -> Full:
    file = desk.make(**more)
    ours = Newcomer(WORDS[0], {"papers": WORDS[3] * 20}, [{"said": WORDS[1] * 150}] * 3, [WORDS[2] * 30])
    theirs = [Newcomer(f"C-{number}", {}, [{"said": STAYS * 40}] * 2, ["fine"]) for number in range(12)]
    people = file.add_many([*theirs[:6], ours, *theirs[6:]])
    planted = people.pop(6)
    for turn in range(3):
        desk.clock.moves(COPY_EVERY)
        for one in file.sittings(planted.id):
            file.keep(one._replace(content={"said": WORDS[1] * (400 - 150 * turn)}))
        for one in file.sittings(people[turn].id):
            file.keep(one._replace(content={"said": STAYS * (200 * turn)}))
    return Full(file, planted, people)


@pytest.fixture
def full(desk) -> Full:
    one = fill(desk)
    assert one.found == {*WORDS, STAYS}  # or nothing would be shown by finding nothing
    assert found_in([copies_of(desk.place)[0].place], PASSPHRASE, *WORDS) == set(WORDS)
    return one


def test_who_was_deleted_is_on_no_page_of_the_file_and_of_no_copy(desk, full) -> None:
    assert full.file.delete_people([full.planted.id]) == ()
    assert full.found == {STAYS}
    assert len(copies_of(desk.place)) == 1
    full.file.close()
    assert full.found == {STAYS}
    again = desk.open()
    assert [one.id for one in again.people()] == [one.id for one in full.others]
    assert not again.sittings(full.planted.id)
    assert [(line.what, line.person) for line in again.log()] == [("deleted", full.planted.id)]


def test_several_go_at_once_and_a_second_time_there_is_nothing_to_do(full) -> None:
    gone = [full.planted.id, full.others[0].id]
    full.file.delete_people(gone)
    before = full.file.generation
    full.file.delete_people(gone)
    assert len(full.file.people()) == 11
    assert len(full.file.log()) == 2
    assert full.file.generation == before + 1


def test_control_pages_that_are_only_given_free_still_hold_it(desk, monkeypatch) -> None:
    unsafe = [setting.replace("secure_delete = ON", "secure_delete = OFF") for setting in database.SETTINGS]
    monkeypatch.setattr(database, "SETTINGS", unsafe)
    monkeypatch.setattr(Database, "vacuum", nothing)
    full = fill(desk)
    full.file.delete_people([full.planted.id])
    assert {WORDS[1], STAYS} <= full.found


def test_control_copies_that_stay_still_hold_it(full, monkeypatch) -> None:
    monkeypatch.setattr(Copies, "make_anew", nothing)
    full.file.delete_people([full.planted.id])
    assert full.found == {*WORDS, STAYS}


@pytest.mark.parametrize(
    ("where", "step"), [(Database, "vacuum"), (Copies, "make_anew"), (casefile, "sweep")]
)
def test_what_was_stopped_on_the_way_is_done_at_the_next_opening(
    desk, full, monkeypatch, tmp_path, where, step
) -> None:
    with monkeypatch.context() as on_the_way:
        on_the_way.setattr(where, step, stop)
        with pytest.raises(Stopped):
            full.file.delete_people([full.planted.id])
    left = tmp_path / "left"  # as it lies there when the program is killed at this step
    shutil.copytree(desk.place.parent, left, ignore=shutil.ignore_patterns("lock", "open.json"))
    again = open_file(left / desk.place.name, PASSPHRASE, desk.clock)
    desk.opened.append(again)
    assert len(again.people()) == 12
    assert found_in(saved_files(left), PASSPHRASE, *WORDS, STAYS) == {STAYS}
    assert not again.setting("deleting")


def test_the_same_window_can_finish_what_it_could_not_do_at_first(full, monkeypatch) -> None:
    def no_room(_: object) -> None:
        raise CaseFileError

    with monkeypatch.context() as on_the_way:
        on_the_way.setattr(Database, "vacuum", no_room)
        with pytest.raises(CaseFileError):
            full.file.delete_people([full.planted.id])
    full.file.delete_people([full.planted.id])
    assert full.found == {STAYS}


def test_where_copies_take_the_room_that_is_needed_they_go_first(desk, full, monkeypatch) -> None:
    real = Database.vacuum

    def where_there_is_room(database: Database) -> None:
        if copies_of(desk.place):
            raise NoRoomError
        real(database)

    monkeypatch.setattr(Database, "vacuum", where_there_is_room)
    full.file.delete_people([full.planted.id])
    assert full.found == {STAYS}
    assert len(copies_of(desk.place)) == 1


def test_where_there_is_no_room_for_a_new_copy_the_old_ones_go_all_the_same(desk, full, monkeypatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as on_the_way:
        on_the_way.setattr(copies, "copied", no_room)
        full.file.delete_people([full.planted.id])
    assert copies_of(desk.place) == []
    assert full.found == {STAYS}


def test_in_a_network_folder_too(desk, tmp_path) -> None:
    full = fill(desk, by_copy=tmp_path / "here")
    assert full.found == {*WORDS, STAYS}
    full.file.delete_people([full.planted.id])
    assert found_in(saved_files(tmp_path), PASSPHRASE, *WORDS, STAYS) == {STAYS}
    full.file.close()
    assert found_in(saved_files(tmp_path), PASSPHRASE, *WORDS, STAYS) == {STAYS}


def test_a_copy_from_after_it_brings_nobody_back(desk, full) -> None:
    full.file.delete_people([full.planted.id])
    copy = copies_of(desk.place)[0]
    full.file.close()
    desk.place.write_bytes(desk.place.read_bytes()[:-1])
    bring_back(desk.place, copy, PASSPHRASE)
    assert len(desk.open().people()) == 12
    assert not found_in([desk.place], PASSPHRASE, *WORDS)


def test_files_that_may_still_hold_it_are_named_and_half_made_ones_go(desk, full) -> None:
    folder = desk.place.parent
    aside = folder / "ana-1.peerready.damaged"
    theirs = Copies(desk.place).folder / "my own.peerready"
    for other in (aside, theirs, folder / "bo-1.peerready.damaged", folder / ".ana.peerready.new"):
        shutil.copyfile(desk.place, other)
    assert full.file.delete_people([full.planted.id]) == (aside, theirs)
    assert full.file.traces() == (aside, theirs)
    assert not (folder / ".ana.peerready.new").exists()


def test_nobody_is_deleted_where_another_window_has_the_file(desk, full) -> None:
    with pytest.raises(ReadOnlyError):
        desk.open().delete_people([full.planted.id])
    with pytest.raises(ReadOnlyError):
        desk.open().export_to(desk.place.with_name("out.peerready"), "other words", log="exported")
    assert not desk.place.with_name("out.peerready").exists()
    assert len(full.file.people()) == 13


def test_what_is_kept_late_of_somebody_deleted_is_refused(full) -> None:
    sitting = full.file.sittings(full.planted.id)[0]
    full.file.delete_people([full.planted.id])
    with pytest.raises(NobodyError):
        full.file.keep(sitting)
    assert full.found == {STAYS}
