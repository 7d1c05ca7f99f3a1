"""The copy for an employer: what is in place and nothing else, and never which kind of lived experience it is."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop_app.answers.sheet import read_answers
from desktop_app.judgement.judge import Judge
from desktop_app.report.kinds import Choices, best_position, content_of
from desktop_app.report.pdf import pdf_bytes
from tests.conftest import TODAY
from tests.report.samples import sample

POSITIONS = ("ca-calaveras-1", "ca-calaveras-2", "tx-state-1", "tx-state-2")
KINDS_OF_EXPERIENCE = (
    *("own_mental_health_services", "own_co_occurring_services", "own_substance_use_services"),
    *("own_recovery_without_services", "own_intellectual_disability", "family_member", "caregiver"),
)
ROLE = {
    "work": "peer_support_to_individuals",
    "setting": "similar",
    "paid": True,
    "start": "2024-01-01",
    "end": None,
}


@pytest.fixture(scope="module")
def copies(book, both_words):
    """The copy on some answers, and how they stand."""
    packs = book.in_force(TODAY)
    judge = Judge([loaded.pack for loaded in packs], book.facts)

    def made(answers, position, language="en", **choices):
        sheet = read_answers(answers, book.facts, TODAY)
        judgement = judge.judge(sheet)
        kind = Choices("employer", position, **choices)
        content = content_of(kind, judgement, sheet, packs, book.facts, both_words[language])
        (judged,) = (one for one in judgement.positions if one.id == position)
        return content, [(one.id, one.standing, one.path) for one in judged.requirements]

    return made


experience = st.lists(st.sampled_from(KINDS_OF_EXPERIENCE), min_size=1, max_size=3, unique=True)
others = st.fixed_dictionaries(
    {},
    optional={
        "high_school": st.sampled_from(["diploma", "none", "outside_us"]),
        "drivers_license": st.sampled_from(["california", "none"]),
        "roles": st.sampled_from([[], [ROLE], [{**ROLE, "work": "other"}], [{**ROLE, "paid": False}]]),
        "tx_certificate": st.sampled_from(["none", "current", "initial"]),
        "tx_certificate_type": st.sampled_from(["mental_health_peer", "family_partner"]),
        "ca_certificate": st.sampled_from(["none", "current"]),
        "identifies_as_peer": st.booleans(),
        "can_lead_groups": st.booleans(),
    },
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(answers=others, one=experience, other=experience, position=st.sampled_from(POSITIONS), data=st.data())
def test_the_kind_of_lived_experience_makes_no_difference(copies, answers, one, other, position, data):
    first, stands = copies({**answers, "lived_experience": one}, position)
    second, stands_too = copies({**answers, "lived_experience": other}, position)
    assume([each[1] for each in stands] == [each[1] for each in stands_too])
    assert first == second
    if data.draw(st.integers(0, 9)) == 0:  # what is printed follows from it; looked at now and then
        assert pdf_bytes(first) == pdf_bytes(second)


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("name", ["ready-for-california-2", "texas-lead", "four-months-and-counting"])
def test_only_what_is_in_place_is_listed(copies, name, position):
    content, stands = copies(sample(name), position)
    assert len(content.rows) == sum(standing.word == "met" for _, standing, _ in stands)
    text = printed(content)
    for word in ("988", "Not yet", "Ask the employer", "We can't tell", "Next steps", "Stories"):
        assert word not in text


def test_it_names_the_answers_and_their_sources(copies):
    content, _ = copies(sample("ready-for-california-2"), "ca-calaveras-2")
    text = printed(content)
    assert "Peer Support Specialist II" in text
    assert "Good until May 31, 2027" in text
    assert "August 24, 2023" in text
    assert "Special Requirements" in text


def test_the_kind_is_named_for_those_who_chose_that(copies):
    answers = {"lived_experience": ["caregiver"]}
    assert "I care, or cared" not in printed(copies(answers, "ca-calaveras-1")[0])
    assert "I care, or cared" in printed(copies(answers, "ca-calaveras-1", name_private=True)[0])


def test_work_of_another_kind_stays_out(copies):
    answers = {"roles": [{**ROLE, "title": "Peer guide"}, {**ROLE, "work": "other", "title": "Cook"}]}
    text = printed(copies(answers, "ca-calaveras-1")[0])
    assert "Peer guide" in text
    assert "Cook" not in text


def test_without_anything_in_place_it_says_so(copies):
    assert "Nothing is listed here yet" in printed(copies({}, "ca-calaveras-1")[0])


def test_the_best_position_is_one_that_matches(book):
    packs = book.in_force(TODAY)
    sheet = read_answers(sample("ready-for-california-2"), book.facts, TODAY)
    assert best_position(Judge([one.pack for one in packs], book.facts).judge(sheet)) == "ca-calaveras-2"


def printed(content) -> str:
    pages = PdfReader(BytesIO(pdf_bytes(content))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
