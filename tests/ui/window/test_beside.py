"""Pages beside the interview: they are left to where one was, and nothing is lost by them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.i18n import LANGUAGES
from desktop_app.ui.pages.beside import BESIDE
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


@EVERY
def test_another_page_of_the_menu_can_be_opened_from_it(desk, page) -> None:
    at = desk()
    at.go_to("high_school")
    at.window.show_beside(page)
    at.window.look()
    at.settle()
    assert at.at == "results"
    assert at.window.navigator.aside == ""
