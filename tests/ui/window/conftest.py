"""The window as the program puts it together, with dialogs that answer at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.interview.session import Session
from desktop_app.settings import Settings
from desktop_app.ui.faults import Faults
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.program import put_together
from desktop_app.ui.theme import ThemeName
from tests.conftest import TODAY
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.pages.conftest import answers_of
from tests.ui.pages.use import button, click, said

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@dataclass
class Desk:
    """A person at the window: what they press, and what they then have before them."""

    window: MainWindow
    faults: Faults
    dialogs: FakeDialogs
    qtbot: Any

    @property
    def page(self) -> Any:
        return self.window.page

    @property
    def at(self) -> str:
        return self.window.navigator.session.at if self.window.navigator.begun else "welcome"

    @property
    def answers(self) -> Any:
        return self.window.navigator.session.answers

    @property
    def said(self) -> str:
        """Everything in the window, as a screen reader finds it."""
        return said(self.window)

    def action(self, name: str) -> QAction:
        return self.window.menus.actions[name]

    def click(self, words: str) -> None:
        click(self.qtbot, button(self.window, words))
        self.settle()

    def choose(self, words: str) -> None:
        """Press the row with these words, wherever it is on the page."""
        row = next(row for row in self.page.findChildren(QWidget) if _words_of(row) == words)
        click(self.qtbot, row)
        self.settle()

    def press(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """On whatever has the keys."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, with_)
        self.settle()

    def write(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget() or self.window, text)
        self.settle()

    def settle(self) -> None:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def has_keys(self) -> QWidget | None:
        return QApplication.focusWidget()

    def go_to(self, page: str, answers: dict[str, Any] | None = None) -> None:
        """Without the way there; the answers are taken as given."""
        if not self.window.navigator.begun:
            self.page.on()
        navigator = self.window.navigator
        if answers is not None:
            session = navigator.session
            navigator.restore(Session(session.as_of, session.series, session.helping, answers))
        navigator.go_to(page)
        self.settle()

    def use_sheet(self, sheet: str, at: str) -> None:
        self.go_to(at, answers_of(sheet))


def _words_of(widget: QWidget) -> str | None:
    words = getattr(widget, "words", None)
    face = getattr(widget, "face", None)
    return words() if face is not None and callable(words) else None


@pytest.fixture
def desk(qapp, spoken_roles, qtbot) -> Iterator[Callable[..., Desk]]:
    """Opens the window; at the end nothing may have gone wrong in it, unless a test says so."""
    made: list[Desk] = []

    def open_(
        language: str = "en",
        *,
        size: tuple[int, int] = (1280, 800),
        colors: ThemeName | None = "light",
        scale: float = 1.0,
        today: date = TODAY,
        path: Path | None = None,
        settings: Settings | None = None,
    ) -> Desk:
        """With `settings` it looks as they say."""
        dialogs = FakeDialogs(path)
        program = put_together(qapp, lambda: today, language, dialogs, settings)
        window = program.window
        qtbot.addWidget(window)
        one = Desk(window, program.faults, dialogs, qtbot)
        made.append(one)
        if settings is None:
            window.appearance.use(colors)
            window.appearance.zoom(scale)
        window.resize(*size)
        with qtbot.waitSignal(window.painted):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        one.settle()
        return one

    yield open_
    for one in made:
        one.faults.remove()
        one.dialogs.agree = True
        one.window.close()
    for one in made:  # what is deleted is deleted for all of them at once
        one.settle()
        assert one.faults.count == 0
