"""The results page: every outcome named, strengths first, nothing private, and a way to what is still open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ui.pages.results import ResultsPage
from desktop_app.ui.theme import THEMES, Theme
from desktop_app.ui.widgets import requirement_row
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.pill import Pill
from tests.ui.pages.conftest import SHEETS, Sitting, answers_of
from tests.ui.pages.use import button, click, said
from tests.ui.tree import press, unnamed

Begin = Callable[..., Sitting]

ALL_SHEETS = sorted(file.stem for file in SHEETS.glob("*.json") if not file.stem.endswith(".expected"))
NEVER = ("eligible", "fail", "reject", "elegible", "califica", "rechaz")


def results(sitting: Begin, sheet: str, *series: str) -> tuple[Sitting, ResultsPage]:
    one = sitting(answers_of(sheet), "results", series)
    return one, one.open(ResultsPage)


def opened(page: ResultsPage) -> str:
    """The title of the panel that is open."""
    panels = [
        panel.accessibleName()
        for panel in page.findChildren(Panel)
        if panel.isVisible() and panel.findChild(requirement_row.RequirementRow)
    ]
    assert len(panels) == 1
    return panels[0]


def rows(page: ResultsPage) -> list[str]:
    """What each requirement of the open position says."""
    return [said(row) for row in page.findChildren(requirement_row.RequirementRow) if row.isVisible()]


# ---------------------------------------------------------------- what is said


@pytest.mark.parametrize("sheet", ALL_SHEETS)
def test_the_sentence_names_both_levels_of_each_state(sitting: Begin, sheet: str) -> None:
    _, page = results(sitting, sheet)
    for state in ("California", "Texas"):
        sentence = next(part for part in page.name.split("In ") if part.startswith(state))
        assert "Specialist I" in sentence
        assert "Specialist II" in sentence
    assert page.name in said(page).replace("\u00a0", " ")


@pytest.mark.parametrize("sheet", ALL_SHEETS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_some_words_are_never_used(sitting: Begin, sheet: str, language: str) -> None:
    page = sitting(answers_of(sheet), "results").open(ResultsPage, language=language)
    for card in page.cards.values():
        card.setChecked(True)
        assert not [word for word in NEVER if word in said(page).lower()]


def test_it_is_a_self_assessment_of_a_day_and_the_posting_may_be_closed(sitting: Begin) -> None:
    _, page = results(sitting, "ready-for-california-1")
    assert "This is a self-assessment from your answers of November 22, 2026. The employer decides." in said(
        page
    )
    assert "The posting is from August 24, 2023. It may no longer be open. Call and ask." in said(page)
    assert "These are job titles of state agencies." in said(page)


def test_what_to_do_first_comes_with_the_exact_question(sitting: Begin) -> None:
    _, page = results(sitting, "degree-instead-of-work")
    assert "Do this first" in said(page)
    assert "Ask: “Is my degree in a related field for this job?”" in said(page)


def test_a_caution_stands_beside_the_sentence(sitting: Begin) -> None:
    _, page = results(sitting, "ready-for-california-1")
    assert "California, Specialist I. By the calendar you have the months." in said(page)
    assert "Texas. These are job titles of state agencies. Other employers may hire you first" in said(page)


def test_answers_that_do_not_go_together_are_told(sitting: Begin) -> None:
    answers = {**answers_of("ready-for-california-2"), "age_18_or_over": False}
    page = sitting(answers, "results").open(ResultsPage)
    assert "Please check. You told us of a current certificate and that you are under 18." in said(page)


def test_the_kind_of_lived_experience_is_not_on_the_page(sitting: Begin) -> None:
    one, page = results(sitting, "ready-for-california-1")
    assert one.answers["lived_experience"] == ["own_mental_health_services"]
    assert "What you chose counts here." in said(page)
    for card in page.cards.values():
        card.setChecked(True)
        assert "You have used mental health services." not in said(page)


# ---------------------------------------------------------------- positions


def test_a_card_says_level_outcome_and_how_much_is_in_place(sitting: Begin) -> None:
    _, page = results(sitting, "ready-for-california-1")
    assert (
        page.cards["ca-calaveras-1"].accessibleName()
        == "California, Specialist I, Matches now, 4 of 4 in place"
    )
    assert (
        page.cards["ca-calaveras-2"].accessibleName()
        == "California, Specialist II, Not yet, 3 of 5 in place, 2 to do"
    )
    assert page.cards["tx-state-1"].accessibleName() == "Texas, Specialist I, Not yet, 1 to ask, 1 to do"


@pytest.mark.parametrize(
    ("sheet", "open_first"),
    [
        ("degree-instead-of-work", "California · Calaveras County, Specialist II"),
        ("ready-for-california-1", "California · Calaveras County, Specialist II"),
        ("ready-for-california-2", "California · Calaveras County, Specialist II"),
        ("texas-lead", "Texas · State jobs, Specialist I"),
    ],
)
def test_what_has_most_to_say_is_open_at_first(sitting: Begin, sheet: str, open_first: str) -> None:
    _, page = results(sitting, sheet)
    assert opened(page) == open_first


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_result_itself_is_seen_and_heard_first(sitting: Begin, scale: float) -> None:
    one = sitting(answers_of("ready-for-california-1"), "results")
    page = one.open(ResultsPage, size=(1024, 700), theme=Theme("light", scale))
    assert page.first().accessibleName() == page.name
    assert page.first().hasFocus()
    assert not page.first().visibleRegion().isEmpty()


def test_one_position_is_open_at_a_time(sitting: Begin, qtbot) -> None:
    _, page = results(sitting, "ready-for-california-1")
    click(qtbot, page.cards["tx-state-2"])
    assert opened(page) == "Texas · State jobs, Specialist II"
    page.cards["ca-calaveras-1"].setFocus()
    qtbot.keyClick(page.cards["ca-calaveras-1"], Qt.Key.Key_Space)
    assert opened(page) == "California · Calaveras County, Specialist I"
    press(page, page.cards["tx-state-1"].accessibleName())
    assert opened(page) == "Texas · State jobs, Specialist I"


def test_the_panel_touches_its_card_on_either_side(sitting: Begin, qtbot) -> None:
    _, page = results(sitting, "ready-for-california-1")
    for card in page.cards.values():
        click(qtbot, card)
        QApplication.processEvents()  # everything has its place before it is painted
        panel = next(row for row in page.findChildren(requirement_row.RequirementRow) if row.isVisible())
        card_left = card.mapTo(page, card.rect().topLeft()).x()
        left = panel.mapTo(page, panel.rect().topLeft()).x()
        assert left <= card_left + 36 <= left + panel.width()


def test_what_was_opened_stays_open_in_another_language(sitting: Begin, qtbot) -> None:
    one, page = results(sitting, "ready-for-california-1")
    click(qtbot, page.cards["tx-state-2"])
    assert opened(one.open(ResultsPage, language="es")) == "Texas · Empleos del estado, Especialista II"


def test_strengths_come_first(sitting: Begin) -> None:
    _, page = results(sitting, "ready-for-california-1")
    found = [row for row in page.findChildren(requirement_row.RequirementRow) if row.isVisible()]
    standings = [pill.standing for row in found if (pill := row.findChild(Pill))]
    assert standings == ["met", "met", "met", "todo", "todo"]


def test_a_requirement_says_why_what_is_asked_what_would_change_it_and_where_it_is_read(
    sitting: Begin,
) -> None:
    _, page = results(sitting, "ready-for-california-1")
    row = next(row for row in rows(page) if "A year of direct work" in row)
    assert "Not yet" in row
    assert "What is asked: A year of direct work with clients" in row
    assert "What would change it: Add months of direct work with clients." in row
    assert "Posting, “Education, Training and Experience, Specialist II”, line 1. Our reading." in row


def test_the_steps_to_a_certificate_are_signs_and_words(sitting: Begin) -> None:
    _, page = results(sitting, "ready-for-california-1")
    row = next(row for row in rows(page) if "California peer certificate" in row)
    assert "6 of 9 steps in place" in row
    assert "To do: proof of school; 80 hours of training; the exam." in row
    assert "Finish the 80 hours" not in row


def test_the_steps_fold_out_and_stay_so_in_another_language(sitting: Begin, qtbot) -> None:
    one, page = results(sitting, "ready-for-california-1")
    click(qtbot, steps(page).head)
    row = next(row for row in rows(page) if "California peer certificate" in row)
    assert "80 hours of training. Not yet." in row
    assert "Finish the 80 hours with an approved provider." in row
    again = one.open(ResultsPage, language="es")
    assert steps(again).is_open()
    click(qtbot, steps(again).head)
    assert not steps(one.open(ResultsPage)).is_open()


def steps(page: ResultsPage) -> FoldNote:
    """Those of the open position."""
    return next(fold for fold in page.findChildren(FoldNote) if " 9" in fold.head.text() and fold.isVisible())


def test_what_is_merely_good_to_have_says_so(sitting: Begin, qtbot) -> None:
    _, page = results(sitting, "texas-lead")
    click(qtbot, page.cards["tx-state-2"])
    assert "Good to have. The result doesn't hang on it." in said(page)
    assert not any("Good to have." in row for row in rows(page))  # it is said once, above these


def test_one_state_alone(sitting: Begin) -> None:
    _, page = results(sitting, "ready-for-california-1", "ca-calaveras")
    assert list(page.cards) == ["ca-calaveras-1", "ca-calaveras-2"]
    assert "Texas" not in page.name


def test_pay_is_folded_dated_and_its_contradictions_named(sitting: Begin, qtbot) -> None:
    _, page = results(sitting, "ready-for-california-1")
    pay = next(fold for fold in page.findChildren(FoldNote) if fold.head.text() == "Pay, as posted")
    assert not pay.is_open()
    click(qtbot, pay.head)
    assert "The posting gives two sets of numbers that do not agree." in said(pay)
    assert "fiscal year 2024" in said(pay)


# ---------------------------------------------------------------- ways on


def test_an_open_question_can_be_answered_from_here(sitting: Begin, qtbot) -> None:
    one, page = results(sitting, "mostly-silent")
    click(qtbot, button(page, "Answer now"))
    assert one.navigator.session.at == "high_school"  # "I'm not sure" may be thought over
    assert one.navigator.session.from_check


def test_what_a_person_would_rather_not_say_is_not_asked_again(sitting: Begin) -> None:
    _, page = results(sitting, "mostly-silent")
    offered = [each.accessibleName() for each in page.findChildren(Button) if each.words() == "Answer now"]
    assert offered
    assert "Answer now: What kind of lived experience do you have?" not in offered
    assert "lived_experience" not in page.summary.first.facts
    assert "Answer now: What kind of lived experience do you have?" not in said(page)


def test_answers_that_come_first_are_links(sitting: Begin, qtbot) -> None:
    one, page = results(sitting, "four-months-and-counting")
    assert "Answer 3 more questions." in said(page)
    press(page, "Answer now: Do you have a Texas peer certificate?")
    qtbot.waitUntil(lambda: one.navigator.session.at == "tx_certificate")


def test_at_most_three_questions_are_asked_of_a_position(sitting: Begin) -> None:
    one = sitting({}, "results")
    page = one.open(ResultsPage)
    assert len([each for each in page.findChildren(Button) if each.words() == "Answer now"]) <= 6
    assert "I'm not sure" not in said(page)


def test_few_questions_stand_in_one_note_for_all_that_they_tell_about(sitting: Begin) -> None:
    _, page = results(sitting, "ready-for-california-2")
    assert "3 answers tell more about Texas\n" in said(page._notes)
    assert "tell more about Texas, Specialist" not in said(page._notes)


def test_changing_answers_leads_to_the_check_page(sitting: Begin, qtbot) -> None:
    one, page = results(sitting, "texas-lead")
    click(qtbot, button(page.window(), "Change answers"))
    assert one.navigator.session.at == "check"


@pytest.mark.parametrize("sheet", ["mostly-silent", "ready-for-california-1"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("look", [(name, scale) for name in THEMES for scale in (1.0, 2.0)], ids=str)
def test_every_part_has_a_name_and_fits(sitting: Begin, sheet: str, language: str, look) -> None:
    for size in ((1280, 800), (1024, 700)):
        page = sitting(answers_of(sheet), "results").open(
            ResultsPage, language=language, theme=Theme(*look), size=size
        )
        for card in page.cards.values():
            card.setChecked(True)
            assert unnamed(page) == []
            around = page.parentWidget()
            assert around is not None
            assert page.minimumSizeHint().width() <= around.width()


def test_what_is_open_is_what_the_first_answers_tell_about(sitting: Begin) -> None:
    page = sitting({}, "results").open(ResultsPage)
    assert opened(page) == "Texas · State jobs, Specialist I"
    assert page.summary.first.items[0] in said(page._first)
    elsewhere = said(page._notes)
    assert "3 answers tell more about California\n" in elsewhere
    assert "tell more about Texas" not in elsewhere


def test_what_has_no_mark_on_the_card_stands_apart(sitting: Begin) -> None:
    _, page = results(sitting, "mostly-silent")
    before, _, after = said(page).partition("Good to have. The result doesn't hang on it.")
    marks = page.summary.series[1].positions[0].marks
    shown = [row for row in page.findChildren(requirement_row.RequirementRow) if row.isVisible()]
    assert len(shown) == len(marks) + 1
    assert shown[-1].accessibleName() in after
    assert all(row.accessibleName() in before for row in shown[:-1])


def test_several_open_answers_are_counted_and_listed_once(sitting: Begin) -> None:
    _, page = results(sitting, "mostly-silent")
    row = next(row for row in rows(page) if "The agency weighs this" in row)
    assert row.count("We don't know yet") == 1  # what was not to be said is no open answer
    assert "3 answers are still open." in row
    assert row.partition("These answers would tell:")[2].count("Answer now: ") == 3


def test_a_question_is_led_to_once_in_a_panel(sitting: Begin) -> None:
    page = sitting({}, "results", ("tx-state",)).open(ResultsPage)
    told = "".join(rows(page))
    assert told.count("Answer now: Do you have a Texas peer certificate?") == 1
    assert told.count("Answer now: Did you finish high school") == 1
    assert "Answers from above tell this too: high school; college degree." in told


def test_a_sheet_with_nothing_in_it_has_results_too(sitting: Begin) -> None:
    page = sitting({}, "results").open(ResultsPage)
    assert "we can't tell yet" in page.name


def test_with_nothing_answered_the_questions_are_the_way_on(sitting: Begin, qtbot) -> None:
    one = sitting({}, "results")
    page = one.open(ResultsPage)
    bar = page.window()
    assert [each.words() for each in bar.findChildren(Button) if each.kind == "primary"] == [
        "Start the questions"
    ]
    page.save()
    assert button(bar, "Start the questions").kind == "secondary"  # while it is asked where to save
    click(qtbot, button(page, "Not now"))
    click(qtbot, button(bar, "Start the questions"))
    assert one.navigator.session.at == "lived_experience"


# ---------------------------------------------------------------- when, and the plan


def test_when_time_alone_would_do_is_said_with_what_comes_last(sitting: Begin) -> None:
    answers = {**answers_of("four-months-and-counting"), "drivers_license": "california"}
    page = sitting(answers, "results").open(ResultsPage)
    text = said(page)
    assert "When could these match?" in text
    assert "From January 13, 2027, if you keep the roles you have now." in text
    assert "What comes last: Six months of peer support." in text


def test_months_that_are_reached_are_told_although_more_is_missing(sitting: Begin) -> None:
    _, page = results(sitting, "four-months-and-counting")
    assert "Not by time alone. Your plan shows what can be done." in said(page)
    assert "Six months of peer support: on January 13, 2027." in said(page)
    assert "We can't say yet. Not everything is answered." in said(page)


def test_nothing_is_said_of_when_where_all_of_it_matches(sitting: Begin) -> None:
    _, page = results(sitting, "texas-lead", "tx-state")
    assert "When could these match?" not in said(page)


def test_the_plan_is_one_press_away(sitting: Begin, qtbot) -> None:
    one, page = results(sitting, "ready-for-california-1")
    click(qtbot, button(page.window(), "See my plan"))
    assert one.navigator.session.at == "plan"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("sheet", ALL_SHEETS)
def test_the_cards_of_both_states_stand_on_one_line(sitting: Begin, language: str, sheet: str) -> None:
    page = sitting(answers_of(sheet), "results").open(ResultsPage, language=language)
    places = {(card.mapTo(page, card.rect().topLeft()).y(), card.height()) for card in page.cards.values()}
    assert len(places) == 1


def test_the_bar_says_what_becomes_of_the_answers_as_on_every_page(sitting: Begin) -> None:
    _, page = results(sitting, "ready-for-california-1")
    assert page.kept == page.stage.words.say("window.saved")
    assert page.kept in said(page.window())
