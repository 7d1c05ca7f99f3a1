"""A screen reader's hands and ears: finds things by role and name, acts on them, and keeps what it is told.

Runs on the system's own Python, and knows nothing of the program but what stands on the accessibility bus.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

Node = Any
"""A thing on the bus; gi has no types."""

PATIENCE = 120.0
HEARD = ("object:announcement", "object:state-changed:focused")

CONTROLS = {
    "alert",
    "check box",
    "combo box",
    "entry",
    "heading",
    "list",
    "page tab",
    "password text",
    "push button",
    "radio button",
    "slider",
    "spin button",
    "table",
    "text",
    "toggle button",
    "tree",
    "tree table",
}
"""What may take the keys."""


class NotThere(Exception):  # noqa: N818 - it reads as what happened
    """What a person was told to use is not on the bus, or does not do what it should."""


class Focus(NamedTuple):
    role: str
    name: str


class Reader:
    """Follows one program. What it was told stands in `announced` and `focused`, in order."""

    def __init__(self, program: str) -> None:
        self.announced: list[str] = []
        self.focused: list[Focus] = []
        self._context = GLib.MainContext.default()
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in HEARD:
            self._listener.register(kind)
        self._program = program
        self.app = self.until(self._find_program, f"a program called {program!r}")
        self.app.set_cache_mask(Atspi.Cache.NONE)

    # ------------------------------------------------------------ what is there

    def window(self) -> Node:
        """The one on top: a dialog before what it belongs to."""
        windows = [self.app.get_child_at_index(at) for at in range(self.app.get_child_count())]
        shown = [one for one in windows if one is not None and _is(one, Atspi.StateType.VISIBLE)]
        dialogs = [one for one in shown if one.get_role_name() in ("dialog", "alert", "file chooser")]
        return (dialogs or shown)[-1]

    def everything(self) -> Iterator[Node]:
        """All that can be met in the window on top, in the order in which it is read."""
        return _walk(self.window())

    def find(self, name: str, *roles: str) -> Node | None:
        for node in self.everything():
            if node.get_role_name() in roles and self.called(node) == name:
                return node
        return None

    def wait_for(self, role: str, name: str) -> Node:
        return self.until(lambda: self.find(name, role), f"{role} {name!r}")

    def called(self, node: Node) -> str:
        """A list's own name is what is chosen in it; what it is for stands in its label."""
        if node.get_role_name() == "combo box":
            return " ".join(self.labels(node))
        return _plain(node.get_name())

    def labels(self, node: Node) -> list[str]:
        wanted = Atspi.RelationType.LABELLED_BY
        relations = [one for one in node.get_relation_set() if one.get_relation_type() == wanted]
        return [
            _plain(one.get_target(at).get_name()) for one in relations for at in range(one.get_n_targets())
        ]

    def heading(self) -> str:
        """The page's own: the heading of the first level."""
        for node in self.everything():
            if node.get_role_name() == "heading" and (node.get_attributes() or {}).get("level") == "1":
                return _plain(node.get_name())
        return ""

    def texts(self) -> list[str]:
        """All that is said in the window on top."""
        return [_plain(node.get_name()) for node in self.everything() if node.get_name()]

    def within(self, node: Node) -> Iterator[Node]:
        return _walk(node)

    def rows(self, table: Node) -> list[list[str]]:
        """What its cells say, as one who goes from cell to cell is told."""
        across = range(table.get_n_columns())
        return [
            [_plain(table.get_accessible_at(at, column).get_name()) for column in across]
            for at in range(table.get_n_rows())
        ]

    def is_active(self) -> bool:
        return _is(self.window(), Atspi.StateType.ACTIVE)

    def has_keys(self) -> Node | None:
        return next((node for node in self.everything() if _is(node, Atspi.StateType.FOCUSED)), None)

    # ------------------------------------------------------------ what is done

    def press(self, role: str, name: str) -> None:
        self.act(self.wait_for(role, name), "Press")

    def toggle(self, name: str) -> None:
        """Choose a radio button or check box by what stands beside it, and see that it is chosen."""
        found = self.find(name, "radio button", "check box")
        if found is None:
            raise NotThere(f"nothing called {name!r} can be chosen")
        if not _is(found, Atspi.StateType.CHECKED):
            self.act(found, "Toggle")
        self.until(lambda: _is(found, Atspi.StateType.CHECKED), f"{name!r} to be chosen")

    def pick(self, label: str, entry: str) -> None:
        """Choose an entry of a list that opens."""
        field = self.wait_for("combo box", label)
        self.act(field, "ShowMenu")
        entries = [node for node in _walk(field, hidden=True) if node.get_role_name() == "list item"]
        found = next((node for node in entries if _plain(node.get_name()) == entry), None)
        if found is None:
            raise NotThere(f"{label!r} has no {entry!r} among {[one.get_name() for one in entries]}")
        self.act(found, "Toggle")
        self.until(lambda: _plain(field.get_name()) == entry, f"{label!r} to say {entry!r}")

    def write(self, name: str, text: str) -> None:
        """Into a line of text, over what stands there."""
        field = self.wait_for("text", name)
        length = field.get_character_count()
        if length:
            field.delete_text(0, length)
        field.insert_text(0, text, len(text.encode()))
        self.until(lambda: field.get_text(0, -1) == text, f"{text!r} to stand in {name!r}")

    def write_secret(self, name: str, text: str) -> None:
        """Into a field that gives back only how much stands in it."""
        field = self.wait_for("password text", name)
        length = field.get_character_count()
        if length:
            field.delete_text(0, length)
        field.insert_text(0, text, len(text.encode()))
        self.until(lambda: field.get_character_count() == len(text), f"as many letters in {name!r}")
        if set(field.get_text(0, -1)) & set(text):
            raise NotThere(f"a secret in {name!r}; it can be read")

    def choose(self, menu: str, entry: str) -> None:
        """An entry of a menu in the bar."""
        bar = self.until(lambda: self._entry(self.window(), menu), f"a menu {menu!r}")
        found = self.until(lambda: self._entry(bar, entry), f"{entry!r} in the menu {menu!r}")
        self.act(found, "Press")

    def _entry(self, within: Node, name: str) -> Node | None:
        nodes = (node for node in _walk(within, hidden=True) if node.get_role_name() == "menu item")
        return next((node for node in nodes if _plain(node.get_name()) == name), None)

    def select(self, table: Node, row: int) -> None:
        """As someone does who has come to its first cell."""
        cell = table.get_accessible_at(row, 0)
        self.act(cell, "Toggle")
        self.until(lambda: table.is_row_selected(row), f"row {row + 1} to be chosen")

    def key(self, number: int) -> None:
        """One that a screen reader leaves to the program: the arrows in a table."""
        Atspi.generate_keyboard_event(number, None, Atspi.KeySynthType.SYM)

    def act(self, node: Node, action: str) -> None:
        names = [node.get_action_name(at) for at in range(node.get_n_actions())]
        if action not in names:
            raise NotThere(f"{_told(node)} has no {action!r} among {names}")
        node.do_action(names.index(action))

    def until(self, true: Callable[[], Any], wanted: str) -> Any:
        """Wait for it, and listen meanwhile."""
        ends = time.monotonic() + PATIENCE
        while True:
            self.listen()
            try:
                found = true()
            except GLib.GError:  # it went away while it was being read
                found = None
            if found:
                return found
            if time.monotonic() > ends:
                raise NotThere(f"waited in vain for {wanted}; heard {self.announced[-3:]}")
            time.sleep(0.02)

    def listen(self) -> None:
        while self._context.iteration(False):
            pass

    def begin_again(self) -> None:
        """Follow the program that comes up in place of the one that ends."""
        before = self.app.get_process_id()
        self.app = self.until(lambda: self._another(before), "the program to come up again")
        self.app.set_cache_mask(Atspi.Cache.NONE)
        self.until(self.heading, "its first page")

    def _another(self, before: int) -> Node | None:
        found = self._find_program()
        return found if found is not None and found.get_process_id() != before else None

    # ------------------------------------------------------------ what is wrong

    def findings(self) -> list[str]:
        """What on this page someone would meet without being told what it is."""
        wrong = []
        for node in self.everything():
            role, name = node.get_role_name(), self.called(node)
            if _is(node, Atspi.StateType.FOCUSABLE) and _is(node, Atspi.StateType.ENABLED):
                if not name.strip():
                    wrong.append(f"no name: {_told(node)}")
                if role not in CONTROLS | {"menu item", "list item", "table cell"}:
                    wrong.append(f"takes the keys as {role}: {name!r}")
            if role == "heading" and not (node.get_attributes() or {}).get("level"):
                wrong.append(f"a heading without its level: {name!r}")
        return wrong

    # ------------------------------------------------------------ what is heard

    def _find_program(self) -> Node | None:
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(at)
            if app is not None and app.get_name() == self._program and app.get_child_count():
                return app
        return None

    def _hear(self, event: Any) -> None:
        if event.type.startswith("object:announcement"):
            self.announced.append(_plain(str(event.any_data)))
        elif event.detail1:
            with suppress(GLib.GError):  # gone before it was asked
                self.focused.append(Focus(event.source.get_role_name(), self.called(event.source)))


def _walk(node: Node, *, hidden: bool = False) -> Iterator[Node]:
    yield node
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None and (hidden or _is(child, Atspi.StateType.VISIBLE)):
            yield from _walk(child, hidden=hidden)


def _is(node: Node, state: Any) -> bool:
    return bool(node.get_state_set().contains(state))


def _plain(text: str | None) -> str:
    """Without the breaks that are only for the eye."""
    return " ".join((text or "").split())


def _told(node: Node) -> str:
    return f"{node.get_role_name()} {node.get_name()!r} ({node.get_description()!r})"
