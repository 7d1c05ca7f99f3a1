"""The log in words, and records that are due: what is deleted is gone after one question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.desk.conftest import wait
from tests.ui.desk_scenes import CODES, id_of
from tests.ui.pages.use import button, click, said


@pytest.fixture
def log(center):
    """The page, with some of what was done; what is kept is due after three months."""

    def open_(**more):
        at = center("clients", **more)
        file = at.page.desk.file
        if not file.read_only:
            for what, code in (("opened", "D-1147"), ("note", "D-1147"), ("paper", "D-1151")):
                file.tell_log(what, id_of(code))
            file.tell_log("deleted", "f" * 16)
            file.tell_log("exported")
            at.page.desk.set_months(3)
        at.page.desk.go("log")
        wait(at)
        return at

    return open_


def lines(at) -> str:
    return said(at.page.lines)


def choose(at, code: str) -> None:
    row = next(one for one in at.page.retention.list.list.rows if one.words() == code)
    click(at.qtbot, row)
    at.settle()


def test_it_says_in_words_what_was_done_the_newest_first(log) -> None:
    at = log()
    told = [
        *("The caseload: time to keep records changed", "The caseload: list or clients copied to a file"),
        *("A client was deleted", "D-1151: a paper seen", "D-1147: a note changed"),
        "D-1147: opened",
    ]
    places = [lines(at).index(one) for one in told]
    assert places == sorted(places)


def test_it_is_looked_through_for_a_client(log) -> None:
    at = log()
    click(at.qtbot, at.page.search)
    at.write("1147")
    at.qtbot.waitUntil(lambda: "2 lines in all." in lines(at))
    assert "D-1151" not in lines(at)
    at.write("x")
    at.qtbot.waitUntil(lambda: "Nothing is in the log for this name or code." in lines(at))


def test_with_nothing_in_it_there_is_nothing_to_look_through(center) -> None:
    at = center("log")
    wait(at)
    assert "Nothing is in the log yet." in lines(at)
    assert not at.page.search.isVisible()


def test_the_time_to_keep_is_set_and_what_cannot_be_is_told(log) -> None:
    at = log()
    field = at.page.retention.months
    for typed, says in (
        ("0", "from 1 to 600"),
        ("24", "is due 24 months after"),
        ("", "no record is due by itself"),
    ):
        field.setFocus()
        field.selectAll()
        at.write(typed) if typed else at.press(Qt.Key.Key_Delete)
        at.press(Qt.Key.Key_Return)
        wait(at)
        assert says in at.said
    assert at.page.desk.keep_months == 0
    assert "none is due" in at.said
    assert at.page.desk.file.setting("caseload") == {"keep_months": 0}


def test_records_that_are_due_are_deleted_for_good_after_one_question(log) -> None:
    at = log()
    choose(at, "D-1090")
    choose(at, "D-1139")
    click(at.qtbot, button(at.page, "Delete 2 for good…"))
    wait(at)
    assert at.dialogs.asked == ["Delete for good?"]
    assert "D-1090 and D-1139" in at.dialogs.questions[0]
    gone = {id_of("D-1090"), id_of("D-1139")}
    assert not gone & {one.id for one in at.page.desk.file.people()}
    assert not gone & {row.client.id for row in at.page.desk.rows}
    assert "2 records are gone for good" in at.said
    assert at.has_keys() is not None
    assert lines(at).count("A client was deleted") == 3
    assert "D-1090" not in said(at.page)


def test_nobody_is_deleted_without_a_yes(log) -> None:
    at = log()
    at.dialogs.agree = False
    choose(at, "D-1090")
    click(at.qtbot, button(at.page, "Delete 1 for good…"))
    wait(at)
    assert len(at.page.desk.rows) == len(CODES)
    assert len(at.page.desk.file.people()) == len(CODES)


def test_files_that_may_still_hold_them_are_named(log, monkeypatch, tmp_path) -> None:
    at = log()
    monkeypatch.setattr(at.page.desk.file, "delete_people", lambda ids: (tmp_path / "old copy.peerready",))
    choose(at, "D-1090")
    click(at.qtbot, button(at.page, "Delete 1 for good…"))
    wait(at)
    assert "may still hold them" in at.said
    assert "old copy.peerready" in at.said


def test_where_nothing_can_be_written_it_can_be_read(log) -> None:
    at = log(read_only=True)
    assert "D-1090. Kept until September 28, 2026." in at.said
    assert not at.page.retention.keep.isVisible()
    assert at.page.retention.delete is None
