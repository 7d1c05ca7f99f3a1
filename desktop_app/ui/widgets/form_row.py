"""A field with its label above, its hint, and what is wrong with it said between the two."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.accessibility import announce
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import row, top, wide
from desktop_app.ui.widgets.error_summary import go_to
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.text import Text


class _CanBeWrong(Protocol):
    def show_problem(self, problem: bool) -> None: ...


class FormRow(QWidget):
    """Label, error, field, hint. Pressing the label goes to the field; a screen reader hears them all."""

    def __init__(self, theme: Theme, label: str, field: QWidget, hint: str | None = None) -> None:
        super().__init__()
        self.field = field
        self._hint = hint
        self.label = Text(theme, label, "small_strong")
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self._error = Text(theme, "", "small", "error")
        self._error_line = row(
            theme, top(Icon(theme, "alert", "error", 17, beside="small")), wide(self._error), gap=7
        )
        self._error_line.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.space(4))
        box.addWidget(self.label)
        box.addWidget(self._error_line)
        box.addWidget(field)
        if hint:
            box.addWidget(Text(theme, hint, "small", "soft"))
        box.addStretch(1)
        self._describe(None)

    def error(self) -> str | None:
        return self._error.text() or None

    def show_error(self, error: str | None) -> None:
        """Say what is wrong and what to do, or take it away."""
        self._error.say(error or "")
        self._error_line.setVisible(bool(error))
        if hasattr(self.field, "show_problem"):
            cast(_CanBeWrong, self.field).show_problem(bool(error))
        self._describe(error)

    def ask_again(self) -> None:
        """Lead to the field and say at once what is wrong: one who is in it already would hear nothing."""
        go_to(self.field.focusProxy() or self.field)
        announce(self, self.error() or "", at_once=True)

    def _describe(self, error: str | None) -> None:
        self.field.setAccessibleDescription(" ".join(part for part in (error, self._hint) if part))
