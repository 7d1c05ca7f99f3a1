"""The picture beside the first page, where there is room for it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.picture import TwoChairs

SHARE = 0.325
WIDEST_EM = 40


def picture_beside(stage: Stage, page: Page) -> QWidget | None:
    if page.frame != "bare" or stage.width != "wide" or stage.theme.contrast:
        return None
    return TwoChairs(stage.theme)


def fit_picture(picture: QWidget | None, window: int, theme: Theme) -> None:
    """Across, in a window so wide."""
    if picture is not None:
        picture.setFixedWidth(min(round(window * SHARE), theme.em(WIDEST_EM)))
