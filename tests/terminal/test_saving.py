"""Saving the report: where it goes, what is there already, and when it does not work."""

from __future__ import annotations

import errno
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from tests.terminal.conftest import TEXAS, Hold

TO_RESULTS = (*TEXAS, "1", *[""] * 6, "1")
SAVE = (*TO_RESULTS, "3", "")


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_enter_takes_the_usual_name(hold: Hold, tmp_path: Path) -> None:
    held = hold(*SAVE, "", "", ended="q\n")
    assert held.code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["peer-ready-report.pdf"]
    assert "Quit anyway?" not in held.text, "what is saved is not lost"


def test_a_name_of_ones_own(hold: Hold, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    hold(*SAVE, "plan", "", "3", "", "mine", "", "6", ended="")
    assert (tmp_path / "plan.pdf").exists()
    assert (tmp_path / "mine" / "peer-ready-report.pdf").exists()


def test_the_name_says_which_form_it_is_in(hold: Hold, tmp_path: Path) -> None:
    held = hold(*SAVE, "page.html", "", "3", "", "words.txt", "", "3", "", "letter.docx", "", "6", ended="")
    assert "A name that ends in .html makes a web page" in held.flat
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "words.txt").read_text(encoding="utf-8").startswith("Peer Ready")
    assert (tmp_path / "letter.docx.pdf").read_bytes().startswith(b"%PDF")


def test_an_existing_file_stays_unless_it_is_to_be_replaced(hold: Hold, tmp_path: Path) -> None:
    there = tmp_path / "there.pdf"
    there.write_text("mine")
    held = hold(*SAVE, "there.pdf", "?", "", "other.pdf", "")
    assert "is already there. Replace it?" in held.flat
    assert there.read_text() == "mine"
    assert (tmp_path / "other.pdf").exists()
    hold(*SAVE, "there.pdf", "1", "")
    assert there.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["no/such/folder/x.pdf", "x" * 300, "~nobody-at-all/x.pdf"])
def test_a_place_that_cannot_be_written_is_asked_for_again(hold: Hold, tmp_path: Path, name: str) -> None:
    held = hold(*SAVE, name, "", "good.pdf", "")
    assert "This file cannot be written" in held.flat
    assert f"Saved: {tmp_path}" in held.flat


def test_a_full_disk_is_said_and_nothing_is_lost(
    hold: Hold, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    held = hold(*SAVE, "", "", "b", "4", "c")
    assert "There is no room left to write this." in held.flat
    assert not list(tmp_path.iterdir())
    assert "Part of your life: 1 chosen. Kept private." in held.text.rpartition("There is no room")[2]


def test_what_to_name_is_not_asked_where_nothing_was_told(hold: Hold, tmp_path: Path) -> None:
    held = hold(*TEXAS, *[""] * 8, "1", "3", "plain", "")
    assert "Should the report name" not in held.text
    assert (tmp_path / "plain.pdf").exists()


def test_going_back_saves_nothing(hold: Hold, tmp_path: Path) -> None:
    held = hold(*TO_RESULTS, "3", "?", "b", "3", "", "?", "b", "3", "", "", "?", "b", "b")
    assert held.text.count("What do you want to do now?") == 4
    assert not list(tmp_path.iterdir())


def test_changing_an_answer_after_saving_asks_again_before_leaving(hold: Hold) -> None:
    held = hold(*SAVE, "", "", "4", "1", "7", "6")
    assert "Quit anyway?" not in held.text.partition("Saved:")[0]
    assert "Quit anyway?" in held.text


def test_the_end_of_the_input_after_saving_says_where_the_report_is(hold: Hold, tmp_path: Path) -> None:
    held = hold(*SAVE, "", "", ended="")
    assert held.code == 1
    assert f"Stopped. The report is at {tmp_path}" in held.flat


# ---------------------------------------------------------------- what it is to be


def test_a_locked_copy_for_an_employer_on_other_paper(hold: Hold, tmp_path: Path) -> None:
    employer, position, paper = ("1", "2"), ("2", "2"), ("4", "2")
    password = ("5", "three cats", "three dogs", "three cats", "?", "three cats")
    held = hold(*SAVE, "", *employer, *position, *paper, *password, "", ended="q\n")
    assert "One position, and only what is in place." in held.flat
    assert "Paper: A4" in held.text
    assert "The two are not the same." in held.flat
    assert "If it is forgotten, nobody can open the file." in held.flat
    assert "Password: set" in held.text
    assert "Only those who know the password can open it." in held.flat
    opened = BytesIO()
    with pikepdf.open(tmp_path / "peer-ready-report.pdf", password="three cats") as report:
        report.save(opened, encryption=False, fix_metadata_version=False)
    page, *_ = PdfReader(opened).pages
    assert round(page.mediabox.width) == 595
    assert "What is in place" in " ".join(page.extract_text().split())


def test_one_page_in_both_languages_chosen_in_spanish(hold: Hold, tmp_path: Path) -> None:
    held = hold(*SAVE, "", "español", "1", "3", "2", "3", "", ended="q\n")
    assert "Idioma: Los dos, lado a lado" in held.text
    (page,) = PdfReader(tmp_path / "peer-ready-report.pdf").pages
    text = " ".join(page.extract_text().split())
    assert text.index("Haga esto primero") < text.index("Do this first"), "the one spoken stands left"


def test_what_has_no_pages_is_asked_no_paper_and_no_password(hold: Hold, tmp_path: Path) -> None:
    held = hold(*SAVE, "page.html", "2", "2", "", ended="q\n")
    assert "A password can lock a PDF only." in held.flat
    assert "Paper:" not in held.text
    assert "Password:" not in held.text
    assert '<html lang="es">' in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_left_and_taken_up_again_nothing_of_it_is_lost(hold: Hold, tmp_path: Path) -> None:
    held = hold(*SAVE, "", "1", "3", "3", "b", "4", "one", "b", "b", "again.pdf", "", ended="q\n")
    said = held.text.rpartition("File name")[2]
    assert "Who it is for: One page" in said
    assert "Paper: Letter" in said
    assert "Password: none" in said
    assert (tmp_path / "again.pdf").exists()
