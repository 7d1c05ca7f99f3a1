"""What is fed with hostile bytes: each takes them and ends, or says in its room's own error what is wrong with them."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from desktop_app import resources
from desktop_app.answers.sheet import parse_sheet
from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.copies import Copies
from desktop_app.casefile.database import Database
from desktop_app.casefile.opening import create, open_file
from desktop_app.casefile.placing import journal_of
from desktop_app.center import read_center, who_helps
from desktop_app.i18n import PlainError
from desktop_app.interview.kept import content_of, take_up
from desktop_app.judgement.judge import Judge
from desktop_app.resources import ResourceError, read_yaml
from desktop_app.rulebook.load import Rulebook, load_rulebook
from desktop_app.settings import Settings
from tests.faults.store import FIRST, derive_keys_quickly

TODAY = date(2026, 11, 22)
TOLD = (PlainError, ResourceError)
"""What a room may raise; anything else is a finding."""
SHEETS = Path(__file__).parents[1] / "sheets"
PACK = resources.folder() / "packs" / "tx-state" / "2023-09-01"


@dataclass(frozen=True)
class Target:
    """`seeds` are what is changed to begin with, beside the corpus; `begin` makes what takes the bytes."""

    begin: Callable[[], Callable[[bytes], object]]
    seeds: Callable[[], list[bytes]]


@cache
def _book() -> Rulebook:
    return load_rulebook()


def _sheet() -> Callable[[bytes], object]:
    book = _book()
    judge = Judge([loaded.pack for loaded in book.in_force(TODAY)], book.facts)
    return lambda content: judge.judge(parse_sheet(content, book.facts, TODAY))


def _sheets() -> list[bytes]:
    return [file.read_bytes() for file in sorted(SHEETS.glob("*.json")) if "expected" not in file.name]


PARTS = ("rules.yaml", "routes.yaml", "read.yaml", "words.en.yaml")


def _pack() -> Callable[[bytes], object]:
    """The first letter says which file of a pack the rest takes the place of."""
    whole = _scratch()

    def load(content: bytes) -> object:
        folder = whole / "pack"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(PACK, folder)
        (folder / PARTS[content[0] % len(PARTS) if content else 0]).write_bytes(content[1:])
        book = load_rulebook(whole)
        in_force = [loaded.pack for loaded in book.in_force(TODAY)]
        return Judge(in_force, book.facts).judge(parse_sheet(_sheets()[0], book.facts, TODAY))

    return load


def _packs() -> list[bytes]:
    return [bytes([number]) + (PACK / name).read_bytes() for number, name in enumerate(PARTS)]


def _yaml() -> Callable[[bytes], object]:
    file = _scratch() / "one.yaml"

    def read(content: bytes) -> object:
        file.write_bytes(content)
        return read_yaml(file)

    return read


def _center() -> Callable[[bytes], object]:
    return lambda content: who_helps(read_center(content))


CENTER = b"""{"peer_ready_center": 1, "name": "Peer House", "phone": "555", "support": {"name": "a", "how": "b"},
"places": [{"name": "x", "how": "y"}], "trainers": [{"name": "z", "how": ""}], "languages": "English"}"""


def _settings() -> Callable[[bytes], object]:
    file = _scratch() / "settings.json"

    def read(content: bytes) -> object:
        file.write_bytes(content)
        settings = Settings(file)
        return settings.look, settings.center, settings.trouble

    return read


SETTINGS = b"""{"peer_ready_settings": 1, "language": "es", "text_scale": 1.5, "colors": "dark",
"triple_shift_hides": true, "follows": false, "center": {"name": "Peer House"}}"""


def _clock() -> datetime:
    return datetime(2026, 11, 22, 9, tzinfo=UTC)


def _file() -> Path:
    """A saved file with one sitting in it, closed."""
    place = _scratch() / "ana.peerready"
    file = create(place, FIRST, _clock)
    person = file.add_person("Ana")
    file.new_sitting(person.id, {"said": "x" * 9000})
    file.close()
    return place


def _read(file: CaseFile) -> None:
    try:
        for one in file.people():
            file.sittings(one.id)
    finally:
        file.close()


def _store() -> Callable[[bytes], object]:
    place = _file()

    def read(content: bytes) -> None:
        place.write_bytes(content)
        _read(open_file(place, FIRST, _clock, older=True))

    return read


def _beside() -> Callable[[bytes], object]:
    """Bytes as everything that stands beside a file: mark, note, journal, a change that was stopped."""
    place = _file()
    whole = place.read_bytes()

    def read(content: bytes) -> None:
        place.write_bytes(whole)
        journal_of(place).write_bytes(content)
        for name in ("latest", "open.json", "changing"):
            (Copies(place).folder / name).write_bytes(content)
        _read(open_file(place, FIRST, _clock, older=True))

    return read


def _journals() -> list[bytes]:
    place = _file()
    database = Database(place, FIRST)
    database.unlock()
    with database._bare() as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE sitting SET content = content || content || content")
        journal = journal_of(place).read_bytes()
        connection.execute("ROLLBACK")
    database.close()
    return [
        journal,
        b"12",
        b'{"computer": "x", "since": "2026-11-22T09:00:00+00:00", "seen": "", "token": ""}',
    ]


def _kept() -> Callable[[bytes], object]:
    """The JSON that a file holds of a sitting: whoever has the passphrase can have written it."""
    book = _book()

    def read(content: bytes) -> object:
        try:
            document = json.loads(content)
        except (ValueError, RecursionError):
            return None
        if not isinstance(document, dict):  # the store has seen to that
            return None
        taken = take_up(document, book, TODAY)
        return content_of(taken.session)

    return read


def _sittings() -> list[bytes]:
    place = {"series": ["ca-calaveras"], "helping": False, "at": "roles", "seen": ["roles"]}
    return [json.dumps({"sheet": json.loads(one), "place": place}).encode() for one in _sheets()]


@cache
def _whole() -> tempfile.TemporaryDirectory[str]:
    derive_keys_quickly()
    return tempfile.TemporaryDirectory(prefix="peer-ready-fuzz-")


def _scratch() -> Path:
    return Path(tempfile.mkdtemp(dir=_whole().name))


TARGETS = {
    "sheet": Target(_sheet, _sheets),
    "pack": Target(_pack, _packs),
    "yaml": Target(_yaml, lambda: [one[1:] for one in _packs()]),
    "center": Target(_center, lambda: [CENTER]),
    "settings": Target(_settings, lambda: [SETTINGS]),
    "store": Target(_store, lambda: [_file().read_bytes()]),
    "beside": Target(_beside, _journals),
    "kept": Target(_kept, _sittings),
}


def _careless() -> Callable[[bytes], object]:
    """The controls, which have to be found: one breaks, one never ends, one takes all the memory."""

    def read(content: bytes) -> object:
        if content.count(b"{") != 1:
            return [][len(content)]
        return None

    return read


def _endless() -> Callable[[bytes], object]:
    def read(_: bytes) -> None:
        while True:
            pass

    return read


def _greedy() -> Callable[[bytes], object]:
    return lambda _: bytearray(400 * 1024 * 1024)


CONTROLS = {
    "careless": Target(_careless, lambda: [b"{}"]),
    "endless": Target(_endless, lambda: [b"{}"]),
    "greedy": Target(_greedy, lambda: [b"{}"]),
}
