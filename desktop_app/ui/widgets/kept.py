"""A column that follows values: what says the same as before stays, the rest is said or made anew in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Any, NamedTuple, Protocol, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme import ColorRole, FontRole, Theme
from desktop_app.ui.widgets.lettering import Words
from desktop_app.ui.widgets.slot import dismiss, in_tab_order, still, stops_of
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
    key: Hashable = None
    """What it is about, where parts come and go or change places; without one it is known by its place."""


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


class _Standing(NamedTuple):
    """A part as it stands there."""

    says: object
    kind: str
    widget: QWidget | None


class Kept(QWidget):
    """Keys, folds and the place on the page outlive every change that does not touch them."""

    holds_place = True

    def __init__(self, theme: Theme, parts: Iterable[Part] = (), *, gap: float = 0) -> None:
        super().__init__()
        self._theme, self._gap = theme, gap
        self._standing: dict[Hashable, _Standing] = {}
        self._placed: list[tuple[int, QWidget]] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.follow(parts)

    @property
    def contents(self) -> list[QWidget]:
        """What is shown, from the top."""
        return [widget for _above, widget in self._placed]

    def follow(self, parts: Iterable[Part]) -> None:
        """Show these parts, in this order; of none of them it takes no room."""
        wanted = dict(_known(parts))
        with still(self):
            before = self._standing
            left = [one for key, one in before.items() if key not in wanted]
            self._standing = {key: self._tell(part, before.get(key), left) for key, part in wanted.items()}
            self._place(wanted)
            stays = {one.widget for one in self._standing.values()}
            for one in before.values():
                if one.widget is not None and one.widget not in stays:
                    dismiss(one.widget)
        if self.isHidden() == bool(self._placed) and self.parent() is not None:
            self.setVisible(bool(self._placed))

    def _tell(self, part: Part, stands: _Standing | None, left: list[_Standing]) -> _Standing:
        """What stands for the part: as it is, told the new values, or made. What is left over is told them too."""
        if stands is not None and stands.says == part.says and stands.kind == part.kind:
            return stands
        if part.kind and (stands is None or stands.kind != part.kind):
            stands = next((one for one in left if one.kind == part.kind), None)
            if stands is not None:
                left.remove(stands)
        if part.kind and stands is not None and stands.widget is not None:
            cast("Follows", stands.widget).follow(part.says)
            return _Standing(part.says, part.kind, stands.widget)
        return _Standing(part.says, part.kind, part.make())

    def _place(self, wanted: dict[Hashable, Part]) -> None:
        """One under the other, with the distances; nothing is moved where all of it stands so already."""
        placed: list[tuple[int, QWidget]] = []
        for key, part in wanted.items():
            widget = self._standing[key].widget
            if widget is not None:
                placed.append((self._theme.space(part.above + (self._gap if placed else 0)), widget))
        stays = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(placed, self._placed, strict=False))
        )
        if stays < max(len(placed), len(self._placed)):
            before, self._placed = self.contents, placed
            self._place_from(stays, before)

    def _place_from(self, stays: int, before: Sequence[QWidget]) -> None:
        for widget in before[stays:]:
            self._box.removeWidget(widget)  # `takeAt` would leave behind the height that Qt keeps for it
        while self._box.takeAt(2 * stays) is not None:  # a distance and a part, by turns
            pass
        for above, widget in self._placed[stays:]:
            self._box.addSpacing(above)
            self._box.addWidget(widget)
        if self.contents != before:
            self._order(stays, before)

    def _order(self, stays: int, before: Sequence[QWidget]) -> None:
        """Let Tab and screen readers meet the parts where they stand; Qt would put new ones behind all there is."""
        now = self.contents
        above = (stops_of(widget)[-1:] for widget in reversed(now[:stays]))
        after = next((stops[0] for stops in above if stops), self)
        in_tab_order([after, *(stop for widget in now[stays:] for stop in stops_of(widget))])
        for widget in now[stays:]:
            widget.raise_()  # to the end of those that hang from the same: the order in which they are read
            if widget not in before:
                widget.resize(self.width(), widget.height())  # as wide as it will be
                widget.show()  # at once, not with the next event: it may be about to take the keys


def _known(parts: Iterable[Part]) -> Iterator[tuple[Hashable, Part]]:
    """Each part with what it is known by: its key, and its place among those with the same or none."""
    met = Counter[Hashable]()
    for part in parts:
        yield (part.key, met[part.key]), part
        met[part.key] += 1
