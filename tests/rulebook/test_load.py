"""Packs are read strictly, and a fault is named with its file, its place and the problem."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from desktop_app import resources
from desktop_app.i18n import load_words
from desktop_app.resources import ResourceError
from desktop_app.rulebook.load import NoRuleInForceError, load_facts, load_packs, load_rulebook, words_with


def refusal(folder: Path) -> ResourceError:
    with pytest.raises(ResourceError) as caught:
        load_rulebook(folder)
    assert caught.value.file.name == "rules.yaml"
    return caught.value


def test_a_pack_of_one_s_own_is_read(pack, written):
    book = load_rulebook(written(pack))
    assert book.series() == ("or-county",)
    (loaded,) = book.packs
    assert loaded.folder.name == "one"
    assert loaded.pack.source("posting").retrieved == date(2025, 1, 2)
    assert loaded.pack.positions[0].requirements[0].changeable


def test_what_was_read_cannot_be_changed(book):
    pack = book.packs[0].pack
    with pytest.raises(ValidationError, match="frozen"):
        pack.version = "2030-01-01"
    with pytest.raises(ValidationError, match="frozen"):
        pack.positions[0].requirements[0].strength = "preferred"


@pytest.mark.parametrize(
    ("key", "value", "place", "problem"),
    [
        ("surprise", 1, "surprise", "this key is not known here"),
        ("series", "Calaveras!", "series", "string should match pattern"),
        ("series", 7, "series", "valid string"),
        ("version", "first", "version", "string should match pattern"),
        ("in_force", {"since": "2025-1-1"}, "in_force, since", "a day must be written YYYY-MM-DD"),
        ("in_force", {"since": "2025-02-30"}, "in_force, since", "day is out of range"),
        ("in_force", {"since": 20250101}, "in_force, since", "a day must be written YYYY-MM-DD"),
        ("in_force", {}, "in_force, since", "field required"),
        ("sources", [], "sources", "at least 1 item"),
        ("sources", "posting", "sources", "valid"),
        ("positions", None, "positions", "valid"),
        ("positions", [], "positions", "at least 1 item"),
        ("rules", {"a": {"met": ["diploma"]}}, "rules, a", "expected one of all, any, fact"),
        ("rules", {"a": "high_school"}, "rules, a", "expected one of all, any, fact"),
        ("rules", {"a": {"fact": "high_school"}}, "rules, a, fact", "names no answer that counts"),
        ("rules", {"a": {"all": []}}, "rules, a, all, all", "at least 1 item"),
        (
            "rules",
            {"a": {"months": 6.5, "count": "x", "roles": [{}]}},
            "rules, a, months, months",
            "valid integer",
        ),
        (
            "rules",
            {"a": {"months": 0, "count": "x", "roles": [{}]}},
            "rules, a, months, months",
            "greater than",
        ),
        ("rules", {"a": {"rule": "b", "any": []}}, "rules, a, any, any", "at least 1 item"),
        (
            "rules",
            {"a": {"fact": "age_18_or_over", "met": ["yes", 1]}},
            "rules, a, fact, met, entry 2",
            "valid",
        ),
        ("pay", [{"id": "a", "positions": ["x"], "low": 18.46}], "pay, entry 1, low", "valid string"),
    ],
)
def test_a_fault_is_named_with_its_place(pack, written, key, value, place, problem):
    pack[key] = value
    error = refusal(written(pack))
    assert error.place.startswith(place)
    assert problem in error.problem


@pytest.mark.parametrize(
    ("change", "place", "problem"),
    [
        ({"basis": "guessed"}, "basis", "'stated', 'interpreted' or 'inferred'"),
        ({"strength": "maybe"}, "strength", "'must', 'level', 'expected' or 'preferred'"),
        ({"cite": {"source": "posting", "section": ""}}, "cite, section", "at least 1 character"),
        (
            {"cite": {"source": "posting", "section": "A", "line": 0}},
            "cite, line",
            "greater than or equal to 1",
        ),
        ({"changeable": "no"}, "changeable", "valid boolean"),
        ({"waived": True}, "waived", "this key is not known here"),
    ],
)
def test_the_place_of_a_requirement_counts_entries_from_one(
    pack, requirement, written, change, place, problem
):
    requirement.update(change)
    error = refusal(written(pack))
    assert error.place == f"positions, entry 1, requirements, entry 1, {place}"
    assert problem in error.problem


@pytest.mark.parametrize("missing", ["strength", "basis", "cite", "needs"])
def test_a_requirement_has_its_strength_its_basis_and_its_source(pack, requirement, written, missing):
    del requirement[missing]
    error = refusal(written(pack))
    assert error.place.endswith(missing)
    assert error.problem == "field required"


def test_what_is_unclear_brings_its_question(pack, written):
    pack["rules"]["school"] = {"fact": "high_school", "met": ["diploma"], "unclear": ["outside_us"]}
    assert "needs a question to ask" in refusal(written(pack)).problem


@pytest.mark.parametrize("what", ["position", "source", "requirement of or-county-1"])
def test_ids_stand_once(pack, written, what):
    requirements = pack["positions"][0]["requirements"]
    twice = {"position": pack["positions"], "source": pack["sources"]}.get(what, requirements)
    twice.append(twice[0])
    assert f"the {what} '" in refusal(written(pack)).problem


@pytest.mark.parametrize("content", ["a: .nan", "a: .inf", "- a", "text", "12", "null", "series: .nan"])
def test_what_is_no_pack_at_all(tmp_path: Path, content: str):
    (tmp_path / "rules.yaml").write_text(content, encoding="utf-8")
    refusal(tmp_path)


def test_rules_nested_too_deeply(pack, written):
    rule: dict[str, Any] = {"fact": "high_school", "met": ["diploma"]}
    for _ in range(30):
        rule = {"all": [rule]}
    pack["rules"]["deep"] = rule
    assert "deep" in refusal(written(pack)).problem


def test_a_hostile_pack_runs_nothing(tmp_path: Path):
    mark = tmp_path / "ran"
    content = f"series: !!python/object/apply:os.mkdir ['{mark}']\n"
    (tmp_path / "rules.yaml").write_text(content, encoding="utf-8")
    assert "not allowed" in refusal(tmp_path).problem
    assert not mark.exists()


def test_a_folder_without_packs(tmp_path: Path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ResourceError, match=r"no rules\.yaml found"):
            load_packs(folder)


def test_a_pack_that_names_a_rule_that_is_not_there_is_not_used(pack, requirement, written):
    requirement["needs"] = {"rule": "nothing"}
    assert refusal(written(pack)).problem == "the rule 'nothing' is not in this pack"


# ------------------------------------------------------------------ in force


@pytest.fixture
def versions(pack, written):
    """Two versions with a gap of a month between them, and the last without end."""
    first = {**pack, "in_force": {"since": "2024-01-01", "until": "2024-12-31"}, "version": "2024-01-01"}
    second = {**pack, "in_force": {"since": "2025-02-01"}, "version": "2025-02-01"}
    written(first, "2024")
    return load_rulebook(written(second, "2025"))


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ("2024-01-01", "2024-01-01"),
        ("2024-12-31", "2024-01-01"),
        ("2025-02-01", "2025-02-01"),
        ("2099-01-01", "2025-02-01"),
    ],
)
def test_the_rule_in_force_on_a_day(versions, day, version):
    assert [loaded.pack.version for loaded in versions.in_force(date.fromisoformat(day))] == [version]


@pytest.mark.parametrize("day", ["2023-12-31", "2025-01-01", "2025-01-31"])
def test_no_rule_in_force_is_an_error_and_never_a_fallback(versions, day):
    with pytest.raises(NoRuleInForceError, match="or-county"):
        versions.in_force(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("series", "first"), [("ca-calaveras", date(2023, 8, 24)), ("tx-state", date(2023, 9, 1))]
)
def test_the_program_s_packs_hold_from_their_day_on(book, words, series, first):
    assert book.in_force(first, [series])[0].pack.series == series
    assert book.in_force(date(2099, 12, 31), [series])[0].pack.in_force.until is None
    with pytest.raises(NoRuleInForceError) as caught:
        book.in_force(first.replace(day=first.day - 1) if first.day > 1 else date(2023, 8, 31), [series])
    assert first.isoformat() in words.say(caught.value.message)


def test_both_series_are_wanted_unless_one_is_named(book):
    both = book.in_force(date(2026, 11, 22))
    assert [loaded.pack.series for loaded in both] == ["ca-calaveras", "tx-state"]
    with pytest.raises(NoRuleInForceError):
        book.in_force(date(2023, 8, 25))


# ------------------------------------------------------------------ facts and words


def test_the_facts_are_those_that_may_be_asked(facts):
    assert next(iter(facts.by_id)) == "lived_experience"
    assert facts.by_id["lived_experience"].private
    assert facts.by_id["lived_experience"].alone == ("none_of_these",)
    assert [fact.id for fact in facts.by_id.values() if fact.private] == ["lived_experience"]
    assert {fact.section for fact in facts.by_id.values()} == set(facts.sections)
    for fact in facts.by_id.values():
        if fact.read_when:
            before = facts.by_id[fact.read_when.fact]
            assert set(fact.read_when.one_of) <= set(before.choices)


@pytest.mark.parametrize(
    "fact",
    [
        {"id": "a", "section": "s", "kind": "choice"},
        {"id": "a", "section": "s", "kind": "yes_no", "choices": ["x"]},
        {"id": "a", "section": "s", "kind": "choices", "choices": ["x", "x"]},
        {"id": "a", "section": "s", "kind": "choices", "choices": ["x"], "alone": ["y"]},
        {"id": "a", "section": "s", "kind": "essay"},
    ],
)
def test_a_fact_that_does_not_hold_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fact: dict[str, Any]
):
    (tmp_path / "questions").mkdir()
    content = json.dumps({"sections": ["s"], "facts": [fact]})
    (tmp_path / "questions" / "facts.yaml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(resources, "folder", lambda: tmp_path)
    with pytest.raises(ResourceError) as caught:
        load_facts()
    assert caught.value.place.startswith("facts, entry 1")


def test_a_pack_s_words_stand_behind_its_series(book):
    words = words_with(load_words("en"), book.packs)
    assert words.has("ca-calaveras.series.place")
    assert words.has("tx-state.series.place")
    assert words.has("app.name")


def test_a_pack_without_words(pack, written):
    book = load_rulebook(written(pack))
    with pytest.raises(ResourceError, match=r"words\.en\.yaml"):
        words_with(load_words("en"), book.packs)
