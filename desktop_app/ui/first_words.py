"""What the first page says, packed so that it can be painted before the YAML reader is even imported.

`python -m desktop_app.ui.first_words` packs it. A pack that is missing, or that was made from other catalogs than
are there now, is passed over: then the catalogs are read, which takes a little longer and says the same.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app import resources
from desktop_app.i18n import LANGUAGES, Entry, read_catalog

TAB, LINE_BREAK = "\t", "\v"
"""Between a key and its text, and for the line breaks in it. No text of ours has either."""

FIRST_CATALOGS = ("core.yaml", "hide.yaml", "safe.yaml", "standing.yaml", "ui.yaml")


class SeriesName(NamedTuple):
    """How the welcome page calls a series: 'California', 'Calaveras County, I and II'."""

    series: str
    state: str
    about: str


class FirstWords(NamedTuple):
    """What the window and its welcome page say, and what there is to choose from."""

    entries: Mapping[str, Entry]
    series: Sequence[SeriesName]


def first_words(language: str) -> FirstWords:
    """Raises ResourceError."""
    return _unpacked(language) or _from_catalogs(language)


def pack() -> None:
    """Write what `first_words` reads quickest, for every language."""
    for language in LANGUAGES:
        words = _from_catalogs(language)
        lines = [str(_mark(language))]
        lines += [TAB.join(("", *name)) for name in words.series]
        for key, entry in words.entries.items():
            forms = [entry] if isinstance(entry, str) else [entry["one"], entry["other"]]
            lines.append(TAB.join((key, *(form.replace("\n", LINE_BREAK) for form in forms))))
        _packed_file(language).write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _from_catalogs(language: str) -> FirstWords:
    entries: dict[str, Entry] = {}
    for file in _own_catalogs(language):
        entries |= read_catalog(file)
    newest = {file.parent.parent.name: file for file in _pack_catalogs(language)}
    names = []
    for series, file in newest.items():
        words = read_catalog(file)
        names.append(SeriesName(series, str(words["series.state"]), str(words["series.about"])))
    return FirstWords(entries, names)


def _unpacked(language: str) -> FirstWords | None:
    """A line each: a key and its text, or its two forms; a series has no key."""
    try:
        mark, *lines = _packed_file(language).read_text(encoding="utf-8").split("\n")
        if mark != str(_mark(language)):
            return None
    except (OSError, ValueError):
        return None
    entries: dict[str, Entry] = {}
    names: list[SeriesName] = []
    for line in lines:
        key, *forms = line.replace(LINE_BREAK, "\n").split(TAB)
        if not key:
            names.append(SeriesName(*forms))
        else:
            entries[key] = forms[0] if len(forms) == 1 else {"one": forms[0], "other": forms[1]}
    return FirstWords(entries, names)


def _mark(language: str) -> int:
    """Changes with every change to a catalog, and with every catalog that comes or goes."""
    mark = 0
    for file in (*_own_catalogs(language), *_pack_catalogs(language)):
        place = "/".join(file.parts[-3:])
        mark = zlib.crc32(file.read_bytes(), zlib.crc32(place.encode(), mark))
    return mark


def _own_catalogs(language: str) -> list[Path]:
    return [resources.folder() / "locale" / language / name for name in FIRST_CATALOGS]


def _pack_catalogs(language: str) -> list[Path]:
    """By series, and within one from the oldest to the newest: a new county's folder is enough."""
    return sorted((resources.folder() / "packs").glob(f"*/*/words.{language}.yaml"))


def _packed_file(language: str) -> Path:
    return resources.folder() / "locale" / f"first.{language}.txt"


if __name__ == "__main__":
    pack()
