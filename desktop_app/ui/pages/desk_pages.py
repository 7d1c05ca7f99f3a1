"""The pages of a caseload: what is around each of them, and which name leads to which."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.desk_way import PLACES
from desktop_app.ui.pages.beside import PageBeside
from desktop_app.ui.pages.page import Frame, Page, Stage
from desktop_app.ui.widgets.arrange import left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.panel import Panel, notice
from desktop_app.ui.widgets.text import Heading

DESK = ("today", "clients", "client", "new_client", "numbers", "touched", "exchange", "log", "come_back")
"""Every one of them, by the name it is opened with."""


class DeskPage(PageBeside):
    """Has the rail of the caseload beside it. A page that stands in the rail itself has no Back.

    `follow` is called whenever more is known of the clients, or something of them was changed.
    """

    frame: Frame = "desk"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        if stage.desk is None:
            raise KeyError("no caseload is open")
        self.desk: Desk = stage.desk

    @property
    def in_rail(self) -> bool:
        return self.stage.navigator.aside in PLACES

    @property
    def where(self) -> str:
        """A page of the rail is named there already; folded, in the rail's own short word."""
        if not self.in_rail:
            return self.name
        folded = self.stage.width == "folded"
        return self.stage.words.say(f"desk.pages.{self.stage.navigator.aside}") if folded else ""

    @property
    def kept(self) -> str:
        safe = self.stage.safe
        return safe.kept_words(self.stage.words) if safe is not None else ""

    def first(self) -> QWidget:
        """Unless the page has something better."""
        heading = self.findChild(Heading)
        if not self.in_rail or heading is None:
            return super().first()
        return self.reads_first(heading)

    def buttons(self) -> Sequence[Button]:
        return () if self.in_rail else super().buttons()


def nobody_yet(stage: Stage, desk: Desk) -> Panel:
    """Where there is no client, how one begins."""
    theme, say = stage.theme, stage.words.say
    new = Button(theme, say("desk.clients.new"), "primary", icon="plus", small=True)
    new.clicked.connect(lambda _on=False: stage.navigator.step_aside("new_client"))
    new.setEnabled(not desk.read_only)
    title, text = say("desk.clients.nobody.title"), say("desk.clients.nobody.text")
    return notice(theme, "people", title, text, 10, left(new))


def desk_page(name: str, stage: Stage) -> Page:
    """The page of that name. Raises KeyError, also for all but one while a client has the mouse."""
    from desktop_app.ui.pages.client import ClientPage
    from desktop_app.ui.pages.clients import ClientsPage
    from desktop_app.ui.pages.come_back import ComeBackPage
    from desktop_app.ui.pages.desk_log import DeskLogPage
    from desktop_app.ui.pages.exchange import ExchangePage
    from desktop_app.ui.pages.new_client import NewClientPage
    from desktop_app.ui.pages.numbers import NumbersPage
    from desktop_app.ui.pages.today import TodayPage
    from desktop_app.ui.pages.touched import TouchedPage

    pages: dict[str, type[PageBeside]] = {
        "today": TodayPage,
        "clients": ClientsPage,
        "client": ClientPage,
        "new_client": NewClientPage,
        "numbers": NumbersPage,
        "touched": TouchedPage,
        "exchange": ExchangePage,
        "log": DeskLogPage,
        "come_back": ComeBackPage,
    }
    return pages[name](stage)
