"""What judging gives: standings with everything that they rest on, outcomes, and when they can change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.judgement.criteria import Finding
from desktop_app.judgement.standing import Standing
from desktop_app.rulebook.citation import Citation
from desktop_app.rulebook.model import Requirement


class Earliest(NamedTuple):
    """When a position could match with the same answers."""

    status: str
    """now; dated; cannot_say (an answer is missing now or then); never (not within five years)."""
    date: date | None = None
    because: str | None = None
    """The requirement that is reached last, the first listed on a tie."""
    assuming: str | None = None
    """roles_continue: the roles still held go on; None where only years since a day are counted."""


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
    reached: date | None = None
    """The day on which its months or years alone will meet it; None where they do already, or not within five years."""


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
    earliest: Earliest


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
