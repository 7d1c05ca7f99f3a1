"""A passage is known again by its words, however it was wrapped, quoted or listed."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from desktop_app.rulebook.passage import find, fingerprint, words_of

PLAIN = 'Provides the driver\'s "first" 80-hour course, for $27,910 or 5.5% more.'


@pytest.mark.parametrize(
    "same",
    [
        PLAIN.upper(),
        PLAIN.replace(" ", "\r\n   "),
        PLAIN.replace("'", "’").replace('"first"', "“first”"),
        "  • " + PLAIN,
        PLAIN.replace("80-hour", "80–hour").replace("course,", "course —"),
        PLAIN.replace("$", "\\$"),
        PLAIN.replace("course", "cour\u00adse").replace(" or ", "\u00a0or\u200b "),
        PLAIN.replace("27,910", "27910"),
        PLAIN.replace("'", "&#39;"),
        PLAIN.rstrip("."),
    ],
)
def test_how_it_is_written_makes_no_difference(same):
    assert fingerprint(same) == fingerprint(PLAIN)


@pytest.mark.parametrize(
    ("old", "new"),
    [("80", "90"), ("$27,910", "$27,911"), ("5.5%", "5.6%"), ("first", "last"), (" or ", " and "), ("$", "")],
)
def test_every_word_and_number_counts(old, new):
    assert fingerprint(PLAIN.replace(old, new)) != fingerprint(PLAIN)


def test_a_sign_that_decides_is_a_word():
    assert words_of("3+ years, > 4") == ["3", "+", "years", ">", "4"]


def test_the_fingerprint_has_the_number_of_words_and_not_the_words():
    made = fingerprint("Must be 18.")
    assert (made.words, made.part) == (3, False)
    assert len(made.sha256) == 64


@pytest.mark.parametrize("passage", ["", "One", "word " * 401])
def test_too_short_or_too_long_to_be_a_passage(passage):
    with pytest.raises(ValidationError):
        fingerprint(passage)


def test_every_place_of_a_passage_is_found_by_the_whole_hash_or_its_beginning():
    mark = fingerprint("b c")
    words = words_of("a b c d b c")
    short = (2, mark.sha256[:16])
    assert find(words, [(2, mark.sha256), short, (9, mark.sha256)]) == {
        (2, mark.sha256): [1, 4],
        short: [1, 4],
    }
