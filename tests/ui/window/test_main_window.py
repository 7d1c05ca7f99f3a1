"""The window around the pages: where one is, how far, and that nothing is lost when it is made anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui import main_window
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.save_report import ReportSaver
from desktop_app.ui.widgets.rail import Rail, RailLeaf
from desktop_app.ui.widgets.strip import FoldedStrip, Strip
from tests.ui.pages.use import click
from tests.ui.tree import spoken, tree
from tests.ui.window.conftest import ALT, CONTROL


def rail(at) -> Rail:
    found: list[Rail] = at.window.findChildren(Rail)
    return found[0]


def stops(at) -> list[str]:
    return [stop.accessibleName() for stop in rail(at).stops]


def test_it_is_called_peer_ready(desk) -> None:
    assert desk().window.windowTitle() == "Peer Ready"


def test_a_new_page_begins_at_its_top_takes_the_keys_and_is_announced(desk, monkeypatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(main_window, "announce", lambda _about, words: heard.append(words))
    at = desk(size=(1024, 700))
    at.go_to("lived_experience")
    bar = at.window.frame.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    at.click("Continue")
    assert at.window.frame.scroller.verticalScrollBar().value() == 0
    assert at.has_keys() is at.page.first()
    assert heard[-1] == at.page.name == "Did you finish high school, or something that counts the same?"


def test_a_page_that_comes_right_after_another_begins_at_its_top_too(desk) -> None:
    at = desk()
    at.go_to("roles", {"roles": []})
    at.window.navigator.go_to("high_school")
    at.window.navigator.go_to("roles")  # before the other one was laid out
    at.settle()
    assert at.has_keys() is at.page.first()
    assert at.window.frame.scroller.verticalScrollBar().value() == 0


def test_the_first_page_is_announced_too(desk, monkeypatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(main_window, "announce", lambda _about, words: heard.append(words))
    desk()
    assert "See where you stand as a peer support specialist" in heard


def test_the_rail_says_how_far_each_part_is(desk) -> None:
    at = desk()
    at.go_to("college_degree", {"lived_experience": ["family_member"], "high_school": "diploma"})
    assert stops(at)[:3] == [
        "Lived experience, 1 of 1 answered",
        "Education, Question 2 of 2",
        "Work and volunteering",
    ]


def test_the_rail_follows_every_answer(desk) -> None:
    at = desk()
    at.go_to("college_degree")
    at.choose("An associate degree")
    assert stops(at)[1] == "Education, Question 2 of 3"
    assert "Education · Question 2 of 3" in at.said


def test_a_stop_leads_to_the_first_open_question_of_its_part(desk) -> None:
    at = desk()
    at.go_to("lived_experience", {"high_school": "diploma"})
    click(at.qtbot, rail(at).stops[1])
    at.settle()
    assert at.at == "college_degree"
    click(at.qtbot, rail(at).stops[-1])
    at.settle()
    assert at.at == "results"
    click(at.qtbot, next(stop for stop in rail(at).stops if stop.key == "check"))
    at.settle()
    assert at.at == "check"


def test_parts_that_were_passed_without_an_answer_are_not_done(desk) -> None:
    at = desk()
    at.click("Start")
    at.click("Continue")
    assert stops(at)[0] == "Lived experience, 0 of 1 answered"


def test_when_there_is_no_room_the_rail_folds_into_a_line(desk) -> None:
    at = desk()
    at.go_to("high_school")
    assert at.window.findChildren(Rail)
    at.window.resize(1280, 800)
    at.window.zoom(2.0)
    at.settle()
    assert not at.window.findChildren(Rail)
    strip = next(iter(at.window.findChildren(FoldedStrip)))
    assert strip.button.words() == "Part 2 of 6: Education"
    assert "988" in at.said
    strip.chosen.emit("check")
    at.settle()
    assert at.at == "check"


def test_a_narrower_window_is_laid_out_anew_and_keeps_what_is_chosen(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.choose("I passed the GED or HiSET")
    at.window.resize(800, 600)
    at.qtbot.waitUntil(lambda: bool(at.window.findChildren(FoldedStrip)))
    assert at.page.list.chosen() == ("ged_or_hiset",)
    assert at.has_keys() is at.page.list.rows[1]


@pytest.mark.parametrize("change", ["language", "colors", "size"])
def test_the_keys_stay_where_they_are_when_the_page_is_made_anew(desk, change) -> None:
    at = desk()
    at.go_to("high_school")
    at.page.list.rows[3].setFocus()
    if change == "language":
        at.window.speak("es")
    elif change == "colors":
        at.window.use_colors("dark")
    else:
        at.window.larger()
    at.settle()
    assert at.has_keys() is at.page.list.rows[3]


def test_the_other_language_is_one_press_away_and_the_keys_stay_on_it(desk) -> None:
    at = desk()
    at.go_to("high_school")
    strip = next(iter(at.window.findChildren(Strip)))
    strip.language.setFocus()
    at.press(Qt.Key.Key_Return)
    assert at.window.language == "es"
    assert at.has_keys() is next(iter(at.window.findChildren(Strip))).language
    at.click("English")
    assert at.window.language == "en"


def test_where_it_was_scrolled_to_stays_when_only_the_colors_change(desk) -> None:
    at = desk(size=(1024, 700))
    at.use_sheet("texas-lead", "check")
    bar = at.window.frame.scroller.verticalScrollBar()
    bar.setValue(200)
    at.window.use_colors("dark")
    at.qtbot.waitUntil(lambda: at.window.frame.scroller.verticalScrollBar().value() == 200)


def test_enter_is_continue_and_alt_left_is_back(desk) -> None:
    at = desk()
    at.click("Start")
    at.press(Qt.Key.Key_Return)
    assert at.at == "high_school"
    at.press(Qt.Key.Key_Enter)
    assert at.at == "college_degree"
    at.press(Qt.Key.Key_Left, ALT)
    assert at.at == "high_school"
    at.press(Qt.Key.Key_Right, ALT)
    assert at.at == "college_degree"


def test_enter_on_a_button_presses_that_button(desk) -> None:
    at = desk()
    at.go_to("college_degree")
    next(
        b for b in at.window.frame.bar.findChildren(QWidget) if getattr(b, "words", str)() == "Back"
    ).setFocus()
    at.press(Qt.Key.Key_Return)
    assert at.at == "high_school"


def test_keys_lead_to_the_check_page_and_the_results_from_anywhere(desk) -> None:
    at = desk()
    at.click("Start")
    at.press(Qt.Key.Key_K, CONTROL)
    assert at.at == "check"
    at.press(Qt.Key.Key_R, CONTROL)
    assert at.at == "results"


# ---------------------------------------------------------------- closing


def test_closing_with_answers_asks_once_and_can_be_taken_back(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.choose("I have a high school diploma")
    at.dialogs.agree = False
    assert not at.window.close()
    assert at.window.isVisible()
    assert at.dialogs.asked == ["Close Peer Ready?"]
    at.dialogs.agree = True
    assert at.window.close()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Your report is saved. Your answers are not. When you close, they are gone."),
        ("es", "Su informe está guardado. Sus respuestas no. Al cerrar, se borran."),
    ],
)
def test_closing_after_saving_says_what_is_kept_and_what_is_not(desk, tmp_path, language, told) -> None:
    at = desk(language, path=tmp_path / "mine.pdf")
    at.use_sheet("ready-for-california-1", "results")
    at.window.save()
    at.page.save_panel.where.click()
    saver = ReportSaver.of(at.window.background)
    at.qtbot.waitUntil(lambda: saver.saving is not None and saver.saving.phase == "saved")
    at.window.navigator.keep("drivers_license", "california")
    at.dialogs.agree = False
    at.window.close()
    assert at.dialogs.questions == [at.window.words.say("close.text")]  # of other answers nothing is saved
    at.page.save()
    at.page.save_panel.where.click()
    at.qtbot.waitUntil(lambda: saver.saving is not None and saver.saving.phase == "saved")
    at.window.close()
    assert at.dialogs.questions[1:] == [told]


def test_closing_without_an_answer_asks_nothing(desk) -> None:
    at = desk()
    at.click("Start")
    at.go_to("results")
    assert at.window.close()
    assert at.dialogs.asked == []


def test_half_a_day_is_something_to_lose(desk) -> None:
    at = desk()
    at.go_to("ca_certificate_expires", {})
    at.page.field.year.setFocus()
    at.write("2027")
    at.dialogs.agree = False
    assert not at.window.close()


def test_a_center_page_that_is_not_kept_is_something_to_lose(desk) -> None:
    at = desk()
    at.window.show_beside("center")
    at.settle()
    at.write("Sierra")
    at.press(Qt.Key.Key_Left, ALT)
    at.dialogs.agree = False
    assert not at.window.close()
    told = "What you changed on your center's page is not saved. When you close, it is gone."
    assert at.dialogs.questions == [told]
    at.window.show_beside("center")
    at.settle()
    at.page.on()
    assert at.window.close()
    assert at.dialogs.questions == [told]


# ---------------------------------------------------------------- going wrong


def test_a_fault_in_a_slot_becomes_one_plain_sentence(desk, monkeypatch, capsys) -> None:
    at = desk()
    at.go_to("high_school")

    def broken(_self: MainWindow) -> None:
        raise ValueError("the answer was: a secret")

    monkeypatch.setattr(type(at.page), "skip", broken)
    monkeypatch.setattr(type(at.page), "on", broken)
    at.click("Continue")
    at.qtbot.waitUntil(lambda: bool(at.dialogs.told))
    title, text = at.dialogs.told[0]
    assert title == "Something went wrong"
    assert "not your fault" in text
    assert at.faults.count == 1
    log = capsys.readouterr().err
    assert "ValueError" in log
    assert "broken" in log
    assert "secret" not in log
    at.faults.count = 0


def test_files_that_cannot_be_used_are_said_and_start_can_be_pressed_again(desk, monkeypatch) -> None:
    from pathlib import Path

    from desktop_app.resources import ResourceError
    from desktop_app.rulebook import load

    at = desk()
    working = load.load_rulebook
    at.window._library._book = None

    def missing() -> None:
        raise ResourceError(Path("rules.yaml"), "positions", "is missing")

    monkeypatch.setattr(load, "load_rulebook", missing)
    at.click("Start")
    assert at.at == "welcome"
    assert "rules.yaml" in at.dialogs.told[-1][1]
    monkeypatch.setattr(load, "load_rulebook", working)
    at.click("Start")
    assert at.at == "lived_experience"


# ---------------------------------------------------------------- for everyone


class OtherWindows(QObject):
    """Notices anything that comes up as a window of its own, if only for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_comes_up_as_a_window_of_its_own(desk, facts, qapp: QApplication) -> None:
    at = desk()
    others = OtherWindows()
    qapp.installEventFilter(others)
    try:
        answers = {"college_degree": "associate", "ca_certificate": "current", "tx_certificate": "current"}
        for page in (*facts.by_id, "check", "results"):
            at.go_to(page, answers)
        at.window.zoom(2.0)
        at.settle()
    finally:
        qapp.removeEventFilter(others)
    assert others.seen == []


def test_headings_are_headings(desk) -> None:
    at = desk()
    at.go_to("high_school")
    assert ("Heading", at.page.name) in tree(at.window)
    assert spoken(rail(at)).role() is QAccessible.Role.Grouping


@pytest.mark.parametrize("size", [(480, 400), (1280, 800)], ids=str)
def test_nothing_is_wider_than_the_window(desk, facts, size) -> None:
    at = desk("es", size=size, scale=2.0)
    for page in (*facts.by_id, "check", "results"):
        at.use_sheet("texas-lead", page)
        assert at.window.width() == size[0]
        assert at.page.width() <= at.window.frame.scroller.viewport().width(), page


def test_the_page_of_the_results_that_one_is_at_can_be_heard(desk) -> None:
    at = desk()
    at.use_sheet("texas-lead", "plan")
    said = {one.accessibleName(): one.accessibleDescription() for one in at.window.findChildren(RailLeaf)}
    assert [name for name, about in said.items() if about == "You are here"] == ["Your plan"], said
