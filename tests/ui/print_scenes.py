"""The preview in its states, for the tests that look at every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.printing import Printing, Told


def preview(window: MainWindow) -> None:
    """With its pages; `window` shows the results."""
    window.print_report()
    printing, end = Printing.of(window.background), QDeadlineTimer(30_000)
    while printing.printout is None:
        assert not end.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def told(window: MainWindow, what: Told) -> None:
    preview(window)
    Printing.of(window.background).say(what)


PRINT_SCENES: Mapping[str, Callable[[MainWindow], None]] = {
    "print-preview": preview,
    "print-no-printer": lambda window: told(window, "no_printer"),
    "print-sent": lambda window: told(window, "sent"),
}
