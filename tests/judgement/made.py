"""Sheets as people might fill them in: any question left out, not sure of or answered, any roles on any day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.judgement.oracle import CHOICES, EXPIRIES, LIVED, SETTINGS, WORK

FIRST, LAST = date(2023, 9, 1), date(2032, 12, 31)
NO_ANSWER = st.sampled_from(["missing", "not_sure", "prefer_not_to_say"])

as_of_days = st.one_of(
    st.sampled_from(
        [FIRST, date(2024, 2, 28), date(2024, 2, 29), date(2028, 2, 29), date(2026, 11, 22), LAST]
    ),
    st.dates(FIRST, LAST),
)
lived_experience = st.one_of(
    st.just(["none_of_these"]),
    st.lists(
        st.sampled_from([kind for kind in LIVED if kind != "none_of_these"]),
        min_size=1,
        max_size=3,
        unique=True,
    ),
)
lengths = st.one_of(
    st.sampled_from([0, 1, 27, 28, 29, 30, 31, 58, 59, 60, 89, 90, 91, 92]),
    st.integers(176, 188),
    st.integers(360, 370),
    st.integers(0, 900),
)
gaps = st.one_of(st.sampled_from([-40, -1, 0, 1, 2, 3]), st.integers(-200, 200))
"""From one role's last day to the next one's first: overlapping, touching (1), or apart."""


@st.composite
def answers(draw: st.DrawFn, as_of: date, silent: float = 0.3) -> dict[str, Any]:
    """Answers by fact; about a `silent` part of them say nothing."""
    made: dict[str, Any] = {}
    for fact, choices in CHOICES.items():
        said = lived_experience if fact == "lived_experience" else st.sampled_from(choices)
        _put(draw, made, fact, said, silent)
    for fact in EXPIRIES:
        near = st.integers(-3, 3).map(lambda days: (as_of + timedelta(days=days)).isoformat())
        far = st.dates(date(2020, 1, 1), date(2040, 1, 1)).map(date.isoformat)
        _put(draw, made, fact, st.one_of(near, far), silent)
    _put(draw, made, "roles", roles(as_of), silent / 2)
    return made


def _put(
    draw: st.DrawFn, made: dict[str, Any], fact: str, said: st.SearchStrategy[Any], silent: float
) -> None:
    if draw(st.integers(0, 99)) >= silent * 100:
        made[fact] = draw(said)
    elif (none := draw(NO_ANSWER)) != "missing":
        made[fact] = none


@st.composite
def roles(draw: st.DrawFn, as_of: date, most: int = 4, open_parts: bool = True) -> list[dict[str, Any]]:
    """Roles that a sheet may hold, one after the other with gaps or overlaps, by day or by month."""
    made: list[dict[str, Any]] = []
    first = as_of - timedelta(days=draw(st.one_of(lengths, st.integers(0, 1500))))
    for _ in range(draw(st.integers(0, most))):
        first = min(first, as_of)
        last = first + timedelta(days=draw(lengths))
        made.append(_role(draw, first, last, open_parts))
        first = last + timedelta(days=draw(gaps))
    return made


def _role(draw: st.DrawFn, first: date, last: date, open_parts: bool) -> dict[str, Any]:
    role: dict[str, Any] = {
        "work": draw(st.sampled_from(WORK)),
        "setting": draw(st.sampled_from([*SETTINGS, "not_sure"] if open_parts else SETTINGS)),
        "paid": draw(st.booleans()),
        "start": _written(draw, first, open_parts),
        "end": draw(st.sampled_from([None, "ended", "ended", "ended"])),
    }
    if role["end"]:
        role["end"] = _written(draw, last, open_parts)
    if draw(st.booleans()):
        role["hours_per_week"] = draw(st.sampled_from([0, 5, 8, 20, 20.5, 40, 60, 168]))
    return role


def _written(draw: st.DrawFn, day: date, open_parts: bool) -> str:
    return day.isoformat()[:7] if open_parts and draw(st.integers(0, 2)) == 0 else day.isoformat()


@st.composite
def sheets(draw: st.DrawFn, silent: float = 0.3) -> tuple[dict[str, Any], date]:
    """Answers and their day."""
    as_of = draw(as_of_days)
    return draw(answers(as_of, silent)), as_of


def month_of(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
