"""A language that does not exist: every sentence some 40 % longer and full of accents, to see what has no room."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from desktop_app.i18n import Entry, Words
from desktop_app.interview.session import Interview
from desktop_app.ui.first_words import SeriesName
from desktop_app.ui.library import Library

KEPT = re.compile(r"(\{[^}]*\}|\*\*|&.|\S+\.\S+)")
"""Places for values, marks of strong words, letters under a menu's stroke, and addresses."""
NOT_SENTENCES = ("dates.", "question.date.order")
"""Patterns that are read by the program, not by people."""
LONGER = str.maketrans(
    dict(zip("aeiouyAEIOU", ("áa", "ée", "íi", "óo", "úu", "ýy", "Áa", "Ée", "Íi", "Óo", "Úu"), strict=True))
)


class StretchedLibrary(Library):
    """The bundled files, in longer words."""

    def first_words(self, language: str) -> Words:
        return _stretched(super().first_words(language))

    def own_words(self, language: str) -> Words:
        return _stretched(super().own_words(language))

    def words(self, language: str, interview: Interview) -> Words:
        return _stretched(super().words(language, interview))

    def series(self, language: str) -> Sequence[SeriesName]:
        return [
            name._replace(state=stretch(name.state), about=stretch(name.about))
            for name in super().series(language)
        ]

    def interview(self, series: tuple[str, ...], as_of: date) -> Interview:
        return super().interview(series, as_of)


def stretch(text: str) -> str:
    return "".join(part if KEPT.fullmatch(part) else part.translate(LONGER) for part in KEPT.split(text))


def _stretched(words: Words) -> Words:
    return Words(words.language, stretched_entries(words._entries))


def stretched_entries(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    return {key: entry if key.startswith(NOT_SENTENCES) else _entry(entry) for key, entry in entries.items()}


def _entry(entry: Entry) -> Entry:
    return stretch(entry) if isinstance(entry, str) else {form: stretch(text) for form, text in entry.items()}
