"""The pages about the whole caseload in the states that differ: its numbers, new rules, in and out, and the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.numbers import NumbersPage
from tests.ui.desk_scenes import caseload, done, id_of, open_caseload

OLD = "2022-01-01"


def _numbers_days(window: MainWindow) -> None:
    """Two days of one's own, the wrong way round."""
    _go(window, "numbers")
    assert isinstance(window.page, NumbersPage)
    window.page.time.periods.rows[-1].click()
    QApplication.processEvents()


def _numbers_nobody(window: MainWindow) -> None:
    open_caseload(window, caseload(())).go("numbers")
    done(window)


def under_old_rules(desk: Desk) -> None:
    """Some clients as if their last sitting had been judged by rules that are not in force any more."""
    for code, outcome in (("D-1147", "meets"), ("D-1151", "meets"), ("D-1120", "not_yet")):
        client = desk.client(id_of(code))
        assert client is not None
        assert client.snapshot is not None
        shot = client.snapshot
        outcomes = {**shot.outcomes, "ca-calaveras-2": outcome}
        old = replace(shot, versions={**shot.versions, "ca-calaveras": OLD}, outcomes=outcomes)
        desk.change(replace(client, snapshot=old), log=None)


def _touched(window: MainWindow) -> None:
    desk = open_caseload(window)
    under_old_rules(desk)
    done(window)
    desk.go("touched")
    done(window)


def _go(window: MainWindow, page: str) -> Desk:
    desk = open_caseload(window)
    desk.go(page)
    done(window)
    return desk


NUMBERS_SCENES: Mapping[str, Callable[[MainWindow], None]] = {
    "desk-numbers-days": _numbers_days,
    "desk-numbers-nobody": _numbers_nobody,
    "desk-touched-some": _touched,
}
