"""Holds the sitting for the window and moves it; what happened is told by signals, and the window follows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.interview.session import CHECK, RESULTS, Interview, Session, View


class Navigator(QObject):
    """The one holder of what was said. Pages ask it; nothing else in the window keeps an answer."""

    moved = Signal()
    """Another page is to be shown."""
    answered = Signal()
    """An answer was kept or taken away on the page that is shown."""

    def __init__(self, interview: Interview, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.interview = interview
        self.session = session
        self.drafts: dict[str, object] = {}
        """What is half entered on a page, by fact or page: a page that is built anew takes it up again."""

    @property
    def view(self) -> View:
        return self.interview.view(self.session)

    def begin(self, interview: Interview, session: Session) -> None:
        """From the welcome page to the first question, with the states that were chosen."""
        self.interview = interview
        self._move(interview.start(session))

    def keep(self, fact: str, value: Any) -> None:
        """Keep an answer, in the sheet's own form; None takes it away. Raises SheetError."""
        self.session = self.interview.answer(self.session, fact, value)
        self.answered.emit()

    def go_on(self) -> None:
        self._move(self.interview.go_on(self.session))

    def go_back(self) -> None:
        self._move(self.interview.go_back(self.session))

    def change(self, fact: str) -> None:
        """To a question, to come back to the check page afterwards."""
        self._move(self.interview.change(self.session, fact))

    def go_to(self, page: str) -> None:
        self._move(self.interview.go_to(self.session, page))

    def check(self) -> None:
        self.go_to(CHECK)

    def results(self) -> None:
        self.go_to(RESULTS)

    def _move(self, session: Session) -> None:
        self.session = session
        self.moved.emit()
