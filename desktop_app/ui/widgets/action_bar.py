"""The bar at the foot of the page: back, on, skip; on the right, what is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Theme, Width
from desktop_app.ui.widgets.arrange import column, surface
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.lettering import Words
from desktop_app.ui.widgets.page_body import SIDES
from desktop_app.ui.widgets.panel import Rule
from desktop_app.ui.widgets.text import Text

RIMS: dict[Width, tuple[float, float]] = {"wide": (15, 17), "single": (13, 14), "folded": (9, 9)}


class ActionBar(QWidget):
    """Buttons in a line that wraps, and a quiet word at its right end where there is room for it."""

    def __init__(
        self, theme: Theme, buttons: Sequence[Button], saved: Words = "", *, width: Width = "wide"
    ) -> None:
        super().__init__()
        surface(theme, self, "page")
        line = QWidget()
        self.saved = Text(theme, saved, "small", "soft", wrap=False) if saved and width == "wide" else None
        parts = Flow(line, theme.space(12), theme.space(8), last_right=self.saved is not None)
        side, (above, below) = SIDES[width], RIMS[width]
        parts.setContentsMargins(*(theme.space(margin) for margin in (side, above, side, below)))
        for part in (*buttons, *((self.saved,) if self.saved else ())):
            parts.addWidget(part)
        column(theme, Rule(theme), line, into=self)
