"""Large text on a small screen: what Tab comes to is in sight with its ring, and menus show their entries whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QFocusFrame, QLineEdit, QMenu, QWidget

from desktop_app.i18n import LANGUAGES
from desktop_app.ui.main_window import AROUND
from desktop_app.ui.program import put_together
from desktop_app.ui.widgets.error_summary import ErrorSummary
from desktop_app.ui.widgets.field import SelectField
from desktop_app.ui.widgets.text import Heading
from tests.conftest import TODAY
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.window.conftest import CONTROL, SHIFT, Desk

SMALL = (1016, 560)
MORE = 200
MOST_ABOVE = 140
"""Of 700 px, for menu bar and strip."""

every_language = pytest.mark.parametrize("language", LANGUAGES)


def in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def tab_to(at: Desk, called: str, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget:
    for _ in range(20):
        at.press(Qt.Key.Key_Tab, with_)
        has_keys = at.has_keys()
        assert has_keys is not None
        if has_keys.accessibleName() == called:
            return has_keys
    raise AssertionError(f"Tab never comes to {called!r}")


@pytest.mark.parametrize("with_", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_tab_brings_into_sight_what_is_far_above_the_buttons(desk, with_) -> None:
    at: Desk = desk("es", size=SMALL, scale=2.0)
    hide = tab_to(at, "Ocultar ya", with_)
    area = in_window(at.window.frame.scroller.viewport())
    assert area.contains(in_window(hide))


def test_a_new_question_and_its_first_answer_are_both_in_sight(desk) -> None:
    at: Desk = desk("es", size=(1016, 660), scale=2.0)
    at.press(Qt.Key.Key_Return)
    at.settle()
    area = in_window(at.window.frame.scroller.viewport())
    heading = next(text for text in at.page.findChildren(Heading) if text.isVisible())
    first = at.has_keys()
    assert first is not None
    assert area.contains(in_window(heading))
    assert area.contains(in_window(first))


@every_language
def test_what_stands_above_a_page_leaves_it_most_of_the_window(desk, language) -> None:
    at: Desk = desk(language, size=(1024, 700), scale=2.0)
    at.go_to("high_school")
    assert at.page.mapTo(at.window, QPoint(0, 0)).y() <= MOST_ABOVE
    at.window.show_beside("unlock")
    at.settle()
    assert at.page.mapTo(at.window, QPoint(0, 0)).y() <= MOST_ABOVE
    at.window.resize(480, 700)
    at.settle()
    assert at.page.mapTo(at.window, QPoint(0, 0)).y() <= MOST_ABOVE


def test_the_buttons_stand_under_the_page_as_soon_as_one_line_holds_them(desk) -> None:
    at: Desk = desk("en", size=(1024, 700), scale=2.0)
    at.go_to("roles")
    at.qtbot.mouseClick(at.page.add, Qt.MouseButton.LeftButton)
    at.settle()
    scroller, bar = at.window.frame.scroller, at.window.frame.bar
    assert scroller.isAncestorOf(bar)  # with the link to skip they take two lines
    field = at.page.form.title
    field.setFocus()
    at.settle()
    below = in_window(scroller.viewport()).bottom() - in_window(field).bottom()
    scroller.verticalScrollBar().setValue(scroller.verticalScrollBar().value() - below)  # last in sight
    at.qtbot.keyClicks(field, "Peer")
    at.qtbot.waitUntil(lambda: not scroller.isAncestorOf(bar))
    at.qtbot.waitUntil(lambda: in_window(scroller.viewport()).contains(in_window(field)))


def test_errors_taller_than_the_window_begin_with_how_many_they_are(desk) -> None:
    at: Desk = desk("es", size=(480, 700), scale=2.0)
    at.go_to("roles")
    at.qtbot.mouseClick(at.page.add, Qt.MouseButton.LeftButton)
    at.qtbot.keyClicks(at.page.form.title, "Peer")
    at.page.on()
    at.settle()
    errors = at.has_keys()
    area = in_window(at.window.frame.scroller.viewport())
    assert isinstance(errors, ErrorSummary)
    assert errors.height() > area.height()
    at.qtbot.waitUntil(lambda: area.contains(in_window(errors).topLeft()))


def test_a_result_taller_than_the_window_begins_with_its_first_words(desk) -> None:
    at: Desk = desk("es", size=(480, 700), scale=2.0)
    at.press(Qt.Key.Key_Return)
    at.window.look()
    at.settle()
    area = in_window(at.window.frame.scroller.viewport())
    heading = in_window(at.page.first())
    assert heading.height() > area.height()
    assert area.contains(heading.topLeft())


def test_a_position_that_is_opened_stays_where_it_was_though_what_was_open_above_it_goes(desk) -> None:
    at: Desk = desk("es", size=(1016, 660), scale=2.0)
    at.use_sheet("texas-lead", "results")
    first, *_others, last = at.page.cards.values()
    first.click()
    at.settle()
    last.setFocus(Qt.FocusReason.TabFocusReason)
    at.window.frame.scroller.ensureWidgetVisible(last)
    before = in_window(last)
    at.press(Qt.Key.Key_Return)
    at.settle()
    assert last.isChecked()
    assert in_window(last) == before
    assert in_window(at.window.frame.scroller.viewport()).contains(before.topLeft())


def test_a_form_begins_with_its_first_field_in_sight(desk) -> None:
    at: Desk = desk("es", size=(1016, 660), scale=2.0)
    at.go_to("roles", {"roles": []})
    at.page.add.setFocus()
    at.press(Qt.Key.Key_Return)
    at.settle()
    area = in_window(at.window.frame.scroller.viewport())
    first = at.has_keys()
    assert first is not None
    assert first is at.page.form.work
    assert area.contains(in_window(first))


def test_a_page_that_begins_with_a_text_field_shows_all_of_it(desk) -> None:
    at: Desk = desk("es", size=(1016, 660), scale=2.0)
    at.go_to("roles", {"roles": []})
    at.window.show_beside("keep")
    at.settle()
    field = at.has_keys()
    assert isinstance(field, QLineEdit)
    assert in_window(at.window.frame.scroller.viewport()).contains(in_window(field))


def test_who_does_not_save_now_sees_where_the_keys_are(desk) -> None:
    at: Desk = desk("es", size=(1016, 660), scale=2.0)
    at.use_sheet("ready-for-california-1", "results")
    at.press(Qt.Key.Key_S, CONTROL)
    at.click("Ahora no")
    button = at.has_keys()
    assert button is not None
    assert in_window(at.window.frame.scroller.viewport()).contains(in_window(button))


def test_page_down_turns_the_page_and_not_what_is_chosen_in_a_list(desk) -> None:
    at: Desk = desk("es", size=(1016, 660), scale=2.0)
    at.go_to("plan", {})
    lists = at.page.findChildren(SelectField)
    lists[0].setFocus()
    chosen, bar = lists[0].value(), at.window.frame.scroller.verticalScrollBar()
    before = bar.value()
    at.press(Qt.Key.Key_PageDown)
    assert bar.value() > before
    assert at.page.findChildren(SelectField)[0].value() == chosen


def test_what_tab_scrolls_to_has_its_ring(desk) -> None:
    at: Desk = desk("es", size=SMALL, scale=2.0)
    link = tab_to(at, "¿Necesita hablar? Llame o escriba al 988 a toda hora.")
    (ring,) = at.window.findChildren(QFocusFrame)
    assert ring.isVisible()
    assert in_window(ring).contains(in_window(link))


@every_language
def test_no_menu_cuts_the_words_of_an_entry(desk, language) -> None:
    """With more room, the same words are painted."""
    at: Desk = desk(language, scale=2.0)
    for menu in at.window.menuBar().findChildren(QMenu):
        menu.popup(QPoint(0, 0))
        at.settle()
        as_shown = {entry.text(): face(menu, entry) for entry in menu.actions()}
        menu.setMinimumWidth(menu.width() + MORE)
        menu.resize(menu.sizeHint())
        at.settle()
        for entry in menu.actions():
            assert face(menu, entry) == as_shown[entry.text()], entry.text()
        menu.close()


def face(menu: QMenu, entry: QAction) -> QImage:
    """The entry's box and words, without its keys."""
    place = menu.actionGeometry(entry)
    words = QFontMetrics(menu.font()).horizontalAdvance(entry.text().replace("&", ""))
    place.setWidth(words + place.height() // 2)
    return menu.grab(place).toImage()


def test_the_window_and_what_the_system_puts_around_it_fit_the_screen(qapp, qtbot) -> None:
    window = put_together(qapp, lambda: TODAY, "en", FakeDialogs()).window
    qtbot.addWidget(window)
    room = QApplication.primaryScreen().availableSize()
    assert window.width() + AROUND.width() <= room.width()
    assert window.height() + AROUND.height() <= room.height()
