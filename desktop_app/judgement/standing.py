"""The algebra of standings: four answers, not two, and silence is never a no."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple


class Grade(IntEnum):
    """How far an answer goes toward what the source asks for."""

    NOT_MET = 0
    UNCLEAR = 1
    MET = 2


class Standing(NamedTuple):
    """What is known of a requirement: the worst and the best it can still turn out to be."""

    low: Grade
    high: Grade

    @property
    def settled(self) -> bool:
        return self.low is self.high

    @property
    def word(self) -> str:
        """The word of the output: met, unclear, not_met, or unanswered while the ends differ."""
        return self.low.name.lower() if self.settled else "unanswered"

    @classmethod
    def at(cls, grade: Grade) -> Standing:
        return SETTLED[grade]

    @classmethod
    def all_of(cls, parts: Iterable[Standing]) -> Standing:
        """Everything is wanted: the minimum of both ends."""
        lows, highs = zip(*parts, strict=True)
        return cls(min(lows), min(highs))

    @classmethod
    def any_of(cls, parts: Iterable[Standing]) -> Standing:
        """One is enough: the maximum of both ends."""
        lows, highs = zip(*parts, strict=True)
        return cls(max(lows), max(highs))

    def at_most(self, grade: Grade) -> Standing:
        return Standing(min(self.low, grade), min(self.high, grade))

    def at_least(self, grade: Grade) -> Standing:
        return Standing(max(self.low, grade), max(self.high, grade))


SETTLED = {grade: Standing(grade, grade) for grade in Grade}
NOT_MET, UNCLEAR, MET = SETTLED.values()
OPEN = Standing(Grade.NOT_MET, Grade.MET)
"""What an unanswered fact mostly spans."""


def outcome_of(parts: Iterable[tuple[str, Standing]]) -> str:
    """The outcome of a position from each requirement's strength and standing.

    An expected one counts as at least unclear, so that it never blocks; a preferred one does not count.
    """
    counted = [
        standing.at_least(Grade.UNCLEAR) if strength == "expected" else standing
        for strength, standing in parts
        if strength != "preferred"
    ]
    low, high = Standing.all_of(counted) if counted else MET
    if low is Grade.MET:
        return "meets"
    if low is Grade.UNCLEAR:
        return "confirm"
    return "not_yet" if high is Grade.NOT_MET else "cannot_tell"
