"""Leaves nothing of ours on the clipboard: what was copied here is taken off it when the window hides or closes."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
"""What was copied, and on X11 also what was only marked."""


class Copied(QObject):
    """Remembers what came onto the clipboard while this program had the keys, for as long as it lies there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours: dict[QClipboard.Mode, str] = {}
        self._clipboard.changed.connect(self._changed)

    def forget(self) -> None:
        """Take it away, unless something else lies there by now."""
        for mode in MODES:
            if self._still_ours(mode):
                self._clipboard.clear(mode)
        self._ours = {}

    def _still_ours(self, mode: QClipboard.Mode) -> bool:
        if mode == QClipboard.Mode.Selection:
            return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()
        if self._clipboard.ownsClipboard():
            return True
        ours = self._ours.get(mode, "")  # some systems do not tell whose it is
        return bool(ours) and self._clipboard.text(mode) == ours

    def _changed(self, mode: QClipboard.Mode) -> None:
        if mode == QClipboard.Mode.Clipboard:
            here = QGuiApplication.focusWindow() is not None
            self._ours[mode] = self._clipboard.text(mode) if here else ""
