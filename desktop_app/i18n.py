"""Turns keys and values into sentences of one language, from the catalogs that come with the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from desktop_app import resources

if TYPE_CHECKING:
    from datetime import date, datetime

LANGUAGES = ("en", "es")
PLURALS = {"one", "other"}
LONGEST_WORD = 80

Entry = str | Mapping[str, str]
Voice = Literal["you", "client"]
"""Whether sentences speak to the person whose answers they are about, or to staff about their client."""


class Message(NamedTuple):
    """What is to be said, before a language is chosen: a catalog key and the values that go in.

    A value may be text, a number, a date, another message, or a list of these.
    """

    key: str
    values: Mapping[str, Any] = {}


class PlainError(Exception):
    """Something that cannot be used or done; `message` says what, where and what to do, in any language."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Words:
    """Every sentence of one language; `say` finds one and fills it in."""

    def __init__(self, language: str, entries: Mapping[str, Entry], voice: Voice = "you") -> None:
        self.language, self.voice = language, voice
        self._entries = entries

    def with_entries(self, more: Mapping[str, Entry]) -> Words:
        """The same words and those of, say, a rule pack."""
        return Words(self.language, {**self._entries, **more}, self.voice)

    def of_client(self) -> Words:
        """The same words as they are said to staff, of their client. Raises ResourceError.

        A pack's own come with rulebook.load.words_with, which looks at the voice.
        """
        return Words(self.language, {**self._entries, **client_entries(self.language)}, "client")

    def keys(self) -> Iterable[str]:
        return self._entries.keys()

    def has(self, key: str) -> bool:
        return key in self._entries

    def say(self, key: str | Message, /, **values: Any) -> str:
        """The sentence for `key`; raises KeyError when the catalog has no such key."""
        if isinstance(key, Message):
            return self.say(key.key, **{**key.values, **values})
        entry = self._entries[key]
        if not isinstance(entry, str):
            entry = entry["one" if values.get("count") == 1 else "other"]
        return (
            entry.format_map(_Values({name: self._shown(value) for name, value in values.items()}))
            if values
            else entry
        )

    def say_all(self, messages: Iterable[Message]) -> str:
        return " ".join(self.say(message) for message in messages)

    def _shown(self, value: Any) -> str:
        if isinstance(value, Message):
            return self.say(value)
        from datetime import date, datetime  # late: the first page names no day

        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, float):
            return self.number(value)
        if isinstance(value, (list, tuple)):
            return self.listed([self._shown(part) for part in value])
        return str(value)

    def listed(self, parts: Sequence[str]) -> str:
        """'a, b and c', as the language has it."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("list.last", before=", ".join(parts[:-1]), last=parts[-1])

    def names(self, names: Iterable[str]) -> str:
        """'proof of school; California peer certificate': one after another, as inside a sentence."""
        return "; ".join(self._inside(name) for name in names)

    def _inside(self, name: str) -> str:
        """Begins small, unless it always begins large: California, a county with its name, or the GED."""
        first, _, rest = name.partition(" ")
        second = rest.split(" ")[0]
        of_two = second[:1].isupper() and second[1:].islower()
        keeps = of_two or first[1:] != first[1:].lower() or name.startswith(self._own_names)
        return name if keeps else name[:1].lower() + name[1:]

    @cached_property
    def _own_names(self) -> tuple[str, ...]:
        """The catalog's, and the state of each pack whose words are here."""
        states = (self.say(key) for key in self._entries if key.endswith(".series.state"))
        return (*self.say("list.own_names").split(), *states)

    def day(self, day: date) -> str:
        """'November 22, 2026', '22 de noviembre de 2026'."""
        return self._dated("day", day)

    def short_day(self, day: date) -> str:
        """'Nov 22, 2026', '22 nov 2026'."""
        return self._dated("short_day", day)

    def month(self, day: date) -> str:
        """'November 2026', 'noviembre de 2026'."""
        return self._dated("month", day)

    def short_month(self, day: date, *, with_year: bool) -> str:
        """'Nov' or 'Nov 2026', 'nov' or 'nov 2026'."""
        return self._dated("short_month_of_year" if with_year else "short_month", day)

    def clock(self, moment: datetime) -> str:
        """'9:41', in the moment's own time zone."""
        return self._timed("clock", moment)

    def moment(self, moment: datetime) -> str:
        """'November 22, 2026, 9:41 AM', '22 de noviembre de 2026, 9:41'."""
        return self._timed("moment", moment)

    def _timed(self, pattern: str, moment: datetime) -> str:
        from babel.dates import format_datetime  # late, as for days

        return format_datetime(moment, format=self._text(f"dates.{pattern}"), locale=self.language)

    def _dated(self, pattern: str, day: date) -> str:
        return _day(self._text(f"dates.{pattern}"), day, self.language)

    def number(self, number: float) -> str:
        from babel.numbers import format_decimal  # late, as above

        return format_decimal(number, locale=f"{self.language}_US", format="#,##0.##")

    def money(self, amount: float, per: str) -> str:
        """'$17.92'; whole amounts by the year without cents, '$27,910'."""
        from babel.numbers import format_decimal  # late, as above

        return "$" + format_decimal(amount, locale="en_US", format="#,##0" if per == "year" else "#,##0.00")

    def _text(self, key: str) -> str:
        entry = self._entries[key]
        if not isinstance(entry, str):
            raise KeyError(f"{key} has plural forms where one text is wanted")
        return entry


@lru_cache(maxsize=512)
def _day(pattern: str, day: date, language: str) -> str:
    """Kept: a plan names the same few days in dozens of sentences."""
    from babel.dates import format_date  # late: the first page needs no dates

    return format_date(day, format=pattern, locale=language)


def load_words(language: str) -> Words:
    """The program's own words and those of the questions; packs bring theirs. Raises ResourceError."""
    folder = resources.folder()
    entries = _read_all(folder / "locale" / language)
    asked = read_catalog(folder / "questions" / f"words.{language}.yaml")
    return Words(language, {**entries, **{f"questions.{key}": entry for key, entry in asked.items()}})


def client_entries(language: str) -> dict[str, Entry]:
    """What the program and the questions say otherwise of a client; all else is said alike. Raises ResourceError."""
    return _read_all(resources.folder() / "locale" / language / "client")


def _read_all(folder: Path) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for file in sorted(folder.glob("*.yaml")):
        entries |= read_catalog(file)
    return entries


def read_catalog(file: Path) -> dict[str, Entry]:
    """A catalog's entries by dotted key. Raises ResourceError for anything but texts and plural pairs."""
    entries: dict[str, Entry] = {}
    _flatten(file, resources.read_yaml(file), "", entries)
    return entries


def values_in(entry: Entry) -> set[str]:
    """The names of the values that an entry is filled in with."""
    from string import Formatter  # late: only catalogs that are checked need it

    texts = [entry] if isinstance(entry, str) else list(entry.values())
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def _flatten(file: Path, node: object, prefix: str, entries: dict[str, Entry]) -> None:
    if isinstance(node, str) and prefix:
        entries[prefix] = _plain(file, prefix, node)
    elif isinstance(node, dict) and prefix and set(node) == PLURALS:
        if not all(isinstance(form, str) for form in node.values()):
            raise resources.ResourceError(file, prefix, "each plural form must be a text")
        entries[prefix] = {form: _plain(file, prefix, text) for form, text in node.items()}
    elif isinstance(node, dict):
        for key, value in node.items():
            _flatten(file, value, f"{prefix}.{key}" if prefix else str(key), entries)
    else:
        raise resources.ResourceError(file, prefix, "expected a text")


def _plain(file: Path, key: str, text: str) -> str:
    """A text that can be filled in and set: values by plain names, and no word longer than a line."""
    if "{" in text or "}" in text:
        from string import Formatter  # late: few texts have values

        try:
            parts = list(Formatter().parse(text))
        except ValueError as error:
            raise resources.ResourceError(
                file, key, f"a brace that does not belong here ({error})"
            ) from error
        for _, name, form, conversion in parts:
            if name is not None and (not name.isidentifier() or form or conversion):
                raise resources.ResourceError(file, key, f"'{{{name}}}' is not the plain name of a value")
    if max(map(len, text.split()), default=0) > LONGEST_WORD:
        raise resources.ResourceError(file, key, f"a word of more than {LONGEST_WORD} letters")
    return text


class _Values(dict[str, str]):
    """Values by name; one that is not there is left to be seen, and stops nothing."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"
