"""A center's week: thirty clients, a lock in the middle of an interview, a kill in the middle of a save, and somebody
who is deleted and then looked for on every page of the file and of its copies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.casefile.opening import open_file
from desktop_app.ui.safe import Safe, now
from desktop_app.ui.widgets.fold import FoldHead
from tests.casefile.pages import found_in, saved_files
from tests.e2e.planted import PLANTED
from tests.e2e.saving import PASSPHRASE
from tests.e2e.test_saved import account, children_of, computer, in_clear, written_by_anyone
from tests.test_cli import SHEETS
from tests.ui.safe.use import choose_file, fill_in, safe, saved, type_in, unlock
from tests.ui.window.conftest import Desk

__all__ = ["computer"]  # the fixture

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in range(16, 21))
ROUNDS = 256_000
"""Of a real key."""
CODES = [f"Case-{number:02}" for number in range(1, 31)]
SHEET = {
    **json.loads((SHEETS / "ready-for-california-1.json").read_text(encoding="utf-8")),
    "as_of": "2026-11-13",
}


@pytest.fixture
def come_in(desk, monkeypatch) -> Callable[[date], Desk]:
    """Start the program on a day of that week."""

    def open_(day: date, language: str = "en") -> Desk:
        monkeypatch.setattr(
            Safe.__init__, "__defaults__", (lambda: datetime.combine(day, time(9)).astimezone(),)
        )
        at: Desk = desk(language, today=day)
        return at

    return open_


def unlocked(at: Desk, place: Path) -> Desk:
    choose_file(at, place)
    unlock(at, PASSPHRASE)
    at.qtbot.waitUntil(lambda: safe(at).desk is not None)
    settled(at)
    return at


def settled(at: Desk) -> None:
    """Nothing runs any more, and all of it is on the disk."""
    at.qtbot.waitUntil(lambda: not at.window.background.busy())
    saved(at)


def rows(at: Desk) -> dict[str, Any]:
    found = safe(at).desk
    assert found is not None
    return {row.client.name: row for row in found.rows}


@contextmanager
def in_a_sitting(
    computer: Path, place: Path, day: date, code: str, then: str
) -> Iterator[subprocess.Popen[str]]:
    """A window on another account with the caseload open and that client at the mouse."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.center_day", str(place), day.isoformat(), code, then],
        env=account(computer / then),
        cwd=computer / then,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "saved\n"
            yield process
        finally:
            process.kill()


def kept_of(place: Path, code: str) -> tuple[dict[str, Any], ...]:
    """The answers of each sitting of a client, the newest last."""
    file = open_file(place, PASSPHRASE, now)
    try:
        (person,) = (one for one in file.people() if one.name == code)
        return tuple(dict(sitting.content["sheet"]["answers"]) for sitting in file.sittings(person.id))
    finally:
        file.close()


def add(at: Desk, code: str) -> None:
    """By keys and clicks, with the client's yes."""
    at.action("center.new").trigger()
    at.settle()
    type_in(at, at.page.name_field, code)
    at.page.yes.click()
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: code in rows(at))
    settled(at)


def bring_in(at: Desk, sheets: Path) -> None:
    at.action("center.exchange").trigger()
    at.settle()
    at.dialogs.open_paths = [sheets]
    at.click("Choose sheets…")
    at.qtbot.waitUntil(lambda: at.page.step == "sheets")
    settled(at)
    at.page.on()
    settled(at)


def say_yes(at: Desk, code: str) -> None:
    """Who came from a sheet is asked before the first sitting."""
    found = safe(at).desk
    assert found is not None
    found.show(rows(at)[code].client.id)
    settled(at)
    at.click("They said yes")
    settled(at)


def delete(at: Desk, code: str) -> None:
    found = safe(at).desk
    assert found is not None
    found.show(rows(at)[code].client.id)
    settled(at)
    head = next(
        head for head in at.page.findChildren(FoldHead) if head.text() == "Delete their record for good"
    )
    head.click()
    at.settle()
    at.click("Delete for good…")
    at.qtbot.waitUntil(lambda: code not in rows(at))
    settled(at)


def go_home(at: Desk) -> None:
    at.window.close()
    at.settle()


def test_a_week(computer, come_in) -> None:
    place = computer / "stick" / "caseload.peerready"

    # Monday: a caseload is begun, one client says yes, and 29 come from sheets that were saved before.
    at = come_in(MONDAY)
    at.dialogs.path = place
    at.action("center.start").trigger()
    at.settle()
    fill_in(at, PASSPHRASE)
    type_in(at, at.page.months, "6")
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: safe(at).desk is not None)
    settled(at)
    add(at, CODES[0])
    sheets = computer / "sheets.json"
    sheets.write_text(json.dumps([_sheet(code) for code in CODES[1:]]), encoding="utf-8")
    bring_in(at, sheets)
    assert sorted(rows(at)) == CODES
    sheets.unlink()
    say_yes(at, CODES[1])
    go_home(at)

    # Tuesday: sitting together, and the lock comes in the middle of it.
    with in_a_sitting(computer, place, TUESDAY, CODES[0], "lock") as process:
        assert process.wait(600) == 0
    at.qtbot.waitUntil(lambda: bool(children_of(computer)))
    for fresh in children_of(computer):
        os.kill(fresh, signal.SIGTERM)
    at.qtbot.waitUntil(lambda: not children_of(computer))
    assert kept_of(place, CODES[0]) == ({"high_school": "ged_or_hiset"},)

    # Wednesday: the program is killed while it saves. What it said it had is there.
    with in_a_sitting(computer, place, WEDNESDAY, CODES[1], "write") as process:
        told = process.stdout
        assert told is not None
        said = [told.readline() for _ in range(4)]
        process.send_signal(signal.SIGKILL)
        process.wait(600)
        said += told.readlines()
    last = int(next(line for line in reversed(said) if line.endswith("\n")))
    (first, then) = kept_of(place, CODES[1])
    assert first == SHEET["answers"]
    assert int(then["roles"][0]["title"].removeprefix(PLANTED)) >= last

    # Thursday: the list has everyone as they were left, in Spanish too; the one who was killed at is seen on that day.
    at = unlocked(come_in(THURSDAY, "es"), place)
    assert sorted(rows(at)) == CODES
    assert rows(at)[CODES[0]].client.seen == TUESDAY
    assert rows(at)[CODES[1]].client.seen == WEDNESDAY
    assert rows(at)[CODES[2]].best["ca-calaveras"].outcome in ("meets", "confirm")
    go_home(at)

    # Friday: one asks to be deleted. Until then the words are in the file; afterwards on no page of it.
    assert found_in(saved_files(place.parent), PASSPHRASE, PLANTED, CODES[1], rounds=ROUNDS) == {
        PLANTED,
        CODES[1],
    }
    at = unlocked(come_in(FRIDAY), place)
    delete(at, CODES[1])
    assert sorted(rows(at)) == [code for code in CODES if code != CODES[1]]
    go_home(at)
    assert found_in(saved_files(place.parent), PASSPHRASE, PLANTED, CODES[1], CODES[2], rounds=ROUNDS) == {
        CODES[2]
    }

    # All week nothing of anyone stood anywhere in the clear.
    assert in_clear(written_by_anyone(computer)) == []


def _sheet(code: str) -> dict[str, Any]:
    return {**SHEET, "name": code}
