"""Whom a new version of the rules touches, and how: before and after, as a list to work through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.caseload.client import Snapshot
from desktop_app.caseload.judging import Content, Judging
from desktop_app.caseload.overview import Row
from desktop_app.i18n import Message
from desktop_app.rulebook.load import LoadedPack, NoRuleInForceError, Rulebook


class TouchedLine(NamedTuple):
    """One position: its outcome by the rules before and by those of today; None where it is in one of them only."""

    position: str
    before: str | None
    after: str | None
    more: tuple[str, ...]
    """Requirements that are missing now and were not."""
    less: tuple[str, ...]
    """Requirements that were missing and are not any more."""
    messages: tuple[Message, ...]
    """All of it in sentences."""

    @property
    def changed(self) -> bool:
        return self.before != self.after or bool(self.more or self.less)


class Touched(NamedTuple):
    """One client whose last sitting was judged by another version of a series than holds today."""

    row: Row
    series: str
    before: str
    after: str
    """The versions."""
    lines: tuple[TouchedLine, ...]

    @property
    def changed(self) -> bool:
        """Whether anything is otherwise for this client."""
        return any(line.changed for line in self.lines)


def touched(
    rows: Iterable[Row], contents: Mapping[str, Content], judging: Judging, today: date
) -> tuple[Touched, ...]:
    """Those for whom something is otherwise first, then by name. `contents`: the newest sitting of each, by client.

    A client with whom the version was talked over (Client.told) is out, and so is one without a snapshot.
    """
    found = [one for row in rows for one in _of_client(row, contents.get(row.client.id), judging, today)]
    return tuple(sorted(found, key=lambda one: (not one.changed, one.row.order, one.series)))


def _of_client(row: Row, content: Content | None, judging: Judging, today: date) -> Iterator[Touched]:
    kept, now = row.client.snapshot, row.now
    if kept is None or content is None:
        return
    for series, version in kept.versions.items():
        pack = _in_force(series, judging.book, today)
        if pack is None or pack.pack.version in (version, row.client.told.get(series)):
            continue
        after = now if _is_of(now, series, pack, today) else judging.snapshot_under(content, [pack], today)
        if after is not None:
            before = _before(series, version, content, judging, today) or kept
            lines = tuple(_lines(series, before, after, judging.book))
            yield Touched(row, series, version, pack.pack.version, lines)


def _in_force(series: str, book: Rulebook, today: date) -> LoadedPack | None:
    if series not in book.series():
        return None
    try:
        return book.in_force(today, (series,))[0]
    except NoRuleInForceError:
        return None


def _is_of(now: Snapshot | None, series: str, pack: LoadedPack, today: date) -> bool:
    """Whether the client has been judged today by the rules of today."""
    return now is not None and now.as_of == today and now.versions.get(series) == pack.pack.version


def _before(series: str, version: str, content: Content, judging: Judging, today: date) -> Snapshot | None:
    """By the old rules as of today, so that nothing but the rules differs; None where they are gone."""
    old = [one for one in judging.book.packs if (one.pack.series, one.pack.version) == (series, version)]
    return judging.snapshot_under(content, old, today) if old else None


def _lines(series: str, before: Snapshot, after: Snapshot, book: Rulebook) -> Iterator[TouchedLine]:
    positions = dict.fromkeys(
        position.id
        for loaded in book.packs
        if loaded.pack.series == series
        for position in loaded.pack.positions
    )
    for position in positions:
        was, now = before.outcomes.get(position), after.outcomes.get(position)
        if was is None and now is None:
            continue
        missed, missing = before.missing.get(position, ()), after.missing.get(position, ())
        more = tuple(one for one in missing if one not in missed)
        less = tuple(one for one in missed if one not in missing)
        messages = tuple(_told(series, position, was, now, more, less, book))
        yield TouchedLine(position, was, now, more, less, messages)


def _told(
    series: str,
    position: str,
    was: str | None,
    now: str | None,
    more: tuple[str, ...],
    less: tuple[str, ...],
    book: Rulebook,
) -> Iterator[Message]:
    values = {"name": Message(f"{series}.positions.{position}.name")}
    before, after = Message(f"outcome.{was}"), Message(f"outcome.{now}")
    if was == now:
        yield Message("compare.still", {**values, "after": after})
    elif was is None:
        yield Message("compare.first", {**values, "after": after})
    elif now is None:
        yield Message("compare.gone", {**values, "before": before})
    else:
        yield Message("compare.from_to", {**values, "before": before, "after": after})
    for key, names in (("more", _names(series, more, book)), ("less", _names(series, less, book))):
        if names:
            yield Message(f"caseload.touched.{key}", {"requirements": names})


def _names(series: str, requirements: tuple[str, ...], book: Rulebook) -> tuple[Message, ...]:
    """Their names; one that no version in the book has any more has none."""
    known = {
        requirement.id
        for loaded in book.packs
        if loaded.pack.series == series
        for position in loaded.pack.positions
        for requirement in position.requirements
    }
    return tuple(Message(f"{series}.requirements.{one}.name") for one in requirements if one in known)
