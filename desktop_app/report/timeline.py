"""Draws a plan over time: filled = you do, dashed = you wait, tinted = counts if they say so, flag = leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import CondPageBreak

from desktop_app.report.lettering import COLORS, TYPES, fonts, printable, width
from desktop_app.report.marks import Sign, draw_icon
from desktop_app.report.over_time import Bar, Line, Picture
from desktop_app.report.over_time import Sign as Kind
from desktop_app.report.tag_tree import Element, figure, paragraph
from desktop_app.report.tagged import artifact, drawing

NAMES = 196
"""Points for the names and notes on the left."""
HEAD, PAD, LEADING, BAR, CORNER, SHORTEST = 34, 5.5, 11.5, 10, 3, 3.5
LEAST = 3
"""Rows that are never alone on a page."""
DASHES = [2.4, 1.8]
EMPTY = 0.2
"""Of a page: so much may stay empty so that a picture is in one piece."""
PAINT: dict[str, tuple[str, str]] = {
    "do": ("accent", "accent"),
    "wait": ("card", "accent"),
    "ask": ("ask_tint", "ask"),
}
"""Fill and edge of each kind of bar."""


class Timeline(Sign):
    """The picture; read as the words that say the same. The end of a page may part it, then each part has the months.

    `below`: the height of what is not parted from its end.
    """

    def __init__(self, picture: Picture, wide: float, *, below: float = 0) -> None:
        super().__init__(wide, figure(printable(picture.spoken)))
        fonts()
        self.picture, self._below = picture, below
        self.rows = [_Laid(line) for line in picture.lines]
        self.height = self._high(len(self.rows))
        parted = len(self.rows) >= 2 * LEAST
        self.least = self._high(LEAST) if parted else self.height + below

    def _high(self, rows: int) -> float:
        return HEAD + sum(row.height for row in self.rows[:rows])

    def wrap(self, _width: float, high: float) -> tuple[float, float]:
        whole = self.height + self._below
        return self.width, self.height if whole <= high else whole

    def split(self, _width: float, high: float) -> list[Any]:
        fit = (rows for rows in range(len(self.rows) - LEAST, LEAST - 1, -1) if self._high(rows) <= high)
        rows = next(fit, 0)
        return list(self._parts(rows)) if rows else []

    def _parts(self, rows: int) -> Iterator[Timeline]:
        """The first rows and the others, each a picture of its own that says what it shows."""
        lines, element = self.picture.lines, self.element
        said = " ".join(line.spoken for line in lines[rows:])
        first = self.picture.spoken.removesuffix(said).rstrip()
        before = self.picture._replace(lines=lines[:rows], spoken=first)
        after = self.picture._replace(lines=lines[rows:], spoken=said)
        for picture, below in ((before, 0.0), (after, self._below)):
            part = Timeline(picture, self.width, below=below)
            if element is not None and part.element is not None:
                part.element = element = _told_next(element, part.element)
            yield part

    def paint(self, canvas: Any) -> None:
        with drawing(self, (0, 0, self.width, self.height)):
            self._paint(canvas)

    def _paint(self, canvas: Any) -> None:
        top = self.height - HEAD
        for at, row in enumerate(self.rows):
            if at % 2 == 0:
                canvas.setFillColor(COLORS["note"])
                canvas.rect(0, top - row.height, self.width, row.height, stroke=0, fill=1)
            top -= row.height
        self._months(canvas)
        top = self.height - HEAD
        for row in self.rows:
            row.words(canvas, top)
            self._bars(canvas, row.line.bars, top - row.height / 2)
            if row.line.flag is not None:
                draw_icon(canvas, "flag", self._x(row.line.flag) - 3, top - row.height / 2 + 7, 14, "accent")
            top -= row.height

    def _x(self, day: float) -> float:
        picture = self.picture
        return NAMES + (day - picture.first) / (picture.last - picture.first) * (self.width - NAMES)

    def _months(self, canvas: Any) -> None:
        """The months, then today on its own line below them."""
        small, high = TYPES["small"], self.height
        canvas.setLineWidth(0.75)
        canvas.setFont(small.font, small.size)
        free = 0.0
        for tick in self.picture.ticks:
            x, words = self._x(tick.at), printable(tick.words)
            canvas.setStrokeColor(COLORS["hair"])
            canvas.line(x, 0, x, high - HEAD + 6)
            if x >= free and x + width(words, "small") <= self.width:
                canvas.setFillColor(COLORS["soft"])
                canvas.drawString(x + 2, high - 11, words)
                free = x + width(words, "small") + 8
        self._today(canvas)

    def _today(self, canvas: Any) -> None:
        words, x = printable(self.picture.today_words), self._x(self.picture.today)
        wide = width(words, "small_strong") + 8
        left = min(max(NAMES, x - wide / 2), self.width - wide)
        canvas.setStrokeColor(COLORS["ink"])
        canvas.setLineWidth(1)
        canvas.line(x, 0, x, self.height - HEAD + 4)
        canvas.setFillColor(COLORS["ink"])
        canvas.roundRect(left, self.height - HEAD + 4, wide, 13, 3, stroke=0, fill=1)
        canvas.setFillColor(COLORS["card"])
        canvas.setFont(TYPES["small_strong"].font, TYPES["small_strong"].size)
        canvas.drawString(left + 4, self.height - HEAD + 7.6, words)

    def _bars(self, canvas: Any, bars: Sequence[Bar], middle: float) -> None:
        """None too short to be seen, none over the one before it."""
        free = float(NAMES)
        for bar in bars:
            x = max(free, self._x(bar.begins))
            free = max(x + SHORTEST, self._x(bar.ends))
            swatch(canvas, bar.kind, x, middle - BAR / 2, free - x)


def _told_next(element: Element, part: Element) -> Element:
    """The part has its place right after the element, which is left out where nothing is painted in it."""
    holder = element.held_by
    if holder is not None:
        holder.kids.insert(holder.kids.index(element) + 1, part)
        part.held_by = holder
    return part


def swatch(canvas: Any, kind: str, x: float, low: float, wide: float) -> None:
    """A bar of one kind."""
    fill, edge = PAINT[kind]
    canvas.saveState()
    canvas.setFillColor(COLORS[fill])
    canvas.setStrokeColor(COLORS[edge])
    canvas.setLineWidth(0.9)
    if kind == "wait":
        canvas.setDash(DASHES)
    canvas.roundRect(x, low, wide, BAR, min(CORNER, wide / 2), stroke=1, fill=1)
    canvas.restoreState()


class _Laid:
    """A line with its words broken to the room on the left."""

    def __init__(self, line: Line) -> None:
        self.line = line
        kind = TYPES["small_ink"]
        self.name = simpleSplit(printable(line.name), kind.font, kind.size, NAMES - 18)
        self.note = simpleSplit(printable(line.note), kind.font, kind.size, NAMES - 18) if line.note else []
        self.height = 2 * PAD + LEADING * (len(self.name) + len(self.note))

    def words(self, canvas: Any, top: float) -> None:
        kind, y = TYPES["small_ink"], top - PAD - 8.5
        canvas.setFont(kind.font, kind.size)
        for color, lines in (("ink", self.name), ("soft", self.note)):
            canvas.setFillColor(COLORS[color])
            for text in lines:
                canvas.drawString(8, y, text)
                y -= LEADING


class RoomFor(CondPageBreak):
    """A fresh page where the picture does not go on this one; parted, if much of this one stays empty otherwise."""

    def __init__(self, drawn: Timeline, *, whole: float, more: float, page: float) -> None:
        super().__init__(whole)
        self._whole, self._least, self._empty = whole, drawn.least + more, page * EMPTY

    def wrap(self, width: float, high: float) -> tuple[float, float]:
        self.height = self._least if high > self._empty else self._whole
        found: tuple[float, float] = super().wrap(width, high)
        return found


class Legend(Sign):
    """What each kind of bar means, in words beside it."""

    def __init__(self, entries: tuple[tuple[Kind, str], ...], wide: float) -> None:
        super().__init__(wide, paragraph())
        self.entries = [(sign, printable(text)) for sign, text in entries]

    def paint(self, canvas: Any) -> None:
        x = 0.0
        for sign, text in self.entries:
            with artifact(canvas):
                if sign == "flag":
                    draw_icon(canvas, "flag", x, 13, 13, "accent")
                else:
                    swatch(canvas, sign, x, 2, 18)
            canvas.setFillColor(COLORS["soft"])
            canvas.setFont(TYPES["small"].font, TYPES["small"].size)
            canvas.drawString(x + 24, 4, f"{text} ")
            x += 24 + width(text, "small") + 18
