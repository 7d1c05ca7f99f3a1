"""The list of clients as CSV: text alone, that a spreadsheet opens and never takes for a formula."""

from __future__ import annotations

import csv
import io
from datetime import date

from desktop_app.caseload.table import Cell, Table

SIGNS = "=+-@\t\r\n＝＋－＠"
"""What a formula can begin with; the wide ones are those of Japanese and Chinese keyboards."""
BEFORE = " \u00a0\"'"
"""Some programs look past these."""
HARMLESS = "'"


def csv_of(table: Table) -> bytes:
    """UTF-8 with the mark that Excel looks for, lines as it writes them, days as YYYY-MM-DD."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(map(harmless, table.header))
    writer.writerows(map(_written, row) for row in table.rows)
    return made.getvalue().encode("utf-8-sig", "replace")


def harmless(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet could take it for a formula."""
    return f"{HARMLESS}{text}" if text.lstrip(BEFORE)[:1] in tuple(SIGNS) else text


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else harmless(cell)
