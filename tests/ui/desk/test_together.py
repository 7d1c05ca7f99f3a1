"""Sitting together: the mouse is handed over, no other name can be reached, and the passphrase leads back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from desktop_app.caseload.client import client_of
from desktop_app.ui.pages.desk_pages import DESK
from tests.conftest import TODAY
from tests.ui.desk.conftest import wait
from tests.ui.desk_scenes import CODES, PASSPHRASE, id_of
from tests.ui.one_language import texts_of
from tests.ui.window.conftest import CONTROL
from tests.ui.window.conftest import Desk as Person


def hand_over(at: Person, code: str = "D-1147"):
    """The desk, with a client's questions on show."""
    desk = at.window.keep_safe().desk
    assert desk is not None
    desk.sit_with(id_of(code))
    wait(at)
    assert at.window.navigator.begun
    return desk


def come_back(at: Person, passphrase: str = PASSPHRASE) -> None:
    at.press(Qt.Key.Key_B, CONTROL)
    at.write(passphrase)
    at.press(Qt.Key.Key_Return)
    wait(at)


def test_a_new_sitting_takes_over_what_was_said_and_the_newest_of_today_goes_on(center) -> None:
    at = center()
    desk = hand_over(at)
    before = len(desk.file.sittings(id_of("D-1147")))
    assert before == 3  # two of other days, and this one
    assert at.window.navigator.session.helping
    assert at.answers  # of the one before
    come_back(at)
    hand_over(at)
    assert len(desk.file.sittings(id_of("D-1147"))) == before
    assert at.dialogs.told[0][0] == "Hand over the mouse"


def test_who_sees_a_private_answer_is_told_as_it_is_in_a_caseload(center) -> None:
    at = center()
    hand_over(at)
    at.window.navigator.go_to("lived_experience")
    at.settle()
    assert "You, and staff of this center." in at.said
    assert "Only you." not in at.said


def test_no_name_can_be_seen_or_reached_while_it_is_handed_over(center) -> None:
    at = center()
    hand_over(at).show(id_of("D-1133"))
    assert at.window.navigator.aside == ""
    for page in ("high_school", "check", "results"):
        at.window.navigator.go_to(page)
        at.settle()
        assert not any(code in text for code in CODES for text in texts_of(at.window))
    for name in ("file.open", "file.keep", "file.passphrase", "center.own", "center.clients", "center.new"):
        assert not at.action(name).isEnabled(), name
    for page in DESK[:-1]:
        at.window.keep_safe().show_caseload(page)
        at.settle()
        assert at.window.navigator.aside == ""


def test_files_come_after(center, tmp_path) -> None:
    at = center()
    hand_over(at)
    at.dialogs.path = at.dialogs.open_path = tmp_path / "mine.pdf"
    at.press(Qt.Key.Key_O, CONTROL)
    assert at.page.stage.dialogs.ask_save_path(tmp_path, "", "") is None
    assert at.dialogs.asked == []
    assert at.dialogs.told[-1][0] == "This comes after"
    at.window.navigator.go_to("welcome")
    at.settle()
    at.click("Open saved answers")
    assert at.dialogs.asked == []
    assert at.window.navigator.aside == ""


def test_another_passphrase_leads_nowhere_and_loses_nothing(center) -> None:
    at = center()
    desk = hand_over(at)
    come_back(at, "candle river forty sock")
    assert at.window.navigator.aside == "come_back"
    assert "Nothing is lost." in at.said
    assert desk.handed_over
    assert not any(code in text for code in CODES for text in texts_of(at.window))
    at.press(Qt.Key.Key_Escape)
    assert (at.window.navigator.aside, desk.handed_over) == ("", True)


def test_the_passphrase_leads_back_to_the_client_and_what_was_said_is_kept(center) -> None:
    at = center()
    desk = hand_over(at, "D-1172")
    at.window.navigator.go_to("high_school")
    at.settle()
    at.press(Qt.Key.Key_1)
    come_back(at)
    assert at.window.navigator.aside == "client"
    assert not at.window.navigator.begun
    assert desk.chosen == id_of("D-1172")
    (sitting,) = desk.file.sittings(id_of("D-1172"))
    assert "high_school" in sitting.content["sheet"]["answers"]
    kept = next(client_of(one) for one in desk.file.people() if one.id == id_of("D-1172"))
    assert kept.seen == TODAY
    assert kept.snapshot is not None
    row = desk.row(id_of("D-1172"))
    assert row.now is not None
    assert "sitting" in [line.what for line in desk.file.log(id_of("D-1172"))]


def test_staff_look_at_results_without_handing_over_and_come_straight_back(center) -> None:
    at = center()
    desk = at.window.keep_safe().desk
    desk.look_at(id_of("D-1151"))
    wait(at)
    assert (at.at, desk.handed_over) == ("results", False)
    before = (desk.client(id_of("D-1151")), desk.file.sittings(id_of("D-1151")))
    assert len(before[1]) == 3  # none was begun for it
    assert at.action("file.save").isEnabled()
    at.window.navigator.look("plan")
    at.settle()
    at.click("Back to the caseload")
    wait(at)
    assert at.window.navigator.aside == "client"
    assert (desk.client(id_of("D-1151")), desk.file.sittings(id_of("D-1151"))) == before


def test_what_staff_put_right_is_kept_and_counts(center) -> None:
    at = center()
    desk = at.window.keep_safe().desk
    desk.look_at(id_of("D-1139"), "check")
    wait(at)
    at.window.navigator.keep("high_school", "diploma")
    at.press(Qt.Key.Key_B, CONTROL)
    wait(at)
    before, sitting = desk.file.sittings(id_of("D-1139"))
    assert before.content["sheet"]["answers"] == {}  # 100 days ago: it stays as it was said
    assert sitting.content["sheet"]["answers"] == {"high_school": "diploma"}
    assert desk.client(id_of("D-1139")).seen == TODAY


def test_there_is_nothing_to_look_at_before_the_first_sitting(center) -> None:
    at = center()
    desk = at.window.keep_safe().desk
    desk.look_at(id_of("D-1172"))
    wait(at)
    assert not at.window.navigator.begun
    assert desk.file.sittings(id_of("D-1172")) == []


def test_nothing_is_begun_where_nothing_can_be_written(center) -> None:
    at = center(read_only=True)
    desk = at.window.keep_safe().desk
    desk.sit_with(id_of("D-1147"))
    wait(at)
    assert not at.window.navigator.begun
    assert not at.page.new.isEnabled()
    assert not at.action("center.new").isEnabled()
    assert "open in another place" in at.said


def test_nothing_more_is_asked_before_a_yes_is_recorded(center) -> None:
    at = center()
    desk, of = at.window.keep_safe().desk, id_of("D-1151")
    desk.change(replace(desk.client(of), consent=None))
    desk.sit_with(of)
    wait(at)
    assert not at.window.navigator.begun
    assert at.dialogs.told[-1][0] == "Their yes is not recorded yet"
    assert at.window.navigator.aside == "client"
    at.click("They said yes")
    desk.sit_with(of)
    wait(at)
    assert at.window.navigator.begun
