"""What a center's own page adds to the interview in the terminal."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from pypdf import PdfReader

from desktop_app.center import Center, Entry, OwnLine
from desktop_app.rulebook.load import Rulebook
from desktop_app.terminal import run_interview
from tests.conftest import TODAY
from tests.terminal.test_behind_results import RESULTS

OURS = Center(
    name="<img src=x>",
    phone="209-555-0100",
    support=OwnLine(name="Warm Line", how="209-555-0188"),
    places=(Entry(name="Drop-In {0}", how="</para>"),),
    languages="English, Hmong",
)


def held(book: Rulebook, *lines: str) -> str:
    with CliRunner().isolation(input="".join(f"{line}\n" for line in lines) + "q\n1\n") as streams:
        run_interview(book, TODAY, "en", OURS)
        return " ".join(streams[2].getvalue().decode().split())


def test_its_line_stands_beside_988_from_the_start(book: Rulebook) -> None:
    assert "Call or text 988, any hour. Warm Line, 209-555-0188." in held(book)


def test_the_results_and_the_plan_name_whom_to_turn_to(book: Rulebook) -> None:
    said = held(book, *RESULTS[:-1], *("",) * 3, "1", "1")
    assert "Who can help: " in said
    assert "<img src=x>, 209-555-0100" in said
    assert "Your peer center. Languages: English, Hmong" in said


def test_the_report_has_them_too(book: Rulebook, tmp_path: Path) -> None:
    file = tmp_path / "mine.pdf"
    said = held(book, *RESULTS, "3", "1", str(file), "")
    assert file.exists(), said
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())
    assert "Who can help: " in text
    assert "<img src=x>, 209-555-0100" in text
