"""Where one stands so far, beside a question: off at first, at once with each answer, and said only when it changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction

from desktop_app.ui.pages import question
from desktop_app.ui.widgets.pill import Pill
from tests.ui.window.conftest import Desk

MENU = "view.standing"
KNOWN = {"lived_experience": ["own_mental_health_services"], "high_school": "diploma"}


@pytest.fixture
def spoken(monkeypatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(question, "announce", lambda _about, message: told.append(message))
    return told


def shown(at: Desk) -> list[str]:
    """The outcome of each position, in order."""
    return [pill.text() for pill in at.page.standing.findChildren(Pill) if pill.isVisible()]


def switch(at: Desk) -> QAction:
    action = at.action(MENU)
    action.trigger()
    at.settle()
    return at.action(MENU)


def test_it_is_off_until_someone_wants_it(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.go_to("high_school")
    assert at.page.standing is None
    assert not at.action(MENU).isChecked()
    assert "Where you stand so far" not in at.said


def test_the_menu_shows_it_and_takes_it_away_and_the_answer_stays(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.go_to("high_school", KNOWN)
    assert switch(at).isChecked()
    assert "Where you stand so far" in at.said
    assert shown(at) == ["Can't tell yet"] * 4
    assert at.answers == KNOWN
    assert not switch(at).isChecked()
    assert at.page.standing is None


def test_it_follows_each_click_on_an_answer_at_once(desk: Callable[..., Desk]) -> None:
    at = desk()
    switch(at)
    at.go_to("drivers_license", KNOWN)
    assert shown(at)[:2] == ["Can't tell yet", "Can't tell yet"]
    at.choose("No")
    assert shown(at)[:2] == ["Not yet", "Not yet"]
    at.choose("Yes, from California")
    assert shown(at)[:2] == ["Can't tell yet", "Can't tell yet"]
    assert "3 of 4 in place" in at.said


def test_it_speaks_only_when_an_outcome_changes(desk: Callable[..., Desk], spoken: list[str]) -> None:
    at = desk()
    switch(at)
    at.go_to("drivers_license", KNOWN)
    at.choose("Yes, from California")
    assert spoken == []
    at.choose("No")
    assert spoken == [
        "So far, California, Specialist I: Not yet. So far, California, Specialist II: Not yet."
    ]


def test_the_keys_stay_where_they_are(desk: Callable[..., Desk]) -> None:
    at = desk()
    switch(at)
    at.go_to("drivers_license", KNOWN)
    at.choose("No")
    focus = at.has_keys()
    assert focus is not None
    assert at.page.isAncestorOf(focus)
    assert not at.page.standing.isAncestorOf(focus)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700), (480, 700)])
def test_it_stands_beside_the_question_or_below_it(
    desk: Callable[..., Desk], size: tuple[int, int], language: str
) -> None:
    at = desk(language, size=size)
    switch(at)
    at.go_to("high_school", KNOWN)
    note, why = (part.mapTo(at.page, part.rect().topLeft()) for part in (at.page.standing, at.page.why))
    assert (note.y() < why.y()) == (size[0] == 1280)
    assert note.x() == why.x()
    assert len(shown(at)) == 4


def test_a_change_of_language_says_it_in_the_other(desk: Callable[..., Desk]) -> None:
    at = desk()
    switch(at)
    at.go_to("high_school", KNOWN)
    at.window.speak("es")
    at.settle()
    assert "Su situación hasta ahora" in at.said
    assert shown(at) == ["Aún no se sabe"] * 4
    assert at.action(MENU).isChecked()
