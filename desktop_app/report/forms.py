"""The forms that a report can be saved in, as equals: a PDF, a web page, plain text."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from desktop_app.i18n import Words
from desktop_app.report.kinds import Content, Document
from desktop_app.report.writing import write_whole

Form = Literal["pdf", "web", "text"]
FORMS: tuple[Form, ...] = ("pdf", "web", "text")
ENDINGS: dict[Form, str] = {"pdf": ".pdf", "web": ".html", "text": ".txt"}


def form_of(path: Path) -> Form | None:
    """The form that a file's name asks for, if it asks for any."""
    ending = ".html" if path.suffix.lower() == ".htm" else path.suffix.lower()
    return next((form for form, each in ENDINGS.items() if each == ending), None)


def write_form(
    printed: Content | Document,
    words: Words,
    path: Path,
    *,
    form: Form | None = None,
    replace: bool = False,
    password: str = "",
) -> Path:
    """Write a report in a form, or in the one that the file's name asks for: whole or not at all. Raises ReportError.

    `words` are of the report's (first) language. Only a PDF can have a password.
    """
    form = form or form_of(path) or "pdf"
    if form == "pdf":
        from desktop_app.report.pdf import write_report  # late: printing takes a while to load

        return write_report(printed, path, replace=replace, password=password)
    contents = _contents(printed)
    if form == "web":
        from desktop_app.report.web import page_of

        return write_whole(path, lambda: page_of(contents[0], words, *contents[1:]).encode(), replace=replace)
    from desktop_app.report.plain import text_of

    return write_whole(path, lambda: "\n\n".join(map(text_of, contents)).encode(), replace=replace)


def _contents(printed: Content | Document) -> list[Content]:
    """One language after the other, where there are two."""
    if not isinstance(printed, Document):
        return [printed]
    return [printed.content, *([printed.beside] if printed.beside else [])]
