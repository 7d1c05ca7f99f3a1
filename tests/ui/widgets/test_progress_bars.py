"""Bars of one piece a requirement, in any width; and lines that lead somewhere."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.line_button import LineButton
from desktop_app.ui.widgets.progress_bars import Bar, ProgressBars

BARS = [Bar("Nov 1", 0, 1, 3, "0 of 3"), Bar("Nov 22", 2, 1, 3, "2 of 3")]


@pytest.mark.parametrize("width", [160, 500])
def test_what_is_there_is_filled_and_what_is_to_ask_hatched(theme: Theme, show, width: int) -> None:
    bars = ProgressBars(theme, BARS[1:], "2 of 3 things are in place, and 1 is to ask.")
    show(bars, width, bars.heightForWidth(width))
    bars.setFixedSize(width, bars.heightForWidth(width))
    image = bars.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(image.pixelColor(x, y).name() for x in range(0, width, 2) for y in range(image.height()))
    met, tint, lines = (seen[theme.color(role).name()] for role in ("met", "ask_tint", "ask"))
    assert met > 1.5 * tint > 0  # two pieces, and the middle of one
    assert lines > tint / 20  # not by its color alone


def test_in_little_room_words_stand_above_their_bar(theme: Theme, spoken_roles) -> None:
    bars = ProgressBars(theme, BARS, "")
    assert bars.heightForWidth(160) > 1.5 * bars.heightForWidth(500)


def test_all_of_a_line_is_the_button_and_is_heard_as_one(theme: Theme, show, qtbot) -> None:
    line = LineButton(theme, "D-1151", "Call the county", "Nov 24, 2026")
    show(line, 400, line.heightForWidth(400))
    assert line.accessibleName() == "D-1151, Call the county, Nov 24, 2026"
    with qtbot.waitSignal(line.clicked):
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().topLeft())
