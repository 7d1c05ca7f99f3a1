"""What the user guide shows of a caseload: invented clients, with what staff put down in its language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from desktop_app.caseload.sheets_in import Bad, Coming, Incoming
from desktop_app.i18n import Message
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.exchange import ExchangePage
from desktop_app.ui.pages.new_client import NewClientPage
from tests.conftest import TODAY
from tests.ui.desk_scenes import EVERYONE, Invented, caseload, done, open_caseload
from tests.ui.scenes import Scene

BUSY, SOON, LATER, PAST, ACCENTED = "D-1151", "D-1147", "D-1162", "D-1133", "Ñ-7 D-0007"
PLANS = {
    "en": {SOON: "Call the county together", LATER: "Bring the transcripts", PAST: "Ask about the training"},
    "es": {SOON: "Llamar juntos al condado", LATER: "Traer el historial", PAST: "Preguntar por el curso"},
}
FILES = {"en": ("october.jsonl", "D-1210.json"), "es": ("octubre.jsonl", "D-1210.json")}
TIMES = (9, 6, 12, 8, 11, 7, 6, 5, 2, 8, 2, 7)
"""So many of each, where they are counted: of a dozen clients all numbers would be small."""


def _everyone(language: str) -> tuple[Invented, ...]:
    def planned(one: Invented) -> Invented:
        plan = PLANS[language].get(one.code, "")
        code = "D-1188" if one.code == ACCENTED else one.code
        return one._replace(code=code, next=(one.next[0], plan) if one.next else None)

    return tuple(planned(one) for one in EVERYONE)


def _many(language: str) -> Iterator[Invented]:
    numbers = count(1200)
    for one, times in zip(_everyone(language), TIMES, strict=True):
        yield from (one._replace(code=f"D-{next(numbers)}") for _ in range(times))


def _open(window: MainWindow, page: str) -> Desk:
    desk = open_caseload(window, caseload(_everyone(window.language)))
    desk.go(page)
    done(window)
    return desk


def _at(page: str) -> Callable[[MainWindow], None]:
    def bring(window: MainWindow) -> None:
        _open(window, page)

    return bring


def _of(desk: Desk, code: str) -> str:
    return next(row.client.id for row in desk.rows if row.client.name == code)


def _clients(window: MainWindow) -> None:
    """One is chosen, and told about beside the list."""
    desk = open_caseload(window, caseload(_everyone(window.language)))
    desk.chosen = _of(desk, BUSY)
    desk.go("clients")
    done(window)


def _client(window: MainWindow) -> None:
    desk = _open(window, "clients")
    desk.show(_of(desk, BUSY))
    done(window)


def _new(window: MainWindow) -> None:
    """As it stands once the client said yes."""
    _open(window, "clients")
    window.navigator.step_aside("new_client")
    page = window.page
    assert isinstance(page, NewClientPage)
    page.name_field.insert("D-1180")
    page.speaks[window.language].click()
    page.yes.click()
    done(window)


def _numbers(window: MainWindow) -> None:
    open_caseload(window, caseload(tuple(_many(window.language)))).go("numbers")
    done(window)


def _sheets(window: MainWindow) -> None:
    """Somebody new, another sitting, an older one; and one that cannot come in."""
    desk = _open(window, "exchange")
    page = window.page
    assert isinstance(page, ExchangePage)
    many, one = FILES[window.language]
    known = Coming(
        many, 2, BUSY, "sitting", _of(desk, BUSY), TODAY, ("drivers_license", "government_photo_id"), {}
    )
    rows = (
        Coming(many, 1, "D-1208", "new", "", TODAY, ("high_school",), {}),
        known,
        known._replace(line=3, name=PAST, kind="older", client=_of(desk, PAST), as_of=TODAY.replace(month=9)),
        Coming(one, 0, "D-1210", "new", "", TODAY, ("high_school",), {}),
    )
    page.go("sheets")
    page.look.put(Incoming(rows, (Bad(many, 4, Message("exchange.name.empty")),)))
    done(window)


DESK_OWN = (
    Scene("guide-today", _at("today")),
    Scene("guide-clients", _clients),
    Scene("guide-new-client", _new),
    Scene("guide-client", _client),
    Scene("guide-numbers", _numbers),
    Scene("guide-sheets", _sheets),
)
