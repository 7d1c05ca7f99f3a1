"""A saved file in a folder of its own, and a clock that moves when it is told to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.opening import create, open_file
from desktop_app.casefile.records import Sitting

LIBRARY_ROUNDS = 256_000
PASSPHRASE = "four plain words here"


@dataclass
class Clock:
    now: datetime = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def moves(self, by: timedelta) -> None:
        self.now += by


@dataclass
class Desk:
    """A file at a place, and what opens it; everything opened is closed after the test."""

    place: Path
    clock: Clock = field(default_factory=Clock)
    opened: list[CaseFile] = field(default_factory=list)

    def make(self, **more: Any) -> CaseFile:
        return self._keep(create(self.place, PASSPHRASE, self.clock, **more))

    def open(self, passphrase: str = PASSPHRASE, **more: Any) -> CaseFile:
        return self._keep(open_file(self.place, passphrase, self.clock, **more))

    def _keep(self, file: CaseFile) -> CaseFile:
        self.opened.append(file)
        return file


@pytest.fixture(autouse=True)
def quick_keys() -> Iterator[None]:
    """Hundreds of openings; what is tried is not how a key is derived (but see test_passphrase.py)."""
    with rounds(4):
        yield


@contextmanager
def rounds(number: int) -> Iterator[None]:
    _every_key_takes(number)
    try:
        yield
    finally:
        _every_key_takes(LIBRARY_ROUNDS)


def _every_key_takes(number: int) -> None:
    connection = dbapi2.connect(":memory:")
    connection.execute(f"PRAGMA cipher_default_kdf_iter = {number}")
    connection.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    one = Desk(tmp_path / "stick" / "ana.peerready")
    one.place.parent.mkdir()
    yield one
    for file in one.opened:
        file.close()


@pytest.fixture
def saved() -> Callable[[CaseFile, Any], Sitting]:
    """Keep an answer in the only sitting of a file, which is begun if there is none."""

    def keep(file: CaseFile, said: Any) -> Sitting:
        people = file.people() or [file.add_person("Ana")]
        sittings = file.sittings(people[0].id)
        if not sittings:
            return file.new_sitting(people[0].id, {"said": said})
        return file.keep(sittings[0]._replace(content={"said": said}))

    return keep


def said(file: CaseFile) -> Any:
    return file.sittings(file.people()[0].id)[0].content["said"]
