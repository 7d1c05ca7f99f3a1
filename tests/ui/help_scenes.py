"""The pages of help in the states that differ from how they open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.explained import WordsHere
from desktop_app.ui.pages.licenses_page import LicensesPage
from desktop_app.ui.pages.words_page import WordsPage
from desktop_app.ui.widgets.fold import FoldNote


def _seek(text: str) -> Callable[[MainWindow], None]:
    def bring(window: MainWindow) -> None:
        window.show_beside("words")
        assert isinstance(window.page, WordsPage)
        window.page.search.insert(text)

    return bring


def _read_a_license(window: MainWindow) -> None:
    window.show_beside("licenses")
    assert isinstance(window.page, LicensesPage)
    window.page.folds[0].head.click()
    QApplication.processEvents()


def unfold_words(window: MainWindow) -> None:
    """On a page that explains its words in a fold."""
    here = window.page.findChild(WordsHere)
    assert isinstance(here, WordsHere)
    assert isinstance(here.content, FoldNote)
    here.content.head.click()
    QApplication.processEvents()


HELP_SCENES: dict[str, Callable[[MainWindow], None]] = {
    "words-found": _seek("GED"),
    "words-none": _seek("zzz"),
    "licenses-read": _read_a_license,
}
