"""Prints the report as a PDF: the same content gives the same bytes, and nothing is left half-written."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from desktop_app.report.content import Furniture, ReportContent
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
from desktop_app.report.pages import BOTTOM, HEIGHT, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, WIDTH, story
from desktop_app.report.passages import finder
from desktop_app.report.tag_tree import Element, adopt, settle
from desktop_app.report.tags import TaggedCanvas
from desktop_app.report.writing import ReportError, write_whole
from desktop_app.report.xmp import About


def write_report(content: ReportContent, path: Path, *, replace: bool = False) -> Path:
    """Write the PDF to `path`, whole or not at all. An existing file stays unless `replace`. Raises ReportError."""
    try:
        return write_whole(path, lambda: pdf_bytes(content), replace=replace)
    except LayoutError as error:  # a pack's words that no page holds
        raise ReportError("does_not_fit") from error


def pdf_bytes(content: ReportContent) -> bytes:
    stream = BytesIO()
    write_pdf(content, stream)
    return stream.getvalue()


def write_pdf(content: ReportContent, stream: BinaryIO) -> None:
    """Print to an open binary stream."""
    fonts()
    parts = story(content)
    furniture = content.furniture
    made = datetime(content.as_of.year, content.as_of.month, content.as_of.day, tzinfo=UTC)
    title = f"{furniture.product}: {furniture.title}"
    about = About(title, furniture.title, furniture.product, content.language, made)

    def canvas(*arguments: Any, **options: Any) -> Canvas:
        return TaggedCanvas(
            *arguments,
            root=settle(adopt(Element("Document"), parts)),
            about=about,
            profile=color_profile(),
            furnish=lambda canvas, number, total: furnish(canvas, furniture, number, total),
            foreign=finder(content.foreign),
            **options,
        )

    paper(stream, about).build(parts, canvasmaker=canvas)


def paper(stream: BinaryIO, about: About) -> BaseDocTemplate:
    """A document of one frame a page."""
    document = BaseDocTemplate(
        stream,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
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
    low = PAGE_HEIGHT - BOTTOM
    frame = Frame(LEFT, low, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document.addPageTemplates(PageTemplate("page", [frame]))
    return document


def furnish(canvas: Canvas, furniture: Furniture, number: int, total: int) -> None:
    """Brand, title and day above; the promise, the support line and the page below."""
    small = TYPES["small"]
    draw_brand(canvas, LEFT, PAGE_HEIGHT - 34, 15)
    canvas.setFillColor(COLORS["ink"])
    canvas.setFont(STRONG, 10.5)
    canvas.drawString(LEFT + 27, PAGE_HEIGHT - 45.5, furniture.product)
    canvas.setFillColor(COLORS["soft"])
    canvas.setFont(small.font, small.size)
    head = (
        furniture.day if number == 1 else f"{furniture.title}  ·  {furniture.day}"
    )  # page 1 has the title below
    canvas.drawRightString(RIGHT, PAGE_HEIGHT - 45, printable(head))
    canvas.setStrokeColor(COLORS["hair"])
    canvas.setLineWidth(0.75)
    canvas.line(LEFT, PAGE_HEIGHT - 56, RIGHT, PAGE_HEIGHT - 56)
    canvas.line(LEFT, PAGE_HEIGHT - 746, RIGHT, PAGE_HEIGHT - 746)
    canvas.drawString(LEFT, PAGE_HEIGHT - 760, printable(furniture.foot))
    canvas.drawString(LEFT, PAGE_HEIGHT - 772, _cut(printable(furniture.own_line)))
    page = furniture.page.format(page=number, pages=total)
    canvas.drawRightString(RIGHT, PAGE_HEIGHT - 760, page)


def _cut(line: str) -> str:
    """As much of a line of the foot as goes between the margins."""
    if width(line, "small") <= WIDTH:
        return line
    while line and width(f"{line}…", "small") > WIDTH:
        line = line[:-1].rstrip()
    return f"{line}…"
