"""Printing: the pages are looked at first, with the choice that saving has, and go to the printer as they look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from desktop_app.i18n import LANGUAGES
from desktop_app.ui.frame import PageFrame
from desktop_app.ui.pages.print_page import PrintPage
from desktop_app.ui.pages.results import ResultsPage
from desktop_app.ui.pdf_pages import page_pictures, without_furniture
from desktop_app.ui.printing import Printing, wanted_pages
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.segments import Segments
from tests.ui.pages.conftest import Sitting, answers_of
from tests.ui.pages.use import button, click, said
from tests.ui.tree import unnamed

KIND = {"en": "You have used mental health services.", "es": "Usted ha usado servicios de salud mental."}


@pytest.fixture
def one(sitting) -> Sitting:
    begun: Sitting = sitting(answers_of("ready-for-california-1"), "results")
    return begun


def preview(one: Sitting, qtbot, **options) -> PrintPage:
    page = one.open(PrintPage, **options)
    made(one, qtbot)
    qtbot.waitUntil(lambda: all(sheet.height() > sheet.width() for sheet in page.sheets))  # in their places
    return page


def choice(page: PrintPage) -> Segments:
    assert page.choice is not None
    return page.choice


def made(one: Sitting, qtbot) -> Printing:
    printing = Printing.of(one.background)
    qtbot.waitUntil(lambda: printing.printout is not None)
    return printing


def told(one: Sitting, qtbot) -> str:
    printing = Printing.of(one.background)
    qtbot.waitUntil(lambda: printing.told not in (None, "sending"))
    return str(printing.told)


def text_of(printing: Printing) -> str:
    assert printing.printout is not None
    return " ".join(page.text for page in printing.printout.pages)


def printer_to(file: Path, paper: QPageSize.PageSizeId = QPageSize.PageSizeId.Letter) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageLayout(
        QPageLayout(QPageSize(paper), QPageLayout.Orientation.Portrait, QMarginsF(20, 20, 20, 20))
    )
    printer.setResolution(72)
    return printer


def ink(image: QImage) -> float:
    """The share of dots that are not white."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    dots = bytes(gray.constBits())
    return sum(dots.count(shade) for shade in range(200)) / len(dots)


# ---------------------------------------------------------------- looking


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_shown_with_its_words_for_those_who_hear_it(one, qtbot, language) -> None:
    page = preview(one, qtbot, language=language)
    say = page.stage.words.say
    total = len(page.sheets)
    assert total > 3
    for number, sheet in enumerate(page.sheets, 1):
        assert sheet.accessibleName().startswith(say("print.page", number=number, total=total))
        assert len(sheet.accessibleDescription()) > 100
        assert ink(sheet.grab().toImage()) > 0.005
    assert say("print.shown", count=total) in said(page)
    assert unnamed(page) == []


def test_keys_scroll_through_the_pages(one, qtbot) -> None:
    page = preview(one, qtbot)
    prints = button(page.window(), "Print…")
    prints.setFocus()
    around = page.window()
    assert isinstance(around, PageFrame)
    bar = around.scroller.verticalScrollBar()
    qtbot.keyClick(prints, Qt.Key.Key_PageDown)
    assert bar.value() > 300
    qtbot.keyClick(prints, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_what_stands_on_every_page_is_not_read_with_each() -> None:
    pages = [["Report 2026", "First words", "1 of 2"], ["Report 2026", "Other words", "2 of 2"]]
    assert without_furniture(pages) == ["First words", "Other words"]
    assert without_furniture(pages[:1]) == ["Report 2026 First words 1 of 2"]


@pytest.mark.parametrize("colors", ["dark", "contrast"])
def test_paper_is_white_in_every_theme(one, qtbot, colors) -> None:
    sheet = preview(one, qtbot, theme=Theme(colors)).sheets[0]
    assert sheet.grab().toImage().pixelColor(sheet.width() // 2, 12).name() == "#ffffff"


def test_pages_are_as_wide_as_there_is_room(one, qtbot) -> None:
    page = preview(one, qtbot, size=(480, 700))
    sheet = page.sheets[0]
    assert sheet.width() <= 480
    assert sheet.height() == pytest.approx(sheet.width() * 11 / 8.5, abs=2)


# ---------------------------------------------------------------- the choice


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kind_of_lived_experience_is_left_out_unless_it_is_put_in(one, qtbot, language) -> None:
    page = preview(one, qtbot, language=language)
    assert KIND[language] not in text_of(Printing.of(one.background))
    click(qtbot, choice(page).rows[1])
    assert KIND[language] in text_of(made(one, qtbot))
    qtbot.waitUntil(lambda: any(KIND[language] in sheet.accessibleDescription() for sheet in page.sheets))
    click(qtbot, choice(page).rows[0])
    assert KIND[language] not in text_of(made(one, qtbot))


def test_the_choice_outlives_another_language_but_not_leaving(one, qtbot) -> None:
    page = preview(one, qtbot)
    click(qtbot, choice(page).rows[1])
    made(one, qtbot)
    again = preview(one, qtbot, language="es")
    assert choice(again).value() == "put_in"
    assert KIND["es"] in text_of(Printing.of(one.background))
    again.back()
    assert Printing.of(one.background).printout is None
    assert choice(preview(one, qtbot)).value() == "leave_out"


def test_with_nothing_private_nothing_is_asked(sitting, qtbot) -> None:
    one = sitting({"lived_experience": "prefer_not_to_say", "drivers_license": "california"}, "results")
    assert preview(one, qtbot).choice is None


# ---------------------------------------------------------------- the printer


@pytest.mark.parametrize(
    "paper", [QPageSize.PageSizeId.Letter, QPageSize.PageSizeId.A4], ids=lambda one: one.name
)
def test_every_page_comes_out_as_it_looks(one, qtbot, tmp_path, paper) -> None:
    page = preview(one, qtbot)
    one.dialogs.printer = printer_to(tmp_path / "out.pdf", paper)
    click(qtbot, button(page.window(), "Print…"))
    assert told(one, qtbot) == "sent"
    assert "Sent to the printer" in said(page)
    out = page_pictures((tmp_path / "out.pdf").read_bytes(), 612)
    looked_at = Printing.of(one.background).printout
    assert looked_at is not None
    assert len(out) == len(looked_at.pages)
    assert out[0].image.height() == (792 if paper is QPageSize.PageSizeId.Letter else 867)
    for printed, seen in zip(out, looked_at.pages, strict=True):
        assert ink(printed.image) == pytest.approx(ink(seen.image), rel=0.3)


def test_what_is_put_in_is_on_the_paper(one, qtbot, tmp_path) -> None:
    """Paper has no words to search: the page that names it has more ink than the one that does not."""
    pages = []
    for at, put_in in enumerate((False, True)):
        page = preview(one, qtbot)
        if put_in:
            click(qtbot, choice(page).rows[1])
            made(one, qtbot)
        numbers = [
            number for number, sheet in enumerate(page.sheets) if KIND["en"] in sheet.accessibleDescription()
        ]
        assert bool(numbers) is put_in
        one.dialogs.printer = printer_to(tmp_path / f"{at}.pdf")
        page.print_report()
        assert told(one, qtbot) == "sent"
        pages.append([one_.image for one_ in page_pictures((tmp_path / f"{at}.pdf").read_bytes(), 612)])
        page.back()
    assert any(left != put for left, put in zip(*pages, strict=False))


def test_asked_for_too_early_it_waits_for_the_pages(one, qtbot, tmp_path) -> None:
    one.dialogs.printer = printer_to(tmp_path / "out.pdf")
    page = one.open(PrintPage)
    page.print_report()
    assert one.dialogs.asked == []
    assert told(one, qtbot) == "sent"
    assert one.dialogs.asked == ["Print your report"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_printer_it_says_so_plainly(one, qtbot, language) -> None:
    page = preview(one, qtbot, language=language)
    page.print_report()
    assert page.stage.words.say("print.no_printer.title") in said(page)
    assert one.dialogs.asked == []


def test_without_a_printer_saving_is_the_way_on_with_the_same_wish(one, qtbot) -> None:
    page = preview(one, qtbot)
    bar = page.window()
    assert button(bar, "Print…").kind == "primary"
    page.choices.paper.choose("a4")
    page.choices.changed.emit()
    made(one, qtbot)
    page.print_report()
    assert button(bar, "Print…").kind == "secondary"
    click(qtbot, button(bar, "Save report"))
    results = one.open(ResultsPage)
    assert results.save_panel is not None
    assert results.save_panel.wish().paper == "a4"
    assert results.first().hasFocus()


def test_a_printer_that_does_not_take_it_is_told_and_can_be_tried_again(one, qtbot, tmp_path) -> None:
    page = preview(one, qtbot)
    one.dialogs.printer = printer_to(tmp_path / "gone" / "out.pdf")
    page.print_report()
    assert told(one, qtbot) == "failed"
    assert "Not printed" in said(page)
    assert button(page.window(), "Print…").kind == "primary"
    one.dialogs.printer = printer_to(tmp_path / "out.pdf")
    page.print_report()
    assert told(one, qtbot) == "sent"


def test_once_it_is_sent_printing_is_no_longer_the_way_on(one, qtbot, tmp_path) -> None:
    page = preview(one, qtbot)
    one.dialogs.printer = printer_to(tmp_path / "out.pdf")
    click(qtbot, button(page.window(), "Print…"))
    assert told(one, qtbot) == "sent"
    assert button(page.window(), "Print…").kind == "secondary"
    page.choices.paper.choose("a4")
    page.choices.changed.emit()
    made(one, qtbot)
    assert button(page.window(), "Print…").kind == "primary"


def test_some_pages_in_the_order_the_printer_wants() -> None:
    printer = QPrinter()
    assert wanted_pages(printer, 4) == [1, 2, 3, 4]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert wanted_pages(printer, 4) == [2, 3, 4]


def test_the_list_of_the_printer_names_neither_program_nor_person(one, qtbot, tmp_path) -> None:
    page = preview(one, qtbot)
    one.dialogs.printer = printer_to(tmp_path / "out.pdf")
    page.print_report()
    assert one.dialogs.printer.docName() == "Document"
    assert told(one, qtbot) == "sent"


# ---------------------------------------------------------------- from the results


def test_the_results_lead_there_by_their_button(one, qtbot) -> None:
    page = one.open(ResultsPage)
    click(qtbot, button(page.window(), "Print…"))
    assert one.navigator.aside == "print"
