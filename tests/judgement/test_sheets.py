"""The six worked sheets come out as they were worked out by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.answers.sheet import parse_sheet

SHEETS = Path(__file__).parent.parent / "sheets"
NAMES = sorted(file.name.removesuffix(".expected.json") for file in SHEETS.glob("*.expected.json"))


def test_there_are_six():
    assert len(NAMES) == 6


@pytest.mark.parametrize("name", NAMES)
def test_a_worked_sheet(name, judge, facts):
    expected = json.loads((SHEETS / f"{name}.expected.json").read_text(encoding="utf-8"))
    sheet = parse_sheet((SHEETS / f"{name}.json").read_bytes(), facts, today=date(2030, 1, 1))
    judged = judge.judge(sheet)
    assert judged.as_of == date(2026, 11, 22)
    assert dict(judged.matched) == expected["matched"]
    for position in judged.positions:
        wanted = expected["positions"][position.id]
        assert position.outcome == wanted["outcome"]
        standings = {one.id: one.standing.word for one in position.requirements}
        assert standings == wanted["requirements"]
        path = {step.id: step.standing.word for one in position.requirements for step in one.path}
        assert path == wanted.get("path", {})
