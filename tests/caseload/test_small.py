"""No number that is hidden can be worked out from those that are shown."""

from __future__ import annotations

from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.caseload.small import SMALL, Count, count_of, counts_of

MOST = 9


def fits(number: int, count: Count) -> bool:
    if count.how == "exact":
        return number == count.number
    return count.how == "hidden" or 0 < number < SMALL


def readings(counts: tuple[Count, ...], total: Count) -> list[tuple[int, ...]]:
    """Every way to fill in what is not shown."""
    each = [[n for n in range(sum_most(counts, total) + 1) if fits(n, count)] for count in counts]
    return [numbers for numbers in product(*each) if fits(sum(numbers), total)]


def sum_most(counts: tuple[Count, ...], total: Count) -> int:
    return total.number if total.number is not None else MOST


def shown(*numbers: int) -> list[str]:
    counts, total = counts_of(numbers)
    return [str(count.number) if count.how == "exact" else count.how for count in (*counts, total)]


def test_small_numbers_are_said_to_be_small_and_none_is_said_as_none() -> None:
    assert [count_of(number).how for number in (0, 1, 4, 5)] == ["exact", "few", "few", "exact"]
    assert shown(3, 2, 20, 0) == ["few", "few", "20", "0", "25"]


def test_one_small_number_takes_the_next_smallest_with_it() -> None:
    assert shown(3, 12, 20, 0) == ["hidden", "hidden", "20", "0", "35"]


def test_those_that_are_hidden_are_not_few_together() -> None:
    """What is left of a total is a number, too."""
    assert shown(1, 2, 20, 30) == ["hidden", "hidden", "hidden", "30", "53"]


def test_where_nothing_else_is_there_a_zero_goes_too() -> None:
    counts, total = counts_of((6, 0), hidden={0})
    assert [count.how for count in counts] == ["hidden", "hidden"]
    assert total.number == 6


def test_small_numbers_that_their_sum_gives_away_are_not_said_to_be_small() -> None:
    assert shown(4, 4, 20, 30) == ["hidden", "hidden", "hidden", "30", "58"]
    assert shown(4, 4, 4) == ["hidden", "hidden", "hidden", "hidden"]


def test_a_number_alone_goes_with_its_total() -> None:
    assert counts_of((30,), hidden={0}) == ((Count("hidden", None),), Count("hidden", None))


@settings(max_examples=150)
@given(st.lists(st.integers(0, MOST), min_size=1, max_size=3), st.sets(st.integers(0, 2), max_size=2))
def test_no_hidden_number_can_be_computed(numbers: list[int], also: set[int]) -> None:
    counts, total = counts_of(numbers, {at for at in also if at < len(numbers)})
    possible = readings(counts, total)
    assert tuple(numbers) in possible or total.how == "hidden"
    for at, count in enumerate(counts):
        if count.how == "exact":
            assert not 0 < numbers[at] < SMALL
        else:
            assert len({one[at] for one in possible}) > 1
    if total.how != "exact":
        assert len({sum(one) for one in possible}) > 1


@settings(max_examples=100)
@given(st.lists(st.integers(0, MOST), min_size=2, max_size=3))
def test_nor_by_someone_who_knows_how_they_are_hidden(numbers: list[int]) -> None:
    """Only numbers that would be shown in the same way are left for such a reader to choose from."""
    assume(set(numbers) not in ({1}, {SMALL - 1}))  # nothing is shown at all, not even the total
    told = counts_of(numbers)
    likely = [one for one in readings(*told) if counts_of(one) == told]
    for at, count in enumerate(told[0]):
        if count.how != "exact" and sum(numbers) >= SMALL:
            assert len({one[at] for one in likely}) > 1


@given(st.lists(st.integers(SMALL, 99) | st.just(0), max_size=6))
def test_where_none_is_small_all_is_shown(numbers: list[int]) -> None:
    counts, total = counts_of(numbers)
    assert [count.number for count in (*counts, total)] == [*numbers, sum(numbers)]
