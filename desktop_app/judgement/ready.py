"""Positions made ready to judge by: their requirements, paths and cautions over one case."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from desktop_app.judgement.case import Case, called_for
from desktop_app.judgement.criteria import Finding, Workshop, cautions_of, undecided
from desktop_app.judgement.decisive import Open, moves_an_end
from desktop_app.judgement.result import PathStep, PositionJudgement, RequirementJudgement
from desktop_app.judgement.standing import Grade, Standing, outcome_between, outcome_of
from desktop_app.judgement.timeline import Timeline
from desktop_app.rulebook.citation import Citation
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Position, Requirement


class ReadyPosition:
    def __init__(self, series: str, position: Position, shop: Workshop, facts: Facts) -> None:
        self.id, self.series, self.tier = position.id, series, position.tier
        self.requirements = [ReadyRequirement(rule, shop) for rule in position.requirements]
        asked = frozenset[str]().union(*(requirement.facts for requirement in self.requirements))
        self.facts = [name for name in facts.by_id if name in asked]
        self._all_facts = facts
        self._counting = [one for one in self.requirements if one.strength != "preferred"]

    def judge(self, case: Case) -> PositionJudgement:
        requirements = tuple([requirement.judge(case) for requirement in self.requirements])
        outcome = outcome_of([(one.rule.strength, one.standing) for one in requirements])
        pairs = list(zip(self.requirements, requirements, strict=True))
        opens = [part for ready, judged in pairs for part in ready.still_open(judged)]
        timeline = Timeline(self.requirements, case)
        earliest = timeline.earliest(outcome, [one.standing for one in requirements])
        dated = tuple(
            [
                judged._replace(reached=reached)
                if (reached := timeline.reached(number, judged.standing))
                else judged
                for number, judged in enumerate(requirements)
            ]
        )
        decisive = self._decisive(opens, case)
        return PositionJudgement(self.id, self.series, self.tier, outcome, dated, decisive, earliest)

    def outcome(self, case: Case, waived: Collection[str] = ()) -> str:
        """The outcome alone, without the requirements that are waived."""
        low = high = Grade.MET
        for one in self._counting:
            if one.id in waived:
                continue
            part_low, part_high = one.counted(case)
            if part_low < low:
                low = part_low
            if part_high < high:
                high = part_high
        return outcome_between(low, high)

    def could_block(self, name: str, case: Case) -> bool:
        """Whether an open answer keeps a requirement that counts from being in place."""
        return called_for(name, case.known, self._all_facts) and any(
            name in one.blocked_by(case) for one in self.requirements if name in one.criterion.facts
        )

    def settled(self, case: Case) -> int:
        """How many of its requirements, and of the steps of their paths, no further answer can move."""
        return sum(requirement.settled(case) for requirement in self.requirements)

    def could_turn_on(self, name: str, case: Case) -> bool:
        return any(name in ready.facts and name in ready.undecided(case) for ready in self.requirements)

    def _decisive(self, opens: list[Open], case: Case) -> tuple[str, ...]:
        """Unanswered facts that are called for, and open roles, whose answer can move an end, in order."""
        if not opens:
            return ()
        named = frozenset[str]().union(*(part.criterion.facts for part in opens))
        return tuple([name for name in self.facts if name in named and self._moves(name, opens, case)])

    def _moves(self, name: str, opens: list[Open], case: Case) -> bool:
        if name in case.known and name != "roles":
            return False
        if not called_for(name, case.known, self._all_facts):
            return False
        return any(
            name in part.criterion.facts and moves_an_end(part, name, case, self._all_facts) for part in opens
        )

    def cited_for(self, name: str) -> Iterator[tuple[str, Citation]]:
        for requirement in self.requirements:
            if name in requirement.criterion.facts:
                yield self.series, requirement.rule.cite
            for item, needs in requirement.path:
                if name in needs.facts:
                    yield self.series, item.cite


class ReadyRequirement:
    def __init__(self, rule: Requirement, shop: Workshop) -> None:
        self.rule = rule
        self.id, self.strength = rule.id, rule.strength
        self.criterion = shop.criterion(rule.needs)
        self.most = Grade.UNCLEAR if rule.basis == "inferred" else Grade.MET
        self.path = [(item, shop.criterion(item.needs)) for item in rule.path]
        self.cautions = [(c, shop.criterion(c.when) if c.when is not None else None) for c in rule.cautions]
        self.facts = self.criterion.facts.union(*(needs.facts for _, needs in self.path))
        self.months, self.years = self.criterion.months, self.criterion.years

    def weigh(self, case: Case) -> Standing:
        standing = self.criterion.weigh(case)
        return standing if self.most is Grade.MET else standing.at_most(self.most)

    def counted(self, case: Case) -> Standing:
        """How it counts toward the outcome: an expected one never blocks."""
        standing = self.weigh(case)
        return standing.at_least(Grade.UNCLEAR) if self.strength == "expected" else standing

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

    def settled(self, case: Case) -> int:
        """Of itself and the steps of its path; what is met needs none of these any more."""
        standing = self.weigh(case)
        if standing.low is Grade.MET:
            return 1 + len(self.path)
        return standing.settled + sum(needs.weigh(case).settled for _, needs in self.path)

    def blocked_by(self, case: Case) -> frozenset[str]:
        """The open facts for which a requirement that counts is not in place yet."""
        standing = self.weigh(case)
        if self.strength not in ("must", "level") or standing.low is not Grade.NOT_MET:
            return frozenset()
        return undecided(self.criterion.look(case), standing)

    def undecided(self, case: Case) -> frozenset[str]:
        """The facts that the requirement, or its path while it is not met, could still turn on."""
        finding = self.criterion.look(case)
        facts = undecided(finding, finding.standing.at_most(self.most))
        if finding.standing.low is Grade.MET and self.most is Grade.MET:
            return facts
        looked = [needs.look(case) for _, needs in self.path]
        return facts.union(*(undecided(found, found.standing) for found in looked))
