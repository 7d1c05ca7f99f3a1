"""Saving: a passphrase with guidance, a place, and from then on every answer by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLineEdit

from desktop_app.casefile.problems import GoneError
from desktop_app.i18n import LANGUAGES
from desktop_app.ui.widgets.secret import SecretField
from tests.ui.safe.use import (
    GED,
    LONG,
    PASSPHRASE,
    answers,
    ask_to_save,
    content,
    fill_in,
    safe,
    save,
    saved,
    type_in,
)
from tests.ui.tree import spoken
from tests.ui.window.conftest import CONTROL, Desk


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "mine.peerready"


def at_school(desk, **more) -> Desk:
    at: Desk = desk(**more)
    at.go_to("high_school", {"college_degree": "none"})
    return at


# ---------------------------------------------------------------- the page


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_before_that_nobody_brings_a_forgotten_one_back(desk, language) -> None:
    at = at_school(desk, language=language)
    ask_to_save(at)
    assert at.page.stage.words.say("keep.notes.forgotten_text") in at.said


def test_the_strength_is_said_in_words_while_typing(desk) -> None:
    at = at_school(desk)
    ask_to_save(at)
    assert "Four or five plain words are best." in at.said
    type_in(at, at.page.passphrase.once.field, "password1")
    assert "Easy to guess" in at.said
    type_in(at, at.page.passphrase.once.field, PASSPHRASE)
    assert "Strong." in at.said


@pytest.mark.parametrize(
    ("once", "again", "told"),
    [
        ("", "", "Put in a passphrase."),
        ("password1", "password1", "This passphrase is easy to guess."),
        (PASSPHRASE, "candle river forty sock", "The two are not the same."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_asked_or_written(desk, place, once, again, told) -> None:
    at = at_school(desk)
    at.dialogs.path = place
    ask_to_save(at)
    fill_in(at, once, again)
    at.press(Qt.Key.Key_Return)
    assert told in at.said
    assert at.dialogs.asked == []
    assert list(place.parent.iterdir()) == []


def test_nothing_is_written_when_no_place_is_chosen(desk, place) -> None:
    at = at_school(desk)
    ask_to_save(at)
    fill_in(at)
    at.press(Qt.Key.Key_Return)
    assert at.dialogs.asked == ["Where to save your answers"]
    assert at.page.passphrase.text() == PASSPHRASE
    assert safe(at).keeper.file is None


# ---------------------------------------------------------------- once a file is there


def test_what_was_said_is_in_the_file_and_then_every_answer(desk, place) -> None:
    at = at_school(desk)
    save(at, place)
    assert "Your answers are saved" in at.said
    assert "mine.peerready" in at.said
    at.press(Qt.Key.Key_Return)
    assert at.at == "high_school"
    saved(at)
    assert answers(place) == {"college_degree": "none"}
    at.choose(GED)
    saved(at)
    assert "Saved " in at.said
    assert answers(place) == {"college_degree": "none", "high_school": "ged_or_hiset"}


def test_what_is_half_filled_in_is_kept_too(desk, place) -> None:
    at = at_school(desk)
    save(at, place)
    at.go_to("roles")
    at.click("Add a role")
    field = at.page.findChildren(QLineEdit)[-1]
    type_in(at, field, "Helper at the center")
    saved(at)
    assert content(place)["drafts"]["roles"]["title"] == "Helper at the center"
    assert content(place)["place"]["at"] == "roles"


def test_many_changes_in_a_row_end_in_the_last_one(desk, place) -> None:
    at = at_school(desk)
    save(at, place)
    at.press(Qt.Key.Key_Return)
    for number in range(1, 6):
        at.press(getattr(Qt.Key, f"Key_{number}"))
    saved(at)
    assert answers(place) == dict(at.answers)


def test_it_is_closed_without_a_question(desk, place) -> None:
    at = at_school(desk)
    save(at, place)
    at.press(Qt.Key.Key_Return)
    at.choose(GED)
    at.window.close()
    assert not at.window.isVisible()
    assert at.dialogs.questions == []
    assert answers(place)["high_school"] == "ged_or_hiset"


# ---------------------------------------------------------------- trouble


def take_the_stick(place: Path) -> Path:
    away = place.parent.with_name("pocket")
    place.parent.rename(away)
    return away


def test_a_removed_stick_is_told_and_when_it_is_back_it_goes_on_by_itself(desk, place, heard) -> None:
    at = at_school(desk)
    save(at, place)
    at.press(Qt.Key.Key_Return)
    saved(at)
    away = take_the_stick(place)
    at.choose(GED)
    at.qtbot.waitUntil(lambda: safe(at).keeper.now.phase == "trouble", timeout=LONG)
    assert "Put the stick back in" in at.said
    assert any("Put the stick back in" in one for one in heard)
    assert "Not saved. Kept until you close." in at.said
    away.rename(place.parent)
    saved(at)
    assert "Put the stick back in" not in at.said
    assert answers(place)["high_school"] == "ged_or_hiset"


def test_with_trouble_closing_asks_once(desk, place) -> None:
    at = at_school(desk)
    save(at, place)
    at.press(Qt.Key.Key_Return)
    take_the_stick(place)
    at.choose(GED)
    at.qtbot.waitUntil(lambda: safe(at).keeper.now.phase == "trouble", timeout=LONG)
    at.dialogs.agree = False
    at.window.close()
    assert at.window.isVisible()
    assert at.dialogs.questions == [
        "What you changed last is not in your file yet. When you close, it is gone."
    ]


def test_in_trouble_another_place_can_be_chosen(desk, place, tmp_path) -> None:
    at = at_school(desk)
    save(at, place)
    at.press(Qt.Key.Key_Return)
    take_the_stick(place)
    at.choose(GED)
    at.qtbot.waitUntil(lambda: safe(at).keeper.now.phase == "trouble", timeout=LONG)
    at.click("Save in another place")
    other = tmp_path / "other.peerready"
    at.dialogs.path = other
    fill_in(at)
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: safe(at).keeper.place == other, timeout=LONG)
    saved(at)
    assert answers(other)["high_school"] == "ged_or_hiset"


def test_a_place_that_cannot_be_written_is_said_and_the_page_stays(desk, place) -> None:
    at = at_school(desk)
    at.dialogs.path = place.parent / "no such folder" / "mine.peerready"
    ask_to_save(at)
    fill_in(at)
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: not safe(at).locking_up.busy, timeout=LONG)
    at.settle()
    assert at.page.stage.words.say(GoneError().message) in at.said
    assert at.page.passphrase.text() == PASSPHRASE


def test_the_file_that_is_open_is_not_written_over(desk, place) -> None:
    at = at_school(desk)
    save(at, place)
    at.click("Save in another place")
    fill_in(at)
    at.press(Qt.Key.Key_Return)
    assert "This file is open right now." in at.said
    assert answers(place) == {"college_degree": "none"}


def test_a_file_on_another_computer_is_worked_on_here(desk, place, monkeypatch, tmp_path) -> None:
    work = tmp_path / "here"
    monkeypatch.setattr("desktop_app.ui.locking_up.work_folder", lambda _place: work)
    at = at_school(desk)
    save(at, place)
    assert list(work.iterdir())
    at.press(Qt.Key.Key_Return)
    at.choose(GED)
    saved(at)
    shutil.copyfile(place, tmp_path / "taken.peerready")
    assert answers(tmp_path / "taken.peerready")["high_school"] == "ged_or_hiset"


# ---------------------------------------------------------------- the passphrase itself


def test_it_is_never_copied_nor_spoken(desk) -> None:
    at = at_school(desk)
    ask_to_save(at)
    fill_in(at)
    at.page.passphrase.once.show_it.click()
    QGuiApplication.clipboard().setText("a shopping list")
    field = at.page.passphrase.once.field
    field.setFocus()
    field.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        at.press(key, CONTROL)
    assert QGuiApplication.clipboard().text() == "a shopping list"
    assert field.text() == PASSPHRASE
    assert PASSPHRASE not in at.said
    node = spoken(field)
    assert PASSPHRASE not in node.text(QAccessible.Text.Value)
    assert node.state().passwordEdit
    QGuiApplication.clipboard().clear()


def test_shown_on_demand_it_can_be_read_by_eye(desk) -> None:
    at = at_school(desk)
    ask_to_save(at)
    clear = at.page.passphrase.once.clear
    assert not clear.isVisible()
    at.page.passphrase.once.show_it.click()
    at.settle()
    assert not clear.isVisible()  # nothing to read yet, and it would look like one more field
    empty = clear.grab().toImage()
    fill_in(at)
    assert clear.isVisible()
    assert clear.grab().toImage() != empty


@pytest.mark.parametrize("leave", ["back", "saved"])
def test_nothing_of_it_stays_in_the_fields(desk, place, leave, monkeypatch) -> None:
    left: list[str] = []
    wipe = SecretField.wipe

    def wiped(field: SecretField) -> None:
        wipe(field)
        left.append(field.text())

    monkeypatch.setattr(SecretField, "wipe", wiped)
    at = at_school(desk)
    ask_to_save(at)
    fill_in(at)
    assert left == []
    if leave == "back":
        at.page.back()
    else:
        at.dialogs.path = place
        at.press(Qt.Key.Key_Return)
        at.qtbot.waitUntil(lambda: bool(left), timeout=LONG)
    assert left == ["", ""]


def test_caps_lock_is_told(desk) -> None:
    at = at_school(desk)
    ask_to_save(at)
    row = at.page.passphrase.once
    at.qtbot.keyClick(row.field, Qt.Key.Key_A)
    assert not row.caps.isVisible()
    at.qtbot.keyClicks(row.field, "b")
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A")
    QApplication.sendEvent(row.field, press)
    assert row.caps.isVisible()


# ---------------------------------------------------------------- another passphrase


def change(at: Desk, before: str, after: str) -> None:
    at.action("file.passphrase").trigger()
    at.settle()
    type_in(at, at.page.now.field, before)
    type_in(at, at.page.new.once.field, after)
    type_in(at, at.page.new.twice.field, after)
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: not safe(at).locking_up.busy, timeout=LONG)
    at.settle()


def test_it_is_changed_by_who_knows_it(desk, place) -> None:
    at = at_school(desk)
    save(at, place)
    change(at, "wrong words for it", "seven green boats sleeping")
    assert "This is not the passphrase of the file." in at.said
    type_in(at, at.page.now.field, PASSPHRASE)
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: safe(at).locking_up.outcome == "changed", timeout=LONG)
    at.settle()
    assert "The passphrase is changed." in at.said
    assert all(field.text() == "" for field in at.page.findChildren(SecretField))
    at.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    at.press(Qt.Key.Key_Return)
    at.choose(GED)
    saved(at)
    assert content(place, "seven green boats sleeping")["sheet"]["answers"]["high_school"] == "ged_or_hiset"


def test_what_was_opened_only_to_look_says_so(desk, place) -> None:
    at = at_school(desk)
    assert not at.action("file.passphrase").isEnabled()
    save(at, place)
    assert at.action("file.passphrase").isEnabled()


# ---------------------------------------------------------------- nothing to save, nothing open


@pytest.mark.parametrize("page", ["keep", "print"])
def test_before_the_first_page_is_left_saving_and_printing_lead_to_it(desk, page: str) -> None:
    at = desk()
    at.window.show_beside(page)
    at.press(Qt.Key.Key_Return)  # what leads on has the keys
    assert (at.at, at.window.navigator.aside) == ("welcome", "")


def test_without_an_open_file_one_can_be_chosen(desk) -> None:
    at = desk()
    at.window.show_beside("passphrase")
    at.press(Qt.Key.Key_Return)
    assert at.dialogs.asked
    assert at.window.navigator.aside == "passphrase"  # none was chosen
