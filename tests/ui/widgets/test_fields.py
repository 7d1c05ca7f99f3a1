"""Fields, dates and form rows: what is typed, what is chosen, what is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.ui.theme import Theme, contrast_ratio
from desktop_app.ui.widgets.check import Check
from desktop_app.ui.widgets.date_field import DateField, DateWords
from desktop_app.ui.widgets.field import Entry, LineField, SelectField
from desktop_app.ui.widgets.form_row import FormRow, fields_beside
from desktop_app.ui.widgets.switch import Switch
from tests.ui.conftest import Show
from tests.ui.tree import press, spoken, tree, unnamed

MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
WORDS = DateWords("Month", "Day", "Year", MONTHS, "Day not known")
EXACT = WORDS._replace(day_unknown="")
WORK = [Entry("peer", "Peer support"), Entry("family", "Work with families"), Entry("other", "Other work")]


def test_a_list_starts_empty_with_its_hint(theme: Theme, show: Show) -> None:
    work = SelectField(theme, "What did you do?", WORK, hint="Choose one")
    show(work, 300, 60)
    assert work.value() is None


def test_a_list_is_chosen_from_by_keys(theme: Theme, show: Show, qtbot) -> None:
    work = SelectField(theme, "What did you do?", WORK)
    show(work, 300, 60)
    with qtbot.waitSignal(work.changed) as said:
        qtbot.keyClick(work, Qt.Key.Key_Down)
    assert said.args == ["peer"]
    qtbot.keyClick(work, "o")
    assert work.value() == "other"


def test_the_edge_of_an_open_list_can_be_seen(any_theme: Theme, show: Show) -> None:
    work = SelectField(any_theme, "What did you do?", WORK)
    show(work, 300, 60)
    work.showPopup()
    edge = work.view().window().grab().toImage().pixelColor(20, 0)
    assert all(contrast_ratio(edge, any_theme.color(ground)) >= 3 for ground in ("page", "card"))


def test_showing_a_choice_says_nothing(theme: Theme, show: Show, qtbot) -> None:
    work = SelectField(theme, "What did you do?", WORK)
    show(work, 300, 60)
    with qtbot.assertNotEmitted(work.changed):
        work.choose("family")
        work.offer(WORK[1:])
    assert work.value() == "family"


def test_scrolling_the_page_does_not_change_an_answer(theme: Theme, show: Show) -> None:
    work = SelectField(theme, "What did you do?", WORK, "peer")
    show(work, 300, 60)
    middle = QPointF(work.rect().center())
    wheel = QWheelEvent(
        middle,
        work.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(work, wheel)
    assert work.value() == "peer"
    assert not wheel.isAccepted()


def test_a_long_choice_wraps_in_its_field(any_theme: Theme, qtbot) -> None:
    work = SelectField(any_theme, "x", [Entry("long", "Trabajo directo con personas " * 4)], "long")
    qtbot.addWidget(work)
    assert work.heightForWidth(300) > work.heightForWidth(3000)


def test_a_whole_date_by_keys_alone(theme: Theme, show: Show, qtbot) -> None:
    date = DateField(theme, "Started", WORDS)
    show(date, 500, 60)
    date.setFocus()
    qtbot.keyClicks(date.month, "Mar")
    qtbot.keyClick(date.month, Qt.Key.Key_Tab)
    assert date.day.hasFocus()
    qtbot.keyClicks(date.day, "16")
    qtbot.keyClick(date.day, Qt.Key.Key_Tab)
    assert date.year.hasFocus()
    qtbot.keyClicks(date.year, "2o26")
    assert (date.state(), date.value()) == ("partial", "")
    qtbot.keyClicks(date.year, "6")
    date.year.clear()
    qtbot.keyClicks(date.year, "2026")
    assert (date.state(), date.value()) == ("complete", "2026-03-16")


@pytest.mark.parametrize("value", ["2026-03-16", "2026-03", "2024-02-29", ""])
def test_a_date_comes_back_as_it_was_given(theme: Theme, qtbot, value: str) -> None:
    date = DateField(theme, "Started", WORDS, value)
    qtbot.addWidget(date)
    assert date.value() == value
    assert date.state() == ("complete" if value else "empty")


def test_a_month_will_do_where_the_day_need_not_be_known(theme: Theme, qtbot) -> None:
    loose, exact = DateField(theme, "Started", WORDS), DateField(theme, "Runs out", EXACT)
    for date in (loose, exact):
        qtbot.addWidget(date)
        date.month.choose("03")
        date.year.setText("2026")
    loose.day.choose("")
    assert loose.value() == "2026-03"
    assert exact.state() == "partial"


def test_a_day_left_alone_is_a_day_not_known(theme: Theme, qtbot) -> None:
    date = DateField(theme, "Started", WORDS)
    qtbot.addWidget(date)
    date.month.choose("03")
    date.year.setText("2026")
    assert date.value() == "2026-03"


def test_only_days_that_the_month_has_are_offered(theme: Theme, show: Show, qtbot) -> None:
    date = DateField(theme, "Started", WORDS)
    show(date, 500, 60)
    qtbot.keyClicks(date.month, "Feb")
    assert date.day.count() == 30  # 29 days and the one not known
    qtbot.keyClicks(date.year, "2026")
    assert date.day.count() == 29


def test_a_day_that_a_month_lacks_stays_and_is_impossible(theme: Theme, show: Show, qtbot) -> None:
    date = DateField(theme, "Started", WORDS, "2026-01-31")
    show(date, 500, 60)
    qtbot.keyClicks(date.month, "Feb")
    assert date.state() == "impossible"
    assert date.day.value() == "31"
    assert date.value() == ""


@pytest.mark.parametrize("year", ["20zz", "٢٠٢٠", "0000", "-200"])
def test_a_year_that_a_screen_reader_writes_may_be_no_number(theme: Theme, qtbot, year: str) -> None:
    date = DateField(theme, "Started", WORDS, "2024-02-29")
    qtbot.addWidget(date)

    # As Qt does it for the bus: past the validator, which only watches the keys.
    QLineEdit.setText(date.year, year)

    assert (date.year.text(), date.state(), date.value()) == (year, "partial", "")


def test_the_parts_stand_in_the_languages_order(theme: Theme, show: Show, qtbot) -> None:
    date = DateField(theme, "Inicio", WORDS._replace(order="dmy"))
    show(date, 600, 60)
    left = [part.mapTo(date, part.rect().topLeft()).x() for part in (date.day, date.month, date.year)]
    assert left == sorted(left)
    date.setFocus()
    qtbot.keyClick(date.day, Qt.Key.Key_Tab)
    assert date.month.hasFocus()


def test_each_part_of_a_date_has_a_name(theme: Theme, show: Show) -> None:
    date = DateField(theme, "Started", WORDS, "2026-03")
    show(date, 500, 60)
    heard = tree(date)
    assert heard[0] == ("Grouping", "Started")
    assert {
        ("ComboBox", "Started, Month"),
        ("ComboBox", "Started, Day"),
        ("EditableText", "Started, Year"),
    } <= set(heard)
    assert not unnamed(date)


def test_an_error_stands_between_label_and_field_and_is_heard(theme: Theme, show: Show) -> None:
    field = LineField(theme, "", "200")
    row = FormRow(theme, "Hours a week", field, "If you know.")
    show(row, 300, 200)
    row.show_error("A week has 168 hours.")
    row.grab()
    error_top = row._error_line.geometry().top()
    assert row.label.geometry().bottom() < error_top < field.geometry().top()
    assert row.error() == "A week has 168 hours."
    assert field.accessibleName() == "Hours a week"
    assert field.accessibleDescription() == "A week has 168 hours. If you know."
    row.show_error(None)
    assert row.error() is None
    assert field.accessibleDescription() == "If you know."


def test_fields_beside_each_other_stay_on_one_line_whatever_is_wrong_with_one(
    theme: Theme, show: Show, qtbot
) -> None:
    name, phone = (FormRow(theme, label, LineField(theme, label), "A hint") for label in ("Name", "Phone"))
    line = show(fields_beside(theme, name, phone, least_em=12, line_gap=12), 460, 400)
    calm = line.heightForWidth(460)
    phone.show_error("Put in the number that people can call or text, or clear the name of the line again.")
    QApplication.processEvents()
    assert name.label.y() == phone.label.y()
    assert name.field.y() == phone.field.y() > phone.label.y() + 2 * phone.label.height()
    assert name.height() == phone.height() == line.heightForWidth(460) > calm
    phone.show_error(None)
    qtbot.waitUntil(lambda: name.height() == phone.height() == calm)
    assert name.field.y() == phone.field.y()
    name.show_error("Put in a name.")
    line.resize(200, 400)  # one under the other, each has the room that it needs
    qtbot.waitUntil(lambda: phone.field.y() < name.field.y())


def test_what_is_typed_stays_plain(theme: Theme, show: Show, qtbot) -> None:
    field = LineField(theme, "Title")
    show(field, 300, 60)
    qtbot.keyClicks(field, "<img src=x>")
    assert field.text() == "<img src=x>"


def test_a_check_box_is_switched_by_mouse_key_and_screen_reader(theme: Theme, show: Show, qtbot) -> None:
    check = Check(theme, "I am still there")
    show(check, 300, 60)
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    assert check.isChecked()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert not check.isChecked()
    press(check, "I am still there")
    assert check.isChecked()


def test_a_switch_says_what_it_switches_and_its_state(theme: Theme, show: Show, qtbot) -> None:
    switch = Switch(theme, "I finish the training", "On", "Off")
    show(switch, 100, 80)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    heard = spoken(switch)
    assert heard.role() is QAccessible.Role.CheckBox
    assert (heard.text(QAccessible.Text.Name), bool(heard.state().checked)) == ("I finish the training", True)
