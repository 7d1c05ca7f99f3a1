"""What stands beside the list of clients: the one that is chosen, or how to choose one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.caseload.overview import Row
from desktop_app.ui.pages.client_panel import ClientPanel
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.text import Text


def panel_of(stage: Stage, row: Row | None) -> QWidget:
    if row is None:
        return Text(stage.theme, stage.words.say("desk.clients.choose"), "small", "soft")
    return ClientPanel(stage, row)
