"""What goes wrong around a sitting: something slow under way, a clock that was ahead, a sitting that cannot be read."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import replace
from datetime import timedelta

from desktop_app.casefile.records import Sitting
from desktop_app.ui.widgets.text_area import TextArea
from tests.caseload.files import sheet
from tests.conftest import PATIENCE, TODAY
from tests.ui.desk.conftest import codes, wait
from tests.ui.desk.test_together import come_back
from tests.ui.desk_scenes import NOW, id_of
from tests.ui.pages.use import button, click

SLOW = 0.3


def kept_names(desk) -> set[str]:
    return {one.name for one in desk.file.people()}


def test_who_is_being_deleted_does_not_come_back_by_a_tick_on_the_page_that_is_still_shown(center) -> None:
    at = center()
    desk, of = at.page.desk, id_of("D-1151")
    desk.show(of)
    wait(at)
    at.page.delete.fold.fold_out(True)
    at.settle()
    desk.file.slow = SLOW
    click(at.qtbot, at.page.delete.button)
    assert at.dialogs.asked == ["Delete D-1151 for good?"]
    click(at.qtbot, at.page.papers.boxes()[0])
    desk.change(replace(desk.client(id_of("D-1120")), languages=("es",)))
    wait(at)
    assert "D-1151" not in kept_names(desk)
    assert at.window.keep_safe().keeper.now.phase == "saved"  # and what came after it is written
    kept = next(one for one in desk.file.people() if one.id == id_of("D-1120"))
    assert kept.content["languages"] == ["es"]


def test_who_was_deleted_is_in_no_list_though_the_page_was_left_meanwhile(center) -> None:
    at = center()
    desk = at.page.desk
    desk.set_months(3)
    desk.go("log")
    wait(at)
    row = next(one for one in at.page.retention.list.list.rows if one.words() == "D-1090")
    click(at.qtbot, row)
    desk.file.slow = SLOW
    click(at.qtbot, at.page.retention.delete)
    desk.go("clients")
    wait(at)
    assert "D-1090" not in kept_names(desk)
    assert "D-1090" not in codes(at)


def test_who_was_brought_in_is_in_the_list_though_the_page_was_left_meanwhile(center, tmp_path) -> None:
    at = center("exchange")
    desk = at.page.desk
    path = tmp_path / "one.json"
    long_ago = TODAY - timedelta(days=95)
    path.write_text(json.dumps({"name": "D-2001", **sheet(day=long_ago)}), encoding="utf-8")
    at.dialogs.open_paths = [path]
    click(at.qtbot, button(at.page, "Choose sheets…"))
    wait(at)
    desk.file.slow = SLOW
    at.page.view.on()
    desk.go("clients")
    wait(at)
    assert "D-2001" in codes(at)
    client = next(row.client for row in desk.rows if row.client.name == "D-2001")
    assert client.seen == long_ago  # not the day on which it was brought in
    assert client.snapshot.as_of == long_ago


def test_what_is_said_after_a_clock_was_ahead_is_what_counts(center) -> None:
    at = center()
    desk, of = at.page.desk, id_of("D-1172")
    ahead = NOW + timedelta(days=30)
    said = desk.file.sittings(id_of("D-1151"))[-1].content
    desk.file.take_in([Sitting("f" * 16, of, ahead, ahead, said)])
    for expected in (2, 2):  # one more, and that one goes on for the rest of the day
        desk.sit_with(of)
        wait(at)
        at.window.navigator.keep("high_school", None)
        come_back(at)
        sittings = desk.file.sittings(of)
        assert len(sittings) == expected
        assert "high_school" in sittings[0].content["sheet"]["answers"]
        assert "high_school" not in sittings[-1].content["sheet"]["answers"]
    assert desk.file.latest()[of] == sittings[-1]


def test_an_answer_put_right_by_staff_leaves_the_sitting_before_as_it_was(center) -> None:
    at = center()
    desk, of = at.page.desk, id_of("D-1151")
    before = desk.file.sittings(of)
    desk.look_at(of, "check")
    wait(at)
    for answer in ("ged_or_hiset", None):
        at.window.navigator.keep("high_school", answer)
    at.click("Back to the caseload")
    wait(at)
    *same, newest = desk.file.sittings(of)
    assert same == before
    assert newest.content["sheet"]["as_of"] == TODAY.isoformat()
    assert "high_school" not in newest.content["sheet"]["answers"]
    assert {line.what for line in desk.file.log(of)} == {"opened", "sitting"}
    assert desk.client(of).seen == TODAY


def test_it_cannot_be_changed_how_soon_it_locks_while_a_client_has_the_mouse(center) -> None:
    at = center()
    assert at.action("view.minutes.30").isEnabled()
    at.page.desk.sit_with(id_of("D-1151"))
    wait(at)
    assert not at.action("view.minutes.30").isEnabled()


def test_a_sitting_that_cannot_be_read_keeps_nobody_from_the_next_one(center) -> None:
    at = center()
    desk, of = at.page.desk, id_of("D-1151")
    before = desk.file.sittings(of)[-1].content["sheet"]["answers"]
    desk.file.take_in([Sitting("f" * 16, of, NOW, NOW, {"of": "a newer program"})])
    desk.sit_with(of)
    wait(at)
    assert at.window.navigator.session.answers == before
    come_back(at)
    assert desk.file.latest()[of].content["sheet"]["answers"] == before


def test_a_note_that_cannot_be_written_stands_in_its_field_again(center) -> None:
    at = center()
    desk, of = at.page.desk, id_of("D-1151")
    note = desk.file.add_note(of, "Called on Monday")
    desk.show(of)
    wait(at)
    desk.file.gone = True
    at.page.notes.new.area.setPlainText("Bring the papers")
    at.click("Keep this note")
    at.click("Correct")
    at.page.notes.findChildren(TextArea)[-1].setPlainText("Called on Tuesday")
    at.click("Keep the change")
    wait(at)
    assert len(at.dialogs.told) == 2
    assert at.page.notes.new.area.toPlainText() == "Bring the papers"
    assert at.page.notes.findChildren(TextArea)[-1].toPlainText() == "Called on Tuesday"
    desk.file.gone = False
    desk.go("clients")
    desk.show(of)  # and still when one comes back
    wait(at)
    at.click("Keep the change")
    at.click("Keep this note")
    wait(at)
    assert [one.text for one in desk.file.notes(of)] == ["Bring the papers", "Called on Tuesday"]
    assert note.id in {one.id for one in desk.file.notes(of)}


def test_what_is_changed_while_everyone_is_read_anew_stays(center) -> None:
    at = center()
    desk, of = at.page.desk, id_of("D-1151")
    people = desk.file.people

    def slowly():
        found = people()
        read.set()
        time.sleep(SLOW)
        return found

    read = threading.Event()
    desk.file.people = slowly
    desk.read_anew()
    read.wait(PATIENCE / 1000)
    desk.change(replace(desk.client(of), languages=("es",)))
    wait(at)
    assert desk.client(of).languages == ("es",)
