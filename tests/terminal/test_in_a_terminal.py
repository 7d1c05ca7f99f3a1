"""The whole interview in a real terminal: to a saved report, in plain bytes wherever plain bytes are wanted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pypdf import PdfReader

if os.name != "posix":
    pytest.skip("terminals of this kind are only here", allow_module_level=True)

from tests.terminal.pty_program import held_in_a_terminal
from tests.terminal.test_whole_interview import EVERYTHING

PLAN_AND_STORIES = ("1", "1", "3", "1", "", "", "2", "1")
"""Each read in part; one thing tried out."""
SAVE_AND_FINISH = ("3", "", "report", "", "6")
CLEARED = b"\x1b[3J"
BOLD = b"\x1b[1m"


def typed(language: str) -> list[str]:
    lines = [language, *EVERYTHING, *PLAN_AND_STORIES, *SAVE_AND_FINISH]
    return ["s" if line == "y" and language == "2" else line for line in lines]


@pytest.mark.parametrize(
    ("language", "asked", "sentence"),
    [
        ("1", "Which of these are part of your life?", "your answers match Peer Support Specialist I"),
        ("2", "¿Cuáles de estas", "sus respuestas coinciden con Peer Support Specialist I"),
    ],
)
def test_to_a_report_with_nothing_but_letters_and_lines(
    tmp_path: Path, language: str, asked: str, sentence: str
) -> None:
    code, written = held_in_a_terminal(typed(language), tmp_path, "dumb")
    assert code == 0, written.decode()[-2000:]
    assert asked in written.decode()
    assert {byte for byte in written if byte < 32} == {ord("\n")}, "neither escapes nor carriage returns"
    report = " ".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages)
    assert sentence in " ".join(report.split())


def test_no_color_asks_for_plain_text_too(tmp_path: Path) -> None:
    code, written = held_in_a_terminal(["1", "", "", "c", "q"], tmp_path, "xterm", {"NO_COLOR": "1"})
    assert code == 0
    assert b"\x1b" not in written.partition(CLEARED)[0]


def test_headings_stand_out_where_a_terminal_can_show_it(tmp_path: Path) -> None:
    _, written = held_in_a_terminal(["1", "", "", "q", ""], tmp_path, "xterm")
    assert BOLD + b"Which of these are part of your life?" in written


def test_hiding_clears_the_screen_and_what_could_be_scrolled_back_to(tmp_path: Path) -> None:
    _, written = held_in_a_terminal(["1", "", "", "hide", "", "q", "show", "q", ""], tmp_path, "xterm")
    before, _, after = written.partition(CLEARED)
    assert b"part of your life" in before
    hidden, _, _ = after.rpartition(CLEARED)
    shown_again = after.decode().index("Which of these are part of your life?")
    assert "Type show" in after.decode()[:shown_again]
    assert b"Peer" not in hidden.partition(b"Type show")[0]


def test_the_screen_is_cleared_at_the_end_unless_it_is_kept(tmp_path: Path) -> None:
    code, written = held_in_a_terminal(["1", "", "", "q", ""], tmp_path, "xterm")
    assert (code, written.endswith(b"\x1b[3J\x1b[2J\x1b[H")) == (0, True)
    code, written = held_in_a_terminal(["1", "", "", "q", "k"], tmp_path, "xterm")
    assert (code, CLEARED in written) == (0, False)
