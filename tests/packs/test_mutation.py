"""Every one-place change of a pack's rules is caught by one of its cases, or spared.yaml says why not."""

from __future__ import annotations

import json
import re

import pytest

from desktop_app import resources
from desktop_app.judgement.cases import contradictions
from desktop_app.judgement.judge import Judge
from desktop_app.rulebook import references
from desktop_app.rulebook.cases import Case
from desktop_app.rulebook.load import RULES, Facts, LoadedPack, load_facts, with_facts_of
from desktop_app.rulebook.model import Pack
from tests.packs.every import EVERY_PACK, HERE, shown
from tests.packs.mutants import Mutant, mutants

SPARED = resources.read_yaml(HERE / "spared.yaml")


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts()


@pytest.mark.parametrize("loaded", EVERY_PACK, ids=shown)
def test_every_change_of_a_pack_is_caught_by_one_of_its_cases(loaded: LoadedPack, facts: Facts):
    known = with_facts_of(facts, [loaded])
    rules = resources.read_yaml(loaded.folder / RULES)
    spared = SPARED.get(loaded.pack.series, {})
    made = list(mutants(rules, known))
    alive = survivors(made, list(loaded.cases()), known)
    assert [name for name in alive if not any(re.search(way, name) for way in spared)] == []
    assert [way for way in spared if not any(re.search(way, name) for name in alive)] == []
    print(f"{loaded.pack.series}: {len(made)} changes, {len(made) - len(alive)} caught, {len(alive)} spared")  # noqa: T201


def survivors(made: list[Mutant], cases: list[Case], facts: Facts) -> list[str]:
    """The changes that no case catches; the case that caught the last one is tried first on the next."""
    alive = []
    for mutant in made:
        pack = Pack.model_validate_json(json.dumps(mutant.rules))
        assert list(references.faults(pack, facts.by_id)) == [], mutant.name
        judge = Judge([pack], facts)
        for at, case in enumerate(cases):
            if next(contradictions(pack, case, judge, facts), None):
                cases.insert(0, cases.pop(at))
                break
        else:
            alive.append(mutant.name)
    return alive


def test_what_is_changed_is_one_place_of_the_rules_and_each_only_once(facts: Facts):
    for loaded in EVERY_PACK:
        rules = resources.read_yaml(loaded.folder / RULES)
        made = list(mutants(rules, with_facts_of(facts, [loaded])))
        assert all(mutant.rules != rules for mutant in made)
        assert len({json.dumps(mutant.rules, sort_keys=True) for mutant in made}) == len(made)
