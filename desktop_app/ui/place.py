"""Where one is on a page: which control has the keys and how far it is scrolled, found again on a page made anew."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.ui.frame import PageFrame
from desktop_app.ui.navigator import Navigator
from desktop_app.ui.pages.page import Page

KEYS_ROOM = 16
"""Above and below what has the keys: enough for its ring."""


class Keys(NamedTuple):
    """The control that has them, by where it stands among those of its kind."""

    area: int
    kind: type[QWidget]
    number: int


class Place(NamedTuple):
    keys: Keys | None
    scrolled: int


def place_on(frame: PageFrame, focus: QWidget | None) -> Place:
    return Place(_keys(frame, focus), frame.scroller.verticalScrollBar().value())


def return_to(place: Place, frame: PageFrame, page: Page) -> None:
    """Give the keys to the same control, or to the page's first one where that is gone."""
    _control(place.keys, frame, page).setFocus(Qt.FocusReason.OtherFocusReason)
    bar = frame.scroller.verticalScrollBar()
    QTimer.singleShot(0, frame, lambda: bar.setValue(place.scrolled))


def show_keys(frame: PageFrame, page: Page, focus: QWidget | None) -> None:
    """Where heading and first control do not both fit, show the one that has the keys; a very tall one from its top."""
    around = frame.scroller
    content: QWidget | None = around.widget()
    if content is not None and focus is not None and page.isAncestorOf(focus):
        frame.give_places()
        half = min(focus.height(), around.height() - 2 * KEYS_ROOM) // 2
        middle = focus.mapTo(content, QPoint(0, half))  # Qt itself looks only at a field's cursor
        room = min(KEYS_ROOM, around.height() // 2 - half)
        around.ensureVisible(middle.x(), middle.y(), 0, half + room)


class WayBack:
    """Where one was on each page that was left for one beside it, until one is back there."""

    def __init__(self) -> None:
        self._left: dict[str, Place] = {}
        self._page = ""

    def to(self, navigator: Navigator, shown: QWidget | None, focus: QWidget | None) -> Place | None:
        """Another page comes up instead of what is shown; where to be on it, if one comes back to it."""
        page = navigator.aside or (navigator.session.at if navigator.begun else "")
        found, beneath = self._left.pop(page, None), navigator.beneath
        if found is None and isinstance(shown, PageFrame):
            self._left[self._page] = place_on(shown, focus)
        # A page that is come to anew, not back to, begins from its top.
        self._left = {name: place for name, place in self._left.items() if name in beneath}
        self._page = page
        return found


def _keys(frame: PageFrame, focus: QWidget | None) -> Keys | None:
    if focus is None:
        return None
    for at, area in enumerate(frame.areas()):
        if area is not None and area.isAncestorOf(focus):
            return Keys(at, type(focus), area.findChildren(type(focus)).index(focus))
    return None


def _control(keys: Keys | None, frame: PageFrame, page: Page) -> QWidget:
    area = frame.areas()[keys.area] if keys is not None else None
    alike = area.findChildren(keys.kind) if keys is not None and area is not None else []
    found = alike[keys.number] if keys is not None and keys.number < len(alike) else None
    return found if found is not None and found.isVisibleTo(frame) else page.first()
