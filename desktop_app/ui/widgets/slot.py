"""A place in a page whose content is exchanged while the rest stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from desktop_app.ui.widgets.scroll import scroll_around


class Slot(QWidget):
    """Holds one widget or none; what was there before goes as soon as nothing runs in it any more."""

    holds_place = True

    def __init__(self, content: QWidget | None = None) -> None:
        super().__init__()
        self._content: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.hide()
        self.put(content)

    @property
    def content(self) -> QWidget | None:
        return self._content

    def put(self, content: QWidget | None) -> None:
        if content is None and self._content is None:
            return
        before, self._content = self._content, content
        if content is not None:
            self._box.addWidget(content)
            _come_after(self, content)
            content.resize(self.contentsRect().width(), content.height())  # as wide as it will be
            content.show()  # at once, not with the next event: it may be about to take the keys
        if before is not None:
            self._box.removeWidget(before)
            dismiss(before)
        if content is None:
            self.hide()
        elif self.isHidden() and self.parent() is not None:  # or it would come up as a window of its own
            self.show()


class OneOf(QWidget):
    """Shows one of several widgets or none; those that were shown before stay as they are until they come again."""

    holds_place = True

    def __init__(self) -> None:
        super().__init__()
        self._held: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.hide()

    def show_only(self, content: QWidget | None) -> None:
        with still(self):
            self._hold_only(content)
        self.setVisible(content is not None)

    def _hold_only(self, content: QWidget | None) -> None:
        if content is not None and content not in self._held:
            self._box.addWidget(content)
            _come_after(self, content)
            self._held.append(content)
        for held in self._held:
            held.setVisible(held is content)


@contextmanager
def still(widget: QWidget) -> Iterator[None]:
    """Meanwhile nothing around it is given its place: else the whole page would be, part after part."""
    stopped: list[QLayout] = []
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        layout = at.layout()
        if layout is not None:
            if not layout.isEnabled():
                break  # all around it is still already
            layout.setEnabled(False)
            stopped.append(layout)
        at = at.parentWidget()
    try:
        yield
    finally:
        for layout in stopped:
            layout.setEnabled(True)
            layout.invalidate()


def give_places(page: QWidget) -> None:
    """Lay a page out that has changed, now and each part of it once: first what lies inside, then what is around it.

    Left to Qt, they come by turns, what is around several times over, and some of it is painted in between.
    """
    for layout in reversed(page.findChildren(QLayout)):
        layout.activate()
    around = scroll_around(page)
    if around is not None:
        QApplication.sendEvent(around.viewport(), QEvent(QEvent.Type.LayoutRequest))


def dismiss(content: QWidget) -> None:
    """Let it go as soon as nothing runs in it any more. With a size, its place would be painted once more then."""
    content.hide()
    content.resize(0, 0)
    content.deleteLater()


def _come_after(slot: QWidget, content: QWidget) -> None:
    """Let Tab meet new content where it stands on the page; Qt would put it behind all that is there already."""
    in_tab_order([slot, *stops_of(content)])


def in_tab_order(stops: Sequence[QWidget]) -> None:
    """One after the other, also where some of them never have the keys themselves."""
    holders = [holder for stop in stops for holder in (stop, stop.focusProxy()) if holder is not None]
    policies = [holder.focusPolicy() for holder in holders]
    for stop in stops:
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # for now: Qt orders only what may have the keys itself
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)
    for holder, policy in zip(holders, policies, strict=True):
        holder.setFocusPolicy(policy)


def last_stop(content: QWidget) -> QWidget:
    """Where Tab comes to last in it; itself, if nothing in it may have the keys."""
    return [content, *stops_of(content)][-1]


def stops_of(content: QWidget) -> list[QWidget]:
    """What may have the keys or will hold what does (`holds_place`), in the order in which it was put in.

    What hands them on to a part of itself stands for all its parts: Qt moves them together. The chain itself is not
    asked: each answer of `nextInFocusChain` would make the binding take one widget for the parent of the next.
    """
    window = content.window()
    found: list[QWidget] = []
    for widget in (content, *content.findChildren(QWidget)):
        is_part = bool(found) and found[-1].focusProxy() is not None and found[-1].isAncestorOf(widget)
        if (_may_have_keys(widget) or _holds_place(widget)) and not is_part and widget.window() is window:
            found.append(widget)
    return found


def _may_have_keys(widget: QWidget) -> bool:
    proxy: QWidget | None = widget.focusProxy()
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus if proxy is None else widget.isAncestorOf(proxy)


def _holds_place(widget: QWidget) -> bool:
    """Without its turn, what is put into it later would come before what stands above it."""
    return getattr(widget, "holds_place", False) is True
