"""Asks for the passphrase of a saved file: calm about mistakes, honest about what is lost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.accessibility import announce
from desktop_app.ui.icons import IconName
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.passphrase_form import PassphraseRow
from desktop_app.ui.widgets.arrange import REST, Item, column, left, row, wide
from desktop_app.ui.widgets.button import Button, Kind
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.page_body import page_column
from desktop_app.ui.widgets.panel import Panel, Rule, notice
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Heading, Text

CARD_EM = 32


class UnlockPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._told, self._under_way, self._in_place_of = Slot(), Slot(), Slot()
        self.ask: PassphraseRow | None = None
        self.choices: list[Button] = []
        """What can be done about a file that does not open as it is."""
        self.instead: Button | None = None
        """The one way on where no passphrase helps."""
        safe = stage.safe
        self._unlocking = safe.unlocking if safe is not None else None
        self._locked = safe is not None and safe.locked
        kind: Kind = "secondary" if self._has_file else "primary"
        self.choose = Button(stage.theme, stage.words.say(self._choose_key), kind, icon="doc")
        self.choose.clicked.connect(lambda _on=False: self._choose())
        self._card()
        if self._unlocking is not None:
            self._unlocking.changed.connect(self._follow)
            self._follow(new=True)

    @property
    def _has_file(self) -> bool:
        return self._unlocking is not None and self._unlocking.place is not None

    @property
    def _choose_key(self) -> str:
        return "unlock.other" if self._has_file else "unlock.choose"

    @property
    def name(self) -> str:
        return self.stage.words.say("unlock.locked_title" if self._locked else "unlock.title")

    def first(self) -> QWidget:
        return self.choose if self.ask is None else self.instead or self.ask.field

    def buttons(self) -> Sequence[Button]:
        if not self._locked:
            return super().buttons()
        without = Button(self.stage.theme, self.stage.words.say("unlock.without"))
        without.clicked.connect(lambda _on=False: self.back())
        self._back = without
        return (without,)

    def back(self) -> None:
        self._wipe()
        if self._unlocking is not None:
            self._unlocking.choose(None)
        super().back()

    def on(self) -> None:
        """Open it."""
        if self.ask is None or self._unlocking is None or self.instead is not None:
            self._choose()
        elif not self.ask.text():
            self._show_wrong(self.stage.words.say("keep.problems.empty"))
        elif not self._unlocking.busy:
            self._unlocking.try_with(self.ask.text())

    # ------------------------------------------------------------ the card

    def _card(self) -> None:
        theme, say = self.stage.theme, self.stage.words.say
        place = self._unlocking.place if self._unlocking is not None else None
        about = say("unlock.file", file=place.name) if place is not None else say("unlock.none")
        items: list[Item] = [Heading(theme, self.name), 5, Text(theme, about, "small", "soft")]
        if place is not None:
            self._asking = self._asked()
            items += [self._in_place_of, self._asking]
        else:
            items += [20, left(self.choose)]
        self.card = Panel(theme, corner="dialog")
        side, above = (36, 28) if self.stage.width != "folded" else (20, 16)
        column(theme, *items, margins=(side, above, side, 28), into=self.card)
        self.card.setMaximumWidth(theme.em(CARD_EM))
        self.card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        above = 40 if self.stage.width == "wide" else 0
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page_column(theme, self.stage.width, above, row(theme, REST, wide(self.card), REST)))

    def _asked(self) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        self.ask = PassphraseRow(self.stage, "unlock", say("unlock.passphrase"))
        self.ask.field.entered.connect(lambda _text: self._typed())
        self.open = Button(theme, say("unlock.button"), "primary", icon="lock")
        self.open.clicked.connect(lambda _on=False: self.on())
        buttons = in_lines(self.open, self.choose, gap=theme.space(12), line_gap=theme.space(8))
        locked: list[Item] = [6, Text(theme, say("unlock.locked_text"))] if self._locked else []
        self._forgot = column(
            theme,
            22, Rule(theme), 18,
            Text(theme, say("unlock.forgot"), "strong"), 3,
            Text(theme, say("unlock.forgot_text"), "small", "soft"),
        )  # fmt: skip
        # Where text is large its button is to be in sight with the field.
        above, below = (20, 18) if self.stage.width != "folded" else (12, 12)
        parts: list[Item] = [above, self.ask, self._told, below, buttons, self._under_way, self._forgot]
        return column(theme, *locked, *parts)

    def _choose(self) -> None:
        self._wipe()
        if self.stage.safe is not None:
            self.stage.safe.choose_file()

    def _typed(self) -> None:
        if self.ask is not None and self.ask.row.error():
            self.ask.row.show_error(None)

    def _wipe(self) -> None:
        if self.ask is not None:
            self.ask.wipe()

    # ------------------------------------------------------------ what comes of it

    def _follow(self, *, new: bool = False) -> None:
        unlocking, say = self._unlocking, self.stage.words.say
        if unlocking is None or self.ask is None:
            return
        self.choices = []
        self._told.put(None)
        self._under_way.put(None)
        if unlocking.place is None:
            self._wipe()  # it is open, or another one is chosen
            return
        if self.instead is not None:
            self.instead = None
            self._in_place_of.put(None)
            self._asking.show()
        # One more try would only say the same again.
        self.open.setHidden(unlocking.hitch in ("damaged", "older"))
        self._forgot.setHidden(unlocking.hitch not in ("", "passphrase"))
        if unlocking.busy:
            self._tell("lock", say("unlock.busy"), "")
        elif unlocking.hopeless:
            self._take_another(new=new)
        elif unlocking.hitch == "passphrase" and unlocking.message is not None:
            self._show_wrong(say(unlocking.message), quiet=new)
        elif unlocking.hitch == "damaged":
            self._damaged()
        elif unlocking.hitch == "older":
            self._older()
        elif unlocking.hitch == "elsewhere":
            self._elsewhere()
        elif unlocking.message is not None:
            self._tell("alert", say(unlocking.message), "")

    def _show_wrong(self, words: str, *, quiet: bool = False) -> None:
        """At the field, which keeps what was typed: it may be one letter."""
        if self.ask is None:
            return
        self.ask.row.show_error(words)
        self.ask.field.setFocus()
        self.ask.field.selectAll()
        if not quiet:
            announce(self, words, at_once=True)

    def _damaged(self) -> None:
        unlocking, say = self._unlocking, self.stage.words.say
        if unlocking is None:
            return
        for copy in unlocking.copies:
            kind: Kind = "secondary" if self.choices else "primary"
            button = self._choice(say("unlock.damaged.copy", when=copy.when.astimezone()), kind=kind)
            button.clicked.connect(lambda _on=False, copy=copy: self._bring_back(copy))
        self._tell("alert", say("unlock.damaged.title"), say("unlock.damaged.text"))

    def _bring_back(self, copy: object) -> None:
        from desktop_app.casefile.copies import Copy

        if self.ask is None or self._unlocking is None or not isinstance(copy, Copy):
            return
        if not self.ask.text():
            self._show_wrong(self.stage.words.say("keep.problems.empty"))
        else:
            self._unlocking.bring_back(copy, self.ask.text())

    def _older(self) -> None:
        button = self._choice(self.stage.words.say("unlock.older.button"))
        button.clicked.connect(lambda _on=False: self._open_older())
        say = self.stage.words.say
        self._tell("clock", say("unlock.older.title"), say("unlock.older.text"))

    def _open_older(self) -> None:
        if self.ask is not None and self._unlocking is not None:
            self._unlocking.try_with(self.ask.text(), older=True)

    def _elsewhere(self) -> None:
        unlocking, say = self._unlocking, self.stage.words.say
        if unlocking is None or unlocking.elsewhere is None:
            return
        computer, since = unlocking.elsewhere
        look = self._choice(say("unlock.elsewhere.button"), "eye")
        look.clicked.connect(lambda _on=False: unlocking.read_only())
        text = say("unlock.elsewhere.text", computer=computer, since=since.astimezone())
        self._tell("people", say("unlock.elsewhere.title"), text)

    def _take_another(self, *, new: bool) -> None:
        """No passphrase opens this one, so none is asked for any more: only why, and the way on."""
        unlocking, theme, say = self._unlocking, self.stage.theme, self.stage.words.say
        if unlocking is None or unlocking.message is None:
            return
        self._wipe()
        title, text = say(unlocking.message), ""
        if unlocking.hitch == "damaged":
            title, text = say("unlock.damaged.title"), say("unlock.damaged.none")
        self.instead = Button(theme, say("unlock.other"), "primary", icon="doc")
        self.instead.clicked.connect(lambda _on=False: self._choose())
        self._in_place_of.put(column(theme, 16, self._notice("alert", title, text), 18, left(self.instead)))
        if not new:
            self.instead.setFocus()  # before the field goes, which has the keys
        self._asking.hide()
        announce(self, " ".join(part for part in (title, text) if part), at_once=True)

    def _choice(self, words: str, icon: IconName | None = None, kind: Kind = "secondary") -> Button:
        button = Button(self.stage.theme, words, kind, small=True, icon=icon)
        self.choices.append(button)
        return button

    def _tell(self, icon: IconName, title: str, text: str) -> None:
        calm = icon == "lock"
        slot = self._under_way if calm else self._told
        slot.put(column(self.stage.theme, 16, self._notice(icon, title, text)))
        announce(self, " ".join(part for part in (title, text) if part), at_once=not calm)

    def _notice(self, icon: IconName, title: str, text: str) -> QWidget:
        calm = icon == "lock"
        more: list[Item] = [item for button in self.choices for item in (8, left(button))]
        return notice(
            self.stage.theme,
            icon,
            title,
            text or None,
            *more,
            ground="note" if calm else "ask_tint",
            ink="accent" if calm else "ask",
        )
