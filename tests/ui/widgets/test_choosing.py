"""A long list of which some are chosen, where none is and one has to be."""

from __future__ import annotations

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.choice_list import Option
from desktop_app.ui.widgets.choosing import Choosing
from tests.ui.conftest import Show


def test_no_row_paints_over_the_red_frame(theme: Theme, show: Show) -> None:
    keys = [f"D-{number}" for number in range(4)]
    choosing = Choosing(
        theme, "Clients", "more {count}", keys, lambda key: Option(key, key), frozenset(keys[1:])
    )
    choosing.resize(300, 240)
    show(choosing)
    assert choosing.list is not None
    choosing.list.rows[0].clearFocus()  # its ring would touch the frame
    choosing.show_problem(True)
    picture, red = choosing.grab().toImage(), theme.color("error").name()
    straight = range(20, picture.height() - 20)
    for x in (0, 1, picture.width() - 2, picture.width() - 1):
        assert {picture.pixelColor(x, y).name() for y in straight} == {red}
