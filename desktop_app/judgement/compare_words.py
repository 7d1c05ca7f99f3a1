"""What changed between two judgements, in catalog keys and values."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop_app.answers.sheet import Known
from desktop_app.i18n import Message
from desktop_app.judgement.compare import AnswerChange, PositionChange, StandingChange
from desktop_app.judgement.reasons import answer_words
from desktop_app.judgement.standing import MATCHES
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Fact


def answer_message(change: AnswerChange, facts: Facts, *, name_private: bool = False) -> Message:
    """'High school: …' with the old answer and the new one; of what is private, or long, only that it changed."""
    fact = facts.by_id[change.fact]
    values: dict[str, Any] = {"question": Message(f"questions.{fact.id}.short")}
    if (fact.private and not name_private) or fact.kind == "roles":
        return Message(f"compare.answer.{change.how}", values)
    if change.before is not None:
        values["before"] = _said(fact, change.before)
    if change.after is not None:
        values["after"] = _said(fact, change.after)
    return Message(f"compare.said.{change.how}", values)


def _said(fact: Fact, value: Known) -> Any:
    if isinstance(value, tuple):
        return tuple(answer_words(fact.id, str(choice)) for choice in value)
    return value if isinstance(value, date) else answer_words(fact.id, value)


def standing_message(change: StandingChange, series: str) -> Message:
    """'Six months of peer support: was “Not yet”, is “You have this”'."""
    name = Message(f"{series}.{change.kind}.{change.id}.name")
    return _from_to(name, "standing", change.before, change.after)


def outcome_message(change: PositionChange) -> Message:
    """The same for a position; where its outcome stays, what it is."""
    name = Message(f"{change.series}.positions.{change.id}.name")
    return _from_to(name, "outcome", *change.outcome)


def _from_to(name: Message, words: str, before: str | None, after: str | None) -> Message:
    values: dict[str, Any] = {"name": name}
    if before == after:
        return Message("compare.still", {**values, "after": Message(f"{words}.{after}")})
    if before is not None:
        values["before"] = Message(f"{words}.{before}")
    if after is not None:
        values["after"] = Message(f"{words}.{after}")
    if before is None:
        return Message("compare.first", values)
    return Message("compare.gone" if after is None else "compare.from_to", values)


def earliest_message(change: PositionChange) -> Message | None:
    """How the day moved from which it would match; None where it did not."""
    before, after = change.earliest
    if before == after:
        return None
    if after is None:
        # What matches by now has reached its day.
        return None if change.outcome[1] in MATCHES else Message("compare.day.none", {"before": before})
    return Message("compare.day.new" if before is None else "compare.day.moved", _days(before, after))


def _days(before: date | None, after: date) -> dict[str, date]:
    return {"after": after} if before is None else {"before": before, "after": after}
