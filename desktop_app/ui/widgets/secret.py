"""A field for a passphrase: shown as dots, never copied nor spoken; in plain letters only below it, when asked for."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QProxyStyle,
    QSizePolicy,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from desktop_app.ui.icons import IconName, draw_icon
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.lettering import Lettering

LONGEST = 500
RIM = 5
EYE, BETWEEN = 20, 10
"""As wide as the mark of the check box below, and as far from the words: they stand on one line with its own."""


class _Dots(QProxyStyle):
    """A dot that our own letters have; Qt's is so large that each touches the next."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_LineEdit_PasswordCharacter:
            return ord("\N{BULLET}")
        return super().styleHint(hint, option, widget, returnData)


class SecretField(LineField):
    """Always in dots, so that Qt gives its text neither to the clipboard nor to a screen reader."""

    caps_seen = Signal(bool)
    """With every letter: whether Caps Lock is on, as far as a letter tells."""

    def __init__(self, theme: Theme, name: str, icon: IconName | None = None) -> None:
        super().__init__(theme, name, icon=icon)
        self._dots = _Dots("Fusion")
        self.setStyle(self._dots)
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


class InClear(QFrame):
    """What stands in the field, to be read by eye alone; without a frame, or it would look like one more field."""

    def __init__(self, theme: Theme, field: SecretField, name: str) -> None:
        super().__init__()
        self.theme, self._field = theme, field
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

    def _left(self) -> int:
        return self.theme.grown(EYE, 0.75) + self.theme.space(BETWEEN)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._lettering().height(max(1, width - self._left())) + 2 * self._rim())

    def sizeHint(self) -> QSize:
        width = self.theme.em(14)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.em(6), ceil(self._lettering().line_height() + 2 * self._rim()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, words = QPainter(self), self._lettering()
        rim, left, side = self._rim(), self._left(), self.theme.grown(EYE, 0.75)
        eye = QRectF(0, rim + (words.line_height() - side) / 2, side, side)
        draw_icon(painter, "eye", eye, self.theme.color("accent"))
        words.paint(painter, left, rim, self.width() - left, self.theme.color("ink"))
