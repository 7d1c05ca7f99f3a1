"""What can go wrong on the way: a place that comes and goes, no room, a change that was stopped halfway."""

from __future__ import annotations

import errno
import json
import os
import shutil
from contextlib import contextmanager
from datetime import timedelta
from pathlib import PureWindowsPath
from typing import Any

import pytest

from desktop_app.casefile import casefile, copies, opening, where
from desktop_app.casefile.casefile import COPY_EVERY
from desktop_app.casefile.copies import Copies
from desktop_app.casefile.database import Database, uri_of
from desktop_app.casefile.opening import bring_back, copies_of, open_file
from desktop_app.casefile.placing import half_made
from desktop_app.casefile.problems import (
    ChangedElsewhereError,
    DamagedError,
    GoneError,
    InUseError,
    NotOpenedError,
    ReadOnlyError,
)
from tests.casefile.conftest import PASSPHRASE, said

NEW = "another four plain words"


def no_room(*_args: object, **_more: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class Stopped(BaseException):
    """As if the program had been killed at this point."""


def stop(*_args: object, **_more: object) -> None:
    raise Stopped


# ------------------------------------------------------------ copies


def test_a_copy_that_finds_no_room_pushes_no_other_out(desk, saved, monkeypatch) -> None:
    file = desk.make()
    for number in range(4):
        desk.clock.moves(COPY_EVERY)
        saved(file, number)
    before = [copy.place.read_bytes() for copy in copies_of(desk.place)]
    monkeypatch.setattr(copies, "copied", no_room)
    for number in range(5):
        desk.clock.moves(COPY_EVERY)
        saved(file, number)
    assert [copy.place.read_bytes() for copy in copies_of(desk.place)] == before
    assert len(before) == 3


def test_a_file_that_is_damaged_while_it_is_open_pushes_no_sound_copy_out(desk, saved) -> None:
    file = desk.make()
    saved(file, "x" * 9000)
    before = [copy.place.read_bytes() for copy in copies_of(desk.place)]
    content = bytearray(desk.place.read_bytes())
    content[-50] ^= 1
    with desk.place.open("r+b") as stream:
        stream.write(content)
    file.close()
    assert [copy.place.read_bytes() for copy in copies_of(desk.place)] == before


def test_a_copy_that_is_brought_back_counts_as_the_newest(desk, saved) -> None:
    file = desk.make()
    for number in range(3):
        desk.clock.moves(COPY_EVERY)
        saved(file, number)
    file.close()
    desk.place.write_bytes(desk.place.read_bytes()[:-1])
    bring_back(desk.place, copies_of(desk.place)[1], PASSPHRASE)
    assert said(desk.open()) == 1  # not said to be older: it was chosen


def test_nothing_is_brought_back_under_the_hands_of_another_window(desk, saved) -> None:
    saved(desk.make(), 1)
    with pytest.raises(InUseError):
        bring_back(desk.place, copies_of(desk.place)[0], PASSPHRASE)


@pytest.mark.parametrize("links", [True, False])
def test_bringing_back_can_be_stopped_and_there_is_a_file_at_the_place(
    desk, saved, monkeypatch, links
) -> None:
    saved(desk.make(), 1)
    desk.opened.pop().close()
    damaged = desk.place.read_bytes()[:-1]
    desk.place.write_bytes(damaged)
    if not links:
        monkeypatch.setattr("pathlib.Path.hardlink_to", no_room)
    with monkeypatch.context() as on_the_way:
        on_the_way.setattr("pathlib.Path.replace", stop)
        with pytest.raises(Stopped):
            bring_back(desk.place, copies_of(desk.place)[0], PASSPHRASE)
    assert desk.place.read_bytes() == damaged
    bring_back(desk.place, copies_of(desk.place)[0], PASSPHRASE)
    assert said(desk.open()) == 1
    assert next(desk.place.parent.glob("*.damaged")).read_bytes() == damaged


# ------------------------------------------------------------ the passphrase


@pytest.mark.parametrize("at", ["sound", "identity_of", "Copies.expect", "Path.replace"])
def test_a_change_of_passphrase_that_was_stopped_before_its_end_did_not_happen(
    desk, saved, monkeypatch, at
) -> None:
    file = desk.make()
    saved(file, "kept")
    with monkeypatch.context() as on_the_way:
        targets = {"Copies.expect": (Copies, "expect"), "Path.replace": (type(desk.place), "replace")}
        target, name = targets.get(at, (casefile, at))
        real = getattr(target, name)
        seen = []

        def stops(*args: Any) -> Any:
            """Only where the new file is concerned."""
            seen.append(args)
            if any(half_made(desk.place) == getattr(one, "place", one) for one in args):
                raise Stopped
            return real(*args)

        on_the_way.setattr(target, name, stops)
        with pytest.raises(Stopped):
            file.change_passphrase(NEW)
    saved(file, "more")  # and the same window goes on
    file.close()
    assert said(desk.open()) == "more"
    with pytest.raises(NotOpenedError):
        open_file(desk.place, NEW, desk.clock)


def test_a_change_that_was_stopped_after_it_is_finished_at_the_next_opening(desk, saved, monkeypatch) -> None:
    file = desk.make()
    saved(file, "kept")
    with monkeypatch.context() as on_the_way:
        on_the_way.setattr(Copies, "finish", stop)
        with pytest.raises(Stopped):
            file.change_passphrase(NEW)
    old = [copy.place.read_bytes() for copy in copies_of(desk.place)]
    assert old
    file.close()
    again = desk.open(NEW)
    assert said(again) == "kept"
    assert not {copy.place.read_bytes() for copy in copies_of(desk.place)} & set(old)


def test_a_change_stands_although_there_is_no_room_for_a_copy(desk, saved, monkeypatch) -> None:
    file = desk.make()
    saved(file, "kept")
    monkeypatch.setattr(copies, "copied", no_room)
    file.change_passphrase(NEW)
    saved(file, "more")
    file.close()
    assert said(desk.open(NEW)) == "more"


def test_in_a_network_folder_that_is_gone_the_passphrase_stays_what_it_was(desk, saved, tmp_path) -> None:
    desk.make().close()
    file = desk.open(by_copy=tmp_path / "here")
    saved(file, "kept")
    away = desk.place.parent.rename(tmp_path / "away")
    with pytest.raises(GoneError):
        file.change_passphrase(NEW)
    away.rename(desk.place.parent)
    saved(file, "more")
    file.close()
    assert said(desk.open()) == "more"


# ------------------------------------------------------------ places that come and go


def test_a_network_folder_that_is_gone_is_said_to_be_gone_and_goes_on_when_it_is_back(
    desk, saved, tmp_path
) -> None:
    desk.make().close()
    file = desk.open(by_copy=tmp_path / "here")
    saved(file, 1)
    away = desk.place.parent.rename(tmp_path / "away")
    with pytest.raises(GoneError):
        saved(file, 2)
    away.rename(desk.place.parent)
    saved(file, 3)
    file.close()
    assert said(desk.open()) == 3


def test_what_another_computer_puts_there_while_we_write_is_not_written_over(
    desk, saved, tmp_path, monkeypatch
) -> None:
    desk.make().close()
    file = desk.open(by_copy=tmp_path / "here")
    real = where.copied_through

    def meanwhile(*streams: Any) -> str:
        desk.place.write_bytes(b"theirs")
        return real(*streams)

    monkeypatch.setattr(casefile, "copied_through", meanwhile)
    with pytest.raises(ChangedElsewhereError):
        saved(file, 1)
    assert desk.place.read_bytes() == b"theirs"


def test_what_another_computer_puts_there_while_we_open_is_not_written_over(
    desk, saved, tmp_path, monkeypatch
) -> None:
    desk.make().close()
    real = opening._examined

    def meanwhile(*args: Any, **more: Any) -> Any:
        desk.place.write_bytes(b"theirs")
        return real(*args, **more)

    monkeypatch.setattr(opening, "_examined", meanwhile)
    file = desk.open(by_copy=tmp_path / "here")
    with pytest.raises(ChangedElsewhereError):
        saved(file, 1)
    assert desk.place.read_bytes() == b"theirs"


def test_a_write_that_arrived_although_the_place_was_gone_is_gone_on_with(desk, saved, monkeypatch) -> None:
    file = desk.make()
    sitting = saved(file, 1)
    real = Database.changing

    @contextmanager
    def arrives_unheard(self: Database):
        with real(self) as connection:
            yield connection
        raise GoneError

    with monkeypatch.context() as once:
        once.setattr(Database, "changing", arrives_unheard)
        with pytest.raises(GoneError):
            file.keep(sitting._replace(content={"said": 2}))
    assert saved(file, 3)
    file.close()
    assert said(desk.open()) == 3


def test_what_was_altered_while_the_place_was_gone_is_not_gone_on_with(desk, saved) -> None:
    file = desk.make()
    saved(file, "x" * 9000)
    away = desk.place.parent.with_name("away")
    desk.place.parent.rename(away)
    with pytest.raises(GoneError):
        saved(file, 2)
    content = bytearray((away / desk.place.name).read_bytes())
    content[-50] ^= 1
    (away / desk.place.name).write_bytes(content)
    away.rename(desk.place.parent)
    with pytest.raises(DamagedError):
        saved(file, 3)


def test_a_file_put_in_its_place_while_it_is_looked_through_is_not_opened(desk, saved, monkeypatch) -> None:
    saved(desk.make(), 1)
    desk.opened.pop().close()
    other = desk.place.with_name("other")
    shutil.copyfile(desk.place, other)
    real = opening._newest

    def meanwhile(*args: Any, **more: Any) -> Any:
        other.replace(desk.place)
        return real(*args, **more)

    monkeypatch.setattr(opening, "_newest", meanwhile)
    with pytest.raises(ChangedElsewhereError):
        desk.open()


# ------------------------------------------------------------ who has it open


def test_a_folder_that_was_cleared_away_is_made_again(desk, saved) -> None:
    file = desk.make()
    saved(file, 1)
    shutil.rmtree(Copies(desk.place).folder)
    saved(file, 2)
    desk.clock.moves(timedelta(minutes=1))
    file.show_it_is_open()
    assert desk.open().read_only
    file.close()
    desk.opened.pop().close()
    assert said(desk.open()) == 2


def test_who_slept_does_not_take_the_file_back_from_who_has_it_now(desk, saved) -> None:
    file = desk.make()
    saved(file, 1)
    note = Copies(desk.place).folder / "open.json"
    theirs = json.dumps({**json.loads(note.read_text()), "computer": "library-7", "token": "theirs"})
    note.write_text(theirs)
    with pytest.raises(ChangedElsewhereError):
        file.show_it_is_open()
    with pytest.raises(ChangedElsewhereError):
        saved(file, 2)
    assert note.read_text() == theirs


def test_copies_that_a_killed_program_worked_on_go_and_those_in_use_stay(desk, saved, tmp_path) -> None:
    desk.make().close()
    here = tmp_path / "here"
    file = desk.open(by_copy=here)
    (here / "0123456789abcdef.peerready").write_bytes(b"left")
    desk.place = tmp_path / "second.peerready"
    desk.make().close()
    second = desk.open(by_copy=here)
    assert len(list(here.glob("*.peerready"))) == 2
    saved(file, 1)
    saved(second, 1)
    second.close()
    file.close()
    assert list(here.iterdir()) == []


def test_after_it_was_closed_nothing_is_written(desk, saved) -> None:
    file = desk.make()
    sitting = saved(file, 1)
    file.close()
    with pytest.raises(ReadOnlyError):
        file.keep(sitting)


def test_a_share_of_a_windows_network_stands_in_the_path() -> None:
    assert uri_of(PureWindowsPath(r"\\server\share\a b.peerready"), "ro") == (
        "file:////server/share/a%20b.peerready?mode=ro"
    )
    assert (
        uri_of(PureWindowsPath(r"C:\a?b#c%20.peerready"), "rw")
        == "file:///C:/a%3Fb%23c%2520.peerready?mode=rw"
    )
