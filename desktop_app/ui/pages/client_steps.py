"""The steps of the plan that follows from the newest sitting, to be ticked off with a client."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.client import Client
from desktop_app.report.plan_told import dated
from desktop_app.ui.client_told import ClientReader, Told, Way
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.client_standing import position_name
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, left
from desktop_app.ui.widgets.check import Check, under_words
from desktop_app.ui.widgets.kept import Kept, Part, said
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.text import Heading, Text


class Line(NamedTuple):
    """A step as it is shown: under which name it is ticked off, what it says, and since when it is done."""

    key: str
    name: str
    about: str
    done: date | None


class Card(NamedTuple):
    """The steps to one position, or those of before that no plan has any more."""

    title: str
    lead: str
    lines: tuple[Line, ...]


class Steps(Kept):
    """A card for each way. What was ticked off stays, also where the plan has become another."""

    def __init__(self, stage: Stage, desk: Desk, of: str) -> None:
        super().__init__(stage.theme)
        self._stage, self._desk, self._of = stage, desk, of

    def show_of(self, client: Client, told: Told) -> None:
        cards = list(self._cards(client, told))
        if not cards:
            words = self._stage.words.say("client.steps.none")
            self.follow([said(self._stage.theme, words)])
            return
        self.follow(
            Part(
                card,
                partial(_Card, self._stage, self._desk, self._of, card),
                12 if at else 0,
                "way",
                card.title,
            )
            for at, card in enumerate(cards)
        )

    def _cards(self, client: Client, told: Told) -> Iterator[Card]:
        stage, in_plans = self._stage, set[str]()
        words = ClientReader.of(stage).words(stage)
        for way in told.ways:
            in_plans |= {step.key for step in way.steps}
            title = position_name(words, way.series, way.position)
            # The day may come after the last step: then it is the months of a role that are waited for.
            lead = " ".join(dated(words, one) for one in (way.told.ready, way.told.goes_on) if one)
            yield Card(title, lead, tuple(self._lines(client, way)))
        before = [key for key in client.done if key not in in_plans]
        if before:
            lines = tuple(Line(key, self._name(key), "", client.done[key]) for key in sorted(before))
            yield Card(words.say("client.steps.before"), words.say("client.steps.before_text"), lines)

    def _lines(self, client: Client, way: Way) -> Iterator[Line]:
        words = ClientReader.of(self._stage).words(self._stage)
        for step in way.steps:
            about = f"{words.say(step.told.do)} {dated(words, step.told.when)}"
            yield Line(step.key, words.say(step.told.name), about, client.done.get(step.key))

    def _name(self, key: str) -> str:
        words = ClientReader.of(self._stage).words(self._stage)
        series, _, rest = key.partition("/")
        name = f"{series}.steps.{rest.rpartition('/')[2]}.name"
        return words.say(name) if words.has(name) else words.say("client.steps.old")


class _Card(Panel):
    def __init__(self, stage: Stage, desk: Desk, of: str, card: Card) -> None:
        super().__init__(stage.theme)
        self._stage, self._desk, self._of = stage, desk, of
        theme = stage.theme
        self._title, self._lead = (
            Heading(theme, card.title, "strong"),
            Text(theme, card.lead, "small", "soft"),
        )
        self._rows = Kept(theme, gap=6)
        column(theme, self._title, 2, self._lead, 8, self._rows, margins=(18, 13, 16, 14), into=self)
        self.follow(card)

    def follow(self, card: Card) -> None:
        self._title.say(card.title)
        self._lead.say(card.lead)
        self._rows.follow(
            Part(line, partial(_Step, self._stage, self._desk, self._of, line), kind="step", key=line.key)
            for line in card.lines
        )


class _Step(QWidget):
    def __init__(self, stage: Stage, desk: Desk, of: str, line: Line) -> None:
        super().__init__()
        self._stage, self._desk, self._of = stage, desk, of
        theme = stage.theme
        self._key = line.key
        self.box = Check(theme, line.name, role="body")
        self.box.setEnabled(not desk.read_only)
        self.box.toggled.connect(self._ticked)
        self._about = Text(theme, "", "small", "soft")
        items: list[Item] = [left(self.box), under_words(theme, self._about)]
        column(theme, *items, into=self)
        self.follow(line)

    def follow(self, line: Line) -> None:
        words = self._stage.words
        quiet = self.box.blockSignals(True)
        self.box.setChecked(line.done is not None)
        self.box.blockSignals(quiet)
        done = words.say("client.steps.done", day=words.short_day(line.done)) if line.done else ""
        self._about.say(done or line.about)
        self.box.setAccessibleDescription(done or line.about)

    def _ticked(self, on: bool) -> None:
        client = self._desk.client(self._of)
        if client is not None:
            others = {key: day for key, day in client.done.items() if key != self._key}
            done = {**others, self._key: self._desk.today()} if on else others
            self._desk.change(replace(client, done=done), log="step")
