"""Every standing is explained in whole sentences, in each language, and what is private stays unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from desktop_app import resources
from desktop_app.answers.sheet import read_answers
from desktop_app.i18n import LANGUAGES, Message, Words, load_words
from desktop_app.judgement.explain import Explanation, cited, explain
from desktop_app.judgement.judge import Judge, Judgement, PathStep, RequirementJudgement
from desktop_app.rulebook.load import Facts, Rulebook, words_with
from tests.judgement import made
from tests.judgement.employment import role, volunteering
from tests.judgement.oracle import Answers, said

Told = tuple[Answers, date]


def complete(language: str) -> bool:
    """Whether every catalog that judgement speaks from is there."""
    folder = resources.folder()
    wanted: list[Path] = [folder / "questions" / f"words.{language}.yaml"]
    wanted += [file.with_name(f"words.{language}.yaml") for file in folder.glob("packs/*/*/rules.yaml")]
    wanted.append(folder / "locale" / language / "core.yaml")
    return all(file.is_file() for file in wanted)


@pytest.fixture(scope="module", params=LANGUAGES)
def any_words(request: pytest.FixtureRequest, book: Rulebook) -> Words:
    if not complete(request.param):
        pytest.skip(f"the words of {request.param} are not complete yet")
    return words_with(load_words(request.param), book.packs)


def explained(
    judge: Judge, facts: Facts, told: Told, *, name_private: bool = False
) -> Iterator[tuple[str, RequirementJudgement | PathStep, Explanation]]:
    answers, as_of = told
    judgement: Judgement = judge.judge(read_answers(answers, facts, as_of))
    for position in judgement.positions:
        for one in position.requirements:
            parts: list[RequirementJudgement | PathStep] = [one, *one.path]
            for judged in parts:
                yield (
                    position.series,
                    judged,
                    explain(judged, position.series, facts, name_private=name_private),
                )


def messages(explanation: Explanation) -> list[Message]:
    return [*explanation.why, *explanation.ask, *([explanation.change] if explanation.change else [])]


@given(told=made.sheets())
def test_every_sentence_is_there_and_filled_in(judge, facts, any_words: Words, told: Told):
    for name_private in (True, False):
        for _, _, explanation in explained(judge, facts, told, name_private=name_private):
            for message in messages(explanation):
                sentence = any_words.say(message)
                assert sentence
                assert not set("{}") & set(sentence)


@given(told=made.sheets(silent=0.4))
def test_each_standing_brings_what_belongs_to_it(judge, facts, told: Told):
    for _, judged, explanation in explained(judge, facts, told):
        assert explanation.why, judged
        word = judged.standing.word
        assert bool(explanation.ask) == (word == "unclear")
        assert bool(explanation.open_facts) == (word == "unanswered")
        assert (explanation.change is None) == (word == "met")


@given(told=made.sheets(silent=0.4))
def test_only_facts_that_are_open_are_said_to_be_open(judge, facts, told: Told):
    known = said(told[0])
    for _, _, explanation in explained(judge, facts, told):
        assert not {fact for fact in explanation.open_facts if fact in known} - {"roles"}
        still_open = {message.key for message in explanation.why if message.key.endswith(".open")}
        assert not {f"questions.{fact}.open" for fact in known} & still_open


@given(told=made.sheets(silent=0.2))
def test_a_certificate_is_said_to_have_run_out_only_when_it_has(judge, facts, told: Told):
    for _, _, explanation in explained(judge, facts, told):
        for message in explanation.why:
            if message.key == "certificate.ran_out":
                assert message.values["day"] < told[1]
            if message.key == "certificate.runs_until":
                assert message.values["day"] >= told[1]


@given(told=made.sheets(silent=0.15))
def test_the_kind_of_lived_experience_is_never_named_unless_it_is_wanted(
    judge, facts, words: Words, told: Told
):
    keys = words.keys()
    kinds = [words.say(key) for key in keys if key.startswith("questions.lived_experience.said.")]
    kinds += [words.say(key) for key in keys if key.startswith("questions.lived_experience.choices.")]
    for _, _, explanation in explained(judge, facts, told):
        assert not any("lived_experience.said" in message.key for message in messages(explanation))
        text = words.say_all(messages(explanation))
        assert not any(kind in text for kind in kinds)


def test_the_kind_is_named_where_it_is_wanted(judge, facts, words: Words):
    told = {"lived_experience": ["caregiver", "own_intellectual_disability"]}, date(2026, 11, 22)
    found = {
        judged.id: words.say_all(explanation.why)
        for series, judged, explanation in explained(judge, facts, told, name_private=True)
        if series == "ca-calaveras"
    }
    assert found["lived_experience"] == words.say("questions.lived_experience.said.caregiver")


def test_a_first_certificate_that_still_runs_is_not_said_to_have_run_out(telling, facts, words):
    nothing = {
        "lived_experience": ["none_of_these"],
        "high_school": "none",
        "college_degree": "none",
        "roles": [],
    }
    told = {**nothing, "tx_certificate": "initial", "tx_certificate_expires": "2027-01-01"}
    why = sentences(telling, facts, words, "tx-state-2", "experience", **told)
    assert words.say("questions.tx_certificate.said.initial") in why
    assert not [sentence for sentence in why if "2027" in sentence]


def test_the_expiry_is_told_where_it_decides(telling, facts, words):
    def why(expires):
        told = {"ca_certificate": "current", "ca_certificate_expires": expires}
        return sentences(telling, facts, words, "ca-calaveras-2", "ca_certificate", **told)

    assert why("2026-11-21") == ["Your certificate ran out on November 21, 2026."]
    assert why("2026-11-22") == ["Your certificate is good until November 22, 2026."]
    assert why("not_sure") == ["You have a current California certificate."]


def test_what_is_inferred_and_open_says_what_is_not_known(telling, facts, words):
    why = sentences(telling, facts, words, "tx-state-1", "tx_certificate", tx_certificate="current")
    assert why == [words.say("questions.tx_certificate_type.open")]


def sentences(
    telling: Any, facts: Facts, words: Words, position: str, requirement: str, **answers: Any
) -> list[str]:
    told = telling(**answers)
    series = told.position(position).series
    return [
        words.say(message) for message in explain(told.requirement(position, requirement), series, facts).why
    ]


def test_months_are_told_as_they_were_counted(telling, facts, words):
    def months(*roles):
        return sentences(telling, facts, words, "ca-calaveras-1", "peer_support_6_months", roles=list(roles))

    assert months() == ["You have no months of peer support so far; the posting asks for 6."]
    assert months(volunteering("2026-10-01", "2026-10-31")) == [
        "You have 1 month of peer support; the posting asks for 6."
    ]
    assert months(volunteering("2026-08-01", "2026-10-31")) == [
        "You have 3 months of peer support; the posting asks for 6."
    ]
    assert months(volunteering("2026-05", "2026-10-31"))[0].startswith(
        "You have 5 to 6 months of peer support,"
    )


def test_months_that_may_count_are_told_beside_those_that_do_and_never_twice(telling, facts, words):
    def year(*roles):
        known = {"roles": list(roles), "college_degree": "none"}
        return sentences(telling, facts, words, "ca-calaveras-2", "direct_work_12_months_or_degree", **known)

    both = year(role("2026-01-01", "2026-03-31"), volunteering("2026-04-01", "2026-10-31"))
    assert "3 months of paid direct work" in both[0]
    assert "10 months" in both[1]
    only = year(role("2026-01-01", "2026-03-31"))
    assert len([sentence for sentence in only if "3 months" in sentence]) == 1


def test_an_inferred_requirement_asks_about_the_level_itself(telling, facts):
    told = telling(high_school="diploma", tx_certificate="current", tx_certificate_type="mental_health_peer")
    asked = explain(told.requirement("tx-state-1", "tx_certificate"), "tx-state", facts).ask
    assert asked == (Message("tx-state.asks.inferred"),)


def test_the_question_to_the_employer_is_the_one_that_is_open(telling, facts):
    told = telling(roles=[], college_degree="outside_us", degree_field="related")
    asked = explain(
        told.requirement("ca-calaveras-2", "direct_work_12_months_or_degree"), "ca-calaveras", facts
    ).ask
    assert {message.key for message in asked} == {
        "ca-calaveras.asks.degree_outside_us_for_work",
        "ca-calaveras.asks.related_field",
    }


def test_the_source_is_cited_by_line_by_bullet_or_by_section(judge, words: Words):
    california = judge.packs[0]
    certificate = california.positions[1].requirements[-1]
    posting = words.say("ca-calaveras.sources.posting.short")
    line = words.say(cited("ca-calaveras", certificate.cite))
    assert line == f"{posting}, “Special Requirements, Specialist II”, line 1"
    bullet = words.say(cited("ca-calaveras", certificate.path[0].cite))
    assert bullet == f"{posting}, “Special Requirements, Specialist II”, bullet 3"
    section = certificate.cite.model_copy(update={"line": None})
    assert words.say(cited("ca-calaveras", section)) == f"{posting}, “Special Requirements, Specialist II”"
