"""The report as plain text: for a screen reader, an old printer, a message, or whoever wants nothing but the words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from desktop_app.report.content import Furniture
from desktop_app.report.kinds import Content
from desktop_app.report.outline import clean, outline
from desktop_app.report.pieces import (
    Block,
    Box,
    Contacts,
    Drawing,
    Heading,
    Listing,
    Marks,
    Piece,
    Row,
    Rows,
    Sign,
    Table,
    Text,
    Tick,
    Told,
    Writing,
)

COLUMNS = 72
UNDERLINE = {1: "=", 2: "-", 3: "."}
"""What stands below a heading."""
TICK, DASH = "[ ] ", "- "
STEP = 4
"""Letters by which what belongs to a name stands further right."""
ROOM = "_" * 24
"""To write on."""


def text_of(content: Content | Told) -> str:
    """All of it, in lines of 72 letters at most."""
    lines: list[str] = []
    for paragraph in _paragraphs(content):
        if paragraph:
            lines += ["", *paragraph] if lines else paragraph
    return "\n".join(lines) + "\n"


Lines = list[str]


def _paragraphs(content: Content | Told) -> Iterator[Lines]:
    """Lines that stand together; an empty line comes between them."""
    furniture = content.furniture
    yield _wrapped(f"{furniture.product} · {furniture.day}")
    for at, part in enumerate(outline(content)):
        for block in part:
            apart = [""] if at and block is part[0] else []
            yield from ([*apart, *lines] for lines in _block(block))
    yield ["", "-" * COLUMNS]
    yield from _foot(furniture)


def _foot(furniture: Furniture) -> Iterator[Lines]:
    yield _wrapped(furniture.foot)
    yield _wrapped(furniture.own_line)


def _block(block: Block) -> Iterator[Lines]:
    match block:
        case Text():
            yield _wrapped(block.text)
        case Heading():
            yield _heading(block)
        case Writing():
            yield _wrapped(f"{block.label} {ROOM}")
        case Listing():
            yield [line for item in block.items for line in _item(item)]
        case Contacts():
            for contact in block.contacts:
                about = [line for text in contact[1:] for line in _wrapped(text, STEP)]
                yield [*_wrapped(contact.name), *about]
        case Table():
            for group in block.groups:
                yield from _group(group, block)
        case Drawing():
            yield _heading(Heading(block.title, 3))
            yield _wrapped(block.picture.spoken.removeprefix(f"{block.title}. "))
        case Box():
            for inner in block.blocks:
                yield from _block(inner)


def _heading(heading: Heading) -> Lines:
    lines = _wrapped(heading.text)
    return [*lines, UNDERLINE[heading.level] * max(map(len, lines))]


def _item(item: Text | Tick) -> Lines:
    sign = TICK if isinstance(item, Tick) else DASH
    return _wrapped(item.text, sign=sign)


# ---------------------------------------------------------------- tables, a row after the other


def _group(group: Rows, table: Table) -> Iterator[Lines]:
    if group.title:
        yield _wrapped(group.title)
    for row in group.rows:
        yield _row(row, table.columns)
    yield [line for note in group.notes for line in _piece(note, 0)]


def _row(row: Row, columns: tuple[str, ...]) -> Lines:
    """What names the row, and below it each cell with the name of its column."""
    name, *rest = row.cells
    lines = [line for piece in name[:1] for line in _piece(piece, 0)]
    lines += [line for piece in name[1:] for line in _piece(piece, STEP)]
    for at, cell in enumerate(rest, 1):
        column = f"{columns[at]}: " if columns else ""
        for piece in cell:
            lines += _piece(piece, STEP, column)
            column = ""
    return lines


def _piece(piece: Piece, indent: int, column: str = "") -> Lines:
    match piece:
        case Text():
            return _wrapped(f"{column}{piece.text}", indent)
        case Tick():
            return _wrapped(piece.text, indent, sign=TICK)
        case Sign():
            return _wrapped(f"{column}{piece.status.word}", indent)
        case Writing():
            return _wrapped(f"{piece.label} {ROOM}", indent)
        case Marks():
            return []  # each of them is told further on, with all that belongs to it


def _wrapped(text: str, indent: int = 0, sign: str = "") -> Lines:
    left = " " * indent
    return textwrap.wrap(
        clean(text),
        COLUMNS,
        initial_indent=left + sign,
        subsequent_indent=left + " " * len(sign),
        break_on_hyphens=False,
    )
