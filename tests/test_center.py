"""A center's own page as a value: strict, small, about nobody; whatever a file holds, it is told in a sentence."""

from __future__ import annotations

import json

import pytest

from desktop_app.center import (
    LARGEST,
    LIMITS,
    MARK,
    MOST_ENTRIES,
    Center,
    CenterError,
    Entry,
    OwnLine,
    center_from,
    read_center,
    section_of,
    support_line,
    who_helps,
    written,
)
from desktop_app.i18n import LANGUAGES, load_words

FULL = Center(
    name="Sierra Peer Center",
    phone="209-555-0100",
    support=OwnLine(name="Sierra Warm Line", how="209-555-0188"),
    places=(Entry(name="Drop-In", how="12 Main Street"), Entry(name="Library")),
    trainers=(Entry(name="M. Ortega", how="209-555-0142"),),
    languages="English, Spanish",
)


def a_file(**page: object) -> bytes:
    return json.dumps({MARK: 1, **page}).encode()


BAD = {
    "empty": b"",
    "no JSON": b"{",
    "no object": b"[]",
    "another file": b'{"peer_ready": 1, "answers": {}}',
    "another version": b'{"peer_ready_center": 2}',
    "not UTF-8": b"\xff\xfe\x00",
    "nested deeply": b"[" * 60_000,
    "large": b" " * (LARGEST + 1),
    "an unknown key": a_file(client="A. B."),
    "a number for a name": a_file(name=5),
    "an object for a list": a_file(places={}),
    "a list for a line": a_file(support=[]),
    "null": a_file(phone=None),
    "long": a_file(name="x" * (LIMITS["name"] + 1)),
    "a control character": a_file(name="a\x07"),
    "an escape": a_file(places=[{"name": "ok"}, {"name": "\x1b[2J"}]),
    "writing turned around": a_file(trainers=[{"how": "\u202e001"}]),
    "half a letter": b'{"peer_ready_center": 1, "name": "\\ud800"}',
    "many": a_file(places=[{"name": "a"}] * (MOST_ENTRIES + 1)),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_what_is_no_page_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(CenterError) as refused:
        read_center(content)
    for language in LANGUAGES:
        told = load_words(language).say(refused.value.message)
        assert told
        assert "{" not in told
        assert "\n" not in told


def test_what_is_wrong_is_named_with_its_place() -> None:
    with pytest.raises(CenterError) as refused:
        read_center(BAD["an escape"])
    told = load_words("en").say(refused.value.message)
    assert told.startswith("Place 2: name. ")


def test_a_page_comes_back_from_a_file_as_it_was() -> None:
    assert read_center(written(FULL)) == FULL
    assert center_from(section_of(FULL)) == FULL


def test_an_empty_page_is_no_page() -> None:
    assert not Center()
    assert section_of(Center()) == {}
    assert who_helps(Center()) is None
    assert support_line(Center()) is None


def say(message: object) -> str:
    return load_words("en").say(message)  # type: ignore[arg-type]


def test_those_for_a_step_come_before_the_center() -> None:
    ours = "Sierra Peer Center, 209-555-0100"
    assert say(who_helps(FULL)) == f"Who can help: {ours}"
    assert say(who_helps(FULL, "places")) == f"Who can help: Drop-In, 12 Main Street; Library; {ours}"
    assert say(who_helps(FULL, "trainers")) == f"Who can help: M. Ortega, 209-555-0142; {ours}"


def test_a_center_that_is_a_place_itself_is_named_once() -> None:
    center = Center(name="Sierra", phone="1", places=(Entry(name="Sierra", how="1"),))
    assert say(who_helps(center, "places")) == "Who can help: Sierra, 1"


def test_a_number_without_a_name_is_the_centers_own() -> None:
    assert say(who_helps(Center(phone="209"))) == "Who can help: our center, 209"


def test_braces_in_a_name_are_letters_like_others() -> None:
    assert say(who_helps(Center(name="{name} {0} {", phone="}"))) == "Who can help: {name} {0} {, }"
