"""Locking: at once nothing can be seen; with a file the process hands over and ends, without one it counts down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop_app.casefile.opening import open_file
from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.settings import Look, Settings
from desktop_app.ui import locking
from desktop_app.ui.open_at_start import open_at_start
from desktop_app.ui.safe import now
from desktop_app.ui.widgets.blank import Blank
from tests.ui.safe.use import GED, LONG, PASSPHRASE, answers, safe, save, unlock
from tests.ui.window.conftest import CONTROL, Desk

NINE = datetime(2026, 11, 22, 21, 5).astimezone()


class Clocks:
    """Both clocks, moved by hand."""

    def __init__(self) -> None:
        self.time, self.passed = NINE, 0.0

    def moves(self, minutes: float) -> None:
        self.time += timedelta(minutes=minutes)
        self.passed += 60 * minutes


class NewProcess:
    """What would have been started."""

    def __init__(self) -> None:
        self.started: list[tuple[Path, Mapping[str, Any]]] = []

    def __call__(self, place: Path, look: Mapping[str, Any]) -> None:
        self.started.append((place, look))
        file = open_file(place, PASSPHRASE, now)
        assert not file.read_only  # by now the old one has let go of it
        file.close()


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def new() -> NewProcess:
    return NewProcess()


@pytest.fixture
def guarded(desk, clocks, new):
    """A window at a question, whose clocks stand still."""

    def open_(language: str = "en", answers: dict[str, Any] | None = None, **more: Any) -> Desk:
        at: Desk = desk(language, **more)
        one = safe(at).locking
        one.idle._clock = lambda: clocks.passed
        one._clock, one._start_anew = lambda: clocks.time, new
        at.go_to("high_school", {"college_degree": "none"} if answers is None else answers)
        return at

    return open_


def look(at: Desk) -> None:
    """What its timer does now and then."""
    safe(at).locking.look()
    at.settle()


def is_blank(at: Desk) -> bool:
    return isinstance(at.window.centralWidget(), Blank)


def press(at: Desk, key: str) -> None:
    words = load_words(at.window.language).say(key)
    shown = at.window.findChildren(QPushButton)
    at.qtbot.mouseClick(
        next(one for one in shown if one.text() == words and one.isVisible()), Qt.MouseButton.LeftButton
    )
    at.settle()


# ---------------------------------------------------------------- with a file


@pytest.mark.parametrize("way", ["key", "system", "idle"])
def test_all_is_saved_and_the_process_hands_over_and_ends(guarded, clocks, new, tmp_path, way) -> None:
    at = guarded()
    place = tmp_path / "mine.peerready"
    save(at, place)
    at.press(Qt.Key.Key_Return)
    at.choose(GED)  # a moment before
    if way == "key":
        at.press(Qt.Key.Key_L, CONTROL)
    elif way == "system":
        safe(at).locking.system.locked.emit()
    else:
        clocks.moves(10)
        look(at)
    assert not at.window.isVisible()
    assert at.dialogs.questions == []
    assert [started for started, _look in new.started] == [place]
    assert answers(place)["high_school"] == "ged_or_hiset"


def test_the_new_window_looks_as_the_old_one_did(guarded, new, tmp_path) -> None:
    at = guarded("es", size=(1100, 740), colors="dark", scale=1.5)
    at.window.lock_minutes = 3
    save(at, tmp_path / "mine.peerready")
    at.press(Qt.Key.Key_L, CONTROL)
    _place, handed = new.started[0]
    assert (handed["language"], handed["scale"], handed["colors"]) == ("es", 1.5, "dark")
    assert handed["place"][2:] == [1100, 740]
    assert handed["lock_minutes"] == 3
    assert handed["hidden"] is False


def test_coming_back_from_hiding_asks_for_the_passphrase(guarded, new, tmp_path) -> None:
    at = guarded()
    save(at, tmp_path / "mine.peerready")
    at.window.hide_now()
    at.settle()
    press(at, "hide.again")
    press(at, "hide.yes")
    assert not at.window.isVisible()
    assert new.started[0][1]["hidden"] is False


def test_what_was_hidden_stays_hidden_when_it_locks(guarded, clocks, new, tmp_path) -> None:
    at = guarded()
    save(at, tmp_path / "mine.peerready")
    at.window.hide_now()
    clocks.moves(10)
    look(at)
    assert new.started[0][1]["hidden"] is True


def test_with_the_stick_away_it_waits_behind_the_empty_window(guarded, clocks, new, tmp_path) -> None:
    (tmp_path / "stick").mkdir()
    place = tmp_path / "stick" / "mine.peerready"
    at = guarded()
    save(at, place)
    at.press(Qt.Key.Key_Return)
    (tmp_path / "stick").rename(tmp_path / "pocket")
    at.choose(GED)
    at.press(Qt.Key.Key_L, CONTROL)
    assert is_blank(at)
    assert new.started == []
    look(at)
    assert new.started == []
    (tmp_path / "pocket").rename(tmp_path / "stick")
    at.qtbot.waitUntil(lambda: not safe(at).keeper.unsaved, timeout=LONG)
    look(at)
    assert [started for started, _look in new.started] == [place]
    assert answers(place)["high_school"] == "ged_or_hiset"


# ---------------------------------------------------------------- without one


@pytest.mark.parametrize(("language", "told"), [("en", "9:20"), ("es", "21:20")])
def test_unsaved_answers_go_blank_and_it_says_how_long_they_are_kept(guarded, clocks, language, told) -> None:
    at = guarded(language)
    clocks.moves(9)
    look(at)
    assert not is_blank(at)
    QTest.keyClick(at.window.windowHandle(), Qt.Key.Key_Shift)
    clocks.moves(9)
    look(at)
    assert not is_blank(at)
    clocks.time = NINE
    clocks.passed += 60
    look(at)
    assert is_blank(at)
    assert told in at.said
    clocks.moves(locking.KEPT_FOR.total_seconds() / 60 - 1)
    look(at)
    assert at.window.isVisible()
    clocks.moves(1)
    look(at)
    assert not at.window.isVisible()
    assert at.dialogs.questions == []


def test_who_comes_back_in_time_finds_everything(guarded, clocks) -> None:
    at = guarded()
    at.press(Qt.Key.Key_L, CONTROL)
    assert is_blank(at)
    press(at, "hide.again")
    press(at, "hide.yes")
    assert dict(at.answers) == {"college_degree": "none"}
    clocks.moves(9)
    look(at)
    assert not is_blank(at)
    clocks.moves(60)
    look(at)
    assert is_blank(at)  # from now on it counts anew


def test_where_nothing_was_said_there_is_nothing_to_lock(guarded, clocks) -> None:
    at = guarded(answers={})
    assert not at.action("file.lock").isEnabled()
    clocks.moves(600)
    look(at)
    assert not is_blank(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_empty_window_says_names_nothing(language) -> None:
    said = load_words(language).say("hide.until", time="9:20").lower()
    assert not any(word in said for word in ("peer", "ready", "answer", "respuesta", "interview", "report"))


# ---------------------------------------------------------------- how long


def test_minutes_are_chosen_in_the_menu_and_kept_with_the_look(desk, tmp_path) -> None:
    file = tmp_path / "settings.json"
    at = desk(settings=Settings(file))
    assert at.window.lock_minutes == 10
    assert at.action("view.minutes.10").isChecked()
    at.action("view.minutes.3").trigger()
    at.action("view.keep").trigger()
    assert Settings(file).look.lock_minutes == 3
    again = desk(settings=Settings(file))
    assert again.window.lock_minutes == 3
    assert again.action("view.minutes.3").isChecked()


@pytest.mark.parametrize("minutes", [0, 31, 10.0, "10", True, 10**9])
def test_odd_minutes_count_as_none(tmp_path, minutes) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.keep_look(Look(lock_minutes=minutes))
    assert Settings(settings.file).look.lock_minutes is None


# ---------------------------------------------------------------- the fresh process


@pytest.fixture
def locked(desk, tmp_path):
    """The window as the fresh process shows it."""
    at = desk()
    at.go_to("high_school", {"college_degree": "none"})
    place = tmp_path / "mine.peerready"
    save(at, place)
    at.window.close()

    def open_(language: str = "en") -> Desk:
        again: Desk = desk(language)
        open_at_start(again.window, place, locked=True)
        again.settle()
        return again

    return open_


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_shows_the_page_for_that_file_and_nothing_of_the_answers(locked, language) -> None:
    at = locked(language)
    assert at.page.stage.words.say("unlock.locked_title") in at.said
    assert at.window.windowTitle() == "Peer Ready"
    assert not at.window.navigator.begun
    unlock(at)
    assert at.at == "high_school"


def test_what_weakens_safety_waits_until_it_is_unlocked(locked) -> None:
    at = locked()
    weaker = ["view.shift", "view.keep", *(f"view.minutes.{one}" for one in (1, 10, 30))]
    assert not any(at.action(name).isEnabled() for name in weaker)
    at.window.speak("es")
    at.settle()
    assert not any(at.action(name).isEnabled() for name in weaker)
    at.click("Empezar sin archivo")
    assert at.at == "welcome"
    assert not any(at.action(name).isEnabled() for name in weaker)


def test_once_unlocked_they_can_be_changed_again(locked) -> None:
    at = locked()
    unlock(at, "not the right words")
    assert not at.action("view.minutes.30").isEnabled()
    unlock(at, PASSPHRASE)
    assert at.action("view.minutes.30").isEnabled()
    assert at.action("view.shift").isEnabled()
