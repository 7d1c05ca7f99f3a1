"""A whole sitting in a process of its own, with the real dialogs: a planted title is typed, copied, printed, saved.

`python -m tests.e2e.sitting FOLDER` saves the report to FOLDER/mine.pdf and prints it to nowhere that stays.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton

from desktop_app.interview.session import Session
from desktop_app.ui.dialogs import QtDialogs
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.printing import Printing
from desktop_app.ui.program import App, put_together
from desktop_app.ui.save_report import ReportSaver
from desktop_app.ui.widgets.field import LineField
from tests.e2e.planted import PLANTED

ROLE = {
    "work": "peer_support_to_individuals",
    "setting": "similar",
    "paid": True,
    "start": "2025-01-01",
    "end": None,
    "title": PLANTED,
}


def main(folder: Path) -> None:
    app = App()
    window = put_together(app, lambda: date(2026, 11, 22), "en").window
    window.show()
    until(lambda: window.hiding is not None)
    window.page.on()
    session = window.navigator.session
    window.navigator.restore(
        Session(
            session.as_of, session.series, answers={"roles": [ROLE], "lived_experience": ["family_member"]}
        )
    )
    type_and_copy(window)
    hide_and_come_back(window)
    window.look()
    until(window.page.can_save)
    save(window, folder / "mine.pdf")
    look_at_print(window, folder / "paper.pdf")
    close(window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def type_and_copy(window: MainWindow) -> None:
    window.navigator.go_to("roles")
    settle()
    press(window, "Add another role")
    field = window.page.findChildren(LineField)[-1]
    field.setFocus()
    QTest.keyClicks(field, PLANTED)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == PLANTED


def hide_and_come_back(window: MainWindow) -> None:
    window.hide_now()
    settle()
    assert QApplication.clipboard().text() == ""
    for words in ("Open again", "Yes, show it"):
        press(window, words)


def save(window: MainWindow, file: Path) -> None:
    """Through Qt's own file dialog, which would remember folders if it could."""
    timer = QTimer(window)
    timer.timeout.connect(lambda: fill(file))
    timer.start(20)
    window.save()
    press(window, "Choose where to save…")
    timer.stop()
    saver = ReportSaver.of(window.background)
    until(lambda: saver.saving is not None and not saver.saving.busy)
    assert saver.saving is not None
    assert saver.saving.phase == "saved", saver.saving
    assert file.exists()


def fill(file: Path) -> None:
    """Once it stands: put in the name and press Save."""
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QFileDialog) and dialog.isVisible():
            name = dialog.findChild(QLineEdit, "fileNameEdit")
            assert name is not None
            name.setText(str(file))
            QTest.keyClick(name, Qt.Key.Key_Return)


def look_at_print(window: MainWindow, paper: Path) -> None:
    """The preview, and a printer that prints to a file; the file is taken away, as paper would be."""
    window.print_report()
    settle()
    printing = Printing.of(window.background)
    until(lambda: printing.printout is not None)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    printing.send(printer)
    until(lambda: printing.told == "sent")
    paper.unlink()


def close(window: MainWindow) -> None:
    timer = QTimer(window)
    timer.timeout.connect(agree)
    timer.start(20)
    assert isinstance(window.dialogs, QtDialogs)
    assert window.close()


def agree() -> None:
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            next(one for one in box.findChildren(QPushButton) if one.text() == "Close").click()


def press(window: MainWindow, words: str) -> None:
    settle()
    button = next(
        one
        for one in window.findChildren(QPushButton)
        if one.isVisible() and one.text().replace("&&", "&") == words
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def until(true: Callable[[], bool]) -> None:
    end = QDeadlineTimer(30_000)
    while not true():
        assert not end.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
