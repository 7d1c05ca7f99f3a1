"""Finds the parts of a pack's rules that can decide nothing: without them, everyone stands as with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from desktop_app.judgement.criteria import Workshop
from desktop_app.judgement.everyone import Everyone, everyone
from desktop_app.judgement.standing import Standing
from desktop_app.rulebook import model, references
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Expression, Pack

Part = tuple[tuple[int, ...], str, Expression]
"""Where in a rule, what is left out there, and the rule without it."""


def idle_parts(pack: Pack, facts: Facts) -> Iterator[tuple[str, str]]:
    """Where in the pack, and what is amiss. The pack's names must all be known and its rules free of cycles."""
    shop = Workshop(pack.rules, facts)
    for place, rule in references.expressions(pack):
        yield from ((place, problem) for problem in _named_twice(rule))
        below = references.rules_below(rule, pack.rules, set())
        people = everyone([rule, *(pack.rules[name] for name in sorted(below))], facts)
        whole = shop.criterion(rule)
        standings = [whole.weigh(case) for case in people.cases]
        if len(set(standings)) == 1 and not _is_gate(rule, pack):
            yield place, f"always comes to '{standings[0].word}' ({_tried(people)})"
            continue
        for left_out in _idle(rule, standings, people, shop):
            yield place, f"{left_out} can decide nothing here ({_tried(people)})"


def _idle(rule: Expression, standings: Sequence[Standing], people: Everyone, shop: Workshop) -> Iterator[str]:
    """The outermost parts without which every standing is the same."""
    found: list[tuple[int, ...]] = []
    for path, left_out, rest in _without(rule):
        if any(path[: len(outer)] == outer for outer in found):
            continue
        weigh = shop.criterion(rest).weigh
        if all(weigh(case) == standing for case, standing in zip(people.cases, standings, strict=True)):
            found.append(path)
            yield left_out


def _tried(people: Everyone) -> str:
    if people.exhaustive:
        return f"tried on all {len(people.cases):,} combinations of answers"
    return f"tried on {len(people.cases):,} of {people.of:,} combinations of answers"


def _is_gate(rule: Expression, pack: Pack) -> bool:
    """What the employer decides is always unclear, and meant to be."""
    if isinstance(rule, model.UseRule):
        return _is_gate(pack.rules[rule.rule], pack)
    return isinstance(rule, model.EmployerDecides)


def _named_twice(rule: Expression) -> Iterator[str]:
    """Answers that are both met and unclear: met wins, so the other can decide nothing."""
    for leaf in references.walk(rule):
        if isinstance(leaf, model.Answer | model.Credential):
            for choice in leaf.unclear:
                if choice in leaf.met:
                    yield f"'{choice}' is both met and unclear, and met wins"


# ---------------------------------------------------------------- a rule without one of its parts


def _without(rule: Expression, path: tuple[int, ...] = ()) -> Iterator[Part]:
    """The rule without each of its parts in turn, outer parts first."""
    match rule:
        case model.All():
            yield from _group(rule.all, path, lambda parts: model.All.model_construct(all=parts))
        case model.Any_():
            yield from _group(rule.any, path, lambda parts: model.Any_.model_construct(any=parts))
        case model.AtLeast():
            yield from _at_least(rule, path)
        case model.AtBestUnclear():
            yield (*path, 0), "'at_best_unclear'", rule.at_best_unclear
            for inner, left_out, rest in _without(rule.at_best_unclear, (*path, 1)):
                yield inner, left_out, rule.model_copy(update={"at_best_unclear": rest})
        case model.WithinMonthsOfHire():
            yield (*path, 0), "'within_months_of_hire'", rule.of
            for inner, left_out, rest in _without(rule.of, (*path, 1)):
                yield inner, left_out, rule.model_copy(update={"of": rest})
        case model.Answer() | model.Credential():
            yield from _without_an_answer(rule, path)
        case model.Months() | model.HasRole():
            yield from _without_a_filter(rule, path)


def _group(parts: tuple[Expression, ...], path: tuple[int, ...], made: Any) -> Iterator[Part]:
    if len(parts) > 1:
        for at, part in enumerate(parts):
            yield (*path, at), _named(part), made(parts[:at] + parts[at + 1 :])
    for at, part in enumerate(parts):
        for inner, left_out, rest in _without(part, (*path, at)):
            yield inner, left_out, made((*parts[:at], rest, *parts[at + 1 :]))


def _at_least(rule: model.AtLeast, path: tuple[int, ...]) -> Iterator[Part]:
    """With as many parts wanted as before, or all that are left."""
    for at, part in enumerate(rule.of):
        rest = rule.of[:at] + rule.of[at + 1 :]
        wanted = min(rule.at_least, len(rest))
        yield (*path, at), _named(part), model.AtLeast.model_construct(at_least=wanted, of=rest)
    for at, part in enumerate(rule.of):
        for inner, left_out, changed in _without(part, (*path, at)):
            parts = (*rule.of[:at], changed, *rule.of[at + 1 :])
            yield inner, left_out, rule.model_copy(update={"of": parts})


def _without_an_answer(rule: model.Answer | model.Credential, path: tuple[int, ...]) -> Iterator[Part]:
    """Without each answer that counts; one alone is the rule itself."""
    if len(rule.met) + len(rule.unclear) < 2:
        return
    counted: Iterable[tuple[str, tuple[Any, ...]]] = (("met", rule.met), ("unclear", rule.unclear))
    number = 0
    for kind, answers in counted:
        for at, answer in enumerate(answers):
            rest = rule.model_copy(update={kind: answers[:at] + answers[at + 1 :]})
            yield (*path, number), f"the answer '{answer}' to '{_fact(rule)}'", rest
            number += 1


def _without_a_filter(rule: model.Months | model.HasRole, path: tuple[int, ...]) -> Iterator[Part]:
    key = "roles" if isinstance(rule, model.Months) else "has_role"
    filters: tuple[model.WhichRoles, ...] = getattr(rule, key)
    for at in range(len(filters) if len(filters) > 1 else 0):
        rest = rule.model_copy(update={key: filters[:at] + filters[at + 1 :]})
        yield (*path, at), f"entry {at + 1} of '{key}'", rest


def _fact(rule: model.Answer | model.Credential) -> str:
    return rule.fact if isinstance(rule, model.Answer) else rule.credential


def _named(part: Expression) -> str:
    """A part as its author knows it."""
    match part:
        case model.UseRule():
            return f"the rule '{part.rule}'"
        case model.Answer() | model.Credential():
            return f"the part about '{_fact(part)}'"
        case model.Months():
            return f"the part of {part.months} months of '{part.count}'"
        case model.HasRole():
            return f"the part about roles, '{part.count}'"
        case model.NotGiven():
            return f"the part that '{part.not_given}' is not given"
        case model.Lapsed():
            return f"the part that '{part.lapsed}' has lapsed"
        case model.YearsSince():
            return f"the part about '{part.years_since}'"
        case model.EmployerDecides():
            return f"the part '{part.employer_decides}'"
    return f"the part '{next(iter(type(part).model_fields))}'"
