"""Help that helps: someone to talk to from everywhere, words explained where they stand, about, and licenses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from desktop_app import __version__
from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.licenses import components
from desktop_app.settings import Settings
from desktop_app.ui.pages.explained import WordsHere
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.rail import Rail
from desktop_app.ui.widgets.strip import FoldedStrip
from tests.ui.pages.use import click
from tests.ui.window.conftest import ALT, Desk

every_language = pytest.mark.parametrize("language", LANGUAGES)
WARM_LINE = "1-855-845-7415"


# ------------------------------------------------------------ someone to talk to


def is_support(at: Desk, language: str) -> bool:
    return bool(at.page.name == load_words(language).say("talk.title"))


@every_language
@pytest.mark.parametrize("size", [(1280, 800), (480, 700)])
def test_it_is_reached_from_the_first_page_and_leads_back_there(desk, language, size) -> None:
    at = desk(language, size=size)
    first = at.page.name
    at.click(load_words(language).say("welcome.support").replace("**", ""))
    assert is_support(at, language)
    at.press(Qt.Key.Key_Left, ALT)
    assert at.page.name == first


@every_language
def test_it_is_reached_from_the_card_of_the_rail_and_answers_stay(desk, language) -> None:
    at = desk(language)
    at.go_to("high_school", {"high_school": "diploma"})
    click(at.qtbot, at.window.findChild(Rail).talk)
    at.settle()
    assert is_support(at, language)
    at.press(Qt.Key.Key_Left, ALT)
    assert (at.at, at.answers) == ("high_school", {"high_school": "diploma"})


def test_the_card_of_the_rail_is_pressed_by_keys(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.window.findChild(Rail).talk.setFocus(Qt.FocusReason.TabFocusReason)
    at.press(Qt.Key.Key_Return)
    assert is_support(at, "en")


def test_it_is_reached_from_the_folded_strip(desk) -> None:
    at = desk(size=(480, 700))
    at.go_to("high_school")
    click(at.qtbot, at.window.findChild(FoldedStrip).talk)
    at.settle()
    assert is_support(at, "en")


@every_language
def test_it_names_the_lines_that_are_known_and_what_is_not_known(desk, language) -> None:
    at = desk(language)
    at.action("help.talk").trigger()
    at.settle()
    say = load_words(language).say
    for known in (
        say("talk.line_988.name"),
        "988",
        WARM_LINE,
        "California Peer-Run Warm Line",
        say("talk.warm_line.when"),
        say("talk.texas"),
    ):
        assert known in at.said
    assert say("talk.center.name") not in at.said


def test_a_centers_own_line_stands_there_as_plain_text(desk) -> None:
    settings = Settings()
    settings.keep_center({"support": {"name": "<b>Line</b>", "how": "555-0100"}})
    at = desk(settings=settings)
    at.action("help.talk").trigger()
    at.settle()
    assert "<b>Line</b>" in at.said
    assert "555-0100" in at.said


# ------------------------------------------------------------ words


@every_language
def test_words_are_found_as_one_types(desk, language) -> None:
    at = desk(language)
    at.action("help.words").trigger()
    at.settle()
    every = at.page.found()
    assert every > 20
    at.write("CAREG" if language == "en" else "historia")
    assert 0 < at.page.found() < every
    word = "Caregiver" if language == "en" else "Historial escolar (transcripts)"
    assert next(row for row in at.page._rows if row.shown.isVisible()).letters.startswith(word.lower())
    at.write("xyz")
    assert at.page.found() == 0
    assert load_words(language).say("glossary.page.none") in at.said


def test_accents_and_capitals_need_not_be_typed(desk) -> None:
    at = desk("es")
    at.action("help.words").trigger()
    at.settle()
    at.write("CODIGO DE ETICA")
    assert at.page.found() == 1


def test_what_is_looked_for_outlives_a_change_of_language(desk) -> None:
    at = desk()
    at.action("help.words").trigger()
    at.settle()
    at.write("HiSET")
    at.window.speak("es")
    at.settle()
    assert at.page.search.text() == "HiSET"
    assert at.page.found() == 1


def test_enter_in_the_field_stays_on_the_page(desk) -> None:
    at = desk()
    at.action("help.words").trigger()
    at.settle()
    at.press(Qt.Key.Key_Return)
    assert at.window.navigator.aside == "words"


@every_language
@pytest.mark.parametrize(
    ("fact", "term"),
    [
        ("lived_experience", "caregiver"),
        ("high_school", "ged"),
        ("transcripts_available", "transcript"),
        ("roles", "behavioral_health"),
    ],
)
def test_a_question_explains_its_words(desk, language, fact, term) -> None:
    at = desk(language)
    at.go_to(fact)
    words = load_words(language)
    meaning = next(
        words.say(key)
        for key in words.keys()  # noqa: SIM118
        if key.endswith((f"terms.{term}.meaning", f"glossary.{term}.meaning"))
    )
    assert meaning in at.said


@every_language
@pytest.mark.parametrize("page", ["check", "results", "plan", "stories"])
def test_longer_pages_explain_their_words_in_a_fold(desk, language, page) -> None:
    at = desk(language)
    at.use_sheet("four-months-and-counting", page)
    say = load_words(language).say
    fold = next(
        fold for fold in at.page.findChildren(FoldNote) if fold.head.accessibleName() == say("question.terms")
    )
    assert not fold.is_open()
    click(at.qtbot, fold.head)
    assert fold.body.isVisible()
    at.click(say("glossary.page.all"))
    assert at.page.name == say("glossary.page.title")
    at.press(Qt.Key.Key_Left, ALT)
    assert at.at == page


# ------------------------------------------------------------ how it works, about, licenses


def test_from_how_it_works_to_the_words_and_back_step_by_step(desk) -> None:
    at = desk()
    at.go_to("high_school")
    at.action("help.how").trigger()
    at.settle()
    at.click("Words explained")
    assert at.window.navigator.aside == "words"
    at.press(Qt.Key.Key_Left, ALT)
    assert at.window.navigator.aside == "help"
    at.press(Qt.Key.Key_Left, ALT)
    assert (at.window.navigator.aside, at.at) == ("", "high_school")


@every_language
@pytest.mark.parametrize("begun", [False, True])
def test_about_names_the_version_the_rules_and_where_they_are_read(desk, language, begun) -> None:
    at = desk(language)
    if begun:
        at.go_to("high_school")
    at.action("help.about").trigger()
    at.settle()
    words = load_words(language)
    assert words.say("about.version", version=__version__) in at.said
    for part in ("“Education, Training and Experience”", "2023", "2026", "California", "Texas", "Apache"):
        assert part in at.said
    at.click(words.say("about.free.open"))
    assert at.window.navigator.aside == "licenses"


def test_every_part_is_listed_with_the_text_of_its_license(desk) -> None:
    at = desk()
    at.action("help.licenses").trigger()
    at.settle()
    parts = components()
    assert {"Peer Ready", "Python", "PyYAML", "reportlab", "pydantic", "babel", "shiboken6"} <= {
        one.name for one in parts
    }
    assert [fold.head.accessibleName() for fold in at.page.folds] == [
        f"{one.name} {one.version}".strip() for one in parts
    ]
    assert [one.name for one in parts if len(one.text()) < 500] == []
    texts = {one.name: one.text() for one in parts}
    qt = next(text for name, text in texts.items() if name.lower().startswith("pyside6"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt
    assert "GNU GENERAL PUBLIC LICENSE" in qt
    assert "SIL OPEN FONT LICENSE" in texts["Atkinson Hyperlegible Next"]


def test_a_license_unfolds_to_be_read_by_keys_and_lets_tab_go_on(desk) -> None:
    at = desk()
    at.action("help.licenses").trigger()
    at.settle()
    fold = at.page.folds[0]
    fold.head.setFocus(Qt.FocusReason.TabFocusReason)
    at.press(Qt.Key.Key_Space)
    text = fold.findChild(QPlainTextEdit)
    assert text is not None
    assert "Apache License" in text.toPlainText()
    assert text.isReadOnly()
    at.press(Qt.Key.Key_Tab)
    assert at.has_keys() is text
    at.press(Qt.Key.Key_Tab)
    assert at.has_keys() is at.page.folds[1].head


def test_the_fold_of_words_follows_the_page(desk) -> None:
    at = desk()
    at.use_sheet("four-months-and-counting", "plan")
    here = at.page.findChild(WordsHere)
    assert here is not None
    at.window.speak("es")
    at.settle()
    assert at.page.findChild(WordsHere).content.head.accessibleName() == load_words("es").say(
        "question.terms"
    )
