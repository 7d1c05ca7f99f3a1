"""A caseload by keys alone, from the first page to a client's deletion; the mouse is never touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.i18n import LANGUAGES, Words, load_words
from desktop_app.rulebook.load import words_with
from tests.ui.safe.use import PASSPHRASE, safe, saved
from tests.ui.window.conftest import ALT, CONTROL, SHIFT, Desk

MOST_STOPS = 120
STAYS, GOES = "Case-01", "Case-02"


class Keys:
    """Somebody at the keyboard: what they look for is called as the catalogs have it."""

    def __init__(self, at: Desk, words: Words) -> None:
        self.at, self.words = at, words

    def tab_to(self, key: str, **values: Any) -> QWidget:
        """With Tab alone; each time it is pressed it leads on."""
        called = self.words.say(key, **values)
        for _ in range(MOST_STOPS):
            has_keys = self.at.has_keys()
            assert has_keys is not None, "the keys got lost"
            if has_keys.accessibleName() == called:
                return has_keys
            self.at.press(Qt.Key.Key_Tab)
            assert self.at.has_keys() is not has_keys, f"Tab does not lead on from {has_keys!r}"
        raise AssertionError(f"Tab never comes to {called!r}")

    def press(self, key: str, **values: Any) -> None:
        self.tab_to(key, **values)
        self.at.press(Qt.Key.Key_Return)

    def menu(self, entry: str) -> None:
        """By the letters in the center's menu."""
        say, at = self.words.say, self.at
        at.qtbot.keyClick(at.window, _letter(say("menu.center.title")), ALT)
        at.qtbot.keyClick(QApplication.activePopupWidget(), _letter(say(f"menu.center.{entry}")))
        at.settle()
        at.window.activateWindow()  # without a window manager, a menu that has closed keeps the keys
        at.qtbot.waitUntil(at.window.isActiveWindow)

    def done(self) -> None:
        """Nothing runs any more, and all of it is in the file."""
        self.at.qtbot.waitUntil(lambda: not self.at.window.background.busy())
        saved(self.at)

    @property
    def desk(self) -> Any:
        return safe(self.at).desk

    def client(self, code: str) -> Any:
        return next((row.client for row in self.desk.rows if row.client.name == code), None)


def _letter(words: str) -> Qt.Key:
    return Qt.Key(ord(QKeySequence.mnemonic(words).toString()[-1]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_first_page_to_a_deletion(desk, book, tmp_path: Path, language: str) -> None:
    at: Desk = desk(language)
    keys = Keys(at, words_with(load_words(language), book.packs))
    start(keys, tmp_path / "caseload.peerready")
    keys.press("desk.clients.new")
    take_in(keys, STAYS)
    keys.menu("new")
    take_in(keys, GOES)
    find(keys)
    write_down(keys)
    sit_together(keys)
    look_round(keys)
    delete(keys)


def start(keys: Keys, place: Path) -> None:
    at = keys.at
    at.dialogs.path = place
    keys.menu("start")
    at.write(PASSPHRASE)
    keys.tab_to("keep.again")
    at.write(PASSPHRASE)
    keys.tab_to("desk.start.keep")
    at.write("6")
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: keys.desk is not None)
    keys.done()


def take_in(keys: Keys, code: str) -> None:
    at = keys.at
    at.write(code)
    keys.tab_to("desk.new.said_yes")
    at.press(Qt.Key.Key_Space)
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: keys.client(code) is not None)
    keys.done()
    assert at.page.name == code


def find(keys: Keys) -> None:
    """Down from the search into the list; Tab and Shift and Tab lead out of it on both sides."""
    at = keys.at
    keys.menu("clients")
    keys.tab_to("desk.clients.find")
    at.press(Qt.Key.Key_Down)
    table = at.page.table
    assert table.hasFocus()
    for there, back in (
        ((Qt.Key.Key_Tab,), (Qt.Key.Key_Tab, SHIFT)),
        ((Qt.Key.Key_Tab, SHIFT), (Qt.Key.Key_Tab,)),
    ):
        at.press(*there)
        assert not table.hasFocus()
        at.press(*back)
        assert table.hasFocus()
    at.press(Qt.Key.Key_Home, CONTROL)
    assert table.current() == keys.client(STAYS).id
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Return)
    keys.done()
    assert at.page.name == GOES


def write_down(keys: Keys) -> None:
    at = keys.at
    keys.tab_to("client.notes.new")
    at.write("We called the county.")
    keys.press("client.notes.add")  # out of the field by Tab, which is no letter in it
    keys.done()
    assert "We called the county." in at.said
    keys.tab_to("questions.government_photo_id.short")
    at.press(Qt.Key.Key_Space)
    keys.done()
    assert set(keys.client(GOES).papers) == {"government_photo_id"}


def sit_together(keys: Keys) -> None:
    at = keys.at
    keys.press("client.buttons.begin")
    at.qtbot.waitUntil(lambda: keys.desk.handed_over)
    at.settle()
    at.press(Qt.Key.Key_1)
    at.press(Qt.Key.Key_B, CONTROL)
    at.write(PASSPHRASE)
    at.press(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: not keys.desk.handed_over)
    keys.done()
    assert at.page.name == GOES
    assert keys.client(GOES).seen == keys.desk.today()


def look_round(keys: Keys) -> None:
    for page in ("today", "numbers", "touched", "exchange", "log"):
        keys.press(f"desk.pages.{page}")
        assert keys.at.window.navigator.aside == page
        keys.done()


def delete(keys: Keys) -> None:
    """Found by the end of their code; Enter opens the only one that is left."""
    at = keys.at
    keys.menu("clients")
    keys.tab_to("desk.clients.find")
    at.write(GOES[-1])
    at.press(Qt.Key.Key_Return)
    keys.done()
    assert at.page.name == GOES
    keys.press("client.delete.title")
    keys.press("client.delete.button")
    at.qtbot.waitUntil(lambda: keys.client(GOES) is None)
    keys.done()
    assert [row.client.name for row in keys.desk.rows] == [STAYS]
    assert at.window.navigator.aside == "clients"
    assert at.has_keys() is at.page.search
