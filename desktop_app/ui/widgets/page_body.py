"""The page under the strip: the question's column and the margin that explains it, or one under the other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Theme, Width
from desktop_app.ui.widgets.arrange import REST, STRETCH, Item, Margins, column, row, top, wide
from desktop_app.ui.widgets.scroll import BAR_WIDTH

SIDES: dict[Width, float] = {"wide": 48, "single": 32, "folded": 28}
"""The page's side margins, by the room there is."""

MAIN_EM, MARGIN_EM, BETWEEN = 38, 17, 40
ABOVE: dict[Width, float] = {"wide": 6, "single": 6, "folded": 18}


def page_body(
    theme: Theme, width: Width, main: QWidget, margin: QWidget | None = None, *, main_em: float = MAIN_EM
) -> QWidget:
    """To be put in a Scroll. The main column is never wider than lines that read well."""
    if width != "wide":
        return page_column(theme, width, main, margin, gap=20)
    main.setMaximumWidth(theme.em(main_em))
    items: list[Item] = [wide(main)]
    if margin is not None:
        margin.setFixedWidth(theme.em(MARGIN_EM))
        items += [BETWEEN, top(margin)]
    body = row(theme, *items, REST)
    return page_column(theme, width, body)


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
