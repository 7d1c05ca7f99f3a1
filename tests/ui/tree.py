"""Reads the window as a screen reader does: roles and names, and controls that have none."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role

NEEDS_NAME = {
    Role.AlertMessage,
    Role.Button,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.Graphic,
    Role.Grouping,
    Role.Heading,
    Role.RadioButton,
}


def spoken(widget: QWidget) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for at in range(node.childCount()):
        child = node.child(at)
        if child.isValid() and not child.state().invisible:
            yield from walk(child)


def name(node: QAccessibleInterface) -> str:
    if node.role() is Role.ComboBox:  # on Linux Qt gives a list's value there, and its name by its label
        return "".join(name(label) for label, _flag in node.relations(QAccessible.RelationFlag.Label))
    return node.text(QAccessible.Text.Name)


def tree(widget: QWidget) -> list[tuple[str, str]]:
    return [(node.role().name, name(node)) for node in walk(spoken(widget))]


def unnamed(widget: QWidget) -> list[str]:
    return [node.role().name for node in walk(spoken(widget)) if node.role() in NEEDS_NAME and not name(node)]


def press(widget: QWidget, called: str) -> None:
    """Press the control of that name as a screen reader would, without mouse or keys."""
    for node in walk(spoken(widget)):
        action = node.actionInterface()
        if name(node) == called and action is not None:
            wanted = [name_ for name_ in ("Toggle", "Press") if name_ in action.actionNames()]
            if wanted:
                action.doAction(wanted[0])
                return
    raise AssertionError(f"nothing called {called!r} can be pressed")
