"""What a report is to be before it is saved or printed: for whom, in which language, on which paper, locked or not."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from desktop_app.interview.planning import Trial
from desktop_app.interview.session import PLAN
from desktop_app.ui.pages.print_page import PrintPage
from desktop_app.ui.pages.results import ResultsPage
from desktop_app.ui.printing import Printing
from desktop_app.ui.widgets.fold import FoldHead
from tests.ui.pages.conftest import answers_of
from tests.ui.pages.test_saving import one, settled, target, text_of
from tests.ui.pages.use import click, said

__all__ = ["one", "target"]  # fixtures


BOTH = ["Do this first", "Haga esto primero"]


@pytest.fixture
def panel(one, qtbot):
    page = one.open(ResultsPage)
    page.save()
    assert page.save_panel is not None
    return page.save_panel


def pick(field, value: str) -> None:
    field.setCurrentIndex(field.findData(value))


def save(one, qtbot, panel) -> None:
    click(qtbot, panel.where)
    settled(qtbot, one)


def test_a_copy_for_an_employer_is_about_the_position_that_matches(one, qtbot, panel, target: Path) -> None:
    assert not panel.choices.position.isVisible()
    pick(panel.choices.kind, "employer")
    assert panel.choices.position.isVisible()
    assert panel.choices.position.value() == "ca-calaveras-1"
    assert "One position, and only what is in place." in said(panel)
    save(one, qtbot, panel)
    text = text_of(target)
    assert "What is in place" in text
    assert "988" not in text


def test_about_another_position(one, qtbot, panel, target: Path) -> None:
    pick(panel.choices.kind, "employer")
    pick(panel.choices.position, "ca-calaveras-2")
    save(one, qtbot, panel)
    assert "Peer Support Specialist II" in text_of(target)


@pytest.mark.parametrize(("chosen", "words"), [("es", ["Haga esto primero"]), ("en+es", BOTH)])
def test_in_the_other_language_or_both(
    one, qtbot, panel, target: Path, chosen: str, words: list[str]
) -> None:
    pick(panel.choices.languages, chosen)
    pick(panel.choices.kind, "one_page")
    pick(panel.choices.paper, "a4")
    save(one, qtbot, panel)
    assert all(each in text_of(target) for each in words)
    (page,) = PdfReader(target).pages
    assert round(page.mediabox.width) == 595


def test_what_is_chosen_outlives_another_language_of_the_window(one, panel) -> None:
    pick(panel.choices.kind, "staff")
    pick(panel.choices.languages, "en+es")
    again = one.open(ResultsPage, language="es").save_panel
    assert again is not None
    assert again.choices.kind.value() == "staff"
    assert again.choices.languages.value() == "es+en"


def test_it_goes_on_in_the_window_s_language_unless_another_was_chosen(one, panel) -> None:
    pick(panel.choices.kind, "staff")
    again = one.open(ResultsPage, language="es").save_panel
    assert again is not None
    assert again.choices.languages.value() == "es"


def test_locked_with_a_password(one, qtbot, panel, target: Path) -> None:
    click(qtbot, panel.password.findChild(FoldHead))
    assert "nobody can open the file" in said(panel)
    for row in (panel.password.once, panel.password.twice):
        qtbot.keyClicks(row.field, "three blue cats")
    save(one, qtbot, panel)
    with pikepdf.open(target, password="three blue cats") as opened:
        assert opened.is_encrypted
    again = one.open(ResultsPage)
    again.save()
    assert again.save_panel is not None
    assert again.save_panel.password.text() == ""


def test_two_that_differ_are_said_at_the_second(one, qtbot, panel, target: Path) -> None:
    click(qtbot, panel.password.findChild(FoldHead))
    qtbot.keyClicks(panel.password.once.field, "three blue cats")
    qtbot.keyClicks(panel.password.twice.field, "three blue")
    click(qtbot, panel.where)
    assert "The two are not the same" in said(panel)
    assert not target.exists()
    assert one.dialogs.asked == []


def test_the_plan_goes_into_the_report_as_it_was_set(sitting, qtbot, target: Path) -> None:
    one = sitting(answers_of("four-months-and-counting"), "results")
    one.dialogs.path = target
    later = one.navigator.session.as_of + timedelta(days=45)
    one.navigator.drafts[PLAN] = Trial(start=later)
    page = one.open(ResultsPage)
    page.save()
    save(one, qtbot, page.save_panel)
    assert page.stage.words.day(later) in text_of(target)


def test_the_preview_shows_what_was_chosen(one, qtbot) -> None:
    page = one.open(PrintPage)
    printing = Printing.of(one.background)
    pick(page.choices.kind, "employer")
    qtbot.waitUntil(lambda: printing.printout is not None)
    assert printing.printout is not None
    text = " ".join(each.extract_text() for each in PdfReader(BytesIO(printing.printout.pdf)).pages)
    assert "What is in place" in " ".join(text.split())
    assert "Made for Letter paper." in said(page)
    pick(page.choices.paper, "a4")
    qtbot.waitUntil(lambda: "Made for A4 paper." in said(page))
