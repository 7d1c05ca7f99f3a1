"""The neutral window: the system's own letters and colors, two quiet words, and a way back that asks once more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QFontDatabase, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.i18n import Words

SIDE, BETWEEN = 24, 12
MOST_LINES = 1.8
"""Of words beside buttons; a little less than two, as lines do not fill up."""


class Blank(QWidget):
    """Nothing in it names the program, and no stray key leads out of it: keys end here."""

    shown_again = Signal()
    closed = Signal()

    spoken_role = QAccessible.Role.Grouping
    paints_focus = True

    def __init__(self, words: Words, scale: float) -> None:
        super().__init__()
        self._words = words
        self._until = ""
        self.setPalette(_system_colors())
        self.setAutoFillBackground(True)
        self.setFont(_system_font(scale))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(words.say("hide.paused"))
        self._line = QWidget(self)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(SIDE, SIDE, SIDE, SIDE - 4)
        self._box.addStretch(1)
        self._box.addWidget(self._line)
        self._pause()

    def ask_to_close(self) -> None:
        self._ask("hide.close", "hide.close_yes", "hide.close_no", self.closed.emit)

    def say_until(self, time: str) -> None:
        """How long what was here before is still kept."""
        self._until = self._words.say("hide.until", time=time)
        self._pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Escape and the rest do nothing here, nor in the window around it."""
        event.accept()

    def _pause(self) -> None:
        again = self._button("hide.again")
        again.clicked.connect(self._ask_to_show)
        self._put(self._until or self._words.say("hide.paused"), again)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_to_show(self) -> None:
        self._ask("hide.sure", "hide.yes", "hide.no", self.shown_again.emit)

    def _ask(self, question: str, yes: str, no: str, act: object) -> None:
        """The keys are on the answer that changes nothing."""
        agree, stay = self._button(yes), self._button(no)
        agree.clicked.connect(act)
        stay.clicked.connect(self._pause)
        stay.setAccessibleDescription(self._words.say(question))
        self._put(self._words.say(question), agree, stay)
        stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, words: str) -> QPushButton:
        return _Plain(self._words.say(words).replace("&", "&&"))

    def _put(self, said: str, *buttons: QPushButton) -> None:
        before, self._line = self._line, _Line(said, buttons)
        self._box.replaceWidget(before, self._line)
        before.hide()
        before.deleteLater()
        self._line.show()


class _Line(QWidget):
    """Words with buttons beside them, or below where beside them the words would stand in a narrow column."""

    def __init__(self, said: str, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._label, self._buttons = QLabel(said), QWidget()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        beside = QHBoxLayout(self._buttons)
        beside.addStretch(1)
        for button in buttons:
            beside.addWidget(button)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._label, 1)
        self._box.addWidget(self._buttons)
        for box in (beside, self._box):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(BETWEEN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._buttons.sizeHint().width() - BETWEEN
        long = self._label.fontMetrics().horizontalAdvance(self._label.text()) > MOST_LINES * room
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(below if long else beside)


class _Plain(QPushButton):
    """As the style paints it, its focus too."""

    paints_focus = True


def _system_font(scale: float) -> QFont:
    """As large as was chosen: who needs large letters needs them here too."""
    system, font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont), QFont()
    font.setFamilies(system.families())
    font.setPointSizeF(max(system.pointSizeF(), 9.0) * scale)
    font.setWeight(QFont.Weight.Normal)
    return font


def _system_colors() -> QPalette:
    """Every color named one by one: what is left open would come from ours."""
    system, colors = QApplication.style().standardPalette(), QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role in QPalette.ColorRole:
            if role != QPalette.ColorRole.NColorRoles:
                colors.setColor(group, role, system.color(group, role))
    return colors
