"""Puts widgets in columns, rows and wrapping lines, with distances that grow with the theme."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme import ColorRole, Theme


class Gap(Enum):
    """Room that takes its share of what is left over, or only what nothing else wants."""

    STRETCH = "stretch"
    REST = "rest"


STRETCH, REST = Gap.STRETCH, Gap.REST

NO_SIDE = Qt.AlignmentFlag(0)
UP_AND_DOWN = Qt.AlignmentFlag.AlignVertical_Mask

Margins = tuple[float, float, float, float]


class Placed(NamedTuple):
    """A widget with its share of the room, or held to one side."""

    widget: QWidget
    share: int = 0
    side: Qt.AlignmentFlag | None = None


Item = QWidget | Placed | Gap | int | float | None
"""A widget, a distance in px at 100 %, a stretch; None is left out."""


def wide(widget: QWidget, share: int = 1) -> Placed:
    return Placed(widget, share)


def top(widget: QWidget) -> Placed:
    return Placed(widget, side=Qt.AlignmentFlag.AlignTop)


def middle(widget: QWidget) -> Placed:
    return Placed(widget, side=Qt.AlignmentFlag.AlignVCenter)


def left(widget: QWidget) -> Placed:
    return Placed(widget, side=Qt.AlignmentFlag.AlignLeft)


def column(
    theme: Theme, *items: Item, gap: float = 0, margins: Margins = (0, 0, 0, 0), into: QWidget | None = None
) -> QWidget:
    """The items one under the other, in a new widget or in the one given."""
    widget = into or QWidget()
    _fill(theme, QVBoxLayout(widget), items, gap, margins)
    return widget


def row(
    theme: Theme, *items: Item, gap: float = 0, margins: Margins = (0, 0, 0, 0), into: QWidget | None = None
) -> QWidget:
    """The items side by side, in a new widget or in the one given."""
    widget = into or QWidget()
    _fill(theme, QHBoxLayout(widget), items, gap, margins)
    return widget


def surface(theme: Theme, widget: QWidget, role: ColorRole) -> QWidget:
    """Give a widget a ground of one color."""
    colors = widget.palette()
    colors.setColor(widget.backgroundRole(), theme.color(role))
    widget.setPalette(colors)
    widget.setAutoFillBackground(True)
    return widget


def _fill(theme: Theme, box: QBoxLayout, items: tuple[Item, ...], gap: float, margins: Margins) -> None:
    box.setSpacing(0)
    box.setContentsMargins(*(theme.space(margin) for margin in margins))
    after_widget = False
    for item in items:
        if item is None:
            continue
        if isinstance(item, Gap):
            box.addStretch(1 if item is Gap.STRETCH else 0)
        elif isinstance(item, (int, float)):
            box.addSpacing(theme.space(item))
        else:
            if after_widget and gap:
                box.addSpacing(theme.space(gap))
            _place(box, item if isinstance(item, Placed) else Placed(item))
            after_widget = True
            continue
        after_widget = False


def _place(box: QBoxLayout, placed: Placed) -> None:
    side = placed.side
    if getattr(placed.widget, "keeps_height", False) and not (side or NO_SIDE) & UP_AND_DOWN:
        side = (side or NO_SIDE) | Qt.AlignmentFlag.AlignVCenter  # or a layout would stretch the control
    if side is None:
        box.addWidget(placed.widget, placed.share)
    else:
        box.addWidget(placed.widget, placed.share, side)
