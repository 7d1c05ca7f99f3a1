"""A sitting goes on and back, and keeps every answer on the way."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.answers.sheet import SheetError
from desktop_app.interview.session import CHECK, PLAN, RESULTS, STORIES, WELCOME, Interview, Session
from desktop_app.rulebook.load import NoRuleInForceError, Rulebook

AS_OF = date(2026, 11, 22)
BOTH = ("ca-calaveras", "tx-state")


@pytest.fixture
def interview(book: Rulebook) -> Interview:
    return Interview(book, BOTH, AS_OF)


@pytest.fixture
def session(interview: Interview) -> Session:
    return interview.start(Session(AS_OF, BOTH))


def at(interview: Interview, session: Session, fact: str) -> Session:
    return interview.go_to(session, fact)


def test_it_starts_at_the_first_question(session: Session) -> None:
    assert session.at == "lived_experience"
    assert not session.touched


def test_going_on_skips_what_has_no_answer(interview: Interview, session: Session) -> None:
    session = interview.go_on(session)
    assert session.at == "high_school"
    assert "lived_experience" in interview.view(session).open_questions


def test_going_back_keeps_later_answers(interview: Interview, session: Session) -> None:
    session = interview.answer(interview.go_on(session), "high_school", "diploma")
    session = interview.answer(interview.go_on(session), "college_degree", "associate")
    session = interview.go_back(interview.go_back(session))
    assert session.at == "lived_experience"
    assert session.answers == {"high_school": "diploma", "college_degree": "associate"}


def test_going_back_from_the_first_question_comes_to_the_welcome(
    interview: Interview, session: Session
) -> None:
    session = interview.go_back(session)
    assert session.at == WELCOME
    assert interview.go_back(session).at == WELCOME


def test_the_whole_way_ends_at_the_results(interview: Interview, session: Session) -> None:
    pages = [session.at]
    while session.at != RESULTS:
        session = interview.go_on(session)
        pages.append(session.at)
    assert pages == list(interview.view(session).pages[1:])
    assert pages[-2:] == [CHECK, RESULTS]
    assert interview.go_on(session).at == RESULTS


def test_the_plan_and_the_stories_stand_behind_the_results(interview: Interview, session: Session) -> None:
    for page in (PLAN, STORIES):
        looked = at(interview, at(interview, session, RESULTS), page)
        assert page not in interview.view(looked).pages
        assert interview.go_back(looked).at == RESULTS
        assert interview.go_on(looked).at == RESULTS
        assert interview.view(looked).section is None


def test_a_look_at_the_results_leads_back_to_the_question(interview: Interview, session: Session) -> None:
    session = interview.look(at(interview, session, "drivers_license"))
    assert session.at == RESULTS
    assert interview.go_back(session).at == "drivers_license"
    planned = at(interview, session, PLAN)
    again = interview.go_back(interview.go_back(planned))
    assert (again.at, again.left_at) == ("drivers_license", None)


def test_a_look_while_an_answer_is_changed_loses_neither_way_back(
    interview: Interview, session: Session
) -> None:
    session = interview.change(at(interview, session, CHECK), "high_school")
    session = interview.go_back(interview.look(session))
    assert (session.at, session.from_check) == ("high_school", True)
    assert interview.go_on(session).at == CHECK


def test_after_going_elsewhere_back_from_the_results_leads_to_the_check_page(
    interview: Interview, session: Session
) -> None:
    session = interview.look(at(interview, session, "high_school"))
    session = at(interview, at(interview, session, CHECK), RESULTS)
    assert interview.go_back(session).at == CHECK
    assert interview.go_back(interview.look(at(interview, session, CHECK))).at == CHECK


def test_changing_an_answer_on_the_check_page_returns_there(interview: Interview, session: Session) -> None:
    session = interview.change(at(interview, session, CHECK), "drivers_license")
    session = interview.go_on(interview.answer(session, "drivers_license", "none"))
    assert session.at == CHECK
    assert not session.from_check


def test_back_from_a_change_returns_to_the_check_page(interview: Interview, session: Session) -> None:
    session = interview.go_back(interview.change(at(interview, session, CHECK), "high_school"))
    assert (session.at, session.from_check) == (CHECK, False)


def test_a_change_that_calls_for_a_follow_up_asks_it_and_then_returns(
    interview: Interview, session: Session
) -> None:
    session = interview.change(at(interview, session, CHECK), "college_degree")
    session = interview.go_on(interview.answer(session, "college_degree", "associate"))
    assert session.at == "degree_field"
    assert interview.go_on(session).at == CHECK


def test_two_follow_ups_of_one_change_come_one_after_the_other(
    interview: Interview, session: Session
) -> None:
    session = interview.change(at(interview, session, CHECK), "tx_certificate")
    session = interview.go_on(interview.answer(session, "tx_certificate", "current"))
    assert session.at == "tx_certificate_expires"
    session = interview.go_on(session)
    assert session.at == "tx_certificate_type"
    assert interview.go_on(session).at == CHECK


def test_a_question_that_its_own_answer_makes_moot_does_not_lose_the_way(
    interview: Interview, session: Session
) -> None:
    """The type is no longer asked once the day shows that the certificate has run out."""
    session = interview.answer(session, "tx_certificate", "current")
    session = at(interview, session, "tx_certificate_type")
    session = interview.answer(session, "tx_certificate_expires", "2020-01-01")
    assert "tx_certificate_type" not in interview.view(session).pages
    assert interview.go_on(session).at == "age_18_or_over"
    assert interview.go_back(session).at == "tx_certificate_expires"


def test_an_answer_taken_away_is_open_again(interview: Interview, session: Session) -> None:
    session = interview.answer(session, "high_school", "diploma")
    session = interview.answer(session, "high_school", None)
    assert session.answers == {}


def test_an_answer_that_cannot_be_is_refused_and_the_rest_stays(
    interview: Interview, session: Session
) -> None:
    session = interview.answer(session, "high_school", "diploma")
    with pytest.raises(SheetError):
        interview.answer(session, "lived_experience", ["none_of_these", "caregiver"])
    assert session.answers == {"high_school": "diploma"}


def test_the_view_knows_its_section_and_judges(interview: Interview, session: Session) -> None:
    session = at(interview, session, "high_school")
    view = interview.view(session)
    assert view.section is not None
    assert view.section.id == "education"
    assert interview.view(at(interview, session, CHECK)).section is None
    assert [position.outcome for position in view.judgement.positions] == ["cannot_tell"] * 4


def test_a_day_before_the_rules_is_an_error_and_no_fallback(book: Rulebook) -> None:
    with pytest.raises(NoRuleInForceError):
        Interview(book, ("tx-state",), date(2023, 8, 31))
    assert Interview(book, ("ca-calaveras",), date(2023, 8, 31)).packs
