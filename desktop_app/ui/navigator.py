"""Holds the sitting for the window and moves it; what happened is told by signals, and the window follows."""

from __future__ import annotations

from collections import UserDict
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # the first page is painted before the rules and what judges by them are there
    from desktop_app.interview.session import Interview, Session, View


class Drafts(UserDict[str, object]):
    """Says when something in it changes."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed

    def __setitem__(self, name: str, draft: object) -> None:
        before = self.data.get(name)
        super().__setitem__(name, draft)
        if before != draft:
            self._changed()

    def __delitem__(self, name: str) -> None:
        super().__delitem__(name)
        self._changed()


class Navigator(QObject):
    """The one holder of what was said. Pages ask it; nothing else in the window keeps an answer."""

    moved = Signal()
    """Another page is to be shown."""
    answered = Signal()
    """An answer was kept or taken away on the page that is shown."""
    drafted = Signal()
    """Something was half filled in, or is no longer so."""

    def __init__(
        self,
        interview: Interview | None = None,
        session: Session | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._interview = interview
        self._session = session
        self._view: View | None = None
        self.drafts = Drafts(self.drafted.emit)
        """What is half filled in, by page: it is not an answer yet, and outlives the page being made anew."""
        self.changing = ""
        """The question that was left the check page for, until one has been back there."""
        self._asides: list[str] = []
        self.home = ""
        """The page that is shown while there is no sitting, in place of the welcome page: one of a caseload's."""

    @property
    def aside(self) -> str:
        """The page beside the interview that is shown just now (pages/beside.py); none of them when empty."""
        if self._asides:
            return self._asides[-1]
        return "" if self.begun else self.home

    @property
    def beneath(self) -> Collection[str]:
        """The pages that one comes back to, one after the other, from the one beside the interview."""
        first = self.session.at if self.begun else self.home
        return (first, *self._asides[:-1]) if self._asides else ()

    @property
    def begun(self) -> bool:
        """False until the welcome page has been left for the first time."""
        return self._interview is not None and self._session is not None

    @property
    def interview(self) -> Interview:
        if self._interview is None:
            raise RuntimeError("the sitting has not begun")
        return self._interview

    @property
    def session(self) -> Session:
        if self._session is None:
            raise RuntimeError("the sitting has not begun")
        return self._session

    @property
    def view(self) -> View:
        """What the sitting comes to; worked out once for each answer."""
        if self._view is None or self._view.session is not self.session:
            self._view = self.interview.view(self.session)
        return self._view

    @property
    def touched(self) -> bool:
        """Whether anything would be lost by closing."""
        if not self.begun:
            return False
        half_filled = any(page in self.interview.book.facts.by_id for page in self.drafts)
        return half_filled or self.session.touched

    def begin(self, interview: Interview, session: Session) -> None:
        """From the welcome page to the first question. What was answered before under other states stays."""
        from dataclasses import replace

        if self.begun:
            session = replace(session, answers=self.session.answers, seen=self.session.seen)
        self._interview = interview
        self._move(interview.start(session))

    def take_up(self, interview: Interview, session: Session, drafts: Mapping[str, object]) -> None:
        """Go on with a sitting that was kept; nothing of the one before stays."""
        self._interview = interview
        self.drafts.clear()
        self.drafts.update(drafts)
        known = session.at not in interview.book.facts.by_id or session.at in interview.order
        from dataclasses import replace

        self._move(session if known else replace(session, at="check"))

    def leave(self, home: str = "", *more: str) -> None:
        """Nothing of the sitting stays; from here on `home` is where one is, and `more` what is shown before it."""
        self._interview = self._session = self._view = None
        self.changing = ""
        self.go_home(home, *more)

    def go_home(self, home: str, *more: str, keep: Collection[str] = ()) -> None:
        """To another page that is shown while there is no sitting; of what is half filled in, only `keep` stays."""
        for name in [name for name in self.drafts if name not in keep]:
            del self.drafts[name]
        self.home, self._asides = home, list(more)
        self.moved.emit()

    def restore(self, session: Session) -> None:
        """Take up answers that were given elsewhere."""
        self._move(session)

    def keep(self, fact: str, value: Any) -> None:
        """Keep an answer, in the sheet's own form; None takes it away. Raises SheetError."""
        self._session = self.interview.answer(self.session, fact, value)
        self.answered.emit()

    def go_on(self) -> None:
        self._move(self.interview.go_on(self.session))

    def go_back(self) -> None:
        self._move(self.interview.go_back(self.session))

    def change(self, fact: str) -> None:
        """To a question, to come back to the check page afterwards."""
        self.changing = fact
        self._move(self.interview.change(self.session, fact))

    def go_to(self, page: str) -> None:
        self._move(self.interview.go_to(self.session, page))

    def check(self) -> None:
        from desktop_app.interview.session import CHECK

        self.go_to(CHECK)

    def look(self, page: str = "") -> None:
        """To the results or a page behind them, to come back to the question that is left for it."""
        from desktop_app.interview.session import RESULTS

        self._move(self.interview.look(self.session, page or RESULTS))

    def step_aside(self, page: str) -> None:
        """Show a page beside the interview; where one was is kept, be it beside the interview or before it."""
        self._asides = [*(one for one in self._asides if one != page), page]
        self.moved.emit()

    def step_back(self) -> None:
        """From the page beside the interview to where one was."""
        if not self._asides:
            return
        self._asides = self._asides[:-1]
        self.moved.emit()

    def _move(self, session: Session) -> None:
        self._asides = []
        if not session.from_check and not (self._session is not None and self._session.from_check):
            self.changing = ""
        self._session = session
        self.moved.emit()
