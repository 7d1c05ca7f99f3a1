"""Puts the license of everything in the built program beside it, with one page that says what is whose."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements" / "runtime.txt"
TEXTS = ROOT / "packaging" / "license_texts"

ABOUT = """\
What is in this folder, and whose it is
=======================================

Peer Ready itself is under the Apache License 2.0 (Peer-Ready.txt). It comes with the software below. Each
has its license in a file or folder of its name here.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3 (LGPL-3.txt, which adds to
GPL-3.txt). They are the unchanged libraries of the packages PySide6-Essentials and shiboken6, in the folders
_internal/PySide6 and _internal/shiboken6, as separate files: you may replace them with your own build of the
same version. Their source code:
https://download.qt.io/official_releases/qt/ and https://download.qt.io/official_releases/QtForPython/

The font Atkinson Hyperlegible Next is under the SIL Open Font License 1.1 (Atkinson-Hyperlegible-Next.txt).

"""


def gather(target: Path) -> None:
    target.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", target / "Peer-Ready.txt")
    shutil.copy(ROOT / "resources" / "fonts" / "OFL.txt", target / "Atkinson-Hyperlegible-Next.txt")
    for text in TEXTS.glob("*.txt"):
        shutil.copy(text, target)
    lines = [_python(target), *(_package(distribution(name), target) for name in _names())]
    lines.append(_package(distribution("pyinstaller"), target) + " (the small program that starts it)")
    lines += _system_libraries(target)
    (target / "README.txt").write_text(ABOUT + "".join(f"- {line}\n" for line in lines), encoding="utf-8")


def _names() -> list[str]:
    """The packages of the lock file that are installed here; some belong to other systems or Pythons."""
    pinned = [
        line.split("==")[0] for line in RUNTIME.read_text(encoding="utf-8").splitlines() if "==" in line
    ]
    return sorted({name for name in pinned if not name.startswith((" ", "#"))})


def _package(package: Distribution, target: Path) -> str:
    told = package.metadata
    name, fields = told["Name"], told.json
    terms = str(fields.get("license_expression") or fields.get("license") or _classified(package))
    texts = [file for file in package.files or () if _is_license(file.as_posix())]
    for number, text in enumerate(texts):
        folder = target / name
        folder.mkdir(exist_ok=True)
        place = folder / (text.name if number == 0 else f"{number}-{text.name}")
        shutil.copy(Path(str(text.locate())), place)
    return f"{name} {package.version}: {terms.splitlines()[0].split(', Copyright')[0]}"


def _is_license(path: str) -> bool:
    in_metadata = ".dist-info/" in path
    return in_metadata and any(
        word in path.rsplit("/", 1)[1].upper() for word in ("LICEN", "COPYING", "NOTICE")
    )


def _classified(package: Distribution) -> str:
    kinds = package.metadata.get_all("Classifier") or []
    return next((kind.split(" :: ")[-1] for kind in kinds if kind.startswith("License")), "see its own text")


def _python(target: Path) -> str:
    """Python's own text lies in its library, or, where Debian packs it, in its documentation."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(sys.base_prefix) / "lib" / f"python{version}" / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{version}/copyright"),
    )
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise SystemExit("Python's license text was not found; a program without it must not be given away")
    shutil.copy(found, target / "Python.txt")
    return f"Python {sys.version.split()[0]}: Python Software Foundation License"


def _system_libraries(target: Path) -> list[str]:
    """On Debian, the libraries that were taken from this machine, with the text that their package keeps."""
    if not shutil.which("dpkg-query"):
        return []
    inside = target.parent / "_internal"
    names = sorted(file.name for file in inside.glob("lib*.so*") if not file.is_symlink())
    owners: dict[str, list[str]] = {}
    for name in names:
        asked = subprocess.run(["dpkg-query", "-S", f"*/{name}"], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            owners.setdefault(asked.stdout.split(":")[0], []).append(name)
    for package in owners:
        text = Path(f"/usr/share/doc/{package}/copyright")
        if text.is_file():
            (target / "system").mkdir(exist_ok=True)
            shutil.copy(text, target / "system" / f"{package}.txt")
    return [
        f"{package} ({', '.join(files)}): system/{package}.txt" for package, files in sorted(owners.items())
    ]
