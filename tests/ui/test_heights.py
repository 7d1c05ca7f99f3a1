"""Nothing that holds words has a height of its own: it follows from the words, the letters and the width."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import desktop_app.ui

HEIGHTS = {"setFixedHeight", "setFixedSize", "setMaximumHeight", "setMaximumSize"}
WITHOUT_WORDS = {
    ("clients.py", "around + self.table.all_rows()"),  # of a list at the most: the heights of its rows' words
    ("icon.py", "self._side, max(self._side, round(theme.line_height(beside)) if beside else 0)"),
    ("icon.py", "round(tall * BRAND_WIDTH), tall"),
    ("panel.py", "1"),  # the hairline between parts
    ("timeline.py", "theme.grown(22, 0.6), theme.grown(14, 0.6)"),  # a sample in the legend
}


def set_heights(code: str) -> Iterator[str]:
    """What is given to every call that holds a widget to a size."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in HEIGHTS:
            yield ", ".join(ast.unparse(argument) for argument in node.args)


def test_only_what_has_no_words_is_held_to_a_size() -> None:
    folder = Path(desktop_app.ui.__file__).parent
    found = {
        (file.name, given)
        for file in folder.rglob("*.py")
        for given in set_heights(file.read_text(encoding="utf-8"))
    }
    assert found == WITHOUT_WORDS


def test_a_fixed_height_would_be_noticed() -> None:
    assert list(set_heights("button.setFixedHeight(40)")) == ["40"]
