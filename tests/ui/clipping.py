"""Finds what does not have the room it needs: words cut off, parts over one another, pages that scroll sideways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QFocusFrame,
    QLabel,
    QMainWindow,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_row import CheckRow, RadioRow
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.text import Text

NOT_LOOKED_INTO = (QScrollBar, QMenuBar, QFocusFrame)
LEAST_SHARE = 0.4
"""Of the window's height that the page must have left, whatever stands above and below it."""


def clipped(window: QWidget) -> list[str]:
    """What is wrong in a window or dialog, in words; empty where everything has its room."""
    found = [] if window.layout() is None else list(_too_small(window))
    for widget in _within(window):
        found += _too_small(widget)
        found += _outside(widget)
        found += _sideways(widget)
    for parent in (window, *_within(window)):
        found += _overlapping(parent)
    return found


def _within(widget: QWidget) -> Iterator[QWidget]:
    """Everything that is shown in it, at any depth."""
    for child in _shown(widget):
        yield child
        if not isinstance(child, QAbstractScrollArea) or isinstance(child, QScrollArea):
            yield from _within(child)


def _shown(parent: QWidget) -> list[QWidget]:
    return [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and not isinstance(child, NOT_LOOKED_INTO)
        and not child.isWindow()
        and child.isVisible()
    ]


def _too_small(widget: QWidget) -> Iterator[str]:
    """Less than it asks for itself: across at the least, and down for the width that it has."""
    if isinstance(widget, (QAbstractScrollArea, QMainWindow)) or _scrolls(widget):
        return
    if widget.findChild(QScrollArea) is not None:
        return  # it may be lower than its content: what is in it is looked at by itself
    least = widget.minimumSizeHint()
    if isinstance(widget, QLabel) and not widget.hasHeightForWidth():
        least = widget.sizeHint()
    down = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else least.height()
    if isinstance(widget, QAbstractButton) and not widget.hasHeightForWidth():
        down = widget.sizeHint().height()
    if widget.width() < least.width():
        yield f"{_name(widget)} is {widget.width()} wide and needs {least.width()}"
    if widget.height() < down:
        yield f"{_name(widget)} is {widget.height()} high and needs {down}"
    broken = _longest_word(widget) - _room(widget)
    if broken > 1:
        yield f"{_name(widget)} breaks a word: {broken:.0f} px are missing"


def _longest_word(widget: QWidget) -> float:
    if isinstance(widget, (Text, Button, Pill)):
        return widget._lettering.word_width()
    return widget.face.words.word_width() if isinstance(widget, (RadioRow, CheckRow)) else 0.0


def _room(widget: QWidget) -> float:
    """Across, for words."""
    if isinstance(widget, (Button, Pill)):
        return widget.width() - widget._around()
    return (
        widget.face._room(widget.width())
        if isinstance(widget, (RadioRow, CheckRow))
        else float(widget.width())
    )


def _outside(widget: QWidget) -> Iterator[str]:
    """Over the edge of what it stands in, where nothing of it can be seen."""
    parent = widget.parentWidget()
    if parent is None or _scrolls(widget):
        return
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        yield f"{_name(widget)} {_size(widget.geometry())} sticks out of {_name(parent)} {_size(parent.rect())}"


def _scrolls(widget: QWidget) -> bool:
    """Whether it is the content of a scroll area, or the window on it."""
    above = widget.parentWidget()
    around = above.parentWidget() if above is not None else None
    return isinstance(above, QAbstractScrollArea) or (
        isinstance(around, QScrollArea) and around.widget() is widget
    )


def _sideways(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QScrollArea):
        return
    content: QWidget | None = widget.widget()
    view = widget.viewport()
    if content is None:
        return
    if content.width() > view.width():
        yield f"the page is {content.width()} wide in a view of {view.width()}"
    if content.height() < content.heightForWidth(content.width()):
        yield f"the page is {content.height()} high and needs {content.heightForWidth(content.width())}"


def _overlapping(parent: QWidget) -> Iterator[str]:
    for one, other in combinations(_shown(parent), 2):
        common = one.geometry() & other.geometry()
        if common.width() > 1 and common.height() > 1:
            yield f"{_name(one)} {_size(one.geometry())} lies over {_name(other)} {_size(other.geometry())}"


def page_share(window: QMainWindow, page: QWidget) -> float:
    """How much of the window's height is left for the page."""
    around = page.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    assert around is not None
    return around.viewport().height() / window.height()


def beyond_the_bar(bar: QMenuBar) -> list[str]:
    """Menus that found no room in their line."""
    shown = [action for action in bar.actions() if action.isVisible()]
    return [
        action.text()
        for action in shown
        if not bar.rect().contains(bar.actionGeometry(action)) or bar.actionGeometry(action).isEmpty()
    ]


def _name(widget: QWidget) -> str:
    said = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {said[:60]!r}" if said else type(widget).__name__


def _size(rect: QRect) -> str:
    at: QPoint = rect.topLeft()
    return f"({at.x()}, {at.y()}, {rect.width()} x {rect.height()})"
