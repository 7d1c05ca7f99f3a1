"""A report with a password: strong, readable aloud, and as tagged as without."""

from __future__ import annotations

import sys
from io import BytesIO

import pikepdf
import pytest

from desktop_app.report.kinds import Choices
from desktop_app.report.pdf import pdf_bytes, write_report
from tests.report.samples import document_of
from tests.report.test_gate import failures

PASSWORD = "tres gatos y un río"


@pytest.fixture(scope="module")
def made(book):
    return document_of("four-months-and-counting", Choices(), ("en",), book)


@pytest.fixture(scope="module")
def locked(made):
    return pdf_bytes(made, password=PASSWORD)


def test_nobody_opens_it_without(locked):
    for wrong in ("", "tres gatos"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(locked), password=wrong)


def test_with_it_it_is_the_same_report(made, locked):
    with (
        pikepdf.open(BytesIO(locked), password=PASSWORD) as opened,
        pikepdf.open(BytesIO(pdf_bytes(made))) as plain,
    ):
        assert len(opened.pages) == len(plain.pages)
        first, second = (one.pages[0].Contents.read_bytes() for one in (opened, plain))
        assert first == second


def test_it_is_locked_by_aes_of_256_bits_and_may_be_read_aloud(locked):
    with pikepdf.open(BytesIO(locked), password=PASSWORD) as opened:
        told = opened.encryption
        assert (told.R, told.bits, str(told.stream_method)) == (6, 256, "EncryptionMethod.aesv3")
        assert opened.allow.accessibility


def test_it_keeps_to_the_standard_of_accessibility(locked):
    """PDF/A forbids passwords, so it is asked for PDF/UA alone, once it is opened."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(locked), password=PASSWORD) as opened:
        opened.save(stream)
    assert failures(stream.getvalue(), "ua1") == []


def test_what_it_says_of_itself_stays_and_no_lxml_is_needed(made, locked, monkeypatch):
    monkeypatch.setitem(sys.modules, "lxml", None)  # a built program has none
    again = pdf_bytes(made, password=PASSWORD)
    with (
        pikepdf.open(BytesIO(again), password=PASSWORD) as opened,
        pikepdf.open(BytesIO(pdf_bytes(made))) as plain,
    ):
        told = [one.Root.Metadata.read_bytes() for one in (opened, plain)]
        assert told[0] == told[1]


def test_nothing_of_it_lies_in_the_open(locked):
    for words in (b"California", b"Readiness", "Readiness".encode("utf-16-be")):
        assert words not in locked


def test_it_is_written_like_any_other(made, tmp_path):
    file = write_report(made, tmp_path / "report.pdf", password=PASSWORD)
    with pikepdf.open(file, password=PASSWORD) as opened:
        assert opened.is_encrypted
