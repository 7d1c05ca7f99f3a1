"""Staff fill in their page, close the program, and open it again: it stands in the plan, the report, the terminal."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from desktop_app.cli_desk import kept_center
from desktop_app.settings import Settings
from desktop_app.terminal import run_interview
from desktop_app.ui.save_report import ReportSaver
from tests.conftest import TODAY
from tests.e2e.person import ANSWERS, read_pdf
from tests.ui.pages.use import click
from tests.ui.window.conftest import Desk


def fill_in(at: Desk) -> None:
    """As someone does who types from field to field."""
    at.action("center.own").trigger()
    at.settle()
    rows = {row.label.text(): row.field for row in at.page.form.rows.values()}
    for label, text in {
        "Name of the center": "Sierra Peer Center",
        "Phone": "209-555-0100",
        "Name of the line": "Sierra Warm Line",
        "Number to call or text": "209-555-0188",
        "Place 1: name": "Arnold Drop-In",
        "Trainer 1: name": "M. Ortega",
        "Trainer 1: phone": "209-555-0142",
    }.items():
        click(at.qtbot, rows[label])
        at.write(text)
    at.click("Save on this computer")


def save_report(at: Desk, file: Path) -> None:
    at.dialogs.path = file
    at.click("Save report")
    click(at.qtbot, at.page.save_panel.where)
    saver = ReportSaver.of(at.window.background)
    at.qtbot.waitUntil(lambda: saver.saving is not None and not saver.saving.busy)
    at.settle()


def test_filled_in_once_it_stands_wherever_it_helps(desk, book, tmp_path: Path, monkeypatch) -> None:
    file = tmp_path / "settings" / "settings.json"
    first: Desk = desk(settings=Settings(file))
    fill_in(first)
    first.window.close()

    at: Desk = desk(settings=Settings(file))
    at.go_to("results", ANSWERS)
    assert "Sierra Warm Line, 209-555-0188." in at.said
    assert "Sierra Peer Center" in at.said
    save_report(at, tmp_path / "mine.pdf")
    report = read_pdf(tmp_path / "mine.pdf")
    assert "Who can help: M. Ortega, 209-555-0142; Sierra Peer Center, 209-555-0100" in report
    assert "Sierra Warm Line, 209-555-0188." in report
    at.click("See my plan")
    at.page.plan_for("ca-calaveras-2")
    at.settle()
    assert "Who can help: M. Ortega, 209-555-0142; Sierra Peer Center, 209-555-0100" in at.said

    monkeypatch.setattr("desktop_app.cli_desk.Settings.here", lambda: Settings(file))
    with CliRunner().isolation(input="q\n1\n") as streams:
        run_interview(book, TODAY, "en", kept_center("en"))
        assert "Sierra Warm Line, 209-555-0188." in streams[2].getvalue().decode()


def test_without_saving_nothing_is_left(desk, tmp_path: Path) -> None:
    file = tmp_path / "settings" / "settings.json"
    at: Desk = desk(settings=Settings(file))
    at.action("center.own").trigger()
    at.settle()
    at.write("Sierra Peer Center")
    at.window.close()
    assert list(tmp_path.iterdir()) == []
