"""A whole interview by keys alone, from the welcome page to a PDF on disk; the mouse is never touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.ui.save_report import ReportSaver
from tests.e2e.person import ANSWERS, CHOICES, Told, read_pdf
from tests.ui.window.conftest import CONTROL, Desk

MOST_STOPS = 60
RESULT = {
    "en": "In California, your answers match Peer Support Specialist I",
    "es": "En California, sus respuestas coinciden con Peer Support Specialist I",
}


def tab_to(at: Desk, called: str) -> QWidget:
    """Tab on until what has the keys is called so."""
    for _ in range(MOST_STOPS):
        has_keys = at.has_keys()
        assert has_keys is not None, "the keys got lost"
        if has_keys.accessibleName() == called:
            return has_keys
        at.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {called!r}")


def choose_row(at: Desk, words: str) -> None:
    """With the arrows to the row, then Space if it is not chosen by that."""
    rows = [row.words() for row in at.page.list.rows]
    here = next(number for number, row in enumerate(at.page.list.rows) if row.hasFocus())
    if rows[here] == words:
        at.press(Qt.Key.Key_Space)
    while not at.page.list.rows[rows.index(words)].hasFocus():
        at.press(Qt.Key.Key_Down)
    if at.page.list.rows[rows.index(words)].value not in at.page.list.chosen():
        at.press(Qt.Key.Key_Space)


def pick(at: Desk, called: str, words: str) -> None:
    field = tab_to(at, called)
    assert isinstance(field, QComboBox)
    for _ in range(field.count()):
        if field.currentText() == words:
            return
        at.press(Qt.Key.Key_Down)
    assert field.currentText() == words


def answer(at: Desk, words: str | None) -> None:
    if words is not None:
        choose_row(at, words)
    at.press(Qt.Key.Key_Return)


def add_role(at: Desk, told: Told) -> None:
    tab_to(at, told("Add a role"))
    at.press(Qt.Key.Key_Return)
    pick(at, told("What did you mainly do?"), told("Peer support for people"))
    pick(at, told("Where was it?"), told("A similar place", "questions.roles.setting"))
    start = told("When did you start?")
    pick(at, f"{start}, {told('Month')}", told("January"))
    tab_to(at, f"{start}, {told('Year')}")
    at.write("2026")
    tab_to(at, told("I am still there"))
    at.press(Qt.Key.Key_Space)
    tab_to(at, told("Paid"))
    at.press(Qt.Key.Key_Right)
    tab_to(at, told("Hours a week, if you know"))
    at.write("8")
    tab_to(at, told("Job title, if you like"))
    at.write("Volunteer <img src=x>")
    at.press(Qt.Key.Key_Return)


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_first_page_to_a_report_on_disk(desk, tmp_path: Path, language: str) -> None:
    at: Desk = desk(language)
    told = Told(language)
    at.press(Qt.Key.Key_Return)
    while at.at != "check":
        words = CHOICES.get(at.at)
        if at.at == "roles":
            add_role(at, told)
        else:
            answer(at, words and told.choice(at.at, words))
    assert at.answers == ANSWERS

    answer_it = load_words(language).say("check.answer_it", question=told("School transcripts"))
    tab_to(at, answer_it)
    at.press(Qt.Key.Key_Return)
    answer(at, told("No", "answers."))
    assert at.at == "check"

    at.press(Qt.Key.Key_R, CONTROL)
    assert at.at == "results"
    at.dialogs.path = tmp_path / "mine.pdf"
    at.press(Qt.Key.Key_S, CONTROL)
    tab_to(at, at.page.save_panel.where.accessibleName())
    at.press(Qt.Key.Key_Return)
    saver = ReportSaver.of(at.window.background)
    at.qtbot.waitUntil(lambda: saver.saving is not None and not saver.saving.busy)
    assert RESULT[language] in read_pdf(tmp_path / "mine.pdf")


def test_every_control_of_a_page_is_reached_by_tab_and_it_comes_round(desk) -> None:
    at: Desk = desk()
    at.go_to("high_school")
    reached = []
    for _ in range(MOST_STOPS):
        has_keys = at.has_keys()
        assert has_keys is not None
        if has_keys in reached:
            break
        reached.append(has_keys)
        at.press(Qt.Key.Key_Tab)
    assert at.has_keys() is reached[0]
    names = [widget.accessibleName() for widget in reached]
    for called in (
        "Why we ask",
        "Back",
        "Continue",
        "Skip this question",
        "Español",
        "Education, Question 1 of 2",
    ):
        assert called in names
