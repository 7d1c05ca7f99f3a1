"""The bar at the foot of the page: back, on, skip; on the right, what is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
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


LEFT_AT_LEAST = 2


class ActionBar(QWidget):
    """Buttons in a line that wraps, and a quiet word or link at its right end where there is room for it.

    A link goes without only in the narrowest windows: more rests on it than on a word.
    """

    def __init__(
        self, theme: Theme, buttons: Sequence[Button], last: Words | QWidget = "", *, width: Width = "wide"
    ) -> None:
        super().__init__()
        surface(theme, self, "page")
        line = QWidget()
        has_room = width == "wide" or (width == "single" and isinstance(last, QWidget))
        self.last = _last(theme, last) if has_room else None
        if width == "folded":
            for button in buttons:
                button.close_in()
        gap = theme.space(8 if width == "folded" else 12)
        self._line = parts = _Line(line, gap, theme.space(8), last_right=self.last is not None)
        side, (above, below) = SIDES[width], RIMS[width]
        parts.setContentsMargins(*(theme.space(margin) for margin in (side, above, side, below)))
        for part in (*buttons, *((self.last,) if self.last else ())):
            parts.addWidget(part)
        column(theme, Rule(theme), line, into=self)

    def count_lines_again(self) -> None:
        """At once, not with the next events: a button has just come or gone."""
        self._line.activate()


class _Line(Flow):
    """Where buttons need one line more, none stands there alone: it has the one before it for company."""

    def _rows(self, width: int) -> Sequence[QRect]:
        places = super()._rows(width)
        begins = _begins(places)
        last = places[begins[-2] : begins[-1]] if len(begins) > 1 else []
        if self._last_right or len(last) < LEFT_AT_LEAST + 1 or begins[-1] < len(places) - 1:
            return places
        again = super()._rows(last[-1].right())  # a pixel too few for the one that is to go with it
        return again if len(_begins(again)) == len(begins) else places


def _begins(places: Sequence[QRect]) -> list[int]:
    """Which of them begin a line."""
    return [at for at, place in enumerate(places) if place.x() == 0]


def _last(theme: Theme, last: Words | QWidget) -> QWidget | None:
    if isinstance(last, QWidget):
        return last
    return Text(theme, last, "small", "soft", wrap=False) if last else None
