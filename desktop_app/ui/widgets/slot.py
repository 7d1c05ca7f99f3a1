"""A place in a page whose content is exchanged while the rest stays."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Slot(QWidget):
    """Holds one widget or none; what was there before goes as soon as nothing runs in it any more."""

    def __init__(self, content: QWidget | None = None) -> None:
        super().__init__()
        self._content: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.put(content)

    def put(self, content: QWidget | None) -> None:
        before, self._content = self._content, content
        if content is not None:
            self._box.addWidget(content)
            content.show()  # at once, not with the next event: it may be about to take the keys
        if before is not None:
            self._box.removeWidget(before)
            before.hide()
            before.deleteLater()
        if content is None:
            self.hide()
        elif self.parent() is not None:  # outside a page it would come up as a window of its own
            self.show()
