"""The morning's lists: who is on them, where they lead, and how calm they are when nothing is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from desktop_app.caseload.client import NextDate, client_of
from desktop_app.ui.pages.client import ClientPage
from desktop_app.ui.pages.new_client import NewClientPage
from desktop_app.ui.pages.today import TodayPage
from desktop_app.ui.widgets.line_button import LineButton
from tests.conftest import TODAY
from tests.ui.desk.conftest import wait
from tests.ui.desk_scenes import EVERYONE, Invented, caseload, id_of, open_caseload
from tests.ui.pages.use import click


def lines(at) -> list[str]:
    return [line.accessibleName() for line in at.page.findChildren(LineButton)]


def test_each_list_says_who_why_and_when(center) -> None:
    at = center("today")
    wait(at)
    assert lines(at)[:2] == [
        "D-1133, A date you set, Was Nov 19, 2026",
        "D-1147, CalMHSA, 10:30, Nov 24, 2026",
    ]
    assert "D-1090, Texas certificate ends, On Nov 22, 2026" in lines(at)
    assert "D-1139, Nothing for 90 days, Last on Aug 14, 2026" in lines(at)
    assert any(line.startswith("D-1090, The time to keep this record is over") for line in lines(at))
    assert any("Now matches" in line for line in lines(at))
    assert "2 clients are due" in at.said


def test_a_line_leads_to_its_client_by_mouse_and_by_keys_and_back(center) -> None:
    at = center("today")
    wait(at)
    click(at.qtbot, at.page.findChildren(LineButton)[1])
    at.settle()
    assert (type(at.page), at.page.name) == (ClientPage, "D-1147")
    at.page.back()
    at.settle()
    assert isinstance(at.page, TodayPage)
    assert at.has_keys().accessibleName().startswith("D-1147")
    at.press(Qt.Key.Key_Tab)
    at.press(Qt.Key.Key_Return)
    assert isinstance(at.page, ClientPage)
    assert at.has_keys() is at.page.first()
    at.press(Qt.Key.Key_Tab)
    assert at.page.isAncestorOf(at.has_keys()), "from the name on to what the page has"


def test_a_line_goes_when_its_date_is_taken_away(center) -> None:
    at = center("today")
    wait(at)
    desk = at.page.desk
    due = desk.due().due[0].row.client
    desk.change(replace(due, next=NextDate(TODAY + timedelta(days=60), "")), log="next")
    at.settle()
    assert not any(line.startswith("D-1133") and "date you set" in line for line in lines(at))
    assert "1 client is due" in at.said


def test_a_calm_day_says_so(desk) -> None:
    at = desk()
    lately = tuple(one for one in EVERYONE if one.code in ("D-1171", "D-1158"))
    open_caseload(at.window, caseload(lately)).go("today")
    at.settle()
    assert "Nothing is due today" in at.said
    assert lines(at) == []


def test_an_empty_caseload_leads_to_the_first_client(desk) -> None:
    at = desk()
    open_caseload(at.window, caseload(())).go("today")
    at.settle()
    at.click("New client")
    assert isinstance(at.page, NewClientPage)


def test_a_long_list_shows_more_when_asked(desk) -> None:
    at = desk()
    many = tuple(Invented(f"Q-{number}", (5,), "nothing", next=(1, "")) for number in range(12))
    open_caseload(at.window, caseload(many)).go("today")
    wait(at)
    assert len(lines(at)) == 8
    at.click("Show more of 12")
    assert len(lines(at)) == 12
    assert "Show more of 12" not in at.said


def test_who_was_called_is_not_quiet(center) -> None:
    at = center()
    desk, of = at.window.keep_safe().desk, id_of("D-1139")
    assert of in {item.row.client.id for item in desk.due().quiet}
    desk.show(of)
    wait(at)
    at.page.notes.new.area.setPlainText("Called.")
    click(at.qtbot, at.page.notes.add)
    wait(at)
    assert of not in {item.row.client.id for item in desk.due().quiet}
    assert next(client_of(one) for one in desk.file.people() if one.id == of).heard == TODAY
