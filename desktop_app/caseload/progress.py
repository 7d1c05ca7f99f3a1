"""How far a client has come from sitting to sitting: points for a chart, and the same in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from desktop_app.casefile.records import Sitting
from desktop_app.caseload.judging import Judged, Judging
from desktop_app.i18n import Message
from desktop_app.judgement.result import PositionJudgement


class Tally(NamedTuple):
    """Of the requirements that count: how many are met, how many are for the employer to say, and all."""

    met: int
    ask: int
    total: int


class Point(NamedTuple):
    """How far a client was on a day, by position."""

    day: date
    tallies: Mapping[str, Tally]


class Line(NamedTuple):
    """One position over time."""

    position: str
    name: Message
    points: tuple[tuple[date, Tally], ...]
    sentences: tuple[Message, ...]
    """What the line shows."""


@dataclass(frozen=True)
class Progress:
    """Empty while there is no sitting that can be read."""

    points: tuple[Point, ...]
    lines: tuple[Line, ...]

    @property
    def sentences(self) -> tuple[Message, ...]:
        return tuple(sentence for line in self.lines for sentence in line.sentences)


def progress(sittings: Iterable[Sitting], judging: Judging, today: date | None = None) -> Progress:
    """A point for each sitting that can be read; with `today` the newest once more, as of that day."""
    read = [(sitting, one) for sitting in sittings if (one := judging.judged(sitting.content))]
    judged = [one for _, one in read]
    if today is not None and read and judged[-1].judgement.as_of < today:
        now = judging.judged(read[-1][0].content, today)
        judged += [now] if now else []
    positions = {one.id: one for each in judged for one in each.judgement.positions}
    points = tuple(_point(each) for each in _last_of_each_day(judged))
    return Progress(points, tuple(_line(position, points) for position in positions.values()))


def _last_of_each_day(judged: Sequence[Judged]) -> Iterator[Judged]:
    """By day; of two sittings on one day the later."""
    by_day = {each.judgement.as_of: each for each in judged}
    yield from (by_day[day] for day in sorted(by_day))


def _point(judged: Judged) -> Point:
    return Point(judged.judgement.as_of, {one.id: tally_of(one) for one in judged.judgement.positions})


def tally_of(position: PositionJudgement) -> Tally:
    """Counted as on the results: without what is merely good to have."""
    words = [one.standing.word for one in position.requirements if one.rule.strength != "preferred"]
    return Tally(words.count("met"), words.count("unclear"), len(words))


def _line(position: PositionJudgement, points: tuple[Point, ...]) -> Line:
    name = Message(f"{position.series}.positions.{position.id}.name")
    own = tuple((point.day, point.tallies[position.id]) for point in points if position.id in point.tallies)
    return Line(position.id, name, own, tuple(_sentences(name, own)))


def _sentences(name: Message, points: tuple[tuple[date, Tally], ...]) -> Iterator[Message]:
    """The first day, and each day on which it changed."""
    (begun, first), *others = points
    yield from _said("first", first, {"position": name, "day": begun})
    before = first
    for day, now in others:
        if now != before:
            yield from _said("then", now, {"day": day})
        before = now
    if others and all(now == first for _, now in others):
        yield Message("caseload.progress.same", {"day": others[-1][0]})


def _said(when: str, tally: Tally, values: Mapping[str, Any]) -> Iterator[Message]:
    yield Message(f"caseload.progress.{when}", {**values, "count": tally.met, "total": tally.total})
    if tally.ask:
        yield Message("caseload.progress.ask", {"count": tally.ask})
