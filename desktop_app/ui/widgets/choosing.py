"""A long list of which some are chosen: a part of it is shown, and more on demand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import Item, column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.choice_list import Card, ChoiceList, Option
from desktop_app.ui.widgets.panel import CHOSEN_LINE, Panel
from desktop_app.ui.widgets.slot import Slot

AT_ONCE = 25
"""Rows at first, and with each "Show more": thousands would keep the window busy."""


class Choosing(QWidget):
    """`keys` names the rows, `option` makes one that is to be shown; `more` says "Show {count} more"."""

    changed = Signal(frozenset)
    """Everything that is chosen, also of what is not shown."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        more: str,
        keys: Sequence[str],
        option: Callable[[str], Option],
        chosen: frozenset[str],
    ) -> None:
        super().__init__()
        self._theme, self._name, self._more_words = theme, name, more
        self._keys, self._option, self.chosen = keys, option, chosen
        self._shown = AT_ONCE
        self._problem = False
        self._place = Slot()
        column(theme, self._place, into=self)
        self.list: ChoiceList | None = None
        self._make()

    def offer(self, keys: Sequence[str]) -> None:
        """Other rows; what is chosen stays so, also where it is not among them."""
        if keys != self._keys:
            self._keys, self._shown = keys, AT_ONCE
            self._make()

    def show_problem(self, problem: bool) -> None:
        """Where one is to be chosen and none is."""
        self._problem = problem
        for card in self.findChildren(Panel):
            card.edged("error" if problem else "hair", CHOSEN_LINE if problem else None)
        for row in self.list.rows if self.list is not None else ():
            row.face.problem = problem
            row.update()

    def setAccessibleDescription(self, description: str) -> None:
        """What is wrong is said with each row: a screen reader goes from one to the other."""
        super().setAccessibleDescription(description)
        for row in self.list.rows if self.list is not None else ():
            parts = (description, row.face.second.text if row.face.second else "")
            row.setAccessibleDescription(" ".join(part for part in parts if part))

    def _make(self) -> None:
        shown, rest = [self._option(key) for key in self._keys[: self._shown]], len(self._keys) - self._shown
        self.list = None
        if not shown:
            self._place.put(None)
            return
        self.list = ChoiceList(self._theme, self._name, [Card(shown)], several=True, chosen=self.chosen)
        self.list.changed.connect(self._choose)
        items: list[Item] = [self.list]
        if rest > 0:
            more = Button(
                self._theme, self._more_words.format(count=min(rest, AT_ONCE)), small=True, icon="down"
            )
            more.clicked.connect(lambda _on=False: self._more())
            items += [10, left(more)]
        self._place.put(column(self._theme, *items))
        if self._problem:
            self.show_problem(True)
            self.setAccessibleDescription(self.accessibleDescription())

    def _more(self) -> None:
        before, self._shown = self._shown, self._shown + AT_ONCE
        self._make()
        if self.list is not None and len(self.list.rows) > before:
            self.list.rows[before].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, values: tuple[str, ...]) -> None:
        shown = set(self._keys[: self._shown])
        self.chosen = (self.chosen - shown) | set(values)
        self.changed.emit(self.chosen)
