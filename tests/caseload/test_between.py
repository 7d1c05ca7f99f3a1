"""From one sitting to the next: outcomes, months and which answers, and never what an answer is."""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app.caseload.between import changes
from desktop_app.i18n import Words
from tests.caseload.conftest import ON_THE_WAY, kept, sitting

SEPTEMBER, JANUARY = date(2026, 9, 1), date(2027, 1, 4)
LATER = {
    **ON_THE_WAY,
    "lived_experience": ["family_member"],
    "high_school": "not_sure",
    "can_lead_groups": True,
}


def told(contents, judging, words: Words) -> list[tuple[date, list[str]]]:
    sittings = [sitting(content, number) for number, content in enumerate(contents, 1)]
    return [(one.day, [words.say(message) for message in one.messages]) for one in changes(sittings, judging)]


def test_what_is_otherwise_than_the_time_before_comes_newest_first(judging, words) -> None:
    newest, first = told([kept(ON_THE_WAY, SEPTEMBER), kept(ON_THE_WAY, JANUARY)], judging, words)
    assert first == (SEPTEMBER, ["First sitting, with 4 answers"])
    assert newest == (
        JANUARY,
        [
            "Peer Support Specialist I: “Not yet” before, now “Matches now”",
            "Six months of peer support: 2 months before, 6 months now",
        ],
    )


def test_answers_are_named_and_never_told(judging, words) -> None:
    (_, newest), _ = told([kept(ON_THE_WAY, SEPTEMBER), kept(LATER, SEPTEMBER)], judging, words)
    assert newest[-3:] == [
        "Part of your life: another answer now",
        "High school: open again",
        "Can lead a group: answered now",
    ]
    assert not [line for line in newest if "family" in line.lower()]


def test_months_are_told_as_a_range_while_days_are_open(judging, words) -> None:
    (role,) = ON_THE_WAY["roles"]
    open_day = {**ON_THE_WAY, "roles": [{**role, "start": "2026-06"}]}
    (_, newest), _ = told([kept(ON_THE_WAY, SEPTEMBER), kept(open_day, SEPTEMBER)], judging, words)
    assert newest[0] == "Six months of peer support: 2 months before, 2 to 3 months now"


def test_where_nothing_changed_it_says_so(judging, words) -> None:
    week_later = kept(ON_THE_WAY, SEPTEMBER + timedelta(days=7))
    (_, newest), _ = told([kept(ON_THE_WAY, SEPTEMBER), week_later], judging, words)
    assert newest == ["Nothing changed."]


def test_a_sitting_that_cannot_be_read_is_named_and_passed_over(judging, words) -> None:
    broken = {"sheet": {"as_of": "2026-10-01"}}
    newest, middle, _ = told([kept(ON_THE_WAY, SEPTEMBER), broken, kept(LATER, SEPTEMBER)], judging, words)
    assert middle == (date(2026, 10, 1), ["This sitting can't be read by this version of Peer Ready."])
    assert "High school: open again" in newest[1]
