"""The center's two pages in the states that differ: filled in, with something to put right, with what was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop_app.center import Center, Entry, OwnLine
from desktop_app.rulebook.drift import Drift, Passage, drift
from desktop_app.rulebook.load import load_rulebook
from desktop_app.rulebook.posting import Span
from desktop_app.rulebook.recover import Swap
from desktop_app.ui.check_posting import Compared, PostingCheck
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.center import CenterPage
from desktop_app.ui.pages.center_draft import Place
from desktop_app.ui.pages.posting import PostingPage

WANTED = "Wanted: someone who bakes bread."
OURS = Center(
    name="Sierra Peer Wellness Center",
    phone="209-555-0100",
    support=OwnLine(name="Sierra Warm Line", how="209-555-0188"),
    places=(
        Entry(name="Sierra Peer Wellness Center", how="209-555-0100"),
        Entry(name="Arnold Drop-In and Library", how="12 Main Street, Arnold, every day but Sunday"),
    ),
    trainers=(Entry(name="M. Ortega", how="209-555-0142"),),
    languages="English, Español, Hmoob",
)


def filled(window: MainWindow) -> None:
    window.own_center.keep(OURS)
    window.show_beside("center")


def problems(window: MainWindow) -> None:
    """A number for nobody, a name that is too long, and a line without its number."""
    window.show_beside("center")
    page = window.page
    assert isinstance(page, CenterPage)
    for place, text in {
        Place("name"): "A very long name " * 8,
        Place("support_name"): "Our line",
        Place("places_how", 1): "209-555-0100",
    }.items():
        page.form.rows[place].field.setText(text)  # type: ignore[attr-defined]  # every row has a line
    page.on()


def compared(window: MainWindow) -> None:
    """Most of it stands, one passage changed, one is gone, one moved, and two sentences are new."""
    window.show_beside("posting")
    _show(window, _changed_in_part(_found("ca-calaveras")), "ca-calaveras")


def compared_with_another(window: MainWindow) -> None:
    window.show_beside("posting")
    _show(window, _found("tx-state"), "tx-state")


def all_stands(window: MainWindow) -> None:
    window.show_beside("posting")
    found = _found("tx-state")
    _show(window, replace(found, passages=tuple(_standing(found)), new=()), "tx-state")


def nothing_put_in(window: MainWindow) -> None:
    window.show_beside("posting")
    window.page.on()


CENTER_SCENES: Mapping[str, Callable[[MainWindow], None]] = {
    "center-filled": filled,
    "center-problems": problems,
    "posting-compared": compared,
    "posting-of-another": compared_with_another,
    "posting-all-stands": all_stands,
    "posting-nothing": nothing_put_in,
}


def _show(window: MainWindow, found: Drift, series: str) -> None:
    page = window.page
    assert isinstance(page, PostingPage)
    page.text.setPlainText(WANTED)
    page.series.choose(series)
    check = PostingCheck.of(window.background, window.navigator)
    check.put_in(series, WANTED)
    loaded = next(one for one in load_rulebook().packs if one.pack.series == series)
    check.phase, check.compared = "done", Compared(loaded, found)
    check.changed.emit()


def _found(series: str) -> Drift:
    """Of a text that has nothing to do with it."""
    pack = next(one.pack for one in load_rulebook().packs if one.pack.series == series)
    return drift(pack, WANTED)


def _standing(found: Drift) -> list[Passage]:
    return [
        replace(one, status="unchanged", places=(Span(at, at + 3, 10 + at, "…"),))
        for at, one in enumerate(found.passages)
    ]


def _changed_in_part(found: Drift) -> Drift:
    first, second, third, *rest = found.passages
    now = Span(0, 9, 77, "Nine months of paid or unpaid work beside peers, one to one or in groups.")
    near = Span(10, 20, 91, "Whoever applies can drive a van, and shows that they may.")
    stand = replace(found, passages=tuple(rest))
    passages = (
        replace(first, status="changed", now=now, swaps=(Swap("six", "nine"),)),
        replace(second, status="gone", now=near, numbers=(("12",), ("24",))),
        replace(third, status="moved", places=(Span(30, 40, 12, "…"),), under="Other things"),
        *_standing(stand),
    )
    new = (
        Span(
            50,
            60,
            120,
            "Everyone who is hired takes a first-aid course within 90 days, and again every two years.",
        ),
        Span(60, 70, 121, "Dogs are welcome."),
    )
    return Drift(passages, new, (Span(70, 80, 5, "Benefits are listed on the last page."),))
