"""Small numbers are not shown, and neither is any other number by which they could be worked out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from desktop_app.i18n import Message

SMALL = 5
"""Fewer people than this could be found out from a number."""
How = Literal["exact", "few", "hidden"]


class Count(NamedTuple):
    """A number as it may be shown: as it is, as 'fewer than 5', or not at all."""

    how: How
    number: int | None
    """None unless it is exact."""

    @property
    def message(self) -> Message:
        if self.how == "few":
            return Message("caseload.count.few", {"small": SMALL})
        return Message(f"caseload.count.{self.how}", {"number": self.number})


class _Range(NamedTuple):
    """What a reader knows of a number: from the least to the most it can be."""

    low: float
    high: float


def count_of(number: int, *, hidden: bool = False) -> Count:
    """One number by itself. None at all is shown: nobody is in it."""
    if 0 < number < SMALL:
        return Count("few", None)
    return Count("hidden", None) if hidden else Count("exact", number)


def counts_of(numbers: Sequence[int], hidden: Collection[int] = ()) -> tuple[tuple[Count, ...], Count]:
    """Numbers that add up to a total, and the total; those at the places `hidden` are not shown in any case.

    'Fewer than 5' stands only where that tells no more than it says, and where all that are not shown are not few
    together: what is left of the total tells how many. Otherwise everything that is not shown looks alike, the next
    smallest number among it: which of them are small would already be half of the answer.
    """
    total = count_of(sum(numbers))
    counts = [count_of(number) for number in numbers]
    if not hidden and not _told(counts, total):
        return tuple(counts), total
    away = {at for at, count in enumerate(counts) if count.how == "few"} | set(hidden)
    left = {numbers[at] for at in range(len(numbers)) if at not in away}
    for size in [*([None] if hidden else []), *sorted(left, key=lambda one: (one == 0, one))]:
        away |= {
            at for at, one in enumerate(numbers) if one == size
        }  # equal ones go together: none is picked
        counts = [Count("hidden", None) if at in away else count_of(one) for at, one in enumerate(numbers)]
        if not _told(counts, total):
            return tuple(counts), total
    return (Count("hidden", None),) * len(numbers), Count("hidden", None)


def _told(counts: Sequence[Count], total: Count) -> bool:
    """Whether a number that is not shown can be only one, by all that is."""
    ranges, whole = [_range(count) for count in counts], _range(total)
    if total.how != "exact" and _one_only(whole, _together(ranges)):
        return True
    hidden = total.number is not None and any(count.how != "exact" for count in counts)
    if hidden and (total.number or 0) - sum(count.number or 0 for count in counts) < SMALL:
        return True
    for at, count in enumerate(counts):
        if count.how != "exact":
            others = _together(ranges[:at] + ranges[at + 1 :])
            left = _Range(whole.low - others.high, whole.high - others.low)
            if _one_only(ranges[at], left):
                return True
    return False


def _together(ranges: Sequence[_Range]) -> _Range:
    return _Range(sum(one.low for one in ranges), sum(one.high for one in ranges))


def _one_only(one: _Range, other: _Range) -> bool:
    return max(one.low, other.low) == min(one.high, other.high)


def _range(count: Count) -> _Range:
    if count.number is not None:
        return _Range(count.number, count.number)
    return _Range(1, SMALL - 1) if count.how == "few" else _Range(0, float("inf"))
