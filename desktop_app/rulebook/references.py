"""Follows what a pack's rules name: facts, choices, other rules and sources must all be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from desktop_app.rulebook.citation import Citation
from desktop_app.rulebook.model import (
    All,
    Answer,
    Any_,
    AtBestUnclear,
    AtLeast,
    Credential,
    Expression,
    Fact,
    HasRole,
    Lapsed,
    Months,
    NotGiven,
    Pack,
    UseRule,
    WithinMonthsOfHire,
    YearsSince,
)

TIERS = ("I", "II", "III", "IV")
Fault = tuple[str, str]
"""Where in the pack, and what the problem is."""


def faults(pack: Pack, facts: Mapping[str, Fact]) -> Iterator[Fault]:
    """Everything a pack names that is not there, and rules that go round in a circle."""
    for name, rule in pack.rules.items():
        if name in rules_below(rule, pack.rules, set()):
            yield f"rules, {name}", "the rule rests on itself"
    for place, expression in expressions(pack):
        for problem in _problems(expression, pack, facts):
            yield place, problem
    yield from _against_the_grain(pack)
    sources = {source.id for source in pack.sources}
    for place, cite in citations(pack):
        if cite.source not in sources:
            yield place, f"the source '{cite.source}' is not among the pack's sources"
    positions = {position.id for position in pack.positions}
    for pay in pack.pay:
        if pay.high < pay.low or list(pay.steps) != sorted(pay.steps):
            yield f"pay, {pay.id}", "pay goes up, from 'low' to 'high' and from step to step"
        for position in pay.positions:
            if position not in positions:
                yield f"pay, {pay.id}", f"the position '{position}' is not in this pack"


def _against_the_grain(pack: Pack) -> Iterator[Fault]:
    """What could be read, and would be judged otherwise than its author means."""
    for place, expression in deciding(pack):
        if any(isinstance(part, NotGiven) for part in walk(expression)):
            yield place, "'not_given' may stand in cautions only: silence never decides"
    tiers = [TIERS.index(position.tier) for position in pack.positions]
    if tiers != sorted(set(tiers)):
        yield "positions", "the tiers must stand from the lowest up, each once"


def deciding(pack: Pack) -> Iterator[tuple[str, Expression]]:
    """Every expression on which a standing rests, and where it stands."""
    for position in pack.positions:
        for requirement in position.requirements:
            place = f"{position.id}, {requirement.id}"
            yield place, requirement.needs
            yield from ((f"{place}, path, {item.id}", item.needs) for item in requirement.path)


def expressions(pack: Pack) -> Iterator[tuple[str, Expression]]:
    """Every expression that stands on its own, and where it stands."""
    for name, rule in pack.rules.items():
        yield f"rules, {name}", rule
    for position in pack.positions:
        for requirement in position.requirements:
            place = f"{position.id}, {requirement.id}"
            yield place, requirement.needs
            yield from ((f"{place}, path, {item.id}", item.needs) for item in requirement.path)
            yield from (
                (f"{place}, caution {c.id}", c.when) for c in requirement.cautions if c.when is not None
            )
    yield from ((f"warnings, {warning.id}", warning.when) for warning in pack.warnings)


def citations(pack: Pack) -> Iterator[tuple[str, Citation]]:
    """Every citation, and where it stands."""
    for position in pack.positions:
        for requirement in position.requirements:
            place = f"{position.id}, {requirement.id}"
            yield place, requirement.cite
            yield from ((f"{place}, path, {item.id}", item.cite) for item in requirement.path)
    yield from ((f"pay, {pay.id}", pay.cite) for pay in pack.pay)


def walk(expression: Expression) -> Iterator[Expression]:
    """An expression and all that stands inside it; rules that it names are not entered."""
    yield expression
    for part in _parts(expression):
        yield from walk(part)


def rules_below(expression: Expression, rules: Mapping[str, Expression], met: set[str]) -> set[str]:
    """The names of all rules that an expression rests on."""
    for part in walk(expression):
        if isinstance(part, UseRule) and part.rule in rules and part.rule not in met:
            met.add(part.rule)
            rules_below(rules[part.rule], rules, met)
    return met


def facts_of(part: Expression) -> tuple[str, ...]:
    """The facts that an expression reads itself, not by its parts."""
    match part:
        case Answer():
            return (part.fact,)
        case Credential():
            return part.credential, part.expires
        case Lapsed():
            return part.lapsed, part.expires
        case NotGiven():
            return (part.not_given,)
        case YearsSince():
            return (part.years_since,)
        case Months() | HasRole():
            return ("roles",)
    return ()


def _parts(expression: Expression) -> Iterable[Expression]:
    match expression:
        case All():
            return expression.all
        case Any_():
            return expression.any
        case AtLeast():
            return expression.of
        case AtBestUnclear():
            return (expression.at_best_unclear,)
        case WithinMonthsOfHire():
            return (expression.of,)
    return ()


def _problems(expression: Expression, pack: Pack, facts: Mapping[str, Fact]) -> Iterator[str]:
    for part in walk(expression):
        match part:
            case UseRule() if part.rule not in pack.rules:
                yield f"the rule '{part.rule}' is not in this pack"
            case Answer():
                yield from _choices(part.fact, (*part.met, *part.unclear), facts)
            case Credential():
                yield from _choices(part.credential, (*part.met, *part.unclear), facts)
                yield from _is_day(part.expires, facts)
            case Lapsed():
                yield from _choices(part.lapsed, (*part.expired, *part.running), facts)
                yield from _is_day(part.expires, facts)
            case YearsSince():
                yield from _is_day(part.years_since, facts)
            case NotGiven() if part.not_given not in facts:
                yield f"the fact '{part.not_given}' is not known"


def _choices(name: str, named: Iterable[str | bool], facts: Mapping[str, Fact]) -> Iterator[str]:
    if name not in facts:
        yield f"the fact '{name}' is not known"
        return
    fact = facts[name]
    if fact.kind not in ("choice", "choices", "yes_no"):
        yield f"the fact '{name}' has no choices"
        return
    allowed = (True, False) if fact.kind == "yes_no" else fact.choices
    for choice in named:
        if choice not in allowed:
            yield f"'{choice}' is not an answer to '{name}'"


def _is_day(name: str, facts: Mapping[str, Fact]) -> Iterator[str]:
    if name not in facts or facts[name].kind != "date":
        yield f"'{name}' is not a fact that is a day"
