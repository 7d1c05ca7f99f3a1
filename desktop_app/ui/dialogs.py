"""The one place where the window asks and tells in dialogs, so that tests can answer instead."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # imported with the first dialog: the first page is painted without any
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QMessageBox


LONG_TEXT, LONG_LINE = 250, 62
"""Letters from which a text is set in lines of their own width, and how many then stand in one."""


class Dialogs(Protocol):
    def ask_save_path(self, suggested: Path, title: str, file_type: str) -> Path | None:
        """Where to write a file, or None. `file_type` reads like "PDF (*.pdf)"."""

    def ask_open_path(self, title: str, file_type: str) -> Path | None:
        """Which file to read, or None. `file_type` as above."""

    def ask_open_paths(self, title: str, file_type: str) -> list[Path]:
        """Which files to read; none where it was left. `file_type` as above."""

    def has_printer(self) -> bool:
        """Whether there is any to choose."""

    def ask_printer(self, title: str, pages: int) -> QPrinter | None:
        """On which printer, and which of so many pages; None when it is not to be printed after all."""

    def confirm(self, title: str, text: str, yes: str, no: str) -> bool:
        """A question with two answers in words; closing it is the second."""

    def tell(self, title: str, text: str) -> None:
        """Something to know. It does not wait until it has been read."""


class QtDialogs:
    """Real dialogs over a window: the system's own for files, where it has one."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        keep_no_history()

    def ask_save_path(self, suggested: Path, title: str, file_type: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        ending, offered = suggested.suffix, suggested
        while True:
            chosen, _type = QFileDialog.getSaveFileName(self._window, title, str(offered), file_type)
            if not chosen:
                return None
            path = Path(chosen)
            if path.suffix.lower() == ending.lower():
                return path
            path = path.with_name(path.name + ending)
            if not path.exists():
                return path
            offered = path  # nobody was asked whether this one may be replaced: once more, by its whole name

    def ask_open_path(self, title: str, file_type: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _type = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), file_type)
        return Path(chosen) if chosen else None

    def ask_open_paths(self, title: str, file_type: str) -> list[Path]:
        from PySide6.QtWidgets import QFileDialog

        chosen, _type = QFileDialog.getOpenFileNames(self._window, title, str(Path.home()), file_type)
        return [Path(one) for one in chosen]

    def has_printer(self) -> bool:
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def ask_printer(self, title: str, pages: int) -> QPrinter | None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(title)
        dialog.setMinMax(1, pages)
        dialog.setOption(
            QAbstractPrintDialog.PrintDialogOption.PrintToFile, False
        )  # that is what saving is for
        chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if chosen else None

    def confirm(self, title: str, text: str, yes: str, no: str) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = self._box(QMessageBox.Icon.Question, title, text)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is agree

    def tell(self, title: str, text: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = self._box(QMessageBox.Icon.Information, title, text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.open()

    def _box(self, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        from PySide6.QtWidgets import QLabel, QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(icon)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)  # a path may hold anything, even <img src=…>
        box.setText(f"{title}\n\n{text}" if text else title)
        label = box.findChild(QLabel, "qt_msgbox_label")
        if label is not None and len(text) > LONG_TEXT:  # or in large letters it grows taller than the screen
            across = label.fontMetrics().averageCharWidth() * LONG_LINE
            label.setMinimumWidth(min(across, round(self._window.screen().availableSize().width() * 0.8)))
        return box


def keep_no_history() -> None:
    """Qt's own file dialog writes the folders one went to into its settings; send those nowhere."""
    nowhere = os.path.join(os.devnull, "nowhere")  # noqa: PTH118 - never a path that is opened
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.NativeFormat, scope, nowhere)
        QSettings.setPath(QSettings.Format.IniFormat, scope, nowhere)
