"""The report as a web page: one file that needs nothing else, runs nothing, and reads well at any size."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import escape

from desktop_app import resources
from desktop_app.i18n import Words
from desktop_app.report.kinds import Content
from desktop_app.report.outline import clean, outline
from desktop_app.report.palette import DARK, PAPER
from desktop_app.report.passages import Found, finder
from desktop_app.report.pieces import (
    Block,
    Box,
    Cell,
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
from desktop_app.report.summary import Contact
from desktop_app.report.web_picture import svg_of, swatch


def page_of(content: Content | Told, words: Words, *others: Content | Told) -> str:
    """The whole page; the same content gives the same letters. `words` are of its language.

    What stands in `others` follows, each in a language of its own.
    """
    return "\n".join(_lines(content, words, others)) + "\n"


def _lines(content: Content | Told, words: Words, others: Sequence[Content | Told]) -> Iterator[str]:
    furniture = content.furniture
    bodies = [_Body(content), *(_Body(other, at) for at, other in enumerate(others, 1))]
    yield from (
        "<!DOCTYPE html>",
        f'<html lang="{escape(content.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(clean(f'{furniture.product}: {furniture.title}'))}</title>",
        f"<style>{_style()}</style>",
        "</head>",
        "<body>",
        f'<a class="skip" href="#report">{escape(words.say("web.skip"))}</a>',
        _signs(),
        "<header>",
        f'<p class="brand">{_sign("brand")}{escape(furniture.product)}</p>',
        f"<p>{escape(furniture.day)}</p>",
        "</header>",
    )
    yield from _parts(bodies, words)
    yield '<main id="report" tabindex="-1">'
    for body in bodies:
        yield from body.parts(words)
    yield "</main>"
    feet = (foot for body in bodies for foot in body.foot())
    yield from ("<footer>", *feet, "</footer>", "</body>", "</html>")


def _parts(bodies: Sequence[_Body], words: Words) -> Iterator[str]:
    """The parts of the report, each to be gone to; where there is more than one."""
    links = [link for body in bodies for link in body.links()]
    if len(links) > 1:
        name = escape(words.say("web.parts"))
        yield f'<nav aria-label="{name}"><details><summary>{name}</summary><ul>'
        yield from links
        yield "</ul></details></nav>"


@cache
def _style() -> str:
    """The page's looks: the report's colors, in the dark those of a dark screen, and on paper its own again."""
    paper, dark = _colors(PAPER), _colors(DARK)
    sheet = (resources.folder() / "web" / "page.css").read_text(encoding="utf-8")
    return (
        f":root{{color-scheme:light dark;{paper}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        f"@media print{{:root{{color-scheme:light;{paper}}}}}\n{sheet}"
    )


def _colors(values: dict[str, str]) -> str:
    return "".join(f"--{name.replace('_', '-')}:#{value};" for name, value in values.items())


@cache
def _policy() -> str:
    """What the page may do: nothing but look as its own style says."""
    digest = b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _signs() -> str:
    return (resources.folder() / "web" / "signs.svg").read_text(encoding="utf-8").strip()


class _Body:
    """Writes the markup of a report in one language; every text goes through `_words`."""

    def __init__(self, content: Content | Told, after: int = 0) -> None:
        """`after`: how many others stand before it; their page has its one title already."""
        self.content, self.outline = content, outline(content)
        self._lower, self._name = min(after, 1), f"part-{'b' * after}"
        self._lang = f' lang="{escape(content.language)}"' if after else ""
        self._foreign: Callable[[str], list[Found]] = finder(content.foreign)

    def links(self) -> Iterator[str]:
        for at, part in enumerate(self.outline):
            heading = part[0]
            assert isinstance(heading, Heading)  # noqa: S101 - so every part begins
            yield f'<li{self._lang}><a href="#{self._name}{at}">{self._words(heading.text)}</a></li>'

    def parts(self, words: Words) -> Iterator[str]:
        for at, part in enumerate(self.outline):
            name = f"{self._name}{at}"
            yield f'<section id="{name}"{self._lang}>'
            for block in part:
                yield from self._block(block, name, words)
            yield "</section>"

    def foot(self) -> Iterator[str]:
        furniture = self.content.furniture
        yield from (
            f"<p{self._lang}>{self._words(text)}</p>" for text in (furniture.foot, furniture.own_line) if text
        )

    def _heading(self, heading: Heading, sign: str = "") -> str:
        level = heading.level + self._lower
        return f"<h{level}>{sign}{self._words(heading.text)}</h{level}>"

    # ------------------------------------------------------------ blocks

    def _block(self, block: Block, name: str, words: Words) -> Iterator[str]:
        match block:
            case Text() | Writing():
                yield self._piece(block)
            case Heading():
                yield self._heading(block)
            case Listing():
                yield from self._listing(block)
            case Contacts():
                yield '<ul class="contacts">'
                yield from (f"<li>{self._contact(contact)}</li>" for contact in block.contacts)
                yield "</ul>"
            case Table():
                yield from self._table(block)
            case Drawing():
                yield from self._drawing(block, name, words)
            case Box():
                yield from self._box(block, name, words)

    def _box(self, box: Box, name: str, words: Words) -> Iterator[str]:
        """Its heading has a flag beside it."""
        heading, *rest = box.blocks
        assert isinstance(heading, Heading)  # noqa: S101 - so every box begins
        yield '<div class="box">'
        yield self._heading(heading, _sign("flag"))
        for block in rest:
            yield from self._block(block, name, words)
        yield "</div>"

    def _listing(self, listing: Listing) -> Iterator[str]:
        ticks = any(isinstance(item, Tick) for item in listing.items)
        yield '<ul class="ticks">' if ticks else "<ul>"
        for item in listing.items:
            made = self._piece(item) if isinstance(item, Tick) else self._words(item.text)
            yield f"<li>{made}</li>"
        yield "</ul>"

    def _contact(self, contact: Contact) -> str:
        how = self._words(contact.how)
        if contact.site:
            how = f'<a href="https://{escape(contact.how)}" rel="noreferrer">{how}</a>'
        about = f'<p class="small">{self._words(contact.about)}</p>'
        return f'<p class="strong">{self._words(contact.name)}</p><p>{how}</p>{about}'

    def _drawing(self, drawing: Drawing, name: str, words: Words) -> Iterator[str]:
        picture, title = drawing.picture, escape(clean(drawing.title))
        yield self._heading(Heading(drawing.title, 3))
        yield "<figure>"
        yield f'<div class="scroll" role="group" aria-label="{title}" tabindex="0">'
        yield svg_of(picture, drawing.title, name)
        yield "</div>"
        yield "<figcaption>"
        yield '<ul class="legend">'
        for sign, text in picture.legend:
            yield f"<li>{swatch(sign)}{self._words(text)}</li>"
        yield "</ul>"
        told = picture.spoken.removeprefix(f"{drawing.title}. ")
        same = escape(words.say("web.same"))
        yield f"<details><summary>{same}</summary><p>{self._words(told)}</p></details>"
        yield "</figcaption>"
        yield "</figure>"

    # ------------------------------------------------------------ tables

    def _table(self, table: Table) -> Iterator[str]:
        """With its roles written out: on a narrow screen the cells stand below each other, and stay a table's."""
        columns = max(len(row.cells) for group in table.groups for row in group.rows)
        yield f'<table class="{table.kind}" role="table">'
        yield f"<colgroup>{'<col>' * columns}</colgroup>"
        if table.columns:
            heads = (
                f'<th scope="col" role="columnheader">{self._words(name)}</th>' for name in table.columns
            )
            yield f'<thead role="rowgroup"><tr role="row">{"".join(heads)}</tr></thead>'
        for group in table.groups:
            yield from self._group(group, table.columns, columns)
        yield "</table>"

    def _group(self, group: Rows, names: tuple[str, ...], columns: int) -> Iterator[str]:
        kind = ' class="steps"' if group.steps else ""
        yield f'<tbody{kind} role="rowgroup">'
        if group.title:
            head = f'<th class="group" scope="rowgroup" role="rowheader" colspan="{columns}">'
            yield f'<tr role="row">{head}{self._words(group.title)}</th></tr>'
        for row in group.rows:
            yield f'<tr role="row">{"".join(self._cells(row, names))}</tr>'
        if group.notes:
            yield f'<tr role="row"><td role="cell" colspan="{columns}">{self._pieces(group.notes)}</td></tr>'
        yield "</tbody>"

    def _cells(self, row: Row, names: tuple[str, ...]) -> Iterator[str]:
        name, *rest = row.cells
        yield f'<th scope="row" role="rowheader">{self._pieces(name)}</th>'
        for at, cell in enumerate(rest, 1):
            column = f' data-column="{escape(clean(names[at]))}"' if names and cell else ""
            yield f'<td role="cell"{column}>{self._pieces(cell)}</td>'

    def _pieces(self, cell: Cell) -> str:
        return "".join(map(self._piece, cell))

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Text():
                kind = "" if piece.tone == "body" else f' class="{piece.tone}"'
                return f"<p{kind}>{self._words(piece.text, piece.strong)}</p>"
            case Tick():
                words = self._words(piece.text)
                return f'<label class="tick"><input type="checkbox"><span>{words}</span></label>'
            case Sign():
                kind, word = piece.status
                return f'<span class="pill {kind}">{_sign(kind)}{self._words(word)}</span>'
            case Marks():
                signs = "".join(_sign(kind, kind) for kind in piece.kinds)
                return (
                    f'<span class="marks" role="img" aria-label="{escape(clean(piece.words))}">{signs}</span>'
                )
            case Writing():
                return f'<div class="write">{self._words(piece.label)}<span></span></div>'

    # ------------------------------------------------------------ words

    def _words(self, text: str, strong: str = "") -> str:
        """A text as markup: nothing in it is markup of its own; what is of another language says so."""
        before, found, after = clean(text).partition(clean(strong)) if strong else (clean(text), "", "")
        standing_out = f"<strong>{self._marked(found)}</strong>" if found else ""
        return f"{self._marked(before)}{standing_out}{self._marked(after)}"

    def _marked(self, text: str) -> str:
        made, at = "", 0
        for begins, ends, language in self._foreign(text):
            made += f'{escape(text[at:begins])}<span lang="{language}">{escape(text[begins:ends])}</span>'
            at = ends
        return made + escape(text[at:])


def _sign(name: str, kind: str = "") -> str:
    """One of the signs, for the eye alone: the words stand beside it."""
    of = f' class="{kind}"' if kind else ""
    return f'<svg{of} aria-hidden="true"><use href="#sign-{name}"/></svg>'
