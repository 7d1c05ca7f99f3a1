"""Which kind of help a step needs: read from what it takes and leads to, for every pack there is."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.answers.sheet import read_answers
from desktop_app.center import Center, Entry
from desktop_app.judgement.result import PositionJudgement
from desktop_app.judgement.who_helps import WhoHelps, help_toward, help_with_step
from tests.conftest import TODAY

STEPS = {
    ("ca-calaveras", "volunteering", "volunteer"): "places",
    ("ca-calaveras", "paid_work", "work_with_clients"): None,
    ("ca-calaveras", "certificate", "training"): "trainers",
    ("ca-calaveras", "certificate", "exam"): None,
    ("ca-calaveras", "renewal", "renewal_education"): "trainers",
    ("ca-calaveras", "other_transport", "ask_about_driving"): None,
    ("tx-state", "initial_certificate", "core_training"): "trainers",
    ("tx-state", "two_year_certificate", "supervised_hours"): "places",
}
REQUIREMENTS = {
    ("ca-calaveras-1", "peer_support_6_months"): "places",
    ("ca-calaveras-1", "high_school"): None,
    ("ca-calaveras-1", "drivers_license"): None,
    ("ca-calaveras-2", "direct_work_12_months_or_degree"): "places",
    ("ca-calaveras-2", "ca_certificate"): None,
    ("tx-state-2", "tx_certificate"): "trainers",
    ("tx-state-2", "experience"): "places",
    ("tx-state-2", "can_lead_groups"): None,
}


@pytest.fixture(scope="module")
def routes(book) -> dict[str, Any]:
    return {loaded.pack.series: loaded.routes() for loaded in book.in_force(TODAY)}


@pytest.fixture(scope="module")
def positions(book, judge) -> dict[str, PositionJudgement]:
    return {one.id: one for one in judge.judge(read_answers({}, book.facts, TODAY)).positions}


@pytest.mark.parametrize(("place", "kind"), STEPS.items(), ids=str)
def test_a_step_of_a_route(routes, place, kind) -> None:
    series, route_id, step_id = place
    route = next(one for one in routes[series] if one.id == route_id)
    step = next(one for one in route.steps if one.id == step_id)
    assert help_with_step(step, route) == kind


@pytest.mark.parametrize(("place", "kind"), REQUIREMENTS.items(), ids=str)
def test_a_requirement(routes, positions, place, kind) -> None:
    position, requirement = place
    judged = next(one for one in positions[position].requirements if one.id == requirement)
    assert help_toward(judged, routes[positions[position].series]) == kind


def test_of_the_steps_toward_a_certificate_only_the_training_names_trainers(routes, positions) -> None:
    path = next(one for one in positions["ca-calaveras-2"].requirements if one.path).path
    helped = [step.id for step in path if help_toward(step, routes["ca-calaveras"]) == "trainers"]
    assert helped == ["training_80_hours"]


def test_what_it_names_is_ready_to_be_said(routes, positions, words) -> None:
    helps = WhoHelps(Center(name="Ours", places=(Entry(name="Drop-In"),)), routes)
    months = next(
        one for one in positions["ca-calaveras-1"].requirements if one.id == "peer_support_6_months"
    )
    told, besides = helps.toward(months, "ca-calaveras"), helps.besides()
    assert told is not None
    assert besides is not None
    assert words.say(told) == "Who can help: Drop-In; Ours"
    assert words.say(besides) == "Who can help: Ours"
