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
from desktop_app.ui.widgets.arrange import column, left
from desktop_app.ui.widgets.check import Check, under_words
from desktop_app.ui.widgets.kept import Kept, Part
from desktop_app.ui.widgets.text import Text


def paper_parts(stage: Stage, desk: Desk, client: Client, told: Told | None, *, short: bool) -> list[Part]:
    """A box each. In a `short` list only those that the client has, as they told, or that staff saw."""
    sheet = told.view.sheet if told is not None and told.view is not None else None
    lines, asked = papers_of(client, sheet), client.seen is not None
    if short:
        lines = tuple(line for line in lines if line.seen is not None or line.told == "yes")
    return [
        Part(
            (line, asked),
            partial(_Paper, stage, desk, client.id, (line, asked), short=short),
            2 if short else 8,
            "paper",
            line.paper,
        )
        for line in lines
    ]


class _Paper(QWidget):
    """`follow` shows what is known of it now, and whether the client was ever asked about it."""

    def __init__(
        self, stage: Stage, desk: Desk, of: str, says: tuple[PaperLine, bool], *, short: bool
    ) -> None:
        super().__init__()
        line, _asked = says
        self._stage, self._desk, self._of, self._paper, self._short = stage, desk, of, line.paper, short
        theme = stage.theme
        self.box = Check(theme, stage.words.say(line.name), role="small" if short else "body")
        self.box.setEnabled(not desk.read_only)
        self.box.toggled.connect(self._ticked)
        self._about = Text(theme, "", "small", "soft")
        self._under = under_words(theme, self._about)
        column(theme, left(self.box), self._under, into=self)
        self.follow(says)

    def follow(self, says: tuple[PaperLine, bool]) -> None:
        (line, asked), say = says, self._stage.words.say
        quiet = self.box.blockSignals(True)
        self.box.setChecked(line.seen is not None)
        self.box.blockSignals(quiet)
        # They told of the work, not of a letter about it.
        of_work = line.paper == "roles" and line.told == "yes"
        told = "work" if of_work else line.told
        about = [say(f"client.papers.told.{told}")] if asked else []
        if line.seen is not None:
            about.insert(0, say("client.papers.seen", day=self._stage.words.short_day(line.seen)))
        self._about.say(" ".join(about))
        self._under.setVisible(bool(about) and not self._short)
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
