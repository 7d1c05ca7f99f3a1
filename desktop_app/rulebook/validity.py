"""When packs hold and how old their sources are: no day with two versions, none with none, nothing left unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from desktop_app.rulebook.load import ROUTES, RULES, LoadedPack

Finding = tuple[LoadedPack, str, str, str]
"""The pack, the file, the place in it, and the problem."""


def overlaps_and_gaps(packs: Iterable[LoadedPack]) -> Iterator[Finding]:
    """Versions of a series that hold on the same day, and days between two on which neither does."""
    series: dict[str, list[LoadedPack]] = {}
    for loaded in packs:
        series.setdefault(loaded.pack.series, []).append(loaded)
    for versions in series.values():
        versions.sort(key=lambda loaded: loaded.pack.in_force.since)
        latest = versions[0]
        for loaded in versions[1:]:
            problem = _between(latest, loaded)
            if problem:
                yield loaded, RULES, "in_force", problem
            latest = max(latest, loaded, key=_last_day)


def _between(earlier: LoadedPack, later: LoadedPack) -> str | None:
    until, since = earlier.pack.in_force.until, later.pack.in_force.since
    if until is None or since <= until:
        return f"holds on days on which version {earlier.pack.version} holds too"
    if since > until + timedelta(days=1):
        first, last = until + timedelta(days=1), since - timedelta(days=1)
        return f"no version holds from {first} to {last}, after version {earlier.pack.version}"
    return None


def _last_day(loaded: LoadedPack) -> date:
    return loaded.pack.in_force.until or date.max


def old_sources(packs: Iterable[LoadedPack], today: date, older_than: int) -> Iterator[Finding]:
    """Sources published longer ago than so many days; those without a day of their own, read longer ago."""
    for loaded in packs:
        for file, sources in ((RULES, loaded.pack.sources), (ROUTES, loaded.route_sources())):
            for source in sources:
                age = (today - (source.date or source.retrieved)).days
                if age > older_than:
                    of = f"is from {source.date}" if source.date else f"was read on {source.retrieved}"
                    problem = f"the source {of}, {age} days ago; look whether it still says so"
                    yield loaded, file, f"sources, {source.id}", problem
