"""One of several, several with some that stand alone: by mouse, by keys, by a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.choice_list import Card, ChoiceList, Option
from desktop_app.ui.widgets.segments import Segments
from tests.ui.conftest import Show
from tests.ui.tree import press, tree, unnamed

SCHOOL = [
    Option("diploma", "I have a diploma"),
    Option("ged", "I passed the GED"),
    Option("none", "None so far"),
]
APART = [Option("not_sure", "I’m not sure"), Option("prefer_not_to_say", "I’d rather not say")]
LIVED = [Card([Option("own", "I have used services"), Option("recovery", "I am in recovery")], "About me")]
NONE = Card([Option("none_of_these", "None of these", alone=True)])


def radios(theme: Theme, *chosen: str) -> ChoiceList:
    return ChoiceList(theme, "Did you finish high school?", [Card(SCHOOL)], APART, chosen=chosen)


def checks(theme: Theme, *chosen: str) -> ChoiceList:
    return ChoiceList(theme, "Part of your life?", [*LIVED, NONE], APART, several=True, chosen=chosen)


def click(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_click_anywhere_in_the_row_chooses_it(theme: Theme, show: Show, qtbot) -> None:
    choices = radios(theme)
    show(choices)
    with qtbot.waitSignal(choices.changed) as said:
        qtbot.mouseClick(
            choices.rows[1],
            Qt.MouseButton.LeftButton,
            pos=choices.rows[1].rect().adjusted(0, 0, -5, -3).bottomRight(),
        )
    assert said.args == [("ged",)]


def test_only_one_is_chosen_across_both_cards(theme: Theme, show: Show, qtbot) -> None:
    choices = radios(theme, "ged")
    show(choices)
    click(qtbot, choices.rows[3])
    assert choices.chosen() == ("not_sure",)
    click(qtbot, choices.rows[0])
    assert choices.chosen() == ("diploma",)


def test_pressing_a_chosen_radio_button_keeps_it(theme: Theme, show: Show, qtbot) -> None:
    choices = radios(theme, "ged")
    show(choices)
    click(qtbot, choices.rows[1])
    assert choices.chosen() == ("ged",)


def test_arrows_move_and_choose_and_go_round(theme: Theme, show: Show, qtbot) -> None:
    choices = radios(theme, "ged")
    show(choices)
    choices.take_focus()
    qtbot.keyClick(choices.rows[1], Qt.Key.Key_Down)
    assert choices.chosen() == ("none",)
    qtbot.keyClick(choices.rows[2], Qt.Key.Key_Down)
    assert choices.chosen() == ("not_sure",)
    choices.rows[0].setFocus()
    qtbot.keyClick(choices.rows[0], Qt.Key.Key_Up)
    assert choices.chosen() == ("prefer_not_to_say",)
    assert choices.rows[4].hasFocus()


def test_a_number_chooses_its_row(theme: Theme, show: Show, qtbot) -> None:
    choices = radios(theme)
    show(choices)
    choices.take_focus()
    qtbot.keyClick(choices.rows[0], Qt.Key.Key_2)
    assert choices.chosen() == ("ged",)
    assert choices.rows[1].hasFocus()
    qtbot.keyClick(choices.rows[1], Qt.Key.Key_9)
    assert choices.chosen() == ("ged",)


def test_the_space_bar_chooses(theme: Theme, show: Show, qtbot) -> None:
    choices = radios(theme)
    show(choices)
    choices.take_focus()
    qtbot.keyClick(choices.rows[0], Qt.Key.Key_Space)
    assert choices.chosen() == ("diploma",)


def test_return_is_left_to_the_page(theme: Theme, show: Show, qtbot) -> None:
    heard: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event) -> None:
            heard.append(event.key())

    page = Page()
    choices = radios(theme)
    QVBoxLayout(page).addWidget(choices)
    show(page)
    choices.take_focus()
    qtbot.keyClick(choices.rows[0], Qt.Key.Key_Return)
    assert heard == [Qt.Key.Key_Return]
    assert choices.chosen() == ()


def test_radio_buttons_are_one_stop_for_tab(theme: Theme, show: Show, qtbot) -> None:
    page = QWidget()
    box, choices, after = QVBoxLayout(page), radios(theme, "ged"), QLineEdit()
    box.addWidget(choices)
    box.addWidget(after)
    show(page)
    choices.take_focus()
    assert choices.rows[1].hasFocus()
    qtbot.keyClick(choices.rows[1], Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert choices.rows[1].hasFocus()


def test_several_can_be_chosen_in_the_order_of_the_rows(theme: Theme, show: Show, qtbot) -> None:
    choices = checks(theme)
    show(choices)
    click(qtbot, choices.rows[1])
    click(qtbot, choices.rows[0])
    assert choices.chosen() == ("own", "recovery")
    click(qtbot, choices.rows[1])
    assert choices.chosen() == ("own",)


def test_what_stands_alone_clears_the_others_and_is_cleared(theme: Theme, show: Show, qtbot) -> None:
    choices = checks(theme, "own", "recovery")
    show(choices)
    click(qtbot, choices.rows[2])
    assert choices.chosen() == ("none_of_these",)
    click(qtbot, choices.rows[4])
    assert choices.chosen() == ("prefer_not_to_say",)
    click(qtbot, choices.rows[0])
    assert choices.chosen() == ("own",)


def test_arrows_move_between_check_boxes_without_choosing(theme: Theme, show: Show, qtbot) -> None:
    choices = checks(theme)
    show(choices)
    choices.take_focus()
    qtbot.keyClick(choices.rows[0], Qt.Key.Key_Down)
    assert choices.rows[1].hasFocus()
    assert choices.chosen() == ()


def test_a_change_is_said_once(theme: Theme, show: Show, qtbot) -> None:
    choices = checks(theme, "own", "recovery")
    show(choices)
    said: list[tuple[str, ...]] = []
    choices.changed.connect(said.append)
    click(qtbot, choices.rows[2])
    assert said == [("none_of_these",)]


def test_showing_an_answer_says_nothing(theme: Theme, show: Show, qtbot) -> None:
    choices = radios(theme)
    show(choices)
    with qtbot.assertNotEmitted(choices.changed):
        choices.choose(["none"])
    assert choices.chosen() == ("none",)


def test_a_screen_reader_hears_and_presses_real_controls(theme: Theme, show: Show) -> None:
    one, several = radios(theme), checks(theme)
    show(one)
    show(several)
    assert ("Grouping", "Did you finish high school?") in tree(one)
    assert ("RadioButton", "I passed the GED") in tree(one)
    assert ("CheckBox", "None of these") in tree(several)
    press(one, "I passed the GED")
    press(several, "I am in recovery")
    press(several, "I have used services")
    assert one.chosen() == ("ged",)
    assert several.chosen() == ("own", "recovery")
    assert not unnamed(one) + unnamed(several)


def test_rows_are_what_they_look_like(theme: Theme, qtbot) -> None:
    choices = checks(theme)
    qtbot.addWidget(choices)
    assert isinstance(choices.rows[0], QCheckBox)
    assert isinstance(choices.rows[3], QRadioButton)


def test_rows_are_large_enough_to_hit_and_grow_with_their_words(any_theme: Theme, qtbot) -> None:
    choices = ChoiceList(any_theme, "x", [Card([Option("long", "Aprobé el examen de suficiencia " * 4)])])
    qtbot.addWidget(choices)
    row = choices.rows[0]
    assert row.heightForWidth(4000) >= 44
    assert row.heightForWidth(300) > row.heightForWidth(1200)


def test_segments_stand_side_by_side_and_become_a_column(theme: Theme, show: Show) -> None:
    segments = Segments(theme, "Which jobs?", [Option("ca", "California"), Option("tx", "Texas")], "ca")
    show(segments, 600, 100)
    assert segments.rows[0].y() == segments.rows[1].y()
    segments.resize(200, 200)
    assert segments.rows[0].x() == segments.rows[1].x()
    assert segments.rows[0].geometry().bottom() < segments.rows[1].y()


def test_cards_that_wait_for_a_choice_have_the_edge_of_a_field_with_a_problem(
    theme: Theme, show: Show
) -> None:
    segments = Segments(theme, "Paid or volunteer?", [Option("yes", "Paid"), Option("no", "Volunteer")])
    show(segments)

    def edges() -> set[str]:
        image, across = segments.grab().toImage(), range(0, segments.width(), 3)
        return {image.pixelColor(x, 1).name() for x in across}

    error = theme.color("error").name()
    assert error not in edges()
    segments.show_problem(True)
    assert error in edges()
    segments.show_problem(False)
    assert error not in edges()


def test_segments_choose_one_by_mouse_and_arrows(theme: Theme, show: Show, qtbot) -> None:
    segments = Segments(theme, "Language", [Option("en", "English"), Option("es", "Español")])
    show(segments)
    assert segments.value() is None
    with qtbot.waitSignal(segments.changed) as said:
        click(qtbot, segments.rows[1])
    assert said.args == ["es"]
    qtbot.keyClick(segments.rows[1], Qt.Key.Key_Left)
    assert segments.value() == "en"
    assert segments.rows[0].hasFocus()
