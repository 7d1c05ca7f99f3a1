"""One word hides all of it, and nobody brings it back by chance."""

from __future__ import annotations

import pytest

from desktop_app.terminal.lines import HEIGHT
from tests.terminal.conftest import BOTH, Hold


@pytest.mark.parametrize(
    ("language", "hide", "show", "asked"),
    [("en", "hide", "show", "Which of these"), ("es", "ocultar", "mostrar", "¿Cuáles de estas")],
)
def test_hidden_and_shown_again(hold: Hold, language: str, hide: str, show: str, asked: str) -> None:
    held = hold(*BOTH, hide, "", "1", "q", show, language=language, ended="q\nt\n")
    _, gap, after = held.text.partition("\n" * HEIGHT)
    assert gap, "where a screen cannot be cleared, it is pushed out of sight"
    told, _, _ = after.partition(asked)
    assert asked in after
    assert "Peer" not in told
    assert "1 chosen" not in held.text, "what is typed at a hidden screen answers nothing"


def test_either_language_s_word_brings_it_back(hold: Hold) -> None:
    assert hold(*BOTH, "hide", "mostrar").text.count("Which of these are part of your life?") == 2


@pytest.mark.parametrize(
    "lines", [("hide",), (*BOTH, "1", "hide"), (*BOTH, "", "", "", "1", "hide"), (*BOTH, "s", "hide")]
)
def test_hiding_is_everywhere_and_comes_back_to_the_same_place(hold: Hold, lines: tuple[str, ...]) -> None:
    held = hold(*lines, "show")
    before, _, after = held.text.partition("\n" * HEIGHT)
    last = [line for line in before.splitlines() if line.strip()][-1]
    assert last.rpartition(":")[0] in after


def test_nothing_entered_is_lost_by_it(hold: Hold) -> None:
    held = hold(*BOTH, "", "", "", "1", "1", "2", "hide", "show", "2", "2026-01", "", "", "")
    assert "Peer support for people. A similar place. Volunteer. Since January 2026." in held.flat


def test_what_was_asked_can_be_said_again(hold: Hold) -> None:
    assert hold(*BOTH, "a").text.count("Which of these are part of your life?") == 2
