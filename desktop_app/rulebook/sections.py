"""Under which of the cited sections a place in a posting stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.rulebook.passage import words_of
from desktop_app.rulebook.posting import Posting, Span

_Words = tuple[str, ...]
_TABLE = 40
"""Words within which a table's own heading stands before a row of it."""


class Sections:
    """The headings of a posting, known by the names that citations give them.

    A citation names a heading, or the end of one below another: "Requirements, Specialist II" is whatever ends in
    "Specialist II" below "Requirements".
    """

    def __init__(self, posting: Posting, cited: Iterable[str], passages: Sequence[tuple[int, int]]) -> None:
        self._named = {name: tuple(words_of(name)) for name in cited}
        self._posting = posting
        self._headings = [
            heading
            for heading in posting.headings
            if not any(start < heading.end and heading.start < end for start, end in passages)
        ]
        self._names = [self._name(number) for number in range(len(self._headings))]

    def at(self, word: int) -> str:
        """The heading above a word, as written; empty before the first."""
        number = self._heading_before(word)
        return "" if number is None else self._headings[number].text.rstrip(":")

    def stands(self, word: int, section: str) -> bool:
        """Whether a word stands in the section that a citation names.

        A name that is no heading here may be a table's, shortly before the word. One that stands nowhere, such as
        that of the top of the posting, holds before the first heading that citations name.
        """
        number = self._heading_before(word)
        if section in self._names:
            return number is not None and self._names[number] == section
        if self._shortly_before(word, self._named[section]):
            return True
        return not any(self._names[: 0 if number is None else number + 1])

    def _shortly_before(self, word: int, name: _Words) -> bool:
        words = self._posting.words
        first = max(0, word - _TABLE)
        return any(words[at : at + len(name)] == name for at in range(first, word - len(name) + 1))

    def _heading_before(self, word: int) -> int | None:
        before = [number for number, heading in enumerate(self._headings) if heading.end <= word]
        return before[-1] if before else None

    def _name(self, number: int) -> str:
        """What citations call the section below a heading; of several names, the one of the nearest headings."""
        fits = [
            (depth, -len(words), name)
            for name, words in self._named.items()
            if (depth := self._depth(number, words)) is not None
        ]
        return min(fits)[2] if fits else ""

    def _depth(self, number: int, section: _Words) -> int | None:
        """How many headings up the section's name begins, if this heading is its last part."""
        words = self._words(self._headings[number])
        if _is_part(section, words):
            return 0
        for cut in range(1, len(section)):
            upper, lower = section[:cut], section[cut:]
            if words[-len(lower) :] != lower:
                continue
            for above in range(number - 1, -1, -1):
                if _is_part(upper, self._words(self._headings[above])):
                    return number - above
        return None

    def _words(self, heading: Span) -> _Words:
        return self._posting.words[heading.start : heading.end]


def _is_part(name: _Words, heading: _Words) -> bool:
    """Whether a heading begins or ends with a name."""
    return heading[: len(name)] == name or heading[-len(name) :] == name
