"""Buttons, notes that fold out, cards of positions, the error summary, and the ring that follows the keys."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QButtonGroup, QFocusFrame, QLabel, QPlainTextEdit, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import STRETCH, column, row
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.error_summary import ErrorSummary, Problem
from desktop_app.ui.widgets.field import LineField
from desktop_app.ui.widgets.focus import FocusRing
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.marks import Marks
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.position_card import PositionCard
from desktop_app.ui.widgets.requirement_row import RequirementRow
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.switch import Switch
from desktop_app.ui.widgets.tally import Months, Tally
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.text_area import TextArea
from tests.ui.conftest import Show
from tests.ui.tree import press, spoken, tree, unnamed


def test_a_button_is_pressed_by_mouse_space_return_and_screen_reader(theme: Theme, show: Show, qtbot) -> None:
    button = Button(theme, "Save & go on", "primary", after="right")
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append(button.words()))
    show(row(theme, button, STRETCH))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    press(button, "Save & go on")
    qtbot.waitUntil(lambda: pressed == ["Save & go on"] * 4)  # Qt lets a screen reader's press take a moment


def test_a_button_wraps_when_there_is_no_room(any_theme: Theme, qtbot) -> None:
    button = Button(any_theme, "Guardar el informe y seguir con las preguntas", icon="save")
    qtbot.addWidget(button)
    assert button.heightForWidth(button.sizeHint().width()) >= 40
    assert button.heightForWidth(any_theme.em(10)) > button.heightForWidth(button.sizeHint().width())


def test_a_button_keeps_its_height_beside_taller_things(theme: Theme, show: Show) -> None:
    button = Button(theme, "Remove", "quiet")
    tall = Text(theme, "one\ntwo\nthree\nfour")
    show(row(theme, tall, button), 300, 200)
    assert button.height() == button.sizeHint().height()


def test_a_note_folds_out_and_says_so(theme: Theme, show: Show, qtbot) -> None:
    note = FoldNote(theme, "Why we ask", Text(theme, "Both jobs ask for it."), opened=False)
    show(note)
    assert spoken(note.head).state().collapsed
    assert not note.body.isVisible()
    with qtbot.waitSignal(note.toggled) as said:
        qtbot.mouseClick(note.head, Qt.MouseButton.LeftButton)
    assert said.args == [True]
    assert note.body.isVisible()
    assert spoken(note.head).state().expanded
    press(note, "Why we ask")
    assert not note.body.isVisible()


def card(theme: Theme, tier: str) -> PositionCard:
    return PositionCard(theme, tier, "todo", "Not yet", ["met", "ask", "todo"], "1 of 3 in place")


def test_one_position_is_open_at_a_time(theme: Theme, show: Show, qtbot) -> None:
    one, two = card(theme, "Specialist I"), card(theme, "Specialist II")
    group = QButtonGroup()
    group.addButton(one)
    group.addButton(two)
    show(row(theme, one, two))
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(two, Qt.MouseButton.LeftButton, pos=two._content.rect().center())
    assert (one.isChecked(), two.isChecked()) == (False, True)
    press(one, "Specialist I, Not yet, 1 of 3 in place")
    assert one.is_open()


def test_a_position_says_all_of_itself(theme: Theme, show: Show) -> None:
    position = card(theme, "Specialist I")
    show(position)
    heard = spoken(position)
    assert heard.role().name == "Button"
    assert heard.state().expandable
    assert tree(position)[0] == ("Button", "Specialist I, Not yet, 1 of 3 in place")


def test_a_position_grows_when_its_words_wrap(any_theme: Theme, qtbot) -> None:
    position = PositionCard(any_theme, "Especialista II", "ask", "Coincide, pregunte antes", ["ask"] * 9, "x")
    qtbot.addWidget(position)
    assert position.heightForWidth(any_theme.em(8)) > position.heightForWidth(any_theme.em(30))


def test_a_requirement_is_read_in_order(theme: Theme, show: Show) -> None:
    requirement = RequirementRow(
        theme,
        "ask",
        "Ask the employer",
        "A year of work",
        "You have 6 months.",
        "Posting, line 1",
        asks=["Ask: …?"],
    )
    show(requirement)
    read = [name for role, name in tree(requirement) if role in ("StaticText", "Heading")]
    assert read == ["Ask the employer", "A year of work", "You have 6 months.", "Ask: …?", "Posting, line 1"]


def test_signs_never_stand_without_words(theme: Theme, show: Show) -> None:
    page = column(
        theme,
        Pill(theme, "open", "We can’t tell yet"),
        Marks(theme, ["met", "open"], "1 of 2 in place"),
        Tally(theme, Months(6, 8.25), 12, "12 asked", "6 months, and 8 that may count, of 12"),
    )
    show(page)
    assert not unnamed(page)
    names = {name for _role, name in tree(page)}
    assert {"We can’t tell yet", "1 of 2 in place", "6 months, and 8 that may count, of 12"} <= names


def test_marks_go_to_a_second_line(theme: Theme, qtbot) -> None:
    marks = Marks(theme, ["met"] * 9, "9 of 9")
    qtbot.addWidget(marks)
    assert marks.heightForWidth(60) > marks.heightForWidth(400)


def test_the_error_summary_takes_the_keys_and_leads_to_the_field(theme: Theme, show: Show, qtbot) -> None:
    field = LineField(theme, "Hours")
    summary = ErrorSummary(theme, "One thing to put right", [Problem("Hours: a week has 168", field)])
    page = Scroll(theme, column(theme, summary, 2000, field, STRETCH))
    show(page, 500, 300)
    summary.take_focus()
    assert summary.hasFocus()
    assert tree(summary)[0] == ("AlertMessage", "One thing to put right. Hours: a week has 168")
    link = next(button for button in summary.findChildren(Button))
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    seen = QRect(field.mapTo(page.viewport(), field.rect().topLeft()), field.size())
    assert page.viewport().rect().contains(seen)


def test_return_on_the_error_summary_leads_to_the_first_field(theme: Theme, show: Show, qtbot) -> None:
    first, second = LineField(theme, "Hours"), LineField(theme, "Since")
    summary = ErrorSummary(
        theme, "To put right", [Problem("A week has 168", first), Problem("Put it in", second)]
    )
    show(column(theme, summary, first, second), 500, 300)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        summary.take_focus()
        qtbot.keyClick(summary, key)
        assert first.hasFocus()
    summary.take_focus()
    qtbot.keyClick(summary, Qt.Key.Key_Tab)
    qtbot.keyClick(summary.window().focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(summary.window().focusWidget(), Qt.Key.Key_Return)
    assert second.hasFocus()


def test_the_error_summary_is_read_out_with_one_stop_after_each(theme: Theme, qtbot) -> None:
    field = LineField(theme, "Hours")
    told = ["Choose one.", "Is it “other”?", "Write “none”.", "Hours: a week has 168"]
    summary = ErrorSummary(theme, "To put right", [Problem(words, field) for words in told])
    qtbot.addWidget(summary)
    qtbot.addWidget(field)
    expected = "To put right. Choose one. Is it “other”? Write “none”. Hours: a week has 168"
    assert summary.accessibleName() == expected


def test_the_head_of_a_note_has_room_for_all_its_lines(any_theme: Theme, show: Show) -> None:
    note = FoldNote(any_theme, "Por qué se lo preguntamos a usted aquí", Text(any_theme, "Las dos lo piden."))
    for width in (200, 424):
        show(column(any_theme, note, STRETCH), width, 700)
        assert note.head.height() == note.head.heightForWidth(note.head.width())


def frames(window: QWidget) -> list[QFocusFrame]:
    return [frame for frame in window.findChildren(QFocusFrame) if frame.isVisible()]


def test_the_ring_lies_around_what_has_the_keys(theme: Theme, show: Show, qtbot) -> None:
    one, two, label = Button(theme, "Back"), Button(theme, "Continue"), QLabel("x")
    page = row(theme, 20, one, 20, two, label, STRETCH)
    FocusRing(theme, page)
    show(page)
    two.setFocus()
    qtbot.waitUntil(lambda: len(frames(page)) == 1)
    ring = frames(page)[0]
    assert ring.widget() is two
    assert ring.geometry().contains(QRect(two.mapTo(page, two.rect().topLeft()), two.size()))
    two.clearFocus()
    qtbot.waitUntil(lambda: not frames(page))


def test_what_is_written_in_has_the_ring_and_what_only_scrolls_has_none(
    theme: Theme, show: Show, qtbot
) -> None:
    area, list_ = TextArea(theme, "New note", lines=3), QPlainTextEdit()
    page = column(theme, 20, area, 20, list_)
    FocusRing(theme, page)
    show(page)
    area.setFocus()
    qtbot.waitUntil(lambda: [ring.widget() for ring in frames(page)] == [area])
    list_.setFocus()
    qtbot.waitUntil(lambda: not frames(page))


def test_the_ring_outlives_the_page_it_was_in(theme: Theme, show: Show, qtbot) -> None:
    inside, outside = Button(theme, "Inside"), Button(theme, "Outside")
    page = Scroll(theme, column(theme, inside, STRETCH))
    window = column(theme, page, outside)
    FocusRing(theme, window)
    show(window)
    inside.setFocus()
    qtbot.waitUntil(lambda: len(frames(window)) == 1)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    outside.setFocus()
    qtbot.waitUntil(lambda: [frame.widget() for frame in frames(window)] == [outside])
    assert QApplication.focusWidget() is outside


def test_what_cannot_be_used_now_rests(any_theme: Theme, show: Show) -> None:
    controls: list[QWidget] = [
        Button(any_theme, "Go on", "primary"),
        Check(any_theme, "Photo ID", on=True),
        Switch(any_theme, "I pass the exam", "On", "Off", on=True),
    ]
    show(column(any_theme, *controls))
    accent = any_theme.color("accent").rgb()
    for control in controls:
        assert accent in colors(control)
        control.setEnabled(False)
        assert accent not in colors(control)


def colors(widget: QWidget) -> set[int]:
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
