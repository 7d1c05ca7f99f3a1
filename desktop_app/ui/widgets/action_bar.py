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
    """Buttons in a line that wraps, and a quiet word or link at its right end where there is room for it."""

    def __init__(
        self, theme: Theme, buttons: Sequence[Button], last: Words | QWidget = "", *, width: Width = "wide"
    ) -> None:
        super().__init__()
        surface(theme, self, "page")
        line = QWidget()
        self.last = _last(theme, last) if width == "wide" else None
        parts = Flow(line, theme.space(12), theme.space(8), last_right=self.last is not None)
        side, (above, below) = SIDES[width], RIMS[width]
        parts.setContentsMargins(*(theme.space(margin) for margin in (side, above, side, below)))
        for part in (*buttons, *((self.last,) if self.last else ())):
            parts.addWidget(part)
        column(theme, Rule(theme), line, into=self)


def _last(theme: Theme, last: Words | QWidget) -> QWidget | None:
    if isinstance(last, QWidget):
        return last
    return Text(theme, last, "small", "soft", wrap=False) if last else None
