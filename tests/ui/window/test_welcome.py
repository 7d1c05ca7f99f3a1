"""The first page: what is chosen there is what is asked for, in the language one reads."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.pages.choices import ChoicesPage
from desktop_app.ui.pages.welcome import WelcomePage
from desktop_app.ui.widgets.picture import TwoChairs
from tests.ui.pages.use import click
from tests.ui.tree import unnamed


def test_it_says_what_becomes_of_the_answers_and_where_to_find_someone_to_talk_to(desk) -> None:
    at = desk()
    for promise in (
        "See where you stand as a peer support specialist",
        "Your answers stay on this computer",
        "Nothing is saved unless you save it",
        "988",
    ):
        assert promise in at.said.replace("\n", " ")


def test_start_leads_to_the_first_question_for_both_states(desk) -> None:
    at = desk()
    at.click("Start")
    assert isinstance(at.page, ChoicesPage)
    assert at.at == "lived_experience"
    assert at.window.navigator.session.series == ("ca-calaveras", "tx-state")
    assert not at.window.navigator.session.helping


def test_a_state_and_a_client_can_be_chosen(desk) -> None:
    at = desk()
    at.choose("I am helping a client")
    at.choose("Texas")
    at.click("Start")
    assert at.window.navigator.session.series == ("tx-state",)
    assert at.window.navigator.session.helping


def test_texas_alone_asks_nothing_that_only_california_wants(desk) -> None:
    at = desk()
    at.choose("Texas")
    at.click("Start")
    assert "drivers_license" not in at.window.navigator.view.asked


def test_enter_starts_whatever_has_the_keys(desk) -> None:
    at = desk()
    at.press(Qt.Key.Key_Return)
    assert at.at == "lived_experience"


def test_the_language_can_be_chosen_and_what_else_was_chosen_stays(desk) -> None:
    at = desk()
    at.choose("I am helping a client")
    at.choose("Texas")
    at.choose("Español")
    assert at.window.language == "es"
    assert (at.page.who.value(), at.page.jobs.value()) == ("helping", "tx-state")
    assert at.page.language.value() == "es"
    at.click("Empezar")
    assert "¿Cuáles" in at.page.name or "¿" in at.page.name


def test_the_keys_stay_on_the_language_when_it_changes(desk) -> None:
    at = desk()
    at.choose("Español")
    assert at.has_keys() is at.page.language.rows[1]


def test_back_from_the_first_question_comes_here_and_nothing_is_lost(desk) -> None:
    at = desk()
    at.click("Start")
    at.choose("I have used mental health services")
    at.click("Back")
    assert isinstance(at.page, WelcomePage)
    at.choose("California")
    at.click("Go on")
    assert at.answers == {"lived_experience": ["own_mental_health_services"]}
    assert at.window.navigator.session.series == ("ca-calaveras",)


def test_a_day_before_the_rules_is_said_in_one_sentence(desk) -> None:
    at = desk(today=date(2020, 1, 1))
    at.click("Start")
    assert isinstance(at.page, WelcomePage)
    assert len(at.dialogs.told) == 1
    assert "2023-08-24" in at.dialogs.told[0][1]


@pytest.mark.parametrize(("colors", "size", "shown"), [
    ("light", (1280, 800), True),
    ("dark", (1280, 800), True),
    ("contrast", (1280, 800), False),
    ("light", (1024, 700), False),
])  # fmt: skip
def test_the_picture_is_there_where_there_is_room_and_it_can_be_seen(desk, colors, size, shown) -> None:
    at = desk(colors=colors, size=size)
    assert bool(at.window.findChildren(TwoChairs)) is shown


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (3840, 2160)], ids=str)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_start_can_always_be_seen(desk, size, scale) -> None:
    at = desk(size=size, scale=scale)
    start = at.window.frame.bar
    assert start.mapTo(at.window, start.rect().bottomRight()).y() < at.window.height()
    assert not unnamed(at.window)


def test_choices_are_one_stop_each_for_the_tab_key(desk) -> None:
    at = desk()
    stops = []
    for _ in range(4):
        stops.append(at.has_keys())
        at.press(Qt.Key.Key_Tab)
    assert stops[:3] == [at.page.who.rows[0], at.page.jobs.rows[2], at.page.language.rows[0]]
    at.page.who.rows[0].setFocus()
    at.press(Qt.Key.Key_Right)
    assert at.page.who.value() == "helping"
    click(at.qtbot, at.page.who.rows[0])
    assert at.page.who.value() == "myself"
