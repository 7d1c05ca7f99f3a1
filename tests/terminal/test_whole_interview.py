"""A candidate answers everything in the terminal and takes a PDF away, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.terminal.conftest import Hold

EVERYTHING = (
    *("", "3"),  # for myself; both states
    *("1 6", "2", "1"),  # own services and family; GED; no degree
    *("1", "1", "2", "2", "2026-01", "", "8", "Volunteer at a peer center"),  # volunteering since January
    *("1", "2", "1", "1", "3/2025", "5/2025", "20", ""),  # paid work with families
    "",  # no more entries
    *("1", "3"),  # can lead a group; not sure about guiding others
    *("1", "1"),  # California license; no certificate
    *("1", "1", "2", "y", "1", "1", "1"),  # what the certificate asks for
    *("2", "1"),  # in training; exam not taken
    "1",  # no Texas certificate
    "",  # answers checked
    *("", "", "", "", ""),  # every part of the results
)
SAVE = ("3", "", "", "", "6")  # save, kind of experience left out, usual name, as it is, finish


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def printed(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def test_from_the_first_question_to_a_report_in_english(hold: Hold, tmp_path: Path) -> None:
    held = hold("1", *EVERYTHING, *SAVE, language=None, ended="")
    assert held.code == 0
    assert "California, Peer Support Specialist I: Matches now" in held.flat
    assert "your answers match Peer Support Specialist I, and not yet Specialist II" in held.flat
    assert "It may no longer be open." in held.flat
    report = printed(tmp_path / "peer-ready-report.pdf")
    assert "your answers match Peer Support Specialist I" in report
    assert "You have used mental health services" not in held.flat + report
    assert f"Saved: {tmp_path}" in held.flat


def test_from_the_first_question_to_a_report_in_spanish(hold: Hold, tmp_path: Path) -> None:
    spanish = ["s" if line == "y" else line for line in EVERYTHING]
    held = hold("2", *spanish, *SAVE, language=None, ended="")
    assert held.code == 0
    assert "California, Peer Support Specialist I: Coincide ya" in held.flat
    report = printed(tmp_path / "peer-ready-report.pdf")
    assert "sus respuestas coinciden con Peer Support Specialist I" in report
    assert "Usted ha usado servicios de salud mental" not in held.flat + report


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "You have used mental health services."), ("es", "Usted ha usado servicios de salud mental.")],
)
def test_the_kind_of_lived_experience_is_named_when_it_is_wanted(
    hold: Hold, tmp_path: Path, language: str, sentence: str
) -> None:
    lines = ["s" if line == "y" and language == "es" else line for line in EVERYTHING]
    hold(*lines, "3", "2", "mine", "", "6", language=language, ended="")
    assert sentence in printed(tmp_path / "mine.pdf")


def test_both_languages_ask_for_the_same_in_the_same_order(
    hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "500")
    spanish = ["s" if line == "y" else line for line in EVERYTHING]
    told = [hold(*EVERYTHING), hold(*spanish, language="es", ended="t\n1\n")]
    english, other = (
        [line.partition(".")[0] for line in held.text.splitlines() if re.match(r" +\d+\. \w", line)]
        for held in told
    )
    assert english == other


def test_the_input_may_end_at_any_point(hold: Hold) -> None:
    lines = ("1", *EVERYTHING, *SAVE)
    for length in range(len(lines)):
        held = hold(*lines[:length], language=None, ended="")
        assert held.code == 1
        assert "\nStopped. " in held.text[-200:], f"after {length} lines"


def test_no_line_is_wider_than_the_terminal(hold: Hold, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    held = hold(*EVERYTHING)
    typed = tuple(f" {line}" for line in EVERYTHING)
    written = [line for line in held.text.splitlines() if not line.endswith(typed)]
    assert max(len(line) for line in written) <= 50
