"""Every question, every result and every sentence beside them can be read with some seven years of school."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.answers.sheet import Sheet, parse_sheet, read_answers
from desktop_app.i18n import LANGUAGES, Words, load_words
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.planned import planned
from desktop_app.judgement.schedule import Pace
from desktop_app.rulebook.load import Rulebook, words_with
from desktop_app.terminal.plans import plan_parts
from desktop_app.terminal.results import Part, result_parts
from tests.conftest import TODAY
from tests.i18n.reading import hardness, lay_out_syllables
from tests.i18n.test_catalogs import texts

FEWEST_WORDS = 10
"""What is shorter is a label or nearly one, where one long word decides; it counts with the text that it stands in."""

LEEWAY = {"en": 3.0, "es": 12.0}
"""By how much a single sentence may be harder than the text that it stands in."""

FOR_OTHERS = re.compile(
    # What is read by people who write packs or scripts, and what is quoted as others wrote it.
    r"locale/\w+/(packs|commands)\.yaml|core\.yaml: (kinds|problems)\.|terminal\.yaml: terminal\.at_any_time"
    r"|: sources\.|/words\.\w+\.yaml: .*\.paper"
)
CITES = ("Source: ", "Fuente: ")
SHEETS = sorted(
    file
    for file in (Path(__file__).parent.parent / "sheets").glob("*.json")
    if not file.name.endswith("expected.json")
)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module", autouse=True)
def syllables(tmp_path_factory: pytest.TempPathFactory) -> None:
    lay_out_syllables(tmp_path_factory.mktemp("nltk"))


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!:;])\s+", text)


def too_hard(language: str, told: dict[str, str]) -> list[str]:
    """The texts that miss the mark, or that have a sentence far beyond it, each with its place."""
    missed = []
    for place, text in told.items():
        alone = [one for one in sentences(text) if len(one.split()) >= FEWEST_WORDS]
        hardest = max((hardness(language, one) for one in alone), default=0.0)
        if hardness(language, text) > 0 or hardest > LEEWAY[language]:
            missed.append(f"{place}: {text} ({hardness(language, text):+.1f}, at worst {hardest:+.1f})")
    return missed


@pytest.fixture
def words(book: Rulebook, language: str) -> Words:
    return words_with(load_words(language), book.packs)


@every_language
def test_every_question_with_all_that_is_said_about_it(book: Rulebook, words: Words, language: str) -> None:
    told = {fact: " ".join(about(words, fact)) for fact in book.facts.by_id}
    assert too_hard(language, told) == []


def about(words: Words, fact: str) -> Iterator[str]:
    """A question, its lead, its help and its words explained, in their order."""
    base = f"questions.{fact}"
    for key in list(words.keys()):
        if re.fullmatch(rf"{re.escape(base)}\.((title|lead|why)|(\w+\.)?title|terms\.\w+\.meaning)", key):
            text = words.say(key)
            yield text if text.endswith((".", "?")) else f"{text}."


@every_language
def test_every_paragraph_of_every_catalog(language: str) -> None:
    told = {
        place: re.sub(r"\{\w+\}", "Anna", text)
        for place, text in texts(language)
        if len(text.split()) >= FEWEST_WORDS and not FOR_OTHERS.search(place)
    }
    assert too_hard(language, told) == []


@every_language
def test_results_and_plans_as_they_are_told(
    book: Rulebook, judge: Judge, words: Words, language: str
) -> None:
    for name, sheet in sheets(book):
        told = told_in(name, results(book, judge, sheet, words))
        told |= told_in(f"{name}, plan", plans(book, judge, sheet, words))
        assert too_hard(language, told) == []


def sheets(book: Rulebook) -> Iterator[tuple[str, Sheet]]:
    yield "nothing said", read_answers({}, book.facts, TODAY)
    for file in SHEETS:
        yield file.stem, parse_sheet(file.read_bytes(), book.facts, TODAY)


def results(book: Rulebook, judge: Judge, sheet: Sheet, words: Words) -> Iterator[Part]:
    packs = book.in_force(TODAY)
    yield from result_parts(judge.judge(sheet), sheet, packs, book.facts, words, name_private=True)


def plans(book: Rulebook, judge: Judge, sheet: Sheet, words: Words) -> Iterator[Part]:
    packs = book.in_force(TODAY)
    routes = [(loaded.pack, loaded.routes()) for loaded in packs]
    for one in planned(judge, routes, book.facts, sheet, TODAY, Pace()):
        yield from plan_parts(one, sheet, packs, book.facts, words, Pace())


def told_in(name: str, parts: Iterator[Part]) -> dict[str, str]:
    """What stands together, as one text; citations name what others wrote and are left out."""
    told = {}
    for number, part in enumerate(parts, 1):
        lines = [line.text for line in part.lines if line.text and not line.text.startswith(CITES)]
        told[f"{name}, part {number}"] = " ".join(
            text if text[-1] in ".?!:" else f"{text}." for text in lines
        )
    return told


# ---------------------------------------------------------------- that the measure measures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Individuals possessing demonstrable lived experience constitute preferred applicants."),
        ("es", "Las personas solicitantes acreditarán documentalmente su experiencia profesional previa."),
    ],
)
def test_an_office_sentence_is_too_hard(language: str, text: str) -> None:
    assert len(too_hard(language, {"here": text})) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You can skip any question. What you skip never counts as a no."),
        ("es", "Puede saltar lo que quiera. Lo que se salta nunca cuenta como un no."),
    ],
)
def test_a_plain_sentence_is_not(language: str, text: str) -> None:
    assert too_hard(language, {"here": text}) == []
