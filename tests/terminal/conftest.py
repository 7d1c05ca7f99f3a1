"""An interview held by typed lines, and what it wrote."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from desktop_app.rulebook.load import Rulebook
from desktop_app.terminal import run_interview
from tests.conftest import TODAY


class Held(NamedTuple):
    """How an interview ended, and all that was on the screen."""

    code: int
    text: str

    @property
    def flat(self) -> str:
        """The same on one line, for sentences that were wrapped."""
        return " ".join(self.text.split())


Hold = Callable[..., Held]


@pytest.fixture
def hold(book: Rulebook) -> Hold:
    def held(*lines: str, language: str | None = "en", ended: str = "q\n1\n") -> Held:
        typed = "".join(f"{line}\n" for line in lines) + ended
        with CliRunner().isolation(input=typed) as streams:
            code = run_interview(book, TODAY, language)
            return Held(code, streams[2].getvalue().decode())

    return held


BOTH = ("", "")
"""For myself, both states."""
CALIFORNIA = ("", "1")
TEXAS = ("", "2")
