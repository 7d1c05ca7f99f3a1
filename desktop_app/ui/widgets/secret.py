"""A field for a passphrase: shown as dots, never copied nor spoken; in plain letters only below it, when asked for."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop_app.ui.icons import IconName
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.lettering import Lettering
from desktop_app.ui.widgets.panel import Panel

LONGEST = 500
RIM = 10


class SecretField(LineField):
    """Always in dots, so that Qt gives its text neither to the clipboard nor to a screen reader."""

    caps_seen = Signal(bool)
    """With every letter: whether Caps Lock is on, as far as a letter tells."""

    def __init__(self, theme: Theme, name: str, icon: IconName | None = None) -> None:
        super().__init__(theme, name, icon=icon)
        self.setEchoMode(LineField.EchoMode.Password)
        self.setMaxLength(LONGEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)

    def wipe(self) -> None:
        """Nothing of it stays, nor can it be brought back by Undo."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            event.accept()
            return
        letter = event.text()
        if len(letter) == 1 and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_seen.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)


class InClear(Panel):
    """What stands in the field, to be read by eye alone."""

    def __init__(self, theme: Theme, field: SecretField, name: str) -> None:
        super().__init__(theme, "note", None, corner="field")
        self._field = field
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        field.textChanged.connect(self._changed)

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _lettering(self) -> Lettering:
        return Lettering(self.theme, self._field.text(), "body")  # made anew each time: nothing of it is kept

    def _rim(self) -> int:
        return self.theme.space(RIM)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._lettering().height(max(1, width - 2 * self._rim())) + self._rim())

    def sizeHint(self) -> QSize:
        width = self.theme.em(14)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.em(6), ceil(self._lettering().line_height() + self._rim()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rim = self._rim()
        self._lettering().paint(painter, rim, rim / 2, self.width() - 2 * rim, self.theme.color("ink"))
