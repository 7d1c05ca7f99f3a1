"""Tries the program out where it is installed: the window to its first question, a judgement, a report, a saved file.

Nothing is shown, and nothing of what is written stays. What goes wrong is said on a line each.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_app.ui.program import Program

PDF, ZIPPED = b"%PDF-", b"PK"
UNLOCKED = b"SQLite format 3"
"""How a file begins that nothing locks."""
PREVIEW = 300


def run_selftest() -> int:
    """0 when everything works, 1 when anything does not, slots of the window included."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop_app.i18n import LANGUAGES

    problems = [
        problem
        for what, work in (
            ("the report", _try_report),
            ("the printer", _try_printer),
            ("the saved file", _try_saved_file),
            ("the spreadsheet", _try_spreadsheet),
        )
        for problem in _tried(what, work)
    ]
    for language in LANGUAGES:
        problems += _tried(f"the window ({language})", lambda language=language: _try_window(language))  # type: ignore[misc]
    for problem in problems:
        print(f"peer-ready: {problem}", file=sys.stderr)  # noqa: T201
    print("self-test: " + (f"{len(problems)} problems" if problems else "all is well"))  # noqa: T201
    return 1 if problems else 0


class _WrongError(Exception):
    """Something that was to be there is not."""


class _Silent:
    """Dialogs that nobody has to answer: what they would tell is a problem."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def ask_save_path(self, suggested: Path, title: str, file_type: str) -> Path | None:
        return None

    def ask_open_path(self, title: str, file_type: str) -> Path | None:
        return None

    def ask_open_paths(self, title: str, file_type: str) -> list[Path]:
        return []

    def has_printer(self) -> bool:
        return False

    def ask_printer(self, title: str, pages: int) -> None:
        return None

    def confirm(self, title: str, text: str, yes: str, no: str) -> bool:
        return True

    def tell(self, title: str, text: str) -> None:
        self.told.append(f"{title}. {text}")


def _tried(what: str, work: Callable[[], None]) -> list[str]:
    try:
        work()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return [f"{what}: {type(error).__name__}: {error}"]
    return []


def _try_report() -> None:
    """The sample sheet, judged, made a PDF and made pictures of for the printer in every language, in memory."""
    from datetime import date

    from desktop_app import resources
    from desktop_app.answers.sheet import parse_sheet
    from desktop_app.i18n import LANGUAGES, load_words
    from desktop_app.judgement.judge import Judge
    from desktop_app.report.content import report_content
    from desktop_app.report.pdf import write_pdf
    from desktop_app.rulebook.load import load_rulebook, words_with
    from desktop_app.ui.pdf_pages import page_pictures

    book = load_rulebook()
    content = (resources.folder() / "sample" / "candidate.json").read_bytes()
    sheet = parse_sheet(content, book.facts, date.today())  # noqa: DTZ011 - it names its own day
    packs = book.in_force(sheet.as_of)
    judgement = Judge([loaded.pack for loaded in packs], book.facts).judge(sheet)
    for language in LANGUAGES:
        words, stream = words_with(load_words(language), packs), BytesIO()
        write_pdf(report_content(judgement, sheet, packs, book.facts, words), stream)
        if not stream.getvalue().startswith(PDF):
            raise _WrongError(f"no PDF ({language})")
        if any(page.image.isNull() or not page.text for page in page_pictures(stream.getvalue(), PREVIEW)):
            raise _WrongError(f"no preview ({language})")


def _try_window(language: str) -> None:
    """Every start that the welcome page offers, each to the first question, the check page and the results."""
    from datetime import date

    from PySide6.QtWidgets import QApplication

    from desktop_app.ui.library import Library
    from desktop_app.ui.pages.welcome import ALL
    from desktop_app.ui.program import App, put_together

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = App()
    for series in (*(name.series for name in Library().series(language)), ALL):
        dialogs = _Silent()
        program = put_together(app, date.today, language, dialogs)
        try:
            _try_start(app, program, series)
        finally:
            program.faults.remove()
            program.window.close()
            app.processEvents()
        if program.faults.count or dialogs.told:
            told = " ".join(dict.fromkeys(dialogs.told))
            raise _WrongError(f"{program.faults.count} faults, starting with {series}. {told}")


def _try_saved_file() -> None:
    """Written with one passphrase, and opened with no other: the library that locks it is there and does so."""
    from datetime import UTC, datetime
    from secrets import token_hex
    from tempfile import TemporaryDirectory

    from desktop_app.casefile.opening import create, open_file
    from desktop_app.casefile.problems import NotOpenedError

    def clock() -> datetime:
        return datetime.now(UTC)

    passphrase = token_hex()
    with TemporaryDirectory() as folder:
        place = Path(folder) / "tried.peerready"
        create(place, passphrase, clock).close()
        if place.read_bytes().startswith(UNLOCKED):
            raise _WrongError("what is saved is not locked")
        open_file(place, passphrase, clock).close()
        with suppress(NotOpenedError):
            open_file(place, token_hex(), clock).close()
            raise _WrongError("it opens with any passphrase")


def _try_spreadsheet() -> None:
    from datetime import date

    from desktop_app.caseload.table import table_of
    from desktop_app.caseload.xlsx_out import xlsx_of
    from desktop_app.i18n import LANGUAGES, load_words
    from desktop_app.rulebook.load import load_rulebook, words_with

    book = load_rulebook()
    today = date.today()  # noqa: DTZ011 - which rules are in force is a matter of the day here
    for language in LANGUAGES:
        words = words_with(load_words(language), book.in_force(today))
        if not xlsx_of(table_of((), book, words, today, keep_months=1)).startswith(ZIPPED):
            raise _WrongError(f"no spreadsheet ({language})")


def _try_printer() -> None:
    """That there is a way to one; none is asked."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: F401


def _try_start(app: QApplication, program: Program, series: str) -> None:
    from desktop_app.ui.pages.welcome import Wish

    window = program.window
    window.show()
    app.processEvents()
    window.wish = Wish(series=series)
    window.on()
    app.processEvents()
    if window.page.where == "":
        raise _WrongError(f"no question comes after the welcome page ({series})")
    window.check()
    app.processEvents()
    for page in ("", "plan", "stories"):
        window.look(page)
        app.processEvents()
    if window.grab().isNull():
        raise _WrongError("the window has nothing to show")
