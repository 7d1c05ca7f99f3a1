"""A client beside the list: where they stand, what is next, what changed, and which papers staff saw."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop_app.caseload.overview import Row
from desktop_app.ui.client_told import ClientReader
from desktop_app.ui.pages.client_papers import paper_parts
from desktop_app.ui.pages.client_past import change_parts
from desktop_app.ui.pages.client_standing import (
    ask_button,
    client_lead,
    look_button,
    next_part,
    sit_button,
    standings,
)
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import column, row, top, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.kept import Kept, Part, nothing, said
from desktop_app.ui.widgets.scroll import to_the_top
from desktop_app.ui.widgets.text import Heading

MOST = 4
"""Sittings whose changes are told here; the page has all of them."""


class ClientPanel(QWidget):
    """`follow` shows another row, or the same one as it is now."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, stage: Stage, row: Row) -> None:
        super().__init__()
        assert stage.desk is not None  # noqa: S101 - the list is shown of one
        self._stage, self._desk, self._row = stage, stage.desk, row
        self._reader = ClientReader.of(stage)
        self._reader.came.connect(self._came)
        self._parts = Kept(stage.theme)
        column(stage.theme, self._parts, into=self)
        self._show()
        self._reader.look(row.client.id)

    def follow(self, row: Row) -> None:
        before, self._row = self._row.client, row
        self._show()
        if row.client.id != before.id:
            to_the_top(self)
        if (row.client.id, row.client.seen) != (before.id, before.seen):
            self._reader.look(row.client.id)

    def _came(self, of: str) -> None:
        if of == self._row.client.id:
            self._show()

    def _show(self) -> None:
        self.setAccessibleName(self._row.client.name)
        self._parts.follow([*self._head(), *self._past(), *self._papers()])

    def _head(self) -> list[Part]:
        stage, row = self._stage, self._row
        client, told = row.client, self._reader.told(row.client.id)
        return [
            Part((client.id, client.name), partial(self._name, client.id, client.name)),
            said(stage.theme, client_lead(stage.words, client, told), "small", "soft", above=3),
            Part((client.id, client.seen is None, client.consent is None), self._buttons, 14),
            standings(stage, row)._replace(above=18, key="standings"),
            next_part(stage, row)._replace(above=14, key="next"),
        ]

    def _buttons(self) -> QWidget:
        stage, desk, client = self._stage, self._desk, self._row.client
        buttons = [sit_button(stage, desk, client, small=True)]
        if client.consent is None and not desk.read_only:
            buttons.insert(0, ask_button(stage, partial(desk.show, client.id), small=True))
        if client.seen is not None:
            buttons.append(look_button(stage, desk, client.id, "results", small=True))
        space = stage.theme.space(8)
        return in_lines(*buttons, gap=space, line_gap=space)

    def _name(self, of: str, name: str) -> QWidget:
        """With the way to the client's own page beside it."""
        theme, desk = self._stage.theme, self._desk
        button = Button(theme, self._stage.words.say("client.buttons.open"), "quiet", small=True, flush=True)
        button.clicked.connect(lambda _on=False: desk.show(of))
        return row(theme, wide(Heading(theme, name, "h2")), top(button), gap=12)

    def _past(self) -> Sequence[Part]:
        told = self._reader.told(self._row.client.id)
        if told is None or not told.changes:
            return [nothing()]
        make = partial(Kept, self._stage.theme, change_parts(self._stage, told, most=MOST))
        return [self._titled("client.past.title", "past"), Part(told.changes, make, 7, key="changes")]

    def _papers(self) -> Sequence[Part]:
        client = self._row.client
        told = self._reader.told(client.id)
        parts = paper_parts(self._stage, self._desk, client, told, short=True)
        # A box is that of one client: with another, it is another box.
        keyed = [part._replace(key=(client.id, part.key), kind=f"paper of {client.id}") for part in parts]
        return [self._titled("client.papers.title", "papers"), *keyed] if keyed else []

    def _titled(self, words: str, key: str) -> Part:
        title = self._stage.words.say(words)
        return Part(title, partial(Heading, self._stage.theme, title, "h3"), 22, key=f"title {key}")
