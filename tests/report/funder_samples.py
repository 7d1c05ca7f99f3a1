"""A center's numbers from none to very many, told for a funder; and what such a paper is to say."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

from desktop_app.caseload.client import Client, Snapshot
from desktop_app.caseload.numbers import History, Numbers, numbers
from desktop_app.caseload.numbers_told import numbers_told
from desktop_app.caseload.overview import Row, row_of
from desktop_app.i18n import load_words
from desktop_app.report.funder import FunderReport
from desktop_app.report.funder_page import funder_pdf as funder_pdf
from desktop_app.rulebook.load import load_rulebook, words_with
from tests.conftest import TODAY
from tests.report.gate import Said
from tests.report.said import private

CENTER = "Casa Esperanza & <Friends>"
SECRET = "Secret Name"
BEGUN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NOT_YET = {"ca-calaveras-1": "not_yet", "ca-calaveras-2": "not_yet", "tx-state-1": "not_yet"}
FIRST = {"ca-calaveras-1": "meets", "ca-calaveras-2": "not_yet", "tx-state-1": "cannot_tell"}
MISSING = {
    "ca-calaveras-1": ("drivers_license", "peer_support_6_months"),
    "ca-calaveras-2": ("drivers_license", "ca_certificate"),
    "tx-state-1": ("tx_certificate",),
}
FUNDER_SIZES = {
    "nobody": (0, 0, date(2026, 1, 1)),
    "a year": (24, 3, date(2026, 1, 1)),
    "five years": (140, 31, date(2021, 12, 1)),
}
"""How many clients have become ready, how many have not, and since when it is counted."""


@cache
def funder_numbers(size: str) -> Numbers:
    book, (ready, waiting, since) = load_rulebook(), FUNDER_SIZES[size]
    start, later = date(2026, 4, 2), date(2026, 9, 15)
    rows: list[Row] = []
    pasts: dict[str, History] = {}
    for number in range(ready + waiting):
        then = Snapshot(start, {}, NOT_YET, MISSING)
        now = Snapshot(TODAY, {}, FIRST, {}) if number < ready else then
        client = Client(f"secret-id-{number}", f"{SECRET} {number}", BEGUN.replace(month=1 + number % 9))
        rows.append(row_of(client, now, book, TODAY))
        pasts[client.id] = History((then, Snapshot(later, {}, now.outcomes, now.missing)))
    return numbers(rows, pasts, book, TODAY, since, TODAY)


def funder_report(size: str, language: str, center: str = CENTER) -> FunderReport:
    words = words_with(load_words(language), load_rulebook().packs)
    return numbers_told(funder_numbers(size), words, center)


def said_of_funder(report: FunderReport) -> Said:
    """Every sentence of it, and each number in its table."""
    furniture = report.furniture
    sentences = [
        report.title,
        report.center,
        report.period,
        report.clients,
        report.notes_title,
        *report.notes,
    ]
    for chart in report.charts:
        sentences += [chart.title, *chart.sentences]
        sentences += [*chart.columns, report.words] if chart.lines else []
        lines = [*chart.lines, *([chart.total] if chart.total else [])]
        sentences += [f"{line.label} {line.shown}" for line in lines]
    return Said(
        report.language,
        f"{furniture.product}: {furniture.title}",
        f"D:{report.as_of:%Y%m%d}000000+00'00'",
        tuple(sentence for sentence in sentences if sentence),
        (furniture.product, furniture.day, f"{furniture.title} · {furniture.day}", furniture.foot),
        report.foreign,
        (*private(), SECRET, "secret-id"),
    )
