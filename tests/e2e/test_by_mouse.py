"""A whole interview by real clicks, from the welcome page to a PDF on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ui.save_report import ReportSaver
from desktop_app.ui.widgets.field import SelectField
from tests.e2e.person import ANSWERS, CHOICES, read_pdf
from tests.ui.pages.use import click
from tests.ui.window.conftest import Desk


def pick(at: Desk, field: SelectField, words: str) -> None:
    """Open the list and press an entry of it."""
    click(at.qtbot, field)
    rows = field.view()
    at.qtbot.waitUntil(rows.isVisible)
    index = field.model().index(field.findText(words), 0)
    rows.scrollTo(index)
    place = rows.visualRect(index).center()
    at.qtbot.mouseMove(
        rows.viewport(), place
    )  # as a hand does: a list does not take the click that opened it
    at.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at.qtbot.waitUntil(lambda: not rows.isVisible())
    assert field.currentText() == words


def type_in(at: Desk, field, text: str) -> None:
    click(at.qtbot, field)
    at.qtbot.keyClicks(field, text)


def answer(at: Desk, words: str | None) -> None:
    if words is None:
        at.click("Skip this question")
    else:
        at.choose(words)
        at.click("Continue")


def add_role(at: Desk) -> None:
    at.click("Add a role")
    form = at.page.form
    pick(at, form.work, "Peer support for people")
    pick(at, form.setting, "A similar place")
    pick(at, form.start.month, "January")
    type_in(at, form.start.year, "2026")
    click(at.qtbot, form.end.still)
    at.choose("Volunteer")
    type_in(at, form.hours, "8")
    type_in(at, form.title, "Volunteer <img src=x>")
    at.click("Done with this role")
    at.click("Continue")


def save(at: Desk, file: Path) -> None:
    at.dialogs.path = file
    at.click("Save report")
    click(at.qtbot, at.page.save_panel.where)
    saver = ReportSaver.of(at.window.background)
    at.qtbot.waitUntil(lambda: saver.saving is not None and not saver.saving.busy)
    at.settle()


@pytest.fixture(autouse=True)
def quick_hand(qapp) -> Iterator[None]:
    """A list takes no click for as long as it might be the second half of the one that opened it."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(before)


def test_from_the_first_page_to_a_report_on_disk(desk, tmp_path: Path) -> None:
    at: Desk = desk()
    at.click("Start")
    while at.at != "check":
        if at.at == "roles":
            add_role(at)
        else:
            answer(at, CHOICES[at.at])
    assert at.answers == ANSWERS
    assert "3 answers still open" in at.said

    click(at.qtbot, at.page.links["transcripts_available"])
    at.settle()
    answer(at, "No")
    assert at.at == "check"

    at.click("See my results")
    assert "In California, your answers match Peer Support Specialist I" in at.page.name
    save(at, tmp_path / "mine.pdf")
    assert "Saved: mine.pdf" in at.said
    report = read_pdf(tmp_path / "mine.pdf")
    assert "In California, your answers match Peer Support Specialist I" in report
    assert "Volunteer <img src=x>" in report
    assert "You have used mental health services" not in report
    assert [file.name for file in tmp_path.iterdir()] == ["mine.pdf"]


def test_in_spanish_with_a_change_of_mind_on_the_way(desk, tmp_path: Path) -> None:
    at: Desk = desk("es")
    at.choose("Texas")
    at.click("Empezar")
    at.choose("He usado servicios de salud mental")
    at.click("Continuar")
    at.click("Atrás")
    assert at.page.list.chosen() == ("own_mental_health_services",)
    at.window.check()
    at.settle()
    at.click("Ver mis resultados")
    save_words = at.window.words.say("save.report")
    at.dialogs.path = tmp_path / "informe.pdf"
    at.click(save_words)
    click(at.qtbot, at.page.save_panel.where)
    saver = ReportSaver.of(at.window.background)
    at.qtbot.waitUntil(lambda: saver.saving is not None and not saver.saving.busy)
    assert "Texas" in read_pdf(tmp_path / "informe.pdf")
    assert QApplication.activeWindow() is at.window
