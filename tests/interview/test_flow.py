"""Only questions that matter for the chosen states and the answers so far are asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.answers.sheet import read_answers
from desktop_app.interview.flow import order_of_asking, questions_to_ask, sections
from desktop_app.judgement.judge import Judge
from desktop_app.rulebook.load import Facts, Rulebook
from tests.judgement.made import answers

AS_OF = date(2026, 11, 22)
PATH = {
    "age_18_or_over",
    "government_photo_id",
    "transcripts_available",
    "identifies_as_peer",
    "willing_to_share",
    "dedicated_to_recovery",
    "ca_ethics_agreement",
    "ca_training",
    "ca_training_provider_approved",
    "ca_exam",
}


def asked(book: Rulebook, said: dict[str, Any], *series: str) -> tuple[str, ...]:
    packs = book.in_force(AS_OF, series or None)
    judge = Judge([loaded.pack for loaded in packs], book.facts)
    order = order_of_asking(judge, book.facts, AS_OF)
    return questions_to_ask(order, read_answers(said, book.facts, AS_OF), judge, book.facts)


def test_what_can_settle_most_comes_first_in_its_section_and_its_follow_ups_at_once(book: Rulebook) -> None:
    """A current certificate settles ten things at a stroke; each step toward it only itself."""
    said = {"ca_certificate": "current", "tx_certificate": "current", "drivers_license": "none"}
    order = asked(book, said)
    assert order[order.index("ca_certificate") :] == (
        "ca_certificate",
        "ca_certificate_expires",
        "drivers_license",
        "tx_certificate",
        "tx_certificate_expires",
        "tx_certificate_type",
    )
    assert order[:3] == ("lived_experience", "high_school", "college_degree")


def test_the_order_hangs_on_the_chosen_jobs(book: Rulebook) -> None:
    california, texas = (asked(book, {}, series) for series in ("ca-calaveras", "tx-state"))
    assert california[california.index("roles") + 1 :][:2] == ("ca_certificate", "drivers_license")
    assert texas[-1] == "tx_certificate"


def test_sections_keep_their_order_and_every_fact_stands_once(judge: Judge, facts: Facts) -> None:
    order = order_of_asking(judge, facts, AS_OF)
    assert sorted(order) == sorted(facts.by_id)
    places = [facts.sections.index(facts.by_id[name].section) for name in order]
    assert places == sorted(places)
    for name, fact in facts.by_id.items():
        if fact.read_when:
            assert order.index(fact.read_when.fact) < order.index(name)


@given(st.data())
def test_no_answer_makes_a_page_change_its_place(judge: Judge, facts: Facts, data: st.DataObject) -> None:
    order = order_of_asking(judge, facts, AS_OF)
    said = data.draw(answers(AS_OF, 0.4))
    questions = questions_to_ask(order, read_answers(said, facts, AS_OF), judge, facts)
    assert questions == tuple(name for name in order if name in questions)


def test_texas_asks_for_no_license_and_nothing_of_californias_certificate(book: Rulebook) -> None:
    questions = set(asked(book, {}, "tx-state"))
    assert "drivers_license" not in questions
    assert not questions & (PATH | {"ca_certificate"})


def test_california_asks_for_nothing_of_texas(book: Rulebook) -> None:
    assert not {"tx_certificate", "can_lead_groups"} & set(asked(book, {}, "ca-calaveras"))


def test_a_current_certificate_covers_the_steps_to_it(book: Rulebook) -> None:
    assert set(asked(book, {"ca_certificate": "none"})) >= PATH
    assert not set(asked(book, {"ca_certificate": "current"})) & PATH


def test_a_certificate_that_has_run_out_brings_the_steps_back(book: Rulebook) -> None:
    said = {"ca_certificate": "current", "ca_certificate_expires": "2026-11-21"}
    assert set(asked(book, said)) >= PATH


def test_a_follow_up_comes_only_after_the_answer_that_calls_for_it(book: Rulebook) -> None:
    assert "degree_field" not in asked(book, {})
    assert "degree_field" not in asked(book, {"college_degree": "none"})
    assert "degree_field" in asked(book, {"college_degree": "associate"})
    assert "tx_certificate_type" in asked(book, {"tx_certificate": "current"})
    assert "tx_certificate_type" not in asked(book, {"tx_certificate": "initial"})
    assert "tx_certificate_expires" in asked(book, {"tx_certificate": "initial"})


def test_what_is_settled_already_is_not_asked(book: Rulebook) -> None:
    """In Texas one's own lived experience and a diploma settle what college and roles could add."""
    said = {"lived_experience": ["own_substance_use_services"], "high_school": "diploma"}
    questions = asked(book, said, "tx-state")
    assert "college_degree" not in questions
    assert "roles" not in questions


def test_a_degree_matters_although_only_its_field_settles_it(book: Rulebook) -> None:
    """Neither the degree nor its field alone moves an end while the roles are open; together they do."""
    assert "college_degree" in asked(book, {"high_school": "diploma"}, "ca-calaveras")


def test_sections_count_answers_that_say_something(book: Rulebook) -> None:
    said = {"high_school": "diploma", "college_degree": "not_sure"}
    sheet = read_answers(said, book.facts, AS_OF)
    education = next(
        one for one in sections(asked(book, said), sheet.known, book.facts) if one.id == "education"
    )
    assert education.questions == ("high_school", "college_degree")
    assert education.answered == 1


@given(st.data())
def test_every_decisive_question_is_asked_once_those_before_it_are_out_of_the_way(
    judge: Judge, facts: Facts, data: st.DataObject
) -> None:
    """Answering exactly what is asked, to the end, leaves nothing decisive that was not asked."""
    said = data.draw(answers(AS_OF, 0.4))
    sheet = read_answers(said, facts, AS_OF)
    questions = questions_to_ask(order_of_asking(judge, facts, AS_OF), sheet, judge, facts)
    given_only = {name: value for name, value in said.items() if name in questions}
    judgement = judge.judge(read_answers(given_only, facts, AS_OF))
    assert {fact for position in judgement.positions for fact in position.decisive} <= set(questions)


@given(st.data())
def test_what_was_not_asked_changes_no_standing(judge: Judge, facts: Facts, data: st.DataObject) -> None:
    said = data.draw(answers(AS_OF, 0.2))
    order = order_of_asking(judge, facts, AS_OF)
    questions = questions_to_ask(order, read_answers(said, facts, AS_OF), judge, facts)
    given_only = {name: value for name, value in said.items() if name in questions}

    def standings(answers: dict[str, Any]) -> list[str]:
        judgement = judge.judge(read_answers(answers, facts, AS_OF))
        return [position.outcome for position in judgement.positions]

    assert standings(given_only) == standings(said)
