"""A report as plain blocks, top down, so that the same block of two languages can stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.report.content import Evidence, FirstPage, PayPart, ReportContent
from desktop_app.report.employer import EmployerCopy
from desktop_app.report.first import FirstStep
from desktop_app.report.material import Status
from desktop_app.report.notes import Notes
from desktop_app.report.over_time import Picture
from desktop_app.report.plan_part import PlanPart
from desktop_app.report.questions import Questions
from desktop_app.report.requirements import RequirementRow
from desktop_app.report.roles import Roles
from desktop_app.report.stories import Stories
from desktop_app.report.summary import Contact, SeriesSummary


class Line(NamedTuple):
    """A paragraph, how it looks, and the part of it that stands out or leads somewhere."""

    text: str
    style: str = "body"
    strong: str = ""
    url: str = ""
    linked: str = ""
    """The part that leads there."""


@dataclass(frozen=True)
class Block:
    """Some paragraphs that belong together."""

    parts: tuple[Line | Status, ...] = ()
    level: int = 0
    """Of a heading."""
    row: bool = False
    """One of several alike: a fine line parts them."""
    group: bool = False
    """Names those that follow, and is never left alone."""
    tick: str = ""
    """A box to tick comes first, for this."""
    write: str = ""
    """A line to write on, after this."""
    drawn: Picture | None = None
    """Drawn, with its legend."""
    ruled: bool = False
    """Lines to write on, down to the foot of the page."""
    new_page: bool = False
    """It begins on a fresh page."""


class Brevity(NamedTuple):
    """What is left out of page 1 where it has to hold two languages."""

    rest: int = 99
    """Sentences for a position on what is not in place."""
    close: bool = False
    """Notes after the first, why something comes first, and what each contact is for are left out."""


def blocks_of(content: ReportContent | EmployerCopy, brevity: Brevity = Brevity()) -> list[Block]:  # noqa: B008 - a value
    """All of it, in the order of reading."""
    blocks = _employer(content) if isinstance(content, EmployerCopy) else _report(content, brevity)
    return list(blocks)


def _report(content: ReportContent, brevity: Brevity) -> Iterator[Block]:
    yield from _first_page(content.first_page, brevity)
    if content.only_first:
        return
    for number, part in enumerate(content.evidence):
        yield from _evidence(part, content.ask, content.left_out if not number else "", fresh=not number)
    yield from _steps(content)
    yield from _questions(content.questions)
    for plan in content.plans:
        yield from _plan(plan)
    yield from _papers(content)
    yield from _stories(content.stories)
    yield from _pay(content.pay)
    yield from _roles(content.roles)
    yield from _judged(content)
    if content.notes:
        yield from _notes(content.notes)


def _text(text: str, style: str = "body", strong: str = "") -> Block:
    return Block((Line(text, style, strong),))


def _heading(text: str, level: int = 2, style: str = "h1") -> Block:
    return Block((Line(text, style),), level)


def _group(text: str) -> Block:
    return Block((Line(text, "head"),), row=True, group=True)


def _rows(parts: Sequence[Line | Status], tick: str = "") -> Block:
    return Block(
        tuple(part for part in parts if not isinstance(part, Line) or part.text), row=True, tick=tick
    )


# ---------------------------------------------------------------- page 1


def _first_page(page: FirstPage, brevity: Brevity) -> Iterator[Block]:
    head = page.summary
    yield _heading(page.title, 1, "title")
    for series in head.series:
        beside = (Line(caution, "small_ink") for caution in series.beside)
        yield Block(
            (Line(series.sentence.text, "body" if brevity.close else "lead", series.sentence.strong), *beside)
        )
    yield _text(head.about, "small" if brevity.close else "soft")
    if head.warnings:
        yield _text(f"{page.check}: {' '.join(head.warnings)}", "small_ink", f"{page.check}:")
    yield Block(write=page.name_line)
    yield from _do_first(head.first, brief=brevity.close)
    yield _heading(page.stand, 2, "h2")
    for each in head.series:
        yield from _standing(each, brevity)
    yield _heading(page.ask_whom, 2, "h2")
    for contact in head.contacts:
        yield _contact(contact, brief=brevity.close)


def _contact(contact: Contact, *, brief: bool) -> Block:
    url = f"https://{contact.how}" if contact.site else ""
    if brief:
        text = f"{contact.name}: {contact.how}"
        return _rows((Line(text, "small_ink", contact.name, url, contact.how if url else ""),))
    how = Line(contact.how, "small_ink", "", url, contact.how if url else "")
    return _rows((Line(contact.name, "small_strong"), how, Line(contact.about, "small")))


def _do_first(first: FirstStep, *, brief: bool) -> Iterator[Block]:
    yield _heading(first.title, 2, "h2")
    yield _text(first.act, "body" if brief else "lead")
    if first.detail:
        yield _text(first.detail)
    for item in first.items:
        yield Block((Line(item),), tick=item)
    for text, style in ((first.helps, "small_ink"), (first.because, "small")):
        if text and not brief:
            yield _text(text, style)


def _standing(series: SeriesSummary, brevity: Brevity) -> Iterator[Block]:
    yield _group(series.name)
    for position in series.positions:
        told = " ".join(part for part in (position.tally, *position.rest[: brevity.rest]) if part)
        yield _rows((Line(position.short, "strong"), position.status, Line(told, "small_ink")))
    notes = series.notes[:1] if brevity.close else series.notes
    yield _rows((Line(" ".join(notes), "small"),))


# ---------------------------------------------------------------- what is asked


def _evidence(part: Evidence, ask: str, left_out: str, *, fresh: bool) -> Iterator[Block]:
    yield Block((Line(part.title, "h1"),), 2, new_page=fresh)
    yield _text(part.about, "soft")
    yield _text(" ".join((*part.notes, left_out)).strip(), "small")
    for group in part.groups:
        yield _group(group.title)
        for row in group.rows:
            yield _requirement(row, ask)
            if row.path:
                yield _group(row.path_title)
            for step in row.path:
                yield _requirement(step, ask, brief=step.status.kind == "met")


def _requirement(row: RequirementRow, ask: str, *, brief: bool = False) -> Block:
    lines: list[Line | Status] = [Line(row.name, "strong"), row.status]
    lines += [] if brief else [Line(row.asks, "small")]
    lines.append(Line(row.why))
    lines += (Line(ask.format(question=question), "strong") for question in row.questions)
    lines += (Line(caution, "small_ink") for caution in row.cautions)
    lines += (Line(text, "small") for text in (row.place, *row.remarks))
    return _rows(lines)


# ---------------------------------------------------------------- what to do


def _steps(content: ReportContent) -> Iterator[Block]:
    steps = content.steps
    yield _heading(steps.title)
    yield _text(steps.lead, "soft")
    for series in steps.series:
        yield _group(series.name)
        for step in series.steps:
            details = [Line(detail, "small") for detail in step.details]
            more = (Line(step.helps, "small_ink"), Line(step.positions, "small"))
            yield _rows((Line(step.act, "strong"), *details, *more), step.act)
        if not series.steps:
            yield _rows((Line(steps.none),))


def _questions(questions: Questions) -> Iterator[Block]:
    if not questions.series:
        return
    yield _heading(questions.title)
    yield _text(questions.lead, "soft")
    for series in questions.series:
        yield _group(series.contact)
        for one in series.questions:
            lines = Line(one.text, "strong"), Line(one.positions, "small")
            yield Block(lines, row=True, tick=one.text, write=questions.answer)


def _plan(plan: PlanPart) -> Iterator[Block]:
    yield _heading(plan.title)
    yield _text(plan.lead, "soft")
    if plan.counts_on:
        yield Block((Line(plan.counts_on_title), *(Line(f"– {text}") for text in plan.counts_on)))
    for step in plan.steps:
        lines = [Line(step.name, "strong"), Line(step.do, "small_ink")]
        lines += (Line(note, "small") for note in step.notes)
        lines += (Line(text, "small_ink") for text in (step.when, step.fee))
        lines += (Line(step.source, "small"), Line(step.helps, "small_ink"))
        yield _rows(lines, step.name)
    end = (Line(plan.ends), Line(plan.total, "strong"), Line(plan.looked_up, "small"))
    yield _rows(end)
    yield _heading(plan.picture_title, 3, "h2")
    yield Block(drawn=plan.picture)


def _papers(content: ReportContent) -> Iterator[Block]:
    papers = content.papers
    yield _heading(papers.title)
    for label, in_hand in ((papers.have, True), (papers.get, False)):
        listed = [paper.text for paper in papers.papers if paper.in_hand is in_hand]
        if listed:
            yield _heading(label, 3, "head")
        for text in listed:
            yield Block((Line(text),), tick=text)
    if not papers.papers:
        yield _text(papers.none)


def _stories(stories: Stories) -> Iterator[Block]:
    yield _heading(stories.title)
    yield _text(stories.lead, "soft")
    for series in stories.series:
        for group in series.groups:
            yield _group(f"{series.name} · {group.title}")
            for story in group.stories:
                yield _rows((Line(story.name, "strong"), Line(story.prompt)))
        if series.note:
            yield _rows((Line(series.note, "small"),))


# ---------------------------------------------------------------- pay, work, and how it was judged


def _pay(pay: PayPart) -> Iterator[Block]:
    if not pay.series:
        return
    yield _heading(pay.title)
    for series in pay.series:
        yield _group(series.name)
        for line in series.lines:
            yield _rows((Line(line.positions), Line(line.where, "small_ink"), Line(line.amount, "strong")))
        yield _rows((Line(" ".join(series.notes), "small"),))


def _roles(roles: Roles) -> Iterator[Block]:
    yield _heading(roles.title)
    if not roles.lines:
        yield _text(roles.none)
    for line in roles.lines:
        what = (
            [Line(line.title, "strong"), Line(line.work, "small")]
            if line.title
            else [Line(line.work, "strong")]
        )
        told = zip(roles.columns[1:], line[2:], strict=True)
        yield _rows((*what, *(Line(f"{label}: {text}", "small_ink") for label, text in told)))


def _judged(content: ReportContent) -> Iterator[Block]:
    judged = content.judged
    yield _heading(judged.title)
    yield _text(judged.lead)
    yield _heading(judged.words, 3, "h2")
    for meaning in judged.meanings:
        yield _rows((meaning.status, Line(meaning.text)))
    for text in judged.paragraphs:
        yield _text(text)
    for line in judged.lines:
        yield _rows((Line(f"{line.label}: {line.text}", "small_ink", f"{line.label}:"),))
    yield _heading(judged.support.label, 3, "h2")
    yield _text(judged.support.text)


def _notes(notes: Notes) -> Iterator[Block]:
    yield Block((Line(notes.title, "h1"),), 2, new_page=True)
    yield _text(notes.lead, "soft")
    for label in notes.labels:
        yield Block(write=label)
    yield _heading(notes.agreed, 3, "h2")
    yield Block(ruled=True)


# ---------------------------------------------------------------- for an employer


def _employer(copy: EmployerCopy) -> Iterator[Block]:
    yield _heading(copy.title, 1, "title")
    yield Block((Line(copy.position, "display_small", copy.position), Line(copy.employer, "lead")))
    yield Block((Line(copy.lead), Line(copy.limits, "soft")))
    yield Block(write=copy.name_line)
    yield _heading(copy.heading)
    yield _text(copy.about, "soft")
    if not copy.rows:
        yield _text(copy.none)
    for row in copy.rows:
        lines = [Line(row.name, "strong"), Line(row.asks, "small")]
        lines += (Line(text, "body") for text in row.answers)
        lines += (Line(text, "small") for text in (row.place, *row.remarks))
        yield _rows(lines)
    if copy.roles:
        yield from _roles(copy.roles)
