"""Where the words and bars of a timeline stand at a width: no words over others, over a bar or over today's line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import ceil
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.lettering import Lettering, lettering

Kind = Literal["do", "wait", "ask"]

RIM, GAP, BAR, LINE_RIM, CHIP = 16, 8, 20, 9, 10
NAMES_EM, STACKED_BELOW_EM = 11, 31
SHORTEST, FLAG = 7, 20
CLEAR, AROUND = 5, 3
"""From a line of the picture to words, and the ground around words that covers the months' lines."""


class Bar(NamedTuple):
    """From one day to another, as day numbers."""

    kind: Kind
    begins: int
    ends: int


class Line(NamedTuple):
    """A name, its bars or its flag, and a note that stands beside them."""

    name: str
    note: str
    bars: Sequence[Bar] = ()
    flag: int | None = None


class Tick(NamedTuple):
    at: int
    words: str


class Scale(NamedTuple):
    """The days from the left edge to the right one, the months between, and today."""

    first: int
    last: int
    ticks: Sequence[Tick]
    today: int
    today_words: str


class Place(NamedTuple):
    """Words, and where they stand in the picture."""

    words: Lettering
    at: QRectF


class Row(NamedTuple):
    """One line of the plan: from top to bottom, and what stands in it."""

    line: Line
    top: float
    bottom: float
    name: Place
    note: Place | None
    within: bool
    """Whether the note stands in the bar, and so on its color."""
    bars: Sequence[QRectF]
    flag: QRectF | None
    free: tuple[float, float]
    """From where to where lines may cross it: where names stand above bars, beside the bars alone."""


class Places(NamedTuple):
    """All of the picture at one width."""

    height: int
    months: Sequence[tuple[float, Place | None]]
    """Each with its line, and its name where there is room for that."""
    today: float
    today_words: Place
    chip: QRectF
    """What the word for today stands on."""
    rows: Sequence[Row]
    free: Sequence[tuple[float, float]]
    """From where to where lines may go through it."""

    def words(self) -> Iterator[Place]:
        yield from (place for _, place in self.months if place)
        yield self.today_words
        for row in self.rows:
            yield row.name
            if row.note:
                yield row.note


class Plot:
    """Where the bars stand at a width: beside the names, or under them."""

    def __init__(self, theme: Theme, scale: Scale, width: float) -> None:
        self.theme = theme
        self.stacked = width < theme.em(STACKED_BELOW_EM)
        rim = theme.space(RIM)
        self.rim, self.clear = float(rim), theme.space(CLEAR)
        self.names = width - 2 * rim if self.stacked else float(theme.em(NAMES_EM))
        self.left = float(rim) if self.stacked else rim + self.names + theme.space(RIM)
        self.right = width - rim
        self._first, self._days = scale.first, max(1, scale.last - scale.first)
        self.today = self.x(scale.today)

    def x(self, day: int) -> float:
        share = (day - self._first) / self._days
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    def is_free(self, left: float, width: float) -> bool:
        """Whether words there are within the picture, and today's line beside them."""
        if left < self.left or left + width > self.right:
            return False
        return not left - self.clear < self.today < left + width + self.clear

    def sides(self) -> list[tuple[float, float]]:
        """Right of today's line, and left of it; all of it where no line goes through."""
        if self.stacked:
            return [(self.left, self.right)]
        return [(self.today + self.clear, self.right), (self.left, self.today - self.clear)]


def places(theme: Theme, lines: Sequence[Line], scale: Scale, width: int) -> Places:
    plot = Plot(theme, scale, width)
    today = lettering(theme, scale.today_words, "small_strong", control=True)
    head = today.line_height() * 2 + theme.space(LINE_RIM)
    laid = [_Laid(plot, line) for line in lines]
    tops = list(accumulate((one.height for one in laid), initial=float(head)))
    rows = [one.row(top, bottom) for one, (top, bottom) in zip(laid, pairwise(tops), strict=True)]
    begins = head - theme.space(6)
    free = [(begins, head), *(one.free for one in rows)] if plot.stacked else [(begins, tops[-1])]
    chip, today_words = _today(plot, today)
    months = list(_months(plot, scale))
    return Places(ceil(tops[-1] + theme.space(8)), months, plot.today, today_words, chip, rows, free)


def _months(plot: Plot, scale: Scale) -> Iterator[tuple[float, Place | None]]:
    free, theme = plot.left - 1, plot.theme
    for tick in scale.ticks:
        words = lettering(theme, tick.words, "small", control=True)
        x, width = plot.x(tick.at), words.natural_width() + 1
        left = min(x + 6, plot.right - width)
        place = Place(words, QRectF(left, 0, width, words.line_height())) if left >= free else None
        if place:
            free = left + width + theme.space(6)
        yield x, place


def _today(plot: Plot, words: Lettering) -> tuple[QRectF, Place]:
    width, height = words.natural_width() + 1, words.line_height()
    left = min(max(plot.left, plot.today - width / 2 - CHIP), plot.right - width - 2 * CHIP)
    chip = QRectF(left, height + plot.theme.space(2), width + 2 * CHIP, height + 2)
    return chip, Place(words, QRectF(chip.x() + CHIP, chip.y() + 1, width, height))


class _Laid:
    """One line, set in type for a width."""

    def __init__(self, plot: Plot, line: Line) -> None:
        theme = plot.theme
        self._plot, self._line = plot, line
        self._name = lettering(theme, line.name, "small", control=True)
        self._note = lettering(theme, line.note, "small", control=True)
        self._thick = theme.grown(BAR, 0.6) if line.flag is None else theme.icon(FLAG)
        self._rim, self._gap = theme.space(LINE_RIM), theme.space(GAP)
        self._spans = self._ends()
        self._left = self._beside() if line.note else None
        self._below = self._under() if line.note and self._left is None else None
        name = self._name.height(plot.names)
        self._bars = self._thick + (self._below.bottom() if self._below else 0)
        self.height = 2 * self._rim + (name + 4 + self._bars if plot.stacked else max(name, self._bars))

    def row(self, top: float, bottom: float) -> Row:
        plot, thick, name = self._plot, self._thick, self._name_place(top)
        if plot.stacked:
            bar_top = name.at.bottom() + 4
            free = (bar_top - 2, bar_top + thick + 2)
        else:
            bar_top, free = top + (self.height - self._bars) / 2, (top, bottom)
        bars = [QRectF(begins, bar_top, ends - begins, thick) for begins, ends in self._spans]
        side = plot.theme.icon(FLAG)
        flag_top = bar_top + (thick - side) / 2
        flag = QRectF(self._flag_left(), flag_top, side, side) if self._line.flag is not None else None
        within = self._left is not None and any(begins < self._left < ends for begins, ends in self._spans)
        return Row(self._line, top, bottom, name, self._note_place(bar_top), within, bars, flag, free)

    def _name_place(self, top: float) -> Place:
        plot = self._plot
        width, height = min(plot.names, self._name.natural_width() + 1), self._name.height(plot.names)
        down = self._rim if plot.stacked else (self.height - height) / 2
        return Place(self._name, QRectF(plot.rim, top + down, width, height))

    def _note_place(self, bar_top: float) -> Place | None:
        if self._below:
            return Place(self._note, self._below.translated(0, bar_top + self._thick))
        if self._left is None:
            return None
        height = self._note.line_height()
        line = bar_top + (self._thick - height) / 2
        return Place(self._note, QRectF(self._left, line, self._note.natural_width() + 1, height))

    def _ends(self) -> list[tuple[float, float]]:
        """Left and right end of each bar: none too short to be seen, none over the one before it."""
        placed: list[tuple[float, float]] = []
        free = self._plot.left
        for bar in self._line.bars:
            begins = max(free, self._plot.x(bar.begins))
            free = max(begins + SHORTEST, self._plot.x(bar.ends))
            placed.append((begins, free))
        return placed

    def _flag_left(self) -> float:
        """Its pole on its day; beside today's line, which would hide it."""
        x = self._plot.x(self._line.flag or 0)
        pole = self._plot.today + self._plot.clear if abs(x - self._plot.today) < self._plot.clear else x
        return pole - self._plot.theme.icon(FLAG) * 0.25

    def _drawn(self) -> tuple[float, float]:
        """From the left end of what is drawn to its right one."""
        if self._line.flag is not None:
            left = self._flag_left()
            return left, left + self._plot.theme.icon(FLAG)
        return self._spans[0][0], self._spans[-1][1]

    def _beside(self) -> float | None:
        """Where the note begins: right of the bars, left of them, or in a long one; None for below."""
        plot, width = self._plot, self._note.natural_width() + 1
        first, last = self._drawn()
        within = [max(first, plot.today) + self._gap] if self._holds(width) else []
        tried = [last + self._gap, first - self._gap - width, *within]
        return next((left for left in tried if plot.is_free(left, width)), None)

    def _holds(self, width: float) -> bool:
        """Whether the bar has room for the note, right of today's line."""
        if len(self._spans) != 1 or self._thick < self._note.line_height():
            return False
        first, last = self._spans[0]
        return last - max(first, self._plot.today) >= width + 2 * self._gap

    def _under(self) -> QRectF:
        """Below the bar, near where that begins; in several lines where one has no room."""
        note, first = self._note, self._drawn()[0]
        natural = note.natural_width() + 1
        sides = self._plot.sides()
        wide = max(sides, key=lambda side: side[1] - side[0])
        whole = (self._plot.left, self._plot.right)
        least = note.word_width() + 1
        fits = [side for side in sides if side[1] - side[0] >= natural]
        left, right = fits[0] if fits else wide if wide[1] - wide[0] >= least else whole
        width = min(natural, right - left)
        return QRectF(max(left, min(first, right - width)), 2, width, note.height(width))
