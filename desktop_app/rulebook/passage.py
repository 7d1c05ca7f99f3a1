"""A passage as it is compared: its words alone, so that wraps, bullets, case and quotes make no difference."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from desktop_app.rulebook.citation import Fingerprint

WORD = re.compile(
    r"\$?\d+(?:[.:]\d+|,\d{3}(?!\d))*%?"  # 6, 18.46, 27,910, 9:00, $17.92, 5.5%
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"  # high, driver's
    r"|[<>≤≥+]"  # these decide: "3+ years"
)
"""Hyphens, dashes, slashes and sentence marks stand between words and are none: 80-hour is two."""
_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛ʼ′`´", "'"))
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff\\]")
"""Soft hyphens, marks without width, and the backslash before an escaped dollar sign."""
Windows = Mapping[tuple[int, str], Sequence[int]]
"""Where passages begin, by their number of words and their hash."""


def cleaned(text: str) -> str:
    """The text with one kind of quote and of line end, and without what cannot be seen."""
    text = html.unescape(text).replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(_QUOTES)


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [as_compared(match.group()) for match in WORD.finditer(cleaned(text))]


def as_compared(word: str) -> str:
    """One word of a cleaned text: without case, and a number without commas."""
    return word.casefold().replace(",", "")


def digest(words: Iterable[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def fingerprint(text: str, *, part: bool = False) -> Fingerprint:
    """By what this passage is known again. Raises ValueError where it is shorter or longer than one may be."""
    words = words_of(text)
    return Fingerprint(words=len(words), sha256=digest(words), part=part)


def find(words: Sequence[str], wanted: Iterable[tuple[int, str]]) -> Windows:
    """Where each passage (number of words, hash or the beginning of one) begins: every place, in order."""
    by_length: dict[int, set[str]] = {}
    for length, sha256 in wanted:
        by_length.setdefault(length, set()).add(sha256)
    found: dict[tuple[int, str], list[int]] = {}
    for length, hashes in by_length.items():
        sizes = {len(sha256) for sha256 in hashes}
        for start in range(len(words) - length + 1):
            sha256 = digest(words[start : start + length])
            for known in {sha256[:size] for size in sizes} & hashes:
                found.setdefault((length, known), []).append(start)
    return found
