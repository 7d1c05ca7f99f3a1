"""`make screenshots`: the pages that the documents show, from a made-up candidate, into docs/images/."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from desktop_app import resources
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.program import App, put_together
from desktop_app.ui.theme import ThemeName

IMAGES = Path(__file__).parents[2] / "docs" / "images"
AS_OF = date(2026, 11, 22)
SIZE = QSize(1280, 800)


class Picture(NamedTuple):
    """One page in one language and look; `page` is a place in the interview."""

    name: str
    page: str
    language: str = "en"
    colors: ThemeName = "light"
    scale: float = 1.0


PICTURES = (
    Picture("welcome", "welcome"),
    Picture("question", "high_school"),
    Picture("roles", "roles"),
    Picture("check", "check"),
    Picture("results", "results"),
    Picture("results-es", "results", "es"),
    Picture("results-dark", "results", colors="dark"),
    Picture("question-200", "high_school", scale=2.0),
)


def main() -> int:
    app = App()
    answers = json.loads((resources.folder() / "sample" / "candidate.json").read_text(encoding="utf-8"))[
        "answers"
    ]
    IMAGES.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        take(app, picture, answers)
        print(IMAGES / f"{picture.name}.png")
    return 0


def take(app: QApplication, picture: Picture, answers: dict[str, Any]) -> None:
    window = put_together(app, lambda: AS_OF, picture.language).window
    window.use_colors(picture.colors)
    window.zoom(picture.scale)
    window.resize(SIZE)
    window.show()
    app.processEvents()
    if picture.page != "welcome":
        go_to(window, picture.page, answers)
    for _ in range(3):
        app.processEvents()
    window.grab().save(str(IMAGES / f"{picture.name}.png"))
    window.hide()


def go_to(window: MainWindow, page: str, answers: dict[str, Any]) -> None:
    window.load()
    window.page.on()  # Start
    for fact, value in answers.items():
        window.navigator.keep(fact, value)
    window.navigator.go_to(page)


if __name__ == "__main__":
    sys.exit(main())
