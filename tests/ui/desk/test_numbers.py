"""The center's numbers: for which time, as charts, tables and words, and as a PDF that names nobody."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader
from PySide6.QtCore import Qt

from desktop_app.ui.pages.numbers_chart import ChartPart
from desktop_app.ui.widgets.bars import Bars
from desktop_app.ui.widgets.fold import FoldNote
from tests.ui.desk.conftest import wait
from tests.ui.desk_scenes import CODES
from tests.ui.pages.use import button, click, said


def numbers(center, *args: str, **more: Any):
    at = center("numbers", *args, **more)
    wait(at)
    return at


def choose_days(at, since: str, until: str) -> None:
    click(at.qtbot, at.page.time.periods.rows[-1])
    at.settle()
    for form, day in zip(at.page.time.days, (since, until), strict=True):
        form.field.set_value(day)
    at.click("Show these days")
    wait(at)


def test_each_count_stands_as_chart_as_table_and_in_words(center) -> None:
    at = numbers(center)
    chart = next(
        one for one in at.page.findChildren(ChartPart) if one.accessibleName() == "Sittings by month"
    )
    (bars,) = chart.findChildren(Bars)
    assert bars.accessibleName().startswith("Chart. Sittings by month. January 2026: 0; ")
    assert "October 2026: 5; November 2026: 5." in bars.accessibleName()
    assert "In all: 16." in said(chart)
    assert said(chart).count("November 2026\n") == 0
    click(at.qtbot, chart.findChildren(FoldNote)[0].head)
    at.settle()
    assert "Month\nSittings\n" in said(chart)
    assert "November 2026\n5\n" in said(chart)


def test_nobody_is_in_them(center) -> None:
    at = numbers(center)
    assert "On November 22, 2026 the center has 12 clients." in at.said
    assert "fewer than 5" in at.said
    assert not [code for code in CODES if code in said(at.page)]


def test_another_time_is_counted_when_it_is_chosen(center) -> None:
    at = numbers(center)
    assert "From January 1, 2026 to November 22, 2026." in at.said
    click(at.qtbot, at.page.time.periods.rows[2])
    wait(at)
    assert "From September 28, 2025 to November 22, 2026." in at.said  # the first sitting of all
    at.window.speak("es")
    wait(at)
    assert "Del 28 de septiembre de 2025 al 22 de noviembre de 2026." in at.said
    assert "En octubre de 2026: 5. En noviembre de 2026: 5." in at.said
    assert "; Octubre de 2026: 5; " in at.page.findChildren(Bars)[4].accessibleName()


def test_two_days_are_put_right_before_they_are_counted(center) -> None:
    at = numbers(center)
    choose_days(at, "2026-10-01", "2026-09-01")
    assert "This day is before the first one. Put in a day from October 1, 2026 on." in at.said
    assert "From January 1, 2026 to November 22, 2026." in at.said
    choose_days(at, "2026-10-01", "2027-01-01")
    assert "This day is after today. Put in a day up to November 22, 2026." in at.said
    choose_days(at, "2026-10-01", "2026-10-31")
    assert "From October 1, 2026 to October 31, 2026." in at.said
    assert "November 2026" not in said(at.page)


def test_they_are_saved_for_a_funder(center, tmp_path) -> None:
    at = numbers(center)
    at.dialogs.path = tmp_path / "numbers.pdf"
    at.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    wait(at)
    assert "Saved as numbers.pdf." in at.said
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(at.dialogs.path.read_bytes())).pages)
    assert "Sittings by month" in text
    assert not [code for code in CODES if code in text]
    assert [line.what for line in at.page.desk.file.log()] == ["report"]


def test_a_place_that_takes_no_file_is_told(center, tmp_path) -> None:
    at = numbers(center)
    at.dialogs.path = tmp_path / "not there" / "numbers.pdf"
    click(at.qtbot, button(at.page, "Save as PDF"))
    wait(at)
    assert "This file can't be written here." in at.said
    assert at.page.desk.file.log() == []


def test_who_comes_or_goes_is_counted_at_once(center) -> None:
    at = numbers(center)
    at.page.desk.forget([row.client.id for row in at.page.desk.rows[:2]])
    at.qtbot.waitUntil(lambda: "the center has 10 clients" in at.said)
    at.page.desk.forget([row.client.id for row in at.page.desk.rows])
    at.qtbot.waitUntil(lambda: "Once your caseload has clients" in at.said)
    assert "Save as PDF" not in at.said


def test_the_last_choice_counts_however_quickly_it_is_changed(center) -> None:
    at = numbers(center)
    for row in (*at.page.time.periods.rows[1:3], at.page.time.periods.rows[1]):
        click(at.qtbot, row)
    wait(at)
    assert "From November 23, 2025 to November 22, 2026." in at.said
