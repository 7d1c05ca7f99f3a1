"""The printed report: page 1 stands alone, the same answers give the same bytes, and nothing typed breaks it."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop_app.report.lettering import LEFT_OUT, fonts, printable
from desktop_app.report.pdf import pdf_bytes
from tests.report.conftest import SAMPLES, pages_of, printed
from tests.report.test_summary import CALIFORNIA, CALIFORNIA_ONE, PEER_SUPPORT, TEXAS

LANGUAGES = ("en", "es")


def reader_of(content) -> PdfReader:
    return PdfReader(BytesIO(pdf_bytes(content)))


# ---------------------------------------------------------------- page 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_page_1_stands_alone(report, name, language):
    content = report(name, language=language)
    page, summary = pages_of(content)[0], content.first_page.summary
    for series in summary.series:
        assert series.sentence.text in page
        assert all(caution in page for caution in series.beside)
        assert series.notes[0] in page
        assert all(position.status.word in page for position in series.positions)
    assert summary.first.act in page
    assert all(item in page for item in summary.first.items)
    assert all(contact.name in page and contact.how in page for contact in summary.contacts)
    assert content.furniture.foot in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_1_holds_all_that_can_come_together(report, language):
    everything = {
        "lived_experience": ["own_substance_use_services"],
        "high_school": "outside_us",
        "college_degree": "outside_us",
        "degree_field": "related",
        "roles": [
            {**PEER_SUPPORT, "hours_per_week": 90},
            {**PEER_SUPPORT, "paid": False, "start": "2026-08"},
        ],
        "drivers_license": "none",
        "age_18_or_over": False,
        "ca_certificate": "current",
        "ca_certificate_expires": "2025-01-01",
        "tx_certificate": "current",
        "tx_certificate_expires": "2025-01-01",
        "tx_certificate_type": "family_partner",
    }
    content = report(everything, language=language)
    first, second = pages_of(content)[:2]
    assert content.first_page.summary.contacts[-1].name in first
    assert content.evidence[0].title in second
    assert all(warning in first for warning in content.first_page.summary.warnings)


def test_no_reference_number_and_no_trace_of_the_answers(report):
    assert "PR-" not in printed(report("texas-lead"))
    identities = {str(reader_of(report(name)).trailer["/ID"]) for name in SAMPLES}
    assert len(identities) == 1  # made of the day and the title alone


def test_pages_are_numbered(report):
    pages = pages_of(report("mostly-silent"))
    for number, page in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in page


@pytest.mark.parametrize("series", [CALIFORNIA, TEXAS])
def test_one_state_alone(report, series):
    text = printed(report(CALIFORNIA_ONE, series=series))
    assert ("Calaveras" in text) is (series == CALIFORNIA)


# ---------------------------------------------------------------- what is in the file


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kind_of_lived_experience_is_not_in_the_file(report, both_words, language):
    named = both_words[language].say("questions.lived_experience.said.own_mental_health_services")
    assert named not in printed(report(CALIFORNIA_ONE, language=language))
    assert named in printed(report(CALIFORNIA_ONE, language=language, name_private=True))


def test_the_file_tells_of_the_product_and_the_day_and_of_nothing_else(report):
    reader = reader_of(report({**CALIFORNIA_ONE, "roles": [{**PEER_SUPPORT, "title": "Casa Esperanza"}]}))
    about: dict[str, Any] = dict(reader.metadata or {})
    assert about.pop("/Title") == "Peer Ready: Readiness report"
    assert about.pop("/CreationDate") == about.pop("/ModDate") == "D:20261122000000+00'00'"
    assert about.pop("/Trapped") == "/False"
    assert set(about.values()) <= {"Peer Ready", "Readiness report", ""}
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"


def test_only_our_own_fonts_and_all_of_them_inside(report):
    names = set()
    for page in reader_of(report("texas-lead")).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            descriptor = font.get_object()["/FontDescriptor"]
            assert "/FontFile2" in descriptor
            names.add(str(descriptor["/FontName"]).partition("+")[2])
    assert names == {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-SemiBold"}


def test_the_same_answers_give_the_same_bytes(report):
    assert pdf_bytes(report("texas-lead")) == pdf_bytes(report("texas-lead"))


def test_the_same_bytes_in_another_process_zone_locale_folder_and_hash_seed(report, tmp_path):
    code = "import sys; from tests.report.same_bytes import printed; sys.stdout.buffer.write(printed('texas-lead'))"
    elsewhere = (
        {
            "PYTHONHASHSEED": "1",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "USER": "rosa",
            "HOME": "/home/rosa",
        },
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "es_MX.UTF-8", "PYTHONUTF8": "0"},
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={
                **os.environ,
                **other,
                "SOURCE_DATE_EPOCH": "1",
                "PYTHONPATH": str(Path(__file__).parents[2]),
            },
            cwd=tmp_path,
            capture_output=True,
            check=True,
        ).stdout
        for other in elsewhere
    }
    assert made == {pdf_bytes(report("texas-lead"))}


# ---------------------------------------------------------------- what people type


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ('<img src="/etc/hostname">', '<img src="/etc/hostname">'),
        ("<b>Lead</b> & more", "<b>Lead</b> & more"),
        ("</para></font>", "</para></font>"),
        ("{page} %s {question}", "{page} %s {question}"),
        ("Peer \U0001f600 helper", "Peer helper"),
        ("Drop-in עזרה center", f"Drop-in {LEFT_OUT} center"),
        ("a\u0301rbol \u202eleft", "árbol left"),
        ("tab\there\nand there", "tab here and there"),
        ("Nguyễn Łódź", "Nguyễn Łódź"),
    ],
)
def test_titles_are_plain_text(report, title, shown):
    text = printed(report({"roles": [{**PEER_SUPPORT, "title": title}]}))
    assert printable(shown) in text


def test_no_file_is_opened_for_what_was_typed(report, monkeypatch):
    content = report({"roles": [{**PEER_SUPPORT, "title": '<img src="/etc/hostname"/>'}]})
    pdf_bytes(content)  # fonts are read by now

    def opened(*arguments, **_):
        raise AssertionError(arguments)

    monkeypatch.setattr("builtins.open", opened)
    monkeypatch.setattr("io.open", opened)
    assert pdf_bytes(content).startswith(b"%PDF")


@pytest.mark.parametrize("title", ["W" * 300, "-" * 5000, "long title " * 60, "\U0001f680" * 40, "ا" * 300])
@pytest.mark.parametrize("language", LANGUAGES)
def test_long_and_foreign_titles_do_not_break_the_page(report, title, language):
    assert len(pages_of(report({"roles": [{**PEER_SUPPORT, "title": title}]}, language=language))) >= 5


@given(st.text(max_size=400))
def test_any_text_is_shown_in_letters_that_the_font_has(text):
    assert {ord(letter) for letter in printable(text)} <= fonts()


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(max_size=400))
def test_any_title_can_be_printed(report, title):
    if not any("\ud800" <= letter <= "\udfff" for letter in title):
        assert pdf_bytes(report({"roles": [{**PEER_SUPPORT, "title": title}]})).startswith(b"%PDF")


@pytest.mark.parametrize("language", LANGUAGES)
def test_forty_roles_and_everything_open(report, language):
    roles = [
        {**PEER_SUPPORT, "setting": "not_sure", "start": "2025-03", "title": f"Role number {n}"}
        for n in range(40)
    ]
    content = report({"roles": roles}, language=language)
    pages = pages_of(content)
    assert all(f"Role number {n}" in " ".join(pages) for n in range(40))
    head = " ".join(content.roles.columns)
    assert sum(head in page for page in pages) >= 2  # the head comes again on the next page
    for page in pages:  # no heading is left alone at the foot of a page
        for title in (content.roles.title, content.steps.title, content.pay.title, content.judged.title):
            foot = page.replace(content.furniture.foot, "").rsplit(" ", 3)[0]
            assert not foot.endswith(title)
