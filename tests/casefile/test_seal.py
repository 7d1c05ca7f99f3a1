"""The seal follows each change by that change alone, and is never the same for other rows."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.casefile.seal import resealed, seal_of

rows = st.lists(st.tuples(st.sampled_from(["person", "sitting"]), st.text(), st.text()), max_size=6)


@given(rows, rows)
def test_rows_that_come_change_it_as_if_they_had_always_been_there(some, more) -> None:
    assert resealed(seal_of(some), new=more) == seal_of([*some, *more])


@given(rows, rows)
def test_rows_that_go_leave_it_as_if_they_had_never_been_there(some, more) -> None:
    assert resealed(seal_of([*some, *more]), gone=more) == seal_of(some)


@given(rows, rows)
def test_other_rows_have_another_seal(some, others) -> None:
    assume(sorted(some) != sorted(others))
    assert seal_of(some) != seal_of(others)


@given(st.text(min_size=1), st.text())
def test_a_letter_that_moves_from_one_column_to_the_next_is_noticed(first, second) -> None:
    moved = (first[:-1], first[-1] + second)
    assert seal_of([("person", first, second)]) != seal_of([("person", *moved)])
