"""Someone to talk to: 988, the warm line, and the center's own line. Nothing is dialed, and nothing is asked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, row, top, wide
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.lettering import Words, marked
from desktop_app.ui.widgets.panel import Panel, note
from desktop_app.ui.widgets.text import Heading, Text


class SupportPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme, say = stage.theme, stage.words.say
        lines: list[Item] = [self._line("line_988")]
        if stage.own_line:
            own = Text(theme, stage.own_line, "lead")
            lines += [12, self._card(say("talk.center.name"), own, say("talk.center.what"))]
        lines += [12, self._line("warm_line"), 14, Text(theme, say("talk.texas"), "small", "soft")]
        self.lay(
            column(
                theme,
                Heading(theme, self.name),
                8,
                Text(theme, say("talk.lead"), "lead", "soft"),
                18,
                *lines,
            ),
            note(theme, say("talk.own.title"), Text(theme, say("talk.own.text"), "small")),
        )

    @property
    def name(self) -> str:
        return self.stage.words.say("talk.title")

    def _line(self, line: str) -> QWidget:
        theme, say = self.stage.theme, self.stage.words.say
        how = Text(theme, marked(say(f"talk.{line}.how")), "lead")
        return self._card(say(f"talk.{line}.name"), how, say(f"talk.{line}.when"), say(f"talk.{line}.what"))

    def _card(self, name: str, how: Text, *said: Words) -> QWidget:
        """The number first and largest: it is what one came for."""
        theme = self.stage.theme
        panel = Panel(theme)
        words = column(
            theme, Heading(theme, name, "h3"), 3, how, 6, *(Text(theme, line) for line in said), gap=0
        )
        row(
            theme,
            top(Icon(theme, "phone", "accent", 20, beside="h3")),
            wide(words),
            gap=13,
            margins=(18, 15, 18, 17),
            into=panel,
        )
        return panel
