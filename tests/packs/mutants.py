"""Packs with one thing changed: what a slip of the pen, or a misreading of the source, would leave behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, get_args

from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Basis, Setting, StandingWord, Strength, Work

Rules = dict[str, Any]
Change = tuple[str, Any]
"""What is changed, and what stands there then."""
FILTERS: dict[str, tuple[str, ...]] = {"work": get_args(Work), "setting": get_args(Setting)}
THRESHOLDS = ("months", "at_least", "within_months_of_hire")
GROUPS = {"all": "any", "any": "all"}


class Mutant(NamedTuple):
    name: str
    rules: Rules


def mutants(rules: Rules, facts: Facts) -> Iterator[Mutant]:
    """Every one-place change of a pack's rules.yaml."""
    change = _Changes(facts)
    for name, rule in rules.get("rules", {}).items():
        for what, changed in change.expression(rule):
            yield Mutant(f"{name}: {what}", {**rules, "rules": {**rules["rules"], name: changed}})
    for at, position in enumerate(rules["positions"]):
        for what, changed in change.position(position):
            positions = _with(rules["positions"], at, changed)
            yield Mutant(f"{position['id']}, {what}", {**rules, "positions": positions})
    for what, warnings in _each(rules.get("warnings", []), change.when, _id):
        yield Mutant(f"warnings, {what}", {**rules, "warnings": warnings})


class _Changes:
    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    # ---------------------------------------------------------------- positions

    def position(self, position: Rules) -> Iterator[Change]:
        requirements = position["requirements"]
        for what, changed in _each(requirements, self.requirement, _id):
            if changed:
                yield what, {**position, "requirements": changed}

    def requirement(self, requirement: Rules) -> Iterator[Change]:
        for key, words in (("strength", get_args(Strength)), ("basis", get_args(Basis))):
            for word in words:
                if word != requirement[key]:
                    yield f"{key} {word}", {**requirement, key: word}
        for what, needs in self.expression(requirement["needs"]):
            yield what, {**requirement, "needs": needs}
        for what, path in _each(requirement.get("path", []), self._step, _id):
            yield f"path, {what}", {**requirement, "path": path}
        for what, cautions in _each(requirement.get("cautions", []), self._caution, _id):
            yield f"cautions, {what}", {**requirement, "cautions": cautions}

    def _step(self, step: Rules) -> Iterator[Change]:
        for what, needs in self.expression(step["needs"]):
            yield what, {**step, "needs": needs}

    def _caution(self, caution: Rules) -> Iterator[Change]:
        every = get_args(StandingWord)
        now = caution.get("standing", every)
        for word in every:
            toggled = [each for each in every if (each in now) != (each == word)]
            yield f"{'not while' if word in now else 'while'} {word}", {**caution, "standing": toggled}
        if "when" in caution:
            yield "whatever is told", {key: value for key, value in caution.items() if key != "when"}
            yield from self.when(caution)

    def when(self, holder: Rules) -> Iterator[Change]:
        """A condition is met or not; what would be unclear there is the same as not met."""
        for what, changed in self.expression(holder["when"]):
            if "unclear" not in what:
                yield what, {**holder, "when": changed}

    # ---------------------------------------------------------------- expressions

    def expression(self, rule: Rules) -> Iterator[Change]:
        yield from self._thresholds(rule)
        for key in ("all", "any", "of"):
            if isinstance(rule.get(key), list):
                yield from self._group(rule, key)
        for key in ("at_best_unclear", "of"):
            if isinstance(rule.get(key), dict):
                yield "no bounds", rule[key]
                for what, changed in self.expression(rule[key]):
                    yield what, {**rule, key: changed}
        yield from self._leaf(rule)

    def _leaf(self, rule: Rules) -> Iterator[Change]:
        for key in ("fact", "credential"):
            if key in rule:
                yield from self._choices(rule, rule[key])
        if "lapsed" in rule:
            for key in ("expired", "running"):
                for choice in self.facts.by_id[rule["lapsed"]].choices:
                    yield f"{key}, {choice}", {**rule, key: _toggled(rule[key], choice)}
        for key in ("roles", "has_role"):
            if key in rule:
                for what, changed in _each(rule[key], self._filter, lambda which: "a filter"):
                    if changed:
                        yield what, {**rule, key: changed}

    def _thresholds(self, rule: Rules) -> Iterator[Change]:
        for key in THRESHOLDS:
            if key in rule:
                most = len(rule["of"]) if isinstance(rule.get("of"), list) else rule[key] + 1
                for number in (rule[key] - 1, rule[key] + 1):
                    if 1 <= number <= most:
                        yield f"{key} {number}", {**rule, key: number}

    def _group(self, rule: Rules, key: str) -> Iterator[Change]:
        if key in GROUPS and len(rule[key]) > 1:
            yield f"{GROUPS[key]} for {key}", {GROUPS[key]: rule[key]}
        fewest = rule.get("at_least", 1)
        for what, changed in _each(rule[key], self.expression, _kind):
            if len(changed) >= max(fewest, 2 if key == "of" else 1):
                yield what, {**rule, key: changed}

    def _choices(self, rule: Rules, name: str) -> Iterator[Change]:
        fact = self.facts.by_id[name]
        now = {
            **dict.fromkeys(rule.get("unclear", ()), "unclear"),
            **dict.fromkeys(rule.get("met", ()), "met"),
        }
        for choice in fact.choices or (True, False):
            for grade in ("met", "unclear", "not_met"):
                if grade == now.get(choice, "not_met") or (grade == "unclear" and not fact.choices):
                    continue
                grades = {**now, choice: grade}
                if set(grades.values()) - {"not_met"}:
                    yield f"{name}, {choice} {grade}", _graded(rule, grades)

    def _filter(self, which: Rules) -> Iterator[Change]:
        for key, every in FILTERS.items():
            now = which.get(key, every)
            for value in every:
                toggled = _toggled(now, value)
                if toggled:
                    yield f"{key}, {value}", {**which, key: toggled}
            if key in which:
                yield f"any {key}", {other: value for other, value in which.items() if other != key}
        for paid in (True, False, None):
            if paid != which.get("paid"):
                others = {key: value for key, value in which.items() if key != "paid"}
                yield f"paid {paid}", others if paid is None else {**others, "paid": paid}


def _each(
    entries: list[Rules], changes: Callable[[Rules], Iterator[Change]], named: Callable[[Rules], str]
) -> Iterator[Change]:
    """A list with one entry changed, or without one."""
    for at, entry in enumerate(entries):
        yield f"without {named(entry)} ({at + 1})", entries[:at] + entries[at + 1 :]
        for what, changed in changes(entry):
            yield f"{named(entry)} ({at + 1}), {what}", _with(entries, at, changed)


def _graded(rule: Rules, grades: dict[Any, str]) -> Rules:
    made = {key: value for key, value in rule.items() if key not in ("met", "unclear", "ask")}
    for grade in ("met", "unclear"):
        if chosen := [choice for choice, given in grades.items() if given == grade]:
            made[grade] = chosen
    return {**made, "ask": rule.get("ask", "it")} if "unclear" in made else made


def _toggled(now: Any, value: Any) -> list[Any]:
    return [each for each in now if each != value] if value in now else [*now, value]


def _with(entries: list[Any], at: int, changed: Any) -> list[Any]:
    return [*entries[:at], changed, *entries[at + 1 :]]


def _id(entry: Rules) -> str:
    return str(entry["id"])


def _kind(rule: Rules) -> str:
    return next(iter(rule))
