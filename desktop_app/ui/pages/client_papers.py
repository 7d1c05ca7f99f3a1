"""Papers: what staff saw with their own eyes, apart from what the client told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.client import Client
from desktop_app.caseload.papers import PaperLine, papers_of
from desktop_app.ui.client_told import Told
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column, left, row
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.kept import Kept, Part
from desktop_app.ui.widgets.text import Text

UNDER_CHECK = 30
"""Where the words of a check box begin, in px at 100 %."""


def paper_parts(stage: Stage, desk: Desk, client: Client, told: Told | None, *, short: bool) -> list[Part]:
    """A box each. In a `short` list only those that the client has, as they told, or that staff saw."""
    sheet = told.view.sheet if told is not None and told.view is not None else None
    lines = papers_of(client, sheet)
    if short:
        lines = tuple(line for line in lines if line.seen is not None or line.told == "yes")
    return [
        Part(
            line,
            partial(_Paper, stage, desk, client.id, line, short=short),
            2 if short else 8,
            "paper",
            line.paper,
        )
        for line in lines
    ]


class _Paper(QWidget):
    """`follow` shows what is known of it now."""

    def __init__(self, stage: Stage, desk: Desk, of: str, line: PaperLine, *, short: bool) -> None:
        super().__init__()
        self._stage, self._desk, self._of, self._paper, self._short = stage, desk, of, line.paper, short
        theme = stage.theme
        self.box = Check(theme, stage.words.say(line.name), role="small" if short else "body")
        self.box.setEnabled(not desk.read_only)
        self.box.toggled.connect(self._ticked)
        self._about = Text(theme, "", "small", "soft")
        items: list[Item] = [left(self.box)]
        if not short:
            items.append(row(theme, self._about, margins=(UNDER_CHECK, 0, 0, 0)))
        column(theme, *items, into=self)
        self.follow(line)

    def follow(self, line: PaperLine) -> None:
        say = self._stage.words.say
        quiet = self.box.blockSignals(True)
        self.box.setChecked(line.seen is not None)
        self.box.blockSignals(quiet)
        about = [say(f"client.papers.told.{line.told}")]
        if line.seen is not None:
            about.insert(0, say("client.papers.seen", day=self._stage.words.short_day(line.seen)))
        self._about.say(" ".join(about))
        self.box.setAccessibleDescription(" ".join(about))

    def _ticked(self, on: bool) -> None:
        client = self._desk.client(self._of)
        if client is None:
            return
        others = {paper: day for paper, day in client.papers.items() if paper != self._paper}
        papers = {**others, self._paper: self._desk.today()} if on else others
        self._desk.change(replace(client, papers=papers), log="paper")


class Papers(Kept):
    """All of them."""

    def __init__(self, stage: Stage, desk: Desk) -> None:
        super().__init__(stage.theme)
        self._stage, self._desk = stage, desk

    def show_of(self, client: Client, told: Told | None) -> None:
        self.follow(paper_parts(self._stage, self._desk, client, told, short=False))

    def boxes(self) -> Sequence[Check]:
        return self.findChildren(Check)
