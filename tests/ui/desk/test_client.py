"""A client's own page: what it says at once and after reading, and everything that can be done on it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.caseload.client import NextDate
from desktop_app.ui.pages.client import ClientPage
from desktop_app.ui.pages.clients import ClientsPage
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.progress_bars import ProgressBars
from tests.conftest import TODAY
from tests.ui.desk.conftest import click_row, wait
from tests.ui.desk_scenes import id_of
from tests.ui.pages.use import button, click
from tests.ui.tree import spoken

PAPERS = "ca-calaveras/certificate/gather_papers"


@pytest.fixture
def client(center):
    """The page of one client, with everything read."""

    def open_(code: str = "D-1151", **more):
        at = center("clients", **more)
        at.page.desk.show(id_of(code))
        wait(at)
        assert isinstance(at.page, ClientPage)
        return at

    return open_


def told(at):
    """Without the breaks that are forbidden."""
    return at.said.replace("\N{NO-BREAK SPACE}", " ")


def kept(at, code: str = "D-1151"):
    found = at.page.desk.client(id_of(code))
    assert found is not None
    return found


def in_file(at, code: str = "D-1151"):
    """The same as the file has it."""
    wait(at)
    return next(one for one in at.page.desk.file.people() if one.id == id_of(code))


def logged(at, code: str = "D-1151") -> list[str]:
    wait(at)
    return [line.what for line in at.page.desk.file.log(of=id_of(code))]


def unfold(at, title: str):
    fold = next(one for one in at.page.findChildren(FoldNote) if one.head.accessibleName() == title)
    if not fold.is_open():
        click(at.qtbot, fold.head)
        at.settle()
    return fold


def tick(at, words: str):
    box = next(one for one in at.page.findChildren(Check) if one.accessibleName() == words)
    click(at.qtbot, box)
    at.settle()
    return box


# ---------------------------------------------------------------- what it says


def test_it_says_where_a_client_stands_and_what_changed_of_them(client) -> None:
    at = client()
    said = told(at)
    assert "Third sitting, Nov 20, 2026. Speaks English." in said
    assert "Matches now" in said
    assert "California, Specialist I: “Can't tell yet” before, now “Matches now”" in said
    assert "First sitting, with" in said
    assert "Your client's answers would match on" in said  # a plan, told of the client
    # A day after the last step says what it waits for.
    assert "Keep going until Feb 28, 2027 or later." in said
    assert "Kept until Nov 20, 2027." in said


def test_the_bars_say_in_words_what_they_show(client) -> None:
    at = client()
    first = at.page.findChildren(ProgressBars)[0]
    assert spoken(first).role().name == "Graphic"
    assert "2 of 4 things were in place. On Oct 2, 2026 it was 4 of 4." in first.accessibleName()
    assert at.said.count(first.accessibleName()) == 2  # and below, to be read


def test_who_was_never_met_has_no_past_and_no_steps(client) -> None:
    at = client("D-1172")
    said = at.said
    assert "No sitting yet." in said
    assert "Since the first sitting" not in said
    assert "Next steps" not in said
    assert "Results" not in [button.words() for button in at.page.findChildren(type(at.page.copy))]


def test_opening_a_client_is_logged(client) -> None:
    at = client()
    assert logged(at) == ["opened"]


# ---------------------------------------------------------------- the next date


def test_half_a_next_date_is_asked_about_before_closing(client) -> None:
    at = client()
    unfold(at, "Set the next date")
    form = at.page.next
    at.dialogs.agree = False
    form.day.date.month.setCurrentIndex(10)
    assert not at.window.close()
    assert "A name or a next date of a client is not kept yet." in at.dialogs.questions[-1]
    form.day.date.day.setCurrentIndex(29)
    at.qtbot.keyClicks(form.day.date.year, "2026")
    click(at.qtbot, form.keep)
    at.qtbot.keyClicks(form.text, " Call   the county ")
    assert not at.window.close()
    at.qtbot.keyClick(form.text, Qt.Key.Key_Return)
    at.settle()
    asked = len(at.dialogs.questions)
    assert at.window.close()
    assert len(at.dialogs.questions) == asked


def test_a_name_that_was_typed_and_not_kept_is_asked_about_before_closing(client) -> None:
    at = client()
    unfold(at, "Correct their name or languages")
    at.qtbot.keyClicks(at.page.correct.name, "a")
    at.dialogs.agree = False
    assert not at.window.close()
    at.qtbot.keyClick(at.page.correct.name, Qt.Key.Key_Backspace)
    assert at.window.close()


def test_a_next_date_is_set_and_taken_away(client) -> None:
    at = client()
    unfold(at, "Set the next date")
    form = at.page.next
    click(at.qtbot, form.keep)
    at.settle()
    assert form.day.error() == "Put in a day."
    form.day.date.month.setCurrentIndex(10)
    form.day.date.day.setCurrentIndex(20)
    at.qtbot.keyClicks(form.day.date.year, "2026")
    click(at.qtbot, form.keep)
    at.settle()
    assert form.day.error() == "This day has passed. Put in November 22, 2026 or a later day."
    form.day.date.day.setCurrentIndex(29)
    at.qtbot.keyClicks(form.text, " Call   the county ")
    at.qtbot.keyClick(form.text, Qt.Key.Key_Return)
    at.settle()
    assert kept(at).next == NextDate(date(2026, 11, 30), "Call the county")
    assert "On November 30, 2026" in at.said
    assert in_file(at).content["next"]["text"] == "Call the county"
    click(at.qtbot, form.clear)
    at.settle()
    assert kept(at).next is None
    assert at.has_keys() is form.keep
    assert logged(at) == ["next", "next", "opened"]


def test_what_is_half_filled_in_outlives_another_language(client) -> None:
    at = client()
    unfold(at, "Set the next date")
    at.qtbot.keyClicks(at.page.next.text, "Call")
    at.qtbot.keyClicks(at.page.notes.new.area, "Half a note")
    at.window.speak("es")
    wait(at)
    assert at.page.next.fold.is_open()
    assert at.page.next.text.text() == "Call"
    assert at.page.notes.new.area.toPlainText() == "Half a note"


# ---------------------------------------------------------------- papers and steps


def test_a_paper_that_was_seen_stands_apart_from_what_was_told(client) -> None:
    at = client()
    box = tick(at, "California certificate")
    assert kept(at).papers["ca_certificate"] == TODAY
    assert box.accessibleDescription().startswith("We saw it on Nov 22, 2026. Your client told us")
    at.qtbot.keyClick(box, Qt.Key.Key_Space)  # it has the keys still
    at.settle()
    assert "ca_certificate" not in kept(at).papers
    assert at.has_keys() is box
    assert in_file(at).content["papers"] == {"government_photo_id": "2026-11-20", "high_school": "2026-11-20"}
    assert logged(at) == ["paper", "paper", "opened"]


def test_a_step_is_ticked_off_and_stays_when_the_plan_is_another(client) -> None:
    at = client()
    tick(at, "Gather the papers")
    assert kept(at).done == {PAPERS: TODAY}
    assert "Done. Ticked on Nov 22, 2026." in at.said
    at.page.desk.change(replace(kept(at), done={PAPERS: TODAY, "tx-state/gone/decision": TODAY}))
    at.settle()
    assert "Done before" in at.said
    assert logged(at) == ["changed", "step", "opened"]


# ---------------------------------------------------------------- notes


def test_notes_are_added_corrected_and_deleted(client) -> None:
    at = client()
    at.click("Keep this note")
    assert at.page.notes.new.error() == "Write something first."
    at.qtbot.keyClicks(at.page.notes.new.area, "Bring the papers")
    at.click("Keep this note")
    wait(at)
    assert at.page.notes.new.area.toPlainText() == ""
    assert "Bring the papers" in at.said
    at.click("Correct")
    at.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    at.write(" on Monday")
    at.click("Keep the change")
    wait(at)
    assert [note.text for note in at.page.desk.file.notes(id_of("D-1151"))] == ["Bring the papers on Monday"]
    at.dialogs.agree = False
    at.click("Delete")
    wait(at)
    assert at.page.desk.file.notes(id_of("D-1151")) != []
    at.dialogs.agree = True
    at.click("Delete")
    wait(at)
    assert at.page.desk.file.notes(id_of("D-1151")) == []
    assert "No notes yet." in at.said
    assert logged(at) == ["note", "note", "note", "opened"]


def test_a_note_that_is_left_as_it_was_is_not_changed(client) -> None:
    at = client()
    at.page.desk.file.add_note(id_of("D-1151"), "As it was")
    at.page._reader.look(at.page.of)
    wait(at)
    at.click("Correct")
    at.write("More")
    at.click("Leave it as it was")
    assert [note.text for note in at.page.desk.file.notes(id_of("D-1151"))] == ["As it was"]
    assert at.has_keys().words() == "Correct"


def test_half_a_note_is_there_when_one_comes_back_and_asked_about_before_closing(client) -> None:
    at = client()
    at.qtbot.keyClicks(at.page.notes.new.area, "Half a note")
    at.page.desk.go("numbers")
    at.settle()
    at.dialogs.agree = False
    assert not at.window.close()
    assert "A note about a client is not kept yet." in at.dialogs.questions[-1]
    at.page.desk.go("clients")
    at.page.desk.show(id_of("D-1151"))
    wait(at)
    assert at.page.notes.new.area.toPlainText() == "Half a note"


def test_a_note_has_a_greatest_length(client) -> None:
    at = client()
    at.page.notes.new.area.setPlainText("x" * 4001)
    at.click("Keep this note")
    wait(at)
    assert at.page.notes.new.error() == "This is too long for a note. Use 4000 letters or fewer."
    assert at.page.desk.file.notes(id_of("D-1151")) == []


# ---------------------------------------------------------------- their rights


@pytest.mark.parametrize("form", ["web", "text", "sheet"])
def test_a_client_is_given_their_record(client, tmp_path: Path, form: str) -> None:
    at = client()
    at.dialogs.path = tmp_path / "record"
    unfold(at, "Give your client their record")
    at.page.record.form.rows[("web", "text", "sheet").index(form)].click()
    at.click("Save the record…")
    wait(at)
    written = at.dialogs.path.read_text(encoding="utf-8")
    if form == "sheet":
        assert json.loads(written)["answers"]["high_school"]
    else:
        assert "Your record" in written
        assert written.startswith("<!DOCTYPE html>") is (form == "web")
    assert "Saved as record. Give it to your client" in at.said
    assert logged(at) == ["exported", "opened"]


def test_where_it_cannot_be_written_that_is_said(client, tmp_path: Path) -> None:
    at = client()
    at.dialogs.path = tmp_path / "nowhere" / "record"
    unfold(at, "Give your client their record")
    at.click("Save the record…")
    wait(at)
    assert "Choose another place" in at.said or "choose another place" in at.said
    assert logged(at) == ["opened"]


def test_a_name_is_corrected_but_never_to_one_that_is_taken(client) -> None:
    at = client()
    unfold(at, "Correct their name or languages")
    form = at.page.correct
    form.name.selectAll()
    at.qtbot.keyClicks(form.name, "d-1147")
    click(at.qtbot, form.keep)
    at.settle()
    assert kept(at).name == "D-1151"
    assert "There is a client called d-1147 already." in at.said
    form.name.selectAll()
    at.qtbot.keyClicks(form.name, "D-1152")
    click(at.qtbot, form.spoken["es"])
    click(at.qtbot, form.keep)
    at.settle()
    assert (kept(at).name, kept(at).languages) == ("D-1152", ("en", "es"))
    assert at.window.frame.strip.where.text() == "D-1152"
    assert at.page.name == "D-1152"
    assert in_file(at).name == "D-1152"
    assert logged(at) == ["changed", "opened"]


def test_a_yes_that_is_missing_is_told_and_recorded(client) -> None:
    at = client()
    at.page.desk.change(replace(kept(at), consent=None), log=None)
    at.settle()
    assert "Their yes is not recorded yet" in at.said
    assert button(at.page, "Go on with questions").kind == "secondary"  # not before they said yes
    at.click("Ask for their yes")
    assert at.page.consent.shown.rows[0].hasFocus()
    at.page.consent.shown.rows[1].click()
    at.settle()
    assert "¿Puede este centro" in at.said or "guard" in at.said
    at.click("They said yes")
    assert kept(at).consent == (TODAY, "es", "1")
    assert "Their yes is not recorded yet" not in at.said
    assert logged(at) == ["consent", "opened"]


def test_the_words_for_a_yes_stand_in_the_language_of_the_client(client) -> None:
    at = client()
    at.page.desk.change(replace(kept(at), consent=None, languages=("es",)), log=None)
    at.settle()
    at.click("Ask for their yes")
    assert at.page.consent.shown.value() == "es"
    assert "¿Puede este centro" in at.said


def test_a_record_is_deleted_after_one_question(client, tmp_path: Path, monkeypatch) -> None:
    at = client()
    at.page.desk.arrange(find="D-1151")
    unfold(at, "Delete their record for good")
    at.dialogs.agree = False
    at.click("Delete for good…")
    wait(at)
    assert at.page.name == "D-1151"
    assert "every sitting and answer, notes, papers" in at.dialogs.questions[-1]
    at.dialogs.agree = True
    file = at.page.desk.file
    delete, left = file.delete_people, tmp_path / "old.damaged"
    monkeypatch.setattr(file, "delete_people", lambda ids: (*delete(ids), left))
    at.click("Delete for good…")
    wait(at)
    assert type(at.page) is ClientsPage
    assert at.page.desk.client(id_of("D-1151")) is None
    assert at.page.desk.listing.find == ""
    assert id_of("D-1151") not in [one.id for one in file.people()]
    assert file.sittings(id_of("D-1151")) == []
    assert "old.damaged" in at.dialogs.told[-1][1]
    assert file.log(of=id_of("D-1151"))[0].what == "deleted"


def test_a_deletion_that_came_to_nothing_can_be_tried_again(client) -> None:
    at = client()
    unfold(at, "Delete their record for good")
    at.page.desk.file.read_only = True
    at.click("Delete for good…")
    wait(at)
    assert at.dialogs.told != []
    assert kept(at)
    assert at.page.delete.button.isEnabled()


# ---------------------------------------------------------------- reports and read only


def test_a_staff_copy_is_saved_and_stands_among_the_reports(client, tmp_path: Path) -> None:
    at = client()
    assert "None yet." in at.said
    at.dialogs.path = tmp_path / "copy.pdf"
    at.click("Save a staff copy…")
    wait(at)
    assert at.dialogs.path.read_bytes().startswith(b"%PDF")
    assert "None yet." not in at.said
    assert logged(at) == ["report", "opened"]


def test_where_nothing_can_be_written_nothing_can_be_changed(client) -> None:
    at = client(read_only=True)
    assert "You can look, but not change anything" in at.said
    assert not any(box.isEnabled() for box in (*at.page.papers.boxes(), *at.page.steps.findChildren(Check)))
    shown = [fold.head.accessibleName() for fold in at.page.findChildren(FoldNote)]
    assert shown == ["Give your client their record", "Their yes to being kept"]
    assert at.page.notes.add.isVisible() is False


def test_who_was_never_met_is_not_said_to_have_kept_silent(client) -> None:
    at = client("D-1172")
    assert "Your client did not say." not in at.said
    assert "Start the questions" in at.said
    assert not at.page.copy.isVisible()  # of no answers there is no report


def test_nothing_is_given_out_that_could_not_stand_in_the_log(client, tmp_path: Path) -> None:
    at = client(read_only=True)
    at.dialogs.path = tmp_path / "out"
    unfold(at, "Give your client their record")
    at.page.record.save.click()
    at.click("Save a staff copy…")
    wait(at)
    assert at.dialogs.asked == []
    assert at.dialogs.told[-1][0] == "You can look, but not change anything"
    assert list(tmp_path.iterdir()) == []


# ---------------------------------------------------------------- beside the list


def test_the_panel_follows_the_list_and_a_paper_is_ticked_in_it(center) -> None:
    at = center("clients")
    click_row(at, "D-1151")
    at.qtbot.waitUntil(lambda: "Third sitting" in at.said)
    wait(at)
    assert "Since the first sitting" in at.said
    assert "6 questions answered now" in at.said
    box = tick(at, "Photo ID")
    assert "government_photo_id" not in kept(at).papers
    assert at.has_keys() is box or not box.isVisible()
    click_row(at, "D-1120")
    at.qtbot.waitUntil(lambda: "California certificate" in told(at) and "D-1151" not in panel_said(at))
    at.click("Open their page")
    wait(at)
    assert (type(at.page), at.page.name) == (ClientPage, "D-1120")


def panel_said(at) -> str:
    from desktop_app.ui.pages.client_panel import ClientPanel

    panel: QWidget = at.page.findChild(ClientPanel)
    return panel.accessibleName()
