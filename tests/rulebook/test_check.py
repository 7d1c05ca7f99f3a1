"""A pack's author is told everything that is amiss: what is named and not there, and words that are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.i18n import LANGUAGES
from desktop_app.rulebook import references
from desktop_app.rulebook.check import check_folder, words_needed
from desktop_app.rulebook.load import load_packs
from desktop_app.rulebook.model import Pack

DIPLOMA = {"fact": "high_school", "met": ["diploma"]}


def faults(pack, facts) -> list[tuple[str, str]]:
    return list(references.faults(Pack.model_validate(pack, strict=False), facts.by_id))


def test_a_sound_pack_has_no_faults(pack, facts):
    assert faults(pack, facts) == []


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ({"rule": "nothing"}, "the rule 'nothing' is not in this pack"),
        ({"fact": "shoe_size", "met": ["diploma"]}, "the fact 'shoe_size' is not known"),
        ({"fact": "high_school", "met": ["phd"]}, "'phd' is not an answer to 'high_school'"),
        ({"fact": "age_18_or_over", "met": ["yes"]}, "'yes' is not an answer to 'age_18_or_over'"),
        ({"fact": "roles", "met": ["x"]}, "the fact 'roles' has no choices"),
        (
            {"credential": "x", "expires": "ca_certificate_expires", "met": ["current"]},
            "the fact 'x' is not known",
        ),
        (
            {"credential": "ca_certificate", "expires": "high_school", "met": ["current"]},
            "'high_school' is not a fact that is a day",
        ),
        (
            {
                "lapsed": "ca_certificate",
                "expires": "nothing",
                "expired": ["expired"],
                "running": ["current"],
            },
            "'nothing' is not a fact that is a day",
        ),
        ({"not_given": "nothing"}, "the fact 'nothing' is not known"),
        (
            {"any": [DIPLOMA, {"all": [DIPLOMA, {"rule": "nothing"}]}]},
            "the rule 'nothing' is not in this pack",
        ),
        ({"at_best_unclear": {"rule": "nothing"}, "ask": "x"}, "the rule 'nothing' is not in this pack"),
    ],
)
def test_what_a_rule_names_has_to_be_there(pack, facts, rule, problem):
    pack["rules"]["new"] = rule
    assert ("rules, new", problem) in faults(pack, facts)


@pytest.mark.parametrize(
    "rules",
    [
        {"a": {"rule": "a"}},
        {"a": {"all": [{"rule": "b"}]}, "b": {"any": [DIPLOMA, {"rule": "a"}]}},
        {"a": {"rule": "b"}, "b": {"rule": "c"}, "c": {"at_best_unclear": {"rule": "a"}, "ask": "x"}},
    ],
)
def test_rules_that_go_round_in_a_circle(pack, facts, rules):
    pack["rules"].update(rules)
    assert [place for place, problem in faults(pack, facts) if problem == "the rule rests on itself"] == [
        f"rules, {name}" for name in rules
    ]


def test_rules_that_share_a_rule_are_no_circle(pack, facts):
    pack["rules"].update({"a": {"all": [{"rule": "school"}, {"rule": "school"}]}, "b": {"rule": "a"}})
    assert faults(pack, facts) == []


def test_sources_and_positions_have_to_be_there(pack, requirement, facts):
    cite = {"source": "newspaper", "section": "A"}
    requirement["cite"] = cite
    requirement["path"] = [{"id": "step", "cite": cite, "needs": DIPLOMA}]
    requirement["cautions"] = [{"id": "c", "when": {"rule": "nothing"}}, {"id": "always"}]
    pack["pay"] = [
        {"id": "top", "positions": ["or-county-9"], "low": "1", "high": "2", "per": "hour", "cite": cite}
    ]
    pack["warnings"] = [{"id": "w", "when": {"rule": "nothing"}}]
    assert {place for place, _ in faults(pack, facts)} == {
        "or-county-1, school",
        "or-county-1, school, path, step",
        "or-county-1, school, caution c",
        "warnings, w",
        "pay, top",
    }


@pytest.mark.parametrize(
    "amounts",
    [{"low": "20", "high": "18"}, {"low": "18", "high": "20", "steps": ["18", "21", "19", "20"]}],
    ids=["low above high", "a step down"],
)
def test_pay_goes_up(pack, facts, amounts):
    cite = {"source": pack["sources"][0]["id"], "section": "A"}
    position = pack["positions"][0]["id"]
    pack["pay"] = [{"id": "top", "positions": [position], "per": "hour", "cite": cite, **amounts}]
    assert [place for place, _ in faults(pack, facts)] == ["pay, top"]


# ------------------------------------------------------------------ words


@pytest.fixture
def with_words(pack, requirement, written):
    """A pack of every kind of rule, with all its words in every language."""
    months = {"months": 6, "count": "work", "roles": [{"paid": True}]}
    requirement["basis"] = "inferred"
    requirement["needs"] = {
        "any": [
            {**DIPLOMA, "unclear": ["outside_us"], "ask": "school"},
            {"at_best_unclear": months, "ask": "volunteers"},
            {"has_role": [{"work": ["other"]}], "count": "any_work"},
        ]
    }
    requirement["path"] = [{"id": "step", "cite": requirement["cite"], "needs": DIPLOMA}]
    requirement["cautions"] = [{"id": "careful"}]
    del pack["rules"]["school"]  # nothing rests on it now
    pack.update(notes=["n"], contacts=["c"], pay_notes=["p"], warnings=[{"id": "w", "when": DIPLOMA}])
    folder = written(pack)
    needed = sorted(set(words_needed(load_packs(folder)[0].pack)))
    for language in LANGUAGES:
        write_words(folder, language, needed)
    return folder, needed


def write_words(folder: Path, language: str, keys: list[str]) -> None:
    """Each key on its own line; dots in a key are levels only where a catalog is written by hand."""
    tree: dict[str, object] = {}
    for key in keys:
        node = tree
        *levels, last = key.split(".")
        for level in levels:
            node = node.setdefault(level, {})  # type: ignore[assignment]
        node[last] = "words"
    (folder / "one" / f"words.{language}.yaml").write_text(str(tree), encoding="utf-8")


def test_all_words_there_and_nothing_is_amiss(with_words, facts):
    folder, needed = with_words
    assert list(check_folder(folder, facts)) == []
    assert {"asks.inferred", "asks.volunteers", "counts.work.between", "counts.any_work.some"} <= set(needed)


def test_each_text_that_is_missing_is_named(with_words, facts):
    folder, needed = with_words
    write_words(folder, "es", [key for key in needed if key not in ("asks.school", "notes.n")])
    found = list(check_folder(folder, facts))
    assert [line.split(", ", 1)[1] for line in found] == [
        "asks.school: this text is missing",
        "notes.n: this text is missing",
    ]
    assert all("words.es.yaml" in line for line in found)


def test_a_text_that_nothing_uses_is_named_and_papers_are_not(with_words, facts):
    folder, needed = with_words
    write_words(folder, "en", [*needed, "asks.forgotten", "requirements.school.paper"])
    assert [line.split(", ", 1)[1] for line in check_folder(folder, facts)] == [
        "asks.forgotten: no rule uses this text"
    ]


def test_a_language_that_is_missing_is_named(with_words, facts):
    folder, _ = with_words
    (folder / "one" / "words.es.yaml").unlink()
    (line,) = check_folder(folder, facts)
    assert line.endswith("words.es.yaml: the words of this language are missing")


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (("2024-01-01", None), ("2025-01-01", None), True),
        (("2024-01-01", "2025-01-01"), ("2025-01-01", None), True),
        (("2024-01-01", "2024-12-31"), ("2025-01-01", None), False),
        (("2025-01-01", None), ("2024-01-01", "2024-12-31"), False),
        (("2025-01-01", None), ("2024-01-01", "2025-01-01"), True),
    ],
)
def test_two_versions_must_not_hold_on_the_same_day(pack, written, facts, first, second, overlap):
    for name, (since, until) in (("a", first), ("b", second)):
        folder = written({**pack, "in_force": {"since": since, **({"until": until} if until else {})}}, name)
    other = written({**pack, "series": "wa-county"}, "c")
    assert other == folder
    found = [line for line in check_folder(folder, facts) if "holds on days" in line]
    assert len(found) == overlap


def test_what_a_pack_says_otherwise_of_a_client_stands_in_for_a_text_with_the_same_values(with_words, facts):
    folder, _ = with_words
    file = folder / "one" / "words.es.client.yaml"
    file.write_text(
        "notes: {n: words of a client, other: x}\nasks: {school: 'words, {day}'}", encoding="utf-8"
    )
    assert [line.split(", ", 1)[1] for line in check_folder(folder, facts)] == [
        "notes.other: the pack has no such text to say otherwise",
        "asks.school: it is not filled in with the same values as the pack's text",
    ]
