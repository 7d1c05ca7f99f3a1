"""Colors far enough apart, text that grows, space that grows less."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from desktop_app.ui.theme import COLORS, THEMES, TYPES, ColorRole, Theme, ThemeName, contrast_ratio

SURFACES: tuple[ColorRole, ...] = ("page", "rail", "card", "note", "tint")
TEXT: list[tuple[ColorRole, ColorRole]] = [
    *((text, ground) for text in ("ink", "soft", "link") for ground in SURFACES),
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
]
GRAPHICS: list[tuple[ColorRole, ColorRole]] = [
    *(("edge", ground) for ground in ("page", "card", "note", "rail")),
    *(("accent", ground) for ground in SURFACES),
    ("error", "card"),
    ("focus", "focus_edge"),
]


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
