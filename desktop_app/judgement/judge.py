"""Judges an answer sheet against every position: standings, outcomes, cautions, what is still decisive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from desktop_app.answers.employment import HOURS_TO_WONDER_AT, most_hours_in_a_week
from desktop_app.answers.sheet import Known, Sheet
from desktop_app.judgement.case import Case, called_for, case_of
from desktop_app.judgement.criteria import Criterion, Finding, Workshop, cautions_of, undecided
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
            self._positions += [
                _ReadyPosition(pack.series, position, shop, facts) for position in pack.positions
            ]
            self._warnings += [
                (f"{pack.series}.warnings.{w.id}", shop.criterion(w.when)) for w in pack.warnings
            ]

    def judge(self, sheet: Sheet) -> Judgement:
        case = case_of(sheet, self._facts)
        positions = tuple([position.judge(case) for position in self._positions])
        matched: dict[str, str | None] = dict.fromkeys(pack.series for pack in self.packs)
        for position in positions:  # packs list their tiers from the lowest up
            if position.outcome in MATCHES:
                matched[position.series] = position.id
        versions = {pack.series: pack.version for pack in self.packs}
        return Judgement(sheet.as_of, matched, positions, self._warn(case), versions)

    def matters(self, name: str, known: Mapping[str, Known], as_of: date) -> bool:
        """Whether the fact `name`, had it no answer, could still bear on some standing.

        Wider than decisive: two answers that only together move an end both matter.
        """
        without = {other: value for other, value in known.items() if other != name}
        case = case_of(Sheet(as_of, without, {}), self._facts)
        if not called_for(name, case.known, self._facts):
            return False
        return any(
            name in position.facts and position.could_turn_on(name, case) for position in self._positions
        )

    def sources_of(self, name: str) -> tuple[tuple[str, Citation], ...]:
        """Which passages a fact is asked for: series and citation, each once."""
        cited = (cited for position in self._positions for cited in position.cited_for(name))
        return tuple(dict.fromkeys(cited))

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
        self._all_facts = facts

    def judge(self, case: Case) -> PositionJudgement:
        requirements = tuple([requirement.judge(case) for requirement in self.requirements])
        outcome = outcome_of([(one.rule.strength, one.standing) for one in requirements])
        pairs = zip(self.requirements, requirements, strict=True)
        decisive = self._decisive(
            [part for ready, judged in pairs for part in ready.still_open(judged)], case
        )
        return PositionJudgement(self.id, self.series, self.tier, outcome, requirements, decisive)

    def could_turn_on(self, name: str, case: Case) -> bool:
        return any(name in ready.facts and name in ready.undecided(case) for ready in self.requirements)

    def _decisive(self, opens: list[Open], case: Case) -> tuple[str, ...]:
        """The facts that are decisive, in the order of asking."""
        return tuple([name for name in self.facts if self._is_decisive(name, opens, case)]) if opens else ()

    def _is_decisive(self, name: str, opens: list[Open], case: Case) -> bool:
        if name in case.known and name != "roles":
            return False
        parts = [part for part in opens if name in part.criterion.facts]
        if not parts or not called_for(name, case.known, self._all_facts):
            return False
        return any(moves_an_end(part, name, case, self._all_facts) for part in parts)

    def cited_for(self, name: str) -> Iterator[tuple[str, Citation]]:
        for requirement in self.requirements:
            if name in requirement.criterion.facts:
                yield self.series, requirement.rule.cite
            for item, needs in requirement.path:
                if name in needs.facts:
                    yield self.series, item.cite


class _ReadyRequirement:
    def __init__(self, rule: Requirement, shop: Workshop) -> None:
        self.rule = rule
        self.criterion = shop.criterion(rule.needs)
        self.most = Grade.UNCLEAR if rule.basis == "inferred" else Grade.MET
        self.path = [(item, shop.criterion(item.needs)) for item in rule.path]
        self.cautions = [(c, shop.criterion(c.when) if c.when is not None else None) for c in rule.cautions]
        self.facts = self.criterion.facts.union(*(needs.facts for _, needs in self.path))

    def judge(self, case: Case) -> RequirementJudgement:
        finding = self.criterion.look(case)
        standing = finding.standing.at_most(self.most)
        path: tuple[PathStep, ...] = ()
        if self.path and standing.low is not Grade.MET:
            looked = [(item, needs.look(case)) for item, needs in self.path]
            path = tuple([PathStep(item.id, found.standing, found, item.cite) for item, found in looked])
        cautions = self._cautions(case, standing.word, finding)
        return RequirementJudgement(self.rule.id, self.rule, standing, finding, cautions, path)

    def _cautions(self, case: Case, word: str, finding: Finding) -> tuple[str, ...]:
        own = [
            caution.id
            for caution, when in self.cautions
            if word in caution.standing and (when is None or when.weigh(case).low is Grade.MET)
        ]
        counted = cautions_of(finding) if "roles" in self.criterion.facts else ()
        return tuple(dict.fromkeys((*own, *counted)))

    def still_open(self, judged: RequirementJudgement) -> Iterator[Open]:
        """The requirement, and the steps of its path, as far as answers can still move them."""
        if not judged.standing.settled:
            yield Open(self.criterion, self.most, judged.standing)
        for (_, needs), step in zip(self.path, judged.path, strict=False):
            if not step.standing.settled:
                yield Open(needs, Grade.MET, step.standing)

    def undecided(self, case: Case) -> frozenset[str]:
        """The facts that the requirement, or its path while it is not met, could still turn on."""
        finding = self.criterion.look(case)
        facts = undecided(finding, finding.standing.at_most(self.most))
        if finding.standing.low is Grade.MET and self.most is Grade.MET:
            return facts
        looked = [needs.look(case) for _, needs in self.path]
        return facts.union(*(undecided(found, found.standing) for found in looked))
