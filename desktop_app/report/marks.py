"""Signs drawn with lines: the four standings told apart by outline, pills, boxes to tick, the flag, the brand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desktop_app.report.lettering import COLORS, STRONG, TYPES, printable, width
from desktop_app.report.material import Kind
from desktop_app.report.tag_tree import Element, figure, paragraph
from desktop_app.report.tagged import Tagged, artifact, check_box, drawing, painting

GRID = 20
"""Icons are drawn on a grid of 20 units, y downward."""
LINE = 15
"""The height that a sign takes beside body text."""
MARK, MARK_STEP = 12, 14.5
PILL_HEIGHT, PILL_ICON = 17, 11
TICK = 10.5


def draw_icon(
    canvas: Canvas, kind: str, x: float, top: float, size: float, ink: str, paper: str = "card"
) -> None:
    """An icon with its upper left corner at x, top (from the bottom of the page)."""
    canvas.saveState()
    canvas.translate(x, top)
    canvas.scale(size / GRID, -size / GRID)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setStrokeColor(COLORS[ink])
    canvas.setFillColor(COLORS[ink])
    canvas.setLineWidth(1.9)
    _ICONS[kind](canvas, paper)
    canvas.restoreState()


def _line(canvas: Canvas, *points: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path)


def _met(canvas: Canvas, paper: str) -> None:
    canvas.circle(10, 10, 8.6, stroke=0, fill=1)
    canvas.setStrokeColor(COLORS[paper])
    canvas.setLineWidth(2.1)
    _line(canvas, (6.1, 10.4), (8.9, 13.1), (14, 7.2))


def _ask(canvas: Canvas, paper: str) -> None:
    canvas.roundRect(1.8, 2.6, 16.4, 12.2, 4.2, stroke=0, fill=1)
    tail = canvas.beginPath()
    tail.moveTo(5.2, 13.6)
    tail.lineTo(5.2, 18.4)
    tail.lineTo(10.4, 14.2)
    tail.close()
    canvas.drawPath(tail, stroke=0, fill=1)
    canvas.setStrokeColor(COLORS[paper])
    canvas.setFillColor(COLORS[paper])
    canvas.setLineWidth(1.75)
    hook = canvas.beginPath()
    hook.moveTo(7.9, 7.1)
    hook.curveTo(8, 4.6, 12.3, 4.6, 12.2, 7.2)
    hook.curveTo(12.1, 8.7, 10.05, 8.6, 10.05, 10.1)
    canvas.drawPath(hook)
    canvas.circle(10.05, 12.5, 1.1, stroke=0, fill=1)


def _todo(canvas: Canvas, paper: str) -> None:
    canvas.circle(10, 10, 7.7)
    _line(canvas, (10, 5.6), (10, 10.2), (13.2, 12.2))


def _open(canvas: Canvas, paper: str) -> None:
    canvas.setLineCap(0)
    canvas.setDash([3.3, 2.72])
    canvas.circle(10, 10, 7.7)
    canvas.setDash()
    for x in (6.6, 10, 13.4):
        canvas.circle(x, 10, 1.15, stroke=0, fill=1)


def _flag(canvas: Canvas, paper: str) -> None:
    _line(canvas, (5, 17.4), (5, 3.2), (15.6, 3.2), (12.8, 6.9), (15.6, 10.6), (5, 10.6))


_ICONS: dict[str, Callable[[Canvas, str], None]] = {
    "met": _met,
    "ask": _ask,
    "todo": _todo,
    "open": _open,
    "flag": _flag,
}


def draw_brand(canvas: Canvas, x: float, top: float, size: float) -> None:
    """Two people side by side: one ring full, one open."""
    canvas.saveState()
    canvas.translate(x, top)
    canvas.scale(size / 24, -size / 24)
    canvas.setFillColor(COLORS["accent"])
    canvas.circle(11, 12, 9, stroke=0, fill=1)
    for color, line in ((white, 4.2), (COLORS["ask"], 2.6)):
        canvas.setStrokeColor(color)
        canvas.setLineWidth(line)
        canvas.circle(23, 12, 7.9)
    canvas.restoreState()


class Sign(Tagged, Flowable):
    """Something drawn that takes a line of body text."""

    def __init__(self, wide: float, element: Element | None = None) -> None:
        super().__init__()
        self.width, self.height, self.element = wide, LINE, element

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        with painting(self):
            self.paint(self.canv)

    def paint(self, canvas: Any) -> None:
        raise NotImplementedError


class Pill(Sign):
    """A status as an icon and a word; the word is read."""

    def __init__(self, kind: Kind, word: str) -> None:
        super().__init__(pill_width(word), paragraph())
        self.kind, self.word = kind, printable(word)

    def paint(self, canvas: Any) -> None:
        fill, edge = {"met": ("met", "met"), "ask": ("ask_tint", "ask")}.get(self.kind, ("card", self.kind))
        ink = "card" if self.kind == "met" else self.kind
        below = (self.height - PILL_HEIGHT) / 2
        with artifact(canvas):
            canvas.saveState()
            canvas.setFillColor(COLORS[fill])
            canvas.setStrokeColor(COLORS[edge])
            canvas.setLineWidth(0.9)
            if self.kind == "open":
                canvas.setDash([2.4, 1.9])
            canvas.roundRect(0.5, below, self.width - 1, PILL_HEIGHT, PILL_HEIGHT / 2, stroke=1, fill=1)
            canvas.restoreState()
            draw_icon(canvas, self.kind, 7, below + PILL_HEIGHT - 3, PILL_ICON, ink, fill)
        canvas.setFillColor(COLORS[ink])
        canvas.setFont(STRONG, TYPES["head"].size)
        canvas.drawString(22.5, below + 5.2, self.word)


def pill_width(word: str) -> float:
    return width(word, "head") + 32


class Marks(Sign):
    """One icon for each requirement that counts, flush right; read as the names and standings that they show."""

    def __init__(self, kinds: Sequence[Kind], texts: Sequence[str], wide: float) -> None:
        super().__init__(wide, figure("; ".join(texts)))
        self.kinds = tuple(kinds)

    def paint(self, canvas: Any) -> None:
        drawn = marks_width(len(self.kinds))
        x = self.width - drawn
        with drawing(self, (x, self.height - 1.5 - MARK, drawn, MARK)):
            for kind in self.kinds:
                draw_icon(canvas, kind, x, self.height - 1.5, MARK, kind)
                x += MARK_STEP


def marks_width(count: int) -> float:
    return count * MARK_STEP - (MARK_STEP - MARK)


class TickBox(Sign):
    """An empty box, to be ticked by hand or in the file; `words` say what for."""

    def __init__(self, words: str) -> None:
        super().__init__(TICK, Element("Form"))
        self.words = printable(words)

    def paint(self, canvas: Any) -> None:
        below = (self.height - TICK) / 2 - 0.5
        canvas.setStrokeColor(COLORS["edge"])
        canvas.setFillColor(COLORS["card"])
        canvas.setLineWidth(1)
        canvas.roundRect(0.5, below, TICK, TICK, 2, stroke=1, fill=1)
        check_box(self, (0.5, below, TICK, TICK), self.words, COLORS["accent"])


class Flag(Sign):
    """The sign of what comes first; the heading beside it says so."""

    def __init__(self) -> None:
        super().__init__(17)

    def paint(self, canvas: Any) -> None:
        with artifact(canvas):
            draw_icon(canvas, "flag", -3, self.height + 1, 17, "accent")


class WritingLine(Sign):
    """A label and a line to write on by hand."""

    def __init__(self, label: str, wide: float) -> None:
        super().__init__(wide, paragraph())
        self.label = printable(label)

    def paint(self, canvas: Any) -> None:
        kind = TYPES["small"]
        canvas.setFillColor(COLORS[kind.color])
        canvas.setFont(kind.font, kind.size)
        canvas.drawString(0, 4, self.label)
        canvas.setStrokeColor(COLORS["edge"])
        canvas.setLineWidth(0.75)
        start = width(self.label, "small") + 12
        canvas.line(start, 2, min(self.width, max(start + 200, 340)), 2)


class RuledLines(Sign):
    """Lines to write on by hand, which are not read."""

    APART = 26

    def __init__(self, wide: float, count: int) -> None:
        super().__init__(wide)
        self.count, self.height = count, count * self.APART

    def paint(self, canvas: Any) -> None:
        canvas.setStrokeColor(COLORS["edge"])
        canvas.setLineWidth(0.75)
        for at in range(self.count):
            canvas.line(0, at * self.APART + 0.5, self.width, at * self.APART + 0.5)
