"""A center's caseload of a dozen invented clients, open in the window; no key is made, so it comes up at once."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from time import sleep
from typing import Any, NamedTuple, cast

import sqlalchemy as sa
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.casefile import schema
from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.contents import Contents
from desktop_app.casefile.holding import Holder
from desktop_app.casefile.problems import GoneError, ReadOnlyError
from desktop_app.casefile.records import Record, Sitting
from desktop_app.casefile.writing import Writing
from desktop_app.caseload.client import Client, Consent, NextDate, content_of
from desktop_app.caseload.judging import Judging
from desktop_app.interview.kept import content_of as content_of_session
from desktop_app.interview.session import CHECK, Session
from desktop_app.rulebook.load import Rulebook, load_rulebook
from desktop_app.ui.desk import Desk
from desktop_app.ui.desk_loading import begin, load
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.come_back import ComeBackPage
from desktop_app.ui.pages.new_client import NewClientPage
from desktop_app.ui.pages.start_caseload import StartCaseloadPage
from desktop_app.ui.unlocking import Opened
from tests.conftest import TODAY

PLACE = Path("/stick/caseload.peerready")
PASSPHRASE = "candle river forty socks"
NOW = datetime.combine(TODAY, time(9, 41), UTC)
SHEETS = Path(__file__).parents[1] / "sheets"
KEEP_MONTHS = 12


class Invented(NamedTuple):
    """A client: their code, how many days ago each sitting was, whose answers they gave, and what is next."""

    code: str
    ago: tuple[int, ...] = ()
    sheet: str = ""
    series: tuple[str, ...] = ("ca-calaveras", "tx-state")
    next: tuple[int, str] | None = None
    papers: tuple[str, ...] = ()


EVERYONE = (
    Invented("D-1147", (40, 4), "four-months-and-counting", next=(2, "CalMHSA, 10:30")),
    Invented("D-1162", (25,), "degree-instead-of-work", ("ca-calaveras",), (8, "GED, HiSET")),
    Invented("D-1151", (72, 51, 2), "ready-for-california-1", papers=("government_photo_id", "high_school")),
    Invented("D-1133", (32,), "mostly-silent", ("ca-calaveras",), (-3, "")),
    Invented("D-1120", (200, 100, 10), "ready-for-california-2", ("ca-calaveras",)),
    Invented("D-1158", (13,), "four-months-and-counting", ("ca-calaveras",)),
    Invented("D-1098", (23,), "texas-lead"),
    Invented("D-1139", (100,), "nothing"),
    Invented("D-1090", (420,), "texas-lead", ("tx-state",)),
    Invented("D-1171", (1,), "mostly-silent"),
    Invented("D-1172"),
    Invented("Ñ-7 D-0007", (120, 95), "ready-for-california-1"),
)
CODES = [one.code for one in EVERYONE]


class InMemory(Contents):
    """A saved file as far as the window looks at it, with its tables in memory and nothing locked."""

    def __init__(self, *, read_only: bool = False) -> None:
        self.place, self.read_only = PLACE, read_only
        self.elsewhere = Holder("FRONT-DESK-2", NOW) if read_only else None
        self.closed = self.gone = False
        """`gone`: the stick was pulled out."""
        self.slow = 0.0
        """Seconds that each writing takes."""
        self._clock = lambda: NOW
        self._lock = threading.RLock()
        self._engine = sa.create_engine(
            "sqlite://", poolclass=sa.StaticPool, connect_args={"check_same_thread": False}
        )
        schema.tables.create_all(self._engine)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._lock, self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Writing]:
        if self.read_only:
            raise ReadOnlyError
        if self.gone:
            raise GoneError
        sleep(self.slow)
        with self._lock, self._engine.begin() as connection:
            yield Writing(connection, 0, NOW)

    def opens_with(self, passphrase: str) -> bool:
        return passphrase == PASSPHRASE

    def delete_people(self, which: list[str], *, log: str | None = "deleted") -> tuple[Path, ...]:
        with self._writing() as writing:
            writing.log(log, [one for one in which if writing.remove_person(one)])
        return ()

    def delete_person(self, which: str, *, log: str | None = "deleted") -> tuple[Path, ...]:
        return self.delete_people([which], log=log)

    def show_it_is_open(self) -> None: ...
    def close(self) -> None:
        self.closed = True


def caseload(everyone: tuple[Invented, ...] = EVERYONE, *, read_only: bool = False) -> CaseFile:
    """With these clients in it."""
    file = InMemory()
    begin(cast(CaseFile, file), KEEP_MONTHS)
    file.take_in(record for number, one in enumerate(everyone) for record in _records(number, one))
    file.read_only = read_only
    return cast(CaseFile, file)


def id_of(code: str) -> str:
    return _id(CODES.index(code))


def open_caseload(window: MainWindow, file: CaseFile | None = None) -> Desk:
    """As if its passphrase had just been put in; and every client judged as of today."""
    safe = window.keep_safe()
    safe.keeper._clock = lambda: NOW  # what is saved now is so at the same minute on each look
    file = file or caseload()
    safe._take_up(Opened(file, None, load(file)))
    done(window)
    assert safe.desk is not None
    return safe.desk


def done(window: MainWindow) -> None:
    """Wait for what runs off the window's thread."""
    for _ in range(2000):
        QApplication.processEvents()
        if not window.background.busy() and not window.keep_safe().keeper.unsaved:
            break
        loop = QEventLoop()
        QTimer.singleShot(2, loop.quit)
        loop.exec()
    QApplication.processEvents()


def show(page: str, code: str = "") -> Callable[[MainWindow], None]:
    """A scene: the caseload open at a page, with a client chosen if one is named."""

    def bring(window: MainWindow) -> None:
        desk = open_caseload(window)
        desk.chosen = id_of(code) if code else ""
        if page == "client" or page == "new_client":
            desk.go("clients")
            window.navigator.step_aside(page)
        else:
            desk.go(page)
        done(window)

    return bring


# ---------------------------------------------------------------- what is kept of them


def _id(number: int) -> str:
    return f"{number + 1:016x}"


def _moment(ago: int) -> datetime:
    return NOW - timedelta(days=ago)


def _day(ago: int) -> date:
    return _moment(ago).date()


@cache
def _book() -> Rulebook:
    return load_rulebook()


@cache
def _judging() -> Judging:
    return Judging(_book())


@cache
def _records(number: int, one: Invented) -> tuple[Record, ...]:
    from desktop_app.casefile.records import Person

    sittings = [
        Sitting(f"{number + 1:08x}{at:08x}", _id(number), _moment(ago), _moment(ago), _content(one, at))
        for at, ago in enumerate(one.ago)
    ]
    last = sittings[-1].content if sittings else None
    client = Client(
        _id(number),
        one.code,
        _moment(max(one.ago, default=0)),
        Consent(_day(max(one.ago, default=0)), "es" if number % 2 else "en", "1"),
        NextDate(_day(-one.next[0]), one.next[1]) if one.next else None,
        ("es", "en") if number % 2 else ("en",),
        papers={paper: _day(one.ago[-1]) for paper in one.papers},
        seen=_day(one.ago[-1]) if one.ago else None,
        snapshot=_judging().snapshot(last, _day(one.ago[-1])) if last is not None else None,
    )
    return (Person(client.id, client.name, client.created, content_of(client)), *sittings)


def _content(one: Invented, at: int) -> Mapping[str, Any]:
    """Each sitting has some answers more than the one before."""
    answers = _answers(one.sheet)
    share = (at + 1) / len(one.ago)
    told = dict(list(answers.items())[: max(1, round(len(answers) * share))]) if answers else {}
    session = Session(_day(one.ago[at]), one.series, True, told, CHECK)
    return {**content_of_session(session), "drafts": {}}


@cache
def _answers(sheet: str) -> Mapping[str, Any]:
    if sheet == "nothing":
        return {}
    found: Mapping[str, Any] = json.loads((SHEETS / f"{sheet}.json").read_text(encoding="utf-8"))["answers"]
    return found


def _nobody(window: MainWindow) -> None:
    open_caseload(window, caseload(())).go("clients")


def _chosen(window: MainWindow) -> None:
    show("clients", "D-1151")(window)


def _sought(text: str) -> Callable[[MainWindow], None]:
    def bring(window: MainWindow) -> None:
        desk = open_caseload(window)
        desk.arrange(find=text)
        desk.go("clients")
        done(window)

    return bring


def _read_only(window: MainWindow) -> None:
    open_caseload(window, caseload(read_only=True)).go("clients")
    done(window)


def _new_problems(window: MainWindow) -> None:
    show("new_client")(window)
    assert isinstance(window.page, NewClientPage)
    window.page.name_field.insert("D-1151")
    window.page.on()


def _handed_over(window: MainWindow) -> None:
    open_caseload(window).sit_with(id_of("D-1147"))
    done(window)
    window.navigator.go_to("high_school")
    done(window)


def _looked_at(window: MainWindow) -> None:
    open_caseload(window).look_at(id_of("D-1151"))
    done(window)


def _come_back(window: MainWindow) -> None:
    _handed_over(window)
    window.keep_safe().back_to_caseload()
    QApplication.processEvents()


def _come_back_wrong(window: MainWindow) -> None:
    _come_back(window)
    assert isinstance(window.page, ComeBackPage)
    window.page.ask.field.insert("candle river forty sock")
    window.page.on()
    done(window)


def _start_problems(window: MainWindow) -> None:
    window.show_beside("start_caseload")
    assert isinstance(window.page, StartCaseloadPage)
    window.page.passphrase.once.field.insert("password1")
    window.page.months.insert("0")
    window.page.on()


DESK_SCENES: Mapping[str, Callable[[MainWindow], None]] = {
    "desk-today": show("today"),
    "desk-clients": show("clients"),
    "desk-clients-chosen": _chosen,
    "desk-clients-found": _sought("115"),
    "desk-clients-none": _sought("zzz"),
    "desk-clients-nobody": _nobody,
    "desk-clients-reading": _read_only,
    "desk-client": show("client", "D-1151"),
    "desk-new-client": show("new_client"),
    "desk-new-problems": _new_problems,
    "desk-question": _handed_over,
    "desk-results": _looked_at,
    "desk-come-back": _come_back,
    "desk-come-back-wrong": _come_back_wrong,
    "desk-start-problems": _start_problems,
    "desk-numbers": show("numbers"),
    "desk-touched": show("touched"),
    "desk-exchange": show("exchange"),
    "desk-log": show("log"),
}
