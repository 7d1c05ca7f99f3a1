"""How the copy for an employer looks: what it is about, who gives it, what is in place, and the work behind it."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from desktop_app.report.employer import EmployerCopy, InPlace
from desktop_app.report.lettering import heading, paragraph
from desktop_app.report.marks import WritingLine
from desktop_app.report.pages import part_heading, roles_table
from desktop_app.report.paper import Paper
from desktop_app.report.tables import Rows, section


def employer_story(copy: EmployerCopy, paper: Paper) -> list[Flowable]:
    """All flowables of the copy, top down."""
    return [
        heading(copy.title, 1, "title"),
        Spacer(0, 6),
        paragraph(copy.position, "display", strong=copy.position),
        paragraph(copy.employer, "lead"),
        Spacer(0, 12),
        paragraph(copy.lead),
        paragraph(copy.limits, "soft"),
        Spacer(0, 20),
        WritingLine(copy.name_line, paper.wide),
        *_in_place(copy, paper),
        *(roles_table(copy.roles, paper) if copy.roles else ()),
    ]


def _in_place(copy: EmployerCopy, paper: Paper) -> Iterator[Flowable]:
    head = part_heading(copy.heading, copy.about, after=8)
    if not copy.rows:
        yield from section(head, paragraph(copy.none), paper.wide)
        return
    rows = Rows((paper.wide * 0.36, paper.wide * 0.38, paper.wide * 0.26))
    rows.head(copy.columns)
    for row in copy.rows:
        rows.row(_cells(row))
    yield from section(head, rows.table(), paper.wide)


def _cells(row: InPlace) -> tuple[list[Flowable], ...]:
    answers: list[Flowable] = [
        paragraph(text, "strong" if not at else "body") for at, text in enumerate(row.answers)
    ]
    source = [Spacer(0, 1.5), *(paragraph(text, "small") for text in (row.place, *row.remarks))]
    return [paragraph(row.name, "strong"), paragraph(row.asks, "small")], answers, source
