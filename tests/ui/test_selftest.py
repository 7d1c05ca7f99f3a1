"""The self-test finds what is wrong, also where Qt would swallow it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from desktop_app.casefile import opening
from desktop_app.ui import selftest
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.selftest import run_selftest
from desktop_app.ui.widgets.text import Text


def test_all_is_well(qapp, spoken_roles, capsys) -> None:
    assert run_selftest() == 0
    assert "all is well" in capsys.readouterr().out


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_slot_is_found(qapp, spoken_roles, monkeypatch, capsys) -> None:
    def broken(_self: MainWindow) -> None:
        raise ValueError("in a slot")

    monkeypatch.setattr(MainWindow, "load", broken)
    assert run_selftest() == 1
    assert "the window (en)" in capsys.readouterr().err


@pytest.mark.qt_no_exception_capture
def test_an_exception_while_painting_is_found(qapp, spoken_roles, monkeypatch, capsys) -> None:
    def broken(_self: Text, _event: object) -> None:
        raise ValueError("while painting")

    monkeypatch.setattr(Text, "paintEvent", broken)
    assert run_selftest() == 1
    assert "the window (es)" in capsys.readouterr().err


def test_a_report_that_cannot_be_made_is_found(qapp, spoken_roles, monkeypatch, capsys) -> None:
    monkeypatch.setattr(selftest, "_try_report", lambda: 1 / 0)
    assert run_selftest() == 1
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.fixture
def only_files(monkeypatch) -> None:
    """The window and the report are tried by the tests above."""
    monkeypatch.setattr(selftest, "_try_window", lambda _language: None)
    monkeypatch.setattr(selftest, "_try_report", lambda: None)


def test_a_saved_file_that_nothing_locks_is_found(only_files, monkeypatch, capsys) -> None:
    """As if the library that locks it were another, which takes any passphrase."""

    def open_to_all(place: Path, _passphrase: str, _clock: object) -> BytesIO:
        place.write_bytes(b"SQLite format 3\x00")
        return BytesIO()

    monkeypatch.setattr(opening, "create", open_to_all)
    assert run_selftest() == 1
    assert "the saved file: _WrongError: what is saved is not locked" in capsys.readouterr().err


def test_a_saved_file_that_any_passphrase_opens_is_found(only_files, monkeypatch, capsys) -> None:
    monkeypatch.setattr(opening, "open_file", lambda *_, **__: BytesIO())
    assert run_selftest() == 1
    assert "it opens with any passphrase" in capsys.readouterr().err
