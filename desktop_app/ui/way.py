"""The way through the interview: the rail beside a page or folded into a line, and where one is on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Words
from desktop_app.interview.session import CHECK, PLAN, RESULTS, STORIES
from desktop_app.ui.desk_way import desk_leaves, desk_rail, stops_of_desk
from desktop_app.ui.pages.page import SUPPORT, Page, Stage
from desktop_app.ui.widgets.arrange import row
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.desk_rail import DeskRail
from desktop_app.ui.widgets.lettering import marked
from desktop_app.ui.widgets.panel import Rule
from desktop_app.ui.widgets.rail import NARROW_EM, WIDE_EM, Leaf, Progress, Rail, RailWords, Stop
from desktop_app.ui.widgets.strip import FoldedStrip, Strip

RESULT_PAGES = {RESULTS: "results.stand", PLAN: "plan_page.where", STORIES: "stories.title"}
"""The pages under "Your results", and what each is called."""


class Way:
    """What stands around one page. It follows the answers: one may change what is asked."""

    def __init__(
        self,
        stage: Stage,
        page: Page,
        chosen: Callable[[str], None],
        other_language: Callable[[], None],
        hide: Callable[[], None],
    ) -> None:
        self._stage, self._page, self._chosen = stage, page, chosen
        self._rail: Rail | None = None
        self._line: Strip | None = None
        self._folded: FoldedStrip | None = None
        self.strip = self._above(other_language, hide)
        """Above the page."""
        self._desk_rail: DeskRail | None = None
        self.beside = self._beside_it() if stage.width != "folded" else None
        """Beside it, where there is room."""

    def follow(self) -> None:
        if self._page.frame == "desk":
            self._follow_desk()
            return
        stops = stops_of(self._stage) if self._rail or self._folded else []
        if self._line:
            self._line.follow(self._page.where)
        if self._rail:
            self._rail.follow(stops)
        if self._folded:
            self._folded.follow(self._part(stops), stops, self._part(stops, "part_short"))

    def fit(self, width: int, *, low: bool) -> None:
        """To the room there is; a `low` window gives little of its height."""
        fits = self._folded or self._line
        if fits is not None:
            fits.fit(width, low=low)

    def _follow_desk(self) -> None:
        leaves = desk_leaves(self._stage)
        if self._line:
            self._line.follow(self._page.where)
        if self._desk_rail:
            self._desk_rail.follow(leaves)
        if self._folded:
            self._folded.follow(self._page.where, stops_of_desk(leaves))

    def _beside_it(self) -> QWidget | None:
        if self._page.frame == "desk":
            return self._desk()
        return self._beside() if self._page.frame == "way" else None

    def _desk(self) -> QWidget:
        self._desk_rail = desk_rail(self._stage)
        self._desk_rail.chosen.connect(self._chosen)
        self._desk_rail.talk_pressed.connect(self._talk)
        if self._stage.theme.contrast:
            return row(self._stage.theme, self._desk_rail, Rule(self._stage.theme, standing=True))
        return self._desk_rail

    def _beside(self) -> QWidget:
        theme, words = self._stage.theme, self._stage.words
        said = RailWords(
            words.say("app.name"),
            words.say("window.sections"),
            words.say("support.title"),
            marked(words.say("window.crisis")),
            words.say("window.promise"),
            self._stage.own_line,
        )
        em = WIDE_EM if self._stage.width == "wide" else NARROW_EM
        self._rail = Rail(theme, stops_of(self._stage), said, em=em)
        self._rail.chosen.connect(self._chosen)
        self._rail.talk_pressed.connect(self._talk)
        if theme.contrast:
            return row(theme, self._rail, Rule(theme, standing=True))  # black ends on black
        return self._rail

    def _above(self, other_language: Callable[[], None], hide: Callable[[], None]) -> QWidget:
        theme, other = self._stage.theme, self._stage.words.say("window.other_language")
        hides = self._page.hide_button()
        hides.clicked.connect(lambda _on=False: hide())
        ways_out = [*self._way_out(), hides]
        if self._page.frame in ("way", "desk") and self._stage.width == "folded":
            language = Button(theme, other, "quiet", icon="globe", small=True, flush=True)
            language.clicked.connect(lambda _on=False: other_language())
            crisis = marked(self._stage.words.say("window.crisis_short"))
            if self._page.frame == "desk":
                title, short, stops = self._page.where, "", stops_of_desk(desk_leaves(self._stage))
            else:
                stops = stops_of(self._stage)
                title, short = self._part(stops), self._part(stops, "part_short")
            self._folded = FoldedStrip(theme, title, stops, crisis, language, *ways_out, short=short)
            self._folded.chosen.connect(self._chosen)
            self._folded.talk_pressed.connect(self._talk)
            return self._folded
        self._line = Strip(theme, self._page.where, other, *ways_out, width=self._stage.width)
        self._line.language_pressed.connect(lambda _on=False: other_language())
        return self._line

    def _way_out(self) -> list[Button]:
        """Back to the caseload, while a client's sitting is shown."""
        safe = self._stage.safe
        if self._page.frame != "way" or safe is None or safe.together is None or not safe.is_sitting:
            return []
        back = Button(self._stage.theme, self._stage.words.say("desk.back"), icon="people", small=True)
        back.clicked.connect(lambda _on=False: safe.back_to_caseload())
        return [back]

    def _talk(self) -> None:
        self._stage.navigator.step_aside(SUPPORT)

    def _part(self, stops: Sequence[Stop], said: str = "part") -> str:
        """'Part 2 of 6: Education'; or shorter."""
        here = next(at for at, stop in enumerate(stops) if stop.progress == "here")
        name = stops[here].name
        return self._stage.words.say(f"window.{said}", number=here + 1, total=len(stops), name=name)


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
    stops.append(_results(words, at))
    if not any(stop.progress == "here" for stop in stops):  # a question that is no longer asked
        fact = view.interview.book.facts.by_id[at]
        stops = [stop._replace(progress="here") if stop.key == fact.section else stop for stop in stops]
    return stops


def _results(words: Words, at: str) -> Stop:
    """The results, with their pages while one is at one of them."""
    name = words.say("sections.results")
    if at not in RESULT_PAGES:
        return Stop(RESULTS, name, "ahead")
    leaves = [Leaf(page, words.say(key)) for page, key in RESULT_PAGES.items()]
    here = words.say("window.here")
    leaves = [leaf._replace(here=True, about=here) if leaf.key == at else leaf for leaf in leaves]
    return Stop(RESULTS, name, "here", leaves=leaves)


def first_of(stage: Stage, stop: str) -> str:
    """The page behind a stop: a section's first open question, or its first."""
    view = stage.navigator.view
    section = next((section for section in view.sections if section.id == stop), None)
    if section is None:
        return stop
    return next((name for name in section.questions if name in view.open_questions), section.questions[0])


def go_to_stop(stage: Stage, stop: str) -> None:
    """To what stands in the rail: a section, a page of the results, or a page of the caseload."""
    if stop in RESULT_PAGES:
        stage.navigator.look(stop)
    elif stage.navigator.begun:
        stage.navigator.go_to(first_of(stage, stop))
    elif stage.desk is not None:
        stage.desk.go(stop)
