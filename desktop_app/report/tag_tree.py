"""The structure of a printed document as plain values: what holds what, in the order in which it is read aloud."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
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
        only = kids[0] if len(kids) == 1 and element.tag in ("TH", "TD", "LBody") else None
        if isinstance(only, Element) and only.tag == "P" and not only.kids and not only.language:
            only.told_by = element
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


# ---------------------------------------------------------------- as it stands in a file


def written(
    element: Element,
    at: Callable[[Element | str | int | None], bytes],
    known: Container[Element],
    string: Callable[[str], bytes],
) -> bytes:
    """The element as a PDF dictionary. `at` refers to elements, named objects and pages; only `known` kids are held."""
    parts = [b"/S/%s/P %s" % (element.tag.encode(), at(element.held_by))]
    pages = [kid.page for kid in element.kids if isinstance(kid, Piece)]
    if pages:
        parts.append(b"/Pg " + at(pages[0]))
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids += [at(kid)] if kid in known else []
        elif isinstance(kid, Spot):
            kids.append(b"<</Type/OBJR/Pg %s/Obj %s>>" % (at(kid.page), at(kid.name)))
        elif kid.page == pages[0]:
            kids.append(b"%d" % kid.number)
        else:
            kids.append(b"<</Type/MCR/Pg %s/MCID %d>>" % (at(kid.page), kid.number))
    if kids:
        parts.append(b"/K " + (kids[0] if len(kids) == 1 else b"[%s]" % b" ".join(kids)))
    for key, text in ((b"/Alt", element.alt), (b"/Lang", element.language)):
        if text:
            parts.append(key + string(text))
    if element.attributes:
        told = (b"/%s %s" % (key.encode(), _value(value)) for key, value in element.attributes.items())
        parts.append(b"/A<<" + b"".join(told) + b">>")
    return b"<<" + b"".join(parts) + b">>"


def _value(value: str | int | tuple[float, ...]) -> bytes:
    if isinstance(value, str):
        return b"/" + value.encode()
    if isinstance(value, int):
        return b"%d" % value
    return b"[" + " ".join(map(str, value)).encode() + b"]"
