"""What stands around every page: rail, strip, action bar, body; at every theme and size."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui import style
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.action_bar import ActionBar
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.lettering import marked
from desktop_app.ui.widgets.page_body import page_body
from desktop_app.ui.widgets.picture import TwoChairs
from desktop_app.ui.widgets.rail import Leaf, Rail, RailWords, Stop
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.strip import FoldedStrip, Strip
from desktop_app.ui.widgets.text import Text
from tests.ui.conftest import Show
from tests.ui.tree import press, tree, unnamed

STOPS = [
    Stop("lived", "Lived experience", "done", "2 of 2 answered"),
    Stop("school", "Education", "part", "1 of 2 answered"),
    Stop(
        "results",
        "Your results",
        "here",
        leaves=[Leaf("stand", "Where you stand", True), Leaf("plan", "Plan")],
    ),
    Stop("last", "Later", "ahead", open=False),
]
WORDS = RailWords(
    "Peer Ready", "Sections", "Need to talk?", marked("Call or text **988**."), "Nothing leaves."
)


def rail(theme: Theme) -> Rail:
    return Rail(theme, STOPS, WORDS)


def test_a_stop_leads_to_its_section(theme: Theme, show: Show, qtbot) -> None:
    way = rail(theme)
    show(way, 300, 600)
    with qtbot.waitSignal(way.chosen) as said:
        qtbot.mouseClick(way.stops[1], Qt.MouseButton.LeftButton)
    assert said.args == ["school"]
    with qtbot.waitSignal(way.chosen) as said:
        way.stops[4].setFocus()
        qtbot.keyClick(way.stops[4], Qt.Key.Key_Return)
    assert said.args == ["plan"]


def test_a_stop_that_is_not_open_leads_nowhere(theme: Theme, show: Show, qtbot) -> None:
    way = rail(theme)
    show(way, 300, 600)
    with qtbot.assertNotEmitted(way.chosen):
        qtbot.mouseClick(way.stops[5], Qt.MouseButton.LeftButton)


def test_a_stop_says_how_far_it_is_in_words(theme: Theme, show: Show) -> None:
    way = rail(theme)
    show(way, 300, 600)
    said = tree(way)
    assert ("Button", "Education, 1 of 2 answered") in said
    assert ("Button", "Need to talk? Call or text 988.") in said
    assert not unnamed(way)


def test_the_rail_is_painted_at_every_size(any_theme: Theme, show: Show) -> None:
    way = rail(any_theme)
    show(way, 400, 900)
    assert not way.grab().isNull()
    assert way.width() == any_theme.em(16.75)


def test_the_folded_rail_lists_the_same_stops(theme: Theme, show: Show, qtbot) -> None:
    strip = FoldedStrip(theme, "Part 3 of 4: Your results", STOPS, marked("Call **988**"))
    show(strip, 700, 60)
    qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(strip.menu.isVisible)
    entries = [action.text().strip() for action in strip.menu.actions()]
    assert entries[1] == "Education: 1 of 2 answered"
    with qtbot.waitSignal(strip.chosen) as said:
        qtbot.keyClick(strip.menu, Qt.Key.Key_Down)
        qtbot.keyClick(strip.menu, Qt.Key.Key_Return)
    assert said.args == ["lived"]


def test_in_a_low_window_the_folded_rail_says_as_much_as_saves_a_line(theme: Theme, show: Show) -> None:
    hide = Button(theme, "Hide now", icon="hide", small=True)
    title, short = "Part 3 of 4: Your results", "Part 3 of 4"
    strip = FoldedStrip(theme, title, STOPS, marked("Call **988**"), hide, short=short)
    show(strip, 700, 60)
    strip.fit(700, low=True)
    one_line, loose = strip.heightForWidth(700), hide.sizeHint().width()
    assert strip.button.words() == title
    for width, words, saves in (
        (430, title, True),
        (330, short, True),
        (430, title, False),
        (330, title, False),
    ):
        strip.fit(width, low=saves)
        assert strip.button.words() == words
        assert strip.button.accessibleName() == title
        assert (strip.heightForWidth(width) == one_line) is saves
        assert (hide.sizeHint().width() < loose) is saves
    strip.fit(330, low=True)
    strip.follow("Part 4 of 4: Later", STOPS, "Part 4 of 4")
    assert (strip.button.words(), strip.button.accessibleName()) == ("Part 4 of 4", "Part 4 of 4: Later")


def test_the_strip_offers_the_other_language(theme: Theme, show: Show, qtbot) -> None:
    strip = Strip(theme, "Education · Question 1 of 2", "Español")
    show(strip, 700, 60)
    with qtbot.waitSignal(strip.language_pressed):
        press(strip, "Español")


def buttons(theme: Theme) -> list[Button]:
    words = ("Atrás", "Continuar", "Saltar esta pregunta")
    return [Button(theme, word) for word in words]


def test_the_action_bar_holds_what_is_saved_to_the_right(theme: Theme, show: Show) -> None:
    bar = ActionBar(theme, buttons(theme), "Not saved.")
    show(bar, 900, 70)
    assert bar.last is not None
    right = bar.last.mapTo(bar, bar.last.rect().topRight()).x()
    assert abs(bar.width() - theme.space(48) - right) <= 2


def test_the_action_bar_wraps_and_loses_nothing(any_theme: Theme, show: Show) -> None:
    on_it = buttons(any_theme)
    bar = ActionBar(any_theme, on_it, width="folded")
    width = any_theme.em(18)
    show(column(any_theme, bar), width, bar.heightForWidth(width))
    assert all(bar.rect().contains(button.geometry()) for button in on_it)
    assert bar.heightForWidth(width) > bar.heightForWidth(5000)


def body(theme: Theme, width: int) -> tuple[Scroll, QWidget, QWidget]:
    main, margin = column(theme, Text(theme, "Question")), column(theme, Text(theme, "Why we ask"))
    return Scroll(theme, page_body(theme, theme.width(width), main, margin)), main, margin


def test_the_margin_stands_beside_the_question_or_below(theme: Theme, show: Show) -> None:
    page, main, margin = body(theme, 1280)
    show(page, 1016, 500)
    assert (main.width(), margin.width()) == (theme.em(38), theme.em(17))
    assert margin.mapTo(page, margin.rect().topRight()).x() == 1016 - theme.space(48) - 1
    page, main, margin = body(theme, 1000)
    show(page, 800, 500)
    assert main.mapTo(page, main.rect().bottomLeft()).y() < margin.mapTo(page, margin.rect().topLeft()).y()


def test_the_scroll_bar_takes_its_room_from_the_margin(theme: Theme, show: Show) -> None:
    page, main, _margin = body(theme, 1000)
    show(page, 800, 500)
    assert main.mapTo(page, main.rect().topRight()).x() == 800 - theme.space(32) - 1


def test_nothing_scrolls_that_fits(any_theme: Theme, show: Show) -> None:
    page, _main, _margin = body(any_theme, 1280)
    show(page, 1000, 900)
    assert page.verticalScrollBar().maximum() == 0


def test_the_picture_is_no_control(any_theme: Theme, show: Show) -> None:
    picture = TwoChairs(any_theme)
    show(picture, 300, 600)
    assert picture.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_palette_serves_what_qt_paints(any_theme: Theme, qapp) -> None:
    colors = qapp.palette()
    assert colors.color(colors.ColorRole.Window) == any_theme.color("page")
    assert colors.color(colors.ColorRole.HighlightedText) == any_theme.color("on_accent")
    assert any_theme.color("rail").name() in style.menu_bar_sheet(any_theme)
