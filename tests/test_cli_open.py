"""The window is opened with a file of saved answers, or in a language: the command only hands them on."""

from __future__ import annotations

import io
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.ui import app
from tests.test_cli import READY, Run, refused, run

__all__ = ["run"]  # the fixture


class Window:
    """What the command does with the window before it is shown."""

    def __init__(self) -> None:
        self.opened: list[tuple[Path, bool]] = []
        self.at_signals: list[object] = []
        self.language = ""

    def speak(self, language: str) -> None:
        self.language = language

    def keep_safe(self) -> Window:
        return self

    def open_file(self, place: Path, *, locked: bool) -> None:
        self.opened.append((place, locked))
        self.at_signals.append(signal.getsignal(signal.SIGTERM))


@pytest.fixture
def window(monkeypatch) -> Window:
    one = Window()

    def run_window(*, meet: Callable[[Window], None]) -> int:
        meet(one)
        return 0

    monkeypatch.setattr(app, "run_window", run_window)
    return one


@pytest.mark.parametrize("locked", [False, True])
def test_the_window_opens_at_that_file(run: Run, window: Window, locked: bool) -> None:
    done = run("--open", "my answers.peerready", *(["--locked"] if locked else []))
    assert done.code == 0
    assert window.opened == [(Path("my answers.peerready"), locked)]


def test_a_request_to_stop_ends_the_window_at_once(run: Run, window: Window) -> None:
    """Python would only hear of it when Qt gives it something to do."""
    run("--open", "mine.peerready")
    assert window.at_signals == [signal.SIG_DFL]


def test_with_a_command_it_is_refused(run: Run, window: Window) -> None:
    refused(run("--open", "mine.peerready", "assess", READY), "--open opens a file in the window.")
    assert window.opened == []


def test_without_a_screen_it_says_so(run: Run, window: Window, monkeypatch) -> None:
    monkeypatch.setattr("desktop_app.cli.there_is_a_screen", lambda _environment: False)
    refused(run("--open", "mine.peerready"), "there is no screen here")
    assert window.opened == []


@pytest.mark.parametrize("asked", [["--language", "es"], ["--language=es"]])
def test_a_language_alone_opens_the_window_in_it(run: Run, window: Window, asked: list[str]) -> None:
    assert run(*asked).code == 0
    assert window.language == "es"


def test_without_a_screen_the_language_is_that_of_what_comes_instead(
    run: Run, window: Window, monkeypatch
) -> None:
    monkeypatch.setattr("desktop_app.cli.there_is_a_screen", lambda _environment: False)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    done = run("--language", "es")
    assert done.code == 0
    assert "peer-ready-sample.pdf" in done.out
    assert "informe" in done.out
    assert window.language == ""
