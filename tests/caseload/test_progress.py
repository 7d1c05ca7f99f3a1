"""Points for the chart of one client, and sentences that say the same."""

from __future__ import annotations

from datetime import date

from desktop_app.caseload.progress import Progress, Tally, progress
from tests.caseload.conftest import ON_THE_WAY, kept, sitting

SEPTEMBER, OCTOBER, JANUARY = date(2026, 9, 1), date(2026, 10, 1), date(2027, 1, 4)
CALIFORNIA = ("ca-calaveras",)


def of(judging, *contents, today: date | None = None) -> Progress:
    return progress([sitting(content, number) for number, content in enumerate(contents)], judging, today)


def test_each_sitting_is_a_point_and_today_is_one_more(judging, words) -> None:
    seen = of(
        judging, kept(ON_THE_WAY, SEPTEMBER, CALIFORNIA), kept(ON_THE_WAY, OCTOBER, CALIFORNIA), today=JANUARY
    )
    assert [point.day for point in seen.points] == [SEPTEMBER, OCTOBER, JANUARY]
    first = next(line for line in seen.lines if line.position == "ca-calaveras-1")
    assert [tally for _, tally in first.points] == [Tally(3, 0, 4), Tally(3, 0, 4), Tally(4, 0, 4)]
    assert [words.say(sentence) for sentence in first.sentences] == [
        "Peer Support Specialist I: on September 1, 2026, 3 of 4 things were in place.",
        "On January 4, 2027 it was 4 of 4.",
    ]


def test_where_nothing_moved_the_last_day_is_told(judging, words) -> None:
    (first, _) = of(judging, kept({}, SEPTEMBER, CALIFORNIA), kept({}, OCTOBER, CALIFORNIA)).lines
    assert [words.say(sentence) for sentence in first.sentences][1:] == [
        "On October 1, 2026 it was the same."
    ]


def test_what_the_employer_decides_is_counted_apart(judging, words) -> None:
    said = {**ON_THE_WAY, "high_school": "outside_us", "college_degree": "none"}
    first = of(judging, kept(said, SEPTEMBER, CALIFORNIA)).lines[0]
    assert [tally for _, tally in first.points] == [Tally(2, 1, 4)]
    assert words.say(first.sentences[-1]) == "1 more is for the employer to say."


def test_of_two_sittings_on_a_day_the_later_counts(judging) -> None:
    seen = of(judging, kept({}, SEPTEMBER, CALIFORNIA), kept(ON_THE_WAY, SEPTEMBER, CALIFORNIA))
    assert [point.tallies["ca-calaveras-1"].met for point in seen.points] == [3]


def test_a_state_that_was_asked_later_begins_later(judging) -> None:
    seen = of(judging, kept({}, SEPTEMBER, CALIFORNIA), kept({}, OCTOBER))
    lines = {line.position: [day for day, _ in line.points] for line in seen.lines}
    assert lines["ca-calaveras-2"] == [SEPTEMBER, OCTOBER]
    assert lines["tx-state-1"] == [OCTOBER]


def test_without_a_sitting_that_can_be_read_there_is_nothing(judging) -> None:
    assert of(judging, {"sheet": 1}, today=JANUARY) == Progress((), ())
