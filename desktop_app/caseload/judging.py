"""What a kept sitting comes to, judged as of any day; the rules of a day are made ready once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from desktop_app.answers.sheet import Sheet, read_answers
from desktop_app.caseload.client import Snapshot
from desktop_app.interview.flow import order_of_asking, questions_to_ask
from desktop_app.interview.kept import KeptError, take_up
from desktop_app.interview.session import Interview, Session, View
from desktop_app.judgement.case import called_for
from desktop_app.judgement.judge import Judge, Judgement
from desktop_app.judgement.result import PositionJudgement
from desktop_app.rulebook import references
from desktop_app.rulebook.load import LoadedPack, NoRuleInForceError, Rulebook
from desktop_app.rulebook.model import Credential, Lapsed

Content = Mapping[str, Any]
NEEDED = ("must", "level")
"""Strengths of requirements that keep a position from matching."""


class Judged(NamedTuple):
    """A sitting as of a day: where it stands, and the answers that were read."""

    judgement: Judgement
    sheet: Sheet
    open: int
    """Questions that were asked and have no answer."""


class _Ready(NamedTuple):
    """Rules made ready to judge by, and the order in which they ask."""

    judge: Judge
    order: tuple[str, ...]


class Judging:
    """Over one rulebook. A sitting that cannot be read gives None: another program may have written it."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._ready: dict[tuple[tuple[str, str], ...], _Ready] = {}
        self._interviews: dict[tuple[tuple[str, str], ...], Interview] = {}
        self._ends = ends_of(book)

    def snapshot(self, content: Content, on: date | None = None) -> Snapshot | None:
        """What it comes to on a day, or on its own."""
        return self._shot(self.judged(content, on))

    def snapshot_under(self, content: Content, packs: Iterable[LoadedPack], on: date) -> Snapshot | None:
        """What it would come to on a day under other rules than those in force then."""
        session = self.session(content, on)
        return self._shot(self._judged(session, tuple(packs))) if session else None

    def judged(self, content: Content, on: date | None = None) -> Judged | None:
        session = self.session(content, on)
        return self._judged(session, self._in_force(session)) if session else None

    def view(self, content: Content, on: date | None = None) -> View | None:
        """With questions, plan and reasons: more than a list needs, and slower."""
        session = self.session(content, on)
        return self.interview(session).view(session) if session else None

    def interview(self, session: Session) -> Interview:
        """The rules that hold for a session that `session` gave."""
        packs = self._in_force(session)
        key = _key(packs)
        if key not in self._interviews:
            self._interviews[key] = Interview(self.book, session.series, session.as_of)
        return self._interviews[key]

    def session(self, content: Content, on: date | None = None) -> Session | None:
        """As of a day, or its own; only with the series that have rules in force then."""
        day = on or day_of(content)
        if day is None:
            return None
        try:
            session = take_up(content, self.book, day).session
        except KeptError:
            return None
        series = tuple(one for one in session.series if self._has_rules(one, day))
        return replace(session, series=series) if series else None

    def _has_rules(self, series: str, day: date) -> bool:
        try:
            self.book.in_force(day, (series,))
        except NoRuleInForceError:
            return False
        return True

    def _in_force(self, session: Session) -> tuple[LoadedPack, ...]:
        return self.book.in_force(session.as_of, session.series)

    def _judged(self, session: Session, packs: tuple[LoadedPack, ...]) -> Judged:
        key, facts = _key(packs), self.book.facts
        if key not in self._ready:
            judge = Judge([loaded.pack for loaded in packs], facts)
            self._ready[key] = _Ready(judge, order_of_asking(judge, facts, session.as_of))
        judge, order = self._ready[key]
        sheet = read_answers(dict(session.answers), facts, session.as_of)
        asked = questions_to_ask(order, sheet, judge, facts)
        # What someone would rather not say has been answered: nobody is to be asked for it again.
        declined = {fact for fact, said in sheet.not_said.items() if said == "prefer_not_to_say"}
        still_open = sum(name not in sheet.known and name not in declined for name in asked)
        return Judged(judge.judge(sheet), sheet, still_open)

    def _shot(self, judged: Judged | None) -> Snapshot | None:
        if judged is None:
            return None
        judgement, known, facts = judged.judgement, judged.sheet.known, self.book.facts
        positions = judgement.positions
        return Snapshot(
            judgement.as_of,
            dict(judgement.versions),
            {one.id: one.outcome for one in positions},
            {one.id: missing_of(one) for one in positions},
            {one.id: one.earliest.date for one in positions if one.earliest.date is not None},
            {
                fact: day
                for fact in self._ends
                if isinstance(day := known.get(fact), date) and called_for(fact, known, facts)
            },
            judged.open,
        )


def day_of(content: Content) -> date | None:
    """The day as of which a sitting was kept."""
    sheet = content.get("sheet")
    day = sheet.get("as_of") if isinstance(sheet, Mapping) else None
    try:
        return date.fromisoformat(day) if isinstance(day, str) else None
    except ValueError:
        return None


def missing_of(position: PositionJudgement) -> tuple[str, ...]:
    """The requirements that count and are not met, whatever is answered yet."""
    return tuple(
        one.id
        for one in position.requirements
        if one.rule.strength in NEEDED and one.standing.word == "not_met"
    )


def ends_of(book: Rulebook) -> tuple[str, ...]:
    """The facts that are the day on which a certificate ends, in the order of asking."""
    named = {
        part.expires
        for loaded in book.packs
        for _, expression in references.expressions(loaded.pack)
        for part in references.walk(expression)
        if isinstance(part, (Credential, Lapsed))
    }
    return tuple(fact for fact in book.facts.by_id if fact in named)


def _key(packs: Iterable[LoadedPack]) -> tuple[tuple[str, str], ...]:
    return tuple((loaded.pack.series, loaded.pack.version) for loaded in packs)
