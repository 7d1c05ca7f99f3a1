"""Programs that are killed while they save: what they said was kept is there again, and opens."""

from __future__ import annotations

import itertools
import os
import random
import signal
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from desktop_app.casefile import casefile, database
from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.copies import KEPT, Copies
from desktop_app.casefile.opening import create, open_file
from desktop_app.casefile.problems import CaseFileError
from tests.faults import deletions
from tests.faults.store import FIRST, PASSPHRASES, Clock, keep, number_in

UNSAFE = ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = ON", "cache_size = 1")
"""The control: SQLite writes over the file without noting what was there."""
LONGER = 50
"""What the control keeps is longer, so that most of its time goes into writing."""
KINDS = ("saves", "inside", "passphrases", "network", "deletions")
"""Killed from outside at any moment; or by itself, at one of the steps that SQLite takes to write a save."""
STEPS = 120
EACH_FILE = 25
LONGEST, SHORT = 0.5, 0.02
"""Seconds until a program is killed: from its start, and after the last line that was waited for."""
LINES = 8
TRACE = "trace"


@dataclass
class Toll:
    kills: int = 0
    saves: int = 0
    changes: int = 0
    deletions: int = 0
    traces: int = 0
    """Files in which somebody was found who had been deleted, or half of somebody."""
    lost: int = 0
    altered: int = 0
    notes: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        return {
            "acknowledged saves": self.saves,
            "changes of passphrase": self.changes,
            "deletions": self.deletions,
        }


@dataclass
class Known:
    """What was acknowledged, and which passphrases may open the file."""

    number: int = 0
    passphrases: tuple[str, ...] = (FIRST,)
    planted: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)


def run(kills: int, seed: int, *, control: bool = False) -> Toll:
    chance, toll = random.Random(seed), Toll()
    while toll.kills < kills:
        with tempfile.TemporaryDirectory(prefix="peer-ready-kills-") as folder:
            place = Path(folder) / "stick" / "ana.peerready"
            place.parent.mkdir()
            create(place, FIRST, Clock()).close()
            known = Known()
            for _ in range(min(EACH_FILE, kills - toll.kills)):
                toll.kills += 1
                if not _one(place, known, chance, toll, control=control):
                    break
    return toll


def _one(place: Path, known: Known, chance: random.Random, toll: Toll, *, control: bool) -> bool:
    """Kill one program, and look at what is left; False where the file cannot be gone on with."""
    kind = "inside" if control else chance.choice(KINDS)
    lines = chance.randrange(LINES)  # none: while it may still be opening the file
    after = chance.random() * (SHORT if lines else LONGEST)
    said = _killed(place, known, kind, lines, after, control=control)
    known.passphrases = _follow(known, said, toll)
    problem = _looked_at(place, known, kind, control=control)
    if problem is None:
        return True
    if problem == "altered":
        toll.altered += 1
    elif problem.startswith(TRACE):
        toll.traces += 1
    else:
        toll.lost += 1
    toll.notes.append(f"kill {toll.kills} ({kind}): {problem}")
    return False


def _killed(place: Path, known: Known, kind: str, lines: int, after: float, *, control: bool) -> list[str]:
    """What a program said before it was killed: so long after it had said so many lines."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with suppress(BaseException):
            _write_forever(place, known, kind, writing, lines + 1, control=control)
        os._exit(1)
    os.close(writing)
    said: list[bytes] = []
    with os.fdopen(reading, "rb") as stream:
        if kind != "inside":
            said = list(itertools.islice(stream, lines))
            time.sleep(after)
            os.kill(child, signal.SIGKILL)
        said += stream.readlines()
    os.waitpid(child, 0)
    return b"".join(said).decode().splitlines()


def _write_forever(place: Path, known: Known, kind: str, to: int, saves: int, *, control: bool) -> None:
    if control:
        setattr(database, "SETTINGS", UNSAFE)  # noqa: B010 - another length than ours
        casefile.COPY_EVERY = timedelta.max
    folder = place.parent.with_name("here") if kind == "network" else None
    file = open_file(place, known.passphrases[0], Clock(), by_copy=folder)
    os.write(to, b"open\n")
    number = known.number + 1
    passphrase = known.passphrases[0]
    for one in deletions.left(file):
        deletions.delete(file, one, to)
    while True:
        number += 1
        if kind == "inside" and number == known.number + 1 + saves:
            _die_inside(file, random.Random(number * saves).randrange(STEPS))
        os.write(to, f"keeping {number}\n".encode())
        keep(file, number, LONGER if control else 1)
        os.write(to, f"kept {number}\n".encode())
        if kind == "deletions":
            deletions.delete(file, deletions.plant(file, number, to), to)
        if kind == "passphrases":
            passphrase = PASSPHRASES[1 - PASSPHRASES.index(passphrase)]
            os.write(to, f"changing {passphrase}\n".encode())
            file.change_passphrase(passphrase)
            os.write(to, f"changed {passphrase}\n".encode())


def _die_inside(file: CaseFile, step: int) -> None:
    """At that step, with a cache so small that pages are written over before all is done."""
    steps = itertools.count()

    def die() -> int:
        if next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    with file._database._bare() as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.set_progress_handler(die, 1)


def _follow(known: Known, said: list[str], toll: Toll) -> tuple[str, ...]:
    now, possible = known.passphrases[0], known.passphrases
    for line in said:
        what, _, which = line.partition(" ")
        if what == "kept":
            known.number = int(which)
            toll.saves += 1
        elif what == "changing":
            possible = (now, which)
        elif what == "changed":
            now, possible = which, (which,)
            toll.changes += 1
        elif what == "planted":
            known.planted.add(which)
        elif what == "deleted":
            known.deleted.add(which)
            toll.deletions += 1
    return possible


def _looked_at(place: Path, known: Known, kind: str, *, control: bool) -> str | None:
    """What is wrong; None where everything that was acknowledged is there."""
    folder = place.parent.with_name("here") if kind == "network" else None
    for passphrase in known.passphrases:
        try:
            file = open_file(place, passphrase, Clock(), by_copy=folder)
        except CaseFileError as error:
            problem = type(error).__name__
            continue
        known.passphrases = (passphrase,)
        try:
            number = number_in(file, LONGER if control else 1)
            trace = deletions.wrong(file, known.deleted)
            gone = known.planted.difference(deletions.left(file))
        except CaseFileError as error:
            return type(error).__name__
        finally:
            file.close()
        if number is None:
            return "altered"
        if number < known.number:
            return f"{number} is there, {known.number} was acknowledged"
        known.number = number
        trace = trace or deletions.found(place.parent, passphrase, gone)
        return f"{TRACE}: {trace}" if trace else _left_over(place, folder)
    return problem


def _left_over(place: Path, folder: Path | None) -> str | None:
    """Nothing half written stays, here or beside it, and no more copies than there should be."""
    beside = {one.name for one in Copies(place).folder.iterdir()} - {"latest"}
    if not beside <= {f"{number}.peerready" for number in range(1, KEPT + 1)}:
        return f"left over: {sorted(beside)}"
    here = [one.name for one in (*place.parent.iterdir(), *(folder.iterdir() if folder else ()))]
    return None if sorted(here) == [place.name, f"{place.name}.copies"] else f"left over: {sorted(here)}"
