"""Another screen reader beside the first, which never rests and asks for parts that are not there, or no longer.

Programs have ended over this: what was counted a moment ago may be gone when it is asked for.
"""

from __future__ import annotations

import sys
from contextlib import suppress

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

BEYOND = (-1, 0, 1, 5)
"""From the count on: places where nothing is."""
FAR = (-1, 0, 10_000)


def ask_without_rest(program: str) -> None:
    desktop = Atspi.get_desktop(0)
    while True:
        with suppress(GLib.GError):
            for at in range(desktop.get_child_count()):
                app = desktop.get_child_at_index(at)
                if app is not None and app.get_name() == program:
                    app.set_cache_mask(Atspi.Cache.NONE)
                    _ask(app)


def _ask(node: Atspi.Accessible) -> None:
    with suppress(GLib.GError):
        count = node.get_child_count()
        for ask in (
            node.get_name,
            node.get_description,
            node.get_state_set,
            node.get_relation_set,
            node.get_attributes,
            node.get_index_in_parent,
            node.get_parent,
        ):
            ask()
        _ask_beyond(node, count)
        for at in range(count):
            child = node.get_child_at_index(at)
            if child is not None:
                _ask(child)


def _ask_beyond(node: Atspi.Accessible, count: int) -> None:
    for beyond in BEYOND:
        with suppress(GLib.GError):
            node.get_child_at_index(count + beyond)
    if table := node.get_table_iface():
        for row in FAR:
            for column in FAR:
                with suppress(GLib.GError):
                    table.get_accessible_at(row, column)
    if text := node.get_text_iface():
        with suppress(GLib.GError):
            length = text.get_character_count()
            text.get_text(0, length + 5)
            text.get_string_at_offset(length + 1, Atspi.TextGranularity.WORD)
    if selection := node.get_selection_iface():
        with suppress(GLib.GError):
            selection.get_selected_child(FAR[-1])


if __name__ == "__main__":
    ask_without_rest(sys.argv[1])
