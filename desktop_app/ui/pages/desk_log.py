"""What was done with the caseload and when, and how long it is kept."""

from __future__ import annotations

from desktop_app.ui.pages.desk_pages import DeskPage
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.text import Heading


class DeskLogPage(DeskPage):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.lay(Heading(stage.theme, self.name))

    @property
    def name(self) -> str:
        return self.stage.words.say("desk.pages.log")
