"""Writing the report: whole or not at all, and what went wrong is said."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop_app.report.pdf import pdf_bytes, write_report
from desktop_app.report.writing import ReportError


@pytest.fixture(scope="module")
def content(report):
    return report("texas-lead")


def told(error, words):
    return words.say(error.value.message)


def test_the_report_is_written(content, tmp_path):
    file = write_report(content, tmp_path / "report.pdf")
    assert file.read_bytes() == pdf_bytes(content)
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_a_file_that_is_there_stays(content, tmp_path, words):
    file = tmp_path / "report.pdf"
    file.write_text("mine")
    with pytest.raises(ReportError) as error:
        write_report(content, file)
    assert "already there" in told(error, words)
    assert file.read_text() == "mine"


def test_unless_it_is_to_be_replaced(content, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_text("mine")
    write_report(content, file, replace=True)
    assert file.read_bytes().startswith(b"%PDF")


def test_a_file_that_comes_meanwhile_stays_too(content, tmp_path, monkeypatch):
    file = tmp_path / "report.pdf"
    real = os.fsync

    def meanwhile(descriptor):
        file.write_text("theirs")
        real(descriptor)

    monkeypatch.setattr("os.fsync", meanwhile)
    with pytest.raises(ReportError):
        write_report(content, file)
    assert file.read_text() == "theirs"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "problems.no_space"),
        (errno.EDQUOT, "problems.no_space"),
        (errno.EACCES, "problems.cannot_write"),
        (errno.EIO, "problems.cannot_write"),
    ],
)
def test_a_disk_that_fills_up_or_breaks_leaves_nothing_behind(content, tmp_path, monkeypatch, number, key):
    def breaks(_descriptor):
        raise OSError(number, os.strerror(number))

    file = tmp_path / "report.pdf"
    file.write_text("the old one")
    monkeypatch.setattr("os.fsync", breaks)
    with pytest.raises(ReportError) as error:
        write_report(content, file, replace=True)
    assert error.value.message.key == key
    assert file.read_text() == "the old one"
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_a_file_held_open_elsewhere_is_told(content, tmp_path, monkeypatch, words):
    def held(_self, _target):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(ReportError) as error:
        write_report(content, tmp_path / "report.pdf")
    assert "cannot be written" in told(error, words)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["nowhere/report.pdf", ".", "broken\0name.pdf", "x" * 400 + ".pdf"])
def test_a_place_that_cannot_be_written_to(content, tmp_path, place, words):
    with pytest.raises(ReportError) as error:
        write_report(content, tmp_path / place, replace=True)
    assert error.value.message.key == "problems.cannot_write"
    assert told(error, words)
    assert list(tmp_path.iterdir()) == []
