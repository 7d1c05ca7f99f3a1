"""Two languages side by side, a block beside its other half; each is read in its own language, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table

from desktop_app.report.blocks import Block, Brevity, Line, blocks_of
from desktop_app.report.content import ReportContent
from desktop_app.report.employer import EmployerCopy
from desktop_app.report.lettering import COLORS, heading, linked, paragraph, printable
from desktop_app.report.marks import Pill, RuledLines, TickBox, WritingLine
from desktop_app.report.paper import Paper
from desktop_app.report.passages import finder
from desktop_app.report.tables import bare, height_of
from desktop_app.report.tag_tree import Element, adopt, item, listing
from desktop_app.report.tagged import Text, table_of
from desktop_app.report.tags import Foreign
from desktop_app.report.timeline import Legend, Timeline

GAP, TICK_COLUMN = 26, 22
ABOVE = {1: 0.0, 2: 24.0, 3: 14.0}
"""The space above a heading, by its level."""
Content = ReportContent | EmployerCopy
Pair = tuple[Block, Block]


def side_by_side_story(one: Content, other: Content, paper: Paper) -> list[Flowable]:
    """All flowables, `one` on the left; its language is the document's."""
    settings = CLOSER if isinstance(one, ReportContent) and one.only_first else CLOSER[:1]
    for setting in settings:
        parts = _Columns(one, other, paper, setting).story()
        if _height(parts, paper.wide) <= paper.high - 1:
            break
    return parts


class Setting(NamedTuple):
    """How much white there is, and what is left out."""

    white: float
    brevity: Brevity


CLOSER = (
    Setting(1, Brevity()),
    Setting(0.7, Brevity()),
    Setting(0.7, Brevity(2, close=True)),
    Setting(0.5, Brevity(2, close=True)),
    Setting(0.35, Brevity(2, close=True)),
    Setting(0.35, Brevity(1, close=True)),
    Setting(0.35, Brevity(0, close=True)),
    Setting(0.28, Brevity(0, close=True)),
    Setting(0.2, Brevity(0, close=True)),
    Setting(0.1, Brevity(0, close=True)),
)
"""Of one page, the first that fits is taken."""


class _Columns:
    def __init__(self, one: Content, other: Content, paper: Paper, setting: Setting) -> None:
        self._pairs = pairs(blocks_of(one, setting.brevity), blocks_of(other, setting.brevity))
        self._white = setting.white
        self._paper = paper
        self._half = (paper.wide - TICK_COLUMN - GAP) / 2
        self._language, self._foreign = other.language, finder(other.foreign)
        self._list: Element | None = None

    def story(self) -> list[Flowable]:
        parts: list[Flowable] = []
        for at, pair in enumerate(self._pairs):
            if not pair[0].tick:
                self._list = None
            if pair[0].level:
                parts += self._before_heading(at)
            elif pair[0].group and not self._follows_heading(at):
                parts.append(CondPageBreak(self._high(self._pairs[at : at + 2])))
            parts += self._of(pair)
        return parts

    def _before_heading(self, at: int) -> Iterator[Flowable]:
        """A heading is never left alone at the foot of a page."""
        block = self._pairs[at][0]
        if block.new_page:
            yield PageBreak()
            return
        last = self._pairs[at + 2 : at + 3]
        following = self._pairs[at : at + (4 if last and last[0][0].group else 3)]  # nor is a group's name
        yield CondPageBreak(min(self._high(following), self._paper.high / 2))

    def _follows_heading(self, at: int) -> bool:
        return any(left.level for left, _ in self._pairs[max(0, at - 2) : at])

    def _high(self, several: Sequence[Pair]) -> float:
        return _height([part for pair in several for part in self._of(pair, dry=True)], self._paper.wide)

    def _of(self, pair: Pair, *, dry: bool = False) -> list[Flowable]:
        left, right = pair
        if left.ruled:
            return [RuledLines(self._paper.wide, 14)]
        if left.drawn is not None:
            return self._drawn(pair)
        if left.level:
            return [self._heading(left, right)]
        cells = [self._cell(left, other=False), self._cell(right, other=True)]
        return [self._row(left, cells, dry=dry)]

    def _row(self, block: Block, cells: list[list[Flowable]], *, dry: bool) -> Table:
        pad = (6 if block.row else 2.5) * self._white
        style: list[Any] = [("TOPPADDING", (0, 0), (-1, -1), pad), ("BOTTOMPADDING", (0, 0), (-1, -1), pad)]
        style.append(("RIGHTPADDING", (1, 0), (1, 0), GAP))
        if block.row:
            style.append(("LINEABOVE", (0, 0), (-1, 0), 0.75, COLORS["hair"]))
        box: list[Any] = [TickBox(block.tick)] if block.tick else []
        if dry:
            element = Element("Div")
        elif block.tick:
            self._list = self._list or listing()
            item(self._list, box, [*cells[0], *cells[1]])
            element = self._list
        else:
            element = adopt(Element("Div"), [*cells[0], *cells[1]])
        start = TICK_COLUMN if block.tick else 0
        widths = [start, self._half + TICK_COLUMN - start + GAP, self._half]
        return table_of([[box, *cells]], element, colWidths=widths, style=bare(*style))

    def _cell(self, block: Block, *, other: bool) -> list[Flowable]:
        def of(part: Flowable) -> Flowable:
            return self._in_other([part])[0] if other else part

        wide = self._half + (0 if other or block.tick else TICK_COLUMN)
        made: list[Flowable] = []
        for part in block.parts:
            if isinstance(part, Line):
                made.append(of(self._line(part)))
            else:
                made = self._with_pill(made, of(Pill(*part)), wide)
        if block.write:
            made += [Spacer(0, 4)] if made else []
            made.append(of(WritingLine(block.write, wide)))
        return made

    def _with_pill(self, before: list[Flowable], pill: Flowable, column: float) -> list[Flowable]:
        """Beside the name that comes before it; alone, with room below."""
        if not before:
            return [pill, Spacer(0, 4)]
        name, wide = before[0], pill.wrap(0, 0)[0]
        style = bare(("VALIGN", (0, 0), (-1, -1), "TOP"), ("ALIGN", (1, 0), (1, 0), "RIGHT"))
        widths = [column - wide - 6, wide + 6]
        return [
            table_of([[name, pill]], adopt(Element("Div"), [name, pill]), colWidths=widths, style=style),
            Spacer(0, 3),
        ]

    def _line(self, line: Line) -> Text:
        if line.url:
            return linked(line.text, line.style, line.linked, url=line.url, strong=line.strong)
        return paragraph(line.text, line.style, strong=line.strong)

    def _heading(self, left: Block, right: Block) -> Table:
        """One heading, of which the second half is of the other language."""
        one, two = (block.parts[0] for block in (left, right))
        assert isinstance(one, Line) and isinstance(two, Line)  # noqa: S101, PT018 - a heading is a line
        made = heading(f"{one.text}\N{NO-BREAK SPACE}", left.level, one.style)
        made.bookmark = f"{printable(one.text)} · {printable(two.text)}"
        beside = paragraph(two.text, two.style)
        beside.element = made.element
        beside.foreign = _all_of(self._language)
        style = bare(
            ("RIGHTPADDING", (0, 0), (0, 0), GAP), ("BOTTOMPADDING", (0, 0), (-1, -1), 4 * self._white)
        )
        widths = [self._half + TICK_COLUMN + GAP, self._half]
        assert made.element is not None  # noqa: S101 - a heading always has one
        row = table_of([[[made], [beside]]], made.element, colWidths=widths, style=style)
        vars(row)["spaceBefore"] = ABOVE[left.level] * self._white  # which a page's top swallows
        return row

    def _drawn(self, pair: Pair) -> list[Flowable]:
        """The picture in each language, one below the other: it needs the width."""
        made: list[Flowable] = []
        for block, other in zip(pair, (False, True), strict=True):
            assert block.drawn is not None  # noqa: S101 - both halves of a pair are of a kind
            picture, legend = (
                Timeline(block.drawn, self._paper.wide),
                Legend(block.drawn.legend, self._paper.wide),
            )
            high = picture.height + legend.height + 24
            if high <= self._paper.high:
                shown: list[Flowable] = [picture, Spacer(0, 6), legend, Spacer(0, 14)]
                made += [CondPageBreak(high), *(self._in_other(shown) if other else shown)]
        return made

    def _in_other(self, parts: list[Flowable]) -> list[Flowable]:
        """Parts of the right-hand language, marked as such."""
        for part in parts:
            element = getattr(part, "element", None)
            if element is not None:
                element.language = self._language
            if isinstance(part, Text):
                part.foreign = self._foreign
        return parts


def pairs(one: Sequence[Block], other: Sequence[Block]) -> list[Pair]:
    """Block by block; where a part has more of them in one language, the other side stays empty there."""
    made: list[Pair] = []
    nothing: list[Block] = []
    for left, right in zip_longest(_parts(one), _parts(other), fillvalue=nothing):
        made += zip_longest(left, right, fillvalue=Block())
    return made


def _parts(blocks: Sequence[Block]) -> list[list[Block]]:
    """Parted before each heading."""
    parts: list[list[Block]] = []
    for block in blocks:
        if block.level or not parts:
            parts.append([])
        parts[-1].append(block)
    return parts


def _height(parts: Sequence[Flowable], wide: float) -> float:
    return sum(height_of(part, wide) for part in parts if not isinstance(part, (CondPageBreak, PageBreak)))


def _all_of(language: str) -> Foreign:
    return lambda text: [(0, len(text), language)]
