"""The menus: every command is there by name and by key, and no two answer to the same letter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop_app.i18n import LANGUAGES
from desktop_app.ui.theme import THEMES, contrast_ratio
from tests.ui.window.conftest import CONTROL


def letters(actions) -> list[str]:
    """The letter after & in each title."""
    titles = [action.text().replace("&&", "") for action in actions if action.text()]
    return [title[title.index("&") + 1].lower() for title in titles]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_have_the_same_letter(desk, language) -> None:
    at = desk(language)
    bar = at.window.menuBar()
    menus = [bar, *(menu for menu in bar.findChildren(QMenu) if menu.title())]
    assert len(menus) == 10
    for menu in menus:
        found = letters(menu.actions())
        assert len(found) == len(set(found)), [action.text() for action in menu.actions()]


def test_no_two_entries_have_the_same_key(desk) -> None:
    at = desk()
    keys = [key.toString() for action in at.window.menus.actions.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_only_what_can_be_done_can_be_chosen(desk) -> None:
    at = desk()
    assert not any(
        at.action(name).isEnabled()
        for name in ("go.back", "go.check", "go.results", "help.question", "file.save")
    )
    at.go_to("high_school")
    assert all(at.action(name).isEnabled() for name in ("go.back", "go.check", "go.results", "help.question"))
    assert not at.action("file.save").isEnabled()
    at.go_to("results")
    assert at.action("file.save").isEnabled()
    assert not at.action("help.question").isEnabled()


def test_text_grows_and_shrinks_by_keys_and_the_menu_shows_how_large_it_is(desk) -> None:
    at = desk()
    at.press(Qt.Key.Key_Plus, CONTROL)
    assert at.window.appearance.scale == 1.25
    assert at.action("view.size.125").isChecked()
    at.press(Qt.Key.Key_Minus, CONTROL)
    at.press(Qt.Key.Key_Minus, CONTROL)
    assert at.window.appearance.scale == 1.0
    at.action("view.size.200").trigger()
    at.action("view.larger").trigger()
    assert at.window.appearance.scale == 2.0
    at.press(Qt.Key.Key_0, CONTROL)
    assert at.window.appearance.scale == 1.0


def test_colors_can_be_chosen_or_left_to_the_computer(desk) -> None:
    at = desk(colors=None)
    assert at.action("view.like_system").isChecked()
    at.action("view.contrast").trigger()
    assert at.window.appearance.theme.name == "contrast"
    assert at.action("view.contrast").isChecked()
    at.action("view.like_system").trigger()
    assert at.window.appearance.theme.name == "light"


def test_the_language_menu_names_each_in_its_own(desk) -> None:
    at = desk()
    at.action("language.es").trigger()
    at.settle()
    assert at.window.language == "es"
    assert at.window.menuBar().actions()[0].text() == "&Archivo"
    assert at.action("language.es").isChecked()


def test_qt_speaks_the_language_too(desk) -> None:
    from PySide6.QtCore import QCoreApplication

    at = desk("es")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    at.window.speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize(("name", "part"), [("help.talk", "988"), ("help.about", "self-assessment")])
def test_help_is_told_in_plain_words(desk, name, part) -> None:
    at = desk()
    at.action(name).trigger()
    at.settle()
    assert part in at.said


def test_close_in_the_menu_closes(desk) -> None:
    at = desk()
    at.action("file.close").trigger()
    assert not at.window.isVisible()


@pytest.mark.parametrize("colors", THEMES)
def test_an_empty_check_box_can_be_seen(desk, colors) -> None:
    at = desk(colors=colors)
    standing = at.action("view.standing")
    assert not standing.isChecked()
    menu = next(menu for menu in at.window.menuBar().findChildren(QMenu) if standing in menu.actions())
    menu.popup(at.window.pos())
    at.settle()
    row, painted = menu.actionGeometry(standing), menu.grab().toImage()
    across = [painted.pixelColor(x, row.center().y()) for x in range(row.x() + 2, row.x() + row.height())]
    menu.hide()
    ground = at.window.appearance.theme.color("card")
    assert max(contrast_ratio(color, ground) for color in across) >= 3


@pytest.mark.parametrize("colors", ["light", "dark", "contrast"])
def test_the_title_that_the_keys_are_at_has_an_edge_that_can_be_seen(desk, colors) -> None:
    at = desk(colors=colors)
    bar = at.window.menuBar()
    title = bar.actionGeometry(bar.actions()[1])
    bar.setActiveAction(bar.actions()[1])
    at.settle()
    edge = bar.grab(title).toImage().pixelColor(0, title.height() // 2)
    theme = at.window.appearance.theme
    assert edge == theme.color("accent")
    assert contrast_ratio(edge, theme.color("rail")) >= 3
