"""The report's options on the command line: for whom, which paper, two languages, a password."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from tests.test_cli import READY, Run, files, refused, run

__all__ = ["run"]  # the fixture


def text(file: Path) -> str:
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(file.read_bytes())).pages).split()
    )


def test_a_copy_for_an_employer(run: Run, tmp_path: Path) -> None:
    assert (
        run("assess", READY, "--pdf", "a.pdf", "--kind", "employer", "--position", "ca-calaveras-2").code == 0
    )
    said = text(tmp_path / "a.pdf")
    assert "What is in place" in said
    assert "988" not in said


def test_one_page_on_a4_in_two_languages(run: Run, tmp_path: Path) -> None:
    options = ("--kind", "one-page", "--paper", "a4", "--language", "both")
    assert run("assess", READY, "--pdf", "a.pdf", *options).code == 0
    (page,) = PdfReader(tmp_path / "a.pdf").pages
    assert round(page.mediabox.width) == 595
    assert "Do this first" in text(tmp_path / "a.pdf")
    assert "Haga esto primero" in text(tmp_path / "a.pdf")


def test_a_staff_copy(run: Run, tmp_path: Path) -> None:
    assert run("assess", READY, "--pdf", "a.pdf", "--kind", "staff").code == 0
    assert "What we agreed on" in text(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--kind", "employer"), "ca-calaveras-1"),
        (("--kind", "employer", "--position", "nothing"), "not one of the positions"),
        (("--position", "ca-calaveras-1"), "employer"),
        (("--kind", "theirs"), "mine, employer"),
        (("--paper", "a5"), "letter, a4"),
    ],
)
def test_what_does_not_go_together_is_one_line(
    run: Run, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    refused(run("assess", READY, "--pdf", "a.pdf", *options), said)
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("options", [("--kind", "staff"), ("--paper", "a4"), ("--language", "both")])
def test_without_a_report_they_mean_nothing(run: Run, options: tuple[str, ...]) -> None:
    refused(run("assess", READY, *options), "--pdf")


def test_a_password_from_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("three blue cats\nand more\n", encoding="utf-8")
    assert run("assess", READY, "--pdf", "a.pdf", "--password-file", "secret").code == 0
    with pikepdf.open(tmp_path / "a.pdf", password="three blue cats") as opened:
        assert opened.is_encrypted
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "a.pdf")


@pytest.mark.parametrize("content", [b"", b"\nlater", b"\xff\xfe", b"x" * 501])
def test_a_password_that_cannot_be_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret").write_bytes(content)
    before = files(tmp_path)
    refused(run("assess", READY, "--pdf", "a.pdf", "--password-file", "secret"), "first line")
    assert files(tmp_path) == before
