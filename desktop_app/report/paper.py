"""The paper that a report is printed on, in points: Letter, or A4."""

from __future__ import annotations

from typing import Literal, NamedTuple

PaperName = Literal["letter", "a4"]


class Paper(NamedTuple):
    """A size, and the margins on it; what stands on every page stands in the upper and the lower one."""

    width: float
    height: float
    side: float
    above: float = 72
    below: float = 52

    @property
    def left(self) -> float:
        return self.side

    @property
    def right(self) -> float:
        return self.width - self.side

    @property
    def wide(self) -> float:
        """What a line may take."""
        return self.width - 2 * self.side

    @property
    def high(self) -> float:
        """What a page may take."""
        return self.height - self.above - self.below


LETTER = Paper(612, 792, 54)
A4 = Paper(595.2756, 841.8898, 49)
PAPERS: dict[PaperName, Paper] = {"letter": LETTER, "a4": A4}
