"""A caseload of 2,000 invented clients: how long after the key it stands, and each key of a search with its repaint."""

import json
import os
import sys
import tempfile
import time
import traceback
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["XDG_CONFIG_HOME"] = os.devnull  # nobody's own settings

from desktop_app.ui.app import run_window

CLIENTS, SITTINGS, OPENINGS = 2000, 3, 3
PASSPHRASE = "candle river forty socks"
SEARCHES = ("d-1", "777", "ana", "z", "19 9")
ANSWERS = [json.loads(Path(name).read_text("utf-8"))["answers"] for name in sys.argv[1:]]
NAMES = ("Ana", "José", "Zoë", "Ngọc", "D")
AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

taken: dict[str, list[float]] = {"key": [], "open": [], "search": []}


def make(place: Path) -> None:
    from desktop_app.casefile.opening import create
    from desktop_app.casefile.records import Newcomer
    from desktop_app.ui.desk_loading import begin

    file = create(place, PASSPHRASE, lambda: AT)
    begin(file, 12)
    file.add_many(Newcomer(f"{NAMES[at % 5]}-{at:04}", client(at), sittings(at)) for at in range(CLIENTS))
    file.close()


def client(at: int) -> dict[str, Any]:
    """As it is kept: seen that long ago, with what the last sitting came to."""
    from desktop_app.caseload.client import Client, Consent, content_of
    from desktop_app.caseload.judging import Judging

    if not _judging:
        from desktop_app.rulebook.load import load_rulebook

        _judging.append(Judging(load_rulebook()))
    seen = date(2026, 11, 20) - timedelta(days=at % 200)
    snapshot = _judging[0].snapshot(sittings(at)[-1], seen)
    return content_of(
        Client("", "", AT, Consent(seen, "en", "1"), languages=("es",), seen=seen, snapshot=snapshot)
    )


_judging: list[Any] = []


def sittings(at: int) -> list[dict[str, Any]]:
    sheet = {"peer_ready": 1, "as_of": "2026-11-20", "answers": ANSWERS[at % len(ANSWERS)]}
    place = {"series": ["ca-calaveras", "tx-state"], "helping": True, "at": "check", "seen": []}
    return [{"sheet": sheet, "place": place, "drafts": {}}] * SITTINGS


def start(window: Any) -> None:
    """Measure once the first page stands, and end."""
    from PySide6.QtCore import QTimer

    window.resize(1280, 800)
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: measure(window)))


def measure(window: Any) -> None:
    """And end, whatever happens: the window would say that something went wrong, and wait."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "caseload.peerready"
            make(place)
            window.load()
            for _ in range(OPENINGS):
                opened(window, place)
            judged(window)
            for text in SEARCHES:
                searched(window, text)
    except BaseException:  # noqa: BLE001 - told, and ended with
        traceback.print_exc()
        os._exit(1)
    print(json.dumps(taken), flush=True)
    os._exit(0)


def opened(window: Any, place: Path) -> None:
    """From the passphrase to the painted list; and how much of that is the key, made on purpose slowly."""
    safe = window.keep_safe()
    if safe.desk is not None:
        safe.desk.close()
        judged(window)
    safe.keeper.end()
    safe.desk = None
    safe.open_file(place)
    settle()
    began = time.perf_counter()
    safe.unlocking.try_with(PASSPHRASE)
    while safe.desk is None:
        settle()
        time.sleep(0.001)
    window.navigator.leave("clients")
    settle()
    whole = (time.perf_counter() - began) * 1000
    began = time.perf_counter()
    assert safe.desk.file.opens_with(PASSPHRASE)
    key = (time.perf_counter() - began) * 1000
    taken["key"].append(key)
    taken["open"].append(whole - key)


def judged(window: Any) -> None:
    """Until every client is there as of today; meanwhile the list can be used."""
    while window.background.busy():
        settle()
        time.sleep(0.005)


def searched(window: Any, text: str) -> None:
    from PySide6.QtTest import QTest

    search = window.page.search
    search.setFocus()
    for key in (*text, *["\b"] * len(text)):
        began = time.perf_counter()
        if key == "\b":
            search.backspace()
        else:
            QTest.keyClicks(search, key)
        settle()
        taken["search"].append((time.perf_counter() - began) * 1000)


def settle() -> None:
    """Everything that was set going: new places, painting, and what is thrown away."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


run_window(meet=start)
