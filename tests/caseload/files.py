"""Saved files for the tests of the caseload: quick to open, with a clock that stands still."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.opening import create
from tests.casefile.conftest import rounds

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
SHEETS = Path(__file__).resolve().parents[1] / "sheets"

Maker = Callable[[str], CaseFile]


@pytest.fixture
def new_file(tmp_path: Path) -> Iterator[Maker]:
    """Makes a file of that name and closes it after the test; hundreds of key rounds are not what is tried."""
    with ExitStack() as opened, rounds(4):
        yield lambda name: opened.enter_context(
            closing(create(tmp_path / f"{name}.peerready", "four plain words here", lambda: NOW))
        )


def sheet(name: str = "four-months-and-counting", day: date = TODAY, **answers: Any) -> dict[str, Any]:
    """One of the sheets that all tests share, as of a day; an answer of None is taken out of it."""
    document: dict[str, Any] = json.loads((SHEETS / f"{name}.json").read_text(encoding="utf-8"))
    said = {**document["answers"], **answers}
    kept = {fact: value for fact, value in said.items() if value is not None}
    return {"peer_ready": 1, "as_of": day.isoformat(), "answers": kept}
