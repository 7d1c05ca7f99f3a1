"""What a line does not end with, on the screen and on paper: no part of a date, and no last word left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Set

Width = Callable[[int, int], float]
"""How wide the words are from one place in the text to another."""

HELD = re.compile(
    r"(?<=\w) (?=(?:I|II|III|IV)\b)|(?<=\bI)/(?=II\b)"  # a level with its name
    r"|(?<=\w) (?=\d)|(?<=\d,) (?=\d{4}\b)"  # a number with its word: line 1, May 2, 2027
    r"|(?<=\d) (?=(?:hour|day|week|month|year|hora|día|semana|mes|año)(?:s|es)?\b)"  # 8 hours
    r"|(?<=\d) (?=(?:answers|respuestas|questions|preguntas)\b)"  # 3 answers
    r"|(?<=\d) (?=de \w)|(?<=\d de) (?=\w)|(?<=\d) (?=[a-z]{3,4} \d{4}\b)"  # 22 de noviembre, 22 nov 2026
    r"|(?<=[a-z]) (?=de \d{4}\b)|(?<=\bfewer) (?=than \d)|(?<=\bmenos) (?=de \d)"  # mayo de 2026, menos de 5
    r"|(?<=\w) (?=\w+”)"  # the last word of a name in quotation marks
    r"| (?=[·–—] )"  # what parts two things, with the first of them
    r"|(?<= [AEIOUYaeouy]) (?=\w)|(?<=[.:?!] \w\w) (?=\w)"  # a short word that leads on: a week, It is
    r"|(?<=\b(?:day|one)) (?=to (?:day|one)\b)|(?<=\b(?:day|one) to) (?=(?:day|one)\b)|(?<=\bd[ií]a) (?=a d[ií]a\b)"
    r"|(?<=\d) (?=(?:to|a) \d)|(?<=\bup) (?=to \d)"  # day to day, and 9 to 10, up to 30
    r"|(?<=\d) (?=[AaPp]\.?[ \u00a0]?[Mm]\b)|(?<=[AaPp]\.) (?=[Mm]\.)"  # 3:05 PM, 3:05 p. m.
    r"|(?<=\w)-(?=\w{1,4}\b)|(?<=\d)-(?=\d)|(?<=\bco)-(?=\w)"  # Medi-Cal, 555-0142, co-occurring
)
"""Spaces and hyphens that no line ends with."""

LONELY, LONELY_WORD = 7, 13
"""Letters and digits: a last line of no more, or of one word of no more, has the word before it for company."""
LEADS_ON = 2
"""Letters of a word that belongs to the next one: a, of, el."""
BALANCE = 0.75
"""The line that gave a word is still at least about as long as the one that has it now."""


def held_together(text: str) -> frozenset[int]:
    """Where in the text no line ends, if there is room for what stands on both sides."""
    return frozenset(found.start() for found in HELD.finditer(text))


def with_room(text: str, held: Set[int], width: Width, room: float) -> frozenset[int]:
    """The spaces among what is held; of what is wider than a line only as much as goes on one, from its end back."""
    kept: set[int] = set()
    end = len(text)
    for at in range(len(text) - 1, -1, -1):
        if text[at] != " ":
            continue
        if at in held and width(text.rfind(" ", 0, at) + 1, end) <= room:
            kept.add(at)
        else:
            end = at
    return frozenset(kept)


def company(
    text: str, lines: tuple[int, int, int], held: Set[int], width: Width, room: float
) -> frozenset[int]:
    """Which spaces to hold too, so that a lonely last line has a word for company; none where that is no calmer.

    `lines`: where the line before it and the last one begin, and where that ends.
    """
    before, start, end = lines
    if not _lonely(text[start:end]):
        return frozenset()
    for space in _breaks_before_company(text, before, start - 1, held):
        together = width(space + 1, end)
        if together <= room and width(before, space) >= BALANCE * together:
            return frozenset(place for place in range(space + 1, start) if text[place] == " ")
    return frozenset()


def break_before(text: str, start: int, at: int, held: Set[int]) -> int:
    """The last space between both that a line may end with; -1 where there is none."""
    found = (place for place in range(at - 1, start, -1) if text[place] == " " and place not in held)
    return next(found, -1)


def _breaks_before_company(text: str, start: int, end: int, held: Set[int]) -> list[int]:
    """Where a line may give away its last word; first with an "a" or "El" before it, which ends no line well."""
    breaks = [break_before(text, start, end, held)]
    while (before := break_before(text, start, breaks[-1], held)) >= 0:
        if not text[before + 1 : breaks[-1]].isalpha() or breaks[-1] - before - 1 > LEADS_ON:
            break
        breaks.append(before)
    return [space for space in reversed(breaks) if space >= 0]


def _lonely(text: str) -> bool:
    one = len(text.split()) == 1
    return sum(map(str.isalnum, text)) <= (LONELY_WORD if one else LONELY)
