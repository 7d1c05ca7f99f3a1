"""The program's judgement and that by trying agree on every partial sheet; docs/proofs.md has the sizes.

A requirement rests on its own facts alone, so every partial sheet of these is every case there is for it. What is
tried for a whole position is every sheet of its facts, or where these are too many a sample of them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from itertools import product
from math import prod
from typing import Any, NamedTuple

import pytest

from desktop_app import resources
from desktop_app.answers.sheet import read_answers
from desktop_app.judgement.case import case_of
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.ready import ReadyPosition, ReadyRequirement
from desktop_app.judgement.standing import BETWEEN, Grade, outcome_of
from desktop_app.rulebook.load import RULES, Facts, LoadedPack, load_facts, with_facts_of
from tests.judgement.brute_force import UNCLEAR, Reader, Rule, Span
from tests.packs.every import EVERY_PACK

AS_OF = date(2026, 11, 22)
MOST, DRAWN = 200_000, 10_000
"""Combinations of answers to a whole position that are all tried; of more, so many are drawn."""
EVERY_SO_MANY = 7


class Tried(NamedTuple):
    """A position made ready by the program, and its requirements as they are written."""

    loaded: LoadedPack
    facts: Facts
    reader: Reader
    ready: ReadyPosition
    written: list[Rule]

    def pairs(self) -> Iterator[tuple[ReadyRequirement, Rule]]:
        return zip(self.ready.requirements, self.written, strict=True)

    def names(self) -> list[str]:
        """Every fact that the position and its paths rest on."""
        needs = [rule["needs"] for rule in self.written]
        needs += [step["needs"] for rule in self.written for step in rule.get("path", [])]
        return sorted({name for rule in needs for name in self.reader.names(rule)})


def every_position() -> Iterator[Tried]:
    for loaded in EVERY_PACK:
        facts = with_facts_of(load_facts(), [loaded])
        rules = resources.read_yaml(loaded.folder / RULES)
        reader = Reader(rules["rules"], facts, AS_OF)
        ready = Judge([loaded.pack], facts).positions
        for made, written in zip(ready, rules["positions"], strict=True):
            yield Tried(loaded, facts, reader, made, written["requirements"])


POSITIONS = list(every_position())
every = pytest.mark.parametrize("tried", POSITIONS, ids=lambda tried: tried.ready.id)


def capped(span: Span, rule: Rule) -> Span:
    """What is inferred is unclear at best."""
    return (min(span[0], UNCLEAR), min(span[1], UNCLEAR)) if rule.get("basis") == "inferred" else span


@every
def test_every_requirement_and_step_on_every_partial_sheet_of_its_facts(tried: Tried):
    sheets = narrower = 0
    for ready, written in tried.pairs():
        steps = zip(ready.path, written.get("path", []), strict=True)
        judged: list[tuple[Any, Rule]] = [(ready, written), *((needs, step) for (_, needs), step in steps)]
        for criterion, rule in judged:
            for told in tried.reader.sheets(rule["needs"]):
                sheets += 1
                case = case_of(read_answers(tried.reader.sheet(told), tried.facts, AS_OF), tried.facts)
                low, high = criterion.weigh(case)
                spans = capped(tried.reader.where_used(rule["needs"], told), rule)
                assert (low, high) == spans, (rule["id"], told)
                whole = capped(tried.reader.whole(rule["needs"], told), rule)
                assert low <= whole[0] <= whole[1] <= high, (rule["id"], told)
                narrower += whole != spans
    # An answer that is used in two places could not be both at once: the design spans it in each (section 2).
    assert narrower == 0, "two parts of a requirement share a fact; docs/proofs.md says that none does"
    print(f"{tried.ready.id}: {sheets} partial sheets of its requirements and steps, every one")  # noqa: T201


@every
def test_whole_positions_stand_as_their_requirements_do(tried: Tried):
    """That nothing outside a requirement's own facts moves it; and the outcome follows from the standings."""
    names = tried.names()
    each = [[None, *tried.reader.answers(name)] for name in names]
    size = prod(len(answers) for answers in each)
    seen = 0
    known: dict[Any, Span] = {}
    for answers in product(*each) if size <= MOST else sample(each, DRAWN):
        told = {name: answer for name, answer in zip(names, answers, strict=True) if answer is not None}
        if not all(tried.reader.is_called_for(name, told) for name in told):
            continue
        seen += 1
        spans = [standing_of(tried, at, rule, told, known) for at, (_, rule) in enumerate(tried.pairs())]
        case = case_of(read_answers(tried.reader.sheet(told), tried.facts, AS_OF), tried.facts)
        assert [tuple(one.weigh(case)) for one in tried.ready.requirements] == spans, told
        if seen % EVERY_SO_MANY == 0:  # with its tree, which takes longer
            judged = tried.ready.judge(case)
            assert [tuple(one.standing) for one in judged.requirements] == spans, told
            assert judged.outcome == outcome([one["strength"] for one in tried.written], spans), told
    how = "every one" if size <= MOST else f"drawn from {size:,} combinations"
    print(f"{tried.ready.id}: {seen} partial sheets of the whole position, {how}")  # noqa: T201


def standing_of(tried: Tried, at: int, rule: Rule, told: dict[str, Any], known: dict[Any, Span]) -> Span:
    """A requirement's span, worked out once for the answers that it rests on."""
    own = {name: told[name] for name in sorted(tried.reader.names(rule["needs"])) if name in told}
    key = at, tuple(own.items())
    if key not in known:
        known[key] = capped(tried.reader.where_used(rule["needs"], own), rule)
    return known[key]


def sample(each: list[list[Any]], size: int) -> Iterator[tuple[Any, ...]]:
    chance = random.Random(20261122)
    for _ in range(size):
        yield tuple(chance.choice(answers) for answers in each)


def outcome(strengths: list[str], spans: list[Span]) -> str:
    """The design's words for it, by the worst and the best that could turn out."""
    worst, best = 2, 2
    for strength, (low, high) in zip(strengths, spans, strict=True):
        if strength == "preferred":
            continue
        floor = UNCLEAR if strength == "expected" else 0
        worst, best = min(worst, max(low, floor)), min(best, max(high, floor))
    return ("cannot_tell" if best else "not_yet", "confirm", "meets")[worst]


def test_the_outcome_of_every_combination_of_five_standings():
    spans = [BETWEEN[low][high] for low in Grade for high in Grade if low <= high]
    strengths = ("must", "level", "expected", "preferred", "must")
    for parts in product(spans, repeat=5):
        plain: list[Span] = [(int(low), int(high)) for low, high in parts]
        assert outcome_of(zip(strengths, parts, strict=True)) == outcome(list(strengths), plain)


def test_a_fact_used_twice_spans_in_each_place_as_the_design_has_it():
    """One answer cannot be both; the compositional span is the wider one, and that is what is told."""
    facts = load_facts()
    lists: Rule = {"fact": "high_school", "met": ["diploma"]}
    others: Rule = {"fact": "high_school", "met": ["ged_or_hiset"]}
    reader = Reader({}, facts, AS_OF)
    twice: Rule = {"all": [lists, others]}
    assert reader.whole(twice, {}) == (0, 0)
    assert reader.where_used(twice, {}) == (0, 2)
