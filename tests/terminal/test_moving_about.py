"""Back, skip, help, check, the other language, and leaving: nothing entered is lost on the way."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner

from desktop_app.rulebook.load import Rulebook
from desktop_app.terminal import run_interview
from tests.terminal.conftest import BOTH, CALIFORNIA, TEXAS, Hold

HIGH_SCHOOL = "Did you finish high school"
TO_HIGH_SCHOOL = (*BOTH, "")
TO_CHECK = (*TEXAS, *[""] * 7)
TO_RESULTS = (*TO_CHECK, "")


def test_it_opens_with_what_happens_to_the_answers_and_the_support_line(hold: Hold) -> None:
    opening, _, _ = hold().flat.partition("Who is this for?")
    assert "Nothing leaves this computer. Nothing is saved, unless you save a report" in opening
    assert "988" in opening


def test_the_language_is_asked_for_in_every_language(hold: Hold) -> None:
    held = hold("francés", "b", "2", language=None, ended="t\n")
    assert "Choose a language" in held.text
    assert "Elija un idioma" in held.text
    assert held.text.count("“francés”") == 2
    assert "¿Para quién es?" in held.text


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", "Who is this for?"),
        ("english", "Who is this for?"),
        ("Español", "¿Para quién es?"),
        ("l", "¿Para"),
    ],
)
def test_the_language_by_name_or_by_enter(hold: Hold, typed: str, asked: str) -> None:
    assert asked in hold(typed, language=None, ended="q\n").text


def test_a_number_that_the_check_does_not_list(hold: Hold) -> None:
    held = hold(*TEXAS, "c", "9", "c", "7")
    assert "“9” is not one of the numbers. Type a number from 1 to 8." in held.text
    assert "Do you have a Texas peer certificate?" in held.text


def test_enter_does_not_leave_the_results(hold: Hold) -> None:
    held = hold(*TO_RESULTS, "1", "", "?")
    assert "Type one of the numbers." in held.text
    assert held.text.count("What do you want to do now?") == 3


def test_enter_alone_skips(hold: Hold) -> None:
    held = hold(*BOTH, "", "", "")
    assert held.text.count("Skipped.") == 3
    assert "Question 4 of" in held.text


def test_skip_in_words_skips_too_whatever_the_question(hold: Hold) -> None:
    by_enter = hold(*BOTH, *[""] * 40).text.count("Skipped.")
    held = hold(*BOTH, *["Skip"] * by_enter)
    assert held.text.count("Skipped.") == by_enter > 15
    assert "not one of the numbers" not in held.text
    en_espanol = hold(*BOTH, "saltar", language="es")
    assert "no es uno de los números" not in en_espanol.text


def test_skipping_everything_never_comes_to_a_no(hold: Hold) -> None:
    held = hold(*BOTH, *[""] * 40)
    assert "we can't tell yet about" in held.flat
    assert ": Not yet" not in held.text


def test_going_back_keeps_the_answer_and_enter_keeps_it_too(hold: Hold) -> None:
    held = hold(*TO_HIGH_SCHOOL, "2", "b", "", "c")
    assert "2. I passed the GED or HiSET (your answer)" in held.text
    assert held.text.count("Noted: I passed the GED or HiSET") == 2
    assert "High school: I passed the GED or HiSET" in held.text


def test_going_back_from_the_first_question_lets_one_choose_the_jobs_again(hold: Hold) -> None:
    held = hold("2", "1", "1", "b", "b", "", "2", "", "c")
    assert "Go through it together." in held.flat
    assert "Enter for 2:" in held.text, "helping a client stays chosen"
    assert "Part of your life: 1 chosen. Kept private." in held.text
    assert "Texas certificate: Not answered" in held.text
    assert "California certificate: Not answered" not in held.text


def test_there_is_nothing_before_the_start(hold: Hold) -> None:
    assert "There is nothing before it." in hold("b").flat
    assert "There are no answers to check yet." in hold("c").flat


def test_going_back_from_the_jobs_keeps_for_whom_it_is(hold: Hold) -> None:
    held = hold("2", "b", "", "", "")
    assert "Enter for 2:" in held.text
    assert "Go through it together." in held.flat


def test_help_says_why_and_from_where_and_explains_the_words(hold: Hold) -> None:
    held = hold(*BOTH, "?")
    assert "Why we ask: Peer support rests on having been there." in held.flat
    assert "Where it comes from: Posting, “Education, Training and Experience”, line 2. Read on" in held.flat
    assert "Peer: Someone who has been through it" in held.flat
    assert held.text.count("Question 1 of") == 2, "the question is asked again after help"


@pytest.mark.parametrize("lines", [("?",), ("", "?"), (*BOTH, "c", "?"), (*BOTH, "", "", "", "1", "?")])
def test_help_is_everywhere(hold: Hold, lines: tuple[str, ...]) -> None:
    assert hold(*lines).text.count("At any time:") == 2


def test_checking_midway_comes_back_to_the_same_question(hold: Hold) -> None:
    held = hold(*TO_HIGH_SCHOOL, "c", "")
    assert held.text.count(HIGH_SCHOOL) == 2
    assert "Enter to go back to the question:" in held.flat


def test_changing_an_answer_leads_back_to_the_check(hold: Hold) -> None:
    held = hold(*TO_HIGH_SCHOOL, "2", "c", "2", "1", "")
    assert "High school: I passed the GED or HiSET" in held.text
    assert "High school: I have a high school diploma" in held.text
    assert "Question 3 of" in held.text.rpartition("Check your answers")[2]


def test_a_change_that_calls_for_a_follow_up_asks_it_first(hold: Hold) -> None:
    held = hold(*CALIFORNIA, *[""] * 20, "b", "3", "2", "1")
    after = held.text.rpartition("Noted: An associate degree")[2]
    assert after.index("What did you study?") < after.index("Check your answers")


def test_back_from_the_check_is_the_last_question_or_where_one_left(hold: Hold) -> None:
    assert hold(*TO_HIGH_SCHOOL, "c", "b").text.count(HIGH_SCHOOL) == 2
    held = hold(*TO_CHECK, "b")
    assert held.text.count("Do you have a Texas peer certificate?") == 2


def test_the_check_leads_to_the_results_by_its_last_number(hold: Hold) -> None:
    held = hold(*TEXAS, "c", "8")
    assert "8. See your results" in held.text
    assert "Do this first" in held.text


def test_what_is_private_is_only_counted(hold: Hold) -> None:
    held = hold(*BOTH, "1 and 7", "c")
    assert held.text.count("2 chosen. Kept private.") == 2


def test_an_answer_can_be_taken_away(hold: Hold) -> None:
    held = hold(*TO_HIGH_SCHOOL, "2", "b", "8", "c")
    assert "Your answer is taken away." in held.text
    assert "High school: Not answered" in held.text


def test_the_language_changes_on_the_way_and_answers_stay(hold: Hold) -> None:
    held = hold(*TO_HIGH_SCHOOL, "2", "b", "l", "i", "")
    assert "¿Terminó la preparatoria" in held.text
    assert "2. Aprobé el GED o el HiSET (su respuesta)" in held.text
    assert held.text.count("Noted: I passed the GED or HiSET") == 2


def test_one_goes_on_from_the_results_to_the_answers(hold: Hold) -> None:
    assert hold(*TO_RESULTS, "b").text.count("Check your answers") == 2
    held = hold(*TO_RESULTS, "1", "4", "1")
    assert held.text.count("Which of these are part of your life?") == 2


def test_the_results_are_read_in_parts_and_can_be_cut_short(hold: Hold) -> None:
    held = hold(*TO_RESULTS, "", "?", "i", "9", "1")
    assert "Texas, Certified Peer Support Specialist I: " in held.flat
    assert "Specialist II: Can't" not in held.flat
    assert "What do you want to do now?" in held.text


def test_the_results_change_their_language(hold: Hold) -> None:
    held = hold(*TO_RESULTS, "l", "1", "i", "", "1")
    assert held.text.count("Sus resultados") == 1
    assert held.text.count("Your results") == 2


# ---------------------------------------------------------------- leaving


def test_leaving_with_nothing_answered_asks_nothing(hold: Hold) -> None:
    held = hold(*BOTH, ended="q\n")
    assert held.code == 0
    assert "Quit anyway?" not in held.text


def test_leaving_asks_once_when_answers_would_be_gone(hold: Hold) -> None:
    held = hold(*BOTH, "1", "q", "", "2", ended="quit\ny\n")
    assert held.code == 0
    assert held.text.count("Quit anyway?") == 2, "once each time"
    assert "Noted: I passed the GED or HiSET" in held.text, "the first time it was not meant"


def test_an_entry_that_was_only_begun_is_worth_asking_too(hold: Hold) -> None:
    assert "Quit anyway?" in hold(*BOTH, "", "", "", "1", "1").text


@pytest.mark.parametrize("ends_it", [EOFError, KeyboardInterrupt])
def test_it_ends_with_one_plain_sentence(book: Rulebook, ends_it: type[BaseException]) -> None:
    def ended(prompt: str = "") -> str:
        raise ends_it

    # What is put in place of the prompt goes before the isolation's own prompt does, or that one would stay.
    with CliRunner().isolation() as streams, pytest.MonkeyPatch.context() as patch:
        patch.setattr("click.termui.visible_prompt_func", ended)
        code = run_interview(book, date(2026, 11, 22), "es")
        text = streams[2].getvalue().decode()
    assert code == 1
    assert text.endswith("\nSe detuvo. Sus respuestas no se guardaron.\n")


def test_a_day_before_every_rule_is_said_plainly(book: Rulebook) -> None:
    with CliRunner().isolation(input="\n") as streams:
        assert run_interview(book, date(2020, 1, 1), "en") == 2
        assert "The rules for" in streams[2].getvalue().decode()
