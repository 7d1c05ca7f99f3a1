"""The guide cannot go stale: its pictures and links are there, and what it quotes is what the program says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app import resources
from desktop_app.i18n import LANGUAGES
from tests.i18n.reading import lay_out_syllables
from tests.i18n.test_reading_level import FEWEST_WORDS, too_hard
from tests.screenshots.__main__ import IMAGES, pictures
from tests.screenshots.guide import GUIDE

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "guide"
TEXTS = sorted(path.name for path in (FOLDER / "en").glob("*.md"))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MOST_BYTES = 2_500_000

LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)

every_text = pytest.mark.parametrize("text", TEXTS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module", autouse=True)
def syllables(tmp_path_factory: pytest.TempPathFactory) -> None:
    lay_out_syllables(tmp_path_factory.mktemp("nltk"))


def read(language: str, text: str) -> str:
    return (FOLDER / language / text).read_text(encoding="utf-8")


def anchors(document: Path) -> set[str]:
    """As GitHub makes them of headings."""
    titles = (title for _, title in HEADING.findall(document.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


# ---------------------------------------------------------------- links and pictures


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_and_picture_leads_somewhere(document: Path) -> None:
    for _, _, target in LINK.findall(document.read_text(encoding="utf-8")):
        if re.match(r"\w+:", target):
            continue
        file, _, anchor = target.partition("#")
        place = document.parent / file if file else document
        assert place.exists(), target
        assert not anchor or anchor in anchors(place), target


@every_text
@every_language
def test_every_picture_says_what_is_on_it(text: str, language: str) -> None:
    for shown, words, _ in LINK.findall(read(language, text)):
        assert not shown or len(words.split()) >= 5, words


@every_language
def test_the_guide_shows_every_picture_that_is_taken_for_it_and_no_other(language: str) -> None:
    shown = [
        Path(target).relative_to("../../images")
        for text in TEXTS
        for picture, _, target in LINK.findall(read(language, text))
        if picture
    ]
    assert sorted(shown) == sorted(Path("guide", language, f"{name}.png") for name in GUIDE)


def test_every_picture_there_is_was_taken_by_make_screenshots() -> None:
    taken = {IMAGES / f"{picture.name}.png" for picture in pictures()}
    assert set(IMAGES.rglob("*.png")) == taken


def test_every_picture_is_shown_in_a_document() -> None:
    shown = {
        (document.parent / target).resolve()
        for document in DOCUMENTS
        for picture, _, target in LINK.findall(document.read_text(encoding="utf-8"))
        if picture
    }
    assert set(IMAGES.rglob("*.png")) <= shown


def test_the_pictures_are_small() -> None:
    assert sum(picture.stat().st_size for picture in (IMAGES / "guide").rglob("*.png")) < MOST_BYTES


# ---------------------------------------------------------------- both languages


def test_both_languages_have_the_same_texts() -> None:
    assert [path.name for path in sorted((FOLDER / "es").glob("*.md"))] == TEXTS


@every_text
def test_both_languages_go_the_same_way(text: str) -> None:
    """Headings, steps, points and pictures, in the same order."""
    ways = [list(way(read(language, text))) for language in LANGUAGES]
    assert ways[0] == ways[1]


def way(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if marked := re.match(r"#+|\d+\.|- ", line):
            yield marked[0]
        for picture, _, target in LINK.findall(line):
            yield Path(target).name if picture else "link"


# ---------------------------------------------------------------- words


@every_text
@every_language
def test_every_word_in_bold_is_on_the_screen(text: str, language: str) -> None:
    known = set(on_screen(language))
    quoted = [" ".join(words.split()) for words in BOLD.findall(read(language, text))]
    assert quoted
    assert [words for words in quoted if words not in known] == []


def on_screen(language: str) -> Iterator[str]:
    """Everything the catalogs say, as it is seen: without the marks of menus and of strong words."""
    own = sorted((resources.folder() / "locale" / language).glob("*.yaml"))
    packs = (resources.folder() / "packs").rglob(f"words.{language}.yaml")
    questions = resources.folder() / "questions" / f"words.{language}.yaml"
    for file in (*own, *packs, questions):
        for said in leaves(resources.read_yaml(file)):
            yield " ".join(said.replace("&", "").replace("**", "").split())


def leaves(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for part in node.values():
            yield from leaves(part)


@every_text
@every_language
def test_it_is_easy_to_read(text: str, language: str) -> None:
    told = {
        f"{language}/{text}: {paragraph[:40]}": paragraph
        for paragraph in paragraphs(read(language, text))
        if len(paragraph.split()) >= FEWEST_WORDS
    }
    assert told
    assert too_hard(language, told) == []


def paragraphs(text: str) -> Iterator[str]:
    """As they are read: steps and points stand for sentences, and a name in bold for one short word."""
    text = LINK.sub(lambda link: "" if link[1] else link[2], BOLD.sub("Anna", text))
    text = re.sub(r"`[^`]+`", "Anna", text)
    for block in re.split(r"\n\s*\n", text):
        if block.strip() and not block.startswith("#"):
            yield " ".join(re.sub(r"^(\d+\.|-) ", "", line) for line in block.strip().splitlines())
