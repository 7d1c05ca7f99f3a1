"""Sets plain text in lines, to be measured for a width and painted; the one place where text is broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from desktop_app.line_ends import break_before, company, held_together
from desktop_app.ui.theme import FontRole, Theme

LINE_SEPARATOR = "\u2028"
UNBROKEN = 1_000_000.0
LAST_OF_ONE_UNIT = "\uffff"
"""Qt counts what lies behind it as two letters."""
ENDS = frozenset({" ", LINE_SEPARATOR})
NO_BREAK = "\N{NO-BREAK SPACE}"

DOT = "·"

WIDTHS_KEPT = 8
"""While a page is laid out, the same words are measured for a few widths by turns."""
HEIGHTS_KEPT = 64

KEPT = 512
"""Of words, more than two pages have: what is said again, or by a part made anew, need not be set again."""


class Run(NamedTuple):
    """A stretch of text, in strong letters or in the softer color."""

    text: str
    strong: bool = False
    soft: bool = False


Words = str | Sequence[Run]
"""What may be set: plain text, or runs of it. Nothing in it is ever read as markup."""


def marked(text: str) -> list[Run]:
    """Runs of a catalog sentence in which **two stars** stand around what is strong."""
    return [Run(part, strong=bool(at % 2)) for at, part in enumerate(text.split("**")) if part]


def plain(words: Words) -> str:
    return words if isinstance(words, str) else "".join(run.text for run in words)


def lettering(
    theme: Theme,
    words: Words,
    role: FontRole,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    control: bool = False,
) -> Lettering:
    """The same for the same words, and kept for a while. For what is no secret."""
    return _kept(theme, words if isinstance(words, str) else tuple(words), role, align, control)


class Lettering:
    """Words in one font role of a theme. In a control lines stand closer than in a paragraph."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        role: FontRole,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        control: bool = False,
    ) -> None:
        self.theme, self.role = theme, role
        self.text = plain(words)
        self.font = theme.font(role)
        self._align = align
        self._runs = [Run(words)] if isinstance(words, str) else list(words)
        self._pitch = theme.line_height(role, control=control)
        self._laid: dict[float, QTextLayout] = {}
        self._heights: dict[float, float] = {}
        self._natural: float | None = None
        self._word: float | None = None
        self._held = _held(self.text)

    def line_height(self) -> float:
        return self._pitch

    def height(self, width: float) -> float:
        height = self._heights.get(width)
        if height is None:
            if len(self._heights) >= HEIGHTS_KEPT:  # while a window is pulled wider there is no end of them
                self._heights.clear()
            height = self._heights[width] = self._pitch * max(1, self._layout(width).lineCount())
        return height

    def natural_width(self) -> float:
        """The width at which nothing wraps."""
        if self._natural is None:
            layout = self._layout(UNBROKEN)
            widths = (layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount()))
            self._natural = max(widths, default=0.0)
        return self._natural

    def word_width(self) -> float:
        """The width of the longest word: below it, words break."""
        if self._word is None:
            self._word = self._widest(self.text.split())
        return self._word

    def _widest(self, words: Sequence[str]) -> float:
        font = self.theme.font("strong") if any(run.strong for run in self._runs) else self.font
        metrics = QFontMetricsF(font)
        return max((metrics.horizontalAdvance(word) for word in words), default=0.0)

    def lines(self, width: float) -> list[QRectF]:
        """Where each line stands, from its left end and baseline: x, baseline, width, 0."""
        layout = self._layout(width)
        placed = []
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            used = line.naturalTextRect()
            placed.append(QRectF(used.x(), line.y() + line.ascent(), used.width(), 0))
        return placed

    def paint(self, painter: QPainter, left: float, top: float, width: float, color: QColor) -> None:
        layout = self._layout(width)
        painter.setPen(color)
        layout.draw(painter, QPointF(left, top), self._unseen(layout))

    def _unseen(self, layout: QTextLayout) -> list[QTextLayout.FormatRange]:
        if DOT not in self.text or max(self.text) > LAST_OF_ONE_UNIT:
            return []
        return _dots_at_ends(layout)

    def _layout(self, width: float) -> QTextLayout:
        if width < UNBROKEN and self._align is Qt.AlignmentFlag.AlignLeft and width >= self.natural_width():
            width = UNBROKEN  # nothing wraps: set once for all such widths
        laid = self._laid.get(width)
        if laid is None:
            if len(self._laid) >= WIDTHS_KEPT:
                self._laid.clear()
            laid = self._laid[width] = self._set(width)
        return laid

    def _set(self, width: float) -> QTextLayout:
        layout = self._in_lines(width, self._held)
        alone = _alone(layout, width, self._held) if layout.lineCount() > 1 else frozenset()
        return self._in_lines(width, self._held | alone) if alone else layout

    def _in_lines(self, width: float, held: frozenset[int]) -> QTextLayout:
        layout = QTextLayout(self.text.replace("\n", LINE_SEPARATOR), self.font)
        option = QTextOption(self._align if width < UNBROKEN else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            left = self._end_earlier(line, layout.text(), width, held) if held else 0.0
            line.setPosition(QPointF(left, top + (self._pitch - line.height()) / 2))
            top += self._pitch
        layout.endLayout()
        return layout

    def _end_earlier(self, line: QTextLine, words: str, room: float, held: frozenset[int]) -> float:
        """A line that would end within what belongs together ends before it, where the next has room for that.

        Gives how far it is moved then. For spaces there is a letter that holds by itself, but for hyphens not in ours.
        """
        end = line.textStart() + line.textLength() - 1
        if end not in held:
            return 0.0
        begins = max(break_before(words, line.textStart(), end, held), line.textStart())
        after = _break_after(words, end, held)
        spaces = [at for at in range(begins, end) if words[at] == " "]  # as much of it as there is room for
        space = next((at for at in spaces if self._widest([words[at + 1 : after]]) <= room), -1)
        if space < 0:
            return 0.0
        narrower = _x(line, space) + 1
        line.setLineWidth(narrower)
        aside = {Qt.AlignmentFlag.AlignRight: 1.0, Qt.AlignmentFlag.AlignHCenter: 0.5}
        return (room - narrower) * aside.get(self._align, 0.0)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for run in self._runs:
            length = len(run.text.encode("utf-16-le")) // 2  # Qt counts in UTF-16 units
            if run.strong or run.soft:
                ranges.append(self._format(run, start, length))
            start += length
        return ranges

    def _format(self, run: Run, start: int, length: int) -> QTextLayout.FormatRange:
        format_ = QTextCharFormat()
        if run.strong:
            strong = QFont(self.font)
            strong.setWeight(QFont.Weight.DemiBold)
            format_.setFont(strong)
        if run.soft:
            format_.setForeground(self.theme.color("soft"))
        placed = QTextLayout.FormatRange()
        placed.start = start
        placed.length = length
        placed.format = format_
        return placed


def _held(text: str) -> frozenset[int]:
    """Where in the text no line may end. None where Qt would count otherwise: in units of 16 bits."""
    if text and max(text) > LAST_OF_ONE_UNIT:
        return frozenset()
    return held_together(text)


def _break_after(words: str, at: int, held: frozenset[int]) -> int:
    places = range(at + 1, len(words))
    return next((one for one in places if words[one] in ENDS and one not in held), len(words))


def _alone(layout: QTextLayout, width: float, held: frozenset[int]) -> frozenset[int]:
    """Where the line before each last line of one short word ended, if it can give that a word for company."""
    words, last = layout.text(), layout.lineCount() - 1
    if max(words) > LAST_OF_ONE_UNIT:
        return frozenset()
    alone: set[int] = set()
    for at in range(1, last + 1):
        before, line = layout.lineAt(at - 1), layout.lineAt(at)
        start, end = line.textStart(), line.textStart() + line.textLength()
        ends = at == last or words[end - 1] == LINE_SEPARATOR
        parted = words[:start].rstrip().endswith(DOT)  # what follows is a part of its own
        if ends and not parted and words[start - 1] == " ":
            alone |= company(words, (before.textStart(), start, end), held, _width_over(before, line), width)
    return frozenset(alone)


def _width_over(before: QTextLine, line: QTextLine) -> Callable[[int, int], float]:
    """How wide words are that begin on a line and end on it, or with the whole of the next."""

    def width(begin: int, end: int) -> float:
        start = line.textStart()
        if end < start:
            return _x(before, end) - _x(before, begin)
        return _x(before, start) - _x(before, begin) + line.naturalTextWidth()

    return width


def _dots_at_ends(layout: QTextLayout) -> list[QTextLayout.FormatRange]:
    """The dots that part what stands on one line: none is seen where the line itself parts it."""
    unseen = []
    for at in range(layout.lineCount() - 1):
        line = layout.lineAt(at)
        end = len(layout.text()[: line.textStart() + line.textLength()].rstrip())
        if layout.text()[end - 1] == DOT:
            dot = QTextLayout.FormatRange()
            dot.start, dot.length = end - 1, 1
            dot.format.setForeground(Qt.GlobalColor.transparent)
            unseen.append(dot)
    return unseen


def _x(line: QTextLine, at: int) -> float:
    """How far from the line's beginning the letter at this place stands."""
    found: Any = line.cursorToX(at)  # with the place that it is nearest to
    return float(found[0]) - line.x()


@lru_cache(maxsize=KEPT)
def _kept(
    theme: Theme, words: str | tuple[Run, ...], role: FontRole, align: Qt.AlignmentFlag, control: bool
) -> Lettering:
    return Lettering(theme, words, role, align, control=control)
