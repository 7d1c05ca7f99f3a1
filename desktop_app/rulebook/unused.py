"""What a pack has and nothing uses: rules, sources, questions. What was forgotten is often a mistake elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.rulebook import references
from desktop_app.rulebook.load import FACTS, ROUTES, RULES, Facts, LoadedPack
from desktop_app.rulebook.model import Expression, Fact

Unused = tuple[str, str, str]
"""The file of the pack, the place in it, and the problem."""


def unused_in(loaded: LoadedPack) -> Iterator[Unused]:
    """Rules that nothing rests on, sources that nothing cites, questions of its own that no rule reads."""
    pack = loaded.pack
    reached: set[str] = set()
    for expression in _expressions(loaded):
        references.rules_below(expression, pack.rules, reached)
    for name in pack.rules:
        if name not in reached:
            yield RULES, f"rules, {name}", "nothing rests on this rule"
    cited = {cite.source for _, cite in references.citations(pack)}
    grounds = {step.grounds.source for route in loaded.routes() for step in route.steps if step.grounds}
    for source in pack.sources:
        if source.id not in cited | grounds:
            yield RULES, f"sources, {source.id}", "nothing cites this source"
    for source in loaded.route_sources():
        if source.id not in grounds:
            yield ROUTES, f"sources, {source.id}", "no step rests on this source"
    used = _with_those_before(_facts_used([loaded]), loaded.facts)
    for fact in loaded.facts:
        if fact.id not in used:
            yield FACTS, fact.id, "no rule reads the answer to this question"


def unknown_grounds(loaded: LoadedPack) -> Iterator[Unused]:
    """Steps that rest on a source which neither the pack nor its routes name."""
    known = {source.id for source in (*loaded.pack.sources, *loaded.route_sources())}
    for route in loaded.routes():
        for step in route.steps:
            if step.grounds and step.grounds.source not in known:
                problem = f"the source '{step.grounds.source}' is not among the pack's sources"
                yield ROUTES, f"{route.id}, {step.id}", problem


def unused_questions(facts: Facts, packs: Iterable[LoadedPack]) -> list[str]:
    """The program's questions that no pack reads the answer to."""
    used = _with_those_before(_facts_used(packs), facts.by_id.values())
    return [name for name in facts.by_id if name not in used]


def _with_those_before(used: set[str], facts: Iterable[Fact]) -> set[str]:
    """A follow-up that is used needs the question before it."""
    return used | {fact.read_when.fact for fact in facts if fact.id in used and fact.read_when}


def _facts_used(packs: Iterable[LoadedPack]) -> set[str]:
    return {
        name
        for loaded in packs
        for expression in (*loaded.pack.rules.values(), *_expressions(loaded))
        for part in references.walk(expression)
        for name in references.facts_of(part)
    }


def _expressions(loaded: LoadedPack) -> Iterator[Expression]:
    """Every expression that is judged by: not the named rules, which only count where something names them."""
    for place, expression in references.expressions(loaded.pack):
        if not place.startswith("rules, "):
            yield expression
    for route in loaded.routes():
        yield from (one for one in (route.only_when, route.needs) if one is not None)
        yield from (step.done_when for step in route.steps if step.done_when is not None)
