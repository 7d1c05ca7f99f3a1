"""A kept sitting is judged as of a day by the rules of that day; what is no sitting gives nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.casefile.records import Person
from desktop_app.caseload.client import Client, client_of, content_of
from desktop_app.caseload.judging import ends_of
from tests.caseload.conftest import BEGUN, BOTH, ON_THE_WAY, answers, kept
from tests.conftest import TODAY

EARLIER = date(2026, 9, 1)


def test_it_is_judged_as_of_its_own_day_or_of_another(judging) -> None:
    content = kept(ON_THE_WAY, EARLIER)
    then, now = judging.snapshot(content), judging.snapshot(content, date(2027, 1, 4))
    assert then.as_of == EARLIER
    assert then.outcomes["ca-calaveras-1"] == "not_yet"
    assert then.missing["ca-calaveras-1"] == ("peer_support_6_months",)
    assert then.ready["ca-calaveras-1"] == date(2026, 12, 30)  # 30 days over are a month
    assert now.outcomes["ca-calaveras-1"] == "meets"
    assert "ca-calaveras-1" not in now.ready


def test_it_says_by_which_rules_and_what_is_still_open(judging, book) -> None:
    shot = judging.snapshot(kept({}))
    assert shot.versions == {one.pack.series: one.pack.version for one in book.in_force(TODAY)}
    assert shot.open == len(judging.view(kept({})).open_questions)
    assert set(shot.outcomes.values()) == {"cannot_tell"}
    assert not any(shot.missing.values())


def test_what_someone_would_rather_not_say_is_not_asked_for_again(judging) -> None:
    silent, unsure, declined = (
        judging.snapshot(kept({"drivers_license": said} if said else {})).open
        for said in ("", "not_sure", "prefer_not_to_say")
    )
    assert silent == unsure == declined + 1


def test_a_certificate_ends_on_its_day_while_it_runs(judging, book) -> None:
    assert ends_of(book) == ("ca_certificate_expires", "tx_certificate_expires")
    said = {"ca_certificate": "current", "ca_certificate_expires": "2027-01-31"}
    assert judging.snapshot(kept(said)).runs_out == {"ca_certificate_expires": date(2027, 1, 31)}
    assert judging.snapshot(kept({**said, "ca_certificate": "none"})).runs_out == {}


def test_only_the_chosen_states_are_judged(judging) -> None:
    shot = judging.snapshot(kept(answers("texas-lead"), series=("tx-state",)))
    assert set(shot.outcomes) == {"tx-state-1", "tx-state-2"}


def test_what_is_merely_good_to_have_is_never_missing(judging) -> None:
    shot = judging.snapshot(kept({"high_school": "none", "college_degree": "none"}))
    assert "high_school" not in shot.missing["tx-state-2"]
    assert "high_school" in shot.missing["ca-calaveras-1"]


def test_a_day_before_all_rules_gives_nothing(judging) -> None:
    assert judging.snapshot(kept({}), date(2001, 1, 1)) is None


def test_rules_are_made_ready_once(judging) -> None:
    first = judging.view(kept({}, EARLIER))
    assert judging.view(kept({}), TODAY).interview is first.interview


def test_a_snapshot_comes_back_out_of_a_file(judging) -> None:
    said = {**ON_THE_WAY, "ca_certificate": "current", "ca_certificate_expires": "2027-01-31"}
    shot = judging.snapshot(kept(said))
    person = Person("c1", "K-1", BEGUN, content_of(Client("c1", "K-1", BEGUN, snapshot=shot)))
    assert shot.ready
    assert shot.runs_out
    assert client_of(person).snapshot == shot


def test_no_answer_stands_in_a_snapshot(judging) -> None:
    """A list may be looked at over someone's shoulder."""
    said = {"lived_experience": ["own_substance_use_services"], "high_school": "outside_us"}
    written = repr(judging.snapshot(kept(said)))
    assert "substance" not in written
    assert "outside_us" not in written


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["9999-12-31", "2026-11-22"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=6), inner, max_size=2),
    max_leaves=5,
)
ROLE = {"work": "other", "setting": "similar", "paid": True, "start": "0001-01", "end": None}


@settings(max_examples=40)
@given(
    st.fixed_dictionaries({"as_of": values, "answers": st.dictionaries(st.just("roles"), values)}) | values,
    st.dictionaries(st.sampled_from(["series", "at", "seen"]), values) | values,
)
def test_nothing_that_a_file_may_hold_breaks_it(judging, sheet, place) -> None:
    content = {"sheet": sheet, "place": place}
    for on in (None, TODAY, date.max):
        judging.snapshot(content, on)
        judging.view(content, on)


@pytest.mark.parametrize("day", ["9999-12-31", "2023-09-01"])
def test_the_last_day_there_is_can_be_judged(judging, day) -> None:
    content = {"sheet": {"as_of": day, "answers": {"roles": [ROLE]}}, "place": {"series": list(BOTH)}}
    assert judging.snapshot(content).as_of == date.fromisoformat(day)
