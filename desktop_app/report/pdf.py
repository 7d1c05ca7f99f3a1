"""Prints the report as a PDF: the same content gives the same bytes, and nothing is left half-written."""

from __future__ import annotations

import errno
import hashlib
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from desktop_app.files import refuse_existing, whole_file
from desktop_app.i18n import Message, PlainError
from desktop_app.report.content import Furniture, ReportContent
from desktop_app.report.lettering import COLORS, REGULAR, STRONG, TYPES, fonts, printable
from desktop_app.report.marks import draw_brand
from desktop_app.report.pages import BOTTOM, HEIGHT, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, WIDTH, story

NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class ReportError(PlainError):
    """A report that cannot be written."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(Message(f"problems.{key}", values))


def write_report(content: ReportContent, path: Path, *, replace: bool = False) -> Path:
    """Write the PDF to `path`, whole or not at all. An existing file stays unless `replace`. Raises ReportError."""
    try:
        refuse_existing(path, replace=replace)
        printed = pdf_bytes(content)
        with whole_file(path, replace=replace) as stream:
            stream.write(printed)
    except FileExistsError as error:
        raise ReportError("file_exists") from error
    except OSError as error:
        if error.errno in NO_SPACE:
            raise ReportError("no_space") from error
        raise ReportError("cannot_write", reason=error.strerror or str(error)) from error
    except LayoutError as error:  # a pack's words that no page holds
        raise ReportError("does_not_fit") from error
    except ValueError as error:  # a name that no file can have
        raise ReportError("cannot_write", reason=str(error)) from error
    return path


def pdf_bytes(content: ReportContent) -> bytes:
    stream = BytesIO()
    write_pdf(content, stream)
    return stream.getvalue()


def write_pdf(content: ReportContent, stream: BinaryIO) -> None:
    """Print to an open binary stream."""
    fonts()
    furniture = content.furniture
    document = BaseDocTemplate(
        stream,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=f"{furniture.product}: {furniture.title}",
        author=furniture.product,
        subject=furniture.title,
        creator=furniture.product,
        producer=furniture.product,
        initialFontName=REGULAR,
        lang=content.language,
        invariant=1,
        pageCompression=1,
    )
    frame = Frame(
        LEFT,
        PAGE_HEIGHT - BOTTOM,
        WIDTH,
        HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates(PageTemplate("page", [frame]))

    def canvas(*arguments: Any, **options: Any) -> Canvas:
        return _Pages(furniture, content.as_of, *arguments, **options)

    document.build(story(content), canvasmaker=canvas)


class _Pages(Canvas):
    """A canvas that knows how many pages there are before it finishes the first."""

    def __init__(self, furniture: Furniture, as_of: date, *arguments: Any, **options: Any) -> None:
        options["initialFontName"] = REGULAR
        super().__init__(*arguments, **options)
        self._furniture = furniture
        self._waiting: list[dict[str, Any]] = []
        document: Any = vars(self)["_doc"]
        document._timeStamp = _stamp(as_of)
        document._ID = _identity(as_of, furniture.title)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._waiting.append(dict(self.__dict__))
        start: Any = getattr(self, "_startPage")  # noqa: B009 - not in the stubs
        start()

    def save(self) -> None:
        total = len(self._waiting)
        for number, state in enumerate(self._waiting, 1):
            self.__dict__.update(state)
            self._draw_furniture(number, total)
            super().showPage()
        super().save()

    def _draw_furniture(self, number: int, total: int) -> None:
        """Brand, title and day above; the promise, the support line and the page below."""
        furniture, small = self._furniture, TYPES["small"]
        draw_brand(self, LEFT, PAGE_HEIGHT - 34, 15)
        self.setFillColor(COLORS["ink"])
        self.setFont(STRONG, 10.5)
        self.drawString(LEFT + 27, PAGE_HEIGHT - 45.5, furniture.product)
        self.setFillColor(COLORS["soft"])
        self.setFont(small.font, small.size)
        self.drawRightString(RIGHT, PAGE_HEIGHT - 45, printable(f"{furniture.title}  ·  {furniture.day}"))
        self.setStrokeColor(COLORS["hair"])
        self.setLineWidth(0.75)
        self.line(LEFT, PAGE_HEIGHT - 56, RIGHT, PAGE_HEIGHT - 56)
        self.line(LEFT, PAGE_HEIGHT - 746, RIGHT, PAGE_HEIGHT - 746)
        self.drawString(LEFT, PAGE_HEIGHT - 760, printable(furniture.foot))
        page = furniture.page.format(page=number, pages=total)
        self.drawRightString(RIGHT, PAGE_HEIGHT - 760, page)


def _stamp(as_of: date) -> TimeStamp:
    """Midnight UTC of the day that the answers are of: no clock, no time zone of this machine."""
    moment = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
    stamp = TimeStamp(invariant=1)
    stamp.t, stamp.lt, stamp.YMDhms = moment.timestamp(), moment.timetuple(), tuple(moment.timetuple())[:6]
    stamp.dhh = stamp.dmm = 0
    stamp.tzname = "UTC"
    return stamp


def _identity(as_of: date, title: str) -> bytes:
    """The file's identity, which every PDF must have: made of the day and the title alone, never of the answers."""
    digest = hashlib.md5(f"{title} {as_of.isoformat()}".encode(), usedforsecurity=False).hexdigest()
    return f"\n[<{digest}><{digest}>]\n".encode("ascii")
