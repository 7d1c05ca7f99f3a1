"""Five hundred changes on the results and the plan, each from its event to the finished repaint, in ms."""

import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["XDG_CONFIG_HOME"] = os.devnull  # nobody's own settings

from desktop_app.ui.app import run_window

CHANGES = 500
ROUND = 25
"""Changes of one kind before the next kind comes, each kind with another sheet."""

TURNS = 5
"""Of the event loop, after a change; with four there was always nothing left to do."""

# The first is of someone whose plan has hours a week in it.
SHEETS = [json.loads(Path(name).read_text("utf-8"))["answers"] for name in sys.argv[1:]]
ANSWERS: tuple[tuple[str, Any], ...] = (
    ("drivers_license", "california"),
    ("high_school", "none"),
    ("drivers_license", "none"),
    ("college_degree", "associate"),
    ("high_school", "diploma"),
    ("tx_certificate", "current"),
    ("college_degree", "none"),
    ("tx_certificate", "none"),
)

taken: dict[str, list[float]] = {}


def start(window: Any) -> None:
    """Measure once the first page stands, and end."""
    from PySide6.QtCore import QTimer

    window.resize(1280, 800)
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: measure(window)))


def measure(window: Any) -> None:
    """And end, whatever happens: the window would say that something went wrong, and wait."""
    try:
        measure_all(window)
    except BaseException:  # noqa: BLE001 - told, and ended with
        traceback.print_exc()
        os._exit(1)
    print(json.dumps(taken), flush=True)
    os._exit(0)


def measure_all(window: Any) -> None:
    window.page.on()
    kinds = (cards, answers, switches, paces)
    for number in range(CHANGES // ROUND):
        kind = kinds[number % len(kinds)]
        sheet = SHEETS[0] if kind is paces else SHEETS[number // len(kinds) % len(SHEETS)]
        changes = kind(window, sheet)
        for _ in range(ROUND):
            taken.setdefault(kind.__name__, []).append(timed(next(changes)))


def timed(change: Callable[[], None]) -> float:
    began = time.perf_counter()
    change()
    settle()
    return (time.perf_counter() - began) * 1000


def settle() -> None:
    """Everything that the change has set going: new places, painting, and what is thrown away.

    What one of them sets going is done in the next turn; turns in which nothing is left to do take no time.
    """
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    for _ in range(TURNS):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def begin(window: Any, answers: dict[str, Any], page: str) -> None:
    from dataclasses import replace

    window.navigator.restore(replace(window.navigator.session, answers=answers, at=page))
    settle()


def cards(window: Any, sheet: dict[str, Any]) -> Iterator[Callable[[], None]]:
    """Open another position."""
    begin(window, sheet, "results")
    while True:
        for card in list(window.page.cards.values()):
            if not card.isChecked():
                yield lambda card=card: press(card)  # type: ignore[misc]


def answers(window: Any, sheet: dict[str, Any]) -> Iterator[Callable[[], None]]:
    """Another answer while the results are shown, with a card open that was not open first."""
    begin(window, sheet, "results")
    press(next(card for card in window.page.cards.values() if not card.isChecked()))
    settle()
    while True:
        for fact, value in ANSWERS:
            if window.navigator.session.answers.get(fact) != value:
                yield lambda fact=fact, value=value: window.navigator.keep(fact, value)  # type: ignore[misc]


def switches(window: Any, sheet: dict[str, Any]) -> Iterator[Callable[[], None]]:
    """Try something out, or no longer."""
    begin(window, sheet, "plan")
    while True:
        for name in list(window.page.what_if.switches):
            yield lambda name=name: press(window.page.what_if.switches[name])  # type: ignore[misc]


def paces(window: Any, sheet: dict[str, Any]) -> Iterator[Callable[[], None]]:
    """More or fewer hours a week, by the arrow keys."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    begin(window, sheet, "plan")
    hours = window.page.pace.training
    assert hours.isVisible()
    while True:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
            yield lambda key=key: QTest.keyClick(hours, key)  # type: ignore[misc]


def press(button: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


run_window(meet=start)
