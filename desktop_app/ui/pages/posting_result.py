"""What became of all that the rules rest on, in plain words: what to do, what changed, what is new, what stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.drift_told import Group, PassageTold, groups, headline
from desktop_app.i18n import Message, Words
from desktop_app.rulebook.load import words_with
from desktop_app.ui.check_posting import Compared
from desktop_app.ui.icons import IconName
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.theme import ColorRole, Theme
from desktop_app.ui.widgets.arrange import Item, column, row, top, wide
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.panel import Panel, Rule, do_first, notice
from desktop_app.ui.widgets.text import Heading, Text

STANDS, CHANGED = ("unchanged", "moved"), ("changed", "gone", "unmarked")
ADDED, LOOSE = ("new",), ("loose",)
"""Where a pack does not say what was read when it was written, nobody can tell what is new: it is loose."""
FOLDED = ("unchanged", "moved", "read_before")
"""Good to know, and long: told when it is asked for."""


def said_of(compared: Compared, words: Words) -> str:
    """All of it in one sentence."""
    series = compared.loaded.pack.series
    return words_with(words, [compared.loaded]).say(headline(compared.found, series))


def posting_result(stage: Stage, compared: Compared) -> QWidget:
    """What was counted and what to do next; then each change, each new sentence, and the rest to fold out."""
    theme, words = stage.theme, words_with(stage.words, [compared.loaded])
    told = list(groups(compared.found, compared.loaded.pack.series, "short"))
    other = compared.found.none_found  # another text: all of it would be new, and the notice says so
    items: list[Item] = [
        Heading(theme, words.say("newer.result"), "h2"),
        *(() if other else (4, Text(theme, said_of(compared, words)))),
        12,
        _counts(theme, words, told),
        14,
        _next(theme, words, compared, told),
    ]
    if not other:
        for group in told:
            items += [16 if group.kind in FOLDED else 22, _group(theme, words, group)]
    return column(theme, *items)


def _counts(theme: Theme, words: Words, told: Sequence[Group]) -> QWidget:
    lines: list[Item] = []
    kinds: tuple[tuple[str, tuple[str, ...], IconName, ColorRole], ...] = (
        ("stands", STANDS, "tick", "met"),
        ("changed", CHANGED, "alert", "ask"),
        ("added", ADDED, "plus", "todo"),
        ("loose", LOOSE, "more", "open"),
    )
    loose = any(one.kind in LOOSE for one in told)
    for key, those, icon, ink in kinds:
        if those in (ADDED, LOOSE) and (those is LOOSE) is not loose:
            continue
        count = sum(len(one.passages) + len(one.sentences) for one in told if one.kind in those)
        said = Text(theme, words.say(f"newer.{key}", count=count), "strong")
        color: ColorRole = ink if count else "soft"  # nothing is there that the color would stand for
        lines.append(row(theme, top(Icon(theme, icon, color, 18, beside="strong")), wide(said), gap=9))
    return column(theme, *lines, gap=5)


def _next(theme: Theme, words: Words, compared: Compared, told: Sequence[Group]) -> Panel:
    if compared.found.none_found:
        title, more = words.say("newer.other_text"), words.say("newer.other_text_more")
        return notice(theme, "alert", title, more, ground="ask_tint", ink="ask")
    if not any(one.kind in (*CHANGED, *ADDED) for one in told):
        return notice(theme, "tick", words.say("newer.nothing"), words.say("newer.nothing_text"), ink="met")
    source = compared.loaded.pack.sources[0]
    if source.date:
        until = words.say("newer.until_dated", day=source.date)
    else:
        until = words.say("newer.until", day=source.retrieved)
    return do_first(theme, words.say("newer.next"), words.say("newer.tell"), until)


def _group(theme: Theme, words: Words, group: Group) -> QWidget:
    title = words.say(group.heading)
    if group.kind in FOLDED:
        return FoldNote(theme, title, *_in_short(theme, words, group), opened=False)
    panel = Panel(theme)
    rows: list[Item] = []
    for passage in group.passages:
        rows += [row(theme, wide(Rule(theme)), margins=(18, 0, 0, 0)) if rows else None]
        rows.append(_passage(theme, words, passage))
    for sentence in group.sentences:
        rows += [row(theme, wide(Rule(theme)), margins=(18, 0, 0, 0)) if rows else None]
        rows.append(column(theme, Text(theme, words.say(sentence)), margins=(18, 10, 18, 11)))
    column(theme, *rows, margins=(0, 3, 0, 3), into=panel)
    return column(theme, Heading(theme, title, "h3"), 8, panel)


def _passage(theme: Theme, words: Words, passage: PassageTold) -> QWidget:
    """Where it was cited from and what it was about; what stands there now; what hangs on it."""
    about = [Message("newer.about")] if passage.about else []
    items: list[Item] = [Text(theme, words.say_all((passage.cited, *about)), "small", "soft")]
    for asks in passage.about:
        items += [3, Text(theme, words.say(asks))]
    if passage.fate:
        now = Panel(theme, "ask_tint", None, corner="field")
        fate: list[Item] = []
        for at, message in enumerate(passage.fate):
            fate += [3 if at else None, Text(theme, words.say(message), "body" if not at else "small_strong")]
        column(theme, *fate, margins=(14, 10, 14, 11), into=now)
        items += [9, now]
    for stake in passage.stakes:
        items += [8, _touched(theme, words.say("newer.touches", stake=stake))]
    return column(theme, *items, margins=(18, 13, 18, 15))


def _touched(theme: Theme, text: str) -> QWidget:
    return row(
        theme, top(Icon(theme, "flag", "accent", 16, beside="small")), wide(Text(theme, text, "small")), gap=7
    )


def _in_short(theme: Theme, words: Words, group: Group) -> Iterator[Item]:
    """A line or two each."""
    for at, passage in enumerate(group.passages):
        yield 9 if at else None
        yield Text(theme, "; ".join(words.say(stake) for stake in passage.stakes), "small_strong")
        yield Text(theme, words.say_all((passage.cited, *passage.fate)), "small", "soft")
    for at, sentence in enumerate(group.sentences):
        yield 6 if at else None
        yield Text(theme, words.say(sentence), "small")
