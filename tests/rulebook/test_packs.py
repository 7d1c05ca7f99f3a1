"""The packs that come with the program: every requirement has its source, and nothing in them is left hanging."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app import resources
from desktop_app.answers.employment import SETTINGS, WORK
from desktop_app.rulebook import references
from desktop_app.rulebook.check import check_folder
from desktop_app.rulebook.model import HasRole, Months

IDS = ["ca-calaveras-1", "ca-calaveras-2", "tx-state-1", "tx-state-2"]


@pytest.fixture
def packs(book):
    return [loaded.pack for loaded in book.packs]


def test_the_check_finds_nothing_amiss(facts):
    assert list(check_folder(resources.folder() / "packs", facts)) == []


def test_the_four_positions_from_the_lowest_tier_up(packs):
    positions = [position for pack in packs for position in pack.positions]
    assert [position.id for position in positions] == IDS
    assert [position.tier for position in positions] == ["I", "II", "I", "II"]


def test_the_requirements_of_each_position(packs):
    found = {
        p.id: [requirement.id for requirement in p.requirements] for pack in packs for p in pack.positions
    }
    both = ["high_school", "lived_experience"]
    assert found == {
        "ca-calaveras-1": [*both, "peer_support_6_months", "drivers_license"],
        "ca-calaveras-2": [*both, "direct_work_12_months_or_degree", "drivers_license", "ca_certificate"],
        "tx-state-1": ["tx_certificate", "experience", "high_school"],
        "tx-state-2": [
            "tx_certificate",
            "experience",
            "can_lead_groups",
            "can_serve_as_lead_worker",
            "high_school",
        ],
    }


def test_every_requirement_cites_a_document_a_section_a_line_or_bullet_and_a_day(packs):
    for pack in packs:
        for place, cite in references.citations(pack):
            source = pack.source(cite.source)
            assert source.retrieved >= pack.in_force.since, place
            assert cite.section, place
            assert cite.line or cite.bullet, place
    dates = {pack.series: pack.sources[0].date for pack in packs}
    assert dates == {"ca-calaveras": date(2023, 8, 24), "tx-state": None}


def test_only_the_tier_whose_text_is_missing_is_inferred(packs):
    inferred = {
        position.id
        for pack in packs
        for position in pack.positions
        if any(requirement.basis == "inferred" for requirement in position.requirements)
    }
    assert inferred == {"tx-state-1"}


def test_roles_are_named_as_a_sheet_names_them(packs):
    for pack in packs:
        for place, expression in references.expressions(pack):
            for part in references.walk(expression):
                wanted = {Months: "roles", HasRole: "has_role"}.get(type(part))
                for which in getattr(part, wanted) if wanted else ():
                    assert set(which.work or ()) <= set(WORK), place
                    assert set(which.setting or ()) <= set(SETTINGS), place


def test_pay_is_kept_as_posted(packs):
    posted = {(pay.id, pay.positions): (pay.low, pay.high, pay.per) for pack in packs for pay in pack.pay}
    assert posted == {
        ("header", ("ca-calaveras-1", "ca-calaveras-2")): ("18.46", "28.59", "hour"),
        ("body", ("ca-calaveras-1",)): ("17.92", "21.76", "hour"),
        ("body", ("ca-calaveras-2",)): ("22.84", "27.76", "hour"),
        ("group", ("tx-state-1",)): ("27910", "39571", "year"),
        ("group", ("tx-state-2",)): ("30840", "46798", "year"),
    }


def test_each_position_has_stories_to_prepare_and_a_higher_one_has_all_of_the_lower_ones(packs):
    for pack in packs:
        lower, higher = (set(position.prepare) for position in pack.positions)
        assert lower
        assert lower < higher
