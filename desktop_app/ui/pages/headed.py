"""A page of the caseload's rail that opens with its title and what it is for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.desk_pages import DeskPage
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import column
from desktop_app.ui.widgets.text import Heading, Text


class HeadedPage(DeskPage):
    """`about` names its part of the catalog, which has its `title` and its `lead`."""

    about: str

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        theme = stage.theme
        self._title = Heading(theme, self.name)
        lead = Text(theme, stage.words.say(f"{self.about}.lead"), "lead", "soft")
        self.head = column(theme, self._title, 8, lead)

    @property
    def name(self) -> str:
        return self.stage.words.say(f"{self.about}.title")

    def first(self) -> QWidget:
        return self.reads_first(self._title)

    def on(self) -> None:
        """Enter: there is nothing to go on to."""

    def escape(self) -> None:
        """Nor is there anything to leave."""
