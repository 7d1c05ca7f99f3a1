"""The invented county as the program sees it: its rules, its words, and ways to tell it something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from desktop_app.answers.sheet import read_answers
from desktop_app.i18n import LANGUAGES, Words, load_words
from desktop_app.judgement.explain import Explanation, explain
from desktop_app.judgement.judge import Judge, Judgement, RequirementJudgement
from desktop_app.rulebook.load import LoadedPack, Rulebook, load_rulebook, words_with
from tests.conftest import TODAY
from tests.packs.every import HERE


@pytest.fixture(scope="session")
def county_book() -> Rulebook:
    return load_rulebook(HERE)


@pytest.fixture(scope="session")
def county(county_book: Rulebook) -> LoadedPack:
    (loaded,) = county_book.packs
    return loaded


@pytest.fixture(scope="session")
def county_words(county_book: Rulebook) -> Mapping[str, Words]:
    return {language: words_with(load_words(language), county_book.packs) for language in LANGUAGES}


class Told:
    """Somebody's answers, judged; requirements by their ids, in the lower tier that has them."""

    def __init__(self, book: Rulebook, judgement: Judgement, words: Words) -> None:
        self.book, self.judgement, self.words = book, judgement, words

    def __getitem__(self, id_: str) -> RequirementJudgement:
        return next(one for p in self.judgement.positions for one in p.requirements if one.id == id_)

    def explained(self, id_: str, *, name_private: bool = False) -> Explanation:
        series = self.judgement.positions[0].series
        return explain(self[id_], series, self.book.facts, name_private=name_private)

    def why(self, id_: str, *, name_private: bool = False) -> str:
        return self.words.say_all(self.explained(id_, name_private=name_private).why)


@pytest.fixture
def tell(county_book: Rulebook, county_words: Mapping[str, Words]) -> Callable[..., Told]:
    def told(on: date = TODAY, language: str = "en", **answers: Any) -> Told:
        sheet = read_answers(answers, county_book.facts, on)
        judge = Judge([loaded.pack for loaded in county_book.packs], county_book.facts)
        return Told(county_book, judge.judge(sheet), county_words[language])

    return told
