"""Hides everything at once behind an empty, neutral window, and brings it back as it was, on purpose only."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from desktop_app.ui.clipboard import Copied
from desktop_app.ui.task_bar import TaskBarIdentity
from desktop_app.ui.three_shifts import ThreeShifts
from desktop_app.ui.widgets.blank import Blank

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

ICON_SIDE = 32
NO_TITLE = "\N{NO-BREAK SPACE}"
"""Of an empty one, X11 would be told nothing, and go on showing the last."""


class Hiding(QObject):
    """Takes what the window shows out of it as a whole, so that drafts, scroll and cursor stay where they are."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._blank: Blank | None = None
        self._frame: QWidget | None = None
        self._keys: QWidget | None = None
        self._waiting: list[Callable[[], None]] = []
        self.made_anew = False
        """Something changed meanwhile that the page has to be made anew for."""
        self.copied = Copied(self)
        three_shifts = ThreeShifts(self)
        three_shifts.pressed.connect(self._shifts_pressed)

    @property
    def on(self) -> bool:
        return self._blank is not None

    def hide(self) -> None:
        """In one paint, whatever else is open."""
        if self.on:
            return
        window = self._window
        _close_all_but(window)
        self._keys = window.focusWidget()
        self._title, self._icon = window.windowTitle(), window.windowIcon()
        window.setWindowTitle(NO_TITLE)
        window.setWindowIcon(_no_icon())
        self._identity = TaskBarIdentity(int(window.winId()))
        self._identity.take_off()
        self.copied.forget()
        self._frame = window.frame
        window.takeCentralWidget()
        self._frame.hide()
        window.menus.empty()
        window.menuBar().hide()
        self._blank = Blank(window.words, window.appearance.scale)
        self._blank.shown_again.connect(self.show)
        self._blank.closed.connect(window.close_for_good)
        window.setCentralWidget(self._blank)
        self._blank.show()
        self._blank.setFocus(Qt.FocusReason.OtherFocusReason)
        window.repaint()

    def show(self) -> None:
        """After it was asked for twice."""
        window, frame = self._window, self._frame
        if frame is None:
            return
        if window.safe is not None and not window.safe.locking.may_come_back():
            return
        self._blank = self._frame = None
        window.setCentralWidget(frame)  # the neutral page goes with that
        frame.show()
        window.menuBar().show()
        window.setWindowTitle(self._title)
        window.setWindowIcon(self._icon)
        self._identity.put_back()
        if self._keys is not None:
            self._keys.setFocus(Qt.FocusReason.OtherFocusReason)
        window.come_back(made_anew=self.made_anew)
        self.made_anew = False
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def ask_to_close(self) -> None:
        """The usual question, in words that name nothing."""
        if self._blank is not None:
            self._blank.ask_to_close()

    def say_until(self, time: str) -> None:
        """How long what is hidden is still kept."""
        if self._blank is not None:
            self._blank.say_until(time)

    def when_shown(self, act: Callable[[], None]) -> None:
        """Now, or once nothing is hidden any more."""
        if self.on:
            self._waiting.append(act)
        else:
            act()

    def _shifts_pressed(self) -> None:
        if self._window.shift_hides and self._window.isVisible():
            self.hide()


def _close_all_but(window: QWidget) -> None:
    """Menus, lists, hints and dialogs: as if nothing had been chosen in them."""
    QGuiApplication.inputMethod().commit()
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if popup.isVisible():  # one that does not want to go
            popup.hide()
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        if isinstance(other, QDialog):
            other.reject()
        else:
            other.close()


def _no_icon() -> QIcon:
    """Nothing to see: with none at all, systems put the program's own there."""
    clear = QPixmap(ICON_SIDE, ICON_SIDE)
    clear.fill(Qt.GlobalColor.transparent)
    return QIcon(clear)
