"""Words explained: every one of them is found where it stands, in both languages."""

from __future__ import annotations

import pytest

from desktop_app.glossary import every_term, plain, terms_in, terms_of_question
from desktop_app.i18n import LANGUAGES, Words, load_words
from desktop_app.rulebook.load import Rulebook, words_with

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def words(book: Rulebook, language: str) -> Words:
    return words_with(load_words(language), book.packs)


def ids(words: Words, *texts: str) -> list[str]:
    return [one.id for one in terms_in(words, texts)]


@every_language
def test_all_of_them_in_the_order_of_the_alphabet_and_each_once(words, language) -> None:
    terms = every_term(words)
    assert {"peer", "caregiver", "co_occurring", "ged"} <= {one.id for one in terms}
    names = [plain(one.term) for one in terms]
    assert names == sorted(names)
    assert len({one.id for one in terms}) == len(terms)


@every_language
def test_every_word_that_is_looked_for_is_explained_and_the_other_way_round(words, language) -> None:
    looked_for = {key.rsplit(".", 1)[1] for key in words.keys() if key.startswith("glossary.found.")}  # noqa: SIM118
    assert looked_for == {one.id for one in every_term(words)}


@every_language
def test_every_word_explained_stands_somewhere_in_the_program(words, language) -> None:
    said = [
        words.say(key, count=2)
        for key in words.keys()  # noqa: SIM118
        if not key.startswith("glossary.") and ".terms." not in key
    ]
    assert {one.id for one in every_term(words)} - set(ids(words, *said)) == set()


@pytest.mark.parametrize("language", ["en"])
def test_words_are_found_whole_in_any_letters_and_the_longer_one_counts(words, language) -> None:
    assert ids(words, "Peers, and a Caregiver.") == ["caregiver", "peer"]
    assert ids(words, "a peerless managed gedanken") == []
    assert ids(words, "Peer support helps") == ["peer_support"]
    assert ids(words, "co-OCCURRING") == ["co_occurring"]
    assert ids(words) == []


@pytest.mark.parametrize(
    ("language", "fact", "expected"),
    [
        ("en", "lived_experience", {"peer", "caregiver", "co_occurring", "substance_use", "recovery"}),
        ("es", "lived_experience", {"peer", "caregiver", "co_occurring", "substance_use", "recovery"}),
        ("en", "high_school", {"ged"}),
        ("es", "high_school", {"ged"}),
        ("en", "transcripts_available", {"transcript"}),
        ("es", "transcripts_available", {"transcript"}),
        ("en", "roles", {"peer_support", "similar", "behavioral_health", "client"}),
        ("es", "roles", {"peer_support", "similar", "behavioral_health", "client"}),
        ("en", "ca_training", {"approved_provider"}),
        ("es", "ca_training", {"approved_provider"}),
    ],
)
def test_a_question_explains_the_words_in_it_and_in_its_choices(words, fact, expected) -> None:
    assert expected <= {one.id for one in terms_of_question(words, fact)}


@every_language
def test_no_question_explains_so_much_that_nobody_reads_it(words, book, language) -> None:
    for fact in book.facts.by_id:
        assert len(terms_of_question(words, fact)) <= 7, fact
