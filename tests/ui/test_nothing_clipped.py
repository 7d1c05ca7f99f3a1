"""Every page has the room it needs: in both languages and one longer than either, in every size of text and window.

`make matrix` (or MATRIX=1) looks at every scene in every look; without it some looks are tried on a share of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop_app.i18n import LANGUAGES, Words
from desktop_app.ui import style
from desktop_app.ui.appearance import Appearance
from desktop_app.ui.dialogs import QtDialogs
from desktop_app.ui.library import Library
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import THEMES, Theme, ThemeName
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.text import Text
from tests.conftest import TODAY
from tests.ui.clipping import LEAST_SHARE, beyond_the_bar, clipped, page_share
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.scenes import Scene, scenes
from tests.ui.stretched import StretchedLibrary, stretch

STRETCHED = "stretched"
USUAL, SMALLEST, NARROW, LARGEST = (1280, 800), (1024, 700), (480, 700), (3840, 2160)
SCENES = scenes()


class Look(NamedTuple):
    """A language, a text size, colors and a window. `share`: one in so many scenes is tried in it."""

    language: str
    scale: float = 1.0
    colors: ThemeName = "light"
    size: tuple[int, int] = SMALLEST
    share: int = 1

    def __str__(self) -> str:
        width, height = self.size
        return f"{self.language}-{self.scale:.0%}-{self.colors}-{width}x{height}"


ALL = [
    *(Look(*parts) for parts in product((*LANGUAGES, STRETCHED), (1.0, 2.0), THEMES, (SMALLEST, USUAL))),
    *(Look(*parts) for parts in product(LANGUAGES, (1.0, 1.5, 2.0), THEMES[:1], (NARROW, LARGEST))),
]
SOME = [
    Look("es", 2.0),  # Spanish at twice the size is where words run out of room
    Look("en", 1.0, share=2),
    Look("en", 2.0, share=4),
    Look("es", 1.0, share=4),
    *(Look(STRETCHED, scale, share=4) for scale in (1.0, 2.0)),
    # Edges and rules are thicker there; dark has the measures of light, as a test below shows.
    *(Look(language, scale, "contrast", share=6) for language in LANGUAGES for scale in (1.0, 2.0)),
    Look("es", 1.5, share=6),
    Look(STRETCHED, 1.0, "contrast", USUAL, 6),
    *(Look("es", scale, "light", size, 6) for size in (USUAL, NARROW) for scale in (1.0, 2.0)),
    Look("en", 1.0, "dark", NARROW, 6),
    Look("es", 1.0, "dark", LARGEST, 12),
    Look("es", 2.0, "light", LARGEST, 12),
]
LOOKS = ALL if os.environ.get("MATRIX") else SOME


def _tried() -> Iterator[tuple[Look, Scene]]:
    for at, look in enumerate(LOOKS):
        for number, scene in enumerate(SCENES):
            if (number + at) % look.share == 0:
                yield look, scene


@pytest.fixture(scope="module")
def libraries() -> dict[str, Library]:
    """The files are read once; nothing of a sitting is in them."""
    plain = Library()
    return {**dict.fromkeys(LANGUAGES, plain), STRETCHED: StretchedLibrary()}


@pytest.fixture
def opened(qapp: QApplication, spoken_roles, libraries):
    """A window in a look, with a scene in it."""
    made: list[MainWindow] = []

    def open_(look: Look, scene: Scene) -> MainWindow:
        language = "en" if look.language == STRETCHED else look.language
        appearance = Appearance(look.colors, look.scale)
        window = MainWindow(libraries[look.language], appearance, language, lambda: TODAY, FakeDialogs())
        made.append(window)
        window.resize(*look.size)
        window.show()
        scene.bring(window)
        settle()
        return window

    yield open_
    for window in made:
        window.close_for_good()  # or Qt would go on speaking its language
        window.deleteLater()
    settle()


def settle() -> None:
    for _ in range(16):  # a form that comes up finds its height step by step
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize(("look", "scene"), list(_tried()), ids=lambda one: str(getattr(one, "name", one)))
def test_it_has_the_room_it_needs(opened, look: Look, scene: Scene) -> None:
    window = opened(look, scene)
    assert clipped(window) == []
    assert page_share(window, window.page) >= LEAST_SHARE
    if look.size != NARROW:  # there Qt puts the last menus behind a button
        assert beyond_the_bar(window.menuBar()) == []


@pytest.mark.parametrize("scene", SCENES[::4], ids=lambda scene: scene.name)
def test_in_the_dark_everything_stands_where_it_does_in_light(opened, scene: Scene) -> None:
    light, dark = (opened(Look("es", 1.0, colors), scene) for colors in ("light", "dark"))
    assert places(light.frame) == places(dark.frame)


def places(top: QWidget) -> list[tuple[str, object]]:
    """Each part with its place. The focus ring stands where the keys are, and they are in one window only."""
    return [
        (type(part).__name__, part.geometry().getRect())
        for part in top.findChildren(QWidget)
        if part.isVisibleTo(top) and "Focus" not in type(part).__name__
    ]


# ---------------------------------------------------------------- dialogs


def told(words: Words) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """What is told or asked in a box: title, text, the buttons."""
    title, text, *buttons = (words.say(f"close.{part}") for part in ("title", "text", "yes", "no"))
    return {
        "trouble": (words.say("trouble.title"), words.say("trouble.text"), ()),
        "close": (title, text, tuple(buttons)),
    }


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", [*LANGUAGES, STRETCHED])
@pytest.mark.parametrize("name", ["trouble", "close"])
def test_a_dialog_has_the_room_it_needs(
    qapp, qtbot, libraries, name: str, language: str, scale: float
) -> None:
    style.apply(qapp, Theme("light", scale))
    words = libraries[language].own_words("en" if language == STRETCHED else language)
    title, text, buttons = told(words)[name]
    over = QWidget()
    qtbot.addWidget(over)
    box = QtDialogs(over)._box(QMessageBox.Icon.Information, title, text)
    for button in buttons:
        box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
    box.open()
    settle()
    assert clipped(box) == []
    fits = box.width() <= SMALLEST[0] and box.height() <= SMALLEST[1]
    assert fits or language == STRETCHED, box.size()
    box.close()


# ---------------------------------------------------------------- would it be noticed?


@pytest.fixture
def small(theme: Theme, show):
    """Some text over a button, in a window of its own."""
    text, button = Text(theme, "Nothing leaves this computer. " * 4), Button(theme, "Go on to the next")
    return show(column(theme, text, 8, button), 300, 300), text, button


def test_where_all_is_well_nothing_is_found(small) -> None:
    assert clipped(small[0]) == []


def test_a_label_that_is_too_low_is_found(small) -> None:
    window, text, _ = small
    text.setFixedHeight(20)
    settle()
    assert any("high and needs" in found for found in clipped(window))


def test_a_button_that_is_too_narrow_is_found(small) -> None:
    window, _, button = small
    button.setFixedWidth(40)
    settle()
    assert any("wide and needs" in found for found in clipped(window))


def test_a_word_that_is_broken_is_found(theme: Theme, show) -> None:
    label = Text(theme, "Desproporcionadamente " * 2)
    window = show(column(theme, label), 300, 300)
    label.setFixedWidth(120)
    settle()
    assert any("breaks a word" in found for found in clipped(window))


def test_parts_over_one_another_are_found(small) -> None:
    window, text, button = small
    button.move(text.pos())
    assert any("lies over" in found for found in clipped(window))


def test_what_sticks_out_is_found(small) -> None:
    window, _, button = small
    button.move(window.width() - 30, 100)
    assert any("sticks out" in found for found in clipped(window))


def test_a_page_that_scrolls_sideways_is_found(opened) -> None:
    window = opened(Look("en"), SCENES[1])
    window.page.setMinimumWidth(2000)
    settle()
    assert any("wide in a view of" in found for found in clipped(window))


def test_the_longer_language_is_longer_and_keeps_what_is_filled_in() -> None:
    sentence = "You may still earn this in the first month after you are hired."
    assert len(stretch(sentence)) >= len(sentence) * 1.3
    longer = stretch("&Save {count} of **{total}** answers to calmhsa.org")
    for kept in ("&S", "{count}", "**{total}**", "calmhsa.org"):
        assert kept in longer
