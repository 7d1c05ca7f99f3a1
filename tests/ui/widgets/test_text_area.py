"""A field for a long text ends with a whole line, however large the letters are."""

from __future__ import annotations

import pytest

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.text_area import TextArea
from tests.ui.conftest import Show


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_no_line_of_a_long_text_is_cut(show: Show, scale) -> None:
    area = TextArea(Theme(scale=scale), "License", "a line\n" * 40, lines=7)
    show(area, 400, area.sizeHint().height())
    assert area.viewport().height() == 7 * area.cursorRect().height()
