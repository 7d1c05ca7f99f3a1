"""Words of another language: found wherever lines end, and none of the Spanish report's English words is forgotten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.i18n import load_words
from desktop_app.report.passages import Passage, finder
from desktop_app.resources import folder, read_yaml
from tests.report.reading import Reading
from tests.report.test_summary import CALIFORNIA_ONE, PEER_SUPPORT

PRINTED = ("packs", "plan", "report", "report_plan", "results", "stories")
IN_BOTH = set(
    re.findall(
        r"\w+",
        "alcohol andreas calaveras california calmhsa capeercertification chat crisis decide diploma fiscal hiset medi"
        " mental plan social taxi texas trauma video peer ready",
    )
)
"""Words of four letters and more that both languages write alike, and names that both say alike."""


def of(pdf: bytes, language: str) -> set[str]:
    return {node.text for node in Reading(pdf).tree.walk() if node.language == language}


WORD = re.compile(r"(?<!-)\b[^\W\d_]{4,}\b(?!=)")
"""But not the options of a command."""


def test_words_of_the_source_are_english_in_a_spanish_report(report):
    from desktop_app.report.pdf import pdf_bytes

    found = of(pdf_bytes(report(CALIFORNIA_ONE, language="es")), "en")
    assert {"Special Requirements", "Behavioral Health", "Texas Certification Board"} <= found


def test_spanish_words_are_spanish_in_an_english_report(report):
    from desktop_app.report.pdf import pdf_bytes

    role = {**PEER_SUPPORT, "title": "Line in español"}
    assert of(pdf_bytes(report({"roles": [role]}, language="en")), "es") == {"español"}
    assert of(pdf_bytes(report({"roles": [role]}, language="es")), "es") == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("de high school.", ["high school"]),
        ("de High\nschool", ["High\nschool"]),
        ("highschool", []),
        ("the high school term", ["high school term"]),
        ("", []),
    ],
)
def test_they_are_found_whole_and_the_longest_first(text, found):
    find = finder([Passage("high school", "en"), Passage("high school term", "en")])
    assert [text[start:end] for start, end, _ in find(text)] == found


def test_no_words_no_passages():
    assert finder([])("high school") == []


def test_no_english_word_of_the_spanish_report_is_forgotten():
    """What both languages write alike is an English word in a Spanish sentence, unless it is known to be neither."""
    spanish, english = _sentences("es"), _sentences("en")
    listed = load_words("es").say("passages.en").split(";")
    find = finder([Passage(phrase.strip(), "en") for phrase in listed])
    known = _words(english)
    forgotten = set()
    for sentence in spanish:
        rest = sentence
        for start, end, _ in reversed(find(sentence)):
            rest = rest[:start] + rest[end:]
        forgotten |= (_words([rest]) & known) - IN_BOTH
    assert not forgotten


def _sentences(language: str) -> list[str]:
    files = [folder() / "locale" / language / f"{name}.yaml" for name in PRINTED]
    files += sorted((folder() / "packs").glob(f"*/*/words.{language}.yaml"))
    printed = [read_yaml(Path(file)) for file in files]
    printed.append(read_yaml(folder() / "locale" / language / "core.yaml")["support"])
    return [sentence for part in printed for sentence in _strings(part)]


def _strings(held: object) -> list[str]:
    if isinstance(held, dict):
        return [each for value in held.values() for each in _strings(value)]
    if isinstance(held, list):
        return [each for value in held for each in _strings(value)]
    return [re.sub(r"\{.*?\}", "", held)] if isinstance(held, str) else []


def _words(sentences: list[str]) -> set[str]:
    return {word.lower() for sentence in sentences for word in WORD.findall(sentence)}
