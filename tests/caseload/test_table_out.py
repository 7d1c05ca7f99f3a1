"""The list of clients as CSV and as a spreadsheet: no answer in it, and no cell that a program could run."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from desktop_app.caseload.client import Client, Consent, NextDate, Snapshot
from desktop_app.caseload.csv_out import csv_of
from desktop_app.caseload.overview import row_of
from desktop_app.caseload.table import Table, table_of
from desktop_app.caseload.xlsx_out import xlsx_of
from desktop_app.i18n import load_words

TODAY = date(2026, 11, 22)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CLIENT = Client(
    "0" * 16,
    "M-12",
    datetime(2026, 9, 1, tzinfo=UTC),
    Consent(date(2026, 9, 1), "en", "1"),
    NextDate(date(2026, 12, 1), "Bring the payslip"),
    seen=date(2026, 10, 31),
    snapshot=Snapshot(
        date(2026, 10, 31),
        {},
        {"ca-calaveras-1": "confirm", "ca-calaveras-2": "not_yet", "tx-state-1": "not_yet"},
        {"ca-calaveras-2": ("ca_certificate", "drivers_license"), "tx-state-1": ("tx_certificate",)},
    ),
)


@pytest.fixture
def table(book) -> Table:
    return table_of([row_of(CLIENT, CLIENT.snapshot, book, TODAY)], book, load_words("en"), TODAY, 12)


def of_names(*names: str) -> Table:
    return Table("Clients", TODAY, ("Name",), tuple((name,) for name in names))


def cells_of(spreadsheet: bytes) -> list[tuple[str, str]]:
    """The type and the text of each cell, as a program that opens it finds them."""
    with zipfile.ZipFile(io.BytesIO(spreadsheet)) as parts:
        sheet = ET.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own
        shared = ET.fromstring(parts.read("xl/sharedStrings.xml"))  # noqa: S314
    texts = ["".join(part.text or "" for part in one.iter(f"{SHEET}t")) for one in shared]
    found = []
    for cell in sheet.iter(f"{SHEET}c"):
        assert cell.find(f"{SHEET}f") is None, "a formula"
        kind, value = cell.get("t", "n"), cell.findtext(f"{SHEET}v") or ""
        found.append((kind, texts[int(value)] if kind == "s" else value))
    return found


def test_where_a_client_stands_and_what_is_due(table) -> None:
    told = dict(zip(table.header, table.rows[0], strict=True))
    assert told == {
        "Name or code": "M-12",
        "Last sitting": date(2026, 10, 31),
        "California: matches": "Specialist I",
        "California: Specialist I": "Matches, ask first",
        "California: Specialist II": "Not yet",
        "California: still missing": "Specialist II: California peer certificate and California driver's license",
        "Texas: matches": "None yet",
        "Texas: Specialist I": "Not yet",
        "Texas: Specialist II": "",
        "Texas: still missing": "Specialist I: Texas peer certificate",
        "Next date": date(2026, 12, 1),
        "What for": "",
        "Consent given on": date(2026, 9, 1),
        "Keep until": date(2027, 10, 31),
    }


def test_what_staff_wrote_stays_in_the_file(table) -> None:
    assert "payslip" not in csv_of(table).decode()


def test_a_client_without_sitting_or_consent_has_a_line_too(book) -> None:
    nobody = replace(CLIENT, consent=None, next=None, seen=None, snapshot=None)
    (row,) = table_of([row_of(nobody, None, book, TODAY)], book, load_words("es"), TODAY, 0).rows
    assert [cell for cell in row if cell] == ["M-12", "Aún sin registrar"]


# ---------------------------------------------------------------- CSV


def test_csv_is_as_excel_reads_it(table) -> None:
    made = csv_of(table)
    assert made.startswith("\ufeffName or code,".encode())
    assert made.count(b"\r\n") == made.count(b"\n") == 2
    assert b",2026-10-31," in made


DANGEROUS = (
    *("=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", " =1", "'=1", '"=1'),
    *("M;=1", "M, +1", "＝1", "a\n=1"),
)


@pytest.mark.parametrize("apart", [",", ";", "\t"])
def test_nothing_in_csv_begins_as_a_formula_does_however_it_is_taken_apart(apart: str) -> None:
    assert_inert(csv_of(of_names(*DANGEROUS)), apart)


@settings(max_examples=150)
@given(
    some.text(some.sampled_from("=+-@\t\r\n ;,|\"'＝＋a1\u00a0\u2003\u200b"), max_size=8),
    some.sampled_from(",;\t"),
)
def test_no_text_at_all_does(text: str, apart: str) -> None:
    assert_inert(csv_of(of_names(text)), apart)


def assert_inert(made: bytes, apart: str) -> None:
    for line in csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=apart):
        for cell in line:
            assert cell.lstrip(' \u00a0\u2003"')[:1] not in tuple("=+-@\t\r\n＝＋－＠"), (line, cell)


@given(
    some.text(
        some.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Co", "Cn"]), min_size=1
    )
)
def test_a_harmless_name_is_written_as_it_is(name: str) -> None:
    if set(name) & set("=+-@＝＋－＠"):
        return
    line = list(csv.reader(io.StringIO(csv_of(of_names(name)).decode("utf-8-sig"), newline="")))[1]
    assert line == [name]


# ---------------------------------------------------------------- a spreadsheet


def test_a_spreadsheet_has_texts_as_texts_and_days_as_days(table) -> None:
    cells = cells_of(xlsx_of(table))
    days = [cell for cell in cells if cell[0] == "n" and cell[1]]
    assert ("s", "M-12") in cells
    assert days == [
        ("n", str((day - date(1899, 12, 30)).days)) for day in table.rows[0] if isinstance(day, date)
    ]


NAMES = some.one_of(some.sampled_from((*DANGEROUS, "007", "http://a.b", "_x0041_")), some.text(max_size=6))


@settings(max_examples=40)
@given(some.lists(NAMES, min_size=1, max_size=9))
def test_every_text_is_a_text_and_no_formula_number_or_link(names: list[str]) -> None:
    made = xlsx_of(of_names(*names))
    assert {kind for kind, _ in cells_of(made)} == {"s"}
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert b"hyperlink" not in parts.read("xl/worksheets/sheet1.xml").lower()


def test_the_same_list_gives_the_same_bytes_and_names_nobody_who_made_it(table) -> None:
    made = xlsx_of(table)
    assert made == xlsx_of(table)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        about, sheet = (
            parts.read("docProps/core.xml").decode(),
            parts.read("xl/worksheets/sheet1.xml").decode(),
        )
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "<dc:creator></dc:creator>" in about
    assert about.count("2026-11-22T00:00:00Z") == 2
    assert 'topLeftCell="A2"' in sheet
    assert 'state="frozen"' in sheet


def test_of_a_state_that_was_not_asked_about_nothing_is_said(book) -> None:
    shot = CLIENT.snapshot
    assert shot is not None
    california = {one: outcome for one, outcome in shot.outcomes.items() if one.startswith("ca-")}
    row = row_of(CLIENT, replace(shot, outcomes=california), book, TODAY)
    table = table_of([row], book, load_words("en"), TODAY, 12)
    told = dict(zip(table.header, table.rows[0], strict=True))
    assert told["California: matches"] == "Specialist I"
    assert told["Texas: matches"] == ""
