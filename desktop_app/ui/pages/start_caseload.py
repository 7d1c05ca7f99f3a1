"""Start a caseload: what it is, a passphrase for it, and where it goes."""

from __future__ import annotations

from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.text import Heading


class StartCaseloadPage(PageBeside):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.lay(Heading(stage.theme, self.name))

    @property
    def name(self) -> str:
        return self.stage.words.say("desk.start.title")
