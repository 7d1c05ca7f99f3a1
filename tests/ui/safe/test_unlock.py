"""Opening: by its passphrase alone, and whatever is in the way is said with what can be done about it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.casefile.opening import create, open_file
from desktop_app.i18n import LANGUAGES
from desktop_app.interview.kept import content_of
from desktop_app.interview.session import Session
from desktop_app.ui.safe import now
from tests.conftest import TODAY
from tests.ui.safe.use import GED, LONG, PASSPHRASE, answers, choose_file, safe, save, saved, type_in, unlock
from tests.ui.window.conftest import ALT

SERIES = ("ca-calaveras", "tx-state")
SAID = {"high_school": "ged_or_hiset", "college_degree": "none"}


def kept(place: Path, given: dict[str, Any] | None = None, *, at: str = "college_degree", **more) -> Path:
    """A file as a window leaves it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    file = create(place, PASSPHRASE, now)
    session = Session(date(2026, 11, 1), SERIES, False, SAID if given is None else given, at)
    file.new_sitting(file.add_person("").id, {**content_of(session), **more})
    file.close()
    return place


@pytest.fixture
def place(tmp_path) -> Path:
    return kept(tmp_path / "stick" / "mine.peerready")


# ---------------------------------------------------------------- as it should be


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_goes_on_where_one_was_as_of_today(desk, place, language) -> None:
    at = desk(language)
    choose_file(at, place)
    unlock(at)
    assert at.at == "college_degree"
    assert dict(at.answers) == SAID
    assert at.window.navigator.session.as_of == TODAY
    assert safe(at).unlocking.place is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_large_text_in_a_small_window_its_button_is_in_sight(desk, place, language) -> None:
    at = desk(language, size=(1024, 700), scale=2.0)
    choose_file(at, place)
    button, bar = at.page.open, at.window.frame.bar
    assert button.visibleRegion().boundingRect() == button.rect()
    assert at.window.frame.scroller.verticalScrollBar().value() == 0
    assert button.mapToGlobal(button.rect().bottomLeft()).y() < bar.mapToGlobal(bar.rect().topLeft()).y()


def test_from_the_first_page(desk, place) -> None:
    at = desk()
    at.dialogs.open_path = place
    at.click("Open saved answers")
    assert "mine.peerready" in at.said
    assert str(place.parent) not in at.said
    assert at.window.windowTitle() == "Peer Ready"
    unlock(at)
    assert at.at == "college_degree"


def test_the_card_stays_as_wide_as_it_is_and_its_one_act_stands_out(desk, place) -> None:
    at = desk()
    at.window.show_beside("unlock")
    at.settle()
    wide = at.page.card.width()
    assert at.page.choose.kind == "primary"
    choose_file(at, place)
    at.settle()
    assert at.page.card.width() == wide
    assert (at.page.choose.kind, at.page.open.kind) == ("secondary", "primary")


def test_what_is_answered_then_is_in_the_file(desk, place) -> None:
    at = desk()
    choose_file(at, place)
    unlock(at)
    at.go_to("high_school")
    at.choose("High school diploma" if "High school diploma" in at.said else GED)
    saved(at)
    assert answers(place) == dict(at.answers)


def test_what_was_half_filled_in_is_there_again(desk, tmp_path) -> None:
    at = desk()
    at.go_to("roles", {"roles": []})
    at.click("Add a role")
    type_in(at, at.page.findChildren(QLineEdit)[-1], "Helper at the center")
    place = tmp_path / "mine.peerready"
    save(at, place)
    at.window.close()
    again = desk("es")
    choose_file(again, place)
    unlock(again)
    assert again.at == "roles"
    assert "Helper at the center" in [field.text() for field in again.page.findChildren(QLineEdit)]


def test_answers_that_can_no_longer_be_read_are_named(desk, tmp_path) -> None:
    place = kept(tmp_path / "old.peerready", {**SAID, "drivers_license": "of_mars"})
    at = desk()
    choose_file(at, place)
    unlock(at)
    assert dict(at.answers) == SAID
    title, text = at.dialogs.told[0]
    assert title == "Some answers could not be taken over"
    assert at.window.words.say("questions.drivers_license.short") in text


@pytest.mark.parametrize("drafts", [[], {"roles": {"at": 7}}, {"roles": "x", "high_school": [1, 2, 3]}, None])
def test_odd_drafts_are_left_out(desk, tmp_path, drafts) -> None:
    place = kept(tmp_path / "odd.peerready", drafts=drafts)
    at = desk()
    choose_file(at, place)
    unlock(at)
    assert at.at == "college_degree"
    assert at.window.navigator.drafts == {}


# ---------------------------------------------------------------- what may be lost by it


def test_answers_that_no_file_holds_are_not_lost_without_a_question(desk, place) -> None:
    at = desk()
    at.go_to("high_school")
    at.choose(GED)
    at.dialogs.agree = False
    choose_file(at, place)
    assert at.dialogs.questions == [
        "The answers you have given here are not saved. When the file opens, they are gone."
    ]
    assert at.window.navigator.aside == ""
    at.dialogs.agree = True
    choose_file(at, place)
    assert at.window.navigator.aside == "unlock"


def test_from_one_file_to_another_nothing_is_asked_and_nothing_mixed(desk, place, tmp_path) -> None:
    other = kept(tmp_path / "other.peerready", {"drivers_license": "none"}, at="drivers_license")
    at = desk()
    choose_file(at, place)
    unlock(at)
    choose_file(at, other)
    unlock(at)
    assert at.dialogs.questions == []
    assert dict(at.answers) == {"drivers_license": "none"}
    assert answers(place) == SAID
    open_file(place, PASSPHRASE, now).close()


# ---------------------------------------------------------------- what is in the way


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_passphrase_is_said_at_its_field_and_can_be_tried_again(desk, place, language) -> None:
    at = desk(language)
    choose_file(at, place)
    for _ in range(3):
        unlock(at, "not these words at all")
        assert at.page.ask.row.error() == at.page.stage.words.say("casefile.not_opened")
        assert at.has_keys() is at.page.ask.field
    at.write("x")
    assert at.page.ask.row.error() is None
    unlock(at)
    assert at.at == "college_degree"


def test_nothing_typed_is_said_too(desk, place) -> None:
    at = desk()
    choose_file(at, place)
    at.press(Qt.Key.Key_Return)
    assert at.page.ask.row.error() == "Put in a passphrase."


def test_a_file_of_another_kind_is_told(desk, tmp_path) -> None:
    other = tmp_path / "letter.txt"
    other.write_bytes(b"")
    at = desk()
    choose_file(at, other)
    unlock(at)
    assert "This is not a file that Peer Ready saved." in at.said
    at.window.speak("es")
    at.settle()
    assert "Este archivo no lo guardó Peer Ready." in at.said
    assert at.page.first() is at.page.instead


def test_where_no_passphrase_helps_none_is_asked_for_any_more(desk, place, tmp_path) -> None:
    broken = shutil.copyfile(place, tmp_path / "alone.peerready")
    whole = broken.read_bytes()
    broken.write_bytes(whole[:5000] + bytes(64) + whole[5064:])
    at = desk()
    choose_file(at, broken)
    unlock(at)
    assert "The file is damaged" in at.said
    assert "Forgot it?" not in at.said
    assert not at.page.ask.field.isVisible()
    assert at.page.ask.text() == ""
    assert at.page.instead.kind == "primary"
    assert at.has_keys() is at.page.instead
    at.dialogs.open_path = place
    at.press(Qt.Key.Key_Return)
    assert at.has_keys() is at.page.ask.field
    unlock(at)
    assert at.at == "college_degree"


def test_a_damaged_file_offers_its_copies_with_their_time(desk, place) -> None:
    open_file(place, PASSPHRASE, now).close()
    whole = place.read_bytes()
    place.write_bytes(whole[:5000] + bytes(64) + whole[5064:])
    at = desk()
    choose_file(at, place)
    unlock(at)
    assert "The file is damaged" in at.said
    assert at.page.choices[0].kind == "primary"
    assert not at.page.open.isVisible()  # it would only say the same again
    assert "2" in at.page.choices[0].words()
    unlocking = safe(at).unlocking
    at.qtbot.mouseClick(at.page.choices[0], Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: not unlocking.busy, timeout=LONG)
    at.settle()
    assert dict(at.answers) == SAID
    assert list(place.parent.glob("*.damaged"))


def test_an_older_file_says_so_and_opens_only_on_purpose(desk, place, tmp_path) -> None:
    old = tmp_path / "old"
    shutil.copyfile(place, old)
    file = open_file(place, PASSPHRASE, now)
    sitting = file.sittings(file.people()[0].id)[0]
    file.keep(sitting._replace(content={**sitting.content, "drafts": {}}))
    file.close()
    shutil.copyfile(old, place)
    at = desk()
    choose_file(at, place)
    unlock(at)
    assert "This is an older file" in at.said
    assert safe(at).keeper.file is None
    at.click("Open the older file")
    at.qtbot.waitUntil(lambda: safe(at).keeper.file is not None, timeout=LONG)
    at.settle()
    assert dict(at.answers) == SAID


def test_a_file_that_is_open_elsewhere_says_where_and_can_be_looked_at(desk, place) -> None:
    other = open_file(place, PASSPHRASE, now)
    at = desk()
    choose_file(at, place)
    unlock(at)
    assert "The file is open in another place" in at.said
    at.click("Only look")
    assert dict(at.answers) == SAID
    assert "What you change here is not saved." in at.said
    assert not at.action("file.passphrase").isEnabled()
    at.go_to("high_school")
    at.press(Qt.Key.Key_1)
    at.dialogs.agree = False
    at.window.close()
    assert len(at.dialogs.questions) == 1
    other.close()


def test_leaving_the_page_leaves_the_file(desk, place) -> None:
    other = open_file(place, PASSPHRASE, now)
    at = desk()
    choose_file(at, place)
    unlock(at)
    at.press(Qt.Key.Key_Left, ALT)
    other.close()
    assert at.at == "welcome"
    assert safe(at).keeper.file is None
    assert safe(at).unlocking.place is None


def test_what_is_opened_after_the_page_was_left_is_closed_again(desk, place) -> None:
    at = desk()
    choose_file(at, place)
    type_in(at, at.page.ask.field, PASSPHRASE)
    at.press(Qt.Key.Key_Return)
    at.press(Qt.Key.Key_Left, ALT)
    at.qtbot.waitUntil(lambda: not at.window.background.busy(), timeout=LONG)
    at.settle()
    assert at.at == "welcome"
    assert safe(at).keeper.file is None
    again = open_file(place, PASSPHRASE, now)
    assert not again.read_only
    again.close()


def test_for_whom_and_which_jobs_come_along(desk, tmp_path) -> None:
    place = tmp_path / "one.peerready"
    file = create(place, PASSPHRASE, now)
    session = Session(date(2026, 11, 1), ("tx-state",), True, SAID, "college_degree")
    file.new_sitting(file.add_person("").id, content_of(session))
    file.close()
    at = desk()
    choose_file(at, place)
    unlock(at)
    assert at.window.wish == (True, "tx-state")
    assert at.window.navigator.session.helping
