"""Puts the license of everything in the built program beside it, with one page that says what is whose."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.metadata import distribution
from pathlib import Path

from desktop_app.licenses import LIST, QT, Component, components, of_package
from desktop_app.resources import folder

ABOUT = """\
What is in this folder, and whose it is
=======================================

Peer Ready itself is under the Apache License 2.0 (Peer Ready/LICENSE). It comes with the software below. Each
has its license in a file or folder of its name here.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3 (LGPL-3.txt, which adds to
GPL-3.txt). They are the unchanged libraries of the packages PySide6-Essentials and shiboken6, in the folders
_internal/PySide6 and _internal/shiboken6, as separate files: you may replace them with your own build of the
same version. Their source code:
https://download.qt.io/official_releases/qt/ and https://download.qt.io/official_releases/QtForPython/

The font Atkinson Hyperlegible Next is under the SIL Open Font License 1.1 (Atkinson Hyperlegible Next/OFL.txt).

"""


def gather(target: Path) -> None:
    target.mkdir(parents=True)
    for text in (folder() / "licenses").glob("*.txt"):
        shutil.copy(text, target)
    inside = components()
    if not next(one for one in inside if one.name == "Python").files:
        raise SystemExit("Python's license text was not found; a program without it must not be given away")
    starter = of_package(distribution("pyinstaller"))
    inside.append(
        starter._replace(name="PyInstaller", terms=f"{starter.terms} (the small program that starts it)")
    )
    listed = [_copied(one, target) for one in inside] + _system_libraries(target)
    (target / LIST).write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    lines = [f"- {one['name']} {one['version']}: {one['terms']}".replace(" :", ":") for one in listed]
    (target / "README.txt").write_text(ABOUT + "\n".join(lines) + "\n", encoding="utf-8")


def _copied(one: Component, target: Path) -> dict[str, object]:
    """Its texts in a folder of its name; those of Qt lie beside, for all of it."""
    files: list[str] = []
    for text in one.files:
        if one.name.lower().startswith(QT) and (target / text.name).is_file():
            files.append(text.name)
            continue
        place = target / one.name / (text.name if not files else f"{len(files)}-{text.name}")
        place.parent.mkdir(exist_ok=True)
        shutil.copy(text, place)
        files.append(place.relative_to(target).as_posix())
    return {"name": one.name, "version": one.version, "terms": one.terms, "files": files}


def _system_libraries(target: Path) -> list[dict[str, object]]:
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
    listed: list[dict[str, object]] = []
    for package, files in sorted(owners.items()):
        text = Path(f"/usr/share/doc/{package}/copyright")
        texts: list[str] = []
        if text.is_file():
            (target / "system").mkdir(exist_ok=True)
            shutil.copy(text, target / "system" / f"{package}.txt")
            texts.append(f"system/{package}.txt")
        listed.append({"name": package, "version": "", "terms": ", ".join(files), "files": texts})
    return listed
