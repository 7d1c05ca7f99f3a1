"""Words of another language in a report, found so that they can be read aloud in their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.i18n import Words
from desktop_app.report.material import Material
from desktop_app.rulebook.citation import Citation

Found = tuple[int, int, str]
"""From, to, and the language."""


class Passage(NamedTuple):
    """Some words, and the language that they are of."""

    words: str
    language: str


def passages(material: Material) -> tuple[Passage, ...]:
    """The words of another language that this report may hold: the sources' own, and those that its catalog lists."""
    words = material.words
    found: list[Passage] = []
    if words.language != SOURCES:
        found += [Passage(section, SOURCES) for section in dict.fromkeys(_sections(material))]
    return (*found, *listed_passages(words))


def listed_passages(words: Words) -> tuple[Passage, ...]:
    """Those that the catalog lists."""
    found: list[Passage] = []
    for language in ("en", "es"):
        if language != words.language:
            listed = words.say(f"passages.{language}").split(";")
            found += [Passage(phrase.strip(), language) for phrase in listed if phrase.strip()]
    return tuple(found)


SOURCES = "en"
"""The language that every source read so far is written in."""


def _sections(material: Material) -> Iterator[str]:
    for position in material.judgement.positions:
        for one in position.requirements:
            cites: list[Citation] = [one.rule.cite, *(step.cite for step in one.path)]
            yield from (cite.section for cite in cites)


def finder(known: Sequence[Passage]) -> Callable[[str], list[Found]]:
    """Finds such words in a text, the longest first, wherever its lines end."""
    by_length = sorted(known, key=lambda one: -len(one.words))
    if not by_length:
        return lambda _: []
    language_of = {_plain(one.words): one.language for one in by_length}
    either = "|".join(r"\s+".join(re.escape(word) for word in one.words.split()) for one in by_length)
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def find(text: str) -> list[Found]:
        return [
            (found.start(), found.end(), language_of[_plain(found[0])]) for found in pattern.finditer(text)
        ]

    return find


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
