"""What changed from sitting to sitting, and how far a client has come: as bars and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.between import Change
from desktop_app.caseload.progress import Line, Tally
from desktop_app.i18n import Message, Words
from desktop_app.ui.client_told import ClientReader, Told
from desktop_app.ui.pages.client_standing import position_name
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, row, top, wide
from desktop_app.ui.widgets.flow import SideBySide
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.kept import Part, said
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.progress_bars import Bar, ProgressBars
from desktop_app.ui.widgets.text import Heading, Text

DAY_EM, BETWEEN = 6.0, 12
SHOWN = 4
"""Sittings whose changes stand on the page at once; the rest folds out."""
CHART_EM = 15
ANSWER = "compare.answer."
POSITION = re.compile(r"(.+)\.positions\.(.+)\.name")
EARLIER = "client.earlier"


def change_parts(stage: Stage, told: Told, *, most: int = 0, narrow: bool = False) -> list[Part]:
    """Newest first; `most` of them, or all with the earlier ones folded away."""
    words = ClientReader.of(stage).words(stage)
    lines = [(words.short_day(one.day), _messages(words, one, short=bool(most))) for one in told.changes]
    shown = lines[: most or SHOWN]
    parts = [
        Part(line, partial(_change, stage, *line, narrow=narrow), BETWEEN if at else 0)
        for at, line in enumerate(shown)
    ]
    rest = lines[SHOWN:]
    if rest and not most:
        parts.append(Part(rest, partial(_earlier, stage, rest), 12))
    return parts


def _messages(words: Words, change: Change, *, short: bool) -> tuple[str, ...]:
    """Answers come last, those that changed alike in one sentence; where it is to be `short`, they are only counted."""
    told = [short_say(words, one) for one in change.messages if not one.key.startswith(ANSWER)]
    for how in ("added", "changed", "removed"):
        questions = [one.values["question"] for one in change.messages if one.key == ANSWER + how]
        if questions and short:
            told.append(words.say(f"client.past.count.{how}", count=len(questions)))
        elif questions:
            named = words.names(words.say(one) for one in questions)
            told.append(words.say(f"client.past.answers.{how}", questions=named))
    return tuple(told)


def short_say(words: Words, message: Message) -> str:
    """With positions by their state and level, as a client may be asked about several states, and days in short."""
    shorter: dict[str, str] = {}
    for name, value in message.values.items():
        found = POSITION.fullmatch(value.key) if isinstance(value, Message) else None
        if found is not None:
            shorter[name] = position_name(words, *found.groups())
        elif isinstance(value, date):
            shorter[name] = words.short_day(value)
    return words.say(message, **shorter)


def _change(stage: Stage, day: str, messages: Sequence[str], *, narrow: bool) -> QWidget:
    """The day beside what changed, or above it."""
    theme = stage.theme
    when = Text(theme, day, "small", "soft")
    what = column(theme, *(Text(theme, one, "small") for one in messages), gap=3)
    if narrow or stage.width == "folded":
        return column(theme, when, what)
    when.setFixedWidth(theme.em(DAY_EM))
    return row(theme, top(when), wide(what), gap=8)


def _earlier(stage: Stage, lines: Sequence[tuple[str, tuple[str, ...]]]) -> QWidget:
    drafts = stage.navigator.drafts
    items: list[Item] = []
    for line in lines:
        items += [BETWEEN if items else None, _change(stage, *line, narrow=False)]
    title = stage.words.say("client.past.earlier", count=len(lines))
    fold = FoldNote(stage.theme, title, *items, opened=drafts.get(EARLIER) is True)
    fold.toggled.connect(partial(drafts.__setitem__, EARLIER))
    return fold


# ---------------------------------------------------------------- how far they have come


def progress_parts(stage: Stage, told: Told) -> list[Part]:
    """The bars of every position, what they mean, and the same in words."""
    words, lines = ClientReader.of(stage).words(stage), told.progress.lines
    if not lines:
        return []
    theme = stage.theme
    key = tuple((line.name, line.points) for line in lines)
    return [
        Part(key, partial(_charts, stage, words, lines)),
        said(theme, words.say("client.progress.legend"), "small", "soft", above=8),
        Part("same", lambda: Text(theme, words.say("client.progress.words"), "small_strong"), 12),
        *(said(theme, " ".join(_spoken(words, line)), "small", above=4) for line in lines),
    ]


def _spoken(words: Words, line: Line) -> Iterator[str]:
    return (short_say(words, one) for one in line.sentences)


def _charts(stage: Stage, words: Words, lines: Sequence[Line]) -> QWidget:
    theme, panel, cells = stage.theme, Panel(stage.theme), QWidget()
    layout = SideBySide(cells, theme.space(24), theme.em(CHART_EM), line_gap=theme.space(14))
    for line in lines:
        bars = [
            Bar(
                words.short_day(day),
                tally.met,
                tally.ask,
                tally.total,
                words.say("client.progress.count", count=tally.met, total=tally.total),
            )
            for day, tally in _told_apart(line.points)
        ]
        chart = ProgressBars(theme, bars, " ".join(_spoken(words, line)))
        layout.addWidget(
            column(
                theme,
                Heading(
                    theme, short_say(words, Message("client.progress.of", {"position": line.name})), "strong"
                ),
                3,
                chart,
            )
        )
    return column(theme, cells, margins=(18, 13, 18, 13), into=panel)


def _told_apart(points: Sequence[tuple[date, Tally]]) -> list[tuple[date, Tally]]:
    """The first day, each on which something changed, and the last."""
    shown = [one for at, one in enumerate(points) if not at or one[1] != points[at - 1][1]]
    if len(points) > 1 and points[-1] not in shown:
        shown.append(points[-1])
    return shown
