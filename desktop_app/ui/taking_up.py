"""Shows a sitting that was kept: its answers, what was half filled in, and the page it was at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.interview.kept import content_of, take_up
from desktop_app.interview.session import CHECK, Interview, Session
from desktop_app.ui.kept_drafts import drafts_from
from desktop_app.ui.pages.welcome import ALL, Wish

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.ui.library import Library
    from desktop_app.ui.main_window import MainWindow


class Kept(NamedTuple):
    """A sitting as it can be shown; `left_out` are answers that this program no longer takes, by fact."""

    interview: Interview
    session: Session
    drafts: Mapping[str, object]
    left_out: tuple[str, ...]


def read_kept(library: Library, today: date, content: Mapping[str, Any], *, helping: bool = False) -> Kept:
    """`helping` for staff beside a client, whatever was kept. Raises PlainError and ResourceError."""
    book = library.book()
    session, left_out = take_up(content, book, today)
    interview = library.interview(session.series, session.as_of)
    roles = session.answers.get("roles")
    drafts = drafts_from(content, book.facts, len(roles) if isinstance(roles, list) else 0)
    return Kept(interview, replace(session, helping=session.helping or helping), drafts, left_out)


def show_kept(window: MainWindow, kept: Kept) -> None:
    """In place of the sitting before, of which nothing stays."""
    session = kept.session
    window.wish = Wish(session.helping, session.series[0] if len(session.series) == 1 else ALL)
    window.navigator.take_up(kept.interview, session, kept.drafts)
    if kept.left_out:
        tell_left_out(window, kept.left_out)


def tell_left_out(window: MainWindow, facts: tuple[str, ...]) -> None:
    words = window.words
    names = [words.say(f"questions.{fact}.short") for fact in facts if words.has(f"questions.{fact}.short")]
    text = words.say("unlock.left_out.text", questions=names or list(facts))
    window.dialogs.tell(words.say("unlock.left_out.title"), text)


def new_content(library: Library, today: date) -> dict[str, Any]:
    """Of a sitting in which nothing was said yet, at its first question. Raises ResourceError and PlainError."""
    series = library.book().series()
    interview = library.interview(series, today)
    return {**content_of(interview.start(Session(today, series, helping=True))), "drafts": {}}


def go_on_with_questions(window: MainWindow) -> None:
    """From where nothing is asked to the first question that is open, or to the check page."""
    navigator = window.navigator
    if navigator.session.at not in navigator.view.asked:
        navigator.go_to(next(iter(navigator.view.open_questions), CHECK))
