"""What cannot be meant is refused as a pack is read, with its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from desktop_app.resources import ResourceError
from desktop_app.rulebook.load import LoadedPack, load_packs, load_rulebook
from desktop_app.rulebook.model import AtLeast, EmployerDecides, WithinMonthsOfHire, YearsSince


@pytest.fixture
def copied(tmp_path: Path, county: LoadedPack) -> Path:
    """A copy of the invented county that a test may spoil."""
    return shutil.copytree(county.folder, tmp_path / "county")


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("at_least: 2\n    of", "at_least: 4\n    of", "asks for more parts than there are"),
        ("at_least: 2\n    of", "at_least: 0\n    of", "greater than or equal to 1"),
        ("at_least: 2}", "at_least: 0}", "greater than or equal to 1"),
        ("within_months_of_hire: 12", "within_months_of_hire: 0", "greater than or equal to 1"),
        (", ask: certificate_when}", "}", "field required"),
        ('closes: "2026-12-15"', 'closes: "2026-01-31"', "closes before it opens"),
        ('["21.10", "22.16"', '["21.00", "22.16"', "the first step is 'low' and the last is 'high'"),
        ("years_since: in_recovery_since", "years_since: age_21_or_over", "not a fact that is a day"),
    ],
)
def test_a_rule_that_cannot_be_meant(copied: Path, old: str, new: str, problem: str):
    spoil(copied / "rules.yaml", old, new)
    with pytest.raises(ResourceError, match=re.escape(problem)):
        load_rulebook(copied)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: age_21_yes", "id: age_21_no", "the case 'age_21_no' stands twice"),
        ("expect: {standings: {", "expekt: {standings: {", "field required"),
        ("cites: [age_21]", "cites: []", "at least 1 item"),
        ('as_of: "2026-11-22"', "as_of: today", "YYYY-MM-DD"),
    ],
)
def test_a_case_that_cannot_be_meant(copied: Path, old: str, new: str, problem: str):
    spoil(copied / "cases.yaml", old, new)
    (loaded,) = load_packs(copied)
    with pytest.raises(ResourceError, match=re.escape(problem)) as caught:
        loaded.cases()
    assert caught.value.file.name == "cases.yaml"


def test_a_case_has_to_say_what_follows(copied: Path):
    (copied / "cases.yaml").write_text('{as_of: "2026-11-22", cases: [{id: a, cites: [age_21], expect: {}}]}')
    (loaded,) = load_packs(copied)
    with pytest.raises(ResourceError, match="names nothing that follows"):
        loaded.cases()


def test_the_kinds_that_only_the_county_uses_are_told_apart(county: LoadedPack):
    rules = county.pack.rules
    first, second = county.pack.positions
    needs = {one.id: one.needs for one in first.requirements}
    assert isinstance(rules["ready_to_begin"], AtLeast)
    assert isinstance(rules["own_recovery"].all[1], YearsSince)  # type: ignore[union-attr]
    assert isinstance(needs["county_certificate"], WithinMonthsOfHire)
    assert isinstance(needs["background_review"], EmployerDecides)
    assert len(second.requirements) == 3
