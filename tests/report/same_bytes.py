"""Prints a sample sheet's report, for a process of its own."""

from __future__ import annotations

from desktop_app.report.pdf import pdf_bytes
from tests.report.samples import content_of


def printed(name: str) -> bytes:
    return pdf_bytes(content_of(name, "en"))
