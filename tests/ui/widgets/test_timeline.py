"""The picture over time: its name says it all, it fits its width, and its bars tell do, wait and ask apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QImage

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.timeline import Bar, Legend, Line, Scale, Tick, Timeline
from tests.ui.tree import spoken

SCALE = Scale(
    0, 100, [Tick(0, "Nov 2026"), Tick(30, "Dec"), Tick(61, "Jan 2027"), Tick(92, "Feb")], 10, "Today"
)
LINES = [
    Line("Apply", "Up to 30 days", [Bar("do", 10, 10), Bar("wait", 10, 40)]),
    Line("Do the training with a rather long name", "8 hours a week, to Jan 31, 2027", [Bar("do", 10, 80)]),
    Line("Your work", "Counts if they say so", [Bar("ask", 0, 98)]),
    Line("Specialist II", "From Feb 1", flag=95),
]


@pytest.mark.parametrize("width", [260, 420, 620, 1000])
def test_it_is_painted_at_any_width(any_theme: Theme, show, width: int) -> None:
    picture = Timeline(any_theme, LINES, SCALE, "All of it in words.")
    show(picture, width, picture.heightForWidth(width))
    assert not picture.grab().isNull()
    assert picture.heightForWidth(width) >= picture.heightForWidth(2000)


def test_a_screen_reader_hears_the_words(theme: Theme, show) -> None:
    picture = show(Timeline(theme, LINES, SCALE, "All of it in words."))
    assert spoken(picture).role() is QAccessible.Role.Graphic
    assert spoken(picture).text(QAccessible.Text.Name) == "All of it in words."


def colors(image: QImage, y: int) -> set[str]:
    return {image.pixelColor(QPoint(x, y)).name() for x in range(image.width())}


def test_filled_dashed_and_tinted_differ(theme: Theme, show) -> None:
    made = {}
    for kind in ("do", "wait", "ask"):
        lines = [Line("", "", [Bar(kind, 20, 90)])]
        picture = show(Timeline(theme, lines, SCALE, kind), 600, 100)
        image = picture.grab().toImage()
        middle = image.height() // 2
        made[kind] = set().union(*(colors(image, y) for y in range(middle - 10, middle + 20)))
    accent, ask_tint = theme.color("accent").name(), theme.color("ask_tint").name()
    assert accent in made["do"]
    assert ask_tint in made["ask"] - made["do"] - made["wait"]


def test_a_bar_of_no_time_is_still_seen(theme: Theme, show) -> None:
    picture = show(Timeline(theme, LINES[:1], SCALE, "x"), 600, 100)
    image = picture.grab().toImage()
    accent, middle = theme.color("accent").name(), image.height() // 2
    rows = range(middle, middle + 30)
    filled = max(
        sum(image.pixelColor(QPoint(x, y)).name() == accent for x in range(image.width())) for y in rows
    )
    assert filled >= 5


def test_the_legend_names_what_there_is(theme: Theme, show) -> None:
    legend = show(Legend(theme, [("do", "You do this"), ("flag", "Leads to")]))
    assert not legend.grab().isNull()


def test_it_takes_up_another_plan_in_its_place(theme: Theme, show) -> None:
    """And is then as one that was made for it."""
    later = SCALE._replace(today=40)
    followed = show(Timeline(theme, LINES[:1], SCALE, "One step."), 600, 300)
    before = followed.heightForWidth(600)
    followed.follow(LINES, later, "Four steps.")
    made = show(Timeline(theme, LINES, later, "Four steps."), 600, 300)
    assert followed.heightForWidth(600) == made.heightForWidth(600) > before
    assert followed.grab().toImage() == made.grab().toImage()
    assert spoken(followed).text(QAccessible.Text.Name) == "Four steps."
