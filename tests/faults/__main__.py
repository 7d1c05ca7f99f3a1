"""`make faults`: every fault in numbers, each beside a control that is built wrong on purpose; prints a table.

`python -m tests.faults --share` tries a small part of it. Exit code 1 where anything was lost, altered or not
noticed by a control. The whole run writes its table into docs/reliability.md.
"""

from __future__ import annotations

import argparse
import platform
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.faults import alterations, full, kills
from tests.faults.alterations import Tried, only_unlocked, without_the_seal
from tests.faults.store import derive_keys_quickly

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
BEGIN, END = "<!-- begin: make faults -->", "<!-- end: make faults -->"
IN_MEMORY = Path("/dev/shm")
SEED = 20261122


class Amounts(NamedTuple):
    kills: int
    killed_controls: int
    flips: int
    mixed: int
    every: int
    """Full disks and swapped pages: each that there is, or every so many."""


WHOLE = Amounts(1000, 60, 10_000, 2_000, 1)
SHARE = Amounts(25, 25, 300, 30, 17)


class Row(NamedTuple):
    what: str
    tried: str
    came: str
    """What came of it."""
    bad: int
    control: str
    noticed: bool
    """Whether the control, which is built wrong, came out wrong."""


def main() -> int:
    options = _options()
    derive_keys_quickly()
    if IN_MEMORY.is_dir():  # a program that is killed leaves what it wrote to the system, on a disk or not
        tempfile.tempdir = str(IN_MEMORY)
    amounts = SHARE if options.share else WHOLE
    rows = []
    for part in (_kills, _flips, _cuts, _swaps, _old_pages, _old_files, _full):
        if options.only and part.__name__.strip("_") not in options.only:
            continue
        began = time.monotonic()
        for row in part(amounts):
            rows.append(row)
            mark = " " if row.bad == 0 and row.noticed else "!"
            print(f"{mark} {row.what}: {row.tried}; {row.came}; control: {row.control}", flush=True)
        print(f"    {time.monotonic() - began:.0f} s", flush=True)
    if not options.share and not options.only:
        _write(rows)
    return 1 if any(row.bad or not row.noticed for row in rows) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--share", action="store_true", help="a small part of it, some seconds long")
    parser.add_argument("only", nargs="*", help="kills flips cuts swaps old_pages old_files full")
    return parser.parse_args()


def _kills(amounts: Amounts) -> Iterator[Row]:
    toll = kills.run(amounts.kills, SEED)
    control = kills.run(amounts.killed_controls, SEED + 1, control=True)
    for note in toll.notes:
        print("   ", note)
    yield Row(
        "killed while saving",
        f"{toll.kills:,} programs, "
        + ", ".join(f"{number:,} {what}" for what, number in toll.counts().items()),
        f"{toll.lost} lost, {toll.altered} altered, {toll.traces} traces of who was deleted",
        toll.lost + toll.altered + toll.traces,
        f"no journal: {control.lost + control.altered} of {control.kills} files lost",
        control.lost + control.altered > 0,
    )


def _flips(amounts: Amounts) -> Iterator[Row]:
    with _folders() as folder:
        tried = alterations.flipped(folder(), amounts.flips, SEED)
        control = alterations.flipped(folder(), max(amounts.flips // 10, 300), SEED, only_unlocked)
    yield _row("one byte changed", tried, "pages checked as they are met", control)


def _cuts(_: Amounts) -> Iterator[Row]:
    with _folders() as folder:
        tried = alterations.cut(folder())
        control = alterations.cut(folder(), only_unlocked)
    yield _row("cut off", tried, "pages checked as they are met", control)


def _swaps(amounts: Amounts) -> Iterator[Row]:
    with _folders() as folder:
        tried = alterations.swapped(folder(), amounts.every)
        control = alterations.swapped(folder(), amounts.every, only_unlocked)
    yield _row("pages swapped, or one over another", tried, "pages checked as they are met", control)


def _old_pages(amounts: Amounts) -> Iterator[Row]:
    with _folders() as folder:
        tried = alterations.old_pages(folder(), amounts.mixed, SEED)
        control = alterations.old_pages(folder(), amounts.mixed, SEED, without_the_seal)
    yield _row("old pages put back", tried, "no seal over the rows", control)


def _old_files(_: Amounts) -> Iterator[Row]:
    with _folders() as folder:
        tried = alterations.old_files(folder())
        control = alterations.old_files(folder(), control=True)
    yield _row("an older file in its place", tried, "nothing beside it", control)


def _full(amounts: Amounts) -> Iterator[Row]:
    if not full.possible():
        print("  a full disk: not tried, this account may not mount a small one")
        return
    filled = full.run(full.MOST, every=amounts.every)
    control = full.run(full.MOST, every=min(amounts.every * 4, 17), control=True)
    yield Row(
        "a full disk",
        f"{filled.disks} sizes of the room left, {filled.saves:,} saves, told {filled.said_so:,} times of no room",
        f"{filled.lost} lost, {filled.altered} altered, {filled.stuck} that did not open while it was full",
        filled.lost + filled.altered + filled.stuck,
        f"acknowledged before it was written: {control.lost} lost",
        control.lost > 0,
    )


def _row(what: str, tried: Tried, built_wrong: str, control: Tried) -> Row:
    same = f", {tried.unchanged:,} changed nothing that is read" if tried.unchanged else ""
    return Row(
        what,
        f"{tried.tries:,} files",
        f"{tried.refused:,} refused{same}, {tried.accepted} accepted",
        tried.accepted,
        f"{built_wrong}: {control.accepted:,} of {control.tries:,} accepted",
        control.accepted > 0,
    )


class _folders:  # noqa: N801 - read as a word in a with statement
    """A new empty folder at each call, all gone at the end."""

    def __enter__(self) -> Callable[[], Path]:
        self._whole = tempfile.TemporaryDirectory(prefix="peer-ready-faults-")
        return lambda: Path(tempfile.mkdtemp(dir=self._whole.name))

    def __exit__(self, *_: object) -> None:
        self._whole.cleanup()


def _write(rows: list[Row]) -> None:
    """The table, in its place in the page."""
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    lines = ["| | tried | came of it | the control, built wrong |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.tried} | {row.came} | {row.control} |" for row in rows]
    table = "\n".join([BEGIN, "", *lines, "", f"Run on {date.today().isoformat()}, {system}.", "", END])
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(re.sub(f"{BEGIN}.*{END}", lambda _: table, text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
