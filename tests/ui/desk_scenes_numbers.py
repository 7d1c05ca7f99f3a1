"""The pages about the whole caseload in the states that differ: its numbers, new rules, in and out, and the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.casefile.records import WORDS, Note, Sitting
from desktop_app.caseload.from_center import Offer
from desktop_app.caseload.sheets_in import Bad, Coming, Incoming
from desktop_app.i18n import Message
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.desk_log import DeskLogPage
from desktop_app.ui.pages.exchange import ExchangePage
from desktop_app.ui.pages.exchange_give import GiveView
from desktop_app.ui.pages.numbers import NumbersPage
from tests.conftest import TODAY
from tests.ui.desk_scenes import CODES, NOW, caseload, done, id_of, open_caseload

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


def _sheets(window: MainWindow) -> None:
    """New ones, another sitting, an older one, one with nothing new, and two that cannot be used."""
    desk = _go(window, "exchange")
    page = window.page
    assert isinstance(page, ExchangePage)
    here = Coming("D-1.json", 2, "D-1151", "sitting", id_of("D-1151"), TODAY, ("high_school", "roles"), {})
    rows = (
        Coming("D-1.json", 1, "D-2001", "new", "", TODAY, ("high_school",), {}),
        here,
        here._replace(name="D-1147", kind="older", client=id_of("D-1147"), as_of=date(2026, 1, 5)),
        here._replace(name="D-1120", kind="same", client=id_of("D-1120")),
        *(Coming("D-1.json", at, f"D-{2000 + at}", "new", "", TODAY, (), {}) for at in range(2, 30)),
    )
    bad = (
        Bad("D-1.json", 31, Message("exchange.name.empty")),
        Bad("D-2.json", 0, Message("problems.two_of_name", {"name": "D-1133"})),
    )
    page.go("sheets")
    page.look.put(Incoming(rows, bad))
    assert desk.rows
    QApplication.processEvents()


def _theirs(window: MainWindow, *, open_: bool) -> None:
    """Another center's file: before its passphrase, or with what it would bring."""
    desk = _go(window, "exchange")
    page = window.page
    assert isinstance(page, ExchangePage)
    window.navigator.drafts["exchange.theirs"] = Path("D-3.peerready")
    page.go("ask")
    if open_:
        ours, doubtful = desk.client(id_of("D-1151")), desk.client(id_of("D-1147"))
        assert ours is not None
        assert doubtful is not None
        one = Sitting("s", "p", NOW, NOW, {})
        note_ = Note("n", "p", NOW, "D-1")
        new = replace(ours, id="d" * 16, name="D-3001")
        page.look.put(
            (
                Offer(new, None, False, "new", (one, one), (note_,)),
                Offer(ours, ours, False, "newer_there", (one,), ()),
                Offer(ours, replace(ours, name="D-7"), False, "newer_here", (one,), ()),
                Offer(ours, ours, False, "same", (), ()),
                Offer(doubtful, doubtful, True, "newer_there", (one,), ()),
            )
        )
    QApplication.processEvents()


def _give(window: MainWindow) -> None:
    """Some clients, and nothing put in yet."""
    _go(window, "exchange")
    page = window.page
    assert isinstance(page, ExchangePage)
    page.go("give")
    assert isinstance(page.view, GiveView)
    page.view.which.rows[1].click()
    page.on()
    QApplication.processEvents()


def _due(window: MainWindow) -> None:
    """Records that are due, one of them chosen; and a log with somebody who was deleted."""
    desk = open_caseload(window)
    for number, what in enumerate(sorted(WORDS)):
        desk.file.tell_log(what, "" if what in ("retention", "report") else id_of(CODES[number % 12]))
    desk.file.tell_log("deleted", "f" * 16)
    desk.set_months(3)
    done(window)
    desk.go("log")
    done(window)
    page = window.page
    assert isinstance(page, DeskLogPage)
    assert page.retention.list is not None
    assert page.retention.list.list is not None
    page.retention.list.list.rows[0].click()
    QApplication.processEvents()


def _reading(page: str) -> Callable[[MainWindow], None]:
    """Where nothing can be written."""

    def bring(window: MainWindow) -> None:
        open_caseload(window, caseload(read_only=True)).go(page)
        done(window)

    return bring


def _go(window: MainWindow, page: str) -> Desk:
    desk = open_caseload(window)
    desk.go(page)
    done(window)
    return desk


NUMBERS_SCENES: Mapping[str, Callable[[MainWindow], None]] = {
    "desk-numbers-days": _numbers_days,
    "desk-numbers-nobody": _numbers_nobody,
    "desk-touched-some": _touched,
    "desk-exchange-sheets": _sheets,
    "desk-exchange-ask": partial(_theirs, open_=False),
    "desk-exchange-theirs": partial(_theirs, open_=True),
    "desk-exchange-give": _give,
    "desk-exchange-reading": _reading("exchange"),
    "desk-log-due": _due,
    "desk-log-reading": _reading("log"),
}
