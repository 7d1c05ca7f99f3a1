"""A caseload as a file: started, opened, locked in the middle of an interview, and seen where another has it open."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.opening import create, open_file
from desktop_app.ui import desk_loading
from desktop_app.ui.safe import now
from tests.ui.desk.conftest import wait
from tests.ui.safe.use import LONG, PASSPHRASE, choose_file, fill_in, safe, unlock
from tests.ui.window.conftest import CONTROL
from tests.ui.window.conftest import Desk as Person


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Of a caseload with two clients."""
    place = tmp_path / "stick" / "caseload.peerready"
    place.parent.mkdir()
    file = create(place, PASSPHRASE, now)
    desk_loading.begin(file, 6)
    for code in ("K-1", "K-2"):
        file.add_person(code, {"consent": {"given": "2026-11-01", "language": "en", "version": "1"}})
    file.close()
    return place


def open_it(at: Person, place: Path) -> None:
    choose_file(at, place)
    unlock(at)
    wait(at)


def test_one_is_started_from_the_menu_and_its_months_are_kept(desk, tmp_path: Path) -> None:
    at: Person = desk()
    at.action("center.start").trigger()
    at.settle()
    fill_in(at)
    at.page.months.setFocus()
    at.write("18")
    at.dialogs.path = tmp_path / "ours.peerready"
    at.click("Choose where to save…")
    at.qtbot.waitUntil(lambda: safe(at).desk is not None, timeout=LONG)
    at.settle()
    assert at.window.navigator.aside == "clients"
    assert "No clients yet" in at.said
    assert at.page.desk.keep_months == 18
    at.action("file.passphrase").trigger()
    at.settle()
    assert "the records of all clients in this file are lost" in at.said  # not: your center can't open it
    at.window.close()
    file = open_file(tmp_path / "ours.peerready", PASSPHRASE, now)
    assert desk_loading.load(file) == ((), 18)
    file.close()


def test_it_opens_with_everyone_and_says_so_in_its_log(desk, place: Path) -> None:
    at: Person = desk()
    open_it(at, place)
    assert at.window.navigator.aside == "clients"
    assert {row.client.name for row in at.page.desk.rows} == {"K-1", "K-2"}
    assert at.page.desk.file.log()[0].what == "opened"
    assert not at.action("file.keep").isEnabled()


def test_a_lock_in_the_middle_of_an_interview_keeps_every_answer(desk, place: Path) -> None:
    at: Person = desk()
    open_it(at, place)
    started: list[tuple[Path, Mapping[str, Any]]] = []
    safe(at).locking._start_anew = lambda *what: started.append(what)
    desk_ = at.page.desk
    of = desk_.rows[0].client.id
    desk_.sit_with(of)
    wait(at)
    at.window.navigator.go_to("high_school")
    at.settle()
    at.press(Qt.Key.Key_1)
    at.press(Qt.Key.Key_L, CONTROL)
    assert started[0][0] == place
    again: Person = desk()
    open_it(again, place)
    (sitting,) = again.page.desk.file.sittings(of)
    assert sitting.content["sheet"]["answers"]["high_school"] == "diploma"
    row = again.page.desk.row(of)
    assert row.client.seen is not None  # it was not summed up before the lock, and now it is
    assert row.now is not None


def test_a_lock_waits_for_a_client_that_is_just_being_kept(desk, place: Path) -> None:
    at: Person = desk()
    open_it(at, place)
    safe(at).locking._start_anew = lambda *_what: None
    one = safe(at).desk
    assert one is not None
    begun = threading.Event()

    def slowly(file: CaseFile) -> None:
        begun.set()
        time.sleep(0.1)
        file.add_person("K-3", {})

    one.run(slowly)
    begun.wait(5)
    at.press(Qt.Key.Key_L, CONTROL)
    assert [person.name for person in open_file(place, PASSPHRASE, now).people()] == ["K-1", "K-2", "K-3"]


def test_where_another_has_it_open_it_can_be_looked_at(desk, place: Path) -> None:
    other = open_file(place, PASSPHRASE, now)
    at: Person = desk()
    open_it(at, place)
    at.click("Only look")
    wait(at)
    assert at.page.desk.read_only
    assert "This caseload is open in another place." in at.said
    before = [one.content for one in other.people()]
    desk_ = at.page.desk
    desk_.change(desk_.rows[0].client, log="changed")
    wait(at)
    assert [one.content for one in other.people()] == before
    other.close()
