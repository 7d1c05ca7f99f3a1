"""What the window reads of the program's files: a few words at once, the rules after the first paint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.i18n import Words, load_words
from desktop_app.ui.first_words import FirstWords, SeriesName, first_words

if TYPE_CHECKING:  # pydantic takes as long to import as the first page to appear
    from datetime import date

    from desktop_app.interview.session import Interview
    from desktop_app.rulebook.load import LoadedPack, Rulebook


class Library:
    """Reads each file once. Every method may raise ResourceError."""

    def __init__(self) -> None:
        self._first: dict[str, FirstWords] = {}
        self._book: Rulebook | None = None
        self._words: dict[tuple[str, tuple[str, ...]], Words] = {}

    def first_words(self, language: str) -> Words:
        """What the welcome page and the window say."""
        return Words(language, self._first_of(language).entries)

    def own_words(self, language: str) -> Words:
        """Everything the program itself says, without the words of any pack."""
        key: tuple[str, tuple[str, ...]] = (language, ())
        if key not in self._words:
            self._words[key] = load_words(language)
        return self._words[key]

    def series(self, language: str) -> Sequence[SeriesName]:
        """Every series there is, by the words of its newest pack."""
        return self._first_of(language).series

    def _first_of(self, language: str) -> FirstWords:
        if language not in self._first:
            self._first[language] = first_words(language)
        return self._first[language]

    def book(self) -> Rulebook:
        from desktop_app.rulebook.load import load_rulebook

        if self._book is None:
            self._book = load_rulebook()
        return self._book

    def interview(self, series: tuple[str, ...], as_of: date) -> Interview:
        """The rules of these series on a day. Raises NoRuleInForceError as well."""
        from desktop_app.interview.session import Interview

        return Interview(self.book(), series, as_of)

    def desk_words(self, language: str, today: date) -> Words:
        """What the pages of a caseload say: the program's words and those of every series' rules of the day."""
        from desktop_app.rulebook.load import NoRuleInForceError, words_with

        key = (language, (today.isoformat(),))
        if key not in self._words:
            packs: list[LoadedPack] = []
            for series in self.book().series():
                try:
                    packs += self.book().in_force(today, (series,))
                except NoRuleInForceError:  # its clients are still to be named
                    packs.append([one for one in self.book().packs if one.pack.series == series][-1])
            self._words[key] = words_with(load_words(language), packs)
        return self._words[key]

    def words(self, language: str, interview: Interview) -> Words:
        """Everything the interview says, with the words of the packs it runs by."""
        from desktop_app.rulebook.load import words_with

        key = (language, tuple(str(loaded.folder) for loaded in interview.packs))
        if key not in self._words:
            self._words[key] = words_with(load_words(language), interview.packs)
        return self._words[key]
