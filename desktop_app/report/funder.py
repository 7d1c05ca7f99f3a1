"""A center's numbers as they are told to a funder: counts alone, each as a chart, a table and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop_app.report.content import Furniture
from desktop_app.report.passages import Passage

How = Literal["exact", "few", "hidden"]
"""Whether a number is shown as it is, as fewer than some, or not at all."""


@dataclass(frozen=True)
class CountedLine:
    """One bar, and one row of the table beside it."""

    label: str
    shown: str
    """'12', 'fewer than 5', 'not shown'."""
    how: How
    number: int = 0
    """How long the bar is; nothing where the number is not shown."""


@dataclass(frozen=True)
class Chart:
    """One group of counts."""

    title: str
    columns: tuple[str, str]
    lines: tuple[CountedLine, ...]
    total: CountedLine | None
    sentences: tuple[str, ...]
    """The same in words."""
    kept: str = ""
    """Which chart it is, whatever the language: to find it again when its page is made anew."""

    @property
    def longest(self) -> int:
        return max((line.number for line in self.lines), default=0)


@dataclass(frozen=True)
class FunderReport:
    """The whole of it, top down."""

    language: str
    foreign: tuple[Passage, ...]
    as_of: date
    furniture: Furniture
    title: str
    center: str
    """Its own name; empty where it has none."""
    period: str
    clients: str
    """How many clients there are today."""
    notes_title: str
    notes: tuple[str, ...]
    picture: str
    """How a chart is named to someone who hears it: '{title}. {lines}'."""
    words: str
    """The heading of a chart's sentences."""
    charts: tuple[Chart, ...]

    def heard(self, chart: Chart, lines: tuple[CountedLine, ...]) -> str:
        """A chart, or these lines of it, as it is read aloud."""
        told = "; ".join(f"{line.label}: {line.shown}" for line in lines)
        return self.picture.format(title=chart.title, lines=told)
