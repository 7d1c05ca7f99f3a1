"""The commands and the center's own page: plans name it, reports never do, and a broken one stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.center import Center, Entry, section_of
from desktop_app.cli_desk import kept_center
from desktop_app.settings import Settings
from tests.test_cli import SHEETS

MONTHS = SHEETS / "four-months-and-counting.json"
OURS = Center(
    name="Sierra", phone="209-555-0100", places=(Entry(name="Drop-In"),), trainers=(Entry(name="M. Ortega"),)
)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of someone else's computer."""
    place = Settings(tmp_path / "settings.json")
    monkeypatch.setattr("desktop_app.cli_desk.Settings.here", lambda: Settings(place.file))
    return place


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = cli.run([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, " ".join(out.split()), err


def test_a_plan_names_whom_to_turn_to(kept: Settings, capsys) -> None:
    before = run(capsys, "plan", MONTHS)[1]
    kept.keep_center(section_of(OURS))
    code, said, err = run(capsys, "plan", MONTHS)
    assert (code, err) == (0, "")
    assert "Who can help" not in before
    assert "Who can help: Drop-In; Sierra, 209-555-0100" in said
    assert "Who can help: M. Ortega; Sierra, 209-555-0100" in said
    assert "Quién puede ayudar: Drop-In" in run(capsys, "plan", MONTHS, "--language", "es")[1]


def test_the_same_sheet_gives_the_same_bytes_whatever_is_kept(kept: Settings, tmp_path: Path, capsys) -> None:
    run(capsys, "assess", MONTHS, "--pdf", tmp_path / "before.pdf")
    before = run(capsys, "plan", MONTHS, "--json")
    kept.keep_center(section_of(OURS))
    run(capsys, "assess", MONTHS, "--pdf", tmp_path / "after.pdf")
    assert (tmp_path / "before.pdf").read_bytes() == (tmp_path / "after.pdf").read_bytes()
    assert run(capsys, "plan", MONTHS, "--json") == before


def test_a_page_that_cannot_be_used_is_told_and_left_out(kept: Settings, capsys) -> None:
    kept.keep_center({"name": "x\x1b[2J"})
    code, said, err = run(capsys, "plan", MONTHS)
    assert code == 0
    assert "Who can help" not in said
    assert (
        err
        == "The page kept on this computer can't be used, so it shows nowhere. Fill it in again and save it.\n"
    )


def test_nothing_kept_is_nothing_said(kept: Settings, capsys) -> None:
    assert kept_center("en", "es") is None
    assert capsys.readouterr().err == ""
