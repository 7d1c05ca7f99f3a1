"""What a client says yes to, in the client's own language, whatever the window speaks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme import ColorRole, Theme
from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.text import Heading, Text

VERSION = "1"
"""Of these words: it is kept with each yes, so that it is known what was said yes to."""
PARTS = ("what", "where", "who", "long", "rights", "no")


def consent_text(
    theme: Theme, words: Words, center: str, keep_months: int, *, ground: ColorRole = "note"
) -> Panel:
    """`center` is the center's own name, if it has one; `keep_months` is 0 where it set no time.

    `ground` is another than that of what it stands on, so that it is seen to be read out.
    """
    center = center or words.say("consent.this_center")
    panel = Panel(theme, ground, "hair" if ground == "card" else None)
    items: list[Item] = [Heading(theme, words.say("consent.title", center=center), "h3")]
    for part in PARTS:
        items += [10, _part(theme, words, part, center, keep_months)]
    column(theme, *items, margins=(18, 15, 18, 17), into=panel)
    return panel


def _part(theme: Theme, words: Words, part: str, center: str, keep_months: int) -> QWidget:
    if part != "long":
        text = words.say(f"consent.parts.{part}.text", center=center)
    elif keep_months:
        text = words.say("consent.parts.long.months", count=keep_months)
    else:
        text = words.say("consent.parts.long.asked")
    title = Text(theme, words.say(f"consent.parts.{part}.title"), "small_strong")
    return column(theme, title, 2, Text(theme, text, "small"))
