"""A client in short: how often one sat together, where they stand, and what is next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.client import Client
from desktop_app.caseload.overview import Row, places_of
from desktop_app.i18n import LANGUAGES, Words
from desktop_app.report.material import KIND_OF_OUTCOME
from desktop_app.report.material import Kind as StandingKind
from desktop_app.ui.client_told import Told
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.button import Button, Kind
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.kept import Part, nothing
from desktop_app.ui.widgets.lettering import NO_BREAK
from desktop_app.ui.widgets.panel import Panel, do_first, notice
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.text import Text

COUNTED = 10
"""Sittings that have a word of their own: 'Third sitting'."""


def client_lead(words: Words, client: Client, told: Told | None) -> str:
    """'Third sitting, Nov 20, 2026. Speaks Spanish and English.'"""
    return " ".join(part for part in (_sat(words, client, told), speaks(words, client)) if part)


def _sat(words: Words, client: Client, told: Told | None) -> str:
    if client.seen is None:
        return words.say("client.not_sat")
    day = words.short_day(client.seen)
    if told is None or not told.sittings:
        return words.say("client.sat", day=day)
    count = len(told.sittings)
    if count <= COUNTED:
        return words.say(f"client.sitting.n{count}", day=day)
    return words.say("client.sitting.more", number=count, day=day)


def speaks(words: Words, client: Client) -> str:
    known = sorted(
        client.languages, key=lambda one: LANGUAGES.index(one) if one in LANGUAGES else len(LANGUAGES)
    )
    named = [language_name(words, one) for one in known]
    return words.say("client.speaks", languages=words.listed(named)) if named else ""


def language_name(words: Words, language: str) -> str:
    """As a sentence has it; a language that we have no word for as it was put in."""
    key = f"client.languages.{language}"
    return words.say(key) if words.has(key) else language


def reads_in(words: Words, client: Client) -> str:
    """The window's language where the client speaks it too, or said none of ours; else the client's own."""
    spoken = [one for one in client.languages if one in LANGUAGES]
    return words.language if not spoken or words.language in spoken else spoken[0]


# ---------------------------------------------------------------- where they stand


def standings(stage: Stage, row: Row) -> Part:
    """Every position that was asked about, with its outcome as of today."""
    told = tuple(_standings(stage, row))
    if not told:
        return nothing()
    return Part(told, partial(_standings_card, stage, told))


def _standings(stage: Stage, row: Row) -> Iterator[tuple[str, StandingKind, str]]:
    desk, say = stage.desk, stage.words.say
    outcomes = row.now.outcomes if row.now else {}
    for position, place in places_of(desk.book()).items() if desk else ():
        outcome = outcomes.get(position, "")
        if outcome in KIND_OF_OUTCOME:
            name = position_name(stage.words, place.series, position)
            yield name, KIND_OF_OUTCOME[outcome], say(f"outcome.{outcome}")


def position_name(words: Words, series: str, position: str) -> str:
    """'California, Specialist II', its number on the line of its name."""
    short = words.say(f"{series}.positions.{position}.short")
    state = words.say(f"{series}.series.state")
    return words.say("results.card", state=state, short=NO_BREAK.join(short.rsplit(" ", 1)))


def _standings_card(stage: Stage, told: tuple[tuple[str, StandingKind, str], ...]) -> QWidget:
    theme, items = stage.theme, list[Item]()
    for name, kind, word in told:
        parts = Text(theme, name, "strong"), Pill(theme, kind, word)
        items += [
            in_lines(*parts, gap=theme.space(12), line_gap=theme.space(4), last_right=True, beside=True)
        ]
    return column(theme, *items, gap=9, margins=(18, 13, 16, 14), into=Panel(theme))


# ---------------------------------------------------------------- what is next


def next_part(stage: Stage, row: Row) -> Part:
    """What staff wrote down, or what follows from the last sitting."""
    words, due, desk = stage.words, row.next, stage.desk
    if due is None or desk is None:
        return nothing()
    what, when = words.say(due.message), ""
    if due.day is not None:
        over = row.client.next is not None and due.day < desk.today()
        when = words.say("client.next.was" if over else "client.next.on", day=due.day)
    told = (what, when)
    return Part(told, partial(_next_panel, stage, *told))


def _next_panel(stage: Stage, what: str, when: str) -> QWidget:
    return do_first(stage.theme, stage.words.say("client.next.title"), what, when)


# ---------------------------------------------------------------- what is to be known, and what can be done


def read_only_notice(stage: Stage) -> Part:
    if stage.desk is None or not stage.desk.read_only:
        return nothing()
    say = stage.words.say
    title, text = say("desk.read_only.title"), say("desk.read_only.text")
    return Part(title, partial(notice, stage.theme, "lock", title, text))


def sit_button(stage: Stage, desk: Desk, client: Client, *, small: bool = False) -> Button:
    """The way on, as soon as they said yes to being kept."""
    of, begin = client.id, "sit" if client.seen is not None else "begin"
    kind: Kind = "secondary" if client.consent is None else "primary"
    button = Button(stage.theme, stage.words.say(f"client.buttons.{begin}"), kind, small=small)
    button.clicked.connect(lambda _on=False: desk.sit_with(of))
    button.setEnabled(not desk.read_only)
    return button


def ask_button(stage: Stage, pressed: Callable[[], None], *, small: bool = False) -> Button:
    """Where they have not said yes yet: to the words that ask for it."""
    button = Button(stage.theme, stage.words.say("client.consent.button"), "primary", small=small)
    button.clicked.connect(lambda _on=False: pressed())
    return button


def look_button(stage: Stage, desk: Desk, of: str, page: str, *, small: bool = False) -> Button:
    """To the newest sitting's results or plan, as staff see them."""
    button = Button(stage.theme, stage.words.say(f"client.buttons.{page}"), small=small)
    button.clicked.connect(lambda _on=False: desk.look_at(of, page))
    return button
