"""The list of clients as a spreadsheet: days are days, and all else is text and nothing but text."""

from __future__ import annotations

import io
from datetime import date, datetime, time

from desktop_app.caseload.table import Table
from desktop_app.report.outline import clean

LONGEST = 32_767
"""Letters that a cell can hold."""
DAY_WIDTH, WIDEST = 12, 60
OPTIONS = {
    "in_memory": True,  # nothing of it is put anywhere else
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def xlsx_of(table: Table) -> bytes:
    """The same table gives the same bytes."""
    import xlsxwriter  # late: not everyone makes a spreadsheet

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, OPTIONS)
    book.set_properties({"title": table.title, "created": datetime.combine(table.day, time())})
    sheet = book.add_worksheet(table.title[:31] if _can_be_a_sheet(table.title) else None)
    strong, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 0)
    for at, name in enumerate(table.header):
        sheet.write_string(0, at, _fitting(name), strong)
        sheet.set_column(at, at, _width(table, at))
    for number, row in enumerate(table.rows, 1):
        for at, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, at, datetime.combine(value, time()), day)
            elif value:
                sheet.write_string(number, at, _fitting(value), cell)
    book.close()
    return made.getvalue()


def _fitting(text: str) -> str:
    return clean(text)[:LONGEST]


def _can_be_a_sheet(title: str) -> bool:
    return not set(title) & set("[]:*?/\\'")


def _width(table: Table, at: int) -> int:
    """Of the longest text, up to a point; the rest of it goes on below."""
    texts = [table.header[at], *(row[at] for row in table.rows)]
    return min(max(DAY_WIDTH, *(len(text) + 2 for text in texts if isinstance(text, str))), WIDEST)
