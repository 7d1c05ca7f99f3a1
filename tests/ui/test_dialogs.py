"""The real dialogs, answered by real clicks; and the fake, which has to fit in their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from desktop_app.ui.dialogs import Dialogs, QtDialogs
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.fake_dialogs import FakeDialogs


@pytest.fixture
def window(theme: Theme, show: Show) -> QWidget:
    return show(QWidget())


def open_box() -> QMessageBox | None:
    box = QApplication.activeModalWidget()
    return box if isinstance(box, QMessageBox) else None


def press(qtbot, words: str) -> None:
    """Once the box is up, press its button of these words."""

    def when_up() -> None:
        box = open_box()
        if box is None:
            QTimer.singleShot(0, when_up)
            return
        button = next(button for button in box.buttons() if button.text() == words)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, when_up)


@pytest.mark.parametrize(("pressed", "agreed"), [("Leave", True), ("Stay", False)])
def test_a_question_is_answered_in_its_own_words(window: QWidget, qtbot, pressed: str, agreed: bool) -> None:
    press(qtbot, pressed)
    assert QtDialogs(window).confirm("Leave?", "Your answers are not saved.", "Leave", "Stay") is agreed


def test_escape_is_the_careful_answer(window: QWidget, qtbot) -> None:
    def escape() -> None:
        box = open_box()
        if box is None:
            QTimer.singleShot(0, escape)
        else:
            qtbot.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(0, escape)
    assert not QtDialogs(window).confirm("Leave?", "", "Leave", "Stay")


def test_telling_does_not_wait_and_shows_plain_text(window: QWidget, qtbot) -> None:
    QtDialogs(window).tell("Saved", "<img src=/etc/hostname>.pdf")
    qtbot.waitUntil(lambda: open_box() is not None)
    box = open_box()
    assert box is not None
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert "<img" in box.text()
    box.accept()
    qtbot.waitUntil(lambda: open_box() is None)


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("/tmp/mine", "/tmp/mine.pdf"),
        ("/tmp/mine.pdf", "/tmp/mine.pdf"),
        ("/tmp/mine.PDF", "/tmp/mine.PDF"),
        ("/tmp/version 1.2", "/tmp/version 1.2.pdf"),
        ("", None),
    ],
)
def test_a_report_gets_its_ending(window: QWidget, monkeypatch, typed: str, saved: str | None) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, ""))
    path = QtDialogs(window).ask_save_path(Path("/tmp/report.pdf"), "Save report", "PDF (*.pdf)")
    assert path == (Path(saved) if saved else None)


def test_a_file_that_only_its_ending_would_hit_is_not_replaced_unasked(
    window: QWidget, monkeypatch, tmp_path: Path
) -> None:
    there = tmp_path / "mine.pdf"
    there.touch()
    offered: list[str] = []

    def dialog(_window: QWidget, _title: str, name: str, _type: str) -> tuple[str, str]:
        offered.append(name)
        return (str(tmp_path / "mine") if len(offered) == 1 else name, "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    assert QtDialogs(window).ask_save_path(tmp_path / "report.pdf", "Save report", "PDF (*.pdf)") == there
    assert offered == [str(tmp_path / "report.pdf"), str(there)]


@pytest.mark.parametrize("chosen", ["/tmp/newer.txt", ""])
def test_a_file_to_read_is_chosen_or_not(window: QWidget, monkeypatch, chosen: str) -> None:
    asked: list[str] = []

    def dialog(_window: QWidget, title: str, _folder: str, file_type: str) -> tuple[str, str]:
        asked.extend((title, file_type))
        return chosen, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", dialog)
    assert QtDialogs(window).ask_open_path("Open", "Text (*.txt)") == (Path(chosen) if chosen else None)
    assert asked == ["Open", "Text (*.txt)"]


def test_several_files_are_chosen_or_none(window: QWidget, monkeypatch) -> None:
    chosen: list[str] = ["/stick/one.json", "/stick/two.json"]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: (chosen, ""))
    assert QtDialogs(window).ask_open_paths("Open", "Sheets (*.json)") == [Path(one) for one in chosen]
    chosen.clear()
    assert QtDialogs(window).ask_open_paths("Open", "Sheets (*.json)") == []


def test_folders_one_went_to_are_not_kept(window: QWidget) -> None:
    QtDialogs(window)
    history = QSettings(QSettings.Scope.UserScope, "QtProject")
    history.setValue("FileDialog/lastVisited", "file:///home/someone/private")
    history.sync()
    assert not Path(history.fileName()).exists()


def test_the_fake_fits_where_the_real_one_goes(window: QWidget, tmp_path: Path) -> None:
    dialogs: list[Dialogs] = [QtDialogs(window), FakeDialogs(tmp_path / "x.pdf", agree=False)]
    fake = dialogs[1]
    assert fake.ask_save_path(Path("y.pdf"), "Save report", "PDF (*.pdf)") == tmp_path / "x.pdf"
    assert not fake.confirm("Leave?", "", "Leave", "Stay")
