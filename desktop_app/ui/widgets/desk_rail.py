"""The pages of a caseload as a list at the left; its foot locks, and says where to find someone to talk to."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.icons import IconName, draw_icon
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.lettering import Lettering, Words
from desktop_app.ui.widgets.rail_column import RailButton, RailColumn
from desktop_app.ui.widgets.text import Text

RAIL_EM = 14
SIDE, RIM, ICON, BETWEEN = 22, 11, 20, 12


class DeskLeaf(NamedTuple):
    """A page of the caseload, and how much there is on it; `about` is heard of it besides."""

    key: str
    name: str
    icon: IconName
    told: str = ""
    here: bool = False
    about: str = ""


class DeskWords(NamedTuple):
    """What the rail says besides its pages. `center` is a center's own line, if it has one."""

    brand: str
    pages: str
    lock: str
    locks: str
    talk: str
    crisis: Words
    center: str = ""


class DeskRail(RailColumn):
    """`chosen` tells the key of a page."""

    def __init__(self, theme: Theme, leaves: Sequence[DeskLeaf], words: DeskWords) -> None:
        super().__init__(theme, words.pages, RAIL_EM)
        line = QWidget()
        box = QVBoxLayout(line)
        box.setContentsMargins(0, 0, theme.space(10), 0)
        box.setSpacing(theme.space(2))
        self.leaves = [DeskStop(theme, leaf) for leaf in leaves]
        for stop in self.leaves:
            stop.clicked.connect(lambda _on=False, key=stop.key: self.chosen.emit(key))
            box.addWidget(stop)
        box.addStretch(1)
        self.lock = Button(theme, words.lock, icon="lock", small=True)
        locks = Text(theme, words.locks, "small", "soft")
        talk = self.support(theme, words.talk, words.crisis, words.center)
        self.lay(theme, words.brand, line, left(self.lock), 8, locks, 14, talk)

    def follow(self, leaves: Sequence[DeskLeaf]) -> None:
        for stop, leaf in zip(self.leaves, leaves, strict=True):
            stop.follow(leaf)


class DeskStop(RailButton):
    """Its icon, its name, and at the right how much there is; below the name where both have no room in one line."""

    def __init__(self, theme: Theme, leaf: DeskLeaf) -> None:
        super().__init__(theme, leaf.key, leaf.name, here=leaf.here)
        self._leaf: DeskLeaf | None = None
        self.follow(leaf)

    def follow(self, leaf: DeskLeaf) -> None:
        if leaf == self._leaf:
            return
        self._leaf, self.here = leaf, leaf.here
        self._name = Lettering(self.theme, leaf.name, "strong" if leaf.here else "body", control=True)
        self._told = Lettering(self.theme, leaf.told, "small", control=True) if leaf.told else None
        self.setAccessibleName(", ".join(part for part in (leaf.name, leaf.told) if part))
        self.setAccessibleDescription(leaf.about)
        self.updateGeometry()
        self.update()

    def room(self, width: float) -> float:
        return max(1.0, width - self._words_at() - self.theme.space(SIDE))

    def _words_at(self) -> float:
        return self.theme.space(SIDE + BETWEEN) + self.theme.icon(ICON)

    def _told_below(self, width: float) -> bool:
        if self._told is None:
            return False
        both = self._name.natural_width() + self._told.natural_width() + self.theme.space(BETWEEN)
        return both > self.room(width)

    def heightForWidth(self, width: int) -> int:
        room = self.room(width)
        told = self._told.height(room) if self._told is not None and self._told_below(width) else 0
        return max(44, ceil(self._name.height(room) + told + 2 * self.theme.space(RIM)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, leaf = QPainter(self), self.theme, self._leaf
        if leaf is None:
            return
        self.paint_ground(painter, theme.space(10))
        words_at, room, width = self._words_at(), self.room(self.width()), self.width()
        below = self._told_below(width)
        told = self._told.height(room) if self._told is not None and below else 0
        top = (self.height() - self._name.height(room) - told) / 2
        side = theme.icon(ICON)
        icon = QRectF(theme.space(SIDE), top + (self._name.line_height() - side) / 2, side, side)
        draw_icon(painter, leaf.icon, icon, theme.color("accent" if leaf.here else "soft"))
        self._name.paint(painter, words_at, top, room, theme.color("ink"))
        if self._told is None:
            return
        if below:
            self._told.paint(painter, words_at, top + self._name.height(room), room, theme.color("soft"))
        else:
            at = width - theme.space(SIDE) - self._told.natural_width()
            lower = (self._name.line_height() - self._told.line_height()) / 2
            self._told.paint(painter, at, top + lower, room, theme.color("soft"))
