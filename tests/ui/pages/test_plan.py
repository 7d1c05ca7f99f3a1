"""The plan page: a way in words and over time, what can be set and tried out, and no answer changed by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.i18n import LANGUAGES
from desktop_app.interview.planning import Trial
from desktop_app.judgement.schedule import Pace
from desktop_app.ui.pages.plan import TRIAL, PlanPage
from desktop_app.ui.pages.plan_steps import StepRow
from desktop_app.ui.theme import THEMES, Theme
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.switch import Switch
from desktop_app.ui.widgets.timeline import Timeline
from tests.ui.pages.conftest import SHEETS, Sitting, answers_of
from tests.ui.pages.use import button, click, said
from tests.ui.tree import unnamed

Begin = Callable[..., Sitting]

ALL_SHEETS = sorted(file.stem for file in SHEETS.glob("*.json") if not file.stem.endswith(".expected"))
NEVER = ("eligible", "fail", "reject", "elegible", "califica", "rechaz")
NO_LIVED_EXPERIENCE = {
    "lived_experience": ["none_of_these"],
    "high_school": "diploma",
    "drivers_license": "california",
    "tx_certificate": "none",
    "roles": [],
}


def plan(sitting: Begin, answers: str | dict[str, Any], **how: Any) -> tuple[Sitting, PlanPage]:
    one = sitting(answers_of(answers) if isinstance(answers, str) else answers, "plan")
    return one, one.open(PlanPage, **how)


def outlook(page: PlanPage) -> str:
    return page.what_if.said


def switch(page: PlanPage, name: str) -> Switch:
    return next(one for one in page.findChildren(Switch) if one.accessibleName() == name and one.isVisible())


def start_on(page: PlanPage, qtbot: Any, month: str, day: str, year: str) -> None:
    """As by keys: the month, the day, and the year's figures one by one."""
    field = page.pace.start_field
    for part, words in ((field.month, month), (field.day, day)):
        part.setFocus()
        part.setCurrentIndex(part.findText(words))
    field.year.setFocus()
    field.year.selectAll()
    qtbot.keyClicks(field.year, year)


# ---------------------------------------------------------------- a way in words


def test_the_nearest_position_is_planned_for(sitting: Begin) -> None:
    _, page = plan(sitting, "ready-for-california-1")
    assert (
        page.name
        == "California, Specialist II: your answers could match on February 28, 2027, at the earliest"
    )
    assert page.position is not None
    assert page.position.value() == "ca-calaveras-2"


def test_each_step_says_what_to_do_when_for_how_much_and_how_that_is_known(sitting: Begin) -> None:
    _, page = plan(sitting, "ready-for-california-1")
    text = said(page)
    for part in (
        "5. Do the 80-hour training",
        "From Nov 22, 2026 to Jan 31, 2027: 80 hours, at 8 hours a week.",
        "Fee: $100",
        "Fee: not found",
        "Source: CalMHSA. We are sure of it.",
        "Fees in all: $250. 1 fee was not found.",
        "Times and fees were looked up on November 22, 2026. They change, so ask before you pay.",
        "The signed code of ethics",
    ):
        assert part in text


def test_what_would_waste_the_money_stands_before_the_first_step_that_costs_any(sitting: Begin) -> None:
    _, page = plan(sitting, "ready-for-california-1")
    text = said(page)
    warning = text.index("Your name on the application must be exactly as on your ID.")
    assert text.index("2. Open an account with CalMHSA") < warning < text.index("3. Apply and pay")


def test_no_way_is_said_kindly_and_with_whom_to_ask(sitting: Begin) -> None:
    _, page = plan(sitting, NO_LIVED_EXPERIENCE)
    text = said(page)
    assert "we know of no steps that lead there" in page.name
    assert "That is no verdict on you." in text
    assert "Calaveras County" in text
    assert not page.findChildren(Timeline)


def test_open_answers_that_it_counts_on_are_links_to_their_questions(sitting: Begin, qtbot) -> None:
    one, page = plan(sitting, "mostly-silent")
    assert "a few answers come first" in page.name
    click(qtbot, button(page, "High school: “I have a high school diploma”"))
    assert one.navigator.session.at == "high_school"


def test_what_hangs_on_the_employer_is_said(sitting: Begin) -> None:
    _, page = plan(sitting, "texas-lead")
    assert "This hangs on what the employer says about: California driver's license" in said(page)


def test_nothing_is_planned_where_everything_matches(sitting: Begin) -> None:
    one = sitting(answers_of("texas-lead"), "plan", ("tx-state",))
    page = one.open(PlanPage)
    assert page.name == "Your answers match every level you asked about"
    assert page.position is None
    assert page.first().isVisible()


# ---------------------------------------------------------------- over time


def test_the_picture_has_the_same_facts_for_those_who_hear_it(sitting: Begin) -> None:
    _, page = plan(sitting, "ready-for-california-1")
    (picture,) = page.findChildren(Timeline)
    spoken = picture.accessibleName()
    for part in (
        "The plan over time.",
        "Apply and pay: you do this from November 22, 2026, you wait from November 22, 2026 to December 22, 2026.",
        "Your work and volunteering: it counts if they say so, from November 22, 2026 to February 28, 2027.",
        "Specialist II: From February 28, 2027 at the earliest.",
    ):
        assert part in spoken


# ---------------------------------------------------------------- what can be set


def test_another_position_can_be_planned_for(sitting: Begin, qtbot) -> None:
    one, page = plan(sitting, "ready-for-california-1")
    assert page.position is not None
    page.position.setFocus()
    qtbot.keyClick(page.position, Qt.Key.Key_Down)
    assert page.position.value() == "tx-state-1"
    assert page.name.startswith("Texas, Specialist I:")
    assert "Do the state's orientation" in said(page)
    assert page.position.hasFocus()
    again = one.open(PlanPage, language="es")
    assert again.name.startswith("Texas, Especialista I:")


def test_another_way_can_be_looked_at(sitting: Begin, qtbot) -> None:
    answers = {**answers_of("ready-for-california-1"), "ca_certificate": "current", "roles": []}
    _, page = plan(sitting, answers)
    page.plan_for("ca-calaveras-2")
    assert page.ways is not None
    assert 2 <= len(page.ways.rows) <= 3
    first = page.name
    click(qtbot, page.ways.rows[-1])
    assert page.trial.way == len(page.ways.rows) - 1
    assert page.name != first
    assert page.ways.rows[-1].accessibleDescription() == (
        "Nov 22, 2026 at the earliest. Fees: not found. 1 step."
    )


def test_more_hours_of_training_bring_the_day_nearer(sitting: Begin, qtbot) -> None:
    one, page = plan(sitting, "ready-for-california-1")
    page.plan_for("tx-state-1")
    before = page.planning.plan.ready  # type: ignore[union-attr]
    page.pace.training.setFocus()
    qtbot.keyClick(page.pace.training, Qt.Key.Key_End)
    assert page.pace.pace().training == 40
    assert page.planning.plan.ready < before  # type: ignore[union-attr]
    assert page.pace.training.hasFocus()
    assert one.answers == answers_of("ready-for-california-1")


def test_a_later_start_moves_the_days_and_stays_when_the_page_is_made_anew(sitting: Begin, qtbot) -> None:
    one, page = plan(sitting, "ready-for-california-1")
    start_on(page, qtbot, "Mar", "9", "2027")
    assert "From Mar 9, 2027, as soon as you can." in said(page)
    again = one.open(PlanPage)
    assert again.pace.start_field.value() == "2027-03-09"
    assert again.name == page.name


def test_a_start_is_any_day_from_today_on_and_what_will_not_do_is_said_beside_it(
    sitting: Begin, qtbot
) -> None:
    one, page = plan(sitting, "ready-for-california-1")
    assert page.pace.start_field.value() == "2026-11-22"
    before = page.name
    start_on(page, qtbot, "Nov", "21", "2026")
    assert "This day is before today. Put in a day from November 22, 2026 on." in said(page)
    assert page.name == before
    again = one.open(PlanPage)
    assert again.pace.start_field.value() == "2026-11-21"
    assert "This day is before today." in said(again)
    start_on(again, qtbot, "Nov", "22", "9999")
    assert "This day is too far away. Put in a day up to November 22, 2031." in said(again)
    start_on(again, qtbot, "Jan", "31", "2027")
    again.pace.start_field.month.setCurrentIndex(1)
    assert "That month has no such day." in said(again)
    start_on(again, qtbot, "Feb", "3", "2027")
    assert again.pace.start() == date(2027, 2, 3)
    assert "This day" not in said(again)


def test_half_a_date_changes_nothing_and_outlives_another_language(sitting: Begin, qtbot) -> None:
    one, page = plan(sitting, "ready-for-california-1")
    before = page.name
    page.pace.start_field.year.setFocus()
    qtbot.keyClick(page.pace.start_field.year, Qt.Key.Key_Backspace)
    assert page.name == before
    again = one.open(PlanPage, language="es")
    assert again.pace.start_field.year.text() == "202"
    assert again.pace.start() is None


def test_a_pace_set_elsewhere_is_shown_whatever_it_is(sitting: Begin) -> None:
    one = sitting(answers_of("ready-for-california-1"), "plan")
    one.navigator.drafts[TRIAL] = Trial(pace=Pace(training=1, work=12.5))
    page = one.open(PlanPage)
    assert page.pace.training.currentText() == "1 hour"
    assert page.pace.work.currentText() == "12.5 hours"


def test_hours_are_asked_for_only_where_steps_hang_on_them(sitting: Begin) -> None:
    _, page = plan(sitting, "degree-instead-of-work")
    assert not page.pace.training.isVisible()
    assert not page.pace.work.isVisible()
    assert page.pace.start_field.isVisible()


# ---------------------------------------------------------------- what if


def test_standings_and_dates_follow_a_switch_at_once_and_no_answer_does(sitting: Begin, qtbot) -> None:
    one, page = plan(sitting, "ready-for-california-1")
    assert outlook(page).startswith("As things are today:")
    assert "California, Specialist II: Not yet. With all the steps: Feb 28, 2027 at the earliest." in plain(
        page
    )
    click(qtbot, switch(page, "I get the California certificate"))
    assert "With these on, as of Feb 14, 2027:" in plain(page)
    assert "California, Specialist II: Would match, ask first. From Feb 28, 2027 at the earliest." in plain(
        page
    )
    click(qtbot, switch(page, "The employer says yes: a year of direct work, or a degree"))
    assert "California, Specialist II: Would match. From Feb 28, 2027 at the earliest." in plain(page)
    assert one.answers == answers_of("ready-for-california-1")
    assert one.navigator.view.judgement.matched["ca-calaveras"] == "ca-calaveras-1"


def test_a_switch_by_keys_keeps_the_keys_and_its_state_over_a_change_of_language(
    sitting: Begin, qtbot
) -> None:
    one, page = plan(sitting, "ready-for-california-1")
    training = switch(page, "I finish the training")
    training.setFocus()
    qtbot.keyClick(training, Qt.Key.Key_Space)
    assert training.isChecked()
    assert training.hasFocus()
    again = one.open(PlanPage, language="es")
    assert switch(again, "Termino la capacitación").isChecked()


def test_if_i_start_volunteering_in_march(sitting: Begin, qtbot) -> None:
    answers = {**answers_of("degree-instead-of-work")}
    _, page = plan(sitting, answers)
    start_on(page, qtbot, "Mar", "1", "2027")
    click(qtbot, switch(page, "I volunteer as a peer"))
    assert "California, Specialist I: Would match. From Aug 30, 2027." in plain(page)


def plain(page: PlanPage) -> str:
    return outlook(page).replace("\N{NO-BREAK SPACE}", " ")


# ---------------------------------------------------------------- around it


def test_back_leads_to_the_results_and_on_to_the_stories(sitting: Begin, qtbot) -> None:
    one, page = plan(sitting, "ready-for-california-1")
    click(qtbot, button(page.window(), "Stories to have ready"))
    assert one.navigator.session.at == "stories"
    one.navigator.go_to("plan")
    page = one.open(PlanPage)
    click(qtbot, button(page.window(), "Back"))
    assert one.navigator.session.at == "results"


def test_without_any_answers_the_questions_are_the_way_on(sitting: Begin, qtbot) -> None:
    one, page = plan(sitting, {})
    click(qtbot, button(page.window(), "Start the questions"))
    assert one.navigator.session.at == one.navigator.view.open_questions[0]


@pytest.mark.parametrize("sheet", ALL_SHEETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_has_a_name_and_some_words_are_never_used(
    sitting: Begin, sheet: str, language: str
) -> None:
    _, page = plan(sitting, sheet, language=language)
    assert unnamed(page) == []
    assert not [word for word in NEVER if word in said(page).lower()]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_nothing_is_wider_than_the_window(sitting: Begin, name, scale: float, size: tuple[int, int]) -> None:
    for language in LANGUAGES:
        _, page = plan(
            sitting, "four-months-and-counting", theme=Theme(name, scale), size=size, language=language
        )
        page.window().grab()
        assert page.minimumSizeHint().width() <= size[0]
        assert page.width() <= size[0]


# ---------------------------------------------------------------- the margin


def test_where_nothing_can_be_tried_out_or_set_it_tells_only_how_things_are(sitting: Begin) -> None:
    _, page = plan(sitting, {})
    assert not [one for one in page.findChildren(Switch) if one.isVisible()]
    assert not page.pace.isVisible()
    text = said(page)
    assert "As things are today" in text
    assert "What if…" not in text


@pytest.mark.parametrize("width", [1280, 480])
@pytest.mark.parametrize("answers", ["degree-instead-of-work", "ready-for-california-1"])
def test_all_pills_stand_in_one_place(sitting: Begin, answers: str, width: int) -> None:
    """All beside their names and to the right, or all below them and to the left."""
    _, page = plan(sitting, answers, size=(width, 800))
    pills = [one for one in page.what_if.findChildren(Pill) if one.isVisible()]
    assert len(pills) == 4
    assert len({one.x() for one in pills}) == 1 or len({one.geometry().right() for one in pills}) == 1
    assert len({one.y() > 8 for one in pills}) == 1


def test_another_plan_gives_each_step_the_height_that_it_needs(sitting: Begin) -> None:
    _, page = plan(sitting, "ready-for-california-1")
    page.plan_for("tx-state-2")
    QApplication.processEvents()
    steps = [one for one in page.findChildren(StepRow) if one.isVisible()]
    assert len(steps) > 3
    assert [one.height() for one in steps] == [one.heightForWidth(one.width()) for one in steps]
