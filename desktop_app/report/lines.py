"""Where the lines of a printed paragraph end: as on the screen, so that what belongs together stays together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

from desktop_app.line_ends import company, held_together, with_room

NO_BREAK = "\N{NO-BREAK SPACE}"


class Lines(Paragraph):
    """A paragraph whose own text stays as it is: spaces are held only while its lines are looked for."""

    _whole: list[Any] | None = None
    """What it was made of, which reportlab replaces while it breaks lines. Nothing: a part that a page's end parted."""

    _found: tuple[Any, Set[int]] | None = None
    """What was held the last time, at which width: a table measures its cells more than once."""

    def breakLines(self, width: Any) -> Any:  # noqa: N802 - reportlab's name
        if self._whole is None:
            self._whole = list(self.frags) if all(hasattr(frag, "text") for frag in self.frags) else []
        if not self._whole:
            return super().breakLines(width)
        if self._found is None or self._found[0] != width:
            self._found = width, self._to_hold(_Words(self._whole), width)
        return self._broken(self._found[1], width)

    def _to_hold(self, words: _Words, width: Any) -> Set[int]:
        room = min(width) if isinstance(width, list) else width
        if words.width(0, len(words.text)) <= room:
            return frozenset()
        held = with_room(words.text, held_together(words.text), words.width, room)
        lines = list(words.lines(self._broken(held, width).lines))
        if len(lines) < 2:
            return held
        return held | company(words.text, (lines[-2], lines[-1], len(words.text)), held, words.width, room)

    def _broken(self, held: Set[int], width: Any) -> Any:
        whole = self._whole or []
        self.frags = list(_holding(whole, held)) if held else list(whole)
        return super().breakLines(width)


def _holding(frags: Sequence[Any], held: Set[int]) -> Iterator[Any]:
    """The same with spaces that reportlab ends no line with."""
    start = 0
    for frag in frags:
        letters = (NO_BREAK if start + at in held else letter for at, letter in enumerate(frag.text))
        yield frag.clone(text="".join(letters))
        start += len(frag.text)


class _Words:
    """The text of a paragraph, and how wide each part of it is."""

    def __init__(self, frags: Sequence[Any]) -> None:
        self._frags = frags
        self.text = "".join(frag.text for frag in frags)

    def width(self, begin: int, end: int) -> float:
        wide, start = 0.0, 0
        for frag in self._frags:
            text = frag.text[max(0, begin - start) : max(0, end - start)]
            wide += stringWidth(text, frag.fontName, frag.fontSize) if text else 0
            start += len(frag.text)
        return wide

    def lines(self, broken: Sequence[Any]) -> Iterator[int]:
        """Where each line begins: behind as many letters as stand on those above it."""
        letters = [at for at, letter in enumerate(self.text) if not letter.isspace()]
        told = 0
        for line in broken:
            yield letters[told]
            words = line[1] if isinstance(line, tuple) else [part.text for part in line.words]
            told += sum(not letter.isspace() for word in words for letter in word)
