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


WORDS = tuple(grade.name.lower() for grade in Grade)


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
        return WORDS[self.low] if self.low is self.high else "unanswered"

    @classmethod
    def all_of(cls, parts: Iterable[Standing]) -> Standing:
        """Everything is wanted: the minimum of both ends."""
        low = high = Grade.MET
        for part_low, part_high in parts:
            if part_low < low:
                low = part_low
            if part_high < high:
                high = part_high
        return BETWEEN[low][high]

    @classmethod
    def any_of(cls, parts: Iterable[Standing]) -> Standing:
        """One is enough: the maximum of both ends."""
        low = high = Grade.NOT_MET
        for part_low, part_high in parts:
            if part_low > low:
                low = part_low
            if part_high > high:
                high = part_high
        return BETWEEN[low][high]

    @classmethod
    def at_least_of(cls, wanted: int, parts: Iterable[Standing]) -> Standing:
        """So many are wanted: the n-th largest of both ends."""
        both = tuple(parts)
        low = sorted((part.low for part in both), reverse=True)[wanted - 1]
        return BETWEEN[low][sorted((part.high for part in both), reverse=True)[wanted - 1]]

    def at_most(self, grade: Grade) -> Standing:
        return self if self.high <= grade else BETWEEN[min(self.low, grade)][grade]

    def at_least(self, grade: Grade) -> Standing:
        return self if self.low >= grade else BETWEEN[grade][max(self.high, grade)]


BETWEEN = tuple(tuple(Standing(low, high) for high in Grade) for low in Grade)
"""Every interval there is, made once: judging makes thousands."""
NOT_MET, UNCLEAR, MET = (BETWEEN[grade][grade] for grade in Grade)
OPEN = BETWEEN[Grade.NOT_MET][Grade.MET]
"""What an unanswered fact mostly spans."""


MATCHES = ("meets", "confirm")
"""Outcomes with nothing missing."""


def outcome_of(parts: Iterable[tuple[str, Standing]]) -> str:
    """The outcome of a position from each requirement's strength and standing.

    An expected one counts as at least unclear, so that it never blocks; a preferred one does not count.
    """
    counted = [
        standing.at_least(Grade.UNCLEAR) if strength == "expected" else standing
        for strength, standing in parts
        if strength != "preferred"
    ]
    return outcome_between(*Standing.all_of(counted))


def outcome_between(low: Grade, high: Grade) -> str:
    """The outcome by its ends: the worst and the best that the requirements together come to."""
    if low is Grade.MET:
        return "meets"
    if low is Grade.UNCLEAR:
        return "confirm"
    return "not_yet" if high is Grade.NOT_MET else "cannot_tell"
