"""Checking a newer posting by clicks and keys: what goes in, what comes out, and that nothing of it stays."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.i18n import LANGUAGES
from desktop_app.rulebook.load import load_rulebook
from desktop_app.rulebook.posting import LARGEST
from desktop_app.ui.check_posting import PostingCheck
from desktop_app.ui.first_words import FirstWords, SeriesName
from desktop_app.ui.widgets.error_summary import ErrorSummary
from desktop_app.ui.widgets.fold import FoldNote
from tests.packs.every import HERE
from tests.ui.pages.use import click
from tests.ui.window.conftest import ALT, Desk

COUNTYS = next(HERE.glob("*/*/posting.txt"))
POSTING = COUNTYS.read_text("utf-8")
CHANGED = POSTING.replace("21 years", "18 years").replace(
    "Review", "Review\n\nBring <b>two</b> letters with you."
)


@pytest.fixture
def county(monkeypatch) -> None:
    """The invented county alone, whose posting is here to be changed."""
    import_module(
        "desktop_app.ui.pages.about"
    )  # first: imported meanwhile, it would go by this county ever after
    book = load_rulebook(HERE)
    monkeypatch.setattr("desktop_app.rulebook.load.load_rulebook", lambda: book)
    names = FirstWords({}, [SeriesName(COUNTYS.parts[-3], "Washington", "Cedar County")])
    monkeypatch.setattr("desktop_app.ui.pages.posting.first_words", lambda _language: names)


@pytest.fixture
def page(county, desk) -> Desk:
    at: Desk = desk()
    at.window.show_beside("posting")
    at.settle()
    return at


def check(at: Desk) -> PostingCheck:
    return PostingCheck.of(at.window.background, at.window.navigator)


def paste(at: Desk, text: str) -> None:
    """By the keys, as everyone does."""
    at.page.text.setFocus()
    mime = QMimeData()
    mime.setText(text)
    QApplication.clipboard().setMimeData(mime)
    at.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().clear()


def compare(at: Desk, words: str = "Compare") -> None:
    at.click(words)
    at.qtbot.waitUntil(lambda: check(at).phase != "comparing")
    at.settle()


def test_from_the_menu_in_both_languages(desk) -> None:
    for language in LANGUAGES:
        at = desk(language)
        at.action("center.posting").trigger()
        at.settle()
        assert at.page.name == at.window.words.say("newer.title")


def test_what_changed_is_told_with_what_hangs_on_it(page: Desk) -> None:
    paste(page, CHANGED)
    compare(page)
    assert "Changed or gone: 1 passage" in page.said
    assert "Cited by no rule: " in page.said  # the county says nothing of what was read before
    assert "You are 18 years of age or older." in page.said
    assert "“21” is now “18”." in page.said
    assert "It was about this:" in page.said
    assert "Touches: " in page.said
    assert "Recovery Peer I" in page.said
    assert "Bring <b>two</b> letters with you." in page.said
    assert "Tell whoever keeps the rules of Peer Ready what changed." in page.said
    assert "the results go by the posting of January 15, 2026." in page.said


def test_in_spanish_and_after_a_change_of_language(page: Desk) -> None:
    paste(page, CHANGED)
    compare(page)
    page.window.speak("es")
    page.settle()
    assert "Cambió o ya no está: 1 pasaje" in page.said
    assert "En lugar de “21” ahora dice “18”." in page.said
    assert "El texto se borra cuando usted sale de esta página." in page.said
    assert page.page.text.toPlainText() == CHANGED


def test_what_stands_can_be_read_too(page: Desk) -> None:
    paste(page, POSTING)
    compare(page)
    assert "Nothing to do" in page.said
    stands = page.page.findChildren(FoldNote)[0]
    assert not stands.is_open()
    click(page.qtbot, stands.head)
    page.settle()
    assert stands.is_open()
    assert "Cited: " in page.said


def test_another_text_altogether_is_told_as_that(page: Desk) -> None:
    paste(page, "Wanted: someone who bakes bread. Every morning at five.")
    compare(page)
    assert "This looks like another text" in page.said
    assert "bakes bread" not in page.said.replace(page.page.text.toPlainText(), "")


def test_a_file_goes_in_as_well(page: Desk, tmp_path: Path) -> None:
    file = tmp_path / "newer.txt"
    file.write_text(CHANGED, encoding="utf-8")
    page.dialogs.open_path = file
    page.click("Open a text file…")
    assert page.page.text.toPlainText() == CHANGED
    compare(page)
    assert "Changed or gone: 1 passage" in page.said


def test_nothing_or_too_much_is_told_plainly(page: Desk) -> None:
    page.click("Compare")
    assert isinstance(page.has_keys(), ErrorSummary)
    assert "Put in the text of the posting first." in page.said
    paste(page, "word " * (LARGEST // 5 + 1))
    assert page.page.text.toPlainText() == ""
    assert "Larger than 256 KB, which no posting is." in page.said
    paste(page, POSTING)
    assert "Larger than 256 KB" not in page.said


def test_a_word_without_end_is_told_and_never_laid_out(page: Desk) -> None:
    """Broken into lines, 250,000 letters would keep the window for seconds."""
    for _ in range(2):
        paste(page, "a" * 3000)
    assert page.page.text.toPlainText() == "a" * 3000
    assert "It has a word of more than 5,000 letters." in page.said


def test_many_short_words_are_told_as_words(page: Desk) -> None:
    paste(page, "of a to in " * 22_000)
    compare(page)
    assert "More than 20,000 words, which no posting has." in page.said


def test_what_is_wrong_stays_in_the_other_language(page: Desk) -> None:
    page.click("Compare")
    page.window.speak("es")
    page.settle()
    assert isinstance(page.has_keys(), ErrorSummary)
    assert page.page.text.accessibleDescription().startswith("Primero ponga el texto")
    assert "Primero ponga el texto del anuncio." in page.said
    assert "Put in" not in page.said


def test_what_was_found_is_put_away_when_the_text_changes(page: Desk) -> None:
    paste(page, CHANGED)
    compare(page)
    page.page.text.setFocus()
    page.write("x")
    assert "What we found" not in page.said
    assert check(page).compared is None
    assert page.has_keys() is page.page.text


def test_nothing_is_found_in_a_text_that_changed_meanwhile(page: Desk) -> None:
    paste(page, CHANGED)
    page.click("Compare")
    page.page.text.setFocus()
    page.write("x")
    page.qtbot.waitUntil(lambda: not page.window.background.busy())
    page.settle()
    assert "What we found" not in page.said
    assert "Comparing…" not in page.said


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Put in the text of the posting first."),
        (b"x" * 6_000_000, "Larger than 256 KB, which no posting is."),
        (b"\x00\x01", "This is not plain text."),
        (b"\xff\xd8\xff\xe0", "This is not plain text."),
        (None, "This file can't be opened."),
    ],
    ids=["empty", "6 MB", "zeros", "a picture", "not there"],
)
def test_a_file_that_cannot_be_used(page: Desk, tmp_path: Path, content, told) -> None:
    page.dialogs.open_path = tmp_path / "newer.txt"
    if content is not None:
        page.dialogs.open_path.write_bytes(content)
    page.click("Open a text file…")
    page.click("Compare") if content == b"" else None
    assert told in page.said


def test_signs_without_words_are_told(page: Desk) -> None:
    paste(page, "· · ·")
    compare(page)
    assert "There are no words in this text." in page.said


def test_the_text_is_gone_when_the_page_is_left(page: Desk) -> None:
    paste(page, CHANGED)
    compare(page)
    page.press(Qt.Key.Key_Left, ALT)
    assert (check(page).text, check(page).compared) == ("", None)
    page.window.show_beside("posting")
    page.settle()
    assert page.page.text.toPlainText() == ""
    assert "What we found" not in page.said


def test_leaving_while_it_compares_leaves_nothing(page: Desk) -> None:
    paste(page, CHANGED)
    page.click("Compare")
    page.window.show_beside("keyboard")
    page.settle()
    page.qtbot.waitUntil(lambda: not page.window.background.busy())
    page.settle()
    assert check(page).compared is None
    assert "Recovery" not in page.said


def test_tab_leads_out_of_the_text(page: Desk) -> None:
    page.page.text.setFocus()
    page.press(Qt.Key.Key_Tab)
    assert page.has_keys() is not page.page.text
    assert page.page.text.toPlainText() == ""
