"""Walks over the accessibility bus in every language, reads what was saved, and tries a control."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.casefile.opening import open_file
from desktop_app.caseload.client import client_of
from desktop_app.i18n import LANGUAGES
from desktop_app.ui.safe import now
from tests.atspi.person import write_script
from tests.atspi.staff import ANSWER, CODE, NOTE, OTHERS, PAPER, QUESTION, write_staff_script
from tests.e2e.person import read_pdf

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("xvfb-run", "dbus-run-session", "matchbox-window-manager", SYSTEM_PYTHON)
PROGRAM = (sys.executable, "-m", "desktop_app")
WITHOUT_A_NAME = (sys.executable, "-m", "tests.atspi.unnamed")
WITHOUT_ROWS = (sys.executable, "-m", "tests.atspi.silent")
SCRIPT = "script.json"
MOST_SECONDS = 900
"""It takes 20 to 40; more than this, and something hangs."""

Script = dict[str, Any]
Wrong = list[str]


class Walk(NamedTuple):
    """`write` gives what the driver is told, and puts into its folder what is brought along.

    `look` says what is wrong with what was saved there.

    `control` is the program with a fault in it that has to be `noticed`, in these words.
    """

    name: str
    write: Callable[[str, Path], Script]
    look: Callable[[Path, Script], Wrong]
    control: Sequence[str]
    noticed: str


def _report(file: Path, script: Script) -> Wrong:
    said = read_pdf(file)
    return [] if script["results"] in said else [f"the report does not say {script['results']!r}"]


def _caseload(place: Path, script: Script) -> Wrong:
    """Opened by its passphrase: everyone is in it, and of the one at hand what was written, ticked and said."""
    file = open_file(place, script["passphrase"], now)
    try:
        people = {one.name: client_of(one) for one in file.people()}
        wrong = [f"{name!r} is not in the caseload" for name in (CODE, *OTHERS) if name not in people]
        if wrong:
            return wrong
        client = people[CODE]
        sheets = [sitting.content["sheet"]["answers"] for sitting in file.sittings(client.id)]
        kept = {
            "their yes": client.consent is not None,
            "the note": [note.text for note in file.notes(client.id)] == [NOTE],
            "the paper": PAPER in client.papers,
            "the answer": [sheet.get(QUESTION) for sheet in sheets] == [[ANSWER]],
        }
        return [f"{what} is not in the caseload" for what, is_there in kept.items() if not is_there]
    finally:
        file.close()


WALKS = (
    Walk("interview", write_script, _report, WITHOUT_A_NAME, "no name: push button"),
    Walk("caseload", write_staff_script, _caseload, WITHOUT_ROWS, f"the row '{CODE}. "),
)


def main(wanted: Sequence[str]) -> int:
    """`wanted` names languages and walks; without any, all of them. `restless` has another reader ask beside it."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print(f"atspi: not on this machine: {', '.join(missing)} (see tests/atspi/packages.sh)")
        return 1
    languages = [one for one in LANGUAGES if one in wanted] or LANGUAGES
    walks = [walk for walk in WALKS if walk.name in wanted] or WALKS
    wrong = [
        problem
        for language in languages
        for walk in walks
        for problem in _tried(walk, language, restless="restless" in wanted)
    ]
    wrong += [f"not noticed: {walk.control[-1]}" for walk in walks if not _notices(walk, languages[0])]
    for problem in wrong:
        print(f"atspi: {problem}")
    return 1 if wrong else 0


def _tried(walk: Walk, language: str, *, restless: bool) -> Wrong:
    print(f"atspi: the {walk.name} in {language!r}", flush=True)
    visit = _visit(walk, language, PROGRAM, restless=restless)
    print("".join(line for line in visit.told if not _is_noise(line)), end="", flush=True)
    if visit.returncode:
        return [f"the {walk.name} in {language!r} did not come to its end"]
    return [f"{problem}, in {language!r}" for problem in visit.wrong]


def _notices(walk: Walk, language: str) -> bool:
    return any(walk.noticed in line for line in _visit(walk, language, walk.control).told)


class _Visited(NamedTuple):
    """How it ended, what it told, and what is wrong with what was saved."""

    returncode: int
    told: Sequence[str]
    wrong: Wrong


def _visit(walk: Walk, language: str, program: Sequence[str], *, restless: bool = False) -> _Visited:
    """On a screen and a session of its own, with a home that holds nothing."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        folder = Path(home)
        folder.chmod(0o700)
        script = {**walk.write(language, folder), "restless": restless}
        (folder / SCRIPT).write_text(json.dumps(script, ensure_ascii=False, indent=1), encoding="utf-8")
        driver = [SYSTEM_PYTHON, "-m", "tests.atspi.driver", str(folder / SCRIPT), home]
        screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x1024x24"]
        ended = subprocess.run(
            [*screen, "dbus-run-session", "--", *driver, "--", *program],
            cwd=ROOT,
            env=_environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=MOST_SECONDS,
            check=False,
        )
        wrong = walk.look(folder / script["file"], script) if ended.returncode == 0 else []
        return _Visited(ended.returncode, ended.stdout.splitlines(keepends=True), wrong)


def _is_noise(line: str) -> bool:
    """What the bus says of itself."""
    return line.startswith(("dbus-daemon", "SpiRegistry", "(at-spi2-registryd")) or not line.strip()


def _environment(home: str) -> Mapping[str, str]:
    unwanted = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {
        **kept,
        "HOME": home,
        "XDG_RUNTIME_DIR": home,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONWARNINGS": "ignore::DeprecationWarning",  # gi's own
        "LC_ALL": "C.UTF-8",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
