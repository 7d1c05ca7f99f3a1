"""Starts a rule pack: copies the pattern that comes with the program, with the series and the day filled in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from desktop_app import resources
from desktop_app.resources import ResourceError

PATTERN = "new-pack"
SERIES = re.compile(r"[a-z][a-z0-9-]{1,39}", re.ASCII)


def start_pack(folder: Path, day: date) -> list[Path]:
    """Writes a pack below `folder`, whose name is the series' id, in force from `day`; gives the files.

    Raises ResourceError for a name that no series can have, and where something is there already.
    """
    series = folder.resolve().name
    if not SERIES.fullmatch(series):
        problem = "the folder's name becomes the series' id: small letters, figures and hyphens"
        raise ResourceError(folder, "", problem)
    target = folder / day.isoformat()
    if target.exists():
        raise ResourceError(target, "", "is there already, and stays as it is")
    target.mkdir(parents=True)
    made = []
    for file in sorted((resources.folder() / PATTERN).glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        copy = target / file.name
        copy.write_text(
            text.replace("SERIES", series).replace("2000-01-01", day.isoformat()), encoding="utf-8"
        )
        made.append(copy)
    return made
