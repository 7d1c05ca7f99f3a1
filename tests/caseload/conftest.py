"""Clients and sittings as a center might have them, over the program's own rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.casefile.records import Sitting
from desktop_app.caseload.client import Client, Snapshot
from desktop_app.caseload.judging import Judging
from desktop_app.caseload.overview import Row, row_of
from desktop_app.interview.kept import content_of
from desktop_app.interview.session import Session
from desktop_app.rulebook.load import Rulebook
from tests.conftest import TODAY

SHEETS = Path(__file__).parent.parent / "sheets"
BEGUN = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
BOTH = ("ca-calaveras", "tx-state")


ON_THE_WAY: dict[str, Any] = {
    "lived_experience": ["own_mental_health_services"],
    "high_school": "diploma",
    "drivers_license": "california",
    "roles": [
        {
            "work": "peer_support_to_individuals",
            "setting": "similar",
            "paid": False,
            "start": "2026-07-01",
            "end": None,
        }
    ],
}
"""Everything for Specialist I in California but the six months, which are there by the end of 2026."""


def answers(name: str) -> dict[str, Any]:
    """The answers of one of tests/sheets."""
    found: dict[str, Any] = json.loads((SHEETS / f"{name}.json").read_text(encoding="utf-8"))["answers"]
    return found


def kept(said: Mapping[str, Any], day: date = TODAY, series: tuple[str, ...] = BOTH) -> dict[str, Any]:
    """A sitting's content, as it comes out of a file."""
    content: dict[str, Any] = json.loads(json.dumps(content_of(Session(day, series, answers=said))))
    return content


def sitting(content: Mapping[str, Any], number: int = 1) -> Sitting:
    return Sitting(f"s{number}", "c1", BEGUN, BEGUN, content)


def snapshot(**known: Any) -> Snapshot:
    """One that was made today, with nothing in it but what is named."""
    return Snapshot(**{"as_of": TODAY, "versions": {}, "outcomes": {}, "missing": {}, **known})


@pytest.fixture(scope="session")
def judging(book: Rulebook) -> Judging:
    return Judging(book)


@pytest.fixture
def row(book: Rulebook) -> Callable[..., Row]:
    """A row of a client who began in June and was seen today."""

    def make(name: str = "K-1", now: Snapshot | None = None, **known: Any) -> Row:
        client = Client(**{"id": f"id-{name}", "name": name, "created": BEGUN, "seen": TODAY, **known})
        return row_of(client, now, book, TODAY)

    return make
