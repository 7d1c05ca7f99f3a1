"""Every page, menu and dialog speaks one language, and a change of language on the way loses nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.i18n import LANGUAGES
from desktop_app.ui.qt_words import QtWords
from tests.ui.center_scenes import OURS
from tests.ui.desk_scenes import CODES
from tests.ui.desk_scenes_client import NOTES
from tests.ui.one_language import foreign, texts_of
from tests.ui.safe_scenes import COMPUTER
from tests.ui.scenes import MANY_ROLES, SAMPLE, Scene, scenes
from tests.ui.window.conftest import Desk

TYPED = [
    COMPUTER,
    *CODES,
    *NOTES,
    *(role["title"] for role in [*SAMPLE["roles"], *MANY_ROLES] if "title" in role),
    *(OURS.name, OURS.support.name, "Hmoob"),
    *(part for one in (*OURS.places, *OURS.trainers) for part in (one.name, one.how)),
]
"""What stands in the scenes as someone typed it."""
SAID_ONCE = {"center-problems", "posting-nothing", "desk-client-filled-in"}
"""What is to be put right there is said when it is pressed, and again when it is pressed again."""
A_LINE = 32
"""The same page can be shorter in the other language, and its end is then higher up."""


def mixed(at: Desk, scene: Scene, language: str) -> list[str]:
    """Where a page says something in another language; a posting's sentences are quoted as they stand."""
    return foreign(texts_of(at.window), language, TYPED, quotes=not scene.name.startswith("posting"))


@pytest.mark.parametrize("scene", scenes(), ids=lambda scene: scene.name)
def test_a_page_speaks_one_language_and_keeps_everything_while_that_changes(desk, scene) -> None:
    at: Desk = desk("es")
    scene.bring(at.window)
    at.settle()
    assert mixed(at, scene, "es") == []
    said, kept, scrolled = texts_of(at.window), held(at), place(at)
    at.window.speak("en")
    made(at)
    assert mixed(at, scene, "en") == []
    at.window.speak("es")
    made(at)
    if scene.name not in SAID_ONCE:
        assert texts_of(at.window) == said
        assert held(at) == kept
        assert abs(place(at) - scrolled) <= A_LINE


def made(at: Desk) -> None:
    """Until what is made off the window's thread stands on the page."""
    at.settle()
    at.qtbot.waitUntil(lambda: not at.window.background.busy())
    at.settle()


def held(at: Desk) -> tuple[object, ...]:
    """The sitting, what is half entered, and where the keys are."""
    navigator, keys = at.window.navigator, at.has_keys()
    places = at.window.findChildren(type(keys)) if keys else []
    return (
        navigator.session if navigator.begun else at.window.wish,
        dict(navigator.drafts) if navigator.begun else {},
        type(keys),
        places.index(keys) if keys in places else None,
    )


def place(at: Desk) -> int:
    """How far down the page one is."""
    return at.window.frame.scroller.verticalScrollBar().value()


def test_a_stray_word_is_found(desk) -> None:
    at: Desk = desk("es")
    assert foreign(["Guardar", "Save it", "Continuar"], "es") == ["'Save it': save, it"]
    assert foreign(["Guardar", "Go on"], "en") == ["'Guardar': guardar"]
    at.page.on()
    at.settle()
    at.page.first().setToolTip("Choose this one")
    assert any("Choose this one" in found for found in foreign(texts_of(at.window), "es"))
    at.page.first().setToolTip("")
    at.page.first().setAccessibleDescription("Press to choose")
    assert any("Press to choose" in found for found in foreign(texts_of(at.window), "es"))


def test_what_someone_typed_is_in_no_language() -> None:
    assert foreign(["Puesto: Greeter"], "es", ["Greeter"]) == []
    assert foreign(["Puesto: Greeter"], "es") == ["'Puesto: Greeter': greeter"]


# ---------------------------------------------------------------- Qt's own words


def open_dialog(kind: str) -> QWidget:
    if kind == "message":
        box = QMessageBox()
        box.setStandardButtons(
            QMessageBox.StandardButton.Ok
            | QMessageBox.StandardButton.Cancel
            | QMessageBox.StandardButton.Close
        )
        return box
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    saving = kind == "save"
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if saving else QFileDialog.AcceptMode.AcceptOpen)
    return dialog


@pytest.mark.parametrize("kind", ["save", "open", "message"])
def test_qt_s_own_dialogs_speak_the_language_too(qtbot, tmp_path, monkeypatch, kind) -> None:
    monkeypatch.chdir(tmp_path)
    said = {}
    for language in LANGUAGES:
        words = QtWords()
        words.speak(language)
        dialog = open_dialog(kind)
        qtbot.addWidget(dialog)
        dialog.show()
        QCoreApplication.processEvents()
        said[language] = {text for text in texts_of(dialog) if re.search(r"[^\W\d_]{2}", text)}
        words.stop()
    english, spanish = (said[language] for language in ("en", "es"))
    assert len(english) > 1
    folders = {*tmp_path.parts, *Path.home().parts}
    same = {text for text in english & spanish if not folders.intersection(re.split(r"[/ ]", text))}
    assert same == set()
