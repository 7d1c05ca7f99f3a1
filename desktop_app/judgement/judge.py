"""Judges an answer sheet against every position: standings, outcomes, cautions, what is still decisive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from desktop_app.answers.employment import HOURS_TO_WONDER_AT, most_hours_in_a_week
from desktop_app.answers.sheet import Known, Sheet
from desktop_app.judgement.case import Case, called_for, case_of
from desktop_app.judgement.criteria import Criterion, Workshop
from desktop_app.judgement.decisive import LONG_AGO, possible_answers
from desktop_app.judgement.ready import ReadyPosition
from desktop_app.judgement.result import Judgement, PathStep, PositionJudgement, RequirementJudgement
from desktop_app.judgement.standing import MATCHES, Grade
from desktop_app.rulebook.citation import Citation
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Pack

__all__ = ["Judge", "Judgement", "PathStep", "PositionJudgement", "RequirementJudgement"]

OVER_80_HOURS = "over_80_hours"


class Judge:
    """The packs in force, made ready once; judging is then a matter of microseconds."""

    def __init__(self, packs: Iterable[Pack], facts: Facts) -> None:
        self.packs = tuple(packs)
        self._facts = facts
        self.positions: list[ReadyPosition] = []
        self._warnings: list[tuple[str, Criterion]] = []
        for pack in self.packs:
            shop = Workshop(pack.rules, facts)
            self.positions += [
                ReadyPosition(pack.series, position, shop, facts) for position in pack.positions
            ]
            self._warnings += [
                (f"{pack.series}.warnings.{w.id}", shop.criterion(w.when)) for w in pack.warnings
            ]

    def judge(self, sheet: Sheet) -> Judgement:
        case = case_of(sheet, self._facts)
        positions = tuple([position.judge(case) for position in self.positions])
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
            name in position.facts and position.could_turn_on(name, case) for position in self.positions
        )

    def settled_by(self, name: str, as_of: date) -> int:
        """How many standings one answer to the fact `name` can settle at the most, had nothing else been said."""
        silent = Case({}, as_of)
        tried = list(possible_answers(self._facts.by_id[name])) or [LONG_AGO, as_of]
        told = (silent.supposing(name, answer) for answer in tried)
        return max(sum(position.settled(case) for position in self.positions) for case in told)

    def sources_of(self, name: str) -> tuple[tuple[str, Citation], ...]:
        """Which passages a fact is asked for: series and citation, each once."""
        cited = (cited for position in self.positions for cited in position.cited_for(name))
        return tuple(dict.fromkeys(cited))

    def _warn(self, case: Case) -> tuple[str, ...]:
        warnings = [key for key, when in self._warnings if when.weigh(case).low is Grade.MET]
        roles: Any = case.known.get("roles", ())
        if most_hours_in_a_week(roles, case.as_of) > HOURS_TO_WONDER_AT:
            warnings.append(f"warnings.{OVER_80_HOURS}")
        return tuple(warnings)
