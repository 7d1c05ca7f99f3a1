"""What is done with an open caseload: shown at once, written in order, tried again, and told when it cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from desktop_app.caseload.client import NextDate, client_of
from desktop_app.i18n import Message, PlainError
from tests.conftest import TODAY
from tests.ui.desk.conftest import codes, wait
from tests.ui.desk_scenes import caseload, id_of, open_caseload
from tests.ui.window.conftest import Desk as Person

AGAIN = 0.02
"""Seconds until what could not be written is tried once more, so that a test need not wait."""


def the_desk(at: Person):
    return at.window.keep_safe().desk


def kept(desk, code: str):
    return next(client_of(one) for one in desk.file.people() if one.id == id_of(code))


def with_next(desk, code: str, days: int):
    return replace(desk.client(id_of(code)), next=NextDate(TODAY + timedelta(days), "call"))


def test_a_change_shows_at_once_and_is_written_with_its_line_in_the_log(center) -> None:
    at = center()
    desk = the_desk(at)
    desk.change(with_next(desk, "D-1120", -5), log="next")
    at.settle()
    assert codes(at)[0] == "D-1120"
    assert "3 due" in at.said  # in the rail
    wait(at)
    assert kept(desk, "D-1120").next == NextDate(TODAY - timedelta(5), "call")
    assert desk.file.log(id_of("D-1120"))[0].what == "next"


def test_a_pulled_stick_is_told_and_everything_is_written_once_it_is_back(center) -> None:
    at = center()
    desk, keeper = the_desk(at), at.window.keep_safe().keeper
    keeper._writer._again = AGAIN
    desk.file.gone = True
    desk.change(with_next(desk, "D-1120", 1))
    desk.change(with_next(desk, "D-1158", 2))
    at.qtbot.waitUntil(lambda: keeper.now.phase == "trouble")
    at.settle()
    assert "We keep trying." in at.said
    assert not keeper.settle(0.1)
    desk.file.gone = False
    at.qtbot.waitUntil(lambda: keeper.now.phase == "saved")
    assert kept(desk, "D-1120").next.day == TODAY + timedelta(1)
    assert kept(desk, "D-1158").next.day == TODAY + timedelta(2)


def test_an_errand_comes_after_what_waits_and_answers_in_the_window(center) -> None:
    at = center()
    desk = the_desk(at)
    found: list[Any] = []
    desk.file.slow = 0.05
    desk.change(with_next(desk, "D-1120", 3))
    desk.run(
        lambda file: next(one for one in file.people() if one.id == id_of("D-1120")).content, found.append
    )
    wait(at)
    assert found[0]["next"]["text"] == "call"


def test_what_goes_wrong_is_told_to_whoever_asked_or_by_the_window(center) -> None:
    at = center()
    desk = the_desk(at)

    def breaks(_file):
        raise PlainError(Message("casefile.gone"))

    told: list[Message] = []
    desk.run(breaks, None, told.append)
    desk.run(breaks)
    desk.run(breaks, None, told.append, about=at.page.table)
    desk.go("log")  # the page that asked last is gone
    at.settle()
    wait(at)
    assert told == [Message("casefile.gone")]
    assert len(at.dialogs.told) == 2


def test_the_rail_leads_to_every_page_and_says_where_one_is(center) -> None:
    at = center()
    for stop in at.window.frame.rail.leaves:
        key = stop.key
        at.window.frame.rail.leaves[[one.key for one in at.window.frame.rail.leaves].index(key)].setFocus()
        at.press(Qt.Key.Key_Space)
        assert at.window.navigator.aside == key
        assert [one.key for one in at.window.frame.rail.leaves if one.here] == [key]


def test_what_is_half_filled_in_survives_a_look_at_another_page(center) -> None:
    at = center()
    the_desk(at).show("", "new_client")
    at.settle()
    at.write("D-20")
    at.action("center.clients").trigger()
    at.settle()
    at.action("center.new").trigger()
    at.settle()
    assert at.page.name_field.text() == "D-20"


def test_another_file_leaves_nothing_of_the_first(center) -> None:
    at = center()
    first = the_desk(at)
    second = open_caseload(at.window)
    at.settle()
    assert first.over
    assert first.file.closed
    assert the_desk(at) is second


def test_past_midnight_everyone_is_shown_as_of_the_new_day(center) -> None:
    at = center()
    desk = the_desk(at)
    assert "2 due" in at.said
    desk._today = lambda: TODAY + timedelta(days=3)
    desk.go("today")
    wait(at)
    assert "3 due" in at.said
    row = desk.row(id_of("D-1120"))
    assert row.now.as_of == TODAY + timedelta(days=3)


def test_a_sitting_that_was_cut_off_is_summed_up_as_of_its_own_day(desk) -> None:
    at: Person = desk()
    file = caseload()
    of, day = id_of("D-1139"), TODAY - timedelta(days=100)
    person = next(one for one in file.people() if one.id == of)
    file.change_person(person._replace(content={}))
    client = open_caseload(at.window, file).client(of)
    assert client is not None
    assert client.snapshot is not None
    assert (client.seen, client.snapshot.as_of) == (day, day)
    assert next(client_of(one) for one in file.people() if one.id == of) == client
