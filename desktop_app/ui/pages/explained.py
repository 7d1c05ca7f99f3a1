"""Words explained where they stand: as a note beside a question, or folded at the end of a longer page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.glossary import Term, ids_in, terms_of_question, with_ids
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import Item, Placed, left
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.fold import FoldNote
from desktop_app.ui.widgets.kept import Kept, Part, nothing, said
from desktop_app.ui.widgets.lettering import Run
from desktop_app.ui.widgets.panel import Panel, note
from desktop_app.ui.widgets.text import Text

WORDS_PAGE, OPENED = "words", "words.opened"


def question_terms(stage: Stage, fact: str) -> Panel | None:
    """The words of the question and of its choices that not everyone knows."""
    terms = terms_of_question(stage.words, fact)
    if not terms:
        return None
    return note(stage.theme, stage.words.say("question.terms"), *_told(stage.theme, terms))


class WordsHere(Kept):
    """The same, closed until it is asked for, with the way to all words: for pages that say much already.

    `look` at the page again, and the fold has the words that stand there now.
    """

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.theme)
        self._stage = stage
        self._seen: dict[str, frozenset[str]] = {}
        """By text: a page that changes keeps most of its texts."""

    @property
    def content(self) -> QWidget | None:
        """The fold, where there is a word to explain."""
        return self.contents[0] if self.contents else None

    def look(self, *parts: QWidget) -> None:
        words, texts = self._stage.words, {text for part in parts for text in texts_of(part)}
        self._seen = {text: self._seen.get(text) or ids_in(words, text) for text in texts}
        terms = with_ids(words, self._seen.values())
        make = partial(_Fold, self._stage, terms)
        self.follow([Part(terms, make, kind="words") if terms else nothing()])


class _Fold(FoldNote):
    """Open or closed, it stays so while the words in it change, and on the next page."""

    def __init__(self, stage: Stage, terms: Sequence[Term]) -> None:
        self._terms = Kept(stage.theme, gap=8)
        super().__init__(
            stage.theme,
            stage.words.say("question.terms"),
            self._terms,
            10,
            _to_all(stage),
            opened=stage.navigator.drafts.get(OPENED) is True,
        )
        self._theme = stage.theme
        self.toggled.connect(partial(stage.navigator.drafts.__setitem__, OPENED))
        self.follow(terms)

    def follow(self, terms: Sequence[Term]) -> None:
        self._terms.follow(said(self._theme, _runs(one), "small") for one in terms)


def _to_all(stage: Stage) -> Placed:
    every = Button(stage.theme, stage.words.say("glossary.page.all"), "quiet", small=True, flush=True)
    every.clicked.connect(lambda _on=False: stage.navigator.step_aside(WORDS_PAGE))
    return left(every)


def texts_of(part: QWidget) -> Iterable[str]:
    """All that is written in a part of a page, folded or not."""
    return (label.text() for label in part.findChildren(QLabel))


def _told(theme: Theme, terms: Sequence[Term]) -> list[Item]:
    items: list[Item] = []
    for one in terms:
        items += [8 if items else None, Text(theme, _runs(one), "small")]
    return items


def _runs(one: Term) -> list[Run]:
    return [Run(f"{one.term}. ", strong=True), Run(one.meaning)]
