"""The staff's own copy speaks of their client, in every form; what the client is given speaks to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from desktop_app.answers.sheet import read_answers
from desktop_app.i18n import load_words
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.report.content import ReportContent
from desktop_app.report.kinds import Choices, Document, document
from desktop_app.report.plain import text_of
from desktop_app.report.questions import SeriesQuestions
from desktop_app.report.web import page_of
from tests.conftest import TODAY
from tests.i18n.test_of_client import STILL_OF_SOMETHING_ELSE, TO_THE_PERSON
from tests.report.conftest import sample
from tests.report.said import said_of
from tests.report.samples import SIZES
from tests.report.test_who_helps import OURS

CLIENT = {"en": "your client", "es": "su cliente"}
RICH = {
    **SIZES,
    "much open, much told": {
        "lived_experience": ["family_member", "caregiver"],
        "high_school": "outside_us",
        "college_degree": "associate",
        "degree_field": "related",
        "roles": [
            {
                "work": "peer_support_to_individuals",
                "setting": "not_sure",
                "paid": False,
                "start": "2026-07",
                "end": None,
                "hours_per_week": 60,
            },
            {
                "work": "other_direct_work_with_consumers",
                "setting": "similar",
                "paid": True,
                "start": "2026-08-02",
                "end": None,
                "hours_per_week": 40,
            },
        ],
        "ca_certificate": "current",
        "age_18_or_over": False,
        "tx_certificate": "initial",
        "tx_certificate_expires": "2026-11-02",
        "drivers_license": "other_state",
    },
}


@pytest.fixture
def made(book):
    packs = book.in_force(TODAY)
    helps = WhoHelps(OURS, {loaded.pack.series: loaded.routes() for loaded in packs})
    judge = Judge([loaded.pack for loaded in packs], book.facts)

    def made(kind: str, size: str, language: str) -> Document:
        given = RICH[size]
        answers = sample(given) if isinstance(given, str) else given
        sheet = read_answers(answers, book.facts, TODAY)
        words = load_words(language)
        choices = Choices(kind, name_private=True)  # type: ignore[arg-type]
        return document(choices, judge.judge(sheet), sheet, packs, book.facts, [words], helps=helps)

    return made


def ours(content: ReportContent) -> Iterator[str]:
    """Its sentences, without the questions to the employer: those are the person's own words."""
    series: tuple[SeriesQuestions, ...] = content.questions.series
    asked = {question.text for each in series for question in each.questions}
    for sentence in said_of(content).sentences:
        if sentence not in asked:
            yield re.sub(r"“[^”]*”", "“”", sentence)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", RICH)
def test_no_sentence_of_a_staff_copy_is_said_to_the_client(made, both_words, size, language):
    spared = {both_words[language].say(key) for key in STILL_OF_SOMETHING_ELSE}
    pattern = re.compile(TO_THE_PERSON[language], re.IGNORECASE)
    sentences = [one for one in ours(made("staff", size, language).content) if one not in spared]
    assert [one for one in sentences if pattern.search(one)] == []
    assert any(CLIENT[language] in one.lower() for one in sentences)


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_the_client_is_given_says_nothing_of_a_client(made, language):
    for kind in ("mine", "one_page"):
        sentences = said_of(made(kind, "typical", language).content).sentences
        assert [one for one in sentences if CLIENT[language] in one.lower()] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_and_the_plain_text_say_the_same(made, language):
    copy = made("staff", "typical", language).content
    for told in (text_of(copy), page_of(copy, load_words(language))):
        assert CLIENT[language] in told.lower()
        assert not re.search(r"\byou have\b|\bUsted tiene\b", told)
