"""One question a page: it is kept at once, can be skipped, left unsure or unsaid, and explains itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.pages.use import click
from tests.ui.tree import unnamed
from tests.ui.window.conftest import ALT


def test_an_answer_is_kept_as_soon_as_it_is_chosen(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.choose("I passed the GED or HiSET")
    assert at.answers == {"high_school": "ged_or_hiset"}


def test_continue_with_nothing_chosen_skips_and_is_never_greyed(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.click("Continue")
    assert at.at == "college_degree"
    assert at.answers == {}


def test_skip_takes_an_answer_back(desk) -> None:
    at = desk()
    at.go_to("high_school", {"high_school": "diploma"})
    at.click("Skip this question")
    assert at.at == "college_degree"
    assert at.answers == {}


def test_not_sure_and_rather_not_say_are_answers_of_their_own(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.choose("I'm not sure")
    assert at.answers == {"high_school": "not_sure"}
    at.choose("I'd rather not say")
    assert at.answers == {"high_school": "prefer_not_to_say"}


def test_rather_not_say_is_for_personal_questions(desk, facts) -> None:
    at = desk()
    for fact in facts.by_id.values():
        if fact.kind in ("choice", "choices", "yes_no"):
            at.go_to(
                fact.id,
                {"ca_certificate": "none", "college_degree": "associate", "tx_certificate": "current"},
            )
            offered = [row.value for row in at.page.list.rows]
            assert "not_sure" in offered
            assert ("prefer_not_to_say" in offered) is fact.personal


def test_yes_and_no_are_kept_as_such(desk) -> None:
    at = desk()
    at.go_to("can_lead_groups")
    at.choose("No")
    assert at.answers == {"can_lead_groups": False}
    at.choose("Yes")
    assert at.answers == {"can_lead_groups": True}


def test_several_can_be_chosen_and_none_of_these_stands_alone(desk) -> None:
    at = desk()
    at.go_to("lived_experience")
    at.choose("I have used mental health services")
    at.choose("Someone in my family uses, or used, these services")
    assert at.answers == {"lived_experience": ["own_mental_health_services", "family_member"]}
    at.choose("None of these")
    assert at.answers == {"lived_experience": ["none_of_these"]}
    at.choose("I'd rather not say")
    assert at.answers == {"lived_experience": "prefer_not_to_say"}
    at.choose("I have used substance use services")
    at.choose("I have used substance use services")
    assert at.answers == {}


def test_lived_experience_is_about_me_or_about_someone_close(desk) -> None:
    at = desk()
    at.go_to("lived_experience")
    said = at.said
    assert said.index("About me") < said.index("I have an intellectual disability")
    assert said.index("I have an intellectual disability") < said.index("About someone close to me")
    assert said.index("About someone close to me") < said.index("Someone in my family")
    assert "stays out of the report" in said


def test_it_says_why_it_asks_where_that_is_read_and_what_words_mean(desk) -> None:
    at = desk()
    at.go_to("high_school")
    for part in (
        "Both jobs in Calaveras County ask for it",
        "Posting, “Education, Training and Experience”, line 1",
        "Texas class 4008, “Experience and Education”, line 1",
        "GED and HiSET. Tests for people who left high school early.",
    ):
        assert part in at.said
    assert at.said.count("“Education, Training and Experience”, line 1") == 1


def test_f1_opens_why_we_ask_and_takes_the_keys_there(desk) -> None:
    at = desk(size=(1024, 700))
    at.go_to("high_school")
    at.page.why.fold_out(False)
    at.press(Qt.Key.Key_F1)
    at.qtbot.waitUntil(lambda: at.has_keys() is at.page.why.head)
    assert at.page.why.is_open()
    at.qtbot.waitUntil(lambda: at.window.frame.scroller.verticalScrollBar().value() > 0)


def test_where_the_margin_is_far_below_a_link_leads_to_it(desk) -> None:
    at = desk(scale=2.0)
    at.go_to("high_school")
    at.click("Why we ask")
    at.qtbot.waitUntil(lambda: at.has_keys() is at.page.why.head)


def test_what_was_answered_is_still_chosen_on_coming_back(desk) -> None:
    at = desk()
    at.go_to("high_school", {"high_school": "outside_us"})
    assert at.page.list.chosen() == ("outside_us",)
    assert at.has_keys() is at.page.first()
    at.click("Continue")
    at.press(Qt.Key.Key_Left, ALT)
    assert at.page.list.chosen() == ("outside_us",)


def test_figures_and_arrows_choose_and_enter_goes_on(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.press(Qt.Key.Key_2)
    assert at.answers == {"high_school": "ged_or_hiset"}
    at.press(Qt.Key.Key_Down)
    assert at.answers == {"high_school": "california_proficiency"}
    at.press(Qt.Key.Key_Return)
    assert at.at == "college_degree"


def test_a_follow_up_comes_only_when_it_is_called_for(desk) -> None:
    at = desk()
    at.go_to("college_degree")
    at.choose("An associate degree")
    at.click("Continue")
    assert at.at == "degree_field"
    at.click("Back")
    at.choose("No degree")
    at.click("Continue")
    assert at.at == "roles"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 700), 2.0)], ids=str)
def test_every_question_can_be_shown_and_everything_has_a_name(desk, facts, language, size, scale) -> None:
    answers = {"college_degree": "associate", "ca_certificate": "current", "tx_certificate": "current"}
    at = desk(language, size=size, scale=scale)
    for name in facts.by_id:
        at.go_to(name, answers)
        assert at.page.name in at.said
        assert not unnamed(at.window)
        assert at.page.width() <= at.window.frame.scroller.viewport().width()


# ---------------------------------------------------------------- a day


def day_question(desk):
    at = desk()
    at.go_to("ca_certificate_expires", {"ca_certificate": "current"})
    return at


def test_a_whole_day_is_kept_at_once(desk) -> None:
    at = day_question(desk)
    at.page.field.month.setFocus()
    for _ in range(5):
        at.press(Qt.Key.Key_Down)
    at.page.field.day.setFocus()
    at.press(Qt.Key.Key_3)
    at.press(Qt.Key.Key_1)
    at.page.field.year.setFocus()
    at.write("2027")
    assert at.answers["ca_certificate_expires"] == "2027-05-31"
    at.press(Qt.Key.Key_Return)
    assert at.at != "ca_certificate_expires"


def test_half_a_day_is_no_answer_and_continue_says_what_is_missing(desk) -> None:
    at = day_question(desk)
    at.page.field.year.setFocus()
    at.write("2027")
    at.click("Continue")
    assert at.at == "ca_certificate_expires"
    assert "One thing to put right" in at.said
    assert "Choose a month and a day" in at.said
    at.click("Choose a month and a day, and put in the year with four digits.")
    assert at.has_keys() is at.page.field.month


def test_half_a_day_outlives_a_change_of_language_and_going_back(desk) -> None:
    at = day_question(desk)
    at.page.field.year.setFocus()
    at.write("2027")
    at.window.speak("es")
    at.settle()
    assert at.page.field.year.text() == "2027"
    at.click("Atrás")
    at.click("Continuar")
    assert at.page.field.year.text() == "2027"


def test_a_day_the_month_does_not_have_is_pointed_at(desk) -> None:
    at = day_question(desk)
    at.page.field.set_value("2027-01-31")
    at.page.field.month.setCurrentIndex(1)
    at.click("Continue")
    assert "That month has no such day" in at.said
    at.page.field.day.setFocus()
    at.page.field.day.setCurrentIndex(0)
    assert "That month has no such day" not in at.said
    assert at.answers["ca_certificate_expires"] == "2027-02-01"


def test_not_knowing_the_day_is_an_answer(desk) -> None:
    at = day_question(desk)
    at.page.field.year.setFocus()
    at.write("2027")
    at.choose("I'm not sure")
    assert at.answers["ca_certificate_expires"] == "not_sure"
    assert at.page.field.state() == "empty"
    at.page.field.year.setFocus()
    at.write("2028")
    assert at.page.unsure.chosen() == ()
    at.click("Skip this question")
    assert "ca_certificate_expires" not in at.answers
    assert at.window.navigator.drafts == {}


def test_a_day_that_was_given_is_shown_again(desk) -> None:
    at = desk()
    at.go_to("ca_certificate_expires", {"ca_certificate": "current", "ca_certificate_expires": "2027-05-31"})
    assert at.page.field.value() == "2027-05-31"
    click(at.qtbot, at.page.unsure.rows[0])
    at.go_to("check")
    at.go_to("ca_certificate_expires")
    assert at.page.first() is at.page.unsure.rows[0]
