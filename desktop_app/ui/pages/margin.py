"""The margin of a question's page: why we ask, where the rule is read, words explained, who sees the answer."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.interview.session import View
from desktop_app.judgement.explain import cited
from desktop_app.ui.pages.explained import question_terms
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, column
from desktop_app.ui.widgets.fold import FoldNote, source
from desktop_app.ui.widgets.panel import Panel, Rule, note
from desktop_app.ui.widgets.scroll import scroll_around
from desktop_app.ui.widgets.text import Text

ABOVE_AND_BELOW = 24


def question_margin(
    stage: Stage, fact: str, *more: Item, standing: QWidget | None = None
) -> tuple[FoldNote, QWidget]:
    """The fold "Why we ask", and the whole margin with it on top; `more` notes stand below it.

    Where one stands comes first beside a question, to be in sight with every answer, and last below one.
    """
    why = why_note(stage, fact)
    notes = [why, *more, private_note(stage, fact), question_terms(stage, fact)]
    notes.insert(0 if stage.width == "wide" else len(notes), standing)
    return why, column(stage.theme, *(note for note in notes if note is not None), gap=12)


def why_note(stage: Stage, fact: str, *, opened: bool = True) -> FoldNote:
    theme, words = stage.theme, stage.words
    items: list[Item] = [Text(theme, words.say(f"questions.{fact}.why"), "small")]
    places = places_of(stage, fact)
    if places:
        items += [10, Rule(theme), 12, source(theme, words.say("question.source"), places)]
    return FoldNote(theme, words.say("question.why"), *items, opened=opened)


def places_of(stage: Stage, fact: str) -> list[str]:
    """Where the rules behind a question are read, each place once."""
    found = stage.navigator.interview.judge.sources_of(fact)
    return list(dict.fromkeys(stage.words.say(cited(series, cite)) for series, cite in found))


def private_note(stage: Stage, fact: str) -> Panel | None:
    if not stage.navigator.interview.book.facts.by_id[fact].private:
        return None
    words = stage.words
    safe = stage.safe
    kept = "in_caseload" if safe is not None and safe.is_sitting else "text"
    return note(
        stage.theme,
        words.say("question.private.title"),
        Text(stage.theme, words.say(f"question.private.{kept}"), "small"),
    )


def unfold(note: FoldNote) -> None:
    """Open it, give it the keys, and bring as much of it into sight as there is room for."""
    note.call()
    QTimer.singleShot(0, note, lambda: _bring_into_sight(note))  # once it has its height


def _bring_into_sight(note: FoldNote) -> None:
    around = scroll_around(note)
    if around is not None:
        around.ensureWidgetVisible(note, 0, ABOVE_AND_BELOW)
        around.ensureWidgetVisible(note.head, 0, ABOVE_AND_BELOW)


def where_in(stage: Stage, fact: str) -> str:
    """'Education · Question 1 of 2'; only the section for a question that is no longer asked."""
    view = stage.navigator.view
    section = stage.words.say(f"sections.{stage.navigator.interview.book.facts.by_id[fact].section}")
    number = question_number(stage, view)
    return stage.words.say("window.where", section=section, question=number) if number else section


def question_number(stage: Stage, view: View) -> str:
    if view.section is None:
        return ""
    questions = view.section.questions
    number = questions.index(view.session.at) + 1
    return stage.words.say("window.question", number=number, total=len(questions))
