"""Saving the report: asked first what goes in, written off the window's thread, and told of what came of it."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from desktop_app.report import pdf
from desktop_app.ui.pages.results import ResultsPage
from desktop_app.ui.save_report import ReportSaver, suggested_path
from desktop_app.ui.theme import Theme
from tests.ui.pages.conftest import Sitting, answers_of
from tests.ui.pages.use import button, click, said
from tests.ui.tree import unnamed

Begin = Callable[..., Sitting]

KIND = "You have used mental health services."


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "mine.pdf"


@pytest.fixture
def one(sitting: Begin, target: Path) -> Sitting:
    sat = sitting(answers_of("ready-for-california-1"), "results")
    sat.dialogs.path = target
    return sat


def choose_where(qtbot, page: ResultsPage) -> None:
    page.save()
    assert page.save_panel is not None
    click(qtbot, page.save_panel.where)


def settled(qtbot, one: Sitting) -> None:
    """Until the report is written, or is not."""
    saver = ReportSaver.of(one.background)
    qtbot.waitUntil(lambda: saver.saving is not None and not saver.saving.busy)


def text_of(file: Path) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(file).pages).split())


# ---------------------------------------------------------------- what goes in


def test_the_kind_of_lived_experience_is_left_out_unless_it_is_put_in(
    one: Sitting, qtbot, target: Path
) -> None:
    page = one.open(ResultsPage)
    click(qtbot, button(page.window(), "Save report"))
    assert "Name the kind of lived experience in the report?" in said(page)
    assert page.save_panel is not None
    assert not page.save_panel.put_in()
    click(qtbot, page.save_panel.where)
    settled(qtbot, one)
    assert "Saved: mine.pdf" in said(page)
    assert KIND not in text_of(target)


def test_it_is_named_when_that_is_chosen(one: Sitting, qtbot, target: Path) -> None:
    page = one.open(ResultsPage)
    page.save()
    assert page.save_panel is not None
    click(qtbot, page.save_panel.choice.rows[1])
    click(qtbot, page.save_panel.where)
    settled(qtbot, one)
    assert KIND in text_of(target)


def test_where_there_is_nothing_to_keep_private_nothing_is_asked_of_it(
    sitting: Begin, qtbot, target: Path
) -> None:
    one = sitting({"lived_experience": "prefer_not_to_say", "drivers_license": "california"}, "results")
    one.dialogs.path = target
    page = one.open(ResultsPage)
    page.save()
    assert page.save_panel is not None
    assert not page.save_panel.choice.isVisible()
    click(qtbot, page.save_panel.where)
    settled(qtbot, one)
    assert target.exists()


def test_by_keys_alone(one: Sitting, qtbot, target: Path) -> None:
    page = one.open(ResultsPage)
    save = button(page.window(), "Save report")
    save.setFocus()
    qtbot.keyClick(save, Qt.Key.Key_Return)
    assert page.save_panel is not None
    leave_out, put_in = page.save_panel.choice.rows
    assert page.save_panel.form.rows[0].hasFocus()  # the first of the questions, and no other
    for _ in range(4):  # past for whom, in which language, on which paper
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert leave_out.hasFocus()
    qtbot.keyClick(leave_out, Qt.Key.Key_Right)
    assert put_in.isChecked()
    qtbot.keyClick(put_in, Qt.Key.Key_Tab)
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)  # past the password, which is folded in
    assert page.save_panel.where.hasFocus()
    qtbot.keyClick(page.save_panel.where, Qt.Key.Key_Return)
    settled(qtbot, one)
    assert KIND in text_of(target)
    assert save.hasFocus()


def test_there_is_one_heavy_thing_at_a_time(one: Sitting, qtbot) -> None:
    page = one.open(ResultsPage)
    save = button(page.window(), "Save report")
    page.save()
    assert not save.isVisible()
    click(qtbot, button(page, "Not now"))
    assert page.save_panel is None
    assert save.isVisible()
    assert save.hasFocus()
    assert one.dialogs.asked == []


def test_the_question_outlives_another_language(one: Sitting, qtbot) -> None:
    page = one.open(ResultsPage)
    page.save()
    assert page.save_panel is not None
    click(qtbot, page.save_panel.choice.rows[1])
    again = one.open(ResultsPage, language="es")
    assert again.save_panel is not None
    assert again.save_panel.put_in()
    assert again.stage.words.say("save.private") in said(again)


def test_no_file_chosen_changes_nothing(one: Sitting, qtbot) -> None:
    one.dialogs.path = None
    page = one.open(ResultsPage)
    choose_where(qtbot, page)
    assert page.save_panel is not None
    assert ReportSaver.of(one.background).saving is None


def test_the_suggested_name_says_nothing_about_anyone() -> None:
    assert suggested_path("peer-ready-report.pdf").name == "peer-ready-report.pdf"


# ---------------------------------------------------------------- when it does not go


def test_no_room_is_said_and_the_next_try_works(one: Sitting, qtbot, target: Path, monkeypatch) -> None:
    page = one.open(ResultsPage)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full_disk)
        choose_where(qtbot, page)
        settled(qtbot, one)
    assert "There is no room left to write this. Free some space, or choose another place." in said(page)
    assert not target.exists()
    assert list(target.parent.iterdir()) == []
    click(qtbot, button(page, "Try again"))
    assert page.save_panel is not None
    click(qtbot, page.save_panel.where)
    settled(qtbot, one)
    assert "Saved: mine.pdf" in said(page)
    assert target.exists()


def full_disk(_descriptor: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_place_that_takes_no_files_is_said_without_the_system_s_english(
    one: Sitting, qtbot, target: Path, language: str
) -> None:
    one.dialogs.path = target.parent / "gone" / "mine.pdf"
    page = one.open(ResultsPage, language=language)
    choose_where(qtbot, page)
    settled(qtbot, one)
    assert page.stage.words.say("save.cannot_write") in said(page)
    assert "directory" not in said(page)
    assert one.answers == answers_of("ready-for-california-1")


def test_a_file_open_elsewhere_is_said(one: Sitting, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(Path, "replace", in_use)
    page = one.open(ResultsPage)
    choose_where(qtbot, page)
    settled(qtbot, one)
    assert "It may be open in another program" in said(page)


def in_use(_self: Path, _target: Path) -> Path:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def test_a_file_that_is_there_is_replaced_as_the_dialog_has_asked(one: Sitting, qtbot, target: Path) -> None:
    target.write_text("old")
    page = one.open(ResultsPage)
    choose_where(qtbot, page)
    settled(qtbot, one)
    assert target.read_bytes().startswith(b"%PDF")


def test_a_fault_of_ours_is_told_plainly_and_counted(one: Sitting, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(pdf, "write_report", broken)
    page = one.open(ResultsPage)
    with qtbot.captureExceptions() as faults:
        choose_where(qtbot, page)
        settled(qtbot, one)
    assert [kind for kind, _error, _trace in faults] == [ZeroDivisionError]
    assert "That did not work, and it is not your fault." in said(page)


def broken(*_arguments: Any, **_options: Any) -> Path:
    raise ZeroDivisionError


# ---------------------------------------------------------------- while it is written


class Slow:
    """A report that is written only once the test says so."""

    def __init__(self, monkeypatch) -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()
        self._write = pdf.write_report
        monkeypatch.setattr(pdf, "write_report", self)

    def __call__(self, *arguments: Any, **options: Any) -> Path:
        self.begun.set()
        assert self.may_end.wait(20)
        return self._write(*arguments, **options)


@pytest.fixture
def slow(monkeypatch) -> Slow:
    return Slow(monkeypatch)


def begin_to_write(qtbot, one: Sitting, page: ResultsPage, slow: Slow) -> None:
    choose_where(qtbot, page)
    assert slow.begun.wait(20)
    qtbot.waitUntil(lambda: "Writing the report…" in said(page))


def test_the_window_goes_on_while_the_report_is_written(one: Sitting, qtbot, slow: Slow) -> None:
    page = one.open(ResultsPage)
    begin_to_write(qtbot, one, page, slow)
    click(qtbot, page.cards["tx-state-1"])
    assert page.cards["tx-state-1"].isChecked()
    page.save()  # a second one waits for the first
    assert page.save_panel is None
    slow.may_end.set()
    settled(qtbot, one)
    assert len(one.dialogs.asked) == 1


def test_a_page_made_anew_meanwhile_still_tells(one: Sitting, qtbot, slow: Slow) -> None:
    page = one.open(ResultsPage)
    begin_to_write(qtbot, one, page, slow)
    again = one.open(ResultsPage, language="es", theme=Theme("dark"))
    assert again.stage.words.say("save.writing") in said(again)
    slow.may_end.set()
    settled(qtbot, one)
    assert again.stage.words.say("save.saved", file="mine.pdf") in said(again)


def test_closing_waits_for_what_is_being_written(one: Sitting, qtbot, slow: Slow, target: Path) -> None:
    page = one.open(ResultsPage)
    begin_to_write(qtbot, one, page, slow)
    slow.may_end.set()
    assert one.background.close(20_000)
    assert target.exists()
    assert [file.name for file in target.parent.iterdir()] == ["mine.pdf"]


def test_of_other_answers_nothing_is_saved_yet(one: Sitting, qtbot) -> None:
    page = one.open(ResultsPage)
    choose_where(qtbot, page)
    settled(qtbot, one)
    one.navigator.keep("drivers_license", "none")
    assert "Saved:" not in said(one.open(ResultsPage))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_part_has_a_name_and_fits(one: Sitting, qtbot, language: str, scale: float) -> None:
    for size in ((1280, 800), (1024, 700)):
        page = one.open(ResultsPage, language=language, theme=Theme("light", scale), size=size)
        page.save()
        around = page.parentWidget()
        assert around is not None
        assert unnamed(page) == []
        assert page.minimumSizeHint().width() <= around.width()
