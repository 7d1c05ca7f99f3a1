"""Keys and values become sentences: filled in, counted, dated and listed as each language has it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.i18n import Message, Words, load_words, read_catalog
from desktop_app.resources import ResourceError

NOV_22 = date(2026, 11, 22)


@pytest.fixture
def small() -> Words:
    return Words(
        "en",
        {
            "plain": "A {curly} word.",
            "months": {"one": "{count} month", "other": "{count} months"},
            "outer": "Asked: {what}.",
            "list.last": "{before} and {last}",
            "dates.day": "MMMM d, y",
        },
    )


def test_a_sentence_without_values_stands_as_written(small):
    assert small.say("plain") == "A {curly} word."
    assert small.say("plain", curly="straight") == "A straight word."


def test_one_and_other(small):
    assert [small.say("months", count=n) for n in (0, 1, 2)] == ["0 months", "1 month", "2 months"]


def test_messages_stand_inside_messages(small):
    inner = Message("months", {"count": 1})
    assert small.say(Message("outer", {"what": inner})) == "Asked: 1 month."
    assert small.say(Message("outer", {"what": "x"}), what="y") == "Asked: y."
    assert small.say_all([inner, inner]) == "1 month 1 month"


def test_lists_days_and_numbers_are_written_out(small):
    assert small.say("outer", what=["a"]) == "Asked: a."
    assert small.say("outer", what=("a", "b", "c")) == "Asked: a, b and c."
    assert small.say("outer", what=[]) == "Asked: ."
    assert small.say("outer", what=NOV_22) == "Asked: November 22, 2026."
    assert small.say("outer", what=[2.5, 3]) == "Asked: 2.5 and 3."


@pytest.mark.parametrize(
    ("language", "names", "said"),
    [
        ("en", ("The exam", "A year of direct work", "GED"), "the exam; a year of direct work; GED"),
        (
            "en",
            ("80 hours of training", "California peer certificate"),
            "80 hours of training; California peer certificate",
        ),
        ("en", ("Cedar County certificate", "Photo ID"), "Cedar County certificate; photo ID"),
        ("es", ("Comprobante de estudios", "El examen"), "comprobante de estudios; el examen"),
    ],
)
def test_names_begin_small_inside_a_sentence(language: str, names: tuple[str, ...], said: str):
    assert load_words(language).names(names) == said


def test_the_state_of_a_pack_keeps_its_large_letter():
    words = load_words("en").with_entries({"elsewhere.series.state": "Washington"})
    assert words.names(["Washington peer certificate"]) == "Washington peer certificate"


def test_a_key_that_is_not_there_is_an_error_and_never_a_blank(small):
    with pytest.raises(KeyError):
        small.say("nothing")
    with pytest.raises(KeyError, match="plural forms"):
        Words("en", {"dates.day": {"one": "d", "other": "d"}}).day(NOV_22)
    assert small.has("plain")
    assert not small.has("nothing")


def test_a_value_that_is_not_there_is_left_to_be_seen_and_stops_nothing(small):
    assert "{" in small.say("outer", other="x")


@pytest.mark.parametrize(
    "text", ["{", "}", "{0}", "{}", "{a.b}", "{a[0]}", "{a!r}", "{a:>9999999}", "x" * 81]
)
def test_a_text_that_no_value_fits_into_names_its_place(tmp_path, text):
    file = tmp_path / "words.yaml"
    file.write_text(f"outer:\n  inner: '{text}'\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"outer\.inner"):
        read_catalog(file)


@given(st.text())
def test_what_people_typed_is_never_read_as_a_pattern(text):
    assert Words("en", {"outer": "<{what}>"}).say("outer", what=text) == f"<{text}>"


def test_more_words_come_on_top_and_leave_the_first_alone(small):
    more = small.with_entries({"plain": "Other."})
    assert more.say("plain") == "Other."
    assert small.say("plain", curly="") == "A  word."
    assert set(more.keys()) == set(small.keys())


def test_english_dates_and_money():
    words = load_words("en")
    assert words.day(NOV_22) == "November 22, 2026"
    assert words.short_day(NOV_22) == "Nov 22, 2026"
    assert words.month(NOV_22) == "November 2026"
    assert words.money(17.92, "hour") == "$17.92"
    assert words.money(27910.0, "year") == "$27,910"
    assert words.number(20.5) == "20.5"
    assert words.number(1000.0) == "1,000"


def test_spanish_dates_and_money():
    words = load_words("es")
    assert words.day(NOV_22) == "22 de noviembre de 2026"
    assert words.month(NOV_22) == "noviembre de 2026"
    assert words.money(27910.0, "year") == "$27,910"


def test_the_words_of_the_questions_are_among_the_program_s():
    assert load_words("en").has("questions.high_school.title")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("a: {b: 1}", "a.b"),
        ("a: [x]", "a"),
        ("a: null", "a"),
        ("a: true", "a"),
        ("a: {one: x, other: 2}", "a"),
        ("only a text", ""),
        ("[a, b]", ""),
    ],
)
def test_a_catalog_holds_texts_and_plural_pairs_and_nothing_else(tmp_path: Path, content: str, place: str):
    file = tmp_path / "words.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        read_catalog(file)
    assert (caught.value.file, caught.value.place) == (file, place)


def test_a_catalog_s_entries_by_dotted_key(tmp_path: Path):
    file = tmp_path / "words.yaml"
    file.write_text("a: {b: {c: x}, no: y}\nn: {one: 1 x, other: 2 x}", encoding="utf-8")
    assert read_catalog(file) == {"a.b.c": "x", "a.no": "y", "n": {"one": "1 x", "other": "2 x"}}
