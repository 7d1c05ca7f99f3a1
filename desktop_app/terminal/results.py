"""The results as plain lines: the sentence of each series first, then what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import click

from desktop_app.answers.sheet import Sheet
from desktop_app.i18n import Words
from desktop_app.judgement.judge import Judgement
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.report.requirements import RequirementRow, requirement_rows
from desktop_app.report.summary import PositionSummary, SeriesSummary, Summary, summary
from desktop_app.rulebook.load import Facts, LoadedPack
from desktop_app.terminal.lines import heading, wrapped

Write = Callable[[str], object]
STEP = 2
"""Blanks by which what belongs to a line is set in."""


class Line(NamedTuple):
    """One paragraph, and how far it is set in."""

    text: str
    indent: int = 0
    hang: int = 0
    """How much further in its second line begins."""
    strong: bool = False
    """A heading, which stands out where a terminal can show that."""


class Part(NamedTuple):
    """Lines that are read together."""

    title: str
    lines: tuple[Line, ...]

    def write_to(self, write: Write) -> None:
        """An empty line, then one call a paragraph."""
        write("")
        for line in self.lines:
            if line.strong:
                write(heading(line.text, line.indent))
            else:
                write(wrapped(line.text, line.indent, line.hang) if line.text else "")


def print_results(
    judgement: Judgement,
    sheet: Sheet,
    packs: Sequence[LoadedPack],
    facts: Facts,
    words: Words,
    write: Write = click.echo,
    name_private: bool = False,
) -> None:
    """Writes the results. `words` must know the packs' own (rulebook.load.words_with).

    The kind of lived experience is named only with `name_private`.
    """
    for part in result_parts(judgement, sheet, packs, facts, words, name_private=name_private):
        part.write_to(write)


def result_parts(
    judgement: Judgement,
    sheet: Sheet,
    packs: Sequence[LoadedPack],
    facts: Facts,
    words: Words,
    *,
    name_private: bool = False,
    helps: WhoHelps | None = None,
) -> tuple[Part, ...]:
    """What it comes to; then each position; then whom to ask."""
    head = summary(judgement, sheet, packs, facts, words, helps=helps)
    teller = _Teller(words)
    parts = [Part(words.say("sections.results"), tuple(teller.head(head)))]
    for series in head.series:
        for position in series.positions:
            judged = next(one for one in judgement.positions if one.id == position.id)
            rows = requirement_rows(judgement, judged, sheet, packs, facts, words, name_private=name_private)
            lines = tuple(teller.position(series, position, rows))
            parts.append(Part(teller.say("position", state=series.state, name=position.name), lines))
    return (*parts, Part(teller.say("contacts"), tuple(teller.contacts(head))))


class _Teller:
    """Puts what the report knows into lines of one language."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def say(self, key: str, **values: str) -> str:
        return self.words.say(f"terminal.results.{key}", **values)

    def head(self, head: Summary) -> Iterator[Line]:
        """What the results come to, what to do first, and how old the sources are."""
        yield Line(self.words.say("sections.results"), strong=True)
        yield Line(head.about)
        for warning in head.warnings:
            yield Line(self.say("please_check", warning=warning))
        for series in head.series:
            yield Line("")
            yield Line(self.say("headline", name=series.name, sentence=series.sentence.text))
            for text in (*series.beside, *series.notes):
                yield Line(text, STEP)
        yield Line("")
        yield Line(self.say("first", title=head.first.title, act=head.first.act))
        for item in head.first.items:
            yield Line(self.say("item", item=item), STEP)
        if head.first.helps:
            yield Line(head.first.helps)
        if head.first.because:
            yield Line(head.first.because)

    def position(
        self, series: SeriesSummary, position: PositionSummary, rows: Sequence[RequirementRow]
    ) -> Iterator[Line]:
        title = self.say("position", state=series.state, name=position.name)
        yield Line(self.say("outcome", position=title, outcome=position.status.word), strong=True)
        yield Line(" ".join(part for part in (position.tally, *position.rest) if part), STEP)
        for row in rows:
            yield Line("")
            yield from self._row(row, STEP)

    def _row(self, row: RequirementRow, indent: int) -> Iterator[Line]:
        """How it stands, what was told, what it asks for, what would change it, and where that is written."""
        yield Line(self.say("row", standing=row.status.word, name=row.name), indent)
        below = indent + STEP
        if row.why:
            yield Line(row.why, below)
        if row.status.kind != "met":
            yield Line(self.say("asks", asks=row.asks), below)
        for question in row.questions:
            yield Line(self.say("question", question=question), below)
        if row.change:
            # What is still to ask or to answer says itself that it would tell.
            told = self.say("change", change=row.change) if row.status.kind == "todo" else row.change
            yield Line(told, below)
        for caution in row.cautions:
            yield Line(self.say("note", caution=caution), below)
        yield Line(self.say("source", source=" ".join(map(ended, (row.source, *row.remarks)))), below)
        if row.path:
            yield Line(row.path_title, below)
        for step in row.path:
            yield from self._row(step, below + STEP)

    def contacts(self, head: Summary) -> Iterator[Line]:
        yield Line(self.say("contacts"), strong=True)
        for contact in head.contacts:
            yield Line(self.say("contact", name=contact.name, how=contact.how, about=contact.about), STEP)
        yield Line(" ".join(part for part in (self.words.say("support.line"), head.own_line) if part))


def ended(sentence: str) -> str:
    """With a full stop at its end."""
    return sentence if sentence.endswith(".") else f"{sentence}."
