"""What a screen reader is told as things happen, and that its own way of pressing does what a click does."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui import accessibility
from desktop_app.ui.save_report import ReportSaver
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.choice_row import CheckRow, RadioRow
from desktop_app.ui.widgets.error_summary import ErrorSummary
from desktop_app.ui.widgets.fold import FoldHead
from desktop_app.ui.widgets.position_card import PositionCard
from desktop_app.ui.widgets.rail import RailLeaf, RailStop
from desktop_app.ui.widgets.switch import Switch
from tests.ui.pages.use import click
from tests.ui.scenes import scenes
from tests.ui.tree import Role, name, spoken, walk
from tests.ui.window.conftest import Desk

SCENES = {scene.name: scene for scene in scenes()}


class Said(NamedTuple):
    words: str
    at_once: bool


@pytest.fixture
def heard(monkeypatch) -> list[Said]:
    """Everything that is announced, in order."""
    told: list[Said] = []

    def tell(event: QAccessibleAnnouncementEvent) -> None:
        assertive = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
        told.append(Said(event.message(), assertive))

    monkeypatch.setattr(accessibility, "tell", tell)
    return told


def open_at(desk, scene: str, language: str = "en") -> Desk:
    at: Desk = desk(language)
    SCENES[scene].bring(at.window)
    at.settle()
    return at


# ---------------------------------------------------------------- announced


@pytest.mark.parametrize("scene", SCENES)
def test_every_page_is_announced_by_its_name_when_it_comes_up(desk, heard, scene) -> None:
    at = open_at(desk, scene)
    assert Said(at.page.name, at_once=False) in heard


def test_a_saved_report_is_announced(desk, heard, tmp_path: Path) -> None:
    at = open_at(desk, "results")
    at.dialogs.path = tmp_path / "mine.pdf"
    at.page.save()
    at.settle()
    if at.page.save_panel is not None:
        click(at.qtbot, at.page.save_panel.where)
    saver = ReportSaver.of(at.window.background)
    at.qtbot.waitUntil(lambda: saver.saving is not None and not saver.saving.busy)
    at.qtbot.waitUntil(lambda: heard[-1] == Said("Saved: mine.pdf", at_once=False))


def test_what_is_wrong_is_said_at_once_has_the_keys_and_leads_to_each_field(desk, heard) -> None:
    at = open_at(desk, "roles-form-problems")
    (summary,) = at.page.findChildren(ErrorSummary)
    assert heard[-1] == Said(summary.accessibleName(), at_once=True)
    assert summary.hasFocus()
    assert spoken(summary).role() is Role.AlertMessage
    links = [node for node in walk(spoken(summary)) if node.role() is Role.Button]
    assert len(links) == len([row for row in at.page.form.rows.values() if row.error()]) > 1
    for link in links:
        at.click(name(link))
        field = at.has_keys()
        assert field is not None
        assert name(link).split(": ", 1)[1] in field.accessibleDescription()


def test_every_part_of_a_field_says_what_is_wrong_with_it(desk) -> None:
    at = open_at(desk, "roles-form-problems")
    for row in at.page.form.rows.values():
        error = row.error()
        if error:
            parts = [part for part in row.field.findChildren(QWidget) if part.isVisible() and _can(part)]
            for part in parts or [row.field]:
                assert error in spoken(part).text(QAccessible.Text.Description)


def _can(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None


# ---------------------------------------------------------------- pressed


PRESSED: list[tuple[str, type[QWidget]]] = [
    ("welcome", RadioRow),
    ("high_school", RadioRow),
    ("lived_experience", CheckRow),
    ("lived_experience", RadioRow),
    ("high_school", FoldHead),
    ("high_school", RailStop),
    ("roles-form", Check),
    ("roles-form", RadioRow),
    ("results", PositionCard),
    ("results", RailLeaf),
    ("results", FoldHead),
    ("plan", Switch),
    ("plan", RailLeaf),
]


@pytest.mark.parametrize(("scene", "kind"), PRESSED, ids=lambda one: getattr(one, "__name__", one))
def test_what_a_screen_reader_presses_does_what_a_click_does(desk, scene, kind) -> None:
    by_hand, by_reader = open_at(desk, scene), open_at(desk, scene)
    before = _state(by_hand)
    number = len(_of(by_hand, kind)) - 1
    by_hand.window.activateWindow()
    click(by_hand.qtbot, _of(by_hand, kind)[number])
    by_hand.settle()
    assert _state(by_hand) != before, "a click changes nothing: this shows nothing"
    action = spoken(_of(by_reader, kind)[number]).actionInterface()
    wanted = next(one for one in ("Toggle", "Press") if one in action.actionNames())
    action.doAction(wanted)
    by_reader.qtbot.waitUntil(lambda: _state(by_reader) == _state(by_hand))


def _of(at: Desk, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in at.window.findChildren(kind) if one.isVisible() and one.isEnabled()]


def _state(at: Desk) -> Any:
    """Where one is, what was answered and half filled in, and everything that is heard there."""
    told = [
        (node.role(), name(node), bool(state.checked), bool(state.expanded), bool(state.disabled))
        for node, state in ((node, node.state()) for node in walk(spoken(at.window)))
    ]
    drafts = dict(at.window.navigator.drafts)
    return at.at, at.answers if at.window.navigator.begun else None, drafts, told


def test_an_entry_that_a_screen_reader_selects_is_chosen(desk) -> None:
    at = open_at(desk, "roles-form")
    field = at.page.form.work
    entries = [spoken(field.view()).child(row) for row in range(field.count())]
    next(one for one in entries if name(one) == field.itemText(1)).actionInterface().doAction("Toggle")
    at.qtbot.waitUntil(lambda: field.currentIndex() == 1)
    assert at.page.draft.work == field.value()


def test_an_entry_is_not_chosen_by_moving_over_it(desk) -> None:
    at = open_at(desk, "roles-form")
    field = at.page.form.work
    field.showPopup()
    at.qtbot.keyClick(field.view(), Qt.Key.Key_Down)
    at.settle()
    assert field.currentIndex() == -1
    at.qtbot.keyClick(field.view(), Qt.Key.Key_Escape)
    at.settle()
    assert field.currentIndex() == -1


def test_what_a_screen_reader_writes_into_a_field_is_kept_as_typed_text_is(desk) -> None:
    at = open_at(desk, "roles-form")
    spoken(at.page.form.hours).editableTextInterface().insertText(0, "8")
    spoken(at.page.form.start.year).editableTextInterface().insertText(0, "2026")
    assert (at.page.draft.hours, at.page.draft.start.year) == ("8", "2026")
