"""What every fault is tried on: answers that can be told from altered ones, and a clock that runs ahead."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.database import Database
from desktop_app.casefile.opening import create
from desktop_app.casefile.records import Sitting
from desktop_app.casefile.written import sound

PASSPHRASES = ("four plain words here", "another four plain words")
FIRST = PASSPHRASES[0]


def derive_keys_quickly() -> None:
    """In this process alone: tens of thousands of openings, and what is tried is not how a key is derived."""
    connection = dbapi2.connect(":memory:")
    connection.execute("PRAGMA cipher_default_kdf_iter = 4")
    connection.close()


@dataclass
class Clock:
    """Four minutes pass at each look, so that copies are made at every third save."""

    now: datetime = field(default_factory=lambda: datetime(2026, 11, 22, 9, tzinfo=UTC))

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=4)
        return self.now


def content(number: int, times: int = 1) -> dict[str, Any]:
    """The answers after so many saves: from one page to twelve, or many times that, and none like another's."""
    size = int.from_bytes(hashlib.sha256(f"size {number}".encode()).digest()[:2], "big") % 1500
    text = "".join(hashlib.sha256(f"{number} {part}".encode()).hexdigest() for part in range(size // 2))
    return {"number": number, "text": text * times}


def only_sitting(file: CaseFile) -> Sitting | None:
    people = file.people()
    sittings = file.sittings(people[0].id) if people else []
    return sittings[0] if sittings else None


def keep(file: CaseFile, number: int, times: int = 1) -> None:
    sitting = only_sitting(file)
    if sitting is None:
        people = file.people() or [file.add_person("Ana")]
        file.new_sitting(people[0].id, content(number, times))
    else:
        file.keep(sitting._replace(content=content(number, times)))


def number_in(file: CaseFile, times: int = 1) -> int | None:
    """Which save is in it: 0 for none yet, None where what is read was never written like that."""
    sitting = only_sitting(file)
    if sitting is None:
        return 0
    number = sitting.content.get("number")
    return number if isinstance(number, int) and dict(sitting.content) == content(number, times) else None


def states(place: Path, count: int) -> list[bytes]:
    """A file after each of so many saves; the last of them stands at the place, closed."""
    file = create(place, FIRST, Clock())
    found = []
    for number in range(1, count + 1):
        keep(file, number)
        found.append(place.read_bytes())
    file.close()
    return found


def whole(database: Database) -> None:
    """What every opening does before anything is shown. Raises CaseFileError."""
    database.unlock()
    database.examine()
    sound(database)
