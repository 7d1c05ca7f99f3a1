"""Judges an answer sheet against every position: standings, outcomes, cautions, and what is still decisive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from desktop_app.answers.employment import HOURS_TO_WONDER_AT, most_hours_in_a_week
from desktop_app.answers.sheet import Sheet
from desktop_app.judgement.case import Case, called_for, case_of
from desktop_app.judgement.criteria import Criterion, Finding, Workshop, cautions_of
from desktop_app.judgement.decisive import Open, moves_an_end
from desktop_app.judgement.standing import Grade, Standing, outcome_of
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Citation, Pack, Position, Requirement

OVER_80_HOURS = "over_80_hours"
MATCHES = ("meets", "confirm")


class PathStep(NamedTuple):
    """One step toward a credential that is not held."""

    id: str
    standing: Standing
    finding: Finding
    cite: Citation


class RequirementJudgement(NamedTuple):
    """Where someone stands on one requirement, and everything that it rests on."""

    id: str
    rule: Requirement
    """Strength, basis and citation are the rule's."""
    standing: Standing
    finding: Finding
    """The whole tree, before an inferred rule is capped."""
    cautions: tuple[str, ...]
    path: tuple[PathStep, ...]


class PositionJudgement(NamedTuple):
    """Where someone stands on one position."""

    id: str
    series: str
    tier: str
    outcome: str
    """meets, confirm, not_yet or cannot_tell."""
    requirements: tuple[RequirementJudgement, ...]
    decisive: tuple[str, ...]
    """Facts whose answer can still move an end, in the order of asking."""


@dataclass(frozen=True)
class Judgement:
    """Where someone stands on a day."""

    as_of: date
    matched: Mapping[str, str | None]
    """The highest matching position of each series."""
    positions: tuple[PositionJudgement, ...]
    warnings: tuple[str, ...]
    versions: Mapping[str, str]
    """The version of the rules used, by series."""

    def of_series(self, series: str) -> tuple[PositionJudgement, ...]:
        return tuple(position for position in self.positions if position.series == series)


class Judge:
    """The packs in force, made ready once; judging is then a matter of microseconds."""

    def __init__(self, packs: Iterable[Pack], facts: Facts) -> None:
        self.packs = tuple(packs)
        self._facts = facts
        self._positions: list[_ReadyPosition] = []
        self._warnings: list[tuple[str, Criterion]] = []
        for pack in self.packs:
            shop = Workshop(pack.rules, facts)
            self._positions += [_ReadyPosition(pack.series, position, shop, facts) for position in pack.positions]
            self._warnings += [(f"{pack.series}.warnings.{w.id}", shop.criterion(w.when)) for w in pack.warnings]

    def judge(self, sheet: Sheet) -> Judgement:
        case = case_of(sheet, self._facts)
        positions = tuple([position.judge(case, self._facts) for position in self._positions])
        matched: dict[str, str | None] = dict.fromkeys(pack.series for pack in self.packs)
        for position in positions:  # packs list their tiers from the lowest up
            if position.outcome in MATCHES:
                matched[position.series] = position.id
        versions = {pack.series: pack.version for pack in self.packs}
        return Judgement(sheet.as_of, matched, positions, self._warn(case), versions)

    def decisive(self, sheet: Sheet) -> set[str]:
        """Every fact that is decisive for some position."""
        case = case_of(sheet, self._facts)
        return {fact for position in self._positions for fact in position.decisive(case, self._facts)}

    def _warn(self, case: Case) -> tuple[str, ...]:
        warnings = [key for key, when in self._warnings if when.weigh(case).low is Grade.MET]
        roles: Any = case.known.get("roles", ())
        if most_hours_in_a_week(roles, case.as_of) > HOURS_TO_WONDER_AT:
            warnings.append(f"warnings.{OVER_80_HOURS}")
        return tuple(warnings)


class _ReadyPosition:
    def __init__(self, series: str, position: Position, shop: Workshop, facts: Facts) -> None:
        self.id, self.series, self.tier = position.id, series, position.tier
        self.requirements = [_ReadyRequirement(rule, shop) for rule in position.requirements]
        asked = frozenset[str]().union(*(requirement.facts for requirement in self.requirements))
        self.facts = [name for name in facts.by_id if name in asked]

    def judge(self, case: Case, facts: Facts) -> PositionJudgement:
        requirements = tuple([requirement.judge(case) for requirement in self.requirements])
        outcome = outcome_of([(one.rule.strength, one.standing) for one in requirements])
        decisive = tuple(self.decisive(case, facts))
        return PositionJudgement(self.id, self.series, self.tier, outcome, requirements, decisive)

    def decisive(self, case: Case, facts: Facts) -> Iterator[str]:
        """Unanswered facts that are called for, and open roles, whose answer can move an end."""
        opens = [part for requirement in self.requirements for part in requirement.open_parts(case)]
        if not opens:
            return
        for name in self.facts:
            if name != "roles" and (name in case.known or not called_for(name, case.known, facts)):
                continue
            if any(name in part.criterion.facts and moves_an_end(part, name, case, facts) for part in opens):
                yield name


class _ReadyRequirement:
    def __init__(self, rule: Requirement, shop: Workshop) -> None:
        self.rule = rule
        self.criterion = shop.criterion(rule.needs)
        self.most = Grade.UNCLEAR if rule.basis == "inferred" else Grade.MET
        self.path = [(item, shop.criterion(item.needs)) for item in rule.path]
        self.cautions = [(caution, caution.when and shop.criterion(caution.when)) for caution in rule.cautions]
        self.facts = self.criterion.facts.union(*(needs.facts for _, needs in self.path))

    def judge(self, case: Case) -> RequirementJudgement:
        finding = self.criterion.look(case)
        standing = finding.standing.at_most(self.most)
        path: tuple[PathStep, ...] = ()
        if standing.low is not Grade.MET:
            looked = [(item, needs.look(case)) for item, needs in self.path]
            path = tuple([PathStep(item.id, found.standing, found, item.cite) for item, found in looked])
        return RequirementJudgement(self.rule.id, self.rule, standing, finding, self._cautions(case, standing, finding), path)

    def _cautions(self, case: Case, standing: Standing, finding: Finding) -> tuple[str, ...]:
        word = standing.word
        own = [
            caution.id
            for caution, when in self.cautions
            if word in caution.standing and (when is None or when.weigh(case).low is Grade.MET)
        ]
        return (*own, *dict.fromkeys(cautions_of(finding)))

    def open_parts(self, case: Case) -> Iterator[Open]:
        """The requirement, and its path while it is not met, as far as answers can still move them."""
        standing = self.criterion.weigh(case).at_most(self.most)
        if not standing.settled:
            yield Open(self.criterion, self.most, standing)
        if standing.low is not Grade.MET:
            for _, needs in self.path:
                reached = needs.weigh(case)
                if not reached.settled:
                    yield Open(needs, Grade.MET, reached)
