"""What is kept is there again; one program writes at a time; a passphrase can be changed."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from desktop_app.casefile.casefile import COPY_EVERY
from desktop_app.casefile.opening import copies_of, open_file
from desktop_app.casefile.problems import (
    ChangedElsewhereError,
    DamagedError,
    GoneError,
    NotOpenedError,
    ReadOnlyError,
)
from tests.casefile.conftest import said


def test_what_was_kept_is_there_after_it_was_closed(desk, saved) -> None:
    file = desk.make()
    saved(file, "a caregiver")
    file.close()
    again = desk.open()
    assert [one.name for one in again.people()] == ["Ana"]
    assert said(again) == "a caregiver"


def test_what_was_kept_is_there_although_it_was_never_closed(desk, saved, tmp_path) -> None:
    saved(desk.make(), "a caregiver")
    taken = tmp_path / "copy.peerready"
    shutil.copyfile(desk.place, taken)
    assert said(open_file(taken, "four plain words here", desk.clock)) == "a caregiver"


def test_nothing_of_it_can_be_read_in_the_files(desk, saved) -> None:
    file = desk.make()
    saved(file, "planted-answer")
    file.add_person("planted-name")
    file.close()
    for found in desk.place.parent.rglob("*"):
        if found.is_file():
            content = found.read_bytes()
            assert b"planted" not in content
            assert b"SQLite" not in content


def test_a_sitting_keeps_its_own_beginning_and_says_when_it_changed(desk, saved) -> None:
    file = desk.make()
    begun = saved(file, 1)
    desk.clock.moves(timedelta(hours=1))
    changed = saved(file, 2)
    assert changed.started == begun.started
    assert changed.changed - begun.changed == timedelta(hours=1)
    assert len(file.sittings(file.people()[0].id)) == 1


def test_the_second_window_reads_and_is_told_where_it_is_open_and_since_when(desk, saved) -> None:
    file = desk.make()
    sitting = saved(file, "first")
    since = desk.clock.now
    desk.clock.moves(timedelta(minutes=40))
    second = desk.open()
    assert second.read_only
    assert second.elsewhere is not None
    assert second.elsewhere.since == since
    assert second.elsewhere.computer
    assert said(second) == "first"
    with pytest.raises(ReadOnlyError):
        second.keep(sitting)
    saved(file, "more")
    assert said(second) == "more"


def test_once_the_first_window_is_closed_the_next_one_writes(desk, saved) -> None:
    desk.make().close()
    file = desk.open()
    assert not file.read_only
    saved(file, "mine")


def test_another_passphrase_opens_nothing(desk) -> None:
    desk.make().close()
    with pytest.raises(NotOpenedError):
        desk.open("four plain words hers")


def test_a_passphrase_with_quotes_and_accents_is_the_same_however_it_is_typed(desk) -> None:
    file = desk.make()
    file.change_passphrase("l'eau d’été 'x' \"y\"")
    file.close()
    desk.open("l'eau d’été 'x' \"y\"")


def test_after_a_change_of_passphrase_the_old_one_opens_nothing_beside_it_either(desk, saved) -> None:
    file = desk.make()
    saved(file, "before")
    file.change_passphrase("another four plain words")
    saved(file, "after")
    file.close()
    with pytest.raises(NotOpenedError):
        desk.open()
    for copy in copies_of(desk.place):
        with pytest.raises((NotOpenedError, DamagedError)):
            open_file(copy.place, "four plain words here", desk.clock)
    assert said(desk.open("another four plain words")) == "after"


def test_a_file_that_was_taken_away_is_said_to_be_gone_and_goes_on_when_it_is_back(desk, saved) -> None:
    file = desk.make()
    saved(file, 1)
    away = desk.place.parent.with_name("pulled out")
    desk.place.parent.rename(away)
    with pytest.raises(GoneError):
        saved(file, 2)
    away.rename(desk.place.parent)
    saved(file, 3)
    file.close()
    assert said(desk.open()) == 3


def test_a_file_that_was_put_in_its_place_meanwhile_is_not_written_over(desk, saved) -> None:
    file = desk.make()
    saved(file, 1)
    other = desk.place.with_name("other")
    shutil.copyfile(desk.place, other)
    other.replace(desk.place)
    before = desk.place.read_bytes()
    with pytest.raises(ChangedElsewhereError):
        saved(file, 2)
    assert desk.place.read_bytes() == before


def test_there_are_three_generations_at_most_and_they_open(desk, saved) -> None:
    file = desk.make()
    for number in range(5):
        desk.clock.moves(COPY_EVERY)
        saved(file, number)
    file.close()
    copies = copies_of(desk.place)
    assert len(copies) == 3
    assert [said(open_file(copy.place, "four plain words here", desk.clock)) for copy in copies] == [4, 3, 2]


def test_a_network_folder_gets_the_whole_file_after_each_change(desk, saved, tmp_path) -> None:
    desk.make().close()
    here = tmp_path / "here"
    file = desk.open(by_copy=here)
    saved(file, "over the network")
    assert len(list(here.glob("*.peerready"))) == 1
    taken = tmp_path / "taken.peerready"
    shutil.copyfile(desk.place, taken)
    assert said(open_file(taken, "four plain words here", desk.clock)) == "over the network"
    file.close()
    assert not list(here.iterdir())


def test_a_newer_file_in_a_network_folder_is_never_written_over(desk, saved, tmp_path) -> None:
    desk.make().close()
    first = desk.place.read_bytes()
    file = desk.open(by_copy=tmp_path / "here")
    saved(file, "mine")
    desk.place.write_bytes(first)
    with pytest.raises(ChangedElsewhereError):
        saved(file, "again")
    assert desk.place.read_bytes() == first


def test_it_knows_its_own_passphrase_while_it_is_open(desk, saved) -> None:
    file = desk.make()
    saved(file, 1)
    assert file.opens_with("four plain words here")
    assert not file.opens_with("another one")
    file.change_passphrase("five other words for it")
    assert file.opens_with("five other words for it")
    assert not file.opens_with("four plain words here")
