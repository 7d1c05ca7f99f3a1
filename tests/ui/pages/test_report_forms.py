"""The report saved as a PDF, a web page or plain text: three equals."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.ui.pages.results import ResultsPage
from tests.ui.pages.test_saving import one, settled, target
from tests.ui.pages.use import click

__all__ = ["one", "target"]  # fixtures

BEGINNINGS = {"pdf": b"%PDF", "web": b"<!DOCTYPE html>", "text": b"Peer Ready \xc2\xb7 "}


@pytest.fixture
def panel(one):
    page = one.open(ResultsPage)
    page.save()
    return page.save_panel


@pytest.mark.parametrize("form", list(BEGINNINGS))
def test_each_is_saved_as_what_it_is(one, qtbot, panel, target: Path, form: str) -> None:
    click(qtbot, panel.form.rows[list(BEGINNINGS).index(form)])
    click(qtbot, panel.where)
    settled(qtbot, one)
    assert target.read_bytes().startswith(BEGINNINGS[form])


def test_a_page_in_another_language_is_of_that_language_throughout(one, qtbot, panel, target: Path) -> None:
    click(qtbot, panel.form.rows[1])
    panel.choices.languages.choose("es")
    click(qtbot, panel.where)
    settled(qtbot, one)
    page = target.read_text(encoding="utf-8")
    assert '<html lang="es">' in page
    assert "Ir directamente al informe" in page


def test_nothing_but_a_pdf_asks_for_paper_and_a_password(one, qtbot, panel, target: Path) -> None:
    assert panel.password.isVisible()
    assert panel.choices.paper.isVisible()
    assert not panel.open_to_all.isVisible()
    panel.password.once.field.setText("one thing")
    click(qtbot, panel.form.rows[2])
    assert not panel.password.isVisible()
    assert not panel.choices.paper.isVisible()
    assert panel.open_to_all.isVisible(), "that it cannot be locked is said"
    assert panel.secret() == ""
    click(qtbot, panel.where)
    settled(qtbot, one)
    assert target.read_bytes().startswith(BEGINNINGS["text"])


def test_the_form_stays_chosen_while_the_page_is_made_anew(one, qtbot, panel) -> None:
    click(qtbot, panel.form.rows[1])
    again = one.open(ResultsPage)
    assert again.save_panel.form.value() == "web"
