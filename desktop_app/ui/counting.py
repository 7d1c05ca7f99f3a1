"""Counts the center's work for a stretch of time, off the window's thread and one client after the other."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop_app.caseload.judging import Judging
from desktop_app.caseload.numbers import History, Numbers, numbers
from desktop_app.ui.desk_judging import REST
from desktop_app.ui.found import Found

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.casefile.records import Sitting
    from desktop_app.caseload.client import Client, Snapshot
    from desktop_app.caseload.overview import Row
    from desktop_app.rulebook.load import Rulebook
    from desktop_app.ui.background import Background, Report
    from desktop_app.ui.desk import Desk

Period = Literal["year", "months", "all", "days"]
PERIODS: tuple[Period, ...] = ("year", "months", "all", "days")


@dataclass(frozen=True)
class Stretch:
    """Which time is counted; two days of one's own only where `days` is chosen."""

    period: Period = "year"
    since: date | None = None
    until: date | None = None

    def ends(self, today: date, first: date) -> tuple[date, date]:
        """From one day to the other; `first` is the first day that is known of."""
        if self.period == "days" and self.since and self.until:
            return self.since, self.until
        if self.period == "all":
            return min(first, today), today
        return (today.replace(month=1, day=1) if self.period == "year" else a_year_before(today)), today


def a_year_before(today: date) -> date:
    """The first day of the twelve months that end with this day."""
    after = today + timedelta(days=1)
    day = min(after.day, 28) if after.month == 2 else after.day
    return date(after.year - 1, after.month, day)


class _Past(NamedTuple):
    changed: datetime
    snapshot: Snapshot | None


class Counting(Found):
    """What was judged once is not judged again while the page is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, _Past] = {}
        self._judging: Judging | None = None
        self._one_at_a_time = threading.Lock()

    @property
    def numbers(self) -> Numbers | None:
        """Those that were counted last, also while others are on their way."""
        return self.value if isinstance(self.value, Numbers) else None

    def count(self, desk: Desk, background: Background, stretch: Stretch) -> None:
        rows, book, today, file = desk.rows, desk.book(), desk.today(), desk.file

        def work(report: Report) -> Numbers:
            with self._one_at_a_time:  # the one before ends at its next client
                return self._count(file, rows, book, today, stretch, lambda: report(0, 0))

        self.ask_beside(background, work)

    def _count(
        self,
        file: CaseFile,
        rows: Sequence[Row],
        book: Rulebook,
        today: date,
        stretch: Stretch,
        still_wanted: Callable[[], None],
    ) -> Numbers:
        if self._judging is None or self._judging.book is not book:
            self._judging = Judging(book)
        pasts: dict[str, History] = {}
        for row in rows:
            still_wanted()
            shots = [self._judged(self._judging, one) for one in file.sittings(row.client.id)]
            pasts[row.client.id] = History(
                tuple(sorted((one for one in shots if one), key=lambda one: one.as_of))
            )
        first = min((_first(row.client, pasts[row.client.id]) for row in rows), default=today)
        since, until = stretch.ends(today, first)
        return numbers(rows, pasts, book, today, since, until)

    def _judged(self, judging: Judging, one: Sitting) -> Snapshot | None:
        known = self._known.get(one.id)
        if known is None or known.changed != one.changed:
            time.sleep(REST)
            known = self._known[one.id] = _Past(one.changed, judging.snapshot(one.content))
        return known.snapshot


def _first(client: Client, past: History) -> date:
    days = [client.created.date(), *(shot.as_of for shot in past.snapshots[:1])]
    return min([*days, client.consent.given] if client.consent else days)
