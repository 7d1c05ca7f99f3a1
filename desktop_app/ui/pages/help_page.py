"""How the program works, in five short parts, with the ways to the rest of the help."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.icons import IconName
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, left, row, top, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.panel import Panel, Rule, note
from desktop_app.ui.widgets.text import Heading, Text

PARTS: dict[str, IconName] = {
    "answer": "pencil",
    "stand": "tick",
    "plan": "flag",
    "save": "doc",
    "safe": "lock",
    "center": "people",
}
MORE = {"words": "words", "keyboard": "keyboard", "talk": "support", "about": "about"}
"""What each link is called in the catalog, and the page that it opens."""


class HelpPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, say = stage.theme, stage.words.say
        panel = Panel(theme)
        rows: list[Item] = []
        for part, icon in PARTS.items():
            rule = row(theme, wide(Rule(theme)), margins=(18, 0, 0, 0))
            rows += [rule if rows else None, self._part(part, icon)]
        column(theme, *rows, margins=(0, 3, 0, 3), into=panel)
        lead = Text(theme, say("help.lead"), "lead", "soft")
        links: list[Item] = [left(self._link(name, page)) for name, page in MORE.items()]
        self.lay(
            column(theme, Heading(theme, self.name), 8, lead, 18, panel),
            note(theme, say("help.more"), column(theme, *links, gap=4)),
        )

    @property
    def name(self) -> str:
        return self.stage.words.say("help.title")

    def _part(self, part: str, icon: IconName) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        words = column(
            theme,
            Heading(theme, say(f"help.parts.{part}.title"), "h3"),
            Text(theme, say(f"help.parts.{part}.text")),
            gap=3,
        )
        mark = top(Icon(theme, icon, "accent", 20, beside="h3"))
        return row(theme, mark, wide(words), gap=14, margins=(18, 12, 18, 14))

    def _link(self, name: str, page: str) -> Button:
        link = Button(self.stage.theme, self.stage.words.say(f"help.{name}"), "quiet", small=True, flush=True)
        link.clicked.connect(lambda _on=False: self.stage.navigator.step_aside(page))
        return link
