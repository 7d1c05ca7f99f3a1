"""Light, dark or high contrast as the system has it, until a person chooses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui import appearance
from desktop_app.ui.appearance import SCALES, Appearance, system_colors


class Hints:
    """Stands in for the system's own settings."""

    def __init__(self, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> None:
        self._scheme, self._contrast = scheme, contrast

    def colorScheme(self) -> Qt.ColorScheme:
        return self._scheme

    def accessibility(self) -> Hints:
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self._contrast


@pytest.mark.parametrize(
    ("scheme", "contrast", "colors"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast"),
    ],
)
def test_the_system_says_which_colors(qapp, monkeypatch, scheme, contrast, colors) -> None:
    class System:
        @staticmethod
        def styleHints() -> Hints:
            return Hints(scheme, contrast)

    monkeypatch.setattr(appearance, "QGuiApplication", System)
    assert system_colors() == colors


def test_a_change_of_the_system_is_followed_until_something_was_chosen(qapp, qtbot) -> None:
    look = Appearance()
    with qtbot.waitSignal(look.changed):
        look._system_changed()
    look.use("dark")
    with qtbot.assertNotEmitted(look.changed):
        look._system_changed()
        look.use("dark")
    assert look.theme.name == "dark"


def test_text_goes_from_100_to_200_percent_and_no_further(qapp) -> None:
    look = Appearance()
    for _ in range(len(SCALES) + 1):
        look.larger()
    assert look.theme.scale == 2.0
    for _ in range(len(SCALES) + 1):
        look.smaller()
    assert look.theme.scale == 1.0
