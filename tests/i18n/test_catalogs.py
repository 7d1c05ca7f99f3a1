"""Both languages say the same things, all of them, in words this product uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest

from desktop_app import resources
from desktop_app.answers.employment import SETTINGS, WORK
from desktop_app.i18n import LANGUAGES, Entry, Words, load_words, read_catalog
from desktop_app.rulebook.load import load_facts
from desktop_app.rulebook.model import Fact

FOLDER = resources.folder()
NOT_READ = ("dates.", "glossary.found.", "passages.", "terminal.keys.")
"""Patterns, keystrokes and what is looked for in other texts: no sentences."""
FACTS = load_facts()


def catalogs(language: str) -> list[Path]:
    """Every catalog of a language: the rooms', the questions', the packs'."""
    return sorted([*(FOLDER / "locale" / language).glob("*.yaml"), *FOLDER.rglob(f"words.{language}.yaml")])


def client_catalogs(language: str) -> list[Path]:
    """Those of what a staff copy says otherwise."""
    own = (FOLDER / "locale" / language / "client").glob("*.yaml")
    return sorted([*own, *FOLDER.rglob(f"words.{language}.client.yaml")])


def sibling(file: Path, language: str) -> Path:
    """The same catalog in another language."""
    if file.name.startswith("words."):
        return file.with_name(f"words.{language}{''.join(file.suffixes[1:])}")
    own = file.relative_to(FOLDER / "locale")
    return FOLDER.joinpath("locale", language, *own.parts[1:])


def shown(file: Path) -> str:
    return str(file.relative_to(FOLDER))


def forms(entry: Entry) -> Mapping[str, str]:
    return {"": entry} if isinstance(entry, str) else entry


def placeholders(text: str) -> set[str]:
    """The names in braces; a stray brace raises ValueError."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Every text of a language that a person reads, with the place to find it."""
    for file in (*catalogs(language), *client_catalogs(language)):
        for key, entry in read_catalog(file).items():
            if not key.startswith(NOT_READ):
                for form, text in forms(entry).items():
                    yield f"{shown(file)}: {key} {form}".rstrip(), text


def found(language: str, pattern: str) -> list[str]:
    """Where a pattern stands in the texts of a language; what stands in “quotes” is not ours."""
    return [
        f"{place}: {text}"
        for place, text in texts(language)
        if re.search(pattern, re.sub(r"“[^”]*”", "“”", text), re.IGNORECASE)
    ]


every_english_catalog = pytest.mark.parametrize("file", catalogs("en"), ids=shown)


def test_every_catalog_stands_in_every_language() -> None:
    for language in LANGUAGES:
        for file in (*catalogs(language), *client_catalogs(language)):
            assert [other for other in LANGUAGES if not sibling(file, other).exists()] == [], shown(file)


@every_english_catalog
def test_both_languages_have_the_same_keys(file: Path) -> None:
    assert read_catalog(sibling(file, "es")).keys() == read_catalog(file).keys()


@every_english_catalog
def test_both_languages_fill_in_the_same_values_and_count_in_the_same_places(file: Path) -> None:
    spanish = read_catalog(sibling(file, "es"))
    for key, entry in read_catalog(file).items():
        here = {form: placeholders(text) for form, text in forms(entry).items()}
        there = {form: placeholders(text) for form, text in forms(spanish[key]).items()}
        assert there == here, key


@pytest.mark.parametrize("file", [*client_catalogs("en"), *client_catalogs("es")], ids=shown)
def test_a_staff_copy_has_words_of_its_own_only_for_what_is_said_otherwise(file: Path) -> None:
    said = said_to_the_client(file)
    for key, entry in read_catalog(file).items():
        assert key in said, f"{key}: there is nothing that it stands for"
        otherwise, usual = forms(entry), forms(said[key])
        assert {form: placeholders(text) for form, text in otherwise.items()} == {
            form: placeholders(text) for form, text in usual.items()
        }, key
        assert otherwise != usual, f"{key}: this is said alike"


def said_to_the_client(file: Path) -> Mapping[str, Entry]:
    """What the texts of such a catalog stand in for: the same pack's words, or the program's."""
    if file.name.startswith("words."):
        return read_catalog(file.with_name(file.name.replace(".client", "")))
    asked = read_catalog(FOLDER / "questions" / f"words.{file.parent.parent.name}.yaml")
    own = [read_catalog(each) for each in file.parent.parent.glob("*.yaml")]
    return {key: text for each in own for key, text in each.items()} | {
        f"questions.{key}": text for key, text in asked.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_has_stray_space_or_marks_around_it(language: str) -> None:
    assert [place for place, text in texts(language) if text != text.strip() or not text] == []
    assert found(language, r"[ \t]{2}|[ \t][,.;:!?](\s|$)|<[a-z/]") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_placeholder_is_a_plain_name(language: str) -> None:
    for place, text in texts(language):
        assert all(re.fullmatch(r"[a-z_]+", name) for name in placeholders(text)), place


JUDGING = {
    "en": r"\b(in)?eligib|\bfail|\breject|\b(dis|un)qualif|\byou qualify|\binvalid|\bdeni(ed|al)",
    "es": r"elegib|califica|rechaz|fracas|reprob|deneg|inválid|incapaz",
}

# Names stay as they are and have none of these; an English word in (brackets) is there to help the reader.
LITTLE_ENGLISH = (
    r"\b(the|of|and|you|your|with|for|is|are|not|this|that|have|what|when|which|from|by|about|it|or)\b"
)

TOO_FAMILIAR = r"\b(tú|tus?|tienes|puedes|eres|quieres|haz|contigo|vosotros)\b"
ENDINGS_SIDE_BY_SIDE = r"él/ella|\w[oa]s?/-?[oa]s?\b|\w[oa]?\(as?\)|\w@\b"
A_GENDERED_READER = (
    r"\bbienvenid[oa]\b|\bdispuest[oa]\b"
    r"|\b(usted|estoy|estás|esté) (está )?(segur|list|interesad|certificad|inscrit|registrad)[oa]\b"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_judges_the_person(language: str) -> None:
    assert found(language, JUDGING[language]) == []


def test_no_english_is_left_in_spanish() -> None:
    spared = (
        r"“[^”]*”|\([^)]*\)|\{\w+\}|Qt for Python|changes to English"  # the last is for an English reader
    )
    bare = [(place, re.sub(spared, "", text)) for place, text in texts("es")]
    assert [place for place, text in bare if re.search(LITTLE_ENGLISH, text, re.IGNORECASE)] == []


@every_english_catalog
def test_what_is_the_same_in_both_languages_is_a_name(file: Path) -> None:
    spanish = read_catalog(sibling(file, "es"))
    for key, entry in read_catalog(file).items():
        if spanish[key] == entry and not key.startswith(NOT_READ):
            for text in forms(entry).values():
                words = re.sub(r"\{\w+\}|“[^”]*”", "", text).split()
                assert sum(word[0].islower() for word in words) <= 1, key


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(TOO_FAMILIAR, id="never tú"),
        pytest.param(ENDINGS_SIDE_BY_SIDE, id="never o/a"),
        pytest.param(A_GENDERED_READER, id="no gender for the reader"),
    ],
)
def test_spanish_says_usted_and_leaves_gender_open(pattern: str) -> None:
    assert found("es", pattern) == []


def test_spanish_opens_what_it_closes() -> None:
    for place, text in texts("es"):
        assert (text.count("¿"), text.count("¡")) == (text.count("?"), text.count("!")), place
        assert text.count("“") == text.count("”"), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    most = {"en": 26, "es": 30}[language]  # the same sentence takes more words in Spanish
    for place, text in texts(language):
        longest = max(len(sentence.split()) for sentence in re.split(r"[.?!:;]\s", text))
        assert longest <= most, f"{place}: {text}"


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return load_words(request.param)


def entries_below(words: Words, prefix: str) -> set[str]:
    """The last parts of the keys that start with a prefix."""
    return {key.removeprefix(prefix) for key in list(words.keys()) if key.startswith(prefix)}


@pytest.mark.parametrize("fact", FACTS.by_id.values(), ids=lambda fact: fact.id)
def test_every_question_has_its_words(fact: Fact, words: Words) -> None:
    base = f"questions.{fact.id}"
    assert [key for key in ("title", "why", "short", "open") if not words.has(f"{base}.{key}")] == []
    said = entries_below(words, f"{base}.said.")
    if fact.kind in ("choice", "choices"):
        assert entries_below(words, f"{base}.choices.") == set(fact.choices) == said
    elif fact.kind == "yes_no":
        assert said == {"yes", "no"}
    else:
        assert said == set()
    private = {"met", "unclear", "not_met", "unanswered"} if fact.private else set()
    assert entries_below(words, f"{base}.kept.") == private


def test_no_words_are_kept_for_a_question_that_is_not_asked(words: Words) -> None:
    assert {key.split(".")[1] for key in list(words.keys()) if key.startswith("questions.")} == set(
        FACTS.by_id
    )


def test_the_role_editor_has_a_word_for_every_choice(words: Words) -> None:
    base = "questions.roles"
    for part, choices in (("work", WORK), ("setting", SETTINGS), ("paid", ("yes", "no"))):
        assert words.has(f"{base}.{part}.title")
        assert entries_below(words, f"{base}.{part}.choices.") == set(choices)
    titles = [f"{part}.title" for part in ("start", "end", "hours", "role_title")]
    for key in (*titles, "end.still", "none", "said_none"):
        assert words.has(f"{base}.{key}"), key


def test_every_section_has_a_name(words: Words) -> None:
    assert set(FACTS.sections) <= entries_below(words, "sections.")
