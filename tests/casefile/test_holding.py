"""Another computer's hold counts while it shows itself, and no longer than that."""

from __future__ import annotations

import json
from datetime import timedelta

from desktop_app.casefile.copies import Copies
from desktop_app.casefile.holding import LAPSES


def leave_note(desk, *, seen_ago: timedelta) -> None:
    """As another computer that writes in the same network folder would have left it."""
    now = desk.clock.now
    note = {
        "computer": "library-7",
        "since": (now - timedelta(hours=2)).isoformat(),
        "seen": (now - seen_ago).isoformat(),
        "token": "theirs",
    }
    (Copies(desk.place).folder / "open.json").write_text(json.dumps(note))


def test_a_file_that_is_open_on_another_computer_is_only_read_and_both_are_named(desk) -> None:
    desk.make().close()
    leave_note(desk, seen_ago=timedelta(minutes=1))
    file = desk.open()
    assert file.read_only
    assert file.elsewhere is not None
    assert file.elsewhere.computer == "library-7"
    assert desk.clock.now - file.elsewhere.since == timedelta(hours=2)


def test_a_computer_that_has_not_shown_itself_for_a_while_holds_nothing(desk) -> None:
    desk.make().close()
    leave_note(desk, seen_ago=LAPSES + timedelta(seconds=1))
    assert not desk.open().read_only


def test_showing_oneself_keeps_the_hold(desk) -> None:
    file = desk.make()
    desk.clock.moves(LAPSES * 2)
    file.show_it_is_open()
    note = json.loads((Copies(desk.place).folder / "open.json").read_text())
    assert note["seen"] == desk.clock.now.isoformat()


def test_a_note_that_says_nothing_holds_nothing(desk) -> None:
    desk.make().close()
    for text in ("", "[]", "{", '{"computer": 7}', '{"since": "yesterday"}'):
        (Copies(desk.place).folder / "open.json").write_text(text)
        file = desk.open()
        assert not file.read_only
        file.close()


def test_a_closed_file_leaves_no_note_of_who_had_it(desk) -> None:
    desk.make().close()
    assert {file.name for file in Copies(desk.place).folder.iterdir()} == {"1.peerready", "latest"}
