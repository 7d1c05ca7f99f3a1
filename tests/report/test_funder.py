"""The paper for a funder: it keeps to the standards, says what the numbers say, and names nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.report.funder_page import funder_pdf
from desktop_app.report.paper import A4, LETTER
from tests.report.funder_samples import CENTER, FUNDER_SIZES, funder_report, said_of_funder
from tests.report.gate import findings
from tests.report.reading import Reading
from tests.report.test_gate import PROFILES, failures

EVERY = [
    (size, language, LETTER if (at + number) % 2 else A4)
    for at, size in enumerate(FUNDER_SIZES)
    for number, language in enumerate(("en", "es"))
]


@pytest.fixture(scope="module", params=EVERY, ids=lambda one: " ".join(map(str, one[:2])))
def printed(request):
    size, language, paper = request.param
    report = funder_report(size, language)
    return report, funder_pdf(report, paper)


def test_it_keeps_to_the_standards(printed):
    for profile in PROFILES:
        assert failures(printed[1], profile) == []


def test_it_reads_as_it_was_meant_and_names_nobody(printed):
    report, pdf = printed
    assert findings(pdf, said_of_funder(report)) == []


def test_each_count_is_a_picture_a_table_and_a_sentence():
    report = funder_report("five years", "en")
    tree = Reading(funder_pdf(report)).tree
    figures, tables = [node.alt for node in tree.of("Figure")], [node.text for node in tree.of("Table")]
    for chart in (one for one in report.charts if one.lines):
        line = max(chart.lines, key=lambda one: one.number)
        assert any(
            alt.startswith(f"Chart. {chart.title}") and f"{line.label}: {line.shown}" in alt
            for alt in figures
        )
        assert any(f"{line.label} {line.shown}" in text for text in tables)
        assert f"{line.label}: {line.shown}." in tree.text


def test_a_number_that_is_not_shown_is_as_long_as_any_other():
    """Nobody can measure it: a bar for 'fewer than 5' is the same whatever it stands for."""
    report = funder_report("a year", "en")
    chart = next(one for one in report.charts if any(line.how == "few" for line in one.lines))
    assert {line.number for line in chart.lines if line.how != "exact"} == {0}


def test_the_same_numbers_give_the_same_bytes():
    report = funder_report("a year", "es")
    assert funder_pdf(report) == funder_pdf(funder_report("a year", "es"))


def test_the_center_stands_on_it_where_it_has_a_name():
    named, unnamed = funder_report("a year", "en"), funder_report("a year", "en", center="")
    assert CENTER in Reading(funder_pdf(named)).tree.text
    assert replace(named, center="") == unnamed
    assert CENTER not in Reading(funder_pdf(unnamed)).tree.text
