"""Two to four choices as cards side by side, of which one is chosen; a column when there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.choice_list import FORWARD, Option
from desktop_app.ui.widgets.choice_row import RadioRow
from desktop_app.ui.widgets.flow import SideBySide


class Segments(QWidget):
    """One of a few. `tight` cards are for the inside of a form."""

    changed = Signal(str)
    spoken_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        chosen: str | None = None,
        *,
        tight: bool = False,
        least_em: float = 8,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        line = SideBySide(self, theme.space(6 if tight else 12), theme.em(least_em))
        self.rows: list[RadioRow] = []
        self._settling = False
        for option in options:
            row = RadioRow(theme, option.value, option.words, option.second)
            row.face.card, row.face.tight, row.face.ends = True, tight, "both"
            row.toggled.connect(lambda on, row=row: self._toggled(row, on))
            self.rows.append(row)
            line.addWidget(row)
        self.choose(chosen)

    def value(self) -> str | None:
        return next((row.value for row in self.rows if row.isChecked()), None)

    def choose(self, value: str | None) -> None:
        """Show this one as chosen, or none, without saying that anything changed."""
        self._settling = True
        for row in self.rows:
            row.show_chosen(row.value == value)
        self._settling = False
        stop = next((row for row in self.rows if row.isChecked()), self.rows[0])
        for row in self.rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)

    def show_problem(self, problem: bool) -> None:
        """Its cards have the edge that a field has then."""
        for row in self.rows:
            row.face.problem = problem
            row.update()

    def setAccessibleDescription(self, description: str) -> None:
        """What is wrong is said with each card: a screen reader goes from one to the other."""
        super().setAccessibleDescription(description)
        for row in self.rows:
            parts = (description, row.face.second.text if row.face.second else "")
            row.setAccessibleDescription(" ".join(part for part in parts if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = FORWARD.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
            return
        at = next((at for at, row in enumerate(self.rows) if row.hasFocus()), 0)
        row = self.rows[(at + step) % len(self.rows)]
        row.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
        row.setChecked(True)

    def _toggled(self, row: RadioRow, on: bool) -> None:
        if self._settling or not on:
            return
        self.choose(row.value)
        self.changed.emit(row.value)
