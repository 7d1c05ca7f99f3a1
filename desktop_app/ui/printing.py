"""Makes the report's pages and sends them to a printer, off the window's thread and with nothing on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QImage, QPainter

from desktop_app.i18n import Words
from desktop_app.interview.planning import Trial
from desktop_app.interview.session import View
from desktop_app.ui.background import Background, Job, Report, Stopped
from desktop_app.ui.pdf_pages import PagePicture, page_pictures, pages_to_print
from desktop_app.ui.report_wish import Wish, report_of

if TYPE_CHECKING:  # imported when somebody prints
    from PySide6.QtPrintSupport import QPrinter

    from desktop_app.judgement.who_helps import WhoHelps

Told = Literal["trouble", "sending", "sent", "no_printer", "failed"]
"""What there is to say of it; nothing while pages are made or only looked at."""

MOST_DOTS = 300
"""To the inch: finer is seen by nobody, and takes memory."""
BAND = 160
"""Rows of dots painted at once."""


class NotPrinted(Exception):  # noqa: N818 - it is told, not raised at anyone
    """The printer did not take it."""


class Printout(NamedTuple):
    """The report as it would be saved, and its pages to look at."""

    pdf: bytes
    pages: Sequence[PagePicture]


@dataclass(frozen=True)
class Order:
    """What is to be printed: of what, in which words, and as it is wished for."""

    view: View
    words: Words
    helps: WhoHelps | None
    wish: Wish
    trial: Trial | None = None


class Printing(QObject):
    """What the preview shows. It is made anew with the page, and goes on here meanwhile."""

    changed = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._background = background
        self._making: Job | None = None
        self.printout: Printout | None = None
        self.told: Told | None = None

    @classmethod
    def of(cls, background: Background) -> Printing:
        """The one that goes with these workers; made when first asked for."""
        return background.findChild(cls) or cls(background)

    def forget(self) -> None:
        """The preview was left: its pages are kept no longer."""
        if self._making is not None:
            self._making.stop()
        self._making = self.printout = None
        if self.told != "sending":
            self.told = None

    def make(self, order: Order, width: int) -> None:
        """Put the pages together, so many dots across; those made before are no longer good."""
        if self._making is not None:
            self._making.stop()
        self.printout = None
        view = order.view
        _ = view.judgement, view.sheet  # worked out here, where the window reads them too

        def work(report: Report) -> Printout:
            from desktop_app.report.pdf import pdf_bytes  # late: printing takes a while to load

            pdf = pdf_bytes(report_of(view, order.words, order.wish, order.helps, order.trial))
            report(1, 2)
            return Printout(pdf, page_pictures(pdf, width))

        self._making = self._background.run(work)
        self._making.done.connect(self._made)
        self._making.failed.connect(self._not_made)
        self.changed.emit()

    def send(self, printer: QPrinter) -> None:
        """To the printer that was chosen, as it was set up there."""
        if self.printout is None or self.told == "sending":
            return
        pdf, total = self.printout.pdf, len(self.printout.pages)

        def work(report: Report) -> None:
            paint(pdf, total, printer, report)

        job = self._background.run(work)
        job.done.connect(self._sent)
        job.failed.connect(self._not_sent)
        self.say("sending")

    def say(self, told: Told) -> None:
        self.told = told
        self.changed.emit()

    @Slot(object)
    def _made(self, printout: Printout) -> None:
        self._making = None
        self.printout = printout
        self.changed.emit()

    @Slot(Exception)
    def _not_made(self, error: Exception) -> None:
        self._making = None
        self.say("trouble")
        raise error  # a fault of ours: it is to be counted as one

    @Slot(object)
    def _sent(self, _nothing: object) -> None:
        self.say("sent")

    @Slot(Exception)
    def _not_sent(self, error: Exception) -> None:
        self.say("failed")
        if not isinstance(error, NotPrinted):
            raise error


def paint(pdf: bytes, total: int, printer: QPrinter, report: Report) -> None:
    """Every page that was asked for, each fitted to the paper. Raises NotPrinted, Stopped."""
    printer.setFullPage(True)  # the pages bring their own margins
    numbers = wanted_pages(printer, total)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    coarser = ceil(printer.resolution() / MOST_DOTS)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted
    try:
        for at, image in enumerate(pages_to_print(pdf, numbers, paper.size() / coarser)):
            if at and not printer.newPage():
                raise NotPrinted
            _paint_page(painter, image, paper, coarser)
            report(at + 1, len(numbers))
    except Stopped:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() in (printer.PrinterState.Error, printer.PrinterState.Aborted):
        raise NotPrinted


def _paint_page(painter: QPainter, image: QImage, paper: QRect, coarser: int) -> None:
    """In the middle of the paper, a band at a time: while one is painted, the window cannot do anything.

    Bands begin on whole dots of the printer, so that none shows where they meet.
    """
    across, down = image.width() * coarser, image.height() * coarser
    left, top = (paper.width() - across) // 2, (paper.height() - down) // 2
    for row in range(0, image.height(), BAND):
        rows = min(BAND, image.height() - row)
        place = QRect(left, top + row * coarser, across, rows * coarser)
        painter.drawImage(place, image, QRect(0, row, image.width(), rows))


def wanted_pages(printer: QPrinter, total: int) -> list[int]:
    """In the order in which they come out; as often as they are wanted, where the printer cannot do that itself."""
    first, last = 1, total
    if printer.printRange() == printer.PrintRange.PageRange:
        first, last = max(1, printer.fromPage()), min(total, printer.toPage() or total)
    numbers = list(range(first, last + 1))
    if printer.pageOrder() == printer.PageOrder.LastPageFirst:
        numbers.reverse()
    return numbers * (1 if printer.supportsMultipleCopies() else max(1, printer.copyCount()))
