"""What the program comes with, under which terms, and the texts of these licenses."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

from desktop_app import resources

OURS, NAME = "peer-ready", "Peer Ready"
LIST = "components.json"
"""In a built program, beside the texts: what packaging/licenses.py found when it was built."""
LARGEST = 512 * 1024
"""Bytes of one text; the longest there is has a tenth of it."""
QT = ("pyside6-essentials", "shiboken6")
QT_TEXTS = ("LGPL-3.txt", "GPL-3.txt", "GPL-2.txt")
"""Their packages bring no text of the licenses they name."""
SHORT = 50
"""Signs: a line with fewer was ended on purpose."""
_BETWEEN = re.compile(r"\n[ \t\f]*\n")
_COLUMNS = re.compile(r"\S(?:\t| {3,})\S")
_POINT = re.compile(r"[-*•=#>|+]|\(?\w{1,3}[.)]\s|Copyright\b|SPDX-|https?:")
_WORD = re.compile(r"\w")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class Component(NamedTuple):
    """A part that others made."""

    name: str
    version: str
    terms: str
    """The license by its short name: 'MIT'."""
    files: tuple[Path, ...]

    def text(self) -> str:
        """The whole of it. A text that cannot be read is left out."""
        return "\n\n\n".join(filter(None, map(_read, self.files)))


def to_read(text: str) -> str:
    """The same words with their paragraphs put together again, for lines of any width.

    Most texts are broken, indented and centered for a line of 80 signs all alike. Only blanks and breaks change;
    where words stand in columns nothing does but the indent.
    """
    return "\n\n".join(filter(None, map(_put_together, _BETWEEN.split(text.replace("\r", "")))))


def components() -> list[Component]:
    """All of them, the program itself first."""
    built = Path(sys.executable).parent / "licenses" / LIST
    found = _listed(built) if getattr(sys, "frozen", False) and built.is_file() else _installed()
    return sorted(found, key=lambda one: (one.name != NAME, one.name.casefold()))


def _read(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST).decode("utf-8", "replace").strip("\n\f ")
    except OSError:
        return ""


def _put_together(block: str) -> str:
    """A line that does not reach the edge ends there on purpose; so does what comes before a point of a list."""
    if _COLUMNS.search(block):
        return dedent(block).rstrip()
    lines: list[str] = []
    ended = True
    for raw in block.split("\n"):
        line = raw.strip()
        if ended or _POINT.match(line):
            lines.append(line)
        elif line:
            lines[-1] = f"{lines[-1]} {line}"
        ended = len(line) < SHORT or not _WORD.search(line)
    return "\n".join(filter(None, lines))


def _listed(index: Path) -> list[Component]:
    entries: list[dict[str, Any]] = json.loads(index.read_text(encoding="utf-8"))
    return [
        Component(
            one["name"], one["version"], one["terms"], tuple(index.parent / file for file in one["files"])
        )
        for one in entries
    ]


# ---------------------------------------------------------------- as pip installed it


def _installed() -> list[Component]:
    folder = resources.folder()
    font = Component("Atkinson Hyperlegible Next", "", "OFL-1.1", (folder / "fonts" / "OFL.txt",))
    python = Component("Python", sys.version.split()[0], "PSF-2.0", _python_texts())
    packages = [of_package(package) for package in _packages()]
    return [font, python, *(one._replace(name=NAME) if one.name == OURS else one for one in packages)]


def _packages() -> Iterator[Distribution]:
    """Ours and all that it needs, and what these need; nothing that is only for its makers."""
    ahead, seen = [OURS], {OURS}
    while ahead:
        try:
            package = distribution(ahead.pop())
        except PackageNotFoundError:  # of another system or Python
            continue
        yield package
        for needed in package.requires or ():
            name = _NAME.match(needed)
            if name and "extra ==" not in needed and _plain(name[0]) not in seen:
                seen.add(_plain(name[0]))
                ahead.append(name[0])


def of_package(package: Distribution) -> Component:
    """As the package tells it of itself."""
    fields = package.metadata.json
    told = str(fields.get("license_expression") or fields.get("license") or _classified(package))
    terms = told.strip().split("\n")[0].split(", Copyright")[0]
    files = [Path(str(one.locate())) for one in package.files or () if _is_license(one.as_posix())]
    if _plain(package.name) in QT:
        files += [resources.folder() / "licenses" / text for text in QT_TEXTS]
    return Component(package.name, package.version, terms, tuple(files))


def _is_license(path: str) -> bool:
    """Some are named after the license, in a folder of such texts."""
    _package, _, inside = path.partition(".dist-info/")
    name = inside.rsplit("/", 1)[-1].upper()
    return inside.startswith("licenses/") or any(word in name for word in ("LICEN", "COPYING", "NOTICE"))


def _classified(package: Distribution) -> str:
    kinds = package.metadata.get_all("Classifier") or []
    return next((kind.split(" :: ")[-1] for kind in kinds if kind.startswith("License")), "")


def _python_texts() -> tuple[Path, ...]:
    """Python's own text lies in its library, or, where Debian packs it, in its documentation."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(sys.base_prefix) / "lib" / f"python{version}" / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{version}/copyright"),
    )
    return tuple(place for place in places if place.is_file())[:1]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
