"""A column that follows values: what says the same as before stays, the rest is made anew in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple, Protocol, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme import ColorRole, FontRole, Theme
from desktop_app.ui.widgets.lettering import Words
from desktop_app.ui.widgets.slot import Slot, in_tab_order, last_stop, still
from desktop_app.ui.widgets.text import Heading, Text


class Part(NamedTuple):
    """One part of it. What is made must hang on nothing but `says` and on what never changes on the page."""

    says: object
    """Everything that it shows, to be compared with what stands there."""
    make: Callable[[], QWidget | None]
    """None where there is nothing to show, so that the parts below keep their places."""
    above: float = 0
    """The distance to the part before, in px at 100 %."""
    kind: str = ""
    """Parts of one kind are made alike: what stands there is told the new values, by its `follow`."""


def said(
    theme: Theme, words: Words, role: FontRole = "body", color: ColorRole = "ink", above: float = 0
) -> Part:
    """Words that are only said anew where they change; none of them take no room, and keep the place."""
    make = partial(_Said, theme, words, role, color)
    return Part(words, make if words else lambda: None, above, f"{role} {color}" if words else "")


def title(theme: Theme, words: Words, role: FontRole = "h1") -> Part:
    """A heading that takes new words in its place, and keeps the keys if it has them."""
    return Part(words, partial(_Title, theme, words, role), kind="title")


class _Title(Heading):
    def follow(self, says: Words) -> None:
        self.say(says)


class _Said(Text):
    def follow(self, says: Words) -> None:
        self.say(says)


def nothing() -> Part:
    """Where there may be a part at another time, so that those below keep their places."""
    return Part(None, lambda: None)


class Follows(Protocol):
    def follow(self, says: Any) -> None: ...


class Kept(QWidget):
    """Keys, folds and the place on the page outlive every change that does not touch them."""

    def __init__(self, theme: Theme, parts: Iterable[Part] = (), *, gap: float = 0) -> None:
        super().__init__()
        self._theme, self._gap = theme, gap
        self._said: list[object] = []
        self.slots: list[Slot] = []
        self._kinds: dict[int, str] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.follow(parts)

    def follow(self, parts: Iterable[Part]) -> None:
        """Show these parts, in this order; of none of them it takes no room."""
        wanted = list(parts)
        self._shows = False
        with still(self):
            for at, part in enumerate(wanted):
                self._show(at, part)
            for slot in self.slots[len(wanted) :]:
                slot.put(None)
        self._said = [part.says for part in wanted]
        if self.isHidden() == self._shows and self.parent() is not None:
            self.setVisible(self._shows)

    def _show(self, at: int, part: Part) -> None:
        if at == len(self.slots):
            self.slots.append(Slot())
            self._box.addWidget(self.slots[at])
            in_tab_order([last_stop(self.slots[at - 1]) if at else self, self.slots[at]])
        slot = self.slots[at]
        if at >= len(self._said) or self._said[at] != part.says:
            self._tell(slot, at, part)
        above = self._theme.space(part.above + (self._gap if self._shows else 0))
        if slot.contentsMargins().top() != above:
            slot.setContentsMargins(0, above, 0, 0)
        self._shows = self._shows or slot.content is not None

    def _tell(self, slot: Slot, at: int, part: Part) -> None:
        standing = slot.content
        if standing is not None and part.kind and self._kinds.get(at) == part.kind:
            cast("Follows", standing).follow(part.says)
            return
        slot.resize(self.width(), slot.height())
        slot.put(part.make())
        self._kinds[at] = part.kind
