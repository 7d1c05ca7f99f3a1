"""The list of clients as CSV: text alone, that a spreadsheet opens and never takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

from desktop_app.caseload.table import Cell, Table
from desktop_app.report.outline import clean

SIGNS = "=+@＝＋－＠-"
"""What a formula can begin with; the wide ones are those of Japanese and Chinese keyboards."""
APART = ",;|"
"""What a spreadsheet may take for the end of a cell: which of them, the computer's language says."""
BEGINS = re.compile(rf"""((?:^|[{APART}])[\s"']*)(?=[{SIGNS}])""")
"""Some programs look past spaces and quotes."""
HARMLESS = r"\1'"


def csv_of(table: Table) -> bytes:
    """UTF-8 with the mark that Excel looks for, lines as it writes them, days as YYYY-MM-DD."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(map(harmless, table.header))
    writer.writerows(map(_written, row) for row in table.rows)
    return made.getvalue().encode("utf-8-sig", "replace")


def harmless(text: str) -> str:
    """The text on one line, with an apostrophe in front of what a spreadsheet could take for a formula."""
    return BEGINS.sub(HARMLESS, clean(text))


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else harmless(cell)
