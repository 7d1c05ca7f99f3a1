"""Every color, letter size and distance of the window, as one value made of a name and a text scale."""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF

ThemeName = Literal["light", "dark", "contrast"]
THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast")

Standing = Literal["met", "ask", "todo", "open"]
"""How far a requirement is, as it is painted: solid, tinted, an open line, dashes."""

ColorRole = Literal[
    "page", "rail", "card", "note", "inset", "tint",
    "hair", "edge",
    "ink", "soft",
    "rest", "rest_edge",
    "accent", "accent_down", "on_accent", "link",
    "focus", "focus_edge",
    "met", "met_tint", "ask", "ask_tint", "todo", "todo_tint", "open", "open_tint",
    "error", "error_tint",
    "art_wheat", "art_sage", "art_spruce", "art_clay", "art_chair", "art_light", "art_far", "art_near",
    "art_sun",
]  # fmt: skip

COLORS: dict[ColorRole, tuple[str, str, str]] = {
    # surfaces: the question's paper; rail and menu; lists and fields; margin notes, and such in a card;
    # chosen, "do this first"
    "page": ("#FCFBF8", "#1D2122", "#000000"),
    "rail": ("#F1EEE7", "#171A1B", "#000000"),
    "card": ("#FFFFFF", "#262B2C", "#000000"),
    "note": ("#F4F1EA", "#24292A", "#000000"),
    "inset": ("#F4F1EA", "#1A1E1F", "#000000"),
    "tint": ("#E4EFED", "#24403F", "#000000"),
    # lines: decoration only; edges of controls
    "hair": ("#DDD8CD", "#475051", "#FFFFFF"),
    "edge": ("#7B8582", "#8A9593", "#FFFFFF"),
    # text
    "ink": ("#1F2A2C", "#EFEBE4", "#FFFFFF"),
    "soft": ("#55605F", "#B8B9B2", "#FFFFFF"),
    # what cannot be used now: to be read, not to be pressed
    "rest": ("#646D6B", "#A3A69F", "#ADADAD"),
    "rest_edge": ("#CFC9BD", "#4B5455", "#8A8A8A"),
    # action
    "accent": ("#175660", "#86CBD0", "#7FE7FF"),
    "accent_down": ("#0F434B", "#A5DADD", "#B8F2FF"),
    "on_accent": ("#FFFFFF", "#0D2326", "#000000"),
    "link": ("#175660", "#93D3D7", "#7FE7FF"),
    # focus: two tones, so that one of them shows on any surface; used for nothing else
    "focus": ("#E9A514", "#FFC94A", "#FFE100"),
    "focus_edge": ("#1F2A2C", "#0D1112", "#000000"),
    # standings
    "met": ("#1E6A40", "#84CF9C", "#8CFFAA"),
    "met_tint": ("#E2F0E6", "#21392B", "#000000"),
    "ask": ("#86520A", "#EDBE6B", "#FFD34D"),
    "ask_tint": ("#FAEFD9", "#3B301B", "#000000"),
    "todo": ("#3C4A8F", "#AEB9F2", "#C3CCFF"),
    "todo_tint": ("#E9EBF6", "#2A2F48", "#000000"),
    "open": ("#59605F", "#B9BDBB", "#FFFFFF"),
    "open_tint": ("#EDEDEA", "#2E3334", "#000000"),
    # forms only, never a standing
    "error": ("#A3281F", "#FFA79C", "#FF9C90"),
    "error_tint": ("#FBEAE7", "#402522", "#000000"),
    # the one picture
    "art_wheat": ("#EAD7A8", "#6B5B34", "#000000"),
    "art_sage": ("#B9CDB9", "#3B5348", "#000000"),
    "art_spruce": ("#5D8C8F", "#3E6A6E", "#000000"),
    "art_clay": ("#C98F6B", "#9C6C4E", "#000000"),
    "art_chair": ("#175660", "#4F8F95", "#000000"),
    "art_light": ("#FFFFFF", "#A9A598", "#000000"),
    "art_far": ("#FFFFFF", "#56706F", "#000000"),
    "art_near": ("#175660", "#1B3438", "#000000"),
    "art_sun": ("#E9C16B", "#D9CFA8", "#000000"),
}

FAMILY = "Atkinson Hyperlegible Next"

FontRole = Literal[
    "display", "h1", "h1_light", "h2", "h3", "lead", "body", "strong", "small", "small_strong", "button"
]  # fmt: skip


class Type(NamedTuple):
    """A size in points at 100 %, a weight, and the line height as a share of the font's own."""

    points: float
    weight: int
    leading: float


TYPES: dict[FontRole, Type] = {
    "display": Type(27, 600, 0.88),
    "h1": Type(21, 600, 0.92),
    "h1_light": Type(21, 400, 0.94),
    "h2": Type(16, 600, 0.96),
    "h3": Type(12.5, 600, 1.0),
    "lead": Type(13.5, 400, 1.04),
    "body": Type(12, 400, 1.08),
    "strong": Type(12, 600, 1.06),
    "small": Type(10.5, 400, 1.05),
    "small_strong": Type(10.5, 600, 1.05),
    "button": Type(12, 600, 1.0),
}

BODY_POINTS, DISPLAY_POINTS = 12, 27

Corner = Literal["field", "button", "card", "dialog"]
CORNERS: dict[Corner, int] = {"field": 6, "button": 7, "card": 10, "dialog": 14}

Width = Literal["wide", "single", "folded"]
"""Rail, question and margin; the margin below the question; the rail folded to one line as well."""


class Theme(NamedTuple):
    """How everything looks. A new one is made, and the page built anew, when its name or scale changes."""

    name: ThemeName = "light"
    scale: float = 1.0

    @property
    def contrast(self) -> bool:
        return self.name == "contrast"

    def color(self, role: ColorRole, alpha: float = 1.0) -> QColor:
        color = QColor(COLORS[role][THEMES.index(self.name)])
        color.setAlphaF(alpha)
        return color

    def points(self, role: FontRole) -> float:
        """Text up to body size grows in full, larger text less, so that headings still fit at 200 %."""
        points = TYPES[role].points
        larger = min(1.0, max(0.0, (points - BODY_POINTS) / (DISPLAY_POINTS - BODY_POINTS)))
        return points * (1 + (self.scale - 1) * (1 - 0.55 * larger))

    def font(self, role: FontRole) -> QFont:
        return QFont(_font(self.points(role), TYPES[role].weight))

    def line_height(self, role: FontRole, *, control: bool = False) -> float:
        """From one line to the next; in a control lines stand closer than in a paragraph."""
        return ceil(QFontMetricsF(self.font(role)).height()) * (1.0 if control else TYPES[role].leading)

    def space(self, px: float) -> int:
        """A distance; space grows a third as fast as text."""
        return self.grown(px, 0.34)

    def em(self, n: float) -> int:
        """A length that holds text and grows with it: 1 em is 16 px at 100 %."""
        return round(n * 16 * self.scale)

    def icon(self, px: float) -> int:
        return self.grown(px, 0.9)

    def grown(self, px: float, share: float) -> int:
        """A size that grows by a share of what text grows."""
        return round(px * (1 + (self.scale - 1) * share))

    def line(self) -> float:
        return 2.0 if self.contrast else 1.0

    def corner(self, kind: Corner) -> int:
        return CORNERS[kind]

    def width(self, window_px: int) -> Width:
        """Which arrangement fits a window of this width."""
        ems = window_px / (16 * self.scale)
        return "wide" if ems >= 76 else "single" if ems >= 56 else "folded"


@cache
def _font(points: float, weight: int) -> QFont:
    font = QFont()
    font.setFamilies([FAMILY])
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def contrast_ratio(one: QColor, other: QColor) -> float:
    """How far apart two colors are, by WCAG 2: 1 is none, 21 is black on white."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
