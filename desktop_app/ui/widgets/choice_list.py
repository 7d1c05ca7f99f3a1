"""The answers to one question as rows in cards: one of several, or several with some that stand alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.choice_row import CheckRow, Ends, RadioRow
from desktop_app.ui.widgets.flow import SideBySide
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.text import Text

Row = RadioRow | CheckRow

FORWARD = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class Option(NamedTuple):
    """A choice: what it is called inside, its words, a second line. `alone` cannot be with another."""

    value: str
    words: str
    second: str | None = None
    alone: bool = False


class Card(NamedTuple):
    """Options in one card, under a small title if there is more than one such card."""

    options: Sequence[Option]
    title: str | None = None


class ChoiceList(QWidget):
    """Choices in cards, and a last card apart for "I'm not sure" and the like, all in one group.

    Arrows go from row to row, 1 to 9 choose. With `several`, choices apart and those marked `alone` clear the
    others and are cleared by them.
    """

    changed = Signal(tuple)
    """The values chosen, in the order of the rows."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        name: str,
        cards: Sequence[Card],
        apart: Sequence[Option] = (),
        *,
        several: bool = False,
        chosen: Iterable[str] = (),
    ) -> None:
        super().__init__()
        self._theme, self._several = theme, several
        self._settling = False
        self.rows: list[Row] = []
        self._alone: set[str] = {option.value for option in apart}
        self.setAccessibleName(name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for at, card in enumerate(cards):
            if at:
                box.addSpacing(theme.space(12))
            if card.title:
                box.addWidget(Text(theme, card.title, "strong"))
                box.addSpacing(theme.space(6))
            box.addWidget(self._card([self._row(option) for option in card.options]))
        if apart:
            box.addSpacing(theme.space(12))
            box.addWidget(self._apart(apart))
        self.choose(chosen)

    def chosen(self) -> tuple[str, ...]:
        return tuple(row.value for row in self.rows if row.isChecked())

    def choose(self, values: Iterable[str]) -> None:
        """Show these as chosen, without saying that anything changed."""
        wanted = set(values)
        self._settle(wanted)
        self._tab_stops()

    def take_focus(self) -> None:
        """Give the keys to the row that is chosen, or the first."""
        row = next((row for row in self.rows if row.isChecked()), self.rows[0])
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_number(self, number: int) -> bool:
        """Press the row of this number, counted from 1; False if there is none."""
        if not 1 <= number <= len(self.rows):
            return False
        self._press(self.rows[number - 1])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in FORWARD:
            self._move(FORWARD[key])
        elif not (plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and self.choose_number(key - Qt.Key.Key_0)):
            event.ignore()

    def _row(self, option: Option, *, apart: bool = False) -> Row:
        checks = self._several and not apart
        row = (CheckRow if checks else RadioRow)(self._theme, option.value, option.words, option.second)
        if option.alone:
            self._alone.add(option.value)
        row.toggled.connect(lambda on, row=row: self._toggled(row, on))
        self.rows.append(row)
        return row

    def _card(self, rows: Sequence[Row]) -> Panel:
        panel = Panel(self._theme)
        box = QVBoxLayout(panel)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for at, row in enumerate(rows):
            row.face.ends = _ends(at, len(rows))
            box.addWidget(row)
        return panel

    def _apart(self, options: Sequence[Option]) -> QWidget:
        """One card below; for check lists, where they are another kind of button, cards side by side."""
        rows = [self._row(option, apart=True) for option in options]
        if not self._several:
            return self._card(rows)
        holder = QWidget()
        line = SideBySide(holder, self._theme.space(12), self._theme.em(15))
        for row in rows:
            line.addWidget(self._card([row]))
        return holder

    def _toggled(self, row: Row, on: bool) -> None:
        """A row was pressed, by hand or by a screen reader: let the others follow."""
        if self._settling or (isinstance(row, RadioRow) and not on):
            return
        chosen = set(self.chosen())
        if on and (not self._several or row.value in self._alone):
            chosen = {row.value}
        elif on:
            chosen -= self._alone
        self._settle(chosen)
        self._tab_stops()
        self.changed.emit(self.chosen())

    def _settle(self, values: set[str]) -> None:
        self._settling = True
        for row in self.rows:
            row.show_chosen(row.value in values)
        self._settling = False

    def _press(self, row: Row) -> None:
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.click()

    def _move(self, step: int) -> None:
        at = next((at for at, row in enumerate(self.rows) if row.hasFocus()), 0)
        row = self.rows[(at + step) % len(self.rows)]
        row.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
        if not self._several:
            row.setChecked(True)

    def _tab_stops(self) -> None:
        """Radio buttons are one stop for Tab: the chosen one, or the first. Check boxes are a stop each."""
        if self._several:
            return
        stop = next((row for row in self.rows if row.isChecked()), self.rows[0])
        for row in self.rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)


def _ends(at: int, count: int) -> Ends:
    if count == 1:
        return "both"
    return "first" if at == 0 else "last" if at == count - 1 else "neither"
