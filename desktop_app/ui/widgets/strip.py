"""The line above the page: where I am, and the language; or the rail itself, folded to a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.theme import Theme, Width
from desktop_app.ui.widgets.arrange import Margins, column, row, surface, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import Flow, in_lines
from desktop_app.ui.widgets.lettering import Words, plain
from desktop_app.ui.widgets.page_body import SIDES
from desktop_app.ui.widgets.panel import Rule
from desktop_app.ui.widgets.rail import Stop
from desktop_app.ui.widgets.text import Text

RIMS, CLOSE_RIMS = (16, 12), (7, 5)
"""Above and below the line; the closer ones in a low window."""
CLOSE_SIDE = 20
"""Where the menu bar's words begin: what is on the line may begin there too if that saves one."""


def talk_link(theme: Theme, crisis: Words) -> Button:
    """The support line in few words; it leads to the page about it."""
    return Button(theme, plain(crisis), "quiet", icon="phone", small=True, flush=True)


class Strip(QWidget):
    """Where I am on the left; on the right the other language, and whatever else a window puts there."""

    language_pressed = Signal()

    def __init__(
        self, theme: Theme, where: str, language: str, *more: QWidget, width: Width = "wide"
    ) -> None:
        super().__init__()
        self.where = Text(theme, where, "small", "soft", align=Qt.AlignmentFlag.AlignVCenter)
        self.language = Button(theme, language, "quiet", icon="globe", small=True, flush=True)
        self.language.clicked.connect(self.language_pressed)
        self._side, self._folds = theme.space(SIDES[width]), width == "folded"
        above, below = RIMS
        margins: Margins = (SIDES[width], above, SIDES[width], below)
        if not self._folds:
            row(theme, wide(self.where), self.language, *more, gap=14, margins=margins, into=self)
            return
        self._gap, line_gap = theme.space(14), theme.space(6)
        self._right = in_lines(self.language, *more, gap=self._gap, line_gap=line_gap)
        self._line = in_lines(self.where, self._right, gap=self._gap, line_gap=line_gap, last_right=True)
        column(theme, self._line, margins=margins, into=self)

    def fit(self, width: int, *, low: bool) -> None:
        """In a `low` window closer rims; and where I am, which the page's heading says too, is no line of its own."""
        box = self.layout()
        if not self._folds or box is None:
            return
        above, below = (self.where.theme.space(rim) for rim in (CLOSE_RIMS if low else RIMS))
        box.setContentsMargins(self._side, above, self._side, below)
        wanted = self.where.sizeHint().width() + self._gap + self._right.sizeHint().width()
        self.where.setHidden(low and wanted > width - 2 * self._side)
        _lay_anew(self._line, self)

    def follow(self, where: str) -> None:
        if where != self.where.text():
            self.where.say(where)


class FoldedStrip(QWidget):
    """The rail in one line: a button that lists the stops, the support line, and whatever else is given.

    Its button says the title, or `short` where there is little room.
    """

    chosen = Signal(str)
    talk_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        stops: Sequence[Stop],
        crisis: Words,
        *more: Button,
        short: str = "",
    ) -> None:
        super().__init__()
        surface(theme, self, "rail")
        self.menu = QMenu(self)
        self.menu.setFont(theme.font("body"))
        self.button = Button(theme, title, after="down", small=True)
        self.button.clicked.connect(self._open)
        self._title, self._short, self._width, self._low = title, short, 0, False
        self._space, self._holder = theme.space, QWidget()
        self._line = _Line(self._holder, theme.space(15), theme.space(8))
        self.talk = talk_link(theme, crisis)
        self.talk.clicked.connect(lambda _on=False: self.talk_pressed.emit())
        self._parts = (self.button, self.talk, *more)
        for part in self._parts:
            self._line.addWidget(part)
        column(theme, self._holder, Rule(theme), into=self)
        self._fit()
        self.follow(title, stops, short)

    def follow(self, title: str, stops: Sequence[Stop], short: str = "") -> None:
        """Show how far each stop is now."""
        if title != self._title:
            self._title, self._short = title, short
            self.button.say(title)
            self._fit()
        self.menu.clear()
        for stop in stops:
            self._add(stop.key, ": ".join(part for part in (stop.name, stop.words) if part), stop.open)
            for leaf in stop.leaves:
                self._add(leaf.key, "    " + leaf.name, True)

    def fit(self, width: int, *, low: bool) -> None:
        """In a `low` window it takes as few lines as it can."""
        if (width, low) != (self._width, self._low):
            self._width, self._low = width, low
            self._fit()

    def _fit(self) -> None:
        """Of the ways that take the fewest lines, the one that says the most."""
        short, side = self._short or self._title, SIDES["folded"]
        ways = [
            (self._title, False, side),
            (self._title, True, side),
            (short, False, side),
            (short, True, side),
            (short, True, CLOSE_SIDE),
        ]
        self._say(*min(ways, key=lambda way: self._height(*way)) if self._low else ways[0])
        _lay_anew(self._holder, self)

    def _height(self, title: str, squeezed: bool, side: float) -> int:
        self._say(title, squeezed, side)
        return self._line.heightForWidth(self._width)

    def _say(self, title: str, squeezed: bool, side: float) -> None:
        if title != self.button.words():
            self.button.say(title)
            self.button.setAccessibleName(self._title)  # the whole of it, however little is shown
        for part in self._parts:
            part.squeeze(squeezed)
        beside, above = self._space(side), self._space(8)
        self._line.setContentsMargins(beside, above, beside, above)
        self._line.stand_apart(self._space(10 if squeezed else 15))

    def _add(self, key: str, words: str, can_go: bool) -> None:
        action = self.menu.addAction(words.replace("&", "&&"))
        action.setEnabled(can_go)
        action.triggered.connect(lambda: self.chosen.emit(key))

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _lay_anew(*inner_first: QWidget) -> None:
    """At once: how high it is now decides where the page's buttons stand."""
    for around in inner_first:
        around.updateGeometry()


class _Line(Flow):
    """The first at the left, what follows at the right end of its line, and all together where that takes no more."""

    def stand_apart(self, gap: int) -> None:
        self._gap = gap
        self.invalidate()

    def _rows(self, width: int) -> Sequence[QRect]:
        places = [QRect(place) for place in super()._rows(width)]
        begins = [at for at, place in enumerate(places) if place.x() == 0]
        if len(begins) == 2 and self._across(places[1:]) <= width:
            for place in places[1 : begins[1]]:
                place.moveTop(places[begins[1]].y())
            begins[1] = 1
        for begin, end in zip(begins, [*begins[1:], len(places)], strict=True):
            x = width
            for place in reversed(places[max(begin, 1) : end]):
                place.moveLeft(x - place.width())
                x = place.x() - self._gap
        return places

    def _across(self, places: Sequence[QRect]) -> int:
        return sum(place.width() for place in places) + self._gap * (len(places) - 1)
