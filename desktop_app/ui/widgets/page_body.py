"""The page under the strip: the question's column and the margin that explains it, or one under the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Theme, Width
from desktop_app.ui.widgets.arrange import REST, STRETCH, Item, Margins, Placed, column, row, wide
from desktop_app.ui.widgets.scroll import BAR_WIDTH

SIDES: dict[Width, float] = {"wide": 48, "single": 32, "folded": 28}
"""The page's side margins, by the room there is."""

MAIN_EM, MARGIN_EM, BETWEEN = 38, 17, 40
MARGIN_MOST_EM, MORE_BETWEEN_EM = 30, 3.5
"""How far a margin may grow, and then the distance to it, to end where the strip above the page does."""
MOST_EM = 100
"""What goes over the whole width: on a very wide screen no eye finds from one end of it to the other."""
COLUMNS_FIRST = 100
"""So much more of the room goes to the columns than between them, until they are as wide as they may be."""
ABOVE: dict[Width, float] = {"wide": 6, "single": 6, "folded": 18}


def page_body(
    theme: Theme, width: Width, main: QWidget, margin: QWidget | None = None, *, main_em: float = MAIN_EM
) -> QWidget:
    """To be put in a Scroll. The main column is never wider than lines that read well."""
    if width != "wide":
        return page_column(theme, width, main, margin, gap=20)
    main.setMaximumWidth(theme.em(main_em))
    if margin is None:
        return page_column(theme, width, row(theme, wide(main), REST))
    margin.setMinimumWidth(theme.em(MARGIN_EM))
    margin.setMaximumWidth(theme.em(MARGIN_MOST_EM))
    between = QWidget()
    between.setMaximumWidth(theme.em(MORE_BETWEEN_EM))
    beside = Placed(margin, MARGIN_EM * COLUMNS_FIRST, Qt.AlignmentFlag.AlignTop)
    body = row(theme, wide(main, MAIN_EM * COLUMNS_FIRST), BETWEEN, wide(between), beside, REST)
    return page_column(theme, width, body)


def page_across(theme: Theme, width: Width, *items: Item, most_em: float = MOST_EM) -> QWidget:
    """A page of one column that is as wide as there is room, but for the very widest screens."""
    body = page_column(theme, width, *items)
    body.setMaximumWidth(theme.em(most_em))
    return row(theme, wide(body), REST)


def page_column(theme: Theme, width: Width, *items: Item, gap: float = 0) -> QWidget:
    """A page's content in its margins, the right one less the scroll bar, so that edges line up."""
    body = column(theme, *items, STRETCH, gap=gap, margins=page_margins(width))
    inner = body.layout()
    if inner is not None:
        edges = inner.contentsMargins()
        edges.setRight(edges.right() - BAR_WIDTH)
        inner.setContentsMargins(edges)
    return body


def page_margins(width: Width) -> Margins:
    """Left, above, right, below, in px at 100 %."""
    return (SIDES[width], ABOVE[width], SIDES[width], 24 if width == "wide" else 28)
