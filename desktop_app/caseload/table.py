"""The list of clients as a table for a spreadsheet: where each stands and what is due, and never an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from desktop_app.caseload.client import Snapshot
from desktop_app.caseload.overview import Due, Row, keep_until
from desktop_app.i18n import Words
from desktop_app.judgement.standing import MATCHES
from desktop_app.report.outline import clean
from desktop_app.rulebook.load import LoadedPack, NoRuleInForceError, Rulebook, words_with
from desktop_app.rulebook.model import Pack

Cell = str | date | None


@dataclass(frozen=True)
class Table:
    title: str
    day: date
    """As of which it holds."""
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_of(rows: Iterable[Row], book: Rulebook, words: Words, today: date, keep_months: int) -> Table:
    """In the order of the rows. `keep_months` as the center set it; 0 where it did not. Raises ResourceError."""
    packs = _in_force(book, today)
    told = _Teller([loaded.pack for loaded in packs], words_with(words, packs), keep_months)
    return Table(
        words.say("exchange.table.title"),
        today,
        tuple(map(clean, told.header())),
        tuple(tuple(told.cells(row)) for row in rows),
    )


class _Teller:
    def __init__(self, packs: Sequence[Pack], words: Words, keep_months: int) -> None:
        self._packs, self._words, self._keep_months = packs, words, keep_months

    def header(self) -> Iterator[str]:
        say = self._words.say
        yield say("exchange.table.name")
        yield say("exchange.table.seen")
        for pack in self._packs:
            state = say(f"{pack.series}.series.state")
            yield say("exchange.table.matched", place=state)
            for position in pack.positions:
                yield say("exchange.table.outcome", place=state, position=self._short(pack, position.id))
            yield say("exchange.table.missing", place=state)
        for column in ("next", "next_what", "consent", "keep_until"):
            yield say(f"exchange.table.{column}")

    def cells(self, row: Row) -> Iterator[Cell]:
        client = row.client
        yield clean(client.name)
        yield client.seen
        for pack in self._packs:
            yield from self._series(pack, row.now)
        yield row.next.day if row.next else None
        yield self._next(row.next)
        yield client.consent.given if client.consent else self._words.say("exchange.table.no_consent")
        yield keep_until(client, self._keep_months)

    def _series(self, pack: Pack, now: Snapshot | None) -> Iterator[Cell]:
        """What matches, each outcome, and what is missing for what does not match."""
        asked = ((one.id, now.outcomes.get(one.id)) for one in pack.positions) if now else ()
        outcomes = {position: outcome for position, outcome in asked if outcome is not None}
        matched = [name for name, outcome in outcomes.items() if outcome in MATCHES]
        if matched:
            yield self._short(pack, matched[-1])
        else:
            yield self._words.say("exchange.table.none") if outcomes else ""
        for one in pack.positions:
            outcome = outcomes.get(one.id)
            yield self._words.say(f"outcome.{outcome}") if outcome in OUTCOMES else ""
        missing = [self._missing(pack, name, now.missing.get(name, ())) for name in outcomes] if now else []
        yield clean("; ".join(filter(None, missing)))

    def _next(self, due: Due | None) -> str:
        """What staff wrote down themselves stays in the file: it may say anything."""
        return clean(self._words.say(due.message)) if due and due.message.key != OWN_WORDS else ""

    def _missing(self, pack: Pack, position: str, names: Iterable[str]) -> str:
        keys = [f"{pack.series}.requirements.{name}.name" for name in names]
        told = [self._words.say(key) for key in keys if self._words.has(key)]
        short = self._short(pack, position)
        return self._words.say("exchange.table.missing_for", position=short, names=told) if told else ""

    def _short(self, pack: Pack, position: str) -> str:
        return self._words.say(f"{pack.series}.positions.{position}.short")


OWN_WORDS = "caseload.next.own"
OUTCOMES = ("meets", "confirm", "not_yet", "cannot_tell")


def _in_force(book: Rulebook, today: date) -> list[LoadedPack]:
    found: list[LoadedPack] = []
    for series in book.series():
        with suppress(NoRuleInForceError):
            found += book.in_force(today, [series])
    return found
