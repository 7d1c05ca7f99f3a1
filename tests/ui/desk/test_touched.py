"""New rules: whom they touch, before and after, ticked off one by one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from desktop_app.ui.pages.client import ClientPage
from desktop_app.ui.pages.touched import TouchedCard
from tests.ui.desk.conftest import wait
from tests.ui.desk_scenes import CODES, id_of
from tests.ui.desk_scenes_numbers import OLD, under_old_rules
from tests.ui.pages.use import button, click, said


def touched(center):
    at = center("clients")
    under_old_rules(at.page.desk)
    wait(at)
    at.page.desk.go("touched")
    wait(at)
    return at


def cards(at) -> list[TouchedCard]:
    found: list[TouchedCard] = at.page.findChildren(TouchedCard)
    return found


def told(at, code: str) -> dict[str, str]:
    wait(at)
    (content,) = [one.content for one in at.page.desk.file.people() if one.id == id_of(code)]
    found: dict[str, str] = content["told"]
    return found


def test_it_says_before_and_after_for_each_position(center) -> None:
    at = touched(center)
    assert [card.head.text() for card in cards(at)] == ["D-1120", "D-1147", "D-1151"]
    card = said(cards(at)[0]).replace("\N{NO-BREAK SPACE}", " ")
    assert "Rules of August 24, 2023, before that rules of January 1, 2022." in card
    assert "Peer Support Specialist II: “Not yet” before, now “Matches now”" in card
    assert "3 are left to talk over." in at.said


def test_what_was_talked_over_is_kept_and_gone_the_next_time(center) -> None:
    at = touched(center)
    click(at.qtbot, cards(at)[1].tick)
    at.settle()
    assert "2 are left to talk over." in at.said
    assert told(at, "D-1147") == {"ca-calaveras": "2023-08-24"}
    assert [line.what for line in at.page.desk.file.log(of=id_of("D-1147"))] == ["told"]
    assert len(cards(at)) == 3  # it stays in sight, to be taken back
    at.page.desk.go("clients")
    at.page.desk.go("touched")
    wait(at)
    assert [card.head.text() for card in cards(at)] == ["D-1120", "D-1151"]


def test_a_tick_is_taken_back(center) -> None:
    at = touched(center)
    for _ in range(2):
        click(at.qtbot, cards(at)[0].tick)
        at.settle()
    assert told(at, "D-1120") == {}
    assert "3 are left to talk over." in at.said


def test_a_line_leads_to_the_client_and_back(center) -> None:
    at = touched(center)
    click(at.qtbot, cards(at)[2].open)
    wait(at)
    assert type(at.page) is ClientPage
    assert at.page.desk.chosen == id_of("D-1151")
    at.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    wait(at)
    assert len(cards(at)) == 3


def test_those_for_whom_nothing_changes_are_ticked_together(center) -> None:
    at = center("clients")
    for code in CODES[:3]:
        client = at.page.desk.client(id_of(code))
        shot = replace(client.snapshot, versions={**client.snapshot.versions, "ca-calaveras": OLD})
        at.page.desk.change(replace(client, snapshot=shot), log=None)
    wait(at)
    at.page.desk.go("touched")
    wait(at)
    unchanged = [card for card in cards(at) if "before, now" not in said(card)]
    assert unchanged
    click(at.qtbot, button(at.page, "Tick all of these"))
    at.settle()
    assert all(card.tick.isChecked() for card in unchanged)


def test_with_the_rules_of_today_nobody_waits(center) -> None:
    at = center("touched")
    wait(at)
    assert "Nobody is waiting" in at.said
