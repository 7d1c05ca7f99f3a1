"""What an outline is made of, as plain values: paragraphs, headings, lists, tables, the drawing."""

from __future__ import annotations

from typing import Literal, NamedTuple

from desktop_app.report.content import Furniture
from desktop_app.report.material import Kind, Status
from desktop_app.report.over_time import Picture
from desktop_app.report.passages import Passage
from desktop_app.report.summary import Contact

Tone = Literal["display", "lead", "body", "strong", "soft", "small"]


class Text(NamedTuple):
    """A paragraph; `strong` is the part of it that stands out."""

    text: str
    tone: Tone = "body"
    strong: str = ""


class Heading(NamedTuple):
    text: str
    level: int


class Tick(NamedTuple):
    """Something to tick off."""

    text: str
    tone: Tone = "body"


class Sign(NamedTuple):
    """A standing or an outcome."""

    status: Status


class Marks(NamedTuple):
    """One sign for each requirement that counts, and the same in words."""

    kinds: tuple[Kind, ...]
    words: str


class Writing(NamedTuple):
    """A label, and room to write beside it."""

    label: str


class Listing(NamedTuple):
    items: tuple[Text | Tick, ...]


class Contacts(NamedTuple):
    contacts: tuple[Contact, ...]


Piece = Text | Tick | Sign | Marks | Writing
Cell = tuple[Piece, ...]


class Row(NamedTuple):
    """Named by its first cell."""

    cells: tuple[Cell, ...]


class Rows(NamedTuple):
    """Rows that hold for the same thing."""

    title: str
    rows: tuple[Row, ...]
    steps: bool = False
    """They are steps toward the row above them."""
    notes: Cell = ()


class Table(NamedTuple):
    columns: tuple[str, ...]
    """The names of the columns; empty where the table explains itself."""
    groups: tuple[Rows, ...]
    kind: str
    """What sort of table it is: how wide its columns are."""


class Drawing(NamedTuple):
    """The plan over time, with the heading that it stands below."""

    title: str
    picture: Picture


class Box(NamedTuple):
    """What stands out from the page."""

    blocks: tuple[Block, ...]


Block = Text | Heading | Listing | Table | Writing | Contacts | Drawing | Box
Part = tuple[Block, ...]
"""Begins with its heading."""


class Told(NamedTuple):
    """What is told in such parts and is no report: a client's record."""

    language: str
    furniture: Furniture
    parts: tuple[Part, ...]
    foreign: tuple[Passage, ...] = ()
