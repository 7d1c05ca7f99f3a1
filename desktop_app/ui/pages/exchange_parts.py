"""What the previews of what comes in have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.ui.pages.exchange import ExchangePage

MOST_NAMED = 100
"""Names in a fold; whoever brings in more knows what they are."""


def bring_buttons(page: ExchangePage, bring: Callable[[], None]) -> tuple[Button, QWidget]:
    """The one that brings in, and it with the way back beside it."""
    theme, say = page.stage.theme, page.stage.words.say
    button = Button(theme, say("exchange_page.bring", count=0), "primary", icon="tick")
    button.clicked.connect(lambda _on=False: bring())
    return button, in_lines(button, back_button(page), gap=theme.space(12), line_gap=theme.space(8))


def back_button(page: ExchangePage) -> Button:
    back = Button(page.stage.theme, page.stage.words.say("exchange_page.back"), "quiet")
    back.clicked.connect(lambda _on=False: page.leave_step())
    return back


def nothing_new(page: ExchangePage, names: Sequence[str]) -> QWidget:
    """Whom nothing comes in for, folded away."""
    theme, say = page.stage.theme, page.stage.words.say
    lines: list[Item] = [Text(theme, name, "small") for name in names[:MOST_NAMED]]
    if len(names) > MOST_NAMED:
        lines.append(
            Text(theme, say("exchange_page.bad.more", count=len(names) - MOST_NAMED), "small", "soft")
        )
    return FoldNote(theme, say("exchange_page.same"), column(theme, *lines, gap=3), opened=False)


def bad_ones(page: ExchangePage, bad: Sequence[tuple[str, str]]) -> QWidget:
    """Where each stands, and what is wrong with it."""
    theme, say = page.stage.theme, page.stage.words.say
    panel = Panel(theme, "ask_tint", "ask" if theme.contrast else None)
    items: list[Item] = [
        Text(theme, say("exchange_page.bad.title"), "strong"),
        2,
        Text(theme, say("exchange_page.bad.count", count=len(bad)), "small"),
    ]
    for where, problem in bad[:MOST_NAMED]:
        items += [9, Text(theme, where, "small_strong"), Text(theme, problem, "small")]
    if len(bad) > MOST_NAMED:
        items += [9, Text(theme, say("exchange_page.bad.more", count=len(bad) - MOST_NAMED), "small")]
    column(theme, *items, margins=(18, 13, 16, 15), into=panel)
    return panel
