"""Runs the interview over the accessibility bus in every language, reads the saved report, and tries a control."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.i18n import LANGUAGES
from tests.atspi.person import write_script
from tests.e2e.person import read_pdf

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("xvfb-run", "dbus-run-session", "matchbox-window-manager", SYSTEM_PYTHON)
PROGRAM = (sys.executable, "-m", "desktop_app")
WITHOUT_A_NAME = (sys.executable, "-m", "tests.atspi.unnamed")
MOST_SECONDS = 900
"""It takes 20 to 40; more than this, and something hangs."""


def main(languages: Sequence[str]) -> int:
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print(f"atspi: not on this machine: {', '.join(missing)} (see tests/atspi/packages.sh)")
        return 1
    wrong = [problem for language in languages for problem in _tried(language)]
    if "no name: push button" not in _visit(languages[0], WITHOUT_A_NAME, quiet=True).told:
        wrong.append("a button without a name was not noticed")
    for problem in wrong:
        print(f"atspi: {problem}")
    return 1 if wrong else 0


def _tried(language: str) -> list[str]:
    print(f"atspi: the interview in {language!r}", flush=True)
    visit = _visit(language, PROGRAM)
    if visit.returncode:
        return [f"the interview in {language!r} did not come to its end"]
    if visit.sentence not in visit.report:
        return [f"the report in {language!r} does not say {visit.sentence!r}"]
    return []


class _Visited(NamedTuple):
    """How it ended, what it told, what the report had to say and what it says."""

    returncode: int
    told: str
    sentence: str
    report: str


def _visit(language: str, program: Sequence[str], *, quiet: bool = False) -> _Visited:
    """On a screen and a session of its own, with a home that holds nothing."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        folder.chmod(0o700)
        script = write_script(language, folder / "script.json")
        driver = [SYSTEM_PYTHON, "-m", "tests.atspi.interview", str(folder / "script.json"), home]
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
        if not quiet:
            print(
                "".join(line for line in ended.stdout.splitlines(keepends=True) if not _is_noise(line)),
                end="",
            )
        file = folder / script["file"]
        report = read_pdf(file) if ended.returncode == 0 else ""
        return _Visited(ended.returncode, ended.stdout, script["results"], report)


def _is_noise(line: str) -> bool:
    """What the bus says of itself."""
    return line.startswith(("dbus-daemon", "SpiRegistry")) or not line.strip()


def _environment(home: str) -> dict[str, str]:
    unwanted = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"}
    kept: dict[str, Any] = {name: value for name, value in os.environ.items() if name not in unwanted}
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
    sys.exit(main(sys.argv[1:] or LANGUAGES))
