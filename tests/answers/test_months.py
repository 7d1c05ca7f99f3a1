"""Months of work: by the calendar, no day twice, thirty left-over days a month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.answers.employment import (
    Period,
    Role,
    RoleDate,
    count_months,
    full_time_months,
    merged,
    months_and_days,
    most_hours_in_a_week,
    role_period,
)
from tests.judgement import made, oracle

LATE = date(2026, 12, 31)


def day(text: str) -> RoleDate:
    return RoleDate(*oracle.day_range(text))


def role(start: str, end: str | None, hours: float | None = None) -> Role:
    return Role("other", "other", True, day(start), None if end is None else day(end), hours)


def months(*periods: tuple[str, str | None], as_of: date = LATE) -> int:
    return count_months([role(*period) for period in periods], as_of, "longest")


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2026-01-01", "2026-06-30", 6),
        ("2026-01-01", "2026-06-29", 5),
        ("2026-03-01", "2026-08-30", 6),
        ("2026-03-01", "2026-08-29", 5),
        ("2026-01-31", "2026-02-27", 1),
        ("2024-01-31", "2024-02-28", 1),
        ("2024-01-30", "2024-02-28", 1),
        ("2024-02-29", "2025-02-27", 12),
        ("2024-02-29", "2024-03-28", 1),
        ("2026-01-31", "2026-07-30", 6),
        ("2026-01-15", "2026-01-15", 0),
        ("2026-02-01", "2026-02-28", 1),
        ("2026-01-01", "2026-01-30", 1),
        ("2026-01-01", "2026-01-29", 0),
    ],
)
def test_whole_months_from_the_first_day_and_days_left_over(start, end, count):
    assert months((start, end)) == count


def test_days_left_over_add_up_across_periods():
    assert months(("2025-01-01", "2025-01-15"), ("2025-03-01", "2025-03-15")) == 1
    assert months(("2025-01-01", "2025-01-15"), ("2025-03-01", "2025-03-14")) == 0
    assert months(("2025-01-01", "2025-02-15"), ("2025-04-01", "2025-05-15")) == 3


def test_no_day_counts_twice():
    assert months(("2026-01-01", "2026-04-30"), ("2026-03-01", "2026-06-30")) == 6
    assert months(("2026-01-01", "2026-06-30"), ("2026-02-01", "2026-03-31")) == 6
    assert months(("2026-01-01", "2026-06-30"), ("2026-01-01", "2026-06-30")) == 6


def test_roles_that_touch_are_one_period():
    assert months(("2026-01-31", "2026-02-14"), ("2026-02-15", "2026-02-27")) == 1
    assert months(("2026-01-31", "2026-02-14"), ("2026-02-16", "2026-02-28")) == 0
    assert merged([Period(1, 5), Period(6, 9), Period(11, 12)]) == [Period(1, 9), Period(11, 12)]


def test_only_days_up_to_the_day_of_judging_count():
    assert months(("2026-01-01", None), as_of=date(2026, 6, 30)) == 6
    assert months(("2026-01-01", "2030-01-01"), as_of=date(2026, 6, 29)) == 5
    assert months(("2026-07-01", None), as_of=date(2026, 6, 30)) == 0
    assert months(("2026-06-30", None), as_of=date(2026, 6, 30)) == 0


def test_a_month_without_a_day_is_read_both_ways():
    open_ends = role("2025-01", "2025-07")
    assert count_months([open_ends], LATE, "longest") == 7
    assert role_period(open_ends, LATE, "shortest") == Period(
        date(2025, 1, 31).toordinal(), date(2025, 7, 1).toordinal()
    )
    assert count_months([open_ends], LATE, "shortest") == 5


def test_a_role_that_then_starts_after_its_end_counts_nothing():
    assert role_period(role("2025-03", "2025-03"), LATE, "shortest") is None
    assert count_months([role("2025-03", "2025-03")], LATE, "shortest") == 0
    assert count_months([role("2025-03", "2025-03")], LATE, "longest") == 1


def test_joining_two_periods_can_cost_a_month():
    """So the ends that come out reversed are swapped where a standing is made of them."""
    apart = [("2025-03-01", "2025-03-01"), ("2025-01-01", "2025-01-29"), ("2025-01-31", "2025-02-27")]
    assert months(*apart) == 2
    assert months(*apart, ("2025-01-30", "2025-01-30")) == 1


def test_the_calendar_s_last_year_is_no_trouble():
    assert months(("9999-01-01", None), as_of=date.max) == 12
    assert months(("0001-01-01", "0001-12-31"), as_of=date.max) == 12
    assert months(("9999-12-31", None), as_of=date.max) == 0


@given(first=st.dates(date(1999, 1, 1), date(2040, 1, 1)), length=st.integers(0, 1500))
def test_a_period_is_as_many_months_as_a_walk_through_the_calendar_finds(first, length):
    last = first + timedelta(days=length)
    whole, left = months_and_days(Period(first.toordinal(), last.toordinal()))
    assert whole + left // 30 == oracle.months(frozenset({(first, last)}))
    assert 0 <= left < 31


@given(data=st.data(), as_of=made.as_of_days, longest=st.booleans())
def test_any_roles_come_to_the_months_that_a_walk_through_the_days_finds(data, as_of, longest):
    told = data.draw(made.roles(as_of, most=6))
    read = oracle.stints(told, as_of, longest=longest, setting_counts=True)
    slow = oracle.months(frozenset((stint.first, stint.last) for stint in read))
    roles = [role(one["start"], one["end"]) for one in told]
    assert count_months(roles, as_of, "longest" if longest else "shortest") == slow


@given(data=st.data(), as_of=made.as_of_days)
def test_a_later_day_never_takes_days_away(data, as_of):
    roles = [role(one["start"], one["end"]) for one in data.draw(made.roles(as_of))]
    later = as_of + timedelta(days=data.draw(st.integers(0, 400)))
    for reading in ("shortest", "longest"):
        covered = [
            {
                n
                for role_ in roles
                if (p := role_period(role_, until, reading))
                for n in range(p.first, p.last + 1)
            }
            for until in (as_of, later)
        ]
        assert covered[0] <= covered[1]


# ------------------------------------------------------------------ hours


def test_full_time_months_are_each_role_s_months_by_its_hours():
    assert full_time_months([role("2025-01-01", "2025-12-31", 20)], LATE) == 6
    assert full_time_months([role("2025-01-01", "2025-06-30", 20)] * 2, LATE) == 6
    assert full_time_months([role("2025-01-01", "2025-02-15", 40)], LATE) == 1.5
    assert full_time_months([role("2025-01-01", "2025-06-30", 0)], LATE) == 0
    assert full_time_months([], LATE) == 0


def test_hours_that_are_missing_leave_the_figure_open():
    assert full_time_months([role("2025-01-01", "2025-06-30", 40), role("2025-01-01", None)], LATE) is None
    later = date(2024, 1, 1)
    assert full_time_months([role("2025-01-01", None)], later) == 0


def test_the_most_hours_in_a_week_are_those_that_surely_fall_together():
    assert most_hours_in_a_week([], LATE) == 0
    assert most_hours_in_a_week([role("2025-01-01", None, 30), role("2026-01-01", None, 20.5)], LATE) == 50.5
    apart = [role("2025-01-01", "2025-01-31", 60), role("2025-02-01", "2025-02-28", 60)]
    assert most_hours_in_a_week(apart, LATE) == 60
    meeting = [role("2025-01-01", "2025-02-01", 60), role("2025-02-01", "2025-02-28", 60)]
    assert most_hours_in_a_week(meeting, LATE) == 120
    perhaps = [role("2025-01-01", "2025-02", 60), role("2025-02", "2025-03-31", 60)]
    assert most_hours_in_a_week(perhaps, LATE) == 60
