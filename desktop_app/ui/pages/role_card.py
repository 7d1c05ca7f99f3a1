"""A role that was added, as a card: what it is, since when, how long so far; it can be changed and removed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.i18n import Words
from desktop_app.ui.icons import IconName
from desktop_app.ui.pages.role_words import RoleWords
from desktop_app.ui.theme import Theme, Width
from desktop_app.ui.widgets.arrange import STRETCH, column, middle, row, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.lettering import marked
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.text import Heading, Text


class RoleCard(Panel):
    """Its links name the role to a screen reader: 'Change: Peer specialist'. `called` says more than its title."""

    change_pressed = Signal()
    remove_pressed = Signal()

    def __init__(self, theme: Theme, words: Words, role: RoleWords, width: Width, called: str = "") -> None:
        super().__init__(theme)
        title = called or role.title()
        told = column(
            theme,
            Heading(theme, role.title(), "strong", level=2),
            Text(theme, role.line(), "small", "soft"),
            Text(theme, marked(role.time()), "small"),
            gap=1,
        )
        self.change = link(
            theme, words.say("roles.change"), "pencil", words.say("roles.change_it", role=title)
        )
        self.remove = link(theme, words.say("roles.remove"), "bin", words.say("roles.remove_it", role=title))
        self.change.clicked.connect(lambda _on=False: self.change_pressed.emit())
        self.remove.clicked.connect(lambda _on=False: self.remove_pressed.emit())
        if width == "folded":
            links = row(theme, self.change, self.remove, STRETCH, gap=20)
            column(theme, told, 4, links, margins=(18, 11, 18, 8), into=self)
        else:
            row(
                theme,
                wide(told),
                middle(self.change),
                middle(self.remove),
                gap=20,
                margins=(18, 11, 18, 11),
                into=self,
            )


def link(theme: Theme, words: str, icon: IconName, full_name: str) -> Button:
    """A small link whose name says what it is about."""
    button = Button(theme, words, "quiet", icon=icon, small=True, flush=True)
    button.setAccessibleName(full_name)
    return button
