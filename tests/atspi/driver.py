"""Starts the program and walks through it, on the system's own Python.

usage: /usr/bin/python3 -m tests.atspi.driver SCRIPT.json FOLDER -- PROGRAM…
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from gi.repository import Gio

from tests.atspi.caseload import Caseload
from tests.atspi.interview import Interview
from tests.atspi.reader import NotThere, Reader
from tests.atspi.screen import manage
from tests.atspi.visit import Visit

PROGRAM = "Peer Ready"
RESTLESS = (sys.executable, "-m", "tests.atspi.restless", PROGRAM)
HARMLESS = ("Could not find accessible on path", "AtSpiAdaptor::applicationInterface does not implement")
ASKED_BEYOND = ("nvalid index", "out of range")
"""Said, rightly, to who asks for what is not there."""
WALKS: dict[str, type[Visit]] = {"interview": Interview, "caseload": Caseload}


def main() -> int:
    at = sys.argv.index("--")
    script, folder = json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2])
    wake_the_bus()
    told = folder / "told.txt"
    manager = manage()
    with told.open("w") as output:
        program = subprocess.Popen(sys.argv[at + 1 :], stderr=output)
    beside = [subprocess.Popen(RESTLESS)] if script["restless"] else []
    harmless = HARMLESS + ASKED_BEYOND if beside else HARMLESS
    try:
        WALKS[script["walk"]](Reader(PROGRAM), script).whole(folder)
        return faults(told, harmless)
    except NotThere as problem:
        print(f"atspi: {problem}", file=sys.stderr)
        return 1 + faults(told, harmless)
    finally:
        for started in (*beside, program, manager):
            started.kill()
            started.wait()


def wake_the_bus() -> None:
    """Have the accessibility bus started, so that the program finds it when it comes up."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    session.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, -1
    )


def faults(told: Path, harmless: Sequence[str]) -> int:
    """1 if the program complained of more than that things it took away are still asked for."""
    lines = [line for line in told.read_text().splitlines() if not any(one in line for one in harmless)]
    for line in lines:
        print(f"atspi: the program says: {line}", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
