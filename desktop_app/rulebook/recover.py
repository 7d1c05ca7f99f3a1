"""Which words a changed passage had before: a change is proposed, and the fingerprint tells whether that was it.

The passage itself is not kept, so nothing here can be guessed wrong: words are named only when putting them back
gives the very hash of the cited passage.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from desktop_app.rulebook.citation import Fingerprint

MOST_TRIALS = 1_500_000
"""Over all passages of a text; a few seconds. Another document altogether would use it up and find nothing."""
MOST_ADDED = 16
"""Words that may have been put into a passage in one place."""

_NUMBER_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred half a an no
    150 160 180 200 240 250 300 360 400 480 500 600 720 750 800 900 1000 1500 2000 3000 4000
"""
_UNIT_WORDS = """
    hour hours day days week weeks month months year years semester semesters units credits percent
"""
_SMALL_WORDS = "or and a an the of in to for with not"
_DECIDING_WORDS = """
    must may should shall will can required preferred desired desirable minimum maximum least most more less than
    any all either both only current valid active paid unpaid volunteer full part time
    associate associate's bachelor bachelor's master's degree diploma certificate license high school
"""
_COUNTING = _NUMBER_WORDS.split()[:27]
"""One to twenty, then the tens to ninety."""
NUMBERS = (*_NUMBER_WORDS.split(), *(str(number) for number in range(121)))
UNITS = tuple(_UNIT_WORDS.split())
SMALL = tuple(_SMALL_WORDS.split())
DECIDING = (*SMALL, *UNITS, *_DECIDING_WORDS.split())
"""Words in which requirements are often changed; those of the text and of the pack are tried too."""
_NUMBER = re.compile(r"\$?\d")


class Recovered(NamedTuple):
    """Where a passage stands now, and the words it had."""

    start: int
    end: int
    words: tuple[str, ...]


class Swap(NamedTuple):
    """Words that stand where others stood; either may be empty."""

    old: str
    new: str


class Window(NamedTuple):
    """A run of words that may be the passage, changed; `near` where it stands in its place."""

    start: int
    end: int
    near: bool


class _Proposal(NamedTuple):
    at: int
    width: int
    options: Sequence[str]
    """What may have stood there, each one or more words, or none."""


class Recovery:
    """Tries proposals until a hash agrees or the trials are used up."""

    def __init__(self, words: Sequence[str], vocabulary: Iterable[str], amounts: Iterable[str]) -> None:
        self._words = tuple(words)
        self._vocabulary = tuple(sorted({*vocabulary, *DECIDING, *NUMBERS}))
        self._amounts = tuple(amounts)
        self._pairs = tuple(
            f"{one} {other}"
            for small in SMALL
            for word in self._vocabulary
            for one, other in ((small, word), (word, small))
        )
        self._lengths = tuple(f"{number} {unit}" for number in NUMBERS for unit in UNITS)
        self.left = MOST_TRIALS

    def recover(self, mark: Fingerprint, windows: Sequence[Window]) -> Recovered | None:
        """The passage with this fingerprint, as it now stands in one of the windows."""
        wanted = bytes.fromhex(mark.sha256)
        for propose in (self._likely, self._thorough):
            for window in windows:
                if propose == self._thorough and not window.near:
                    continue
                words = self._words[window.start : window.end]
                for proposal in propose(words, len(words) - mark.words):
                    old = self._tried(words, proposal, wanted)
                    if old is not None:
                        return Recovered(window.start, window.end, old)
        return None

    def _tried(self, words: Sequence[str], proposal: _Proposal, wanted: bytes) -> tuple[str, ...] | None:
        before = "".join(f"{word} " for word in words[: proposal.at])
        after = "".join(f" {word}" for word in words[proposal.at + proposal.width :])
        self.left -= len(proposal.options)
        if self.left < 0:
            return None
        for option in proposal.options:
            text = before + option + after if option else before.rstrip() + (after if before else after[1:])
            if sha256(text.encode()).digest() == wanted:
                return tuple(text.split())
        return None

    def _likely(self, words: Sequence[str], longer: int) -> Iterator[_Proposal]:
        """One number is another, amounts are others, or words were put in."""
        numbers = [at for at, word in enumerate(words) if is_number(word)]
        if longer == 0:
            for at in numbers:
                yield _Proposal(at, 1, (*NUMBERS, *self._amounts))
            yield from self._two_amounts(words)
        elif 0 < longer <= MOST_ADDED:
            for at in range(len(words) - longer + 1):
                yield _Proposal(at, longer, ("",))

    def _two_amounts(self, words: Sequence[str]) -> Iterator[_Proposal]:
        dollars = [at for at, word in enumerate(words) if word.startswith("$")]
        if len(dollars) == 2:
            first, last = dollars
            between = " ".join(words[first + 1 : last])
            options = [
                " ".join(f"{low} {between} {high}".split()) for low in self._amounts for high in self._amounts
            ]
            yield _Proposal(first, last - first + 1, options)

    def _thorough(self, words: Sequence[str], longer: int) -> Iterator[_Proposal]:
        """Any one word is another, one or two are gone, or a number and its unit are others."""
        numbers = [at for at, word in enumerate(words) if is_number(word)]
        if longer in (-1, 0, 1):
            for at in numbers:
                yield _Proposal(at, 2 + longer, self._lengths)
            width = 1 + longer
            for at in range(len(words) - width + 1):
                yield _Proposal(at, width, self._vocabulary)
        if longer == 0:
            for first, last in itertools.combinations(numbers, 2):
                between = " ".join(words[first + 1 : last])
                options = [
                    " ".join(f"{one} {between} {other}".split()) for one in NUMBERS for other in NUMBERS
                ]
                yield _Proposal(first, last - first + 1, options)
            for at in range(len(words) - 1):
                yield _Proposal(at, 2, self._pairs)
        elif longer == -2:
            for at in range(len(words) + 1):
                yield _Proposal(at, 0, self._pairs)
        if 0 < longer <= MOST_ADDED:
            yield from self._number_and_addition(words, longer, numbers)

    def _number_and_addition(
        self, words: Sequence[str], longer: int, numbers: Sequence[int]
    ) -> Iterator[_Proposal]:
        """A number is another and words were put in behind it, or before it."""
        for at in numbers:
            for put_in in range(at + 1, len(words) - longer + 1):
                kept = " ".join(words[at + 1 : put_in])
                yield _Proposal(at, put_in + longer - at, [f"{one} {kept}".strip() for one in NUMBERS])
            for put_in in range(at - longer + 1):
                kept = " ".join(words[put_in + longer : at])
                yield _Proposal(put_in, at + 1 - put_in, [f"{kept} {one}".strip() for one in NUMBERS])


def is_number(word: str) -> bool:
    return word in NUMBERS or bool(_NUMBER.match(word))


def swaps(old: Sequence[str], new: Sequence[str]) -> tuple[Swap, ...]:
    """The words that differ, each run once."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        Swap(" ".join(old[a:b]), " ".join(new[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )


def differing_numbers(plain: Sequence[str], now: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers of one text that the other does not have, and the other way round; six and 6 are one number."""
    ours, theirs = ({_value(word): word for word in words if _value(word)} for words in (plain, now))
    return (
        tuple(word for value, word in ours.items() if value not in theirs),
        tuple(word for value, word in theirs.items() if value not in ours),
    )


def _value(word: str) -> str:
    """A number in figures; empty for what is none, and for words that only may be one."""
    if word in _COUNTING:
        place = _COUNTING.index(word) + 1
        return str(place if place <= 20 else (place - 18) * 10)
    return word if word[0].isdigit() else ""
