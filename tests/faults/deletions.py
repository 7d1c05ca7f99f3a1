"""Somebody who is deleted while the program may be killed: all there or all gone, and then on no page."""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.records import Note, Person, Sitting
from tests.casefile.pages import found_in, saved_files

LATER = datetime(2030, 1, 1, tzinfo=UTC)
"""After whoever else is in the file: these come last in its list."""
TIMES = 300


def plant(file: CaseFile, number: int, to: int) -> str:
    """Somebody with a sitting over several pages and a note."""
    which = f"{number:016x}"
    text = _word(which) * TIMES
    person = Person(which, _word(which), LATER, {"papers": text})
    sitting, note = Sitting(which, which, LATER, LATER, {"said": text}), Note(which, which, LATER, text)
    file.take_in([person, sitting, note])
    os.write(to, f"planted {which}\n".encode())
    return which


def delete(file: CaseFile, which: str, to: int) -> None:
    os.write(to, f"deleting {which}\n".encode())
    file.delete_people([which])
    os.write(to, f"deleted {which}\n".encode())


def left(file: CaseFile) -> list[str]:
    return [one.id for one in file.people() if one.created == LATER]


def wrong(file: CaseFile, deleted: Collection[str]) -> str | None:
    """Half of somebody, or one of whom it was said that they are gone."""
    there = left(file)
    if set(there) & set(deleted):
        return "in the list again"
    whole = all(file.sittings(one) and file.notes(one) for one in there)
    return None if whole else "half of somebody"


def found(folder: Path, passphrase: str, gone: Collection[str]) -> str | None:
    """Who is in no list any more, whether that was still said or not, is on no page."""
    words = [_word(one) for one in gone]
    return "on a page" if words and found_in(saved_files(folder), passphrase, *words) else None


def _word(which: str) -> str:
    return f"planted-{which} "
