"""A sitting that was saved is taken up again with every answer, at the page where it was left."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.interview.kept import KeptError, content_of, take_up
from desktop_app.interview.session import Session
from tests.conftest import TODAY

LATER = date(2026, 12, 3)
ANSWERS = {
    "lived_experience": ["caregiver"],
    "high_school": "ged_or_hiset",
    "can_lead_groups": True,
    "dedicated_to_recovery": "prefer_not_to_say",
    "roles": [{"work": "other", "setting": "not_sure", "paid": False, "start": "2026-01", "end": None}],
}


def through_a_file(session: Session) -> Any:
    return json.loads(json.dumps(content_of(session)))


def test_everything_is_there_again_and_counts_up_to_the_new_day(book) -> None:
    session = Session(TODAY, ("tx-state",), True, ANSWERS, "roles", frozenset({"high_school"}))
    taken = take_up(through_a_file(session), book, LATER)
    assert taken.left_out == ()
    assert taken.session == Session(LATER, ("tx-state",), True, ANSWERS, "roles", frozenset({"high_school"}))


def test_an_answer_that_is_no_longer_known_is_named_and_costs_no_other(book) -> None:
    content = content_of(
        Session(TODAY, book.series(), answers={**ANSWERS, "shoe_size": 9, "ca_exam": "maybe"})
    )
    taken = take_up(content, book, LATER)
    assert sorted(taken.left_out) == ["ca_exam", "shoe_size"]
    assert taken.session.answers == ANSWERS


def test_a_page_that_is_gone_leads_to_the_check_page(book) -> None:
    content = content_of(Session(TODAY, book.series(), at="shoe_size", seen=frozenset({"shoe_size"})))
    taken = take_up(content, book, LATER).session
    assert taken.at == "check"
    assert taken.seen == frozenset()


def test_rules_that_are_gone_give_way_to_all_there_are(book) -> None:
    content = content_of(Session(TODAY, ("nv-state",)))
    assert take_up(content, book, LATER).session.series == book.series()


@pytest.mark.parametrize(
    "content", [{}, {"sheet": []}, {"sheet": {}, "place": {}}, {"sheet": {"answers": {}}}]
)
def test_what_is_no_sitting_is_refused(book, content) -> None:
    with pytest.raises(KeptError):
        take_up(content, book, LATER)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["series", "helping", "at", "seen"]), json_values), json_values)
def test_nothing_that_a_file_may_hold_breaks_it(book, place, value) -> None:
    content = {"sheet": {"answers": {"high_school": value}}, "place": place}
    session = take_up(content, book, LATER).session
    assert session.as_of == LATER
    assert session.series
