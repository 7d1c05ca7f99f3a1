"""One sitting: the answers so far and where in the interview it stands, as a value that moves replace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from desktop_app.answers.sheet import Sheet, read_answers
from desktop_app.center import Center
from desktop_app.interview.flow import Section, order_of_asking, questions_to_ask, sections
from desktop_app.judgement.judge import Judge, Judgement
from desktop_app.judgement.plan import Planner
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.rulebook.load import LoadedPack, Rulebook

WELCOME, CHECK, RESULTS = "welcome", "check", "results"
PLAN, STORIES = "plan", "stories"
BEHIND_RESULTS = (PLAN, STORIES)
"""Pages that are looked at from the results; Back and Continue lead there again."""


@dataclass(frozen=True)
class Session:
    """What was said and where one is. Answers stay as they were entered, also those not asked for now."""

    as_of: date
    series: tuple[str, ...]
    helping: bool = False
    """Staff beside a client; the questions stay the same."""
    answers: Mapping[str, Any] = field(default_factory=dict)
    """By fact id, in the answer sheet's own form."""
    at: str = WELCOME
    """`welcome`, a fact id, `check`, `results`, `plan` or `stories`."""
    seen: frozenset[str] = frozenset()
    """Questions that were passed, answered or not."""
    from_check: bool = False
    """An answer is being changed from the check page, and that is where it goes back to."""
    left_at: str | None = None
    """The question that was left for a look at the results, and that Back leads to from there."""

    @property
    def touched(self) -> bool:
        """Whether anything would be lost by closing."""
        return bool(self.answers)


class Interview:
    """The rules a sitting runs by. Every method takes a session and gives one; nothing is kept here.

    Raises NoRuleInForceError when a chosen series has no rules in force on the session's day.
    """

    def __init__(self, book: Rulebook, series: tuple[str, ...], as_of: date) -> None:
        self.book = book
        self.packs: tuple[LoadedPack, ...] = book.in_force(as_of, series)
        self.judge = Judge([loaded.pack for loaded in self.packs], book.facts)
        self.order = order_of_asking(self.judge, book.facts, as_of)

    @cached_property
    def planner(self) -> Planner:
        """What plans are made with; the routes are read when a plan is first asked for. Raises ResourceError."""
        packs = [(loaded.pack, loaded.routes()) for loaded in self.packs]
        return Planner(self.judge, packs, self.book.facts)

    def who_helps(self, center: Center | None) -> WhoHelps | None:
        """Whom a center's own page names for each step. Raises ResourceError."""
        if not center:
            return None
        routes = {series: [one.route for one in ready] for series, ready in self.planner.routes.items()}
        return WhoHelps(center, routes)

    def view(self, session: Session) -> View:
        return View(self, session)

    def start(self, session: Session) -> Session:
        """From the welcome page to the first question."""
        return replace(session, at=self.view(session).pages[1])

    def answer(self, session: Session, fact: str, value: Any) -> Session:
        """The session with this answer; None takes an answer away. Raises SheetError."""
        answers = {name: said for name, said in session.answers.items() if name != fact}
        if value is not None:
            answers[fact] = value
        read_answers(answers, self.book.facts, session.as_of)
        return replace(session, answers=answers)

    def go_on(self, session: Session) -> Session:
        """The next page. While an answer is changed from the check page: its new follow-up, or back there."""
        if session.at in (RESULTS, *BEHIND_RESULTS):
            return replace(session, at=RESULTS)
        pages = self.view(session).pages
        seen = session.seen | {session.at}
        if session.from_check:
            follow_up = self._new_follow_up(session, pages)
            return replace(session, seen=seen, at=follow_up or CHECK, from_check=bool(follow_up))
        return replace(session, seen=seen, at=self._neighbour(session, pages, 1))

    def go_back(self, session: Session) -> Session:
        """The page before; every answer stays."""
        if session.at in BEHIND_RESULTS:
            return replace(session, at=RESULTS)
        if session.at == RESULTS and session.left_at:
            return replace(session, at=session.left_at, left_at=None)
        if session.from_check:
            return replace(session, at=CHECK, from_check=False)
        return replace(session, at=self._neighbour(session, self.view(session).pages, -1))

    def change(self, session: Session, fact: str) -> Session:
        """To a question from the check page or the results; Continue then leads to the check page."""
        return replace(session, at=fact, from_check=True, left_at=None)

    def go_to(self, session: Session, page: str) -> Session:
        if session.at in (RESULTS, *BEHIND_RESULTS) and page in (RESULTS, *BEHIND_RESULTS):
            return replace(session, at=page)  # a look at the results goes on
        return replace(session, at=page, from_check=False, left_at=None)

    def look(self, session: Session, page: str = RESULTS) -> Session:
        """To the results, or behind them, from wherever one is; from there Back leads to the question that was left."""
        left_at = session.at if session.at in self.book.facts.by_id else session.left_at
        return replace(session, at=page, left_at=left_at)

    def _neighbour(self, session: Session, pages: tuple[str, ...], step: int) -> str:
        if session.at in pages:
            place = pages.index(session.at) + step
            return pages[max(0, min(place, len(pages) - 1))]
        order = {name: number for number, name in enumerate((WELCOME, *self.order, CHECK, RESULTS))}
        here = order[session.at]  # no longer asked, because of what was just answered
        beyond = [page for page in pages if (order[page] - here) * step > 0]
        return beyond[0] if step > 0 else beyond[-1]

    def _new_follow_up(self, session: Session, pages: tuple[str, ...]) -> str | None:
        followed = self._chain(session.at)
        for page in pages:
            fact = self.book.facts.by_id.get(page)
            new = page not in session.seen and page not in session.answers and page != session.at
            if new and fact and fact.read_when and fact.read_when.fact in followed:
                return page
        return None

    def _chain(self, fact: str) -> set[str]:
        """A question and the one it follows up, so that two follow-ups come one after the other."""
        before = self.book.facts.by_id[fact].read_when
        return {fact, before.fact} if before else {fact}


@dataclass(frozen=True)
class View:
    """What a session comes to: the questions asked, the sheet, the judgement. Worked out when looked at."""

    interview: Interview
    session: Session

    @cached_property
    def sheet(self) -> Sheet:
        return read_answers(dict(self.session.answers), self.interview.book.facts, self.session.as_of)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        interview = self.interview
        return questions_to_ask(interview.order, self.sheet, interview.judge, interview.book.facts)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        return (WELCOME, *self.asked, CHECK, RESULTS)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return sections(self.asked, self.sheet.known, self.interview.book.facts)

    @cached_property
    def judgement(self) -> Judgement:
        return self.interview.judge.judge(self.sheet)

    @property
    def section(self) -> Section | None:
        """The section of the question one is at, or None on other pages."""
        return next((section for section in self.sections if self.session.at in section.questions), None)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """Questions that were asked and have no answer that says something."""
        return tuple(name for name in self.asked if name not in self.sheet.known)
