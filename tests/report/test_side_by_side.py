"""Two languages side by side: the halves belong together, and what one language lacks stays empty."""

from __future__ import annotations

import pytest

from desktop_app.report.blocks import Block, Line, blocks_of
from desktop_app.report.kinds import KINDS, Choices
from desktop_app.report.pdf import pdf_bytes
from desktop_app.report.side_by_side import pairs
from tests.report.reading import Reading
from tests.report.samples import SIZES, document_of


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES)
def test_each_block_has_its_other_half(book, kind, size):
    made = document_of(SIZES[size], Choices(kind), ("en", "es"), book)
    assert made.beside is not None
    shapes = [
        [(one.level, one.row, one.group, bool(one.tick), bool(one.write)) for one in blocks_of(content)]
        for content in (made.content, made.beside)
    ]
    assert shapes[0] == shapes[1]


def test_where_one_language_has_more_the_other_stays_empty_and_the_next_part_is_even_again():
    def part(title, *texts):
        return [Block((Line(title),), 2), *(Block((Line(text),)) for text in texts)]

    made = pairs([*part("A", "one", "two"), *part("B", "three")], [*part("A", "uno"), *part("B", "tres")])
    said = [
        tuple(str(getattr(half.parts[0], "text", "")) if half.parts else "" for half in pair) for pair in made
    ]
    assert said == [("A", "A"), ("one", "uno"), ("two", ""), ("B", "B"), ("three", "tres")]


@pytest.fixture(scope="module")
def reading(book):
    return Reading(pdf_bytes(document_of(SIZES["typical"], Choices(), ("en", "es"), book)))


def test_a_heading_is_one_and_each_half_is_of_its_language(reading):
    (title,) = reading.tree.of("H1")
    assert title.text.startswith("Readiness report")
    assert [(span.language, span.text) for span in title.of("Span")] == [("es", "Informe de preparación")]
    assert reading.bookmarks[0] == (1, "Readiness report · Informe de preparación")


def test_the_right_hand_half_says_of_which_language_it_is(reading):
    found = next(node for node in reading.tree.of("P") if node.text.startswith("En Texas"))
    assert found.language == "es"


def test_one_box_serves_both(reading):
    (item,) = (one for one in reading.tree.of("LI") if "Could you lead a group" in one.text)
    assert "¿Podría dirigir" in item.text
    assert len(item.of("Form")) == 1
