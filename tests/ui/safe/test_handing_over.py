"""Handing over: the new process is given a file and a look, and nothing else; what is odd in it is passed over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.ui import handing_over
from desktop_app.ui.handing_over import LOOK, look_of, start_locked
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.open_at_start import open_at_start
from desktop_app.ui.program import put_together
from desktop_app.ui.widgets.blank import Blank
from tests.conftest import TODAY
from tests.ui.fake_dialogs import FakeDialogs

PLACE = Path("/stick/mine.peerready")
Begin = Callable[..., MainWindow]


@pytest.fixture
def begin(qapp, spoken_roles, qtbot, monkeypatch) -> Iterator[Begin]:
    """The window as the fresh process opens it, given this look."""
    programs = []

    def open_(look: Any) -> MainWindow:
        monkeypatch.setenv(LOOK, look if isinstance(look, str) else json.dumps(look))
        program = put_together(qapp, lambda: TODAY, "en", FakeDialogs())
        programs.append(program)
        qtbot.addWidget(program.window)
        open_at_start(program.window, PLACE, locked=True)
        with qtbot.waitSignal(program.window.painted):
            program.window.show()
        return program.window

    yield open_
    for program in programs:
        program.faults.remove()
        program.window.close_for_good()
        assert program.faults.count == 0


def test_it_looks_as_it_was_handed_over(begin) -> None:
    look = {
        "place": [40, 30, 900, 640],
        "maximized": False,
        "language": "es",
        "scale": 1.5,
        "colors": "dark",
        "shift_hides": False,
        "lock_minutes": 3,
        "hidden": False,
    }
    window = begin(look)
    assert look_of(window, hidden=False) == look
    assert window.navigator.aside == "unlock"
    assert window.keep_safe().locked
    assert LOOK not in os.environ


def test_what_was_hidden_comes_up_hidden(begin) -> None:
    window = begin({"hidden": True})
    assert isinstance(window.centralWidget(), Blank)
    assert window.windowTitle().strip() == ""


@pytest.mark.parametrize(
    "look",
    [
        "", "{", "[]", "7", "x" * 5000,
        {"place": "here", "language": "xx", "scale": 9, "colors": "pink", "lock_minutes": 600},
        {"place": [1, 2, 3], "language": 5, "scale": "1", "lock_minutes": True},
        {"place": [10**6, 10**6, 100, 100]},
    ],
    ids=lambda look: str(look)[:20],
)  # fmt: skip
def test_an_odd_look_is_passed_over(begin, look) -> None:
    window = begin(look)
    assert window.language == "en"
    assert window.appearance.scale == 1.0
    assert window.lock_minutes == 10
    assert window.navigator.aside == "unlock"


class Started:
    """What was to be started, instead of starting it."""

    def __init__(self, command: list[str], **more: Any) -> None:
        Started.last = (list(command), more)

    last: tuple[list[str], dict[str, Any]]


@pytest.mark.parametrize("frozen", [False, True])
def test_the_command_names_the_file_and_the_environment_the_look(monkeypatch, frozen) -> None:
    monkeypatch.setattr(subprocess, "Popen", Started)
    if frozen:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    start_locked(PLACE, {"scale": 2.0})
    command, more = Started.last
    begins = [sys.executable] if frozen else [sys.executable, "-m", "desktop_app"]
    assert command == [*begins, "--open", str(PLACE), "--locked"]
    assert json.loads(more["env"][handing_over.LOOK]) == {"scale": 2.0}
    assert more["stdin"] == more["stdout"] == more["stderr"] == subprocess.DEVNULL
    assert ("PYINSTALLER_RESET_ENVIRONMENT" in more["env"]) is frozen
