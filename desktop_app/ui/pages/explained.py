"""Words explained where they stand: as a note beside a question, or folded at the end of a longer page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.glossary import Term, terms_in, terms_of_question
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import Item, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.lettering import Run
from desktop_app.ui.widgets.panel import Panel, note
from desktop_app.ui.widgets.slot import Slot
from desktop_app.ui.widgets.text import Text

WORDS_PAGE = "words"


def question_terms(stage: Stage, fact: str) -> Panel | None:
    """The words of the question and of its choices that not everyone knows."""
    terms = terms_of_question(stage.words, fact)
    if not terms:
        return None
    return note(stage.theme, stage.words.say("question.terms"), *_told(stage.theme, terms))


def words_fold(stage: Stage, terms: Sequence[Term]) -> FoldNote:
    """Closed until it is asked for, for these pages say much already; with the way to all of them."""
    theme, say = stage.theme, stage.words.say
    every = Button(theme, say("glossary.page.all"), "quiet", small=True, flush=True)
    every.clicked.connect(lambda _on=False: stage.navigator.step_aside(WORDS_PAGE))
    return FoldNote(theme, say("question.terms"), *_told(theme, terms), 10, left(every), opened=False)


class WordsHere(Slot):
    """The same for a page that changes: `look` at it again, and the fold has the words that stand there now."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._terms: list[Term] = []

    def look(self, *parts: QWidget) -> None:
        terms = terms_in(self._stage.words, (text for part in parts for text in texts_of(part)))
        if terms != self._terms:
            opened = isinstance(self.content, FoldNote) and self.content.is_open()
            self._terms = terms
            fold = words_fold(self._stage, terms) if terms else None
            if fold is not None:
                fold.fold_out(opened)
            self.put(fold)


def texts_of(part: QWidget) -> Iterable[str]:
    """All that is written in a part of a page, folded or not."""
    return (label.text() for label in part.findChildren(QLabel))


def _told(theme: Theme, terms: Sequence[Term]) -> list[Item]:
    items: list[Item] = []
    for one in terms:
        runs = [Run(f"{one.term}. ", strong=True), Run(one.meaning)]
        items += [8 if items else None, Text(theme, runs, "small")]
    return items
