"""Takes pictures of the program's own window, with a scene in it, down to the end of the page."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage

from desktop_app.ui.appearance import Appearance
from desktop_app.ui.library import Library
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ThemeName
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.scenes import Scene

AS_OF = date(2026, 11, 22)
TALLEST = 30_000


class Look(NamedTuple):
    """A language, a text size, colors and a window; `whole` makes the window as high as its page."""

    language: str = "en"
    scale: float = 1.0
    colors: ThemeName = "light"
    size: tuple[int, int] = (1280, 800)
    whole: bool = False

    @property
    def name(self) -> str:
        return f"{self.language}-{self.scale * 100:.0f}-{self.colors}"


def take(library: Library, scene: Scene, look: Look) -> QImage:
    appearance = Appearance(look.colors, look.scale)
    window = MainWindow(library, appearance, look.language, lambda: AS_OF, FakeDialogs())
    window.resize(*look.size)
    window.show()
    settle()
    scene.bring(window)
    settle()
    if look.whole:
        show_whole_page(window)
    image = window.grab().toImage()
    window.close_for_good()
    window.deleteLater()
    settle()
    return image


def show_whole_page(window: MainWindow) -> None:
    """What stands around it may take more room in a higher window: then there is a little more to show."""
    bar = window.frame.scroller.verticalScrollBar()
    while (more := bar.maximum() - bar.minimum()) and window.height() < TALLEST:
        window.resize(window.width(), min(TALLEST, window.height() + more))
        settle()
        bar.setValue(0)
        settle()


def settle() -> None:
    for _ in range(8):  # a form that comes up finds its height step by step
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
