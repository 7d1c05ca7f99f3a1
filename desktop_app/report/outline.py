"""The report as headings, lists and tables in the order of reading: what the web page and the plain text are of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from desktop_app.report.content import Evidence, FirstPage, Judged, PayPart, ReportContent, Steps
from desktop_app.report.employer import EmployerCopy
from desktop_app.report.first import FirstStep
from desktop_app.report.notes import Notes
from desktop_app.report.pieces import (
    Block,
    Box,
    Cell,
    Contacts,
    Drawing,
    Heading,
    Listing,
    Marks,
    Part,
    Row,
    Rows,
    Sign,
    Table,
    Text,
    Tick,
    Told,
    Tone,
    Writing,
)
from desktop_app.report.plan_part import PlanPart
from desktop_app.report.questions import Questions
from desktop_app.report.requirements import RequirementRow
from desktop_app.report.roles import Roles
from desktop_app.report.stories import Stories
from desktop_app.report.summary import PositionSummary, SeriesSummary


def outline(content: ReportContent | EmployerCopy | Told) -> tuple[Part, ...]:
    """All parts of the report, top down, as its pages have them."""
    if isinstance(content, Told):
        return content.parts
    if isinstance(content, EmployerCopy):
        return tuple(_employer(content)), tuple(_in_place(content))
    first = tuple(_first_page(content.first_page))
    if content.only_first:
        return (first,)
    return (
        first,
        *(tuple(_evidence(content, at)) for at in range(len(content.evidence))),
        tuple(_steps(content.steps)),
        *([tuple(_questions(content.questions))] if content.questions.series else []),
        *(tuple(_plan(plan)) for plan in content.plans),
        tuple(_papers(content)),
        tuple(_stories(content.stories)),
        tuple(_pay(content.pay)),
        tuple(_roles(content)),
        tuple(_judged(content.judged)),
        *([tuple(_notes(content.notes))] if content.notes else []),
    )


def clean(text: str) -> str:
    """What a person typed on one line, without what could reorder the words around it or is no letter at all."""
    if text.isprintable():
        return text
    return " ".join("".join(_kept(letter) for letter in text).split(" ")).strip()


JOINERS = "\u200c\u200d"
"""Some scripts, and pictures of people, need them between two letters."""


def _kept(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Cc", "Zl", "Zp", "Zs"):
        return letter if letter == "\u00a0" else " "
    return letter if kind[0] != "C" or letter in JOINERS else ""


# ---------------------------------------------------------------- page 1


def _first_page(page: FirstPage) -> Iterator[Block]:
    head = page.summary
    yield Heading(page.title, 1)
    for series in head.series:
        yield Text(series.sentence.text, "display", series.sentence.strong)
        yield from (Text(caution, "small") for caution in series.beside)
    yield Text(head.about, "soft")
    if head.warnings:
        yield Text(f"{page.check}: {' '.join(head.warnings)}", "small", f"{page.check}:")
    yield Writing(page.name_line)
    yield Box(tuple(_do_first(head.first)))
    yield Heading(page.stand, 2)
    yield Table((), tuple(_stands(series) for series in head.series), "stand")
    yield Heading(page.ask_whom, 2)
    yield Contacts(head.contacts)


def _do_first(first: FirstStep) -> Iterator[Block]:
    yield Heading(first.title, 2)
    yield Text(first.act, "lead")
    if first.detail:
        yield Text(first.detail)
    if first.items:
        yield Listing(tuple(Tick(item) for item in first.items))
    yield from (Text(text, "small") for text in (first.helps, first.because) if text)


def _stands(series: SeriesSummary) -> Rows:
    rows = tuple(_position(position) for position in series.positions)
    return Rows(series.name, rows, notes=_small(" ".join(series.notes)))


def _position(position: PositionSummary) -> Row:
    marks = Marks(tuple(one.kind for one in position.marks), "; ".join(one.text for one in position.marks))
    tally = (Text(position.tally),) if position.tally else ()
    told = (*tally, *_small(" ".join(position.rest)))
    return Row(((Text(position.short, "strong"),), (Sign(position.status),), told, (marks,)))


def _small(*texts: str) -> Cell:
    return tuple(Text(text, "small") for text in texts if text)


# ---------------------------------------------------------------- what is asked, what to do


def _evidence(content: ReportContent, at: int) -> Iterator[Block]:
    part: Evidence = content.evidence[at]
    yield Heading(part.title, 2)
    yield Text(part.about, "soft")
    private = content.left_out if not at else ""
    yield Text(" ".join(filter(None, (*part.notes, private))), "small")
    groups: list[Rows] = []
    for group in part.groups:
        groups += _requirements(group.title, group.rows, content.ask)
    yield Table(part.columns, tuple(groups), "evidence")


def _requirements(title: str, rows: tuple[RequirementRow, ...], ask: str) -> Iterator[Rows]:
    """The rows of a group; a requirement with steps ends a part of it, and what follows the steps has no title."""
    told: list[Row] = []
    for row in rows:
        told.append(_requirement(row, ask))
        if row.path:
            yield Rows(title, tuple(told))
            steps = tuple(_requirement(step, ask, step=True) for step in row.path)
            yield Rows(row.path_title, steps, steps=True)
            title, told = "", []
    if told:
        yield Rows(title, tuple(told))


def _requirement(row: RequirementRow, ask: str, *, step: bool = False) -> Row:
    """A step is a line; what it asks is told while it is not in place."""
    brief = step and row.status.kind == "met"
    name = (Text(row.name, "strong"), *(() if brief else _small(row.asks)))
    asks = (Text(ask.format(question=question), "strong") for question in row.questions)
    source = _small(row.place, *row.remarks)
    return Row((name, (Text(row.why), *asks, *_small(*row.cautions)), (Sign(row.status),), source))


def _steps(steps: Steps) -> Iterator[Block]:
    yield Heading(steps.title, 2)
    yield Text(steps.lead, "soft")
    groups = []
    for series in steps.series:
        rows = tuple(
            Row(((Tick(step.act, "strong"), *_small(*step.details, step.helps)), _small(step.positions)))
            for step in series.steps
        )
        groups.append(Rows(series.name, rows or (Row(((Text(steps.none),), ())),)))
    yield Table(steps.columns, tuple(groups), "steps")


def _questions(questions: Questions) -> Iterator[Block]:
    yield Heading(questions.title, 2)
    yield Text(questions.lead, "soft")
    groups = []
    for series in questions.series:
        rows = tuple(
            Row(((Tick(one.text, "strong"), Writing(questions.answer)), _small(one.positions)))
            for one in series.questions
        )
        groups.append(Rows(series.contact, rows))
    yield Table((), tuple(groups), "steps")


# ---------------------------------------------------------------- the plan, papers, stories and pay


def _plan(plan: PlanPart) -> Iterator[Block]:
    yield Heading(plan.title, 2)
    yield Text(plan.lead, "soft")
    if plan.counts_on:
        yield Text(plan.counts_on_title)
        yield Listing(tuple(Text(text) for text in plan.counts_on))
    rows = []
    for step in plan.steps:
        act = (Tick(step.name, "strong"), Text(step.do), *_small(*step.notes, step.helps))
        rows.append(Row((act, (Text(step.when),), (Text(step.fee),), _small(step.source))))
    yield Table(plan.columns, (Rows("", tuple(rows)),), "plan")
    yield from (Text(text, tone) for text, tone in _plan_ends(plan) if text)
    yield Drawing(plan.picture_title, plan.picture)


def _plan_ends(plan: PlanPart) -> tuple[tuple[str, Tone], ...]:
    return (plan.ends, "body"), (plan.total, "strong"), (plan.looked_up, "small")


def _papers(content: ReportContent) -> Iterator[Block]:
    papers = content.papers
    yield Heading(papers.title, 2)
    for label, in_hand in ((papers.have, True), (papers.get, False)):
        held = tuple(Tick(paper.text) for paper in papers.papers if paper.in_hand is in_hand)
        if held:
            yield Heading(label, 3)
            yield Listing(held)
    if not papers.papers:
        yield Text(papers.none)


def _stories(stories: Stories) -> Iterator[Block]:
    yield Heading(stories.title, 2)
    yield Text(stories.lead, "soft")
    for series in stories.series:
        groups = []
        for group in series.groups:
            rows = tuple(Row(((Text(one.name, "strong"),), (Text(one.prompt),))) for one in group.stories)
            groups.append(Rows(f"{series.name} · {group.title}", rows))
        groups[-1] = groups[-1]._replace(notes=_small(series.note))
        yield Table((), tuple(groups), "stories")


def _pay(pay: PayPart) -> Iterator[Block]:
    yield Heading(pay.title, 2)
    for series in pay.series:
        rows = tuple(
            Row(((Text(line.positions),), (Text(line.where),), (Text(line.amount, "strong"),)))
            for line in series.lines
        )
        yield Table((), (Rows(series.name, rows, notes=_small(" ".join(series.notes))),), "pay")


# ---------------------------------------------------------------- the work told of, and how it was judged


def _roles(content: ReportContent) -> Iterator[Block]:
    roles = content.roles
    yield Heading(roles.title, 2)
    if roles.lines:
        yield work(roles)
    else:
        yield Text(roles.none)


def work(roles: Roles) -> Table:
    rows = []
    for line in roles.lines:
        title = clean(line.title)
        what = (Text(title, "strong"), *_small(line.work)) if title else (Text(line.work, "strong"),)
        rest = ((Text(text),) for text in (line.setting, line.paid, line.when, line.hours))
        rows.append(Row((what, *rest)))
    return Table(roles.columns, (Rows("", tuple(rows)),), "roles")


def _judged(judged: Judged) -> Iterator[Block]:
    yield Heading(judged.title, 2)
    yield Text(judged.lead)
    yield Heading(judged.words, 3)
    meanings = tuple(Row(((Sign(one.status),), (Text(one.text),))) for one in judged.meanings)
    yield Table((), (Rows("", meanings),), "meanings")
    yield from (Text(text) for text in judged.paragraphs)
    lines = tuple(Row(((Text(line.label, "strong"),), (Text(line.text),))) for line in judged.lines)
    yield Table((), (Rows("", lines),), "lines")
    yield Heading(judged.support.label, 3)
    yield Text(judged.support.text)


# ---------------------------------------------------------------- what other kinds have


def _notes(notes: Notes) -> Iterator[Block]:
    yield Heading(notes.title, 2)
    yield Text(notes.lead, "soft")
    yield from (Writing(label) for label in notes.labels)
    yield Heading(notes.agreed, 3)
    yield from (Writing("") for _ in range(4))


def _employer(copy: EmployerCopy) -> Iterator[Block]:
    yield Heading(copy.title, 1)
    yield Text(copy.position, "display", copy.position)
    yield Text(copy.employer, "lead")
    yield Text(copy.lead)
    yield Text(copy.limits, "soft")
    yield Writing(copy.name_line)


def _in_place(copy: EmployerCopy) -> Iterator[Block]:
    """With the work behind it, as the page has it."""
    yield Heading(copy.heading, 2)
    yield Text(copy.about, "soft")
    if copy.rows:
        rows = []
        for row in copy.rows:
            answers = tuple(Text(text, "body" if at else "strong") for at, text in enumerate(row.answers))
            source = _small(row.place, *row.remarks)
            rows.append(Row(((Text(row.name, "strong"), *_small(row.asks)), answers, source)))
        yield Table(copy.columns, (Rows("", tuple(rows)),), "pay")
    else:
        yield Text(copy.none)
    if copy.roles:
        yield Heading(copy.roles.title, 2)
        yield work(copy.roles)
