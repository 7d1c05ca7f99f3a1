"""Tells screen readers what Qt cannot know: headings, groups, what folds out, what just happened."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget
from shiboken6 import Shiboken

ROLE = "spoken_role"
"""A widget class with this attribute is announced with that role instead of its base class's."""

OPENED = "is_open"
"""A button class with this method is announced as one that folds something out, with its state."""


class SpokenRoles:
    """The roles of our widgets. Made once by the program and kept while it runs: Qt calls back into it."""

    def __init__(self) -> None:
        self._kept: list[QAccessibleInterface] = []
        QAccessible.installFactory(self._interface)

    def _interface(self, _class_name: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, QWidget) or not hasattr(thing, ROLE):
            return None
        described = _Described(thing, getattr(thing, ROLE), thing.accessibleName())
        # Qt deletes an interface with its widget, and Python must not delete it earlier.
        self._kept = [one for one in self._kept if Shiboken.isValid(one)]
        self._kept.append(described)
        return described


class _Described(QAccessibleWidget):
    """What a screen reader is told of one widget; buttons can be pressed through it."""

    def state(self) -> QAccessible.State:
        state = super().state()
        is_open = getattr(self.widget(), OPENED, None)
        if is_open is not None:
            state.expandable = True
            state.expanded = is_open()
            state.collapsed = not is_open()
        return state

    def actionNames(self) -> list[str]:
        names = super().actionNames()
        return ["Press", *names] if isinstance(self.widget(), QAbstractButton) else names

    def doAction(self, name: str) -> None:
        button = self.widget()
        if name == "Press" and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)


def announce(about: QWidget, message: str) -> None:
    """Have a screen reader say something that changed: a new page, a saved file, an error."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, message))
