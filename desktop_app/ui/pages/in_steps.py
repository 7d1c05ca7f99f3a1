"""A long list that is shown in steps: some of it at first, and more with each press of the button below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import column, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.kept import Part


class InSteps:
    """`kept` is where it is kept how many are shown; `words` says "Show {count} more".

    `show` is called when there are to be more of them, with how many there were before.
    """

    def __init__(
        self, stage: Stage, kept: str, at_once: int, words: str, show: Callable[[int], None]
    ) -> None:
        self._stage, self._kept, self._at_once = stage, kept, at_once
        self._words, self._show = words, show

    @property
    def shown(self) -> int:
        shown = self._stage.navigator.drafts.get(self._kept)
        return shown if isinstance(shown, int) else self._at_once

    def from_the_start(self) -> None:
        self._stage.navigator.drafts.pop(self._kept, None)

    def rest(self, total: int) -> Iterator[Part]:
        """The button, as long as something is left."""
        count = min(total - self.shown, self._at_once)
        if count > 0:
            yield Part(count, partial(self._button, count), 14, key="more")

    def _button(self, count: int) -> QWidget:
        theme = self._stage.theme
        button = Button(theme, self._stage.words.say(self._words, count=count), small=True, icon="down")
        button.clicked.connect(lambda _on=False: self._more())
        return column(theme, left(button))

    def _more(self) -> None:
        before = self.shown
        self._stage.navigator.drafts[self._kept] = before + self._at_once
        self._show(before)
