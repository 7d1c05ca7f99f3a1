"""What this computer keeps of the program's settings once someone asks for it; none of it is about a person."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.i18n import LANGUAGES, Message

FOLDER, FILE = "peer-ready", "settings.json"
VERSION = 1
MARK = "peer_ready_settings"
LARGEST = 128 * 1024
"""Bytes; a full file has a tenth of it, the center's own page included."""

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
COLORS = ("light", "dark", "contrast")


class Look(NamedTuple):
    """What can be kept of language and look; None is left to the system or to the program."""

    language: str | None = None
    text_scale: float | None = None
    colors: str | None = None
    triple_shift_hides: bool | None = None
    follows: bool | None = None
    lock_minutes: int | None = None


KNOWN: Mapping[str, Callable[[object], bool]] = {
    "language": lambda value: isinstance(value, str) and value in LANGUAGES,
    "text_scale": lambda value: type(value) in (int, float) and value in SCALES,
    "colors": lambda value: isinstance(value, str) and value in COLORS,
    "triple_shift_hides": lambda value: isinstance(value, bool),
    "follows": lambda value: isinstance(value, bool),
    "lock_minutes": lambda value: type(value) is int and 1 <= value <= 30,
    "center": lambda value: isinstance(value, dict),
}
"""Every entry of the file, and what it may be."""


class Settings:
    """The file, read once; without one everything is kept in memory and is gone at the end.

    Whatever in it is odd counts as not there, and `trouble` says so: a file of settings stops nobody.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self.trouble: Message | None = None
        self._entries = self._read()

    @classmethod
    def here(cls) -> Settings:
        """Those of whoever uses this computer."""
        place = config_folder()
        return cls(place / FOLDER / FILE if place else None)

    @property
    def look(self) -> Look:
        return Look(**{name: self._entries[name] for name in Look._fields if name in self._entries})

    @property
    def center(self) -> Mapping[str, Any] | None:
        """The center's own page, as it was kept: whoever reads it looks at what is in it."""
        center: Mapping[str, Any] | None = self._entries.get("center")
        return center

    @property
    def keeps_look(self) -> bool:
        return any(name in self._entries for name in Look._fields)

    def keep_look(self, look: Look) -> None:
        """Raises OSError."""
        kept = {name: value for name, value in look._asdict().items() if value is not None}
        self._keep({**self._without(*Look._fields), **kept})

    def forget_look(self) -> None:
        """The center's own page stays; without one nothing is left of the file. Raises OSError."""
        self._keep(self._without(*Look._fields))

    def keep_center(self, center: Mapping[str, Any] | None) -> None:
        """Raises OSError."""
        kept = self._without("center")
        self._keep(kept if center is None else {**kept, "center": dict(center)})

    def _without(self, *names: str) -> dict[str, Any]:
        """As the file is now: another window may have written it."""
        now = self._entries if self.file is None else self._read()
        return {name: value for name, value in now.items() if name not in names}

    # ------------------------------------------------------------ the file

    def _keep(self, entries: dict[str, Any]) -> None:
        if self.file is not None:
            if entries:
                _write(self.file, entries)
            else:
                _remove(self.file)
        self._entries, self.trouble = entries, None

    def _read(self) -> dict[str, Any]:
        if self.file is None or not os.path.lexists(self.file):
            return {}
        try:
            document = _document(self.file)
        except (OSError, ValueError, RecursionError):
            document = None
        if not isinstance(document, dict) or document.pop(MARK, None) != VERSION:
            self.trouble = Message("settings.trouble.unusable", {"file": str(self.file)})
            return {}
        fit = {name: value for name, value in document.items() if name in KNOWN and KNOWN[name](value)}
        if fit.keys() != document.keys():
            self.trouble = Message("settings.trouble.odd", {"file": str(self.file)})
        return fit


def _document(file: Path) -> Any:
    """Raises OSError, ValueError and RecursionError."""
    import json  # late: most have no such file, and the first page waits for this

    if not file.is_file():  # a pipe would keep the window waiting
        raise OSError
    with file.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError
    return json.loads(content.decode("utf-8"))


def _write(file: Path, entries: Mapping[str, Any]) -> None:
    import json  # late, as above

    from desktop_app.files import whole_file  # late: it brings what makes random names

    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = json.dumps({MARK: VERSION, **entries}, ensure_ascii=False, indent=2) + "\n"
    with whole_file(file, replace=True) as stream:
        stream.write(content.encode("utf-8"))


def _remove(file: Path) -> None:
    """The folder too, where nothing else is in it."""
    file.unlink(missing_ok=True)
    with suppress(OSError):
        file.parent.rmdir()


def config_folder() -> Path | None:
    """Where programs keep their settings for whoever uses this computer; None where no such place is known.

    The same as `platformdirs` finds, which takes as long to import as a part of the first page to be painted.
    """
    if sys.platform == "win32":
        return _absolute(os.environ.get("LOCALAPPDATA"))
    home = _absolute(os.environ.get("HOME")) or _absolute(os.path.expanduser("~"))  # noqa: PTH111 - never raises
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" if home else None
    return _absolute(os.environ.get("XDG_CONFIG_HOME")) or (home / ".config" if home else None)


def _absolute(place: str | None) -> Path | None:
    """The standard has places that are not whole passed over."""
    return Path(place) if place and os.path.isabs(place) else None  # noqa: PTH117 - no Path of nothing
