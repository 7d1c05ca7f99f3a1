"""Who is touched by a newer version of the rules."""

from __future__ import annotations

from desktop_app.ui.pages.desk_pages import DeskPage
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.text import Heading


class TouchedPage(DeskPage):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.lay(Heading(stage.theme, self.name))

    @property
    def name(self) -> str:
        return self.stage.words.say("desk.pages.touched")
