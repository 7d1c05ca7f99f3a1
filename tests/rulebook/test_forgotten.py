"""A pack's author is told what nothing uses, which days have no rules, and which sources have grown old."""

from __future__ import annotations

import json
from datetime import date

import pytest

from desktop_app import resources
from desktop_app.rulebook.check import check_folder, doubts
from desktop_app.rulebook.load import Facts, load_packs
from desktop_app.rulebook.model import Fact
from desktop_app.rulebook.unused import unknown_grounds, unused_in, unused_questions
from tests.rulebook.made_posting import pack_as_data

DIPLOMA = {"fact": "high_school", "met": ["diploma"]}
TODAY = date(2026, 11, 22)


def unused(folder) -> list[str]:
    return [
        f"{file}, {place}: {problem}" for one in load_packs(folder) for file, place, problem in unused_in(one)
    ]


def routes(folder, **route):
    whole = {
        "id": "way",
        "gives": {"high_school": "diploma"},
        "steps": [{"id": "go", "takes": {"yours": True}}],
    }
    sources = route.pop("sources", [])
    content = {"sources": sources, "routes": [{**whole, **route}]}
    (folder / "one" / "routes.yaml").write_text(json.dumps(content), encoding="utf-8")


def test_a_rule_that_nothing_rests_on(pack, written):
    pack["rules"].update(spare={"rule": "deep"}, deep=DIPLOMA)
    assert unused(written(pack)) == [
        "rules.yaml, rules, spare: nothing rests on this rule",
        "rules.yaml, rules, deep: nothing rests on this rule",
    ]


def test_a_rule_below_another_or_in_a_caution_a_warning_or_a_route_is_used(pack, requirement, written):
    pack["rules"].update(dict.fromkeys(("a", "b", "c", "d", "e"), DIPLOMA))
    pack["rules"]["school"] = {"any": [DIPLOMA, {"rule": "a"}]}
    requirement["cautions"] = [{"id": "c", "when": {"rule": "b"}}]
    pack["warnings"] = [{"id": "w", "when": {"rule": "c"}}]
    folder = written(pack)
    steps = [{"id": "go", "takes": {"yours": True}, "done_when": {"rule": "e"}}]
    routes(folder, needs={"rule": "d"}, steps=steps)
    assert unused(folder) == []


def test_a_source_that_nothing_cites(pack, written):
    pack["sources"].append({"id": "handbook", "retrieved": "2025-01-02"})
    folder = written(pack)
    assert unused(folder) == ["rules.yaml, sources, handbook: nothing cites this source"]
    grounds = {"source": "handbook", "confidence": "high"}
    routes(folder, steps=[{"id": "go", "takes": {"yours": True}, "grounds": grounds}])
    assert unused(folder) == []


def test_a_source_of_the_routes_that_no_step_rests_on_and_one_that_is_not_there(pack, written):
    folder = written(pack)
    grounds = {"source": "hearsay", "confidence": "low"}
    routes(
        folder,
        sources=[{"id": "site", "retrieved": "2025-01-02"}],
        steps=[{"id": "go", "takes": {"yours": True}, "grounds": grounds}],
    )
    assert unused(folder) == ["routes.yaml, sources, site: no step rests on this source"]
    (loaded,) = load_packs(folder)
    assert list(unknown_grounds(loaded)) == [
        ("routes.yaml", "way, go", "the source 'hearsay' is not among the pack's sources")
    ]


def test_a_question_of_the_packs_own_that_no_rule_reads(pack, requirement, written):
    yes_no = {"section": "work", "kind": "yes_no"}
    own = [
        {"id": "likes_tea", **yes_no},
        {"id": "kind_of_tea", "section": "work", "kind": "choice", "choices": ["green", "black"]},
        {
            "id": "tea_since",
            "section": "work",
            "kind": "date",
            "read_when": {"fact": "kind_of_tea", "one_of": ["green"]},
        },
    ]
    requirement["needs"] = {"any": [{"rule": "school"}, {"years_since": "tea_since", "at_least": 2}]}
    folder = written(pack)
    (folder / "one" / "facts.yaml").write_text(json.dumps({"facts": own}), encoding="utf-8")
    assert unused(folder) == ["facts.yaml, likes_tea: no rule reads the answer to this question"]


def test_a_question_of_the_program_that_no_pack_reads(facts, book):
    more = Fact(id="shoe_size", section="work", kind="yes_no")
    asked = Facts(facts.sections, {**facts.by_id, "shoe_size": more})
    assert unused_questions(facts, book.packs) == []
    assert unused_questions(asked, book.packs) == ["shoe_size"]
    (line,) = [one for one in check_folder(resources.folder() / "packs", asked) if "shoe_size" in one]
    assert line.endswith("facts.yaml, shoe_size: no pack reads the answer to this question")


# ---------------------------------------------------------------- days


def force(pack, written, *spans):
    for number, (since, until) in enumerate(spans):
        held = {"since": since, **({"until": until} if until else {})}
        folder = written({**pack, "version": since, "in_force": held}, str(number))
    return folder


@pytest.mark.parametrize(
    ("spans", "gap"),
    [
        ([("2024-01-01", "2024-12-31"), ("2025-01-01", None)], None),
        (
            [("2024-01-01", "2024-12-31"), ("2025-01-03", None)],
            "from 2025-01-01 to 2025-01-02, after version 2024-01-01",
        ),
        (
            [("2025-02-01", None), ("2024-01-01", "2024-12-31")],
            "from 2025-01-01 to 2025-01-31, after version 2024-01-01",
        ),
        ([("2024-01-01", None)], None),
    ],
)
def test_days_between_two_versions_on_which_none_holds(pack, written, facts, spans, gap):
    found = [one for one in check_folder(force(pack, written, *spans), facts) if "in_force" in one]
    assert [one.split("no version holds ")[-1] for one in found] == ([gap] if gap else [])


def test_a_version_inside_a_longer_one_hides_no_gap_and_no_overlap(pack, written, facts):
    spans = [("2024-01-01", "2025-12-31"), ("2024-06-01", "2024-07-31"), ("2026-02-01", None)]
    found = [one for one in check_folder(force(pack, written, *spans), facts) if "in_force" in one]
    assert [one.split("in_force: ")[1] for one in found] == [
        "holds on days on which version 2024-01-01 holds too",
        "no version holds from 2026-01-01 to 2026-01-31, after version 2024-01-01",
    ]


# ---------------------------------------------------------------- doubts


@pytest.mark.parametrize(
    ("source", "older_than", "said"),
    [
        ({"date": "2025-11-22"}, 365, None),
        ({"date": "2025-11-21"}, 365, "is from 2025-11-21, 366 days ago"),
        ({"date": "2025-11-21"}, 366, None),
        ({"retrieved": "2025-01-01"}, 365, "was read on 2025-01-01, 690 days ago"),
        ({"date": "2026-11-20"}, 1, "is from 2026-11-20, 2 days ago"),
    ],
)
def test_a_source_that_has_grown_old_is_a_doubt(written, source, older_than, said):
    pack = pack_as_data()
    pack["sources"] = [{"id": "posting", "retrieved": "2026-11-22", **source}]
    found = list(doubts(written(pack), TODAY, older_than))
    assert len(found) == bool(said)
    assert all(f"sources, posting: the source {said}" in one for one in found)


def test_a_source_of_the_routes_grows_old_too(written):
    folder = written(pack_as_data())
    routes(folder, sources=[{"id": "site", "retrieved": "2024-01-02"}])
    assert any(
        "routes.yaml, sources, site: the source was read on 2024-01-02" in one
        for one in doubts(folder, TODAY, 999)
    )


def test_a_citation_without_a_fingerprint_is_a_doubt(pack, written):
    (found,) = doubts(written(pack), date(2025, 1, 3), 365)
    assert "or-county-1, school: the citation has no fingerprint" in found


def test_the_program_s_own_citations_all_have_fingerprints():
    assert not any("fingerprint" in one for one in doubts(resources.folder() / "packs", TODAY, 10_000))
