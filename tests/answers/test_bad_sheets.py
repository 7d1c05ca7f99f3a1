"""A sheet that cannot be used is refused with one sentence: what, where, and what is allowed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.answers.sheet import LARGEST, SheetError, day_from, parse_sheet, read_sheet, shown
from desktop_app.i18n import LANGUAGES, Message, Words, load_words
from tests.judgement.employment import role

TODAY = date(2026, 11, 22)


@pytest.fixture
def refusal(facts, words):
    """`refusal(content)`: the key of the problem, and the sentence about it in English."""

    def refused(content: bytes | str) -> tuple[str, str]:
        with pytest.raises(SheetError) as caught:
            parse_sheet(content if isinstance(content, bytes) else content.encode(), facts, TODAY)
        return caught.value.message.key.removeprefix("problems."), words.say(caught.value.message)

    return refused


@pytest.fixture
def answer_refused(refusal):
    def refused(fact: str, value: Any) -> Any:
        return refusal(json.dumps({"peer_ready": 1, "answers": {fact: value}}))

    return refused


@pytest.mark.parametrize(
    ("content", "key", "named"),
    [
        ("", "empty", ""),
        (" \n\t ", "empty", ""),
        ("hello", "not_json", "line 1, column 1"),
        ('{"peer_ready": 1,\n "answers": }', "not_json", "line 2, column 13"),
        ('{"peer_ready": 1, "answers": {}} {}', "not_json", ""),
        ("{'peer_ready': 1}", "not_json", ""),
        ('{"peer_ready": 1, "answers": {},}', "not_json", ""),
        ('{"peer_ready": 1, "answers": {"high_school": "é"}}'.encode("latin-1"), "not_text", ""),
        ('{"peer_ready": 1}'.encode("utf-16"), "not_text", ""),
        ("[" * 200_000, "too_deep", ""),
        ('{"a":' * 200_000, "too_deep", ""),
        (b" " * (LARGEST + 1), "too_large", "5 MB"),
        (b"[" * (LARGEST + 1), "too_large", ""),
        ("[]", "not_an_object", "[]"),
        ("null", "not_an_object", "null"),
        ('"text"', "not_an_object", "text"),
        ("{}", "missing_key", "peer_ready"),
        ('{"peer_ready": 1}', "missing_key", "answers"),
        ('{"answers": {}}', "missing_key", "peer_ready"),
        ('{"peer_ready": 2, "answers": {}}', "wrong_version", "2"),
        ('{"peer_ready": "1", "answers": {}}', "wrong_version", '"1"'),
        ('{"peer_ready": 1.0, "answers": {}}', "wrong_version", "1.0"),
        ('{"peer_ready": true, "answers": {}}', "wrong_version", "true"),
        ('{"peer_ready": null, "answers": {}}', "wrong_version", "null"),
        ('{"peer_ready": 1, "answers": {}, "name": "x"}', "unknown_key", '"name"'),
        ('{"peer_ready": 1, "answers": []}', "wrong_type", "answers"),
        ('{"peer_ready": 1, "answers": null}', "wrong_type", "answers"),
        ('{"peer_ready": 1, "answers": {}, "answers": {}}', "key_twice", '"answers"'),
        (
            '{"peer_ready": 1, "answers": {"ca_exam": "passed", "ca_exam": "not_taken"}}',
            "key_twice",
            "ca_exam",
        ),
        ('{"peer_ready": 1, "answers": {}, "as_of": null}', "wrong_type", "as_of"),
        ('{"peer_ready": 1, "answers": {}, "as_of": "2026-11"}', "wrong_type", "YYYY-MM-DD"),
        ('{"peer_ready": 1, "answers": {}, "as_of": "2026-02-29"}', "impossible_date", "as_of"),
        ('{"peer_ready": 1, "answers": {"x": NaN}}', "not_a_number", "NaN"),
        ('{"peer_ready": 1, "answers": {"x": -Infinity}}', "not_a_number", "-Infinity"),
        ('{"peer_ready": 1, "answers": {"x": ' + "9" * 5000 + "}}", "not_a_number", ""),
    ],
)
def test_what_is_not_a_sheet(refusal, content, key, named):
    found, sentence = refusal(content)
    assert found == key
    assert named in sentence


@pytest.mark.parametrize(
    ("fact", "value", "key", "named"),
    [
        ("shoe_size", 42, "unknown_key", "shoe_size"),
        ("high_school", "phd", "not_a_choice", "ged_or_hiset"),
        ("high_school", None, "not_a_choice", "null"),
        ("high_school", ["diploma"], "not_a_choice", "diploma"),
        ("high_school", {}, "not_a_choice", "{}"),
        ("high_school", True, "not_a_choice", "true"),
        ("high_school", "Diploma", "not_a_choice", "Diploma"),
        ("age_18_or_over", 1, "wrong_type", "true or false"),
        ("age_18_or_over", 0, "wrong_type", "true or false"),
        ("age_18_or_over", "yes", "wrong_type", "true or false"),
        ("age_18_or_over", None, "wrong_type", "true or false"),
        ("lived_experience", [], "empty_set", "caregiver"),
        ("lived_experience", "caregiver", "wrong_type", "a list"),
        ("lived_experience", ["caregiver", "hero"], "not_a_choice", "hero"),
        ("lived_experience", ["not_sure"], "not_a_choice", "not_sure"),
        ("lived_experience", [["caregiver"]], "not_a_choice", "caregiver"),
        ("lived_experience", ["none_of_these", "caregiver"], "not_alone", "caregiver"),
        ("ca_certificate_expires", "2027-13-01", "impossible_date", "2027-13-01"),
        ("ca_certificate_expires", "2027-02-29", "impossible_date", "2027-02-29"),
        ("ca_certificate_expires", "0000-01-01", "impossible_date", "0000-01-01"),
        ("ca_certificate_expires", "2027-02", "wrong_type", "YYYY-MM-DD"),
        ("ca_certificate_expires", "2027-2-1", "wrong_type", "YYYY-MM-DD"),
        ("ca_certificate_expires", "20270201", "wrong_type", "YYYY-MM-DD"),
        ("ca_certificate_expires", "2027-02-01\n", "wrong_type", "YYYY-MM-DD"),
        ("ca_certificate_expires", "٢٠٢٧-٠٢-٠١", "wrong_type", "YYYY-MM-DD"),
        ("ca_certificate_expires", 20270201, "wrong_type", "20270201"),
        ("ca_certificate_expires", None, "wrong_type", "null"),
        ("roles", None, "wrong_type", "a list"),
        ("roles", {}, "wrong_type", "a list"),
        ("roles", ["nurse"], "wrong_type", "roles, 1"),
        ("roles", [None], "wrong_type", "roles, 1"),
    ],
)
def test_an_answer_that_does_not_fit(answer_refused, fact, value, key, named):
    found, sentence = answer_refused(fact, value)
    assert found == key
    assert named in sentence


@pytest.mark.parametrize(
    ("differs", "key", "named"),
    [
        ({"work": "nursing"}, "not_a_choice", "roles, 2, work"),
        ({"work": ["other"]}, "not_a_choice", "roles, 2, work"),
        ({"work": "not_sure"}, "not_a_choice", "roles, 2, work"),
        ({"setting": "hospital"}, "not_a_choice", "roles, 2, setting"),
        ({"setting": None}, "not_a_choice", "roles, 2, setting"),
        ({"setting": "prefer_not_to_say"}, "not_a_choice", "roles, 2, setting"),
        ({"paid": 1}, "wrong_type", "roles, 2, paid"),
        ({"paid": "not_sure"}, "wrong_type", "roles, 2, paid"),
        ({"paid": None}, "wrong_type", "roles, 2, paid"),
        ({"start": None}, "wrong_type", "roles, 2, start"),
        ({"start": "not_sure"}, "wrong_type", "roles, 2, start"),
        ({"start": "2026"}, "wrong_type", "YYYY-MM"),
        ({"start": "2026-1"}, "wrong_type", "YYYY-MM"),
        ({"start": "2026-13"}, "impossible_date", "2026-13"),
        ({"start": "2026-00"}, "impossible_date", "2026-00"),
        ({"start": "2026-02-30"}, "impossible_date", "2026-02-30"),
        ({"start": "0000-05"}, "impossible_date", "0000-05"),
        ({"start": "2026-11-23"}, "starts_later", "November 22, 2026"),
        ({"start": "2026-12"}, "starts_later", "roles, 2, start"),
        ({"start": "2026-05-02", "end": "2026-05-01"}, "ends_before_start", "2026-05-01"),
        ({"start": "2026-05-02", "end": "2026-04"}, "ends_before_start", "roles, 2, end"),
        ({"start": "2026-05", "end": "2026-04-30"}, "ends_before_start", "2026-05"),
        ({"end": "soon"}, "wrong_type", "roles, 2, end"),
        ({"hours_per_week": -1}, "impossible_hours", "168"),
        ({"hours_per_week": -0.001}, "impossible_hours", "168"),
        ({"hours_per_week": 168.5}, "impossible_hours", "168.5"),
        ({"hours_per_week": 10**400}, "impossible_hours", "168"),
        ({"hours_per_week": None}, "wrong_type", "a number"),
        ({"hours_per_week": True}, "wrong_type", "a number"),
        ({"hours_per_week": "40"}, "wrong_type", "a number"),
        ({"title": None}, "wrong_type", "text"),
        ({"title": 7}, "wrong_type", "text"),
        ({"title": "\ud800"}, "broken_text", "roles, 2, title"),
        ({"employer": "x"}, "unknown_key", "employer"),
    ],
)
def test_a_role_that_does_not_fit(answer_refused, differs, key, named):
    found, sentence = answer_refused("roles", [role("2025-01-01"), {**role("2026-01-01"), **differs}])
    assert found == key
    assert named in sentence


@pytest.mark.parametrize("missing", ["work", "setting", "paid", "start", "end"])
def test_a_role_without_one_of_its_parts(answer_refused, missing):
    told = {key: value for key, value in role("2026-01-01").items() if key != missing}
    key, sentence = answer_refused("roles", [told])
    assert key == "missing_key"
    assert missing in sentence
    assert "roles, 1" in sentence


@pytest.mark.parametrize("hours", ["1e999", "-1e999"])
def test_hours_without_end_are_impossible(refusal, hours):
    told = json.dumps(role("2026-01-01"))[:-1] + f', "hours_per_week": {hours}}}'
    assert refusal(f'{{"peer_ready": 1, "answers": {{"roles": [{told}]}}}}')[0] == "impossible_hours"


def test_hours_that_are_no_number(refusal):
    told = json.dumps(role("2026-01-01"))[:-1] + ', "hours_per_week": NaN}'
    key, sentence = refusal(f'{{"peer_ready": 1, "answers": {{"roles": [{told}]}}}}')
    assert key == "not_a_number"
    assert "NaN" in sentence


def test_a_file_that_is_too_large_is_refused_before_it_is_parsed(facts, monkeypatch):
    def parse(*_args: object, **_more: object) -> None:
        raise AssertionError("parsed")

    monkeypatch.setattr(json, "loads", parse)
    with pytest.raises(SheetError) as caught:
        parse_sheet(b"{" + b" " * LARGEST + b"}", facts, TODAY)
    assert caught.value.message.key == "problems.too_large"


def test_a_bad_day_for_the_command():
    with pytest.raises(SheetError) as caught:
        day_from("tomorrow")
    assert caught.value.message.values["place"] == "--as-of"


def test_what_was_given_is_shown_short_and_harmless():
    assert shown("\x1b[31mred\n") == '"\\u001b[31mred\\n"'
    assert len(shown("x" * 10_000)) == 60
    assert shown(float("inf")) == "Infinity"
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert shown(deep) == "[...]"


def test_a_nested_answer_is_refused_like_any_other(refusal):
    nested = "[" * 500 + "]" * 500
    assert refusal(f'{{"peer_ready": 1, "answers": {{"high_school": {nested}}}}}')[0] == "not_a_choice"


documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


@pytest.fixture(scope="module", params=LANGUAGES)
def any_words(request: pytest.FixtureRequest) -> Words:
    return load_words(request.param)


@given(
    answer=documents,
    fact=st.sampled_from(["high_school", "roles", "lived_experience", "ca_certificate_expires"]),
)
def test_whatever_stands_there_is_read_or_refused_in_one_line(facts, any_words: Words, answer, fact):
    for document in (
        answer,
        {"peer_ready": 1, "answers": answer},
        {"peer_ready": 1, "answers": {fact: answer}},
    ):
        problem = problem_with(partial(read_sheet, document, facts, TODAY))
        if problem:
            assert len(any_words.say(problem).splitlines()) == 1


@given(content=st.binary(max_size=40))
def test_any_bytes_are_read_or_refused(facts, content):
    problem = problem_with(partial(parse_sheet, content, facts, TODAY))
    assert problem is None or problem.key.startswith("problems.")


def problem_with(read: Callable[[], object]) -> Message | None:
    try:
        read()
    except SheetError as error:
        return error.message
    return None
