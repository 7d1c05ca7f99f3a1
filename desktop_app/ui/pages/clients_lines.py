"""The list of clients in words: what stands in each column, how it is sorted, and how many are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.caseload.overview import Best, Row
from desktop_app.i18n import Words
from desktop_app.ui.desk import Listing
from desktop_app.ui.theme import Standing, Theme
from desktop_app.ui.widgets.line_table import Cell, Column, Line, cell_width
from desktop_app.ui.widgets.sort_head import Title, title_width

NAME_EM, NEXT_EM, NEXT_LIKES = 10.25, 9.0, 13.25
KINDS: dict[str, Standing] = {"meets": "met", "confirm": "ask", "not_yet": "todo", "cannot_tell": "open"}


class ClientWords:
    """In one language, for these series."""

    def __init__(self, words: Words, theme: Theme, series: Sequence[str], today: date) -> None:
        self._words, self.series, self._today = words, series, today
        with_sign = max(cell_width(theme, words.say(f"desk.clients.{one}")) for one in ("none_yet", "open"))
        without = cell_width(theme, words.say("desk.clients.not_asked"), sign=False)
        titles = (title_width(theme, self.state(one)) for one in series)
        self._em = max(with_sign, without, *titles) / theme.em(1)
        """As wide as the longest of what can stand there."""

    def columns(self) -> Sequence[Column]:
        say = self._words.say
        return [
            Column(say("desk.clients.columns.name"), NAME_EM),
            *(Column(self.state(one), self._em) for one in self.series),
            Column(say("desk.clients.columns.next"), NEXT_EM, NEXT_LIKES),
        ]

    def state(self, series: str) -> str:
        return self._words.say(f"{series}.series.state")

    def titles(self, listing: Listing) -> Sequence[Title]:
        say = self._words.say
        keys = ["name", *self.series, "next"]
        titles = []
        for key, column in zip(keys, self.columns(), strict=True):
            arrow = "" if listing.sort != key else "up" if listing.down else "down"
            told = {"": "sort_by", "down": "sorted_up", "up": "sorted_down"}[arrow]
            titles.append(Title(key, column.title, say(f"desk.clients.{told}", column=column.title), arrow))
        return titles

    def line(self, row: Row) -> Line:
        say, client = self._words.say, row.client
        seen = (
            say("desk.clients.seen", day=self._day(client.seen))
            if client.seen is not None
            else say("desk.clients.not_seen")
        )
        standings = [self._standing(one, row.best.get(one)) for one in self.series]
        following = self._next(row)
        told = [f"{client.name}.", f"{seen}.", *(f"{cell.told}." for cell in standings), following.told]
        cells = [Cell(client.name, seen, told=f"{client.name}, {seen}"), *standings, following]
        return Line(client.id, cells, " ".join(part for part in told if part))

    def _standing(self, series: str, best: Best | None) -> Cell:
        say, state = self._words.say, self.state(series)
        if best is None:
            shown = heard = say("desk.clients.not_asked")
        elif best.tier is not None:
            shown = best.tier
            heard = say(f"desk.clients.tier.{best.outcome}", tier=best.tier)
        else:
            shown = heard = say(
                "desk.clients.open" if best.outcome == "cannot_tell" else "desk.clients.none_yet"
            )
        told = say("desk.clients.in_series", series=state, standing=heard)
        return Cell(shown, standing=KINDS[best.outcome] if best else None, soft=best is None, told=told)

    def _next(self, row: Row) -> Cell:
        say, due = self._words.say, row.next
        if due is None:
            words = say("desk.clients.quiet" if row.quiet else "desk.clients.nothing_next")
            return Cell(words, soft=True, told=f"{words}.")
        what = say(due.message)
        if due.day is None:
            return Cell(what, told=say("desk.clients.next_is", next=what))
        day = self._day(due.day)
        return Cell(day, what, told=say("desk.clients.next_is", next=f"{day}, {what}"))

    def _day(self, day: date) -> str:
        """Without the year where it is this one."""
        if day.year != self._today.year:
            return self._words.short_day(day)
        month = self._words.short_month(day, with_year=False)
        return self._words.say("desk.clients.day", month=month, day=day.day)

    def count(self, shown: int, total: int, listing: Listing) -> str:
        """'8 of 28 clients. Sorted by next date.'; nobody is in no order."""
        say = self._words.say
        by = listing.sort if listing.sort in ("name", "next") else "series"
        series = self.state(listing.sort) if by == "series" else ""
        counted = say("desk.clients.count", count=total, shown=shown)
        return f"{counted} {say(f'desk.clients.sort.{by}', series=series)}" if shown else counted
