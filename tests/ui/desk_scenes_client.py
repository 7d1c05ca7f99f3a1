"""A client's own page and the morning's lists, in the states that differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from desktop_app.caseload.client import client_of, content_of
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.client import ClientPage
from desktop_app.ui.widgets.fold import FoldNote
from tests.conftest import TODAY
from tests.ui.desk_scenes import caseload, done, id_of, open_caseload

NOTES = ("Bring the DD-214 along", "Call after 3 PM\nLeave no message")
BUSY, NEW = "D-1151", "D-1172"
STEPS = ("ca-calaveras/certificate/gather_papers", "ca-calaveras/certificate/account_and_video")


def _much_done(window: MainWindow) -> None:
    _busy(window)


def _busy(window: MainWindow) -> ClientPage:
    """Papers, steps and notes, and a report was made."""
    file, of = caseload(), id_of(BUSY)
    person = next(one for one in file.people() if one.id == of)
    done_on = {step: TODAY - timedelta(days=9 * at) for at, step in enumerate(STEPS)}
    client = replace(client_of(person), done={**done_on, "ca-calaveras/old/gone": TODAY})
    file.change_person(person._replace(content=content_of(client)))
    for note in NOTES:
        file.add_note(of, note)
    file.tell_log("report", of)
    return _show(window, BUSY, file)


def _show(window: MainWindow, code: str, file: object = None) -> ClientPage:
    desk = open_caseload(window, file)  # type: ignore[arg-type]  # a file or None
    desk.go("clients")
    desk.show(id_of(code))
    done(window)
    assert isinstance(window.page, ClientPage)
    return window.page


def _filled_in(window: MainWindow) -> None:
    """Every fold is open, a note is being corrected, and a day is missing."""
    page = _busy(window)
    assert page.next is not None
    for one in page.findChildren(FoldNote):
        one.fold_out(True)
    page.next.keep.click()
    page.notes.add.click()


def _not_asked_yet(window: MainWindow) -> None:
    """Brought in without a yes, and never met; speaks both, so that what is read out speaks as the window does."""
    file, of = caseload(), id_of(NEW)
    person = next(one for one in file.people() if one.id == of)
    client = replace(client_of(person), consent=None, languages=("en", "es"))
    file.change_person(person._replace(content=content_of(client)))
    _show(window, NEW, file)


def _read_only(window: MainWindow) -> None:
    _show(window, BUSY, caseload(read_only=True))


def _calm(window: MainWindow) -> None:
    open_caseload(window, caseload(())).go("today")
    done(window)


CLIENT_SCENES: Mapping[str, Callable[[MainWindow], None]] = {
    "desk-client-busy": _much_done,
    "desk-client-filled-in": _filled_in,
    "desk-client-not-asked": _not_asked_yet,
    "desk-client-read-only": _read_only,
    "desk-today-nobody": _calm,
}
