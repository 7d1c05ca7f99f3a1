"""Turns the pages of a PDF into pictures, in memory; the one place that knows pypdfium2."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS_PER_NAME = 120

_ONE_AT_A_TIME = threading.Lock()
"""PDFium is one library for the whole program and may be called by one thread at a time."""


class PagePicture(NamedTuple):
    """A page, and its words for those who hear it."""

    image: QImage
    text: str


def page_pictures(pdf: bytes, width: int) -> list[PagePicture]:
    """Every page, so many dots across, in the few colors that a preview needs."""
    with _opened(pdf) as document:
        images = [
            _image(page, width / page.get_width()).convertToFormat(QImage.Format.Format_RGB16)
            for page in document
        ]
        words = [page.get_textpage().get_text_range().splitlines() for page in document]
        return [PagePicture(*one) for one in zip(images, without_furniture(words), strict=True)]


def without_furniture(pages: Sequence[Sequence[str]]) -> list[str]:
    """The words of each page, less the lines that stand on all of several pages but for a number."""
    on_pages = Counter(line for lines in pages for line in {_numberless(line) for line in lines})
    again = {line for line, count in on_pages.items() if count > 1 and count >= len(pages) - 1}
    return [
        " ".join(" ".join(line for line in lines if _numberless(line) not in again).split())
        for lines in pages
    ]


def _numberless(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def pages_to_print(pdf: bytes, numbers: Sequence[int], paper: QSize) -> Iterator[QImage]:
    """The pages with these numbers, from 1, as large as the paper's dots take them.

    Each is made when its turn comes: at a printer's dots they are large.
    """
    for number in numbers:
        with _opened(pdf) as document:
            page = document[number - 1]
            width, height = page.get_size()
            image = _image(page, min(paper.width() / width, paper.height() / height))
        yield image


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2  # late: only who looks at a preview needs it

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            document.init_forms()  # or boxes to tick would be left out
            yield document
        finally:
            document.close()


def _image(page: Any, scale: float) -> QImage:
    """With its own memory: PDFium's goes with the page."""
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    seen = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    return seen.copy()
