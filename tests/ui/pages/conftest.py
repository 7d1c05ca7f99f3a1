"""A page in its frame, with a sitting behind it, and no window around."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.i18n import load_words
from desktop_app.interview.session import Interview, Session
from desktop_app.rulebook.load import Rulebook, words_with
from desktop_app.settings import Settings
from desktop_app.ui import style
from desktop_app.ui.background import Background
from desktop_app.ui.frame import PageFrame
from desktop_app.ui.navigator import Navigator
from desktop_app.ui.own_center import OwnCenter
from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.theme import Theme
from tests.conftest import TODAY
from tests.ui.fake_dialogs import FakeDialogs

SHEETS = Path(__file__).parents[2] / "sheets"

_Page = TypeVar("_Page", bound=Page)


def answers_of(sheet: str) -> dict[str, Any]:
    answers: dict[str, Any] = json.loads((SHEETS / f"{sheet}.json").read_text("utf-8"))["answers"]
    return answers


@dataclass
class Sitting:
    """One person's sitting. `open` makes a page anew each time, as the window does."""

    book: Rulebook
    navigator: Navigator
    app: QApplication
    show: Callable[..., Any]
    dialogs: FakeDialogs = field(default_factory=FakeDialogs)
    background: Background = field(default_factory=Background)
    own_center: OwnCenter = field(default_factory=lambda: OwnCenter(Settings()))

    def open(
        self,
        kind: Callable[[Stage], _Page],
        *,
        language: str = "en",
        theme: Theme | None = None,
        size: tuple[int, int] = (1280, 800),
    ) -> _Page:
        theme = theme or Theme()
        style.apply(self.app, theme)
        words = words_with(load_words(language), self.book.packs)
        width = theme.width(size[0])
        stage = Stage(theme, words, width, self.navigator, self.dialogs, self.background, self.own_center)
        page = kind(stage)
        frame = PageFrame(stage, page)
        self.navigator.answered.connect(frame.follow)
        self.show(frame, *size)
        page.first().setFocus()
        return page

    @property
    def answers(self) -> Any:
        return self.navigator.session.answers


@pytest.fixture
def sitting(book, qapp, show, spoken_roles) -> Iterator[Callable[..., Sitting]]:
    """A sitting with these answers, at this page, for these series (all when left out)."""
    made: list[Sitting] = []

    def begin(answers: dict[str, Any], at: str, series: tuple[str, ...] = ()) -> Sitting:
        interview = Interview(book, series or book.series(), TODAY)
        session = Session(TODAY, series or book.series(), answers=answers, at=at)
        one = Sitting(book, Navigator(interview, session), qapp, show)
        made.append(one)
        return one

    yield begin
    for one in made:
        assert one.background.close()
