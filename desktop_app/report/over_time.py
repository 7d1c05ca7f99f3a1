"""A plan as a picture over time, in words and day numbers: what is drawn in the window and in the report alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from desktop_app.i18n import Words
from desktop_app.judgement.plan_rows import Row
from desktop_app.judgement.schedule import Pace

Sign = Literal["do", "wait", "ask", "flag"]
SIGNS: tuple[Sign, ...] = ("do", "wait", "ask", "flag")
MOST_TICKS = 6
MONTHS_APART = (1, 2, 3, 6, 12)


class Bar(NamedTuple):
    """From one day to another, as day numbers."""

    kind: Literal["do", "wait", "ask"]
    begins: int
    ends: int


class Line(NamedTuple):
    """A name, its bars or its flag, and a note that stands beside them."""

    name: str
    note: str
    bars: tuple[Bar, ...]
    flag: int | None
    spoken: str = ""
    """What it shows, to be heard."""


class Tick(NamedTuple):
    """The first day of a month, and its name."""

    at: int
    words: str


class Picture(NamedTuple):
    """All that is drawn, and the same to be heard."""

    lines: tuple[Line, ...]
    first: int
    last: int
    ticks: tuple[Tick, ...]
    today: int
    today_words: str
    legend: tuple[tuple[Sign, str], ...]
    spoken: str


def picture(words: Words, rows: Sequence[Row], today: date, pace: Pace, *, room: float) -> Picture:
    """`room`: days on the right for what stands there, as a share of all."""
    base = "plan_page.timeline"
    days = [day for row in rows for bar in row.bars for day in (bar.begins, bar.ends)]
    days += [row.flag for row in rows if row.flag]
    first, last = min([today, *days]).replace(day=1), max([today, *days])
    until = max(last.toordinal() + 20, round(last.toordinal() + (last - first).days * room))
    kinds = {bar.kind for row in rows for bar in row.bars}
    lines = tuple(_line(words, row, pace) for row in rows)
    return Picture(
        lines,
        first.toordinal(),
        until,
        tuple(_ticks(words, first, until)),
        today.toordinal(),
        words.say(f"{base}.today"),
        tuple((sign, words.say(f"{base}.{sign}")) for sign in SIGNS if sign == "flag" or sign in kinds),
        " ".join([f"{words.say(f'{base}.title')}.", *(line.spoken for line in lines)]),
    )


def _line(words: Words, row: Row, pace: Pace) -> Line:
    bars = tuple(Bar(bar.kind, bar.begins.toordinal(), bar.ends.toordinal()) for bar in row.bars)
    flag = row.flag.toordinal() if row.flag else None
    return Line(words.say(row.name), _note(words, row, pace), bars, flag, _spoken(words, row))


def _note(words: Words, row: Row, pace: Pace) -> str:
    """What stands beside a bar: how long a wait is, up to when something goes on, from when a level matches."""
    base = "plan_page.timeline"
    if row.flag:
        day = words.short_day(row.flag)
        return words.say(f"{base}.{'from_earliest' if row.unsure else 'from'}", day=day)
    if row.goes_on:
        key = "goes_on_ask" if any(bar.kind == "ask" for bar in row.bars) else "goes_on"
        return words.say(f"{base}.{key}", day=words.short_day(row.goes_on))
    if row.step is None:
        return ""
    takes = row.step.step.takes
    if takes.days is not None:
        return words.say(f"{base}.days", count=takes.days)
    if takes.hours is not None:
        a_week = float(pace.training if takes.pace == "training" else pace.work)
        return words.say(f"{base}.hours", a_week=a_week, day=words.short_day(row.step.ends))
    return words.say(f"{base}.unknown") if takes.unknown else ""


def _spoken(words: Words, row: Row) -> str:
    base = "plan_page.timeline"
    parts = []
    for bar in row.bars:
        key = "do_day" if bar.kind == "do" and bar.begins == bar.ends else bar.kind
        parts.append(words.say(f"{base}.bar.{key}", begins=bar.begins, ends=bar.ends))
    if row.flag:
        parts.append(words.say(f"{base}.{'from_earliest' if row.unsure else 'from'}", day=row.flag))
    if row.step and row.step.step.takes.unknown:
        parts.append(words.say(f"{base}.unknown"))
    return words.say(f"{base}.spoken", name=row.name, what=", ".join(parts))


def _ticks(words: Words, first: date, until: int) -> Iterator[Tick]:
    """The first days of months, with the year at the start and in each January."""
    months = (until - first.toordinal()) / 30.4
    apart = next((step for step in MONTHS_APART if months / step <= MOST_TICKS), MONTHS_APART[-1])
    day, year = first, 0
    while day.toordinal() < until:
        yield Tick(day.toordinal(), words.short_month(day, with_year=day.year != year))
        year = day.year
        month = day.month - 1 + apart
        day = date(day.year + month // 12, month % 12 + 1, 1)
