"""The list of clients: found as one types, sorted, chosen by mouse and keys, and heard row by row."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.ui.widgets.line_table import cell_width
from tests.ui.desk.conftest import click_row, codes, row_of
from tests.ui.desk_scenes import CODES, caseload, id_of, open_caseload
from tests.ui.pages.use import click
from tests.ui.tree import Role, name, spoken, walk


def press(at, words: str) -> None:
    click(at.qtbot, next(chip for chip in at.page.chips.values() if chip.words() == words))
    at.settle()


def test_everyone_is_there_by_next_date_with_how_far_they_are(center) -> None:
    at = center()
    assert sorted(codes(at)) == sorted(CODES)
    assert codes(at)[0] == "D-1133"  # what was due three days ago
    assert at.page.count.text() == "12 of 12 clients. Sorted by next date."
    told = at.page.table.lines.line(row_of(at, "D-1147")).told
    assert told == ("D-1147. Seen Nov 18. California: None yet. Texas: Open. Next: Nov 24, CalMHSA, 10:30")


def test_a_row_is_heard_as_a_sentence_and_its_cells_with_their_column(center) -> None:
    at = center()
    cells = [name(node) for node in walk(spoken(at.page.table)) if node.role() is Role.Cell]
    assert any(cell.startswith("D-1147. Seen Nov 18. California: None yet.") for cell in cells)
    assert "California: I, ask first" in cells or "California: II, ask first" in cells


def test_the_list_is_searched_as_one_types(center) -> None:
    at = center()
    assert at.has_keys() is at.page.search
    at.write("115")
    assert codes(at) == ["D-1151", "D-1158"]
    assert at.page.count.text().startswith("2 of 12 clients.")
    at.page.search.selectAll()
    at.page.search.insert("ñ-7")  # the test's keyboard has no such letter
    assert codes(at) == ["Ñ-7 D-0007"]
    at.press(Qt.Key.Key_Return)  # the only one is opened
    assert at.window.navigator.aside == "client"
    assert at.page.desk.chosen == id_of("Ñ-7 D-0007")


def test_what_was_sought_is_there_when_one_comes_back(center) -> None:
    at = center()
    at.write("115")
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Return)
    assert at.window.navigator.aside == "client"
    at.page.back()
    at.settle()
    assert (at.page.search.text(), codes(at)) == ("115", ["D-1151", "D-1158"])
    assert at.page.table.current() == id_of("D-1158")
    assert at.page.search.selectedText() == "115"  # the next name is typed over it


def test_nobody_found_is_said_and_all_are_a_click_away(center) -> None:
    at = center()
    at.write("zzz")
    assert "Nobody found" in at.said
    at.click("Show all")
    assert len(codes(at)) == len(CODES)
    assert at.page.search.text() == ""


def test_where_there_is_nobody_yet_there_is_nothing_to_search(desk) -> None:
    at = desk()
    open_caseload(at.window, caseload(())).go("clients")
    at.settle()
    assert "No clients yet" in at.said
    assert not any(one.isVisible() for one in (at.page.search, at.page.new, at.page.count))
    assert "Choose a client" not in at.said
    assert at.page.first().text() == "New client"
    at.press(Qt.Key.Key_Return)
    assert at.window.navigator.aside == "new_client"


def test_columns_share_what_room_there_is_and_what_is_next_is_whole(center) -> None:
    at = center(language="es")
    widths, least = at.page.table.column_widths(), [column.em for column in at.page.table.lines.columns]
    assert sum(widths) == at.page.table.viewport().width()
    assert all(width >= at.page.table.theme.em(em) for width, em in zip(widths, least, strict=True))
    lines = [at.page.table.lines.line(row) for row in range(len(codes(at)))]
    longest = max((line.cells[-1].below for line in lines), key=len)
    assert cell_width(at.page.table.theme, longest, sign=False) - widths[-1] <= 8  # it stands at the end


def test_chips_show_only_some(center) -> None:
    at = center()
    every = set(codes(at))
    press(at, "Ready now")
    ready = set(codes(at))
    assert "D-1120" in ready < every
    press(at, "Texas")
    assert "D-1098" in set(codes(at)) < ready
    press(at, "Texas")
    press(at, "Ready now")
    press(at, "Ready for II")
    second = set(codes(at))
    press(at, "Ready for I")
    assert set(codes(at)) == ready
    press(at, "Ready for II")
    assert second | set(codes(at)) == ready != second
    press(at, "Ready for I")
    press(at, "Due in 7 days")
    assert {"D-1147", "D-1133"} <= set(codes(at)) < every  # in two days, and past
    press(at, "Due in 7 days")
    press(at, "Nothing for 90 days")
    assert set(codes(at)) == {"D-1139", "D-1090", "Ñ-7 D-0007"}


def test_titles_sort_and_sort_the_other_way(center) -> None:
    at = center()
    title = at.page.head.titles[0]
    assert title.accessibleName() == "Name or code, sort by this"
    at.qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    at.settle()
    assert codes(at)[:2] == ["D-1090", "D-1098"]
    assert title.accessibleName() == "Name or code, sorted, first to last"
    title.setFocus()
    at.press(Qt.Key.Key_Space)
    assert codes(at)[0] == "Ñ-7 D-0007"
    assert at.page.count.text() == "12 of 12 clients. Sorted by name."


def test_a_click_chooses_and_two_open(center) -> None:
    at = center()
    click_row(at, "D-1162")
    assert at.page.desk.chosen == id_of("D-1162")
    assert at.window.navigator.aside == "clients"
    click_row(at, "D-1162", twice=True)
    assert at.window.navigator.aside == "client"


def test_letters_typed_in_the_list_go_on_in_the_search(center) -> None:
    at = center()
    at.press(Qt.Key.Key_Down)
    assert at.has_keys() is at.page.table
    at.write("1147")
    assert at.has_keys() is at.page.search
    assert codes(at) == ["D-1147"]


def test_where_there_is_no_room_for_columns_the_facts_stand_one_under_the_other(center) -> None:
    at = center(size=(480, 700))
    assert at.page.table.lines.columnCount() == 1
    assert at.page.table.row_height() > 2 * at.window.fontMetrics().height()
    assert "double-click or press Enter" in at.said  # nothing beside the list that could say it
    click_row(at, "D-1133", twice=True)
    assert at.window.navigator.aside == "client"


def test_the_tint_of_the_chosen_row_reaches_the_edge_of_the_list(center) -> None:
    at = center()
    click_row(at, "D-1098")
    table = at.page.table
    inside = table.rowViewportPosition(row_of(at, "D-1098")) + 5
    assert table.grab().toImage().pixelColor(table.width() - 1, inside) == table.theme.color("tint")


def test_the_chosen_one_stays_chosen_while_the_page_is_made_anew(center) -> None:
    at = center()
    click_row(at, "D-1098")
    at.window.speak("es")
    at.settle()
    assert at.page.table.current() == id_of("D-1098")
    assert "Todavía no" in at.page.table.lines.line(row_of(at, "D-1098")).told
