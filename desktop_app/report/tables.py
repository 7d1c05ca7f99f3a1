"""Hairline tables of the report: heads and feet in a stronger line, group rows kept with what follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer, Table

from desktop_app.report.lettering import COLORS, REGULAR, paragraph
from desktop_app.report.marks import TICK, TickBox

GAP = 10
"""Points between columns."""
Cell = Flowable | Sequence[Flowable] | str
Command = tuple[Any, ...]


class Rows:
    """A table being filled row by row."""

    def __init__(self, widths: Sequence[float], *, pad: float = 7) -> None:
        self.widths, self.pad = list(widths), pad
        self.cells: list[list[Any]] = []
        self.commands: list[Command] = []
        self.heads = 0

    def head(self, titles: Sequence[str]) -> None:
        """The head of the columns; it is repeated on every page that the table reaches."""
        self.cells.append([paragraph(title, "head") if title else "" for title in titles])
        self._pad(5, 5)
        self._rule("edge", 1)
        self.heads = 1

    def group(self, title: str, *, pad: float = 6) -> None:
        """A row over the whole width, never left alone at the foot of a page."""
        at = len(self.cells)
        self.cells.append([paragraph(title, "head"), *([""] * (len(self.widths) - 1))])
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
        """A row; `under` runs below all cells but the first."""
        at = len(self.cells)
        made = [_cell(cell) for cell in cells]
        if under:
            made = [made[0], [self._over(made[1:], under)], *([""] * (len(made) - 2))]
            self.commands.append(("SPAN", (1, at), (-1, at)))
        self.cells.append(made)
        pad = self.pad if pad is None else pad
        self._pad(pad, pad)
        self._rule("hair", 0.75)
        if indent:
            self.commands.append(("LEFTPADDING", (0, at), (0, at), indent))

    def _over(self, cells: list[Any], under: Sequence[Flowable]) -> Table:
        last = len(cells) - 1
        style = bare(
            ("RIGHTPADDING", (0, 0), (last - 1, 0), GAP),
            ("SPAN", (0, 1), (-1, 1)),
            ("TOPPADDING", (0, 1), (-1, 1), 4),
        )
        return Table([cells, [list(under), *([""] * last)]], colWidths=self.widths[1:], style=style)

    def beneath(self, column: int, cell: list[Flowable], *, gap: float = 3) -> None:
        """More about the row above, from `column` to the right edge; the two are never parted."""
        at = len(self.cells)
        after = len(self.widths) - column - 1
        self.cells.append([*([""] * column), cell, *([""] * after)])
        self._pad(0, self.pad + 1)
        self.commands += [("BOTTOMPADDING", (0, at - 1), (-1, at - 1), gap)]
        self.commands += [("SPAN", (column, at), (-1, at)), ("NOSPLIT", (0, at - 1), (-1, at))]

    def table(self) -> Table:
        last = len(self.cells) - 1
        right = [("RIGHTPADDING", (column, 0), (column, -1), GAP) for column in range(len(self.widths) - 1)]
        foot = ("LINEBELOW", (0, last), (-1, last), 1, COLORS["edge"])
        fits = [command for command in self.commands if command[0] != "NOSPLIT" or command[2][1] <= last]
        return Table(
            self.cells, colWidths=self.widths, repeatRows=self.heads, style=bare(*right, foot, *fits)
        )

    def _pad(self, top: float, bottom: float) -> None:
        at = len(self.cells) - 1
        self.commands += [
            ("TOPPADDING", (0, at), (-1, at), top),
            ("BOTTOMPADDING", (0, at), (-1, at), bottom),
        ]

    def _rule(self, color: str, line: float) -> None:
        at = len(self.cells) - 1
        self.commands.append(("LINEABOVE", (0, at), (-1, at), line, COLORS[color]))


def _cell(cell: Cell) -> list[Flowable] | str:
    if isinstance(cell, Flowable):
        return [cell]
    return cell if isinstance(cell, str) else list(cell)


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
        body.wrap(wide, 10_000)
        heights: list[float] = vars(body)["_rowHeights"]
        needed += sum(heights[:rows])
    else:
        needed += height_of(body, wide)
    return [CondPageBreak(needed), *head, body]


def height_of(part: Flowable, wide: float) -> float:
    """The height that a part takes, with the space around it."""
    if isinstance(part, Spacer):
        return float(part.height)
    height: float = part.wrap(wide, 10_000)[1]
    return height + float(part.getSpaceBefore()) + float(part.getSpaceAfter())


def tick_line(text: str, wide: float) -> Table:
    """A box to tick and what it is for."""
    style = bare(("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2))
    left = TICK + 8
    return Table([[TickBox(), paragraph(text)]], colWidths=[left, wide - left], style=style, hAlign="LEFT")


def side_by_side(left: list[Flowable], right: list[Flowable], wide: float, gap: float) -> Table:
    half = (wide - gap) / 2 if right else 0
    style = bare(("RIGHTPADDING", (0, 0), (0, 0), gap))
    return Table([[left, right]], colWidths=[wide - half, half], style=style)
