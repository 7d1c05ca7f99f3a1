"""What changed between two sheets: answers, standings, outcomes and days; nothing private, in each language."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from desktop_app.answers.sheet import read_answers
from desktop_app.i18n import LANGUAGES, Words, load_words
from desktop_app.judgement.compare import Comparison, as_document, compare
from desktop_app.judgement.compare_words import (
    answer_message,
    earliest_message,
    outcome_message,
    standing_message,
)
from desktop_app.judgement.judge import Judge
from desktop_app.rulebook.load import Facts, Rulebook, words_with
from tests.conftest import TODAY
from tests.judgement import made
from tests.judgement.oracle import Answers

VOLUNTEER = {"work": "peer_support_to_individuals", "setting": "similar", "paid": False, "end": None}
CALIFORNIA = {"lived_experience": ["caregiver"], "high_school": "diploma", "drivers_license": "california"}
Told = tuple[Answers, date]


def between(judge: Judge, facts: Facts, old: Told, new: Told) -> Comparison:
    sheets = [read_answers(answers, facts, day) for answers, day in (old, new)]
    before, after = ((judge.judge(sheet), sheet) for sheet in sheets)
    return compare(before, after, facts)


def sentences(comparison: Comparison, facts: Facts, words: Words, *, name_private: bool = False) -> list[str]:
    said = [words.say(answer_message(a, facts, name_private=name_private)) for a in comparison.answers]
    for position in comparison.positions:
        said.append(words.say(outcome_message(position)))
        said += [words.say(standing_message(change, position.series)) for change in position.standings]
        day = earliest_message(position)
        said += [words.say(day)] if day else []
    return said


@pytest.fixture(scope="module", params=LANGUAGES)
def any_words(request: pytest.FixtureRequest, book: Rulebook) -> Words:
    return words_with(load_words(request.param), book.packs)


def test_the_same_sheet_has_nothing_to_tell(judge: Judge, facts: Facts) -> None:
    assert between(judge, facts, (CALIFORNIA, TODAY), (CALIFORNIA, TODAY)).is_empty


def test_six_months_later_the_level_is_newly_matched(judge: Judge, facts: Facts, words: Words) -> None:
    said: dict[str, Any] = {**CALIFORNIA, "roles": [{**VOLUNTEER, "start": "2026-11-01"}]}
    found = between(judge, facts, (said, TODAY), (said, date(2027, 5, 1)))
    assert found.answers == ()
    assert found.days == (TODAY, date(2027, 5, 1))
    (one, *_) = found.positions
    assert (one.id, one.is_new, one.outcome) == ("ca-calaveras-1", True, ("not_yet", "meets"))
    assert found.matched == {"ca-calaveras": (None, "ca-calaveras-1")}
    text = sentences(found, facts, words)
    assert "Six months of peer support: “Not yet” before, now “You have this”" in text
    assert not any("no such day" in sentence for sentence in text)


def test_a_role_begun_brings_the_day_and_its_end_takes_it_away(
    judge: Judge, facts: Facts, words: Words
) -> None:
    def told(**role: Any) -> Told:
        return {**CALIFORNIA, "roles": [{**VOLUNTEER, **role}] if role else []}, TODAY

    going = told(start="2026-10-01")
    # Thirty days left over make a month: March 30.
    begun = sentences(between(judge, facts, told(), going), facts, words)
    assert "As things go, it would match on March 30, 2027." in begun
    moved = sentences(between(judge, facts, going, told(start="2026-11-01")), facts, words)
    assert "As things go, it would match on April 30, 2027. Before, that was March 30, 2027." in moved
    ended = sentences(between(judge, facts, going, told(start="2026-10-01", end="2026-11-01")), facts, words)
    assert "Before, it would have matched on March 30, 2027. Now there is no such day." in ended


def test_answers_are_told_by_the_name_of_their_question(judge: Judge, facts: Facts, words: Words) -> None:
    old = {"high_school": "none", "can_lead_groups": True, "roles": []}
    new = {"high_school": "diploma", "ca_certificate_expires": "2027-05-31", "roles": []}
    found = between(judge, facts, (old, TODAY), ({**new, "ca_certificate": "current"}, TODAY))
    said = sentences(found, facts, words)
    assert "High school: “None of these so far” before, now “I have a high school diploma”" in said
    assert "Can lead a group: “Yes” before, open again" in said
    assert "Certificate runs out: now “May 31, 2027”" in said
    assert [(one.fact, one.how) for one in found.answers][:2] == [
        ("high_school", "changed"),
        ("can_lead_groups", "removed"),
    ]


def test_a_certificate_in_hand_is_not_told_step_by_step(judge: Judge, facts: Facts) -> None:
    old = {"ca_certificate": "none", "ca_exam": "not_taken"}
    found = between(judge, facts, (old, TODAY), ({**old, "ca_certificate": "current"}, TODAY))
    kinds = {change.kind for position in found.positions for change in position.standings}
    assert kinds == {"requirements"}
    back = between(judge, facts, ({**old, "ca_certificate": "current"}, TODAY), (old, TODAY))
    assert "path" in {change.kind for position in back.positions for change in position.standings}


def test_what_is_private_is_named_only_where_it_is_wanted(judge: Judge, facts: Facts, words: Words) -> None:
    found = between(
        judge,
        facts,
        ({"lived_experience": ["caregiver"]}, TODAY),
        ({"lived_experience": ["caregiver", "own_mental_health_services"]}, TODAY),
    )
    kind = words.say("questions.lived_experience.choices.own_mental_health_services")
    assert sentences(found, facts, words)[0] == "Part of your life: another answer now"
    assert not any(kind in sentence for sentence in sentences(found, facts, words))
    assert any(kind in sentence for sentence in sentences(found, facts, words, name_private=True))
    assert "own_mental" not in str(as_document(found))


@given(old=made.sheets(), new=made.sheets())
def test_every_difference_is_told_in_whole_sentences(
    judge: Judge, facts: Facts, any_words: Words, old: Told, new: Told
) -> None:
    found = between(judge, facts, old, new)
    for name_private in (False, True):
        for sentence in sentences(found, facts, any_words, name_private=name_private):
            assert sentence
            assert not set("{}") & set(sentence)
    before = judge.judge(read_answers(old[0], facts, old[1]))
    after = judge.judge(read_answers(new[0], facts, new[1]))
    told = {(position.id, one.id): one for position in found.positions for one in position.standings}
    for was, now in zip(before.positions, after.positions, strict=True):
        for one, other in zip(was.requirements, now.requirements, strict=True):
            change = told.get((was.id, one.id))
            assert (change is not None) == (one.standing.word != other.standing.word)


@given(old=made.sheets(), new=made.sheets())
def test_a_way_back_tells_the_same_changes(judge: Judge, facts: Facts, old: Told, new: Told) -> None:
    there, back = between(judge, facts, old, new), between(judge, facts, new, old)
    assert [one.fact for one in there.answers] == [one.fact for one in back.answers]
    assert there.matched == {series: (b, a) for series, (a, b) in back.matched.items()}
    assert there.is_empty == back.is_empty


def test_a_position_that_only_one_of_the_two_was_judged_for(
    judge: Judge, book: Rulebook, any_words: Words
) -> None:
    facts = book.facts
    sheet = read_answers(CALIFORNIA, facts, TODAY)
    only = Judge([book.in_force(TODAY)[0].pack], facts)
    more = compare((only.judge(sheet), sheet), (judge.judge(sheet), sheet), facts)
    less = compare((judge.judge(sheet), sheet), (only.judge(sheet), sheet), facts)
    assert more.rules_changed == less.rules_changed == ("tx-state",)
    assert {position.outcome[0] for position in more.positions} == {None}
    assert {position.outcome[1] for position in less.positions} == {None}
    assert all(sentences(one, facts, any_words) for one in (more, less))
