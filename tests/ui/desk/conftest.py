"""A window with a caseload of invented clients open in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.ui.desk_scenes import caseload, done, open_caseload
from tests.ui.window.conftest import Desk as Person


@pytest.fixture
def center(desk) -> Callable[..., Person]:
    """At one of its pages; `read_only` when somebody else has it open."""

    def open_(page: str = "clients", language: str = "en", *, read_only: bool = False, **more: Any) -> Person:
        at: Person = desk(language, **more)
        open_caseload(at.window, caseload(read_only=read_only)).go(page)
        at.settle()
        return at

    return open_


def row_of(at: Person, code: str) -> int:
    """Where a client stands in the list."""
    lines = at.page.table.lines
    return next(number for number in range(lines.rowCount()) if lines.line(number).cells[0].words == code)


def codes(at: Person) -> list[str]:
    """The names in the list, from above."""
    lines = at.page.table.lines
    return [lines.line(number).cells[0].words for number in range(lines.rowCount())]


def click_row(at: Person, code: str, *, twice: bool = False) -> None:
    table = at.page.table
    index = table.lines.index(row_of(at, code), 0)
    table.scrollTo(index)
    place = table.visualRect(index).center()
    at.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if twice:
        at.qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at.settle()


def wait(at: Person) -> None:
    """For what runs off the window's thread."""
    done(at.window)
    at.settle()
