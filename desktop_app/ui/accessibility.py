"""Tells screen readers what Qt cannot know: headings, groups, what folds out, what just happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget
from shiboken6 import Shiboken

if TYPE_CHECKING:
    Address = int  # what the stubs say of an address
else:
    Address = Shiboken.VoidPtr  # what Qt has to be given as one

ROLE = "spoken_role"
"""A widget class with this attribute is announced with that role instead of its base class's."""

OPENED = "is_open"
"""A button class with this method is announced as one that folds something out, with its state."""

LEVEL = "level"
"""A heading has it: 1 for the page's own, 2 for a part of it, and so on."""


class SpokenRoles:
    """The roles of our widgets. Made once by the program and kept while it runs: Qt calls back into it."""

    def __init__(self) -> None:
        self._kept: list[QAccessibleInterface] = []
        self._levels: dict[int, _Level] = {}
        QAccessible.installFactory(self._interface)

    def _interface(self, _class_name: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, QWidget) or not hasattr(thing, ROLE):
            return None
        role = getattr(thing, ROLE)
        level = self._level(getattr(thing, LEVEL)) if role is QAccessible.Role.Heading else None
        described = _Described(thing, role) if level is None else _Titled(thing, level)
        # Qt deletes an interface with its widget, and Python must not delete it earlier.
        self._kept = [one for one in self._kept if Shiboken.isValid(one)]
        self._kept.append(described)
        return described

    def _level(self, level: int) -> _Level:
        return self._levels.setdefault(level, _Level(level))


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


class _Level(QAccessibleAttributesInterface):
    """How deep a heading stands."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        return self._level if key is QAccessible.Attribute.Level else None


class _Titled(QAccessibleWidget):
    """A heading, with its level: screen readers jump to the next of the same one."""

    def __init__(self, heading: QWidget, level: _Level) -> None:
        super().__init__(heading, QAccessible.Role.Heading)
        self._level = level

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind is QAccessible.InterfaceType.AttributesInterface:
            return Address(Shiboken.getCppPointer(self._level)[0])
        address: int | None = super().interface_cast(kind)
        return Address(0) if address is None else address  # given None, the binding would end the program


def announce(about: QWidget, message: str, *, at_once: bool = False) -> None:
    """Have a screen reader say something that changed: a new page, a saved file; errors `at_once`.

    Nothing is said of what is hidden just now.
    """
    if not about.window().isVisible():
        return
    event = QAccessibleAnnouncementEvent(about, message)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    tell(event)


def tell(event: QAccessibleAnnouncementEvent) -> None:
    """The one way by which announcements leave the window."""
    QAccessible.updateAccessibility(event)
