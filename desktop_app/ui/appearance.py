"""How the window looks just now: as the system does, or as was chosen in the View menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.settings import SCALES as SCALES
from desktop_app.ui.theme import Theme, ThemeName


class Appearance(QObject):
    """Colors and text size. Nothing of it is written here: look_kept.py keeps it, when it is asked to."""

    changed = Signal()

    def __init__(self, colors: ThemeName | None = None, scale: float = 1.0) -> None:
        super().__init__()
        self.colors = colors
        """What was chosen; None follows the system."""
        self.scale = scale
        self.follows = False
        """Whether the pages of the questions show where one stands so far."""
        hints = QGuiApplication.styleHints()
        wishes = hints.accessibility()
        hints.colorSchemeChanged.connect(self._system_changed)
        wishes.contrastPreferenceChanged.connect(self._system_changed)

    @property
    def theme(self) -> Theme:
        return Theme(self.colors or system_colors(), self.scale)

    def use(self, colors: ThemeName | None) -> None:
        if colors != self.colors:
            self.colors = colors
            self.changed.emit()

    def zoom(self, scale: float) -> None:
        if scale != self.scale:
            self.scale = scale
            self.changed.emit()

    def show_standing(self, on: bool) -> None:
        if on != self.follows:
            self.follows = on
            self.changed.emit()

    def larger(self) -> None:
        self.zoom(next((scale for scale in SCALES if scale > self.scale), SCALES[-1]))

    def smaller(self) -> None:
        self.zoom(next((scale for scale in reversed(SCALES) if scale < self.scale), SCALES[0]))

    def _system_changed(self) -> None:
        if self.colors is None:
            self.changed.emit()


def system_colors() -> ThemeName:
    hints = QGuiApplication.styleHints()
    wishes = hints.accessibility()  # held in a name: chained, it would be gone before it is asked
    if wishes.contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
