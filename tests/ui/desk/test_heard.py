"""A caseload by ear: what is wrong is said at once, a row is chosen by a screen reader's own way, and where one is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.widgets.desk_rail import DeskStop
from tests.ui.desk.conftest import row_of, wait
from tests.ui.desk_scenes import id_of
from tests.ui.pages.use import click
from tests.ui.test_heard import Said, heard
from tests.ui.tree import Role, name, press, spoken, walk

__all__ = ["heard"]  # the fixture


@pytest.fixture
def client(center):
    def open_(code: str = "D-1151"):
        at = center("clients")
        at.page.desk.show(id_of(code))
        wait(at)
        return at

    return open_


def test_what_is_wrong_in_a_clients_forms_is_said_at_once(client, heard) -> None:
    at = client()
    click(at.qtbot, at.page.notes.add)
    assert heard[-1] == Said("Write something first.", at_once=True)
    assert at.has_keys() is at.page.notes.new.area

    click(at.qtbot, at.page.next.fold.head)
    at.page.next.text.setFocus()
    at.press(Qt.Key.Key_Return)
    assert heard[-1] == Said("Put in a day.", at_once=True)
    assert at.has_keys() is at.page.next.day.date.month

    click(at.qtbot, at.page.correct.fold.head)
    field = at.page.correct.name
    field.setFocus()
    field.selectAll()
    at.write("d-1147")
    at.press(Qt.Key.Key_Return)  # in the field already: nothing else would tell of it
    assert heard[-1].at_once
    assert "There is a client called d-1147 already." in heard[-1].words
    assert at.has_keys() is field


def test_a_row_that_a_screen_reader_selects_is_chosen(center) -> None:
    at = center()
    press(at.page.table, at.page.table.lines.line(row_of(at, "D-1120")).told)
    at.settle()
    wait(at)
    assert at.page.desk.chosen == id_of("D-1120")
    assert at.page.table.current() == id_of("D-1120")


def test_a_page_that_is_come_to_anew_begins_from_its_top(center) -> None:
    at = center()
    at.page.desk.show(id_of("D-1151"))
    wait(at)
    at.page.notes.new.area.setFocus()
    at.action("center.today").trigger()
    wait(at)
    at.page.desk.show(id_of("D-1120"))
    wait(at)
    assert at.has_keys().accessibleName() == "D-1120"


def test_the_rail_tells_where_one_is_and_groups_are_told_by_their_name(center) -> None:
    at = center("numbers")
    stops = at.window.findChildren(DeskStop)
    assert [stop.accessibleName() for stop in stops if stop.accessibleDescription()] == ["Numbers"]
    at.action("center.new").trigger()
    at.settle()
    groups = [name(node) for node in walk(spoken(at.page)) if node.role() is Role.Grouping]
    assert "Languages" in groups
