"""What stands on a page together with its place in the structure: paragraphs, drawings, boxes, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Table

from desktop_app.report.lines import Lines
from desktop_app.report.tag_tree import Element
from desktop_app.report.tags import Box, Foreign, Passage, TaggedCanvas


class Tagged:
    """Something on a page; without an element it is an artifact."""

    element: Element | None = None
    painted = False
    """A table's head is painted again on every page that the table reaches, and read once."""


@contextmanager
def painting(part: Any) -> Iterator[None]:
    """What is painted within becomes content of the part's element."""
    canvas = part.canv
    if not isinstance(canvas, TaggedCanvas):  # a plain one paints the same without tags
        yield
        return
    with canvas.within(None if part.painted else part.element):
        yield
    part.painted = True


def drawing(part: Any, box: Box) -> AbstractContextManager[None]:
    """What is painted within is one figure, read as the words of the part's element."""
    canvas = part.canv
    if isinstance(canvas, TaggedCanvas) and canvas.current:
        return canvas.figure(canvas.current, box)
    return artifact(canvas)


def artifact(canvas: Any) -> AbstractContextManager[None]:
    """What is painted within is decoration, as one piece."""
    return canvas.artifact() if isinstance(canvas, TaggedCanvas) else nullcontext()


def check_box(part: Any, box: Box, words: str, ink: Color) -> None:
    """A box that can be ticked in the file."""
    canvas = part.canv
    if isinstance(canvas, TaggedCanvas) and canvas.current:
        canvas.check_box(canvas.current, box, words, ink)


class Text(Tagged, Lines):
    """A paragraph, one in the structure even where the end of a page parts it. A heading becomes a bookmark."""

    link: str = ""
    """The words in it that lead somewhere."""
    linked: Element | None = None
    foreign: Foreign | None = None
    """Where words of another language stand in it, if not as in the rest of the document."""
    bookmark: str = ""
    """A heading's words among the bookmarks, where they are not its own."""

    def split(self, wide: float, high: float) -> list[Any]:
        parts: list[Any] = super().split(wide, high)
        for part in parts:
            part.element, part.link, part.linked = self.element, self.link, self.linked
            part.foreign, part.bookmark = self.foreign, self.bookmark
        return parts

    def draw(self) -> None:
        canvas: Any = self.canv
        with painting(self):
            element = canvas.current if isinstance(canvas, TaggedCanvas) else None
            if element is None:
                super().draw()
                return
            if element.level and not element.kids:
                canvas.bookmark(element, self.bookmark or self.getPlainText(), self.height)
            with canvas.telling(self._passages(self.foreign or canvas.foreign), self.linked, self.link):
                super().draw()

    def _passages(self, foreign: Foreign) -> list[Passage]:
        """Its link and the words of another language in it."""
        text = self.getPlainText()
        found = [(start, end, Element("Span", language=language)) for start, end, language in foreign(text)]
        if self.linked and self.link in text:
            start = text.index(self.link)
            end = start + len(self.link)
            found = [one for one in found if one[1] <= start or one[0] >= end] + [(start, end, self.linked)]
        return [(_letters(text[:start]), _letters(text[:end]), element) for start, end, element in found]


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


def table_of(rows: Sequence[Any], element: Element, **options: Any) -> Table:
    """A table, or parts laid out as one, with the element that it stands for."""
    made: Any = Table(rows, **options)
    made.element = element
    return made  # type: ignore[no-any-return]
