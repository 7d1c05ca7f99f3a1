"""What tests of the window may ask for: themes, and a widget shown as the program would show it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import resources
from desktop_app.ui import style
from desktop_app.ui.accessibility import SpokenRoles
from desktop_app.ui.theme import THEMES, Theme
from tests.ui.window.conftest import desk as desk

Show = Callable[..., QWidget]


@pytest.fixture(scope="session")
def spoken_roles(qapp: QApplication) -> SpokenRoles:
    """Qt calls back into these for as long as it runs, so there is one for all tests."""
    style.load_fonts(resources.folder() / "fonts")
    return SpokenRoles()


@pytest.fixture
def theme(qapp: QApplication, spoken_roles: SpokenRoles) -> Theme:
    theme = Theme()
    style.apply(qapp, theme)
    return theme


@pytest.fixture(params=[(name, scale) for name in THEMES for scale in (1.0, 2.0)], ids=str)
def any_theme(request: pytest.FixtureRequest, qapp: QApplication, spoken_roles: SpokenRoles) -> Theme:
    theme = Theme(*request.param)
    style.apply(qapp, theme)
    return theme


@pytest.fixture
def show(qtbot) -> Show:
    """Show a widget, have it painted, and take it away after the test."""
    kept: list[QWidget] = []  # qtbot holds on loosely, and a widget without a name would be gone at once

    def shown(widget: QWidget, width: int = 600, height: int = 500) -> QWidget:
        qtbot.addWidget(widget)
        kept.append(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        widget.grab()
        return widget

    return shown
