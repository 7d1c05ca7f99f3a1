"""The same report as source for typst, to measure beside: the same words in headings, lists and tables."""

from __future__ import annotations

import json
from collections.abc import Iterator

from desktop_app.report.kinds import Content
from desktop_app.report.outline import outline
from desktop_app.report.pieces import (
    Block,
    Box,
    Contacts,
    Drawing,
    Heading,
    Listing,
    Piece,
    Sign,
    Table,
    Text,
    Tick,
    Writing,
)

HEAD = """#set page("us-letter", margin: 54pt, numbering: "1 / 1")
#set text(size: 10.5pt, lang: "{language}")
#set table(stroke: 0.5pt)
"""


def typst_source(content: Content) -> str:
    lines = [HEAD.format(language=content.language)]
    for part in outline(content):
        for block in part:
            lines += _block(block)
    return "\n".join(lines)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text() | Writing():
            yield f"{_piece(block)}\n"
        case Heading():
            yield f"#heading(level: {block.level})[{_words(block.text)}]"
        case Listing():
            yield f"#list({', '.join(f'[{_words(item.text)}]' for item in block.items)})"
        case Contacts():
            told = (_words(". ".join(each)) for each in block.contacts)
            yield f"#list({', '.join(f'[{each}]' for each in told)})"
        case Drawing():
            yield f"#heading(level: 3)[{_words(block.title)}]\n{_words(block.picture.spoken)}\n"
        case Box():
            for inner in block.blocks:
                yield from _block(inner)
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    wide = max(len(row.cells) for group in table.groups for row in group.rows)
    cells = (
        [f"table.header({', '.join(f'[{_words(name)}]' for name in table.columns)})"] if table.columns else []
    )
    for group in table.groups:
        if group.title:
            cells.append(f"table.cell(colspan: {wide})[{_words(group.title)}]")
        for row in group.rows:
            each = [f"[{' '.join(map(_piece, cell))}]" for cell in row.cells]
            cells += each + ["[]"] * (wide - len(each))
        cells += [f"table.cell(colspan: {wide})[{_piece(note)}]" for note in group.notes]
    yield f"#table(columns: {wide}, {', '.join(cells)})"


def _piece(piece: Piece) -> str:
    match piece:
        case Text() | Tick():
            return f"#par[{_words(piece.text)}]"
        case Sign():
            return f"#box(stroke: 0.5pt, inset: 3pt)[{_words(piece.status.word)}]"
        case Writing():
            return f"#par[{_words(piece.label)} #box(width: 6cm, stroke: (bottom: 0.5pt))]"
    return ""


def _words(text: str) -> str:
    """A text as it is, never markup."""
    return f"#text({json.dumps(text, ensure_ascii=False)})"
