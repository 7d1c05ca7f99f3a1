"""Draws a plan over time for the web page: filled = you do, dashed = you wait, tinted = counts if they say so."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from html import escape

from desktop_app.report.outline import clean
from desktop_app.report.over_time import Line, Picture, Sign

WIDE, NAMES, HEAD = 720, 262, 46
"""The drawing's own units: its width, the room for names on the left, the months above."""
PAD, LEADING, BAR, SHORTEST = 8, 16, 13, 5
LETTER = 7.4
"""About how wide a letter is: the page is read in whatever font there is."""
MOST = int((NAMES - 20) / LETTER)
CLASS = {"do": "do", "wait": "wait", "ask": "count"}


def svg_of(picture: Picture, title: str, name: str) -> str:
    """The picture, read as the words that say the same; `name` tells its ids from those of other pictures."""
    rows = [_Laid(line) for line in picture.lines]
    high = HEAD + sum(row.height for row in rows)
    return "".join(
        (
            f'<svg class="over-time" viewBox="0 0 {WIDE} {high}" role="img" ',
            f'aria-labelledby="{name}-title" aria-describedby="{name}-words">',
            f'<title id="{name}-title">{escape(clean(title))}</title>',
            f'<desc id="{name}-words">{escape(clean(picture.spoken))}</desc>',
            *_bands(rows),
            *_months(picture, high),
            *_rows(rows, picture),
            "</svg>",
        )
    )


def swatch(sign: Sign) -> str:
    """A sign of the legend, beside its words."""
    if sign == "flag":
        return '<svg class="flag" aria-hidden="true"><use href="#sign-flag"/></svg>'
    bar = f'<rect class="{CLASS[sign]}" x="1" y="2" width="26" height="12" rx="3"/>'
    return f'<svg viewBox="0 0 28 16" aria-hidden="true">{bar}</svg>'


class _Laid:
    """A line with its words broken to the room on the left."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.name = textwrap.wrap(clean(line.name), MOST, break_on_hyphens=False)
        self.note = textwrap.wrap(clean(line.note), MOST, break_on_hyphens=False)
        self.height = 2 * PAD + LEADING * (len(self.name) + len(self.note))


def _x(picture: Picture, day: int) -> float:
    share = (day - picture.first) / (picture.last - picture.first)
    return round(NAMES + share * (WIDE - NAMES), 1)


def _bands(rows: list[_Laid]) -> Iterator[str]:
    top = HEAD
    for at, row in enumerate(rows):
        if at % 2 == 0:
            yield f'<rect class="band" x="0" y="{top}" width="{WIDE}" height="{row.height}"/>'
        top += row.height


def _months(picture: Picture, high: int) -> Iterator[str]:
    """The months, then today on its own line below them."""
    free = 0.0
    for tick in picture.ticks:
        x, wide = _x(picture, tick.at), len(tick.words) * LETTER
        yield f'<path class="grid" d="M{x} {HEAD - 6}V{high}"/>'
        if x >= free and x + wide <= WIDE:
            yield f'<text class="month" x="{x + 2}" y="14">{escape(tick.words)}</text>'
            free = x + wide + 8
    words, x = picture.today_words, _x(picture, picture.today)
    wide = len(words) * LETTER + 12
    left = min(max(NAMES, x - wide / 2), WIDE - wide)
    yield f'<path class="now" d="M{x} {HEAD - 6}V{high}"/>'
    yield f'<rect class="now-label" x="{left:.1f}" y="{HEAD - 24}" width="{wide:.1f}" height="18" rx="4"/>'
    yield f'<text class="now-word" x="{left + wide / 2:.1f}" y="{HEAD - 10.5}">{escape(words)}</text>'


def _rows(rows: list[_Laid], picture: Picture) -> Iterator[str]:
    top = HEAD
    for row in rows:
        y = top + PAD + 12
        for kind, lines in (("name", row.name), ("note", row.note)):
            for text in lines:
                yield f'<text class="{kind}" x="8" y="{y}">{escape(text)}</text>'
                y += LEADING
        middle = top + row.height / 2
        for bar in row.line.bars:
            x = _x(picture, bar.begins)
            wide = max(SHORTEST, round(_x(picture, bar.ends) - x, 1))
            kind = CLASS[bar.kind]
            yield f'<rect class="{kind}" x="{x}" y="{middle - BAR / 2}" width="{wide}" height="{BAR}" rx="3"/>'
        if row.line.flag is not None:
            x = _x(picture, row.line.flag) - 4
            yield f'<use class="flag" href="#sign-flag" x="{x:.1f}" y="{middle - 8}" width="16" height="16"/>'
        top += row.height
