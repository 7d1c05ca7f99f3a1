"""A pack judged by trying: every way in which what was left open could still be answered, worst and best.

It shares no line with the program's judgement. A rule is read straight from rules.yaml, on answers that are whole it
gives one grade, and what is not whole is tried in every way. Slow, and meant to be obviously right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from typing import Any

from desktop_app.rulebook.load import Facts

NOT_MET, UNCLEAR, MET = 0, 1, 2
Span = tuple[int, int]
Answers = dict[str, Any]
Rule = dict[str, Any]
DAYS_IN_A_YEAR = 366
ROLES = "roles"


class Reader:
    """The rules of one pack, read on a day. Roles stand for none (`[]`), enough for everything, or no answer."""

    def __init__(self, rules: Mapping[str, Rule], facts: Facts, as_of: date) -> None:
        self.rules, self.facts, self.as_of = rules, facts, as_of

    # ---------------------------------------------------------------- whole answers

    def grade(self, rule: Rule, told: Answers) -> int:
        """Where somebody stands whose answers are whole."""
        parts = [self.grade(part, told) for part in self.parts(rule)]
        if "rule" in rule or "all" in rule:
            return min(parts)
        if "any" in rule:
            return max(parts)
        if "within_months_of_hire" in rule:
            return max(parts[0], UNCLEAR)
        if "at_best_unclear" in rule:
            return min(parts[0], UNCLEAR)
        if "of" in rule:
            return sorted(parts)[-int(rule["at_least"])]
        return self._leaf(rule, told)

    def _leaf(self, rule: Rule, told: Answers) -> int:
        if "employer_decides" in rule:
            return UNCLEAR
        if "years_since" in rule:
            years = told[rule["years_since"]]
            return MET if years >= rule["at_least"] else NOT_MET
        if "months" in rule or "has_role" in rule:
            return MET if told[ROLES] else NOT_MET
        chosen = told.get(rule["fact"] if "fact" in rule else rule["credential"])
        each = chosen if isinstance(chosen, tuple) else (chosen,)
        return max(
            MET if one in rule.get("met", ()) else UNCLEAR if one in rule.get("unclear", ()) else NOT_MET
            for one in each
        )

    # ---------------------------------------------------------------- what is left open

    def whole(self, rule: Rule, told: Answers) -> Span:
        """Worst and best of a whole requirement, over every way to answer all that it rests on."""
        names = sorted(self.names(rule))
        grades = [self.grade(rule, each) for each in self.completions(names, told)]
        return min(grades), max(grades)

    def where_used(self, rule: Rule, told: Answers) -> Span:
        """Worst and best as the design has it: each fact spans where it is used, and parts are put together."""
        parts = [self.where_used(part, told) for part in self.parts(rule)]
        if not parts:
            return self.whole(rule, told)
        ends = list(zip(*parts, strict=True))
        low, high = (self._of_ends(rule, end) for end in ends)
        return low, high

    def _of_ends(self, rule: Rule, ends: tuple[int, ...]) -> int:
        if "any" in rule:
            return max(ends)
        if "within_months_of_hire" in rule:
            return max(ends[0], UNCLEAR)
        if "at_best_unclear" in rule:
            return min(ends[0], UNCLEAR)
        return sorted(ends)[-rule["at_least"]] if "of" in rule else min(ends)

    def completions(self, names: list[str], told: Answers) -> Iterator[Answers]:
        """Every way to answer what is open, each follow-up only where it is called for."""
        if not names:
            yield dict(told)
            return
        # A question before its follow-up.
        name = next(name for name in names if self._before(name) not in names)
        rest = [other for other in names if other != name]
        before = self._before(name)
        # Where the question before a follow-up is open too, the follow-up may still be called for.
        if name in told or (before in told and not self.is_called_for(name, told)):
            yield from self.completions(rest, told)
            return
        for answer in self.answers(name):
            yield from self.completions(rest, {**told, name: answer})

    def answers(self, name: str) -> list[Any]:
        """Every answer to a fact; of years since a day, and of roles, too few and enough."""
        kind = self.facts.by_id[name].kind
        if kind == "yes_no":
            return [True, False]
        if kind == "date":
            return [0, 90]
        if kind == ROLES:
            return [False, True]
        choices = self.facts.by_id[name].choices
        return [(choice,) for choice in choices] if kind == "choices" else list(choices)

    def sheets(self, rule: Rule) -> Iterator[Answers]:
        """Every partial sheet of a rule's facts: each left open, or answered in each way."""
        names = sorted(self.names(rule))
        each = [[None, *self.answers(name)] for name in names]
        for answers in product(*each):
            told = {name: answer for name, answer in zip(names, answers, strict=True) if answer is not None}
            if all(self.is_called_for(name, told) for name in told):
                yield told

    # ---------------------------------------------------------------- reading

    def parts(self, rule: Rule) -> list[Rule]:
        if "rule" in rule:
            return [self.rules[rule["rule"]]]
        for key in ("all", "any", "at_best_unclear", "of"):
            if key in rule:
                return rule[key] if isinstance(rule[key], list) else [rule[key]]
        return []

    def names(self, rule: Rule) -> set[str]:
        """What a rule rests on; when a certificate runs out is left out, since one not given leaves it running."""
        found = {name for part in self.parts(rule) for name in self.names(part)}
        if "months" in rule or "has_role" in rule:
            found.add(ROLES)
        return found | {rule[key] for key in ("fact", "credential", "years_since") if key in rule}

    def _before(self, name: str) -> str | None:
        before = self.facts.by_id[name].read_when
        return before.fact if before else None

    def is_called_for(self, name: str, told: Answers) -> bool:
        before = self.facts.by_id[name].read_when
        return before is None or told.get(before.fact) in before.one_of

    # ---------------------------------------------------------------- as a sheet has it

    def sheet(self, told: Answers) -> Answers:
        return {name: self._written(name, answer) for name, answer in told.items()}

    def _written(self, name: str, answer: Any) -> Any:
        kind = self.facts.by_id[name].kind
        if kind == ROLES:
            return [self._years_of_work()] if answer else []
        if kind == "date":
            return (self.as_of - timedelta(days=answer * DAYS_IN_A_YEAR)).isoformat()
        return list(answer) if kind == "choices" else answer

    def _years_of_work(self) -> dict[str, Any]:
        start = (self.as_of - timedelta(days=5 * DAYS_IN_A_YEAR)).isoformat()
        kind = {"work": "peer_support_to_individuals", "setting": "public_behavioral_health", "paid": True}
        return {**kind, "start": start, "end": None}
