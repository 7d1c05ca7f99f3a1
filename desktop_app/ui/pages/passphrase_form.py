"""The fields in which a passphrase is entered: one to open a file, or two for a new one, with guidance while typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.accessibility import announce
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, middle, row, wide
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.error_summary import Problem
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.secret import InClear, SecretField
from desktop_app.ui.widgets.strength import StrengthBar
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.casefile.passphrase import Guidance

SHOWN, TRIED, CAPS = "shown", "tried", "caps"
"""Among what is typed: that it is shown, that it was told what is to be put right, and that Caps Lock is on."""
FULL_PARTS = {"empty": 0, "weak": 1, "fair": 2, "strong": 3}


class PassphraseRow(QWidget):
    """One field with what is wrong with it, shown in plain letters on demand; says when Caps Lock is on.

    Where it is given another row, the check box of that one is for both. What is typed outlives the page being made
    anew under `place`, and not the page being left.
    """

    def __init__(self, stage: Stage, place: str, label: str, shown_with: PassphraseRow | None = None) -> None:
        super().__init__()
        self._typing = stage.safe.typing if stage.safe is not None else {}
        self._place = place
        theme, say = stage.theme, stage.words.say
        self._caps_words = say("keep.caps")
        self.field = SecretField(theme, label)
        self.field.setText(self._typing.get(place, ""))
        self.field.entered.connect(self._typed)
        self.row = FormRow(theme, label, self.field)
        self.show_it: Check = (
            shown_with.show_it if shown_with else Check(theme, say("keep.show"), role="small")
        )
        self.clear = InClear(theme, self.field, say("keep.shown"))
        self.show_it.toggled.connect(self._show)
        caps = row(
            theme,
            middle(Icon(theme, "caps", "ask", 17, beside="small")),
            wide(Text(theme, self._caps_words, "small", "ask")),
            gap=7,
        )
        self.caps = caps
        self.field.caps_seen.connect(self._see_caps)
        self._shares = shown_with is not None
        own = () if shown_with else (self.show_it,)
        below = in_lines(*own, caps, gap=theme.space(16), line_gap=theme.space(2))
        # Each with the distance to what is above it, so that what is not there leaves no gap.
        self._read = column(theme, 7, self.clear)
        self._below = column(theme, 7, below)
        column(theme, self.row, self._read, self._below, into=self)
        # Only now: without a parent they would come up as windows of their own.
        self._show_text()
        self._show_caps(f"{place}.{CAPS}" in self._typing)
        self.show_it.setChecked(SHOWN in self._typing)

    def text(self) -> str:
        return self.field.text()

    def wipe(self) -> None:
        self._typing.clear()
        self.field.wipe()

    def _typed(self, text: str) -> None:
        self._typing[self._place] = text
        self._show_text()

    def _show(self, on: bool) -> None:
        if on:
            self._typing[SHOWN] = SHOWN
        else:
            self._typing.pop(SHOWN, None)
        self._show_text()

    def _show_text(self) -> None:
        """With nothing in it yet, the place for it would look like one more field."""
        self._read.setHidden(SHOWN not in self._typing or not self.field.text())

    def _see_caps(self, on: bool) -> None:
        if on and self.caps.isHidden():
            announce(self, self._caps_words)
        self._show_caps(on)
        if on:
            self._typing[f"{self._place}.{CAPS}"] = CAPS
        else:
            self._typing.pop(f"{self._place}.{CAPS}", None)

    def _show_caps(self, on: bool) -> None:
        self.caps.setHidden(not on)
        self._below.setHidden(self._shares and not on)


class NewPassphrase(QWidget):
    """A new one, typed twice. `known` gives words that others would try first."""

    changed = Signal()

    def __init__(
        self,
        stage: Stage,
        place: str,
        label: str,
        known: Callable[[], Iterable[str]],
        shown_with: PassphraseRow | None = None,
    ) -> None:
        super().__init__()
        self._stage, self._known = stage, known
        theme, say = stage.theme, stage.words.say
        self.once = PassphraseRow(stage, place, label, shown_with)
        self.twice = PassphraseRow(stage, f"{place}.again", say("keep.again"), self.once)
        self._place = place
        self._bar = StrengthBar(theme)
        self._said = Text(theme, "", "small", "soft")
        self.strength = "empty"
        self._say(self._measured().strength if self.text() else self.strength)
        strength = row(theme, middle(self._bar), wide(self._said), gap=12)
        items: list[Item] = [self.once, 8, strength, 16, self.twice]
        column(theme, *items, into=self)
        self.once.field.entered.connect(lambda _text: self._entered())
        self.twice.field.entered.connect(lambda _text: self._entered())
        stage.background.run(lambda _report: _make_ready())

    def text(self) -> str:
        return self.once.text()

    def problems(self) -> list[Problem]:
        """What is to be put right; it is said at the fields too."""
        say = self._stage.words.say
        wrong: list[tuple[PassphraseRow, str]] = []
        if not self.text():
            wrong.append((self.once, say(f"{self._place}.problems.empty")))
        elif not self._measured().good_enough:
            wrong.append((self.once, say("keep.problems.weak")))
        elif self.text() != self.twice.text():
            wrong.append((self.twice, say("keep.problems.differs")))
        for one in (self.once, self.twice):
            one.row.show_error(next((words for at, words in wrong if at is one), None))
        self._say_once()
        return [Problem(words, at.field) for at, words in wrong]

    def wipe(self) -> None:
        self.once.wipe()
        self.twice.wipe()

    def _entered(self) -> None:
        strength = self._measured().strength
        if strength != self.strength:
            self._say(strength)
            announce(self, self._said.text())
        if self.once.row.error() and self._measured().good_enough:
            self.once.row.show_error(None)
        if self.twice.row.error() and self.text() == self.twice.text():
            self.twice.row.show_error(None)
        self._say_once()
        self.changed.emit()

    def _say_once(self) -> None:
        """What to do about it is not told a second time right below the field that says so."""
        told = self.strength == "weak" and bool(self.once.row.error())
        self._said.say(self._stage.words.say(f"keep.strength.{self.strength}{'_told' if told else ''}"))

    def _measured(self) -> Guidance:
        from desktop_app.casefile.passphrase import guidance  # late: brought along by a job of its own

        return guidance(self.text(), self._known())

    def _say(self, strength: str) -> None:
        self.strength = strength
        self._bar.show_parts(FULL_PARTS[strength])
        self._said.say(self._stage.words.say(f"keep.strength.{strength}"))


def _make_ready() -> None:
    """Its lists of words take a while to read."""
    from desktop_app.casefile.passphrase import guidance

    guidance("x")
