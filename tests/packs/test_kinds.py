"""The kinds of rule that only the invented county uses: what is said of them, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from desktop_app.judgement.standing import BETWEEN, Grade, Standing
from tests.judgement.employment import role
from tests.packs.conftest import Told

Tell = Callable[..., Told]
OWN = ["own_substance_use_services"]
THREE_MONTHS = [role("2026-01-01", "2026-03-31", hours_per_week=40)]

# ------------------------------------------------------------------ so many of several


def test_so_many_of_several_is_the_nth_largest_of_both_ends():
    no, ask, yes = (BETWEEN[grade][grade] for grade in Grade)
    unknown = BETWEEN[Grade.NOT_MET][Grade.MET]
    assert Standing.at_least_of(2, [no, ask, yes]) == ask
    assert Standing.at_least_of(2, [no, unknown, yes]) == unknown
    assert Standing.at_least_of(2, [yes, unknown, yes]) == yes
    assert Standing.at_least_of(2, [no, unknown, no]) == no
    assert Standing.at_least_of(1, [no, unknown, ask]) == BETWEEN[Grade.UNCLEAR][Grade.MET]
    assert Standing.at_least_of(3, [yes, unknown, ask]) == BETWEEN[Grade.NOT_MET][Grade.UNCLEAR]


def test_what_is_met_names_only_what_it_rests_on(tell: Tell):
    told = tell(high_school="diploma", roles=THREE_MONTHS, can_lead_groups=False)
    assert told.why("ready_to_begin") == (
        "2 of these 3 are enough. You have 2 so far. You have a high school diploma. "
        "You have 3 months of peer support; the bulletin asks for 3."
    )


def test_what_is_not_met_names_every_part_that_is_missing(tell: Tell):
    told = tell(high_school="none", roles=[], can_lead_groups=True, language="es")
    assert told["ready_to_begin"].standing.word == "not_met"
    why = told.why("ready_to_begin")
    assert why.startswith("Bastan 2 de estos 3. Por ahora usted tiene 1.")
    assert "dirigir" not in why  # that part is there


def test_what_is_open_names_the_open_questions_and_no_part_that_is_settled(tell: Tell):
    told = tell(high_school="diploma")
    assert told.explained("ready_to_begin").open_facts == ("roles", "can_lead_groups")
    told = tell(high_school="none", can_lead_groups=True)
    assert told.explained("ready_to_begin").open_facts == ("roles",)
    assert "of these 3" in told.why("ready_to_begin")


def test_what_is_unclear_asks_for_the_part_that_is(tell: Tell):
    told = tell(high_school="outside_us", roles=[], can_lead_groups=True)
    (ask,) = told.explained("ready_to_begin").ask
    assert told.words.say(ask) == "Do you accept my school from outside the United States?"


def test_a_caution_about_hours_is_moot_where_other_parts_are_enough(tell: Tell):
    without_hours = [role("2026-01-01", "2026-03-31")]
    settled = tell(high_school="diploma", can_lead_groups=True, roles=without_hours)
    assert settled["ready_to_begin"].cautions == ()
    resting_on_it = tell(high_school="diploma", can_lead_groups=False, roles=without_hours)
    assert resting_on_it["ready_to_begin"].cautions == ("hours_missing",)
    nothing_else = tell(high_school="none", can_lead_groups=False, roles=without_hours)
    assert nothing_else["ready_to_begin"].cautions == ("hours_missing",)


# ------------------------------------------------------------------ within months of being hired


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "You may still earn this in the first 12 months after you are hired."),
        ("es", "Todavía puede obtenerlo en los primeros 12 meses después de que le contraten."),
    ],
)
def test_what_may_be_earned_once_hired_is_asked_and_done(tell: Tell, language: str, sentence: str):
    told = tell(county_certificate="none", language=language)
    explained = told.explained("county_certificate")
    assert told["county_certificate"].standing.word == "unclear"
    assert told.why("county_certificate").endswith(sentence)
    assert [ask.key.rpartition(".")[2] for ask in explained.ask] == ["certificate_when"]
    assert explained.change
    assert explained.change.key.endswith("county_certificate.todo")


def test_one_that_is_held_says_nothing_of_hiring(tell: Tell):
    told = tell(county_certificate="current", county_certificate_expires="2027-01-01")
    assert told.why("county_certificate") == "Your certificate is good until January 1, 2027."
    assert told.explained("county_certificate").change is None


def test_while_it_is_open_the_question_would_tell(tell: Tell):
    told = tell()
    assert told["county_certificate"].standing == BETWEEN[Grade.UNCLEAR][Grade.MET]
    assert told.explained("county_certificate").open_facts == ("county_certificate",)


# ------------------------------------------------------------------ years since a day


@pytest.mark.parametrize(
    ("since", "on", "standing"),
    [
        ("2024-11-22", date(2026, 11, 22), "met"),
        ("2024-11-23", date(2026, 11, 22), "not_met"),
        ("2024-02-29", date(2026, 2, 27), "not_met"),
        ("2024-02-29", date(2026, 2, 28), "met"),
        ("2027-01-01", date(2026, 11, 22), "not_met"),
        ("9999-12-31", date(2026, 11, 22), "not_met"),
        ("0001-01-01", date(2026, 11, 22), "met"),
    ],
)
def test_the_same_day_two_years_on_counts(tell: Tell, since: str, on: date, standing: str):
    told = tell(on, lived_experience=OWN, in_recovery_since=since)
    assert told["own_recovery"].standing.word == standing


def test_the_day_is_named_only_where_what_is_private_is(tell: Tell):
    told = tell(lived_experience=OWN, in_recovery_since="2025-05-01")
    assert told.why("own_recovery") == "The day you gave is less than two years ago."
    assert told.why("own_recovery", name_private=True) == (
        "You have been in recovery since May 1, 2025. "
        "The source asks for 2 years. You reach them on May 1, 2027."
    )
    told = tell(lived_experience=OWN, in_recovery_since="2020-05-01")
    assert "You have been in recovery since May 1, 2020." in told.why("own_recovery", name_private=True)
    assert "2020" not in told.why("own_recovery")


def test_the_day_decides_while_it_is_open_and_never_where_it_could_not(tell: Tell):
    def decisive(**answers: object) -> tuple[str, ...]:
        return tell(**answers).judgement.positions[0].decisive

    assert "in_recovery_since" in decisive()
    assert "in_recovery_since" in decisive(lived_experience=OWN)
    assert "in_recovery_since" not in decisive(lived_experience=["family_member"])
    assert "in_recovery_since" not in decisive(in_recovery_since="2020-01-01")
    assert "county_certificate_expires" not in decisive(county_certificate="current")


def test_years_that_come_are_dated_and_assume_nothing_of_roles(tell: Tell):
    told = tell(age_21_or_over=True, lived_experience=OWN, in_recovery_since="2025-02-28",
                county_certificate="current")  # fmt: skip
    second = told.judgement.positions[1]
    assert second.earliest == ("dated", date(2027, 2, 28), "own_recovery", None)
    assert told["own_recovery"].reached == date(2027, 2, 28)


def test_a_certificate_that_runs_out_before_the_years_come_leaves_no_day(tell: Tell):
    told = tell(age_21_or_over=True, lived_experience=OWN, in_recovery_since="2025-02-28",
                county_certificate="current", county_certificate_expires="2027-02-27")  # fmt: skip
    assert told.judgement.positions[1].earliest.status == "never"


# ------------------------------------------------------------------ what the employer decides


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_gate_is_always_a_question(tell: Tell, language: str):
    told = tell(language=language)
    assert told["background_review"].standing.word == "unclear"
    explained = told.explained("background_review")
    assert [ask.key.rpartition(".")[2] for ask in explained.ask] == ["background_review"]
    assert told.why("background_review")
    assert explained.open_facts == ()
