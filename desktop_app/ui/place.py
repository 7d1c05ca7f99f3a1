"""Where one is on a page: which control has the keys and how far it is scrolled, found again on a page made anew."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.ui.frame import PageFrame
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
    """Where heading and first control do not both fit, show the one that has the keys."""
    around = frame.scroller
    content: QWidget | None = around.widget()
    if content is not None and focus is not None and page.isAncestorOf(focus):
        frame.give_places()
        half = focus.height() // 2
        middle = focus.mapTo(content, QPoint(0, half))  # Qt itself looks only at a field's cursor
        room = min(KEYS_ROOM, around.height() // 2 - half)
        around.ensureVisible(middle.x(), middle.y(), 0, half + room)


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
    return alike[keys.number] if keys is not None and keys.number < len(alike) else page.first()
