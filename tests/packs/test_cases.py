"""Packs carry their cases, and each comes to what it says."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.answers.sheet import SheetError
from desktop_app.judgement.cases import contradictions
from desktop_app.judgement.judge import Judge
from desktop_app.rulebook.cases import Case
from desktop_app.rulebook.load import LoadedPack, load_facts, with_facts_of
from tests.packs.every import EVERY_PACK, shown

every_case = pytest.mark.parametrize(
    ("loaded", "case"),
    [(loaded, case) for loaded in EVERY_PACK for case in loaded.cases()],
    ids=lambda one: one.id if isinstance(one, Case) else shown(one),
)


def held_against(loaded: LoadedPack, case: Case) -> list[str]:
    known = with_facts_of(load_facts(), [loaded])
    return list(contradictions(loaded.pack, case, Judge([loaded.pack], known), known))


@every_case
def test_what_follows_is_what_the_case_says(loaded: LoadedPack, case: Case):
    assert held_against(loaded, case) == []


@pytest.mark.parametrize("loaded", EVERY_PACK, ids=shown)
def test_every_requirement_and_every_step_is_shown_by_a_case(loaded: LoadedPack):
    requirements = [one for position in loaded.pack.positions for one in position.requirements]
    steps = [step.id for one in requirements for step in one.path]
    shown_by_a_case = {cited for case in loaded.cases() for cited in case.cites}
    assert {*(one.id for one in requirements), *steps} == shown_by_a_case


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"outcomes": {"ca-calaveras-1": "meets"}}, "the case says meets, and it comes to cannot_tell"),
        ({"outcomes": {"ca-calaveras-9": "meets"}}, "'ca-calaveras-9' is not in this pack"),
        ({"standings": {"ca-calaveras-1": {"shoes": "met"}}}, "'shoes' is not in this pack"),
        ({"path": {"ca-calaveras-2": {"exam": "met"}}}, "the case says exam met, and it comes to age_18"),
        (
            {"decisive": {"ca-calaveras-1": ["roles"]}},
            "the case says roles, and it comes to lived_experience",
        ),
        ({"earliest": {"ca-calaveras-1": "now"}}, "the case says now, and it comes to cannot_say"),
        ({"warnings": ["it"]}, "the case says it, and it comes to nothing"),
    ],
)
def test_a_case_that_says_otherwise_is_told_with_both(change, told):
    case = Case.model_validate({"id": "it", "cites": ["exam"], "expect": change}, strict=False)
    (line,) = held_against(EVERY_PACK[0], case.model_copy(update={"as_of": date(2026, 11, 22)}))
    assert told in line


def test_a_case_that_cites_nothing_of_the_pack_or_is_of_a_day_before_it():
    case = EVERY_PACK[0].cases()[0]
    (line,) = held_against(EVERY_PACK[0], case.model_copy(update={"cites": ("shoes",)}))
    assert "'shoes'" in line
    (line,) = held_against(EVERY_PACK[0], case.model_copy(update={"as_of": date(2023, 8, 23)}))
    assert "does not hold then" in line
    assert held_against(EVERY_PACK[0], case.model_copy(update={"as_of": None})) == ["has no day"]


def test_answers_that_no_sheet_could_have():
    case = EVERY_PACK[0].cases()[0].model_copy(update={"answers": {"high_school": "phd"}})
    with pytest.raises(SheetError):
        held_against(EVERY_PACK[0], case)
