"""What the window reads of the program's files: a few words at once, the rules after the first paint."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app import resources
from desktop_app.i18n import Entry, Words, load_words, read_catalog

if TYPE_CHECKING:  # pydantic takes as long to import as the first page to appear
    from desktop_app.interview.session import Interview
    from desktop_app.rulebook.load import Rulebook

FIRST_CATALOGS = ("core.yaml", "ui.yaml")


class SeriesName(NamedTuple):
    """How the welcome page calls a series: 'California', 'Calaveras County, I and II'."""

    series: str
    state: str
    about: str


class Library:
    """Reads each file once. Every method may raise ResourceError."""

    def __init__(self) -> None:
        self._first: dict[str, Words] = {}
        self._names: dict[str, tuple[SeriesName, ...]] = {}
        self._book: Rulebook | None = None
        self._words: dict[tuple[str, tuple[str, ...]], Words] = {}

    def first_words(self, language: str) -> Words:
        """What the welcome page and the window say."""
        if language not in self._first:
            folder = resources.folder() / "locale" / language
            entries: dict[str, Entry] = {}
            for name in FIRST_CATALOGS:
                entries |= read_catalog(folder / name)
            self._first[language] = Words(language, entries)
        return self._first[language]

    def series(self, language: str) -> tuple[SeriesName, ...]:
        """Every series there is, by the words of its newest pack: a new county's folder is enough."""
        if language not in self._names:
            newest = {
                file.parent.parent.name: file
                for file in sorted((resources.folder() / "packs").glob(f"*/*/words.{language}.yaml"))
            }
            catalogs = {series: read_catalog(file) for series, file in newest.items()}
            self._names[language] = tuple(
                SeriesName(series, str(words["series.state"]), str(words["series.about"]))
                for series, words in catalogs.items()
            )
        return self._names[language]

    def book(self) -> Rulebook:
        from desktop_app.rulebook.load import load_rulebook

        if self._book is None:
            self._book = load_rulebook()
        return self._book

    def interview(self, series: tuple[str, ...], as_of: date) -> Interview:
        """The rules of these series on a day. Raises NoRuleInForceError as well."""
        from desktop_app.interview.session import Interview

        return Interview(self.book(), series, as_of)

    def words(self, language: str, interview: Interview) -> Words:
        """Everything the interview says, with the words of the packs it runs by."""
        from desktop_app.rulebook.load import words_with

        key = (language, tuple(str(loaded.folder) for loaded in interview.packs))
        if key not in self._words:
            self._words[key] = words_with(load_words(language), interview.packs)
        return self._words[key]
