"""Sittings in a program of their own, watched from outside: `python -m tests.leaks.journeys NAME FOLDER`.

A journey types the planted words, stops at each "now" that it prints until a line comes back, and ends with 0. Those
whose name begins with "careless" are controls: they do what nothing here may do.
"""

from __future__ import annotations

import io
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.__main__ import main
from tests.e2e.planted import PLANTED

PASSPHRASE = "four planted words here"
ROLE = {
    "work": "peer_support_to_individuals",
    "setting": "similar",
    "paid": True,
    "start": "2025-01-01",
    "end": None,
    "title": PLANTED,
}
SHEET = {
    "peer_ready": 1,
    "as_of": "2026-11-22",
    "answers": {"lived_experience": ["family_member"], "roles": [ROLE]},
}
TYPED = (
    *("1", "", "3"),  # English; for myself; both states
    *("1 6", "2", "1"),
    *("1", "1", "2", "2", "2026-01", "", "8", PLANTED),
)


def now(what: str) -> None:
    """Whoever watches looks round, and lets us go on."""
    print(f"now {what}", flush=True)
    sys.__stdin__.readline() if sys.__stdin__ else None


def terminal(_folder: Path) -> None:
    """The interview up to the roles, and then the input ends."""
    now("before")
    kept, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO("".join(f"{line}\n" for line in TYPED).encode()))
    main(["interview"])
    sys.stdin = kept
    now("after")


def assess(folder: Path) -> None:
    """A sheet that the person has, judged in words and as JSON, and a report that is asked for."""
    for more in ([], ["--json"], ["--full"], ["--pdf", str(folder / "mine.pdf")]):
        if main(["assess", str(folder.parents[1] / "sheet.json"), *more]):
            raise SystemExit(3)
        now("judged")


def casefile(folder: Path) -> None:
    """Made, kept, opened again, given another passphrase, worked on for a network folder, and left open."""
    from desktop_app.casefile.opening import create, open_file

    def clock() -> datetime:
        return datetime.now(UTC)

    place = folder / "peer-ready.peerready"
    file = create(place, PASSPHRASE, clock)
    person = file.add_person(f"{PLANTED} herself")
    sitting = file.new_sitting(person.id, {"sheet": SHEET, "place": {}})
    now("kept")
    for number in range(20):
        sitting = file.keep(
            sitting._replace(content={"sheet": SHEET, "place": {"at": PLANTED * number * 50}})
        )
    with file._database._bare() as connection:  # in the middle of a save
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE sitting SET content = content || content")
        now("saving")
        connection.execute("ROLLBACK")
    file.change_passphrase(f"{PASSPHRASE} {PLANTED}")
    now("changed")
    file.close()
    file = open_file(place, f"{PASSPHRASE} {PLANTED}", clock, by_copy=folder / "here")
    file.keep(sitting)
    now("by copy")


def window(folder: Path) -> None:
    """The real window, where the planted title is typed, copied, looked at, printed and saved."""
    from tests.e2e.sitting import main as sit

    sit(folder)


def careless_file(_folder: Path) -> None:
    import tempfile

    with tempfile.NamedTemporaryFile() as stream:
        stream.write(PLANTED.encode("utf-16-le"))
        stream.flush()
        now("written")


def careless_elsewhere(folder: Path) -> None:
    """Outside everything that is looked through."""
    place = folder.parents[1] / "elsewhere"
    place.write_text("anything")
    place.unlink()


def careless_request(_folder: Path) -> None:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{os.environ.get('PORT', '9')}/", timeout=5).read()
    except urllib.error.URLError:
        raise SystemExit(4) from None


def careless_qt(_folder: Path) -> None:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtNetwork import QTcpSocket  # noqa: TID251 - the control

    app = QCoreApplication([])
    socket = QTcpSocket(app)
    socket.connectToHost("127.0.0.1", int(os.environ.get("PORT", "9")))
    if not socket.waitForConnected(5000):
        raise SystemExit(4)


JOURNEYS: dict[str, Callable[[Path], None]] = {
    each.__name__: each
    for each in (
        terminal,
        assess,
        casefile,
        window,
        careless_file,
        careless_elsewhere,
        careless_request,
        careless_qt,
    )
}

if __name__ == "__main__":
    JOURNEYS[sys.argv[1]](Path(sys.argv[2]))
