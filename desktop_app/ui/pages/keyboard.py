"""The keys of the window, each with what it does."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, row, wide
from desktop_app.ui.widgets.panel import Panel, Rule
from desktop_app.ui.widgets.text import Heading, Text

KEYS: dict[str, tuple[str, ...]] = {
    "next": (),
    "arrows": (),
    "space": (),
    "number": (),
    "on": (),
    "escape": (),
    "back": ("Alt+Left",),
    "forward": ("Alt+Right",),
    "help": ("F1",),
    "check": ("Ctrl+K",),
    "results": ("Ctrl+R",),
    "save": ("Ctrl+S",),
    "print": ("Ctrl+P",),
    "keep": ("Ctrl+Shift+S",),
    "open": ("Ctrl+O",),
    "lock": ("Ctrl+L",),
    "clients": (),
    "caseload": ("Ctrl+B",),
    "size": ("Ctrl++", "Ctrl+=", "Ctrl+-"),
    "usual": ("Ctrl+0",),
    "hide": ("Ctrl+H",),
    "shift": (),
    "menu": (),
    "close": ("Ctrl+W", "Ctrl+Q"),
}
"""Every line of the page, with its keys in the menus; some stand in no menu."""
KEYS_EM = 12


class KeyboardPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, say = stage.theme, stage.words.say
        panel = Panel(theme)
        rows: list[Item] = []
        for key in KEYS:
            rule = row(theme, wide(Rule(theme)), margins=(18, 0, 0, 0))
            rows += [rule if rows else None, self._row(key)]
        column(theme, *rows, margins=(0, 3, 0, 3), into=panel)
        lead = Text(theme, say("keyboard.lead"), "lead", "soft")
        self.lay(column(theme, Heading(theme, self.name), 8, lead, 18, panel))

    @property
    def name(self) -> str:
        return self.stage.words.say("keyboard.title")

    def _row(self, key: str) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        keys = Text(theme, say(f"keyboard.rows.{key}.keys"), "strong")
        does = Text(theme, say(f"keyboard.rows.{key}.does"))
        if self.stage.width == "folded":
            return column(theme, keys, 3, does, margins=(18, 10, 16, 11))
        keys.setFixedWidth(theme.em(KEYS_EM))
        return row(theme, keys, 16, wide(does), margins=(18, 9, 16, 10))
