"""Language and look are kept on this computer when someone asks for it, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.settings import Look, Settings
from desktop_app.ui import app as program
from tests.ui.window.conftest import CONTROL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "peer-ready" / "settings.json"


def test_a_sitting_leaves_no_settings(desk, tmp_path, file) -> None:
    at = desk(settings=Settings(file))
    at.press(Qt.Key.Key_Plus, CONTROL)
    at.action("view.dark").trigger()
    at.window.speak("es")
    at.go_to("high_school")
    at.window.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_seen_is_kept_and_the_next_window_starts_with_it(desk, file, language) -> None:
    at = desk(language, settings=Settings(file))
    at.action("view.size.150").trigger()
    at.action("view.dark").trigger()
    at.action("view.shift").trigger()
    assert not at.action("view.forget").isEnabled()
    at.action("view.keep").trigger()
    say = load_words(language).say
    assert at.dialogs.told == [(say("settings.kept_title"), say("settings.kept"))]
    assert at.action("view.forget").isEnabled()

    again = desk(language, settings=Settings(file))
    assert again.window.appearance.theme.name == "dark"
    assert again.window.appearance.scale == 1.5
    assert not again.window.shift_hides
    assert again.action("view.size.150").isChecked()
    assert again.action("view.dark").isChecked()
    assert not again.action("view.shift").isChecked()
    assert again.dialogs.told == []


def test_what_was_kept_is_forgotten(desk, file) -> None:
    at = desk(settings=Settings(file))
    at.action("view.keep").trigger()
    at.action("view.size.150").trigger()
    at.action("view.forget").trigger()
    assert not file.exists()
    assert not at.action("view.forget").isEnabled()
    assert at.window.appearance.scale == 1.5
    assert desk(settings=Settings(file)).window.appearance.scale == 1.0


def test_a_file_that_cannot_be_used_is_told_of_once(desk, file) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("<img src=x>", encoding="utf-8")
    at = desk("es", settings=Settings(file))
    assert len(at.dialogs.told) == 1
    assert str(file) in at.dialogs.told[0][1]
    at.window.speak("en")
    assert len(at.dialogs.told) == 1


def test_a_place_that_cannot_be_written_is_told_of(desk, file) -> None:
    file.parent.parent.mkdir(parents=True)
    file.parent.write_text("in the way", encoding="utf-8")
    at = desk(settings=Settings(file))
    at.dialogs.told.clear()
    at.action("view.keep").trigger()
    say = load_words("en").say
    assert at.dialogs.told == [(say("settings.title"), say("settings.trouble.not_kept"))]
    assert not at.action("view.forget").isEnabled()


def test_the_kept_language_is_spoken_from_the_first_word_on(qapp, monkeypatch, nobodys_settings) -> None:
    spoken: list[str] = []

    class Stop(Exception):  # noqa: N818 - it only ends the start
        pass

    def put_together(_app: object, _today: object, language: str, *, settings: Settings) -> None:
        assert settings.look.language == language
        spoken.append(language)
        raise Stop

    monkeypatch.setattr("desktop_app.ui.program.put_together", put_together)
    monkeypatch.setattr("desktop_app.ui.program.App", lambda _arguments: qapp)
    monkeypatch.setattr("desktop_app.ui.program.system_language", lambda: "en")
    Settings.here().keep_look(Look(language="es"))
    try:
        with pytest.raises(Stop):
            program.run_window()
    finally:
        Settings.here().forget_look()
    assert spoken == ["es"]
