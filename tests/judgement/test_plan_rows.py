"""A plan as bars: what one does, what one waits for, what counts if they say so, and what it leads to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop_app.answers.sheet import read_answers
from desktop_app.i18n import Words
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.plan import Planner
from desktop_app.judgement.plan_rows import Row, plan_rows
from desktop_app.judgement.schedule import Pace
from desktop_app.rulebook.load import Rulebook

AS_OF = date(2026, 11, 22)
CALIFORNIA = {
    "lived_experience": ["caregiver"],
    "high_school": "diploma",
    "drivers_license": "california",
    "roles": [],
    "ca_certificate": "none",
}


@pytest.fixture
def rows(book: Rulebook, judge: Judge):
    planner = Planner(judge, [(one.pack, one.routes()) for one in book.in_force(AS_OF)], book.facts)

    def made(said: dict[str, Any], position: str, way: int = 0) -> list[Row]:
        sheet = read_answers(said, book.facts, AS_OF)
        plan = planner.plans(sheet, position, AS_OF, Pace(training=20))[way]
        series, ready = planner.find(position)
        routes = {one.id: one.route for one in planner.routes[series]}
        return list(plan_rows(plan, ready, routes, bool(sheet.known.get("roles")), AS_OF, AS_OF))

    return made


def told(rows: list[Row], words: Words) -> dict[str, list[tuple[str, date, date]]]:
    return {
        words.say(row.name): [(bar.kind, bar.begins, bar.ends) for bar in row.bars]
        for row in rows
        if row.bars
    }


def test_a_wait_stands_on_the_line_of_what_it_comes_after(rows, words: Words) -> None:
    said = {**CALIFORNIA, "college_degree": "associate", "degree_field": "human_services"}
    picture = rows(said, "ca-calaveras-2")
    bars = told(picture, words)
    assert bars["Apply and pay"] == [("do", AS_OF, AS_OF), ("wait", AS_OF, date(2026, 12, 22))]
    assert bars["Do the 80-hour training"] == [("do", AS_OF, date(2026, 12, 20))]
    assert "Wait for the review" not in bars
    assert [(row.flag, row.unsure) for row in picture if row.flag] == [(date(2027, 1, 5), True)]


def test_a_role_goes_on_until_its_months_are_enough_and_leads_to_its_level(rows, words: Words) -> None:
    picture = rows(CALIFORNIA, "ca-calaveras-1")
    assert told(picture, words) == {"Volunteer as a peer": [("do", AS_OF, date(2027, 5, 21))]}
    assert [words.say(row.name) for row in picture if row.flag] == ["Specialist I"]


def test_months_that_count_only_if_they_say_so_are_tinted(rows, words: Words) -> None:
    said = {**CALIFORNIA, "ca_certificate": "current", "college_degree": "none"}
    first, second = rows(said, "ca-calaveras-2"), rows(said, "ca-calaveras-2", 1)
    assert {bar.kind for row in first for bar in row.bars} == {"do"}
    assert {bar.kind for row in second for bar in row.bars} == {"ask"}
    assert [words.say(row.name) for row in second if row.flag] == ["Specialist I", "Specialist II"]


def test_roles_that_are_held_go_on_too(rows) -> None:
    role = {"work": "peer_support_to_individuals", "setting": "other", "paid": True, "end": None}
    picture = rows({**CALIFORNIA, "roles": [{**role, "start": "2026-07-15"}]}, "ca-calaveras-1")
    assert [(row.name.key, row.goes_on) for row in picture] == [
        ("plan_page.timeline.roles", date(2027, 1, 13)),
        ("ca-calaveras.positions.ca-calaveras-1.short", None),
    ]
