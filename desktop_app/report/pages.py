"""The report's pages: page 1 stands alone, then the evidence, the steps, papers, pay, and how it was judged."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table

from desktop_app.report.content import Evidence, PayPart, ReportContent
from desktop_app.report.first_page import first_page
from desktop_app.report.lettering import heading, paragraph, printable
from desktop_app.report.marks import Pill, RuledLines, TickBox, WritingLine, pill_width
from desktop_app.report.notes import Notes
from desktop_app.report.paper import LETTER, Paper
from desktop_app.report.plan_part import PlanPart
from desktop_app.report.questions import Questions
from desktop_app.report.requirements import RequirementRow
from desktop_app.report.roles import Roles
from desktop_app.report.stories import Stories
from desktop_app.report.tables import Rows, bulleted, height_of, section, side_by_side, tick_lines
from desktop_app.report.timeline import Legend, RoomFor, Timeline

TICK_COLUMN = 24
APART = 28
"""Between one part of the report and the next."""


def story(content: ReportContent, paper: Paper = LETTER) -> list[Flowable]:
    """All flowables of the report, top down."""
    first = first_page(content.first_page, paper.wide, paper.high)
    if content.only_first:
        return first
    return [
        *first,
        PageBreak(),
        *_evidence(content, paper),
        *_steps(content, paper),
        *_questions(content.questions, paper),
        *(part for plan in content.plans for part in _plan(plan, paper)),
        *_papers(content, paper),
        *_stories(content.stories, paper),
        *_pay(content.pay, paper),
        *roles_table(content.roles, paper),
        *_judged(content, paper),
        *(_notes(content.notes, paper) if content.notes else ()),
    ]


def part_heading(title: str, lead: str = "", *, after: float = 10) -> list[Flowable]:
    head: list[Flowable] = [heading(title, 2, "h1")]
    vars(head[0])["spaceBefore"] = APART  # which a page's top swallows
    if lead:
        head += [Spacer(0, 2), paragraph(lead, "soft")]
    return [*head, Spacer(0, after)]


# ---------------------------------------------------------------- what is asked, and what you have


def _evidence(content: ReportContent, paper: Paper) -> Iterator[Flowable]:
    words = {row.status.word for part in content.evidence for group in part.groups for row in group.rows}
    words |= {
        step.status.word for part in content.evidence for g in part.groups for r in g.rows for step in r.path
    }
    pills = max(map(pill_width, words)) + 10
    rest = paper.wide - pills
    widths = (rest * 0.35, rest * 0.4, pills, rest * 0.25)
    for number, part in enumerate(content.evidence):
        head = part_heading(part.title, part.about, after=4)
        private = [content.left_out] if content.left_out and not number else []
        head += [paragraph(" ".join((*part.notes, *private)), "small"), Spacer(0, 9)]
        yield from section(head, _evidence_table(part, content.ask, widths), paper.wide)


def _evidence_table(part: Evidence, ask: str, widths: tuple[float, ...]) -> Table:
    rows = Rows(widths)
    asked, have, standing, source = part.columns
    rows.head((asked, have, standing, source))
    for group in part.groups:
        rows.group(group.title)
        for row in group.rows:
            rows.row(
                _requirement(row, ask), under=[paragraph(caution, "small_ink") for caution in row.cautions]
            )
            if row.path:
                rows.group(row.path_title)
                for step in row.path:
                    rows.row(_step_cells(step, ask), indent=12, pad=4.5)
    return rows.table()


def _requirement(row: RequirementRow, ask: str) -> list[list[Flowable]]:
    have: list[Flowable] = [paragraph(row.why)]
    for question in row.questions:
        have += [Spacer(0, 2), paragraph(ask.format(question=question), "strong")]
    return [
        [paragraph(row.name, "strong"), paragraph(row.asks, "small")],
        have,
        [Pill(*row.status)],
        [Spacer(0, 1.5), *(paragraph(text, "small") for text in (row.place, *row.remarks))],
    ]


def _step_cells(step: RequirementRow, ask: str) -> list[list[Flowable]]:
    """A step is a line; what it asks is told while it is not in place."""
    name, have, pill, source = _requirement(step, ask)
    return [name[:1] if step.status.kind == "met" else name, have, pill, source]


# ---------------------------------------------------------------- next steps


def _steps(content: ReportContent, paper: Paper) -> Iterator[Flowable]:
    steps = content.steps
    rows = Rows((TICK_COLUMN, paper.wide - TICK_COLUMN - 130, 130), pad=6, lead=True)
    rows.head(steps.columns)
    for series in steps.series:
        rows.group(series.name)
        for step in series.steps:
            act: list[Flowable] = [paragraph(step.act, "strong")]
            act += (paragraph(detail, "small") for detail in step.details)
            act += [Spacer(0, 2), paragraph(step.helps, "small_ink")] if step.helps else []
            rows.row((TickBox(step.act), act, paragraph(step.positions, "small")))
        if not series.steps:
            rows.row(((), paragraph(steps.none), ()))
    yield from section(part_heading(steps.title, steps.lead), rows.table(), paper.wide)


# ---------------------------------------------------------------- what to ask, and the plan


def _questions(questions: Questions, paper: Paper) -> Iterator[Flowable]:
    """Each with a line to write the answer on."""
    if not questions.series:
        return
    rows = Rows((TICK_COLUMN, paper.wide - TICK_COLUMN - 130, 130), pad=7, lead=True)
    for series in questions.series:
        rows.group(series.contact)
        for question in series.questions:
            asked: list[Flowable] = [paragraph(question.text, "strong"), Spacer(0, 6)]
            asked.append(WritingLine(questions.answer, paper.wide - TICK_COLUMN - 150))
            rows.row((TickBox(question.text), asked, paragraph(question.positions, "small")))
    yield from section(part_heading(questions.title, questions.lead), rows.table(), paper.wide)


def _plan(plan: PlanPart, paper: Paper) -> Iterator[Flowable]:
    rows = Rows((TICK_COLUMN, paper.wide - TICK_COLUMN - 262, 108, 58, 96), pad=6, lead=True)
    rows.head(plan.columns)
    for step in plan.steps:
        act: list[Flowable] = [paragraph(step.name, "strong"), paragraph(step.do, "small_ink")]
        act += (paragraph(note, "small") for note in step.notes)
        when, fee = paragraph(step.when, "small_ink"), paragraph(step.fee, "small_ink")
        helps = [paragraph(step.helps, "small_ink")] if step.helps else []
        rows.row((TickBox(step.name), act, when, fee, paragraph(step.source, "small")), under=helps)
    head = part_heading(plan.title, plan.lead, after=6)
    if plan.counts_on:
        head += [paragraph(plan.counts_on_title), *bulleted(plan.counts_on, paper.wide), Spacer(0, 6)]
    yield from section(head, rows.table(), paper.wide)
    yield Spacer(0, 8)
    yield paragraph(plan.ends)
    yield Spacer(0, 2)
    yield paragraph(plan.total, "strong")
    if plan.looked_up:
        yield paragraph(plan.looked_up, "small")
    yield Spacer(0, 16)
    yield from _over_time(plan, paper)


def _over_time(plan: PlanPart, paper: Paper) -> Iterator[Flowable]:
    """The picture with its legend; left out where no page holds it: the table says the same."""
    title, legend = heading(plan.picture_title, 3, "h2"), Legend(plan.picture.legend, paper.wide)
    drawn = Timeline(plan.picture, paper.wide, below=legend.height + 8)
    above = height_of(title, paper.wide) + 6
    high = above + drawn.height + legend.height + 8
    if high <= paper.high:
        yield RoomFor(drawn, whole=high, more=above, page=paper.high)
        yield from (title, Spacer(0, 6), drawn, Spacer(0, 8), legend)


# ---------------------------------------------------------------- papers, stories and pay


def _papers(content: ReportContent, paper: Paper) -> Iterator[Flowable]:
    """What is in hand on the left, what is still to get on the right."""
    papers, gap = content.papers, 28
    have = [paper.text for paper in papers.papers if paper.in_hand]
    to_get = [paper.text for paper in papers.papers if not paper.in_hand]
    if have and to_get:
        half = (paper.wide - gap) / 2
        lists = _paper_list(papers.have, have, half), _paper_list(papers.get, to_get, half)
        body = side_by_side(*lists, paper.wide, gap)
    elif have or to_get:
        body = side_by_side(
            _paper_list(papers.have if have else papers.get, have or to_get, paper.wide), [], paper.wide, 0
        )
    else:
        body = side_by_side([paragraph(papers.none)], [], paper.wide, 0)
    yield from section(part_heading(papers.title, after=6), body, paper.wide)


def _paper_list(label: str, papers: list[str], wide: float) -> list[Flowable]:
    return [heading(label, 3, "head"), Spacer(0, 3), *tick_lines(papers, wide)]


def _stories(stories: Stories, paper: Paper) -> Iterator[Flowable]:
    head = part_heading(stories.title, stories.lead)
    for series in stories.series:
        rows = Rows((paper.wide * 0.3, paper.wide * 0.7), pad=4.5)
        for group in series.groups:
            rows.group(f"{series.name} · {group.title}")
            for story in group.stories:
                rows.row((paragraph(story.name, "strong"), paragraph(story.prompt)))
        if series.note:
            rows.beneath(0, [paragraph(series.note, "small")])
        yield from section(head, rows.table(), paper.wide)
        if series is not stories.series[-1]:
            yield Spacer(0, 14)
        head = []


def _pay(pay: PayPart, paper: Paper) -> Iterator[Flowable]:
    head = part_heading(pay.title, after=8)
    for series in pay.series:
        rows = Rows((paper.wide * 0.3, paper.wide * 0.37, paper.wide * 0.33), pad=4)
        rows.group(series.name)
        for line in series.lines:
            rows.row(
                (
                    paragraph(line.positions),
                    paragraph(line.where, "small_ink"),
                    paragraph(line.amount, "strong"),
                )
            )
        rows.beneath(0, [paragraph(" ".join(series.notes), "small")])
        yield from section(head, rows.table(), paper.wide, rows=99)
        if series is not pay.series[-1]:
            yield Spacer(0, 10)
        head = []


def _notes(notes: Notes, paper: Paper) -> Iterator[Flowable]:
    """A page of its own, with lines down to its foot."""
    parts = [*part_heading(notes.title, notes.lead, after=14)]
    for label in notes.labels:
        parts += [WritingLine(label, paper.wide), Spacer(0, 14)]
    parts += [Spacer(0, 8), heading(notes.agreed, 3, "h2"), Spacer(0, 6)]
    left = paper.high - sum(height_of(part, paper.wide) for part in parts)
    yield PageBreak()
    yield from parts
    yield RuledLines(paper.wide, int(left / RuledLines.APART) - 1)


# ---------------------------------------------------------------- the work told of


def roles_table(roles: Roles, paper: Paper) -> Iterator[Flowable]:
    if not roles.lines:
        yield from section(part_heading(roles.title, after=2), paragraph(roles.none), paper.wide)
        return
    rows = Rows((162, 92, 64, 128, paper.wide - 446), pad=6)
    rows.head(roles.columns)
    for line in roles.lines:
        # A title may have no letter that can be printed.
        titled = bool(printable(line.title).strip())
        what = [paragraph(line.title if titled else line.work, "strong")]
        what += [paragraph(line.work, "small")] if titled else []
        rest = [paragraph(text, "small_ink") for text in (line.setting, line.paid, line.when, line.hours)]
        rows.row((what, *rest))
    yield from section(part_heading(roles.title, after=8), rows.table(), paper.wide, rows=5)


# ---------------------------------------------------------------- how this was judged


def _judged(content: ReportContent, paper: Paper) -> Iterator[Flowable]:
    judged = content.judged
    pills = max(pill_width(meaning.status.word) for meaning in judged.meanings) + 14
    meanings = Rows((pills, paper.wide - pills), pad=5)
    for meaning in judged.meanings:
        meanings.row((Pill(*meaning.status), paragraph(meaning.text)))
    lead = [*part_heading(judged.title, after=4), paragraph(judged.lead), Spacer(0, 12)]
    lead += [heading(judged.words, 3, "h2"), Spacer(0, 6)]
    yield from section(lead, meanings.table(), paper.wide, rows=len(judged.meanings))
    yield Spacer(0, 10)
    for text in judged.paragraphs:
        yield paragraph(text)
        yield Spacer(0, 6)
    lines = Rows((110, paper.wide - 110), pad=3.5)
    for line in judged.lines:
        lines.row((paragraph(line.label, "head"), paragraph(line.text, "small_ink")))
    support: list[Flowable] = [
        heading(judged.support.label, 3, "h2"),
        Spacer(0, 3),
        paragraph(judged.support.text),
    ]
    yield Spacer(0, 6)
    yield from section([], lines.table(), paper.wide, rows=len(judged.lines))
    yield CondPageBreak(sum(height_of(part, paper.wide) for part in support) + 18)
    yield Spacer(0, 18)
    yield from support
