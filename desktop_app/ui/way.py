"""The way through the interview: the rail beside a page or folded into a line, and where one is on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Words
from desktop_app.interview.session import CHECK, PLAN, RESULTS, STORIES
from desktop_app.ui.pages.page import Page, Stage
from desktop_app.ui.widgets.arrange import row
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.lettering import marked
from desktop_app.ui.widgets.panel import Rule
from desktop_app.ui.widgets.rail import NARROW_EM, WIDE_EM, Leaf, Progress, Rail, RailWords, Stop
from desktop_app.ui.widgets.strip import FoldedStrip, Strip

RESULT_PAGES = {RESULTS: "results.stand", PLAN: "plan_page.where", STORIES: "stories.title"}
"""The pages under "Your results", and what each is called."""


def rail(stage: Stage, chosen: Callable[[str], None]) -> QWidget:
    """Beside the page."""
    theme, words = stage.theme, stage.words
    said = RailWords(
        words.say("app.name"),
        words.say("window.sections"),
        words.say("support.title"),
        marked(words.say("window.crisis")),
        words.say("window.promise"),
        stage.own_line,
    )
    made = Rail(theme, stops_of(stage), said, em=WIDE_EM if stage.width == "wide" else NARROW_EM)
    made.chosen.connect(chosen)
    return row(theme, made, Rule(theme, standing=True)) if theme.contrast else made  # black ends on black


def strip(
    stage: Stage,
    page: Page,
    chosen: Callable[[str], None],
    other_language: Callable[[], None],
    hide: Callable[[], None],
) -> QWidget:
    """Above the page."""
    other = stage.words.say("window.other_language")
    hides = page.hide_button()
    hides.clicked.connect(lambda _on=False: hide())
    if page.frame == "way" and stage.width == "folded":
        return _folded(stage, chosen, other, other_language, hides)
    line = Strip(stage.theme, page.where, other, hides, width=stage.width)
    line.language_pressed.connect(lambda _on=False: other_language())
    return line


def _folded(
    stage: Stage,
    chosen: Callable[[str], None],
    other: str,
    other_language: Callable[[], None],
    hides: QWidget,
) -> FoldedStrip:
    words, stops = stage.words, stops_of(stage)
    here = next(at for at, stop in enumerate(stops) if stop.progress == "here")
    title = words.say("window.part", number=here + 1, total=len(stops), name=stops[here].name)
    language = Button(stage.theme, other, "quiet", icon="globe", small=True, flush=True)
    language.clicked.connect(lambda _on=False: other_language())
    line = FoldedStrip(stage.theme, title, stops, marked(words.say("window.crisis_short")), language, hides)
    line.chosen.connect(chosen)
    return line


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
    leaves = [Leaf(page, words.say(key), here=page == at) for page, key in RESULT_PAGES.items()]
    return Stop(RESULTS, name, "here", leaves=leaves)


def first_of(stage: Stage, stop: str) -> str:
    """The page behind a stop: a section's first open question, or its first."""
    view = stage.navigator.view
    section = next((section for section in view.sections if section.id == stop), None)
    if section is None:
        return stop
    return next((name for name in section.questions if name in view.open_questions), section.questions[0])
