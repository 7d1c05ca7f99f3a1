"""Prints the report as a PDF: the same content gives the same bytes, and nothing is left half-written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from desktop_app.report.content import Furniture
from desktop_app.report.employer import EmployerCopy
from desktop_app.report.employer_page import employer_story
from desktop_app.report.kinds import Content, Document
from desktop_app.report.lettering import (
    COLORS,
    REGULAR,
    STRONG,
    TYPES,
    color_profile,
    fonts,
    printable,
    width,
)
from desktop_app.report.marks import draw_brand
from desktop_app.report.pages import story
from desktop_app.report.paper import LETTER, Paper
from desktop_app.report.passages import Passage, finder
from desktop_app.report.side_by_side import side_by_side_story
from desktop_app.report.tag_tree import Element, adopt, settle
from desktop_app.report.tags import TaggedCanvas
from desktop_app.report.writing import ReportError, write_whole
from desktop_app.report.xmp import About


def write_report(
    content: Content | Document, path: Path, *, replace: bool = False, password: str = ""
) -> Path:
    """Write the PDF to `path`, whole or not at all. An existing file stays unless `replace`. Raises ReportError.

    With a password it cannot be opened without it.
    """
    try:
        return write_whole(path, lambda: pdf_bytes(content, password=password), replace=replace)
    except LayoutError as error:  # a pack's words that no page holds
        raise ReportError("does_not_fit") from error


def pdf_bytes(content: Content | Document, *, password: str = "") -> bytes:
    stream = BytesIO()
    write_pdf(content, stream)
    if not password:
        return stream.getvalue()
    from desktop_app.report.sealed import sealed  # late: most reports have no password

    return sealed(stream.getvalue(), password)


def write_pdf(content: Content | Document, stream: BinaryIO) -> None:
    """Print to an open binary stream."""
    fonts()
    printed = content if isinstance(content, Document) else Document(content, None, LETTER)
    main, beside = printed.content, printed.beside.furniture if printed.beside else None
    imprint = Imprint(main.language, main.as_of, main.foreign, (main.furniture, beside), printed.paper)
    print_parts(_parts(printed), imprint, stream)


class Imprint(NamedTuple):
    """What a document says of itself, and what stands on each of its pages."""

    language: str
    as_of: date
    foreign: Sequence[Passage]
    """Words of another language."""
    furniture: tuple[Furniture, Furniture | None]
    """In the document's own language, and in the one that stands beside it."""
    paper: Paper


def print_parts(parts: list[Flowable], imprint: Imprint, stream: BinaryIO) -> None:
    """Print these parts, top down."""
    main, as_of = imprint.furniture[0], imprint.as_of
    made = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
    about = About(f"{main.product}: {main.title}", main.title, main.product, imprint.language, made)

    def canvas(*arguments: Any, **options: Any) -> Canvas:
        return TaggedCanvas(
            *arguments,
            root=settle(adopt(Element("Document"), parts)),
            about=about,
            profile=color_profile(),
            furnish=lambda canvas, number, total: furnish(
                canvas, imprint.paper, imprint.furniture, number, total
            ),
            foreign=finder(imprint.foreign),
            **options,
        )

    _pages(stream, about, imprint.paper).build(parts, canvasmaker=canvas)


def _parts(printed: Document) -> list[Flowable]:
    if printed.beside is not None:
        return side_by_side_story(printed.content, printed.beside, printed.paper)
    if isinstance(printed.content, EmployerCopy):
        return employer_story(printed.content, printed.paper)
    return story(printed.content, printed.paper)


def _pages(stream: BinaryIO, about: About, paper: Paper) -> BaseDocTemplate:
    """A document of one frame a page."""
    document = BaseDocTemplate(
        stream,
        pagesize=(paper.width, paper.height),
        title=about.title,
        author=about.product,
        subject=about.subject,
        creator=about.product,
        producer=about.product,
        initialFontName=REGULAR,
        lang=about.language,
        invariant=1,
        pageCompression=1,
    )
    low = paper.below
    frame = Frame(
        paper.left, low, paper.wide, paper.high, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )
    document.addPageTemplates(PageTemplate("page", [frame]))
    return document


def furnish(
    canvas: Canvas, paper: Paper, said: tuple[Furniture, Furniture | None], number: int, total: int
) -> None:
    """Brand, title and day above; the promise, the support line and the page below; in each language."""
    small, top, (furniture, beside) = TYPES["small"], paper.height, said
    each = [furniture, beside] if beside else [furniture]
    draw_brand(canvas, paper.left, top - 34, 15)
    canvas.setFillColor(COLORS["ink"])
    canvas.setFont(STRONG, 10.5)
    canvas.drawString(paper.left + 27, top - 45.5, furniture.product)
    canvas.setFillColor(COLORS["soft"])
    canvas.setFont(small.font, small.size)
    # Page 1 has the title below.
    heads = [one.day if number == 1 else f"{one.title}  ·  {one.day}" for one in each]
    for head, y in zip(heads, (45,) if len(heads) == 1 else (39, 50.5), strict=True):
        canvas.drawRightString(paper.right, top - y, printable(head))
    canvas.setStrokeColor(COLORS["hair"])
    canvas.setLineWidth(0.75)
    canvas.line(paper.left, top - 56, paper.right, top - 56)
    canvas.line(paper.left, 46, paper.right, 46)
    feet = [one.foot for one in each] + [furniture.own_line]
    for line, y in zip(feet, (32, 20) if len(each) == 1 else (34.5, 24, 13.5), strict=True):
        canvas.drawString(paper.left, y, _cut(printable(line), paper.wide - (60 if y > 30 else 0)))
    page = " / ".join(dict.fromkeys(one.page.format(page=number, pages=total) for one in each))
    canvas.drawRightString(paper.right, 32 if len(each) == 1 else 34.5, page)


def _cut(line: str, wide: float) -> str:
    """As much of a line of the foot as goes between the margins."""
    if width(line, "small") <= wide:
        return line
    while line and width(f"{line}…", "small") > wide:
        line = line[:-1].rstrip()
    return f"{line}…"
