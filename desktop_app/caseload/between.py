"""What changed from one sitting of a client to the next, for staff to read before they meet again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.casefile.records import Sitting
from desktop_app.caseload.judging import Judged, Judging, day_of
from desktop_app.i18n import Message
from desktop_app.judgement.case import MonthRange
from desktop_app.judgement.compare import Comparison, compare
from desktop_app.judgement.compare_words import outcome_message
from desktop_app.judgement.explain import once
from desktop_app.judgement.finding import Finding
from desktop_app.judgement.result import PositionJudgement
from desktop_app.rulebook.load import Facts


class Change(NamedTuple):
    """One sitting: its day, and what is otherwise than at the one before."""

    day: date
    messages: tuple[Message, ...]
    sitting: str
    """Its id."""


def changes(sittings: Iterable[Sitting], judging: Judging) -> tuple[Change, ...]:
    """The newest first; `sittings` come with the newest last. Each is judged by the rules of its own day."""
    found: list[Change] = []
    before: Judged | None = None
    for sitting in sittings:
        day = day_of(sitting.content) or sitting.started.date()
        after = judging.judged(sitting.content)
        if after is None:
            messages: tuple[Message, ...] = (Message("caseload.between.unreadable"),)
        elif before is None:
            messages = (Message("caseload.between.first", {"count": len(after.sheet.known)}),)
        else:
            messages = tuple(_told(before, after, judging.book.facts))
        found.append(Change(day, messages or (Message("caseload.between.nothing"),), sitting.id))
        before = after or before
    return tuple(reversed(found))


def _told(before: Judged, after: Judged, facts: Facts) -> Iterator[Message]:
    """Outcomes first, then months, then which answers; never what an answer is."""
    seen = compare((before.judgement, before.sheet), (after.judgement, after.sheet), facts)
    for position in seen.positions:
        if position.outcome[0] != position.outcome[1]:
            yield outcome_message(position)
    yield from once(_months(before, after))
    for series in seen.rules_changed:
        if series in before.judgement.versions and series in after.judgement.versions:
            yield Message("caseload.between.rules", {"series": Message(f"{series}.series.name")})
    yield from _answers(seen)


def _answers(seen: Comparison) -> Iterator[Message]:
    for one in seen.answers:
        question = Message(f"questions.{one.fact}.short")
        yield Message(f"compare.answer.{one.how}", {"question": question})


def _months(before: Judged, after: Judged) -> Iterator[Message]:
    """Months that a requirement counts and that are more, or fewer, than they were."""
    was = {one.id: one for one in before.judgement.positions}
    for position in after.judgement.positions:
        old = months_in(was[position.id]) if position.id in was else {}
        for requirement, now in months_in(position).items():
            if requirement in old and old[requirement] != now:
                name = Message(f"{position.series}.requirements.{requirement}.name")
                values = {"requirement": name, "before": months_said(old[requirement])}
                yield Message("caseload.between.months", {**values, "after": months_said(now)})


def months_in(position: PositionJudgement) -> dict[str, MonthRange]:
    """By requirement: the months counted for it, of the first way that counts any."""
    found: dict[str, MonthRange] = {}
    for one in position.requirements:
        counted = next((node.observed for node in _nodes(one.finding) if node.kind == "months"), None)
        if isinstance(counted, MonthRange):
            found[one.id] = counted
    return found


def _nodes(finding: Finding) -> Iterator[Finding]:
    yield finding
    for part in finding.parts:
        yield from _nodes(part)


def months_said(months: MonthRange) -> Message:
    """'6 months', or '4 to 6 months' while days are open."""
    if months.low == months.high:
        return Message("caseload.months.exactly", {"count": months.low})
    return Message("caseload.months.between", {"low": months.low, "high": months.high})
