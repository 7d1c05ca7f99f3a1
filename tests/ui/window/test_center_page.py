"""The center's own page by clicks and keys: filled in, put right, kept, carried to another computer, removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.center import Center, Entry, OwnLine, read_center, written
from desktop_app.i18n import LANGUAGES
from desktop_app.ui.pages.center_draft import Place
from desktop_app.ui.widgets.error_summary import ErrorSummary
from tests.ui.pages.use import click
from tests.ui.window.conftest import ALT, Desk

OURS = Center(
    name="Sierra", phone="209-555-0100", places=(Entry(name="Drop-In"), Entry(name="Library", how="Main St"))
)


@pytest.fixture
def page(desk) -> Desk:
    at: Desk = desk()
    at.window.show_beside("center")
    at.settle()
    return at


def kept(at: Desk) -> Center | None:
    return at.window.own_center.now


def field(at: Desk, label: str, number: int = 0):
    return at.page.form.rows[Place(label, number)].field


def fill(at: Desk, label: str, text: str, number: int = 0) -> None:
    click(at.qtbot, field(at, label, number))
    at.write(text)


def test_from_the_menu_in_both_languages(desk) -> None:
    for language in LANGUAGES:
        at = desk(language)
        at.action("center.own").trigger()
        at.settle()
        assert at.page.name == at.window.words.say("center.title")
        at.press(Qt.Key.Key_Left, ALT)
        assert at.window.navigator.aside == ""


def test_what_is_filled_in_is_kept_only_when_it_is_saved(page: Desk) -> None:
    assert "Not saved on this computer yet." in page.said
    fill(page, "name", "Sierra & <b>Sons</b>")
    fill(page, "phone", " 209-555-0100 ")
    page.click("Add a place")
    page.write("Library")  # the keys are in the new one
    assert "Not saved yet." in page.said
    assert kept(page) is None
    page.click("Save on this computer")
    assert kept(page) == Center(
        name="Sierra & <b>Sons</b>", phone="209-555-0100", places=(Entry(name="Library"),)
    )
    assert "Saved on this computer." in page.said
    assert "Kept on this computer." in page.said


def test_enter_saves_too(page: Desk) -> None:
    fill(page, "name", "Sierra")
    page.press(Qt.Key.Key_Return)
    assert kept(page) == Center(name="Sierra")


def test_what_is_not_saved_outlives_language_size_and_a_look_elsewhere(page: Desk) -> None:
    fill(page, "support_name", "Our line")
    page.click("Add a trainer")
    page.write("M. Ortega")
    page.window.speak("es")
    page.window.zoom(2.0)
    page.settle()
    assert field(page, "trainers_name", 2).text() == "M. Ortega"
    page.press(Qt.Key.Key_Left, ALT)
    page.window.show_beside("center")
    page.settle()
    assert field(page, "support_name").text() == "Our line"
    assert "Todavía sin guardar." in page.said


def test_what_is_wrong_is_said_on_top_and_beside_the_field(page: Desk) -> None:
    fill(page, "places_how", "209-555-0100", 1)
    fill(page, "support_name", "Our line")
    page.click("Save on this computer")
    summary = page.has_keys()
    assert isinstance(summary, ErrorSummary)
    assert "2 things to put right" in page.said
    page.click("Place 1: name. Put in a name, or take this one away.")
    assert page.has_keys() is field(page, "places_name", 1)
    assert kept(page) is None
    page.write("Drop-In")
    assert page.page.form.rows[Place("places_name", 1)].error() is None
    assert page.page.form.rows[Place("support_how")].error() == "Put in the number, or clear the name."


def test_what_is_wrong_stays_in_the_other_language(page: Desk) -> None:
    fill(page, "places_how", "209-555-0100", 1)
    fill(page, "support_name", "Our line")
    page.click("Save on this computer")
    page.window.speak("es")
    page.settle()
    assert isinstance(page.has_keys(), ErrorSummary)
    assert "2 cosas por corregir" in page.said
    fill(page, "places_name", "Drop-In", 1)
    page.window.speak("en")
    page.settle()
    assert "One thing to put right" in page.said
    assert page.page.form.rows[Place("support_how")].error() == "Put in the number, or clear the name."


def test_a_line_that_is_too_long_is_told_and_not_cut(page: Desk) -> None:
    fill(page, "name", "x" * 81)
    page.click("Save on this computer")
    assert "Name of the center. Make it shorter: 80 letters at most." in page.said
    assert field(page, "name").text() == "x" * 81


def test_signs_that_cannot_be_shown_are_told(page: Desk) -> None:
    field(page, "name").insert("Sierra\u202e")
    page.click("Save on this computer")
    assert "Some signs in here can't be shown. Type it again." in page.said


def test_taking_one_away_moves_the_others_up(page: Desk) -> None:
    page.window.own_center.keep(OURS)
    page.window.navigator.moved.emit()
    page.settle()
    away = next(
        one
        for one in page.page.findChildren(type(page.page.remove))
        if one.accessibleName() == "Take away place 1" and one.isVisible()
    )
    click(page.qtbot, away)
    page.settle()
    assert page.has_keys() is field(page, "places_name", 1)
    page.click("Save on this computer")
    assert kept(page) == Center(
        name="Sierra", phone="209-555-0100", places=(Entry(name="Library", how="Main St"),)
    )


def test_it_can_be_removed_after_a_question(page: Desk) -> None:
    assert not page.page.remove.isVisible()
    page.window.own_center.keep(OURS)
    page.window.navigator.moved.emit()
    page.settle()
    page.dialogs.agree = False
    page.click("Remove our center's page")
    assert kept(page) == OURS
    page.dialogs.agree = True
    page.click("Remove our center's page")
    assert kept(page) is None
    assert field(page, "name").text() == ""
    assert not page.page.remove.isVisible()


def test_an_emptied_page_is_no_page(page: Desk) -> None:
    page.click("Save on this computer")
    assert kept(page) is None
    assert "Nothing is filled in, so nothing is kept." in page.said


def test_it_goes_to_another_computer_by_a_file(page: Desk, tmp_path: Path) -> None:
    file = tmp_path / "ours.json"
    fill(page, "name", "Sierra")
    page.dialogs.path = page.dialogs.open_path = file
    page.click("Write to a file…")
    assert read_center(file.read_bytes()) == Center(name="Sierra")
    assert kept(page) is None
    file.write_bytes(written(OURS))
    page.click("Read from a file…")
    assert field(page, "places_name", 2).text() == "Library"
    assert kept(page) is None  # looked over first
    page.click("Save on this computer")
    assert kept(page) == OURS


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\xff", b'{"peer_ready_center": 1, "name": 3}', b" " * 100_000]
)
def test_a_file_that_is_no_page_is_told_of_and_changes_nothing(page: Desk, tmp_path: Path, content) -> None:
    file = tmp_path / "ours.json"
    file.write_bytes(content)
    fill(page, "name", "Sierra")
    page.dialogs.open_path = file
    page.click("Read from a file…")
    assert field(page, "name").text() == "Sierra"
    assert "center's page" in page.said.replace("Our center's own page", "").replace("our center's page", "")


def test_a_file_that_is_not_there_or_cannot_be_written(page: Desk, tmp_path: Path) -> None:
    page.dialogs.open_path = tmp_path / "nowhere.json"
    page.click("Read from a file…")
    assert "This file can't be opened." in page.said
    page.dialogs.path = tmp_path / "no" / "folder.json"
    page.click("Write to a file…")
    assert "This file can't be written." in page.said


class Broken:
    """Settings that somebody wrote into, on a disk that is full."""

    def __init__(self) -> None:
        self.center = {"name": ["no", "text"], "client": {}}

    def keep_center(self, center: object) -> None:
        raise OSError


def test_what_is_kept_and_is_no_page_is_told_and_shows_nowhere(desk) -> None:
    at: Desk = desk()
    at.window.own_center._keeping = Broken()
    at.window.own_center._read = False
    at.window.show_beside("center")
    at.settle()
    assert "can't be used, so it shows nowhere" in at.said
    at.click("Save on this computer")
    assert "The page can't be kept on this computer." in at.said
    at.press(Qt.Key.Key_Left, ALT)
    at.go_to("plan", {})
    assert "Who can help" not in at.said


def test_its_names_stand_in_results_plan_and_rail(desk) -> None:
    at: Desk = desk()
    at.window.own_center.keep(
        Center(
            name="<img src=x> & Sons",
            phone="209-555-0100",
            support=OwnLine(name="Warm Line", how="209-555-0188"),
            trainers=(Entry(name="</para>"),),
        )
    )
    at.use_sheet("four-months-and-counting", "results")
    assert "Warm Line, 209-555-0188." in at.said
    assert "Who can help: " in at.said
    assert "<img src=x> & Sons, 209-555-0100" in at.said
    at.window.look("plan")
    at.settle()
    at.page.plan_for("ca-calaveras-2")
    at.settle()
    assert "Who can help: </para>; <img src=x> & Sons, 209-555-0100" in at.said
