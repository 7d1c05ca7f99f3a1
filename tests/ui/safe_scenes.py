"""The pages about saved answers in every state that differs; no key is made for them, so they come up at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QApplication

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.copies import Copy
from desktop_app.casefile.holding import Holder
from desktop_app.casefile.records import Sitting
from desktop_app.i18n import Message
from desktop_app.interview.session import Session
from desktop_app.ui.keeper import Keeping
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.keep_page import KeepPage
from desktop_app.ui.pages.passphrase_page import PassphrasePage
from desktop_app.ui.pages.unlock_page import UnlockPage

PLACE = Path("/stick/peer-ready.peerready")
WHEN = datetime(2026, 11, 20, 15, 5, tzinfo=UTC)
COMPUTER = "FRONT-DESK-2"
ANSWERS = {"college_degree": "none"}


class StandIn:
    """A saved file as far as the window looks at it; nothing is written."""

    def __init__(self, *, read_only: bool = False) -> None:
        self.place, self.read_only, self.elsewhere = PLACE, read_only, None

    def keep(self, one: Sitting) -> Sitting:
        return one

    def show_it_is_open(self) -> None: ...
    def close(self) -> None: ...


def _begin(window: MainWindow) -> None:
    window.keep_safe()
    window.page.on()  # Start
    session = window.navigator.session
    window.navigator.restore(Session(session.as_of, session.series, False, ANSWERS))
    window.navigator.go_to("high_school")
    QApplication.processEvents()


def _opened(window: MainWindow, *, read_only: bool = False) -> None:
    _begin(window)
    content: Mapping[str, Any] = window.keep_safe().content()
    file = cast(CaseFile, StandIn(read_only=read_only))
    window.keep_safe().keeper.begin(file, Sitting("s", "p", WHEN, WHEN, content))


def _keep(window: MainWindow) -> None:
    _begin(window)
    window.show_beside("keep")


def _keep_problems(window: MainWindow) -> None:
    _keep(window)
    assert isinstance(window.page, KeepPage)
    assert window.page.passphrase is not None
    window.page.passphrase.once.field.insert("password1")
    window.page.on()


def _keep_shown(window: MainWindow) -> None:
    _keep(window)
    assert isinstance(window.page, KeepPage)
    assert window.page.passphrase is not None
    window.page.passphrase.once.field.insert("río lámpara cuarenta medias")
    window.page.passphrase.once.show_it.click()
    window.page.passphrase.once.field.caps_seen.emit(True)


def _keep_open(window: MainWindow) -> None:
    _opened(window)
    window.show_beside("keep")


def _passphrase(window: MainWindow) -> None:
    _opened(window)
    window.show_beside("passphrase")


def _passphrase_wrong(window: MainWindow) -> None:
    _passphrase(window)
    assert isinstance(window.page, PassphrasePage)
    window.page.on()


def _unlock(window: MainWindow, *, locked: bool = False) -> None:
    window.keep_safe().open_file(PLACE, locked=locked)


def _unlock_with(window: MainWindow, hitch: Any, **more: Any) -> None:
    _unlock(window)
    unlocking = window.keep_safe().unlocking
    unlocking.hitch = hitch
    for name, value in more.items():
        setattr(unlocking, name, value)
    unlocking.changed.emit()
    assert isinstance(window.page, UnlockPage)


def _trouble(window: MainWindow) -> None:
    _opened(window)
    window.keep_safe().keeper._say(Keeping("trouble", WHEN, Message("casefile.gone")))


COPIES = [Copy(PLACE, WHEN), Copy(PLACE, WHEN.replace(day=18))]

SAFE_SCENES: Mapping[str, Callable[[MainWindow], None]] = {
    "keep-form": _keep,
    "keep-problems": _keep_problems,
    "keep-shown": _keep_shown,
    "keep-open": _keep_open,
    "passphrase-form": _passphrase,
    "passphrase-problems": _passphrase_wrong,
    "unlock-file": _unlock,
    "unlock-locked": partial(_unlock, locked=True),
    "unlock-wrong": partial(_unlock_with, hitch="passphrase", message=Message("casefile.not_opened")),
    "unlock-damaged": partial(_unlock_with, hitch="damaged", copies=COPIES),
    "unlock-damaged-alone": partial(_unlock_with, hitch="damaged", message=Message("casefile.damaged")),
    "unlock-older": partial(_unlock_with, hitch="older"),
    "unlock-elsewhere": partial(_unlock_with, hitch="elsewhere", elsewhere=Holder(COMPUTER, WHEN)),
    "unlock-other": partial(_unlock_with, hitch="not_it", message=Message("casefile.not_ours")),
    "question-trouble": _trouble,
    "question-reading": partial(_opened, read_only=True),
}
