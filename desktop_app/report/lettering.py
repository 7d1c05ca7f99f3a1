"""The paper's type and colors: fonts read once, and only letters that the fonts have."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics

from desktop_app import resources
from desktop_app.report.objects import Typeface
from desktop_app.report.palette import PAPER
from desktop_app.report.tag_tree import Element
from desktop_app.report.tagged import Text

REGULAR, STRONG = "PeerReady", "PeerReady-Strong"
FILES = {
    REGULAR: "AtkinsonHyperlegibleNext_400Regular.ttf",
    STRONG: "AtkinsonHyperlegibleNext_600SemiBold.ttf",
}
LEFT_OUT = "[…]"
"""Stands for letters that the font does not have, so that nobody takes the rest for the whole."""

COLORS = {name: HexColor(f"#{value}") for name, value in PAPER.items()}


class Type(NamedTuple):
    """A font, its size and leading in points, and a color."""

    font: str
    size: float
    leading: float
    color: str


TYPES = {
    "display": Type(REGULAR, 20, 26, "ink"),
    "display_small": Type(REGULAR, 17, 22, "ink"),
    "display_least": Type(REGULAR, 14.5, 19, "ink"),
    "title": Type(STRONG, 12.5, 16, "accent"),
    "h1": Type(STRONG, 17, 22, "ink"),
    "h2": Type(STRONG, 12.5, 16, "ink"),
    "lead": Type(REGULAR, 12.5, 17, "ink"),
    "body": Type(REGULAR, 10.5, 15, "ink"),
    "soft": Type(REGULAR, 10.5, 15, "soft"),
    "strong": Type(STRONG, 10.5, 15, "ink"),
    "small": Type(REGULAR, 9, 12.5, "soft"),
    "small_ink": Type(REGULAR, 9, 12.5, "ink"),
    "small_strong": Type(STRONG, 9, 12.5, "ink"),
    "head": Type(STRONG, 9, 12, "soft"),
}


@cache
def fonts() -> frozenset[int]:
    """Register the fonts, once a process; the code points that both of them have."""
    folder = resources.folder() / "fonts"
    known = []
    for name, file in FILES.items():
        font = Typeface(name, str(folder / file))
        pdfmetrics.registerFont(font)
        known.append(frozenset(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, STRONG, REGULAR, STRONG)
    return known[0] & known[1]


@cache
def color_profile() -> bytes:
    """What red, green and blue mean in the report: the ICC profile of sRGB."""
    return (resources.folder() / "color" / "sRGB.icc").read_bytes()


@cache
def style(name: str) -> ParagraphStyle:
    fonts()
    kind = TYPES[name]
    return ParagraphStyle(
        name,
        fontName=kind.font,
        fontSize=kind.size,
        leading=kind.leading,
        textColor=COLORS[kind.color],
        bulletFontName=kind.font,
        splitLongWords=1,
    )


def paragraph(text: str, name: str = "body", *, strong: str = "", tag: str = "P") -> Text:
    """Text as it is, never markup; `strong` is the part of it that stands out."""
    return _text(text, name, tag, [(strong, "<b>", "</b>")])


def heading(text: str, level: int, name: str) -> Text:
    """A heading, which is a bookmark too."""
    return paragraph(text, name, tag=f"H{level}")


def linked(text: str, name: str, address: str, *, url: str, strong: str = "") -> Text:
    """Text of which one part, `address`, leads to `url`."""
    color = COLORS["accent"].hexval().replace("0x", "#")
    start = f'<a href="{escape(url)}" color="{color}" underline="1">'
    made = _text(text, name, "P", [(strong, "<b>", "</b>"), (address, start, "</a>")])
    made.link, made.linked = printable(address), Element("Link")
    return made


def _text(text: str, name: str, tag: str, parts: Sequence[tuple[str, str, str]]) -> Text:
    """A paragraph, some parts of which stand between a start and an end of markup; they come in their order."""
    rest, markup = printable(text), ""
    for part, start, end in parts:
        before, found, after = rest.partition(printable(part)) if part else (rest, "", "")
        if found:
            markup += f"{escape(before)}{start}{escape(found)}{end}"
            rest = after
    made = Text(markup + escape(rest), style(name))
    made.element = Element(tag)
    return made


def width(text: str, name: str) -> float:
    fonts()
    return float(pdfmetrics.stringWidth(printable(text), TYPES[name].font, TYPES[name].size))


def printable(text: str) -> str:
    """The text in letters that the fonts have: accents joined, pictures dropped, other scripts marked."""
    known = fonts()
    if all(ord(letter) in known for letter in text) and text.isprintable():
        return text
    shown = "".join(_shown(letter, known) for letter in unicodedata.normalize("NFC", text))
    while LEFT_OUT + LEFT_OUT in shown or f"{LEFT_OUT} {LEFT_OUT}" in shown:
        shown = shown.replace(f"{LEFT_OUT} {LEFT_OUT}", LEFT_OUT).replace(LEFT_OUT + LEFT_OUT, LEFT_OUT)
    return " ".join(shown.split(" "))


def _shown(letter: str, known: frozenset[int]) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Cc", "Zl", "Zp", "Zs"):
        return letter if letter == "\u00a0" else " "
    if ord(letter) in known and kind[0] != "C":
        return letter
    if kind in ("Pd",):
        return "-"
    plain = "".join(part for part in unicodedata.normalize("NFKD", letter) if ord(part) in known)
    if plain:
        return plain
    return LEFT_OUT if kind[0] in "LN" else ""
