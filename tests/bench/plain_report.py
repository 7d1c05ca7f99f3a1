"""The same report on reportlab's own canvas, without tags, to measure what they cost."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from desktop_app.report.content import ReportContent
from desktop_app.report.lettering import fonts
from desktop_app.report.pages import story
from desktop_app.report.paper import LETTER
from desktop_app.report.pdf import _pages, furnish
from desktop_app.report.xmp import About


def write_plain(content: ReportContent) -> None:
    fonts()
    furniture = content.furniture
    parts = story(content, LETTER)
    about = About(
        furniture.title, "", furniture.product, content.language, datetime(2026, 11, 22, tzinfo=UTC)
    )
    document = _pages(BytesIO(), about, LETTER)
    template: Any = document.pageTemplates[0]
    template.onPage = lambda canvas, page: furnish(canvas, LETTER, (furniture, None), page.page, 9)
    document.build(parts)
