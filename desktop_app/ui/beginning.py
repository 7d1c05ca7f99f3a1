"""From the first page to the first question: the interview for the chosen states, as of the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.interview.session import Session
from desktop_app.resources import ResourceError
from desktop_app.rulebook.load import NoRuleInForceError
from desktop_app.ui.library import Library
from desktop_app.ui.pages.welcome import ALL

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


def begin(window: MainWindow, library: Library, today: Callable[[], date]) -> None:
    """What stands in the way is told, and the first page stays."""
    navigator, wish, words = window.navigator, window.wish, window.words
    names = [name.series for name in library.series(window.language)]
    series = tuple(names) if wish.series == ALL else (wish.series,)
    as_of = navigator.session.as_of if navigator.begun else today()
    try:
        interview = library.interview(series, as_of)
        library.words(window.language, interview)
    except ResourceError as error:
        window.tell_of_files(error)
    except NoRuleInForceError as error:
        problem = words.say(error.message)
        window.dialogs.tell(words.say("trouble.title"), words.say("trouble.rules", problem=problem))
    else:
        navigator.begin(interview, Session(as_of, series, wish.helping))
