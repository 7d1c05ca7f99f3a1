"""Pages beside the interview: opened from the menu on any page, and left to where one was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.pages.page import Frame, Page, Stage
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.page_body import page_body

BESIDE = (
    "help",
    "keyboard",
    "words",
    "support",
    "about",
    "licenses",
    "center",
    "posting",
    "print",
    "keep",
    "unlock",
    "passphrase",
    "start_caseload",
)
"""Every one of them, by the name it is opened with; those of a caseload that is open are in pages/desk_pages.py."""


class PageBeside(Page):
    """Has only the strip around it; Back and Enter lead to where one was."""

    frame: Frame = "strip"

    @property
    def where(self) -> str:
        return self.name

    @property
    def kept(self) -> str:
        return ""

    def first(self) -> QWidget:
        """Unless the page has something better: it is read, and left again."""
        return self._back

    def buttons(self) -> Sequence[Button]:
        self._back = self.back_button()
        return (self._back,)

    def start_button(self) -> Button | None:
        """To the first page, while nothing is begun and no caseload is open in its place."""
        navigator = self.stage.navigator
        if navigator.begun or navigator.home:
            return None
        return self.on_button(self.stage.words.say("window.to_first"))

    def lay(self, main: QWidget, margin: QWidget | None = None) -> None:
        """Put what the page says where pages have it."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page_body(self.stage.theme, self.stage.width, main, margin))

    def on(self) -> None:
        self.back()

    def escape(self) -> None:
        self.back()

    def back(self) -> None:
        self.stage.navigator.step_back()


def page_beside(name: str, stage: Stage) -> Page:
    """The page of that name. Raises KeyError."""
    from desktop_app.ui.pages.about import AboutPage
    from desktop_app.ui.pages.center import CenterPage
    from desktop_app.ui.pages.help_page import HelpPage
    from desktop_app.ui.pages.keep_page import KeepPage
    from desktop_app.ui.pages.keyboard import KeyboardPage
    from desktop_app.ui.pages.licenses_page import LicensesPage
    from desktop_app.ui.pages.passphrase_page import PassphrasePage
    from desktop_app.ui.pages.posting import PostingPage
    from desktop_app.ui.pages.print_page import PrintPage
    from desktop_app.ui.pages.start_caseload import StartCaseloadPage
    from desktop_app.ui.pages.support import SupportPage
    from desktop_app.ui.pages.unlock_page import UnlockPage
    from desktop_app.ui.pages.words_page import WordsPage

    pages: dict[str, type[PageBeside]] = {
        "help": HelpPage,
        "words": WordsPage,
        "support": SupportPage,
        "about": AboutPage,
        "licenses": LicensesPage,
        "keyboard": KeyboardPage,
        "center": CenterPage,
        "posting": PostingPage,
        "print": PrintPage,
        "keep": KeepPage,
        "unlock": UnlockPage,
        "passphrase": PassphrasePage,
        "start_caseload": StartCaseloadPage,
    }
    if name not in pages:
        from desktop_app.ui.pages.desk_pages import desk_page

        return desk_page(name, stage)
    return pages[name](stage)
