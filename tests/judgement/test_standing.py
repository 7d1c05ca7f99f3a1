"""The algebra of standings: an interval over not met, unclear and met."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.judgement.standing import BETWEEN, MET, NOT_MET, OPEN, UNCLEAR, Grade, Standing, outcome_of

intervals = st.sampled_from([BETWEEN[low][high] for low in Grade for high in Grade if low <= high])


def test_a_standing_is_told_once_both_ends_agree():
    assert [standing.word for standing in (MET, UNCLEAR, NOT_MET, OPEN)] == [
        "met",
        "unclear",
        "not_met",
        "unanswered",
    ]
    assert BETWEEN[Grade.UNCLEAR][Grade.MET].word == "unanswered"


@given(st.lists(intervals, min_size=1))
def test_all_is_the_minimum_of_both_ends_and_any_the_maximum(parts):
    lows, highs = [part.low for part in parts], [part.high for part in parts]
    assert Standing.all_of(parts) == Standing(min(lows), min(highs))
    assert Standing.any_of(parts) == Standing(max(lows), max(highs))


@given(intervals, st.sampled_from(list(Grade)))
def test_capping_and_raising_take_both_ends_along(part, grade):
    assert part.at_most(grade) == Standing(min(part.low, grade), min(part.high, grade))
    assert part.at_least(grade) == Standing(max(part.low, grade), max(part.high, grade))


@pytest.mark.parametrize(
    ("parts", "outcome"),
    [
        ([("must", MET), ("must", MET)], "meets"),
        ([("must", MET), ("must", UNCLEAR)], "confirm"),
        ([("must", MET), ("must", NOT_MET)], "not_yet"),
        ([("must", NOT_MET), ("must", OPEN)], "not_yet"),
        ([("must", MET), ("must", OPEN)], "cannot_tell"),
        ([("must", MET), ("must", BETWEEN[Grade.UNCLEAR][Grade.MET])], "confirm"),
        ([("must", MET), ("must", BETWEEN[Grade.NOT_MET][Grade.UNCLEAR])], "cannot_tell"),
        ([("must", MET), ("level", NOT_MET)], "not_yet"),
        ([("must", MET), ("expected", NOT_MET)], "confirm"),
        ([("must", MET), ("expected", OPEN)], "confirm"),
        ([("must", MET), ("preferred", NOT_MET)], "meets"),
        ([("must", MET), ("preferred", OPEN)], "meets"),
    ],
)
def test_the_outcome_of_a_position(parts, outcome):
    assert outcome_of(parts) == outcome
