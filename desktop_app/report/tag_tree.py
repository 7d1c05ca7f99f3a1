"""The structure of a printed document as plain values: what holds what, in the order in which it is read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Attributes = dict[str, str | int | tuple[float, ...]]


class Piece(NamedTuple):
    """A marked piece of a page's content."""

    page: int
    number: int


class Spot(NamedTuple):
    """A place on a page that can be clicked: a link or a box; `name` is the object's own."""

    page: int
    name: str


@dataclass(eq=False, slots=True)
class Element:
    """One element of the structure. What is painted as its content is added while it is painted."""

    tag: str
    alt: str = ""
    language: str = ""
    attributes: Attributes = field(default_factory=dict)
    kids: list[Element | Piece | Spot] = field(default_factory=list)
    held_by: Element | None = field(default=None, repr=False)
    told_by: Element | None = field(default=None, repr=False)
    """Takes what is painted into this one, which is then left out."""

    def add(self, kid: Element) -> Element:
        """Hold `kid` after what is held already; gives it back."""
        kid.held_by = self
        self.kids.append(kid)
        return kid

    @property
    def level(self) -> int:
        """Of a heading: 1 for H1 and so on. 0: it is none."""
        return int(self.tag[1]) if len(self.tag) == 2 and self.tag[0] == "H" and self.tag[1].isdigit() else 0

    @property
    def taker(self) -> Element:
        """What takes the content that is painted into this."""
        return self.told_by or self

    @property
    def top(self) -> Element:
        """What holds all that holds this."""
        at = self
        while at.held_by is not None:
            at = at.held_by
        return at


def adopt(parent: Element, parts: Iterable[Any]) -> Element:
    """Hold what some parts of the page stand for, in their order. A part may share its element with the next."""
    top = parent.top
    for part in parts:
        element: Element | None = getattr(part, "element", None)
        if element is not None and element.top is not top:
            parent.add(element.top)
    return parent


def settle(root: Element) -> Element:
    """Before anything is painted: a plain paragraph alone in a cell or an item needs no element of its own."""
    for element in walk(root):
        kids = element.kids
        if element.tag in ("TH", "TD", "LBody") and len(kids) == 1 and isinstance(kids[0], Element):
            if kids[0].tag == "P" and not kids[0].kids and not kids[0].language:
                kids[0].told_by = element
                kids.clear()
    return root


def paragraph() -> Element:
    return Element("P")


def figure(alt: str) -> Element:
    return Element("Figure", alt=alt)


def header(scope: str, columns: int = 1) -> Element:
    """A header cell; `scope` is Row or Column."""
    return Element("TH", attributes={"O": "Table", "Scope": scope, **_wide(columns)})


def cell(columns: int = 1) -> Element:
    wide = _wide(columns)
    return Element("TD", attributes={"O": "Table", **wide} if wide else {})


def _wide(columns: int) -> Attributes:
    return {"ColSpan": columns} if columns > 1 else {}


def listing() -> Element:
    """A list whose items carry no numbers."""
    return Element("L", attributes={"O": "List", "ListNumbering": "None"})


def item(parent: Element, label: Iterable[Any], body: Iterable[Any]) -> Element:
    """One item of a list, with its sign and what it says."""
    made = parent.add(Element("LI"))
    adopt(made.add(Element("Lbl")), label)
    adopt(made.add(Element("LBody")), body)
    return made


def with_content(element: Element) -> bool:
    """Whether something was painted in it; a cell stands even where it is empty, so that all rows are alike."""
    return element.tag in ("TH", "TD") or any(
        with_content(kid) if isinstance(kid, Element) else True for kid in element.kids
    )


def walk(element: Element) -> Iterator[Element]:
    """All that is in a document, from its top down, in the order of reading."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from walk(kid)
