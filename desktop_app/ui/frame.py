"""What stands around a page: the way through the interview, where one is, and the bar with its buttons."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.widgets.action_bar import ActionBar
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.lettering import marked
from desktop_app.ui.widgets.panel import Rule
from desktop_app.ui.widgets.rail import NARROW_EM, WIDE_EM, Progress, Rail, RailWords, Stop
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.strip import FoldedStrip, Strip

_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)

CHECK, RESULTS = "check", "results"
"""The last two stops, by the interview's own names for these pages."""


class PageFrame(QWidget):
    """A page in its scroll, with the rail and the strip, or with the rail folded into the strip."""

    stop_chosen = Signal(str)
    language_pressed = Signal()

    def __init__(self, stage: Stage, page: Page, beside: QWidget | None = None) -> None:
        super().__init__()
        self._stage, self._page = stage, page
        self.scroller = Scroll(stage.theme, page)
        self.bar = self._action_bar()
        self._across = _box(QHBoxLayout(self))
        self._down = _box(QVBoxLayout())
        self.rail: QWidget | None = None
        self.strip: QWidget | None = None
        self._across.addLayout(self._down, 1)
        self._down.addWidget(self.scroller, 1)
        self._down.addWidget(self.bar)
        if beside is not None:
            self._across.addWidget(beside)
        self.follow()

    def follow(self) -> None:
        """Show anew how far one is: an answer may change what is asked."""
        if not self._page.framed:
            return
        for gone in (self.rail, self.strip):
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        stops = stops_of(self._stage)
        if self._stage.width == "folded":
            self.strip = self._folded_strip(stops)
        else:
            self.rail = self._rail(stops)
            self.strip = self._wide_strip()
            self._across.insertWidget(0, self.rail)
        self._down.insertWidget(0, self.strip)

    def areas(self) -> tuple[QWidget | None, ...]:
        """Where the keys may be: the page first, and what is around it."""
        return (self._page, self.bar, self.strip, self.rail)

    def _action_bar(self) -> QWidget:
        words, width = self._stage.words, self._stage.width
        saved = words.say("window.saved") if self._page.framed else marked(words.say("welcome.support"))
        return ActionBar(self._stage.theme, self._page.buttons(), saved, width=width)

    def _rail(self, stops: list[Stop]) -> QWidget:
        theme, words = self._stage.theme, self._stage.words
        said = RailWords(
            words.say("app.name"),
            words.say("window.sections"),
            words.say("support.title"),
            marked(words.say("window.crisis")),
            words.say("window.promise"),
        )
        rail = Rail(theme, stops, said, em=WIDE_EM if self._stage.width == "wide" else NARROW_EM)
        rail.chosen.connect(self.stop_chosen)
        if not theme.contrast:
            return rail
        holder = QWidget()  # black on black needs a line between
        line = _box(QHBoxLayout(holder))
        line.addWidget(rail)
        line.addWidget(Rule(theme, standing=True))
        return holder

    def _wide_strip(self) -> QWidget:
        words = self._stage.words
        strip = Strip(
            self._stage.theme, self._page.where, words.say("window.other_language"), width=self._stage.width
        )
        strip.language_pressed.connect(self.language_pressed)
        return strip

    def _folded_strip(self, stops: list[Stop]) -> QWidget:
        theme, words = self._stage.theme, self._stage.words
        here = next((at for at, stop in enumerate(stops) if stop.progress == "here"), 0)
        title = words.say("window.part", number=here + 1, total=len(stops), name=stops[here].name)
        other = words.say("window.other_language")
        language = Button(theme, other, "quiet", icon="globe", small=True, flush=True)
        language.clicked.connect(lambda _on=False: self.language_pressed.emit())
        strip = FoldedStrip(theme, title, stops, marked(words.say("window.crisis_short")), language)
        strip.chosen.connect(self.stop_chosen)
        return strip


def stops_of(stage: Stage) -> list[Stop]:
    """The sections as far as they are asked, then the check page and the results."""
    view, words = stage.navigator.view, stage.words
    at, seen = view.session.at, view.session.seen
    stops: list[Stop] = []
    for section in view.sections:
        total = len(section.questions)
        told = words.say("window.answered", count=section.answered, total=total)
        progress: Progress = "ahead"
        if at in section.questions:
            number = section.questions.index(at) + 1
            progress, told = "here", words.say("window.question", number=number, total=total)
        elif section.answered == total:
            progress = "done"
        elif section.answered or seen.intersection(section.questions):
            progress = "part"
        else:
            told = ""
        stops.append(Stop(section.id, words.say(f"sections.{section.id}"), progress, told))
    still_open = len(view.open_questions)
    left = (
        words.say("window.still_open", count=still_open) if still_open else words.say("window.all_answered")
    )
    checks: Progress = "here" if at == CHECK else "done" if CHECK in seen else "ahead"
    stops.append(Stop(CHECK, words.say("sections.check"), checks, left if checks != "ahead" else ""))
    stops.append(Stop(RESULTS, words.say("sections.results"), "here" if at == RESULTS else "ahead"))
    if not any(stop.progress == "here" for stop in stops):  # a question that is no longer asked
        fact = view.interview.book.facts.by_id[at]
        stops = [stop._replace(progress="here") if stop.key == fact.section else stop for stop in stops]
    return stops


def first_of(stage: Stage, stop: str) -> str:
    """The page behind a stop: a section's first open question, or its first."""
    view = stage.navigator.view
    section = next((section for section in view.sections if section.id == stop), None)
    if section is None:
        return stop
    return next((name for name in section.questions if name in view.open_questions), section.questions[0])


def _box(box: _Box) -> _Box:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return box
