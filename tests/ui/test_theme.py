"""Colors far enough apart, text that grows, space that grows less."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from desktop_app.ui.theme import COLORS, THEMES, TYPES, ColorRole, Theme, ThemeName, contrast_ratio

SURFACES: tuple[ColorRole, ...] = ("page", "rail", "card", "note", "inset", "tint")
TEXT: list[tuple[ColorRole, ColorRole]] = [
    *((text, ground) for text in ("ink", "soft", "link", "rest") for ground in SURFACES),
    *((kind, ground) for kind in ("met", "ask", "todo", "open", "error") for ground in ("page", "card")),
    ("met", "met_tint"),
    ("ask", "ask_tint"),
    ("todo", "todo_tint"),
    ("open", "open_tint"),
    ("error", "error_tint"),
    ("card", "met"),
    ("ink", "ask_tint"),
    ("ink", "error_tint"),
    ("link", "error_tint"),
    ("on_accent", "accent"),
    ("on_accent", "accent_down"),
    ("page", "ink"),  # "Today" on the timeline
    ("link", "ask_tint"),
    *((kind, "note") for kind in ("met", "ask", "todo", "open")),
]
GRAPHICS: list[tuple[ColorRole, ColorRole]] = [
    *(("edge", ground) for ground in ("page", "card", "note", "rail")),
    *(("accent", ground) for ground in SURFACES),
    *(("error", ground) for ground in ("card", "page", "error_tint")),
    ("focus", "focus_edge"),
    *((kind, ground) for kind in ("met", "ask", "todo", "open") for ground in ("page", "card", "note")),
    ("ask", "ask_tint"),  # the edge of what counts if they say so
    ("ink", "note"),  # today's line
]
MEASURED: dict[tuple[ColorRole, ColorRole], tuple[float, float, float]] = {
    ("ink", "page"): (14.2, 13.7, 21),
    ("soft", "page"): (6.3, 8.2, 21),
    ("soft", "rail"): (5.6, 8.9, 21),
    ("soft", "tint"): (5.5, 5.7, 21),
    ("link", "page"): (8.0, 9.7, 14.8),
    ("link", "note"): (7.3, 8.8, 14.8),
    ("on_accent", "accent"): (8.3, 8.9, 14.8),
    ("card", "met"): (6.6, 7.8, 17),
    ("ask", "ask_tint"): (5.7, 7.5, 14.7),
    ("todo", "card"): (8.2, 7.5, 13.4),
    ("open", "card"): (6.4, 7.6, 21),
    ("error", "error_tint"): (6.3, 7.5, 10.4),
    ("edge", "card"): (3.8, 4.6, 21),
    ("edge", "rail"): (3.3, 5.7, 21),
}
"""What the palette was chosen for, in light, dark and high contrast: a color that changes has to be weighed anew."""


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(name: ThemeName, text: ColorRole, ground: ColorRole) -> None:
    theme = Theme(name)
    assert contrast_ratio(theme.color(text), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("part", "ground"), GRAPHICS)
def test_edges_and_marks_can_be_seen(name: ThemeName, part: ColorRole, ground: ColorRole) -> None:
    theme = Theme(name)
    assert contrast_ratio(theme.color(part), theme.color(ground)) >= 3


@pytest.mark.parametrize(("pair", "ratios"), list(MEASURED.items()), ids=str)
def test_the_palette_is_the_one_that_was_measured(
    pair: tuple[ColorRole, ColorRole], ratios: tuple[float, float, float]
) -> None:
    one, other = pair
    measured = [contrast_ratio(Theme(name).color(one), Theme(name).color(other)) for name in THEMES]
    assert measured == pytest.approx(ratios, abs=0.06)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", SURFACES)
def test_a_hairline_is_quiet_and_yet_there_on_any_surface(name: ThemeName, ground: ColorRole) -> None:
    theme = Theme(name)
    assert contrast_ratio(theme.color("hair"), theme.color(ground)) >= 1.2


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", SURFACES)
def test_one_tone_of_the_focus_ring_shows_on_any_surface(name: ThemeName, ground: ColorRole) -> None:
    theme = Theme(name)
    tones = [contrast_ratio(theme.color(tone), theme.color(ground)) for tone in ("focus", "focus_edge")]
    assert max(tones) >= 3


def test_contrast_is_measured_as_wcag_says() -> None:
    assert contrast_ratio(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast_ratio(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


def test_no_color_is_missing_in_any_theme() -> None:
    assert all(QColor(value).isValid() for values in COLORS.values() for value in values)


def test_body_text_grows_in_full_and_headings_less() -> None:
    large = Theme(scale=2.0)
    assert large.points("body") == 24
    assert large.points("small") == 21
    assert large.points("display") == pytest.approx(27 * 1.45)
    assert large.points("h1") == pytest.approx(21 * (1 + 1 - 0.55 * 9 / 15))


def test_larger_headings_never_become_smaller_than_lesser_ones() -> None:
    for scale in (1.0, 1.25, 1.5, 2.0):
        theme = Theme(scale=scale)
        by_size = sorted(TYPES, key=lambda role: TYPES[role].points)
        grown = [theme.points(role) for role in by_size]
        assert grown == sorted(grown)


def test_space_grows_a_third_as_fast_as_text() -> None:
    assert (Theme(scale=2.0).space(100), Theme(scale=2.0).em(10)) == (134, 320)
    assert Theme().space(12) == 12


def test_the_arrangement_follows_the_room_in_ems() -> None:
    assert Theme().width(1280) == "wide"
    assert Theme().width(1024) == "single"
    assert Theme(scale=2.0).width(1280) == "folded"


def test_a_theme_is_a_value() -> None:
    assert Theme("dark", 1.5) == Theme("dark", 1.5)
