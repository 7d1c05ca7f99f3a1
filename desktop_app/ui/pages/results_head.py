"""The head of the results: the sentence that names every outcome, what to do first, and what to be careful of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.report.first import FirstStep
from desktop_app.report.summary import SeriesSummary, Summary
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.pages.who_helps import helps_line
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import Item, column, left, row, top, wide
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.kept import Part, said, title
from desktop_app.ui.widgets.lettering import Run
from desktop_app.ui.widgets.panel import Panel, do_first
from desktop_app.ui.widgets.text import Text

NO_BREAK = "\u00a0"


def head(theme: Theme, summary: Summary) -> list[Part]:
    """One sentence a state, and that it is a self-assessment."""
    runs: list[Run] = []
    for series in summary.series:
        if runs:
            runs.append(Run(" "))
        runs += _runs(series)
    return [title(theme, runs, "h1_light"), said(theme, summary.about, "small", "soft", above=10)]


def _runs(series: SeriesSummary) -> list[Run]:
    """The level that matches stands out; no level's number goes to a line of its own."""
    text, strong = series.sentence
    for position in series.positions:
        for words in (position.name, position.short):
            held = NO_BREAK.join(words.rsplit(" ", 1))
            text, strong = text.replace(words, held), strong.replace(words, held)
    before, _, after = text.partition(strong) if strong else (text, "", "")
    return [run for run in (Run(before), Run(strong, strong=True), Run(after)) if run.text]


def first_panel(stage: Stage, first: FirstStep) -> list[Part]:
    """The one next act: whom to contact with which questions, or which questions to answer."""
    return [Part(first, lambda: _first_panel(stage, first))]


def _first_panel(stage: Stage, first: FirstStep) -> Panel:
    theme, words = stage.theme, stage.words
    items: list[Item] = [6] if first.items else []
    for at, item in enumerate(first.items):
        if first.facts:
            items += [left(answer_link(stage, first.facts[at], item))]
        else:
            items += [
                3 if at else None,
                Text(theme, words.say("report.evidence.ask", question=item), "small_strong"),
            ]
    if first.helps:
        items += [7, helps_line(theme, first.helps)]
    items += [6, Text(theme, first.because, "small", "soft")]
    act = " ".join(part for part in (first.act, first.detail) if part)
    return do_first(theme, first.title, act, None, *items)


def answer_link(stage: Stage, fact: str, question: str) -> Button:
    """A question as a link to where it is answered."""
    link = Button(stage.theme, question, "quiet", small=True, flush=True, align=Qt.AlignmentFlag.AlignLeft)
    link.setAccessibleName(stage.words.say("results.answer", question=question))
    link.clicked.connect(lambda _on=False: stage.navigator.change(fact))
    return link


def cautions(stage: Stage, summary: Summary, *, above: float) -> list[Part]:
    """Answers that do not go together, and what the sentence must not be read without."""
    told = [(stage.words.say("report.check"), warning) for warning in summary.warnings]
    told += [
        (_about(stage, series, one.shorts), one.text) for series in summary.series for one in series.cautions
    ]
    return [Part(told, lambda: _cautions(stage.theme, told), above)] if told else []


def _about(stage: Stage, series: SeriesSummary, shorts: str) -> str:
    """'California', or 'California, Specialist I' where not every level is meant."""
    return stage.words.say("results.card", state=series.state, short=shorts) if shorts else series.state


def _cautions(theme: Theme, told: Sequence[tuple[str, str]]) -> QWidget:
    lines: list[Item] = []
    for about, caution in told:
        runs = [Run(f"{about}. ", strong=True), Run(caution)]
        lines.append(
            row(
                theme,
                top(Icon(theme, "info", "soft", 17, beside="small")),
                wide(Text(theme, runs, "small")),
                gap=8,
            )
        )
    return column(theme, *lines, gap=8)
