"""Hairline tables of the report: heads and feet in a stronger line, group rows kept with what follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer, Table

from desktop_app.report.lettering import COLORS, REGULAR, paragraph
from desktop_app.report.marks import TICK, TickBox
from desktop_app.report.tag_tree import Element, adopt, cell, header, item, listing
from desktop_app.report.tagged import table_of
from desktop_app.report.tags import row_heights

GAP = 10
"""Points between columns."""
Cell = Flowable | Sequence[Flowable]
Command = tuple[Any, ...]


class Rows:
    """A table being filled row by row, with what each cell is: a header of its column or row, or what was found.

    `lead`: the first column holds only a sign, which belongs to the cell after it.
    """

    def __init__(self, widths: Sequence[float], *, pad: float = 7, lead: bool = False) -> None:
        self.widths, self.pad, self.lead = list(widths), pad, lead
        self.cells: list[list[Any]] = []
        self.commands: list[Command] = []
        self.heads = 0
        self.element = Element("Table")
        self._body = Element("TBody")
        self._row = Element("TR")
        self._columns = len(self.widths) - lead

    def head(self, titles: Sequence[str]) -> None:
        """The head of the columns; it is repeated on every page that the table reaches."""
        made = [paragraph(title, "head") for title in titles]
        row = self.element.add(Element("THead")).add(Element("TR"))
        for title in made:
            adopt(row.add(header("Column")), [title])
        self.cells.append([""] * self.lead + [[title] for title in made])
        self._pad(5, 5)
        self._rule("edge", 1)
        self.heads = 1

    def group(self, title: str, *, pad: float = 6) -> None:
        """A row over the whole width, never left alone at the foot of a page."""
        at = len(self.cells)
        made = paragraph(title, "head")
        self._body = self.element.add(Element("TBody"))
        adopt(self._body.add(Element("TR")).add(header("Column", self._columns)), [made])
        self.cells.append([[made], *([""] * (len(self.widths) - 1))])
        self._pad(pad, pad - 1)
        self._rule("edge", 1 if at != self.heads or not at else 0.75)
        self.commands += [("SPAN", (0, at), (-1, at)), ("NOSPLIT", (0, at), (-1, at + 1))]

    def row(
        self,
        cells: Sequence[Cell],
        *,
        indent: float = 0,
        pad: float | None = None,
        under: Sequence[Flowable] = (),
    ) -> None:
        """A row, named by its first cell; `under` runs below all columns but the first, and is read with the second."""
        at = len(self.cells)
        made: list[Any] = [_cell(cell) for cell in cells]
        self._read(made, under)
        if under:
            made = [made[0], [self._over(made[1:], under)], *([""] * (len(made) - 2))]
            self.commands.append(("SPAN", (1, at), (-1, at)))
        self.cells.append(made)
        pad = self.pad if pad is None else pad
        self._pad(pad, pad)
        self._rule("hair", 0.75)
        if indent:
            self.commands.append(("LEFTPADDING", (0, at), (0, at), indent))

    def _read(self, cells: Sequence[Any], under: Sequence[Flowable]) -> None:
        if self._body.held_by is None:
            self.element.add(self._body)
        self._row = self._body.add(Element("TR"))
        parts = [[*cells[0], *cells[1]], *cells[2:]] if self.lead else list(cells)
        for column, part in enumerate(parts):
            beneath = list(under) if column == (0 if self.lead else 1) else []
            adopt(self._row.add(cell() if column else header("Row")), [*part, *beneath])

    def _over(self, cells: list[Any], under: Sequence[Flowable]) -> Table:
        last = len(cells) - 1
        style = bare(
            ("RIGHTPADDING", (0, 0), (last - 1, 0), GAP),
            ("SPAN", (0, 1), (-1, 1)),
            ("TOPPADDING", (0, 1), (-1, 1), 4),
        )
        below: list[Any] = [list(under), *([""] * last)]
        return Table([cells, below], colWidths=self.widths[1:], style=style)

    def beneath(self, column: int, part: list[Flowable], *, gap: float = 3, goes_on: int = 0) -> None:
        """More about the row above, from `column` to the right edge; the two are never parted.

        It is read as a row of its own, or as what goes on from the cell of the column `goes_on`.
        """
        at = len(self.cells)
        after = len(self.widths) - column - 1
        if goes_on:
            adopt(self._row.kids[goes_on], part)  # type: ignore[arg-type] # a row's kids are its cells
        else:
            adopt(self._body.add(Element("TR")).add(cell(self._columns)), part)
        self.cells.append([*([""] * column), part, *([""] * after)])
        self._pad(0, self.pad + 1)
        self.commands += [("BOTTOMPADDING", (0, at - 1), (-1, at - 1), gap)]
        self.commands += [("SPAN", (column, at), (-1, at)), ("NOSPLIT", (0, at - 1), (-1, at))]

    def table(self) -> Table:
        last = len(self.cells) - 1
        right = [("RIGHTPADDING", (column, 0), (column, -1), GAP) for column in range(len(self.widths) - 1)]
        foot = ("LINEBELOW", (0, last), (-1, last), 1, COLORS["edge"])
        fits = [command for command in self.commands if command[0] != "NOSPLIT" or command[2][1] <= last]
        style = bare(*right, foot, *fits)
        return table_of(self.cells, self.element, colWidths=self.widths, repeatRows=self.heads, style=style)

    def _pad(self, top: float, bottom: float) -> None:
        at = len(self.cells) - 1
        self.commands += [
            ("TOPPADDING", (0, at), (-1, at), top),
            ("BOTTOMPADDING", (0, at), (-1, at), bottom),
        ]

    def _rule(self, color: str, line: float) -> None:
        at = len(self.cells) - 1
        self.commands.append(("LINEABOVE", (0, at), (-1, at), line, COLORS[color]))


def _cell(cell: Cell) -> list[Flowable]:
    return [cell] if isinstance(cell, Flowable) else list(cell)


def bare(*more: Command) -> Any:
    """A table's style without reportlab's own font, padding and lines; and more on top."""
    return [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *(
            (side, (0, 0), (-1, -1), 0)
            for side in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
        ),
        *more,
    ]


def section(head: Sequence[Flowable], body: Flowable, wide: float, *, rows: int = 3) -> list[Flowable]:
    """A heading and what follows it; on a fresh page where only the heading would fit on this one."""
    needed = sum(height_of(part, wide) for part in head)
    if isinstance(body, Table):
        needed += sum(row_heights(body, wide)[:rows])
    else:
        needed += height_of(body, wide)
    return [CondPageBreak(needed), *head, body]


def height_of(part: Flowable, wide: float) -> float:
    """The height that a part takes, with the space around it."""
    if isinstance(part, Spacer):
        return float(part.height)
    height: float = part.wrap(wide, 10_000)[1]
    return height + float(part.getSpaceBefore()) + float(part.getSpaceAfter())


def tick_lines(texts: Sequence[str], wide: float) -> list[Flowable]:
    """A list of boxes to tick, each with what it is for."""
    items, left = listing(), TICK + 8
    style = bare(("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2))
    made: list[Flowable] = []
    for text in texts:
        box, words = TickBox(text), paragraph(text)
        item(items, [box], [words])
        widths = [left, wide - left]
        made.append(table_of([[box, words]], items, colWidths=widths, style=style, hAlign="LEFT"))
    return made


def bulleted(texts: Sequence[str], wide: float) -> list[Flowable]:
    """A list of sentences, each behind a dash."""
    items, style = listing(), bare(("TOPPADDING", (0, 0), (-1, -1), 1))
    made: list[Flowable] = []
    for text in texts:
        dash, words = paragraph("–"), paragraph(text)
        item(items, [dash], [words])
        made.append(table_of([[dash, words]], items, colWidths=[12, wide - 12], style=style))
    return made


def side_by_side(left: list[Flowable], right: list[Flowable], wide: float, gap: float) -> Table:
    """Two columns, the left one read first."""
    half = (wide - gap) / 2 if right else 0
    style = bare(("RIGHTPADDING", (0, 0), (0, 0), gap))
    read = adopt(Element("Div"), [*left, *right])
    return table_of([[left, right]], read, colWidths=[wide - half, half], style=style)
