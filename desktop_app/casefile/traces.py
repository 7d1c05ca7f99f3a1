"""What lies beside a saved file and may still hold what was deleted from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop_app.casefile.copies import Copies
from desktop_app.casefile.placing import clear, half_made, journal_of

UNFINISHED = "deleting"
"""A setting, there from the moment in which rows were taken out until the last trace of them is gone."""


def sweep(place: Path) -> None:
    """Take away what was only half made."""
    for half in (half_made(place), half_made(place).with_suffix(".back")):
        with suppress(OSError):
            clear(half)


def left_beside(place: Path) -> tuple[Path, ...]:
    """What is left: it is a person's to look through and to delete."""
    return tuple(sorted(_beside(place)))


def _beside(place: Path) -> Iterator[Path]:
    """Files that did not open when another took their place, and what the program did not put with the copies."""
    set_aside = re.compile(rf"{re.escape(place.stem)}-\d+{re.escape(place.suffix)}\.damaged")
    named = {f"{journal_of(place).name}.damaged"}
    for half in (half_made(place), half_made(place).with_suffix(".back")):
        named |= {half.name, journal_of(half).name}
    with suppress(OSError):
        yield from (
            one for one in place.parent.iterdir() if one.name in named or set_aside.fullmatch(one.name)
        )
    with suppress(OSError):
        yield from Copies(place).others()
