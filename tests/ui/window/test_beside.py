"""Pages beside the interview: they are left to where one was, and nothing is lost by them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.i18n import LANGUAGES
from desktop_app.ui.pages.beside import BESIDE
from desktop_app.ui.widgets.button import Button
from tests.ui.window.conftest import ALT

EVERY = pytest.mark.parametrize("page", BESIDE)


@EVERY
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_before_the_interview_and_leads_back_to_the_first_page(desk, page, language) -> None:
    at = desk(language)
    first = at.page.name
    at.window.show_beside(page)
    at.settle()
    assert at.page.name != first
    assert at.window.isAncestorOf(at.has_keys())
    at.press(Qt.Key.Key_Left, ALT)
    assert at.page.name == first


@EVERY
def test_it_leads_back_to_the_question_with_what_was_chosen(desk, page) -> None:
    at = desk()
    at.go_to("high_school")
    at.choose("I passed the GED or HiSET")
    at.window.show_beside(page)
    at.settle()
    at.window.speak("es")
    at.settle()
    at.press(Qt.Key.Key_Left, ALT)
    assert at.at == "high_school"
    assert at.page.list.chosen() == ("ged_or_hiset",)


@pytest.mark.parametrize("size", [(1280, 800), (480, 700)], ids=str)
def test_the_keys_return_to_the_link_that_led_away(desk, size) -> None:
    at = desk(size=size)
    link = next(one for one in at.window.findChildren(Button) if "988" in one.accessibleName())
    said = link.accessibleName()
    link.setFocus()
    at.press(Qt.Key.Key_Space)
    assert at.window.navigator.aside == "support"
    at.window.show_beside("keyboard")
    at.settle()
    at.press(Qt.Key.Key_Escape)
    at.press(Qt.Key.Key_Escape)
    assert at.window.navigator.aside == ""
    assert at.has_keys().accessibleName() == said
    assert not at.has_keys().visibleRegion().isEmpty()
    at.page.on()
    at.settle()
    assert at.has_keys().accessibleName() != said


@EVERY
def test_another_page_of_the_menu_can_be_opened_from_it(desk, page) -> None:
    at = desk()
    at.go_to("high_school")
    at.window.show_beside(page)
    at.window.look()
    at.settle()
    assert at.at == "results"
    assert at.window.navigator.aside == ""
