"""How much a sentence of a posting resembles what a pack says in its own words, and stands in its place."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from desktop_app.rulebook.posting import Posting, Span

IN_SECTION = 0.25
IN_PLACE = 0.25


class Resemblance:
    """Words that are rare in the posting weigh most."""

    def __init__(self, posting: Posting) -> None:
        self._posting = posting
        self._among = Counter(
            word for one in posting.sentences for word in {stem(word) for word in self._words(one)}
        )

    def of(self, plain: Iterable[str], sentence: Span, *, in_section: bool, in_place: bool) -> float:
        """From 0 to 1.5: the share of the words' weight found in the sentence, and more for its place."""
        wanted = {stem(word) for word in plain}
        there = {stem(word) for word in self._words(sentence)}
        weight = sum(self._weight(word) for word in wanted)
        shared = sum(self._weight(word) for word in wanted & there)
        return (shared / weight if weight else 0.0) + IN_SECTION * in_section + IN_PLACE * in_place

    def _weight(self, word: str) -> float:
        """A word that stands nowhere in the posting is of little use, as is one that stands everywhere."""
        among = self._among[word]
        return math.log((1 + len(self._posting.sentences)) / among) if among else 1.0

    def _words(self, sentence: Span) -> tuple[str, ...]:
        return self._posting.words[sentence.start : sentence.end]


def stem(word: str) -> str:
    """A word without the ending of its plural: enough to know it again."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
