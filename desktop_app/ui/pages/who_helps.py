"""The line that says whom the center's own page names for a step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import row, top, wide
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.text import Text


def helps_line(theme: Theme, told: str) -> QWidget:
    icon = top(Icon(theme, "people", "accent", 17, beside="small"))
    return row(theme, icon, wide(Text(theme, told, "small")), gap=8)
