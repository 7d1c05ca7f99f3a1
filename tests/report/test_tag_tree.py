"""The structure as plain values: who holds what, what is left out, and how it is written."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from desktop_app.report.tag_tree import (
    Element,
    Piece,
    Spot,
    adopt,
    item,
    listing,
    settle,
    walk,
    with_content,
    written,
)


def part(element):
    return SimpleNamespace(element=element)


def tags(element):
    return [each.tag for each in walk(element)]


def test_parts_are_held_in_their_order_and_what_has_no_element_is_not():
    root = adopt(Element("Document"), [part(Element("H1")), part(None), object(), part(Element("P"))])
    assert tags(root) == ["Document", "H1", "P"]


def test_items_of_one_list_are_held_once_though_they_stand_apart():
    items = listing()
    for _ in range(2):
        item(items, [], [part(Element("P"))])
    root = adopt(Element("Document"), [part(items), part(items)])
    assert (
        tags(root) == ["Document", "L", "LI", "LBody", "P", "LI", "LBody", "P"] or tags(root).count("L") == 1
    )


def test_one_plain_paragraph_in_a_cell_is_the_cell():
    cell, paragraph = Element("TD"), Element("P")
    settle(adopt(Element("Document"), [part(adopt(cell, [part(paragraph)]))]))
    assert paragraph.taker is cell
    assert cell.kids == []


@pytest.mark.parametrize(
    "paragraphs", [[Element("P"), Element("P")], [Element("P", language="es")], [Element("H3")]]
)
def test_any_other_content_of_a_cell_stays(paragraphs):
    cell = adopt(Element("TD"), map(part, paragraphs))
    settle(cell)
    assert cell.kids == paragraphs


def test_empty_elements_are_left_out_but_for_cells():
    empty = adopt(Element("Document"), [part(Element("P")), part(Element("TD"))])
    assert [with_content(kid) for kid in walk(empty)] == [True, False, True]


@pytest.mark.parametrize(("tag", "level"), [("H1", 1), ("H3", 3), ("P", 0), ("H", 0), ("Hx", 0)])
def test_the_level_of_a_heading(tag, level):
    assert Element(tag).level == level


def test_it_is_written():
    root = Element("Document")
    kid, left_out = root.add(Element("Span", language="en")), root.add(Element("P"))
    link = root.add(
        Element("Figure", alt="A (b)", attributes={"O": "Layout", "BBox": (1, 2.5), "ColSpan": 2})
    )
    root.kids += [Piece(1, 7), Piece(2, 8), Spot(2, "click")]
    names = {root: b"root", kid: b"kid", link: b"link"}

    def at(kept):
        return names.get(kept, str(kept).encode()) if isinstance(kept, Element) else str(kept).encode()

    def string(text):
        return b"(" + text.encode() + b")"

    assert left_out not in names
    assert written(root, at, names, string) == (
        b"<</S/Document/P None/Pg 1/K [kid link 7 <</Type/MCR/Pg 2/MCID 8>> <</Type/OBJR/Pg 2/Obj click>>]>>"
    )
    assert written(kid, at, names, string) == b"<</S/Span/P root/Lang(en)>>"
    assert written(link, at, names, string) == (
        b"<</S/Figure/P root/Alt(A (b))/A<</O /Layout/BBox [1 2.5]/ColSpan 2>>>>"
    )
