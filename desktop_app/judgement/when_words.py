"""When a position could match by time alone, in catalog keys and values."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.i18n import Message
from desktop_app.judgement.result import PositionJudgement


def when_words(position: PositionJudgement) -> tuple[Message, ...]:
    """The day or that there is none; what comes last; and what months reach meanwhile, whatever else is missing."""
    return tuple(_told(position))


def _told(position: PositionJudgement) -> Iterator[Message]:
    earliest = position.earliest
    if earliest.status == "dated":
        key = "dated" if earliest.assuming else "dated_years"
        yield Message(f"plan_page.when.{key}", {"day": earliest.date})
        yield Message("plan_page.when.because", {"requirement": _name(position, earliest.because or "")})
        return
    yield Message(f"plan_page.when.{earliest.status}")
    for one in position.requirements:
        if one.reached:
            values = {"requirement": _name(position, one.id), "day": one.reached}
            yield Message("plan_page.when.reached", values)


def _name(position: PositionJudgement, requirement: str) -> Message:
    return Message(f"{position.series}.requirements.{requirement}.name")
