"""The statements of a source that were read when a pack was written, as hashes: what is new stands out from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app import resources
from desktop_app.resources import ResourceError
from desktop_app.rulebook.drift import Mark
from desktop_app.rulebook.passage import digest
from desktop_app.rulebook.posting import MOST_WORDS, Posting

FILE = "read.yaml"
DIGITS = 16
"""Of the hash: enough to know a sentence again."""


def read_before(folder: Path, source: str) -> tuple[Mark, ...]:
    """The marks kept beside a pack for a source; none where none are kept. Raises ResourceError."""
    file = folder / FILE
    if not file.exists():
        return ()
    content = resources.read_yaml(file)
    marks = content.get(source, []) if isinstance(content, dict) else None
    if not isinstance(marks, list):
        raise ResourceError(file, source, "expected a list of marks for each source")
    return tuple(_mark(file, f"{source}, entry {number}", mark) for number, mark in enumerate(marks, 1))


def marks_of(posting: Posting) -> Iterator[str]:
    """A mark for each statement and each sentence, each once: 'words:hash'."""
    runs = (*posting.statements(), *((one.start, one.end) for one in posting.sentences))
    for words in dict.fromkeys(posting.words[start:end] for start, end in sorted(runs)):
        yield f"{len(words)}:{digest(words)[:DIGITS]}"


def _mark(file: Path, place: str, mark: object) -> Mark:
    words, _, sha256 = str(mark).partition(":")
    if not words.isdecimal() or len(sha256) != DIGITS or not 1 <= int(words) <= MOST_WORDS:
        raise ResourceError(file, place, "expected 'words:hash', as peer-ready packs fingerprint gives it")
    return int(words), sha256
