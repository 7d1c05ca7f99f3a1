"""Pages beside the interview: opened from the menu on any page, and left to where one was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.widgets.button import Button

BESIDE = (
    "keyboard",
    "center",
    "posting",
    "print",
)
"""Every one of them, by the name it is opened with."""


class PageBeside(Page):
    """Has only the strip around it; Back and Enter lead to where one was."""

    frame = "strip"

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

    def on(self) -> None:
        self.back()

    def back(self) -> None:
        self.stage.navigator.step_back()


def page_beside(name: str, stage: Stage) -> Page:
    """The page of that name. Raises KeyError."""
    from desktop_app.ui.pages.center import CenterPage
    from desktop_app.ui.pages.keyboard import KeyboardPage
    from desktop_app.ui.pages.posting import PostingPage
    from desktop_app.ui.pages.print_page import PrintPage

    pages: dict[str, type[PageBeside]] = {
        "keyboard": KeyboardPage,
        "center": CenterPage,
        "posting": PostingPage,
        "print": PrintPage,
    }
    return pages[name](stage)
