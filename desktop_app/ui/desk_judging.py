"""Judges the newest sitting of every client as of today, in a thread of its own that keeps out of the way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.caseload.judging import day_of

if TYPE_CHECKING:
    from desktop_app.casefile.casefile import CaseFile
    from desktop_app.caseload.client import Snapshot
    from desktop_app.caseload.judging import Judging

AT_ONCE = 100
"""Clients that are shown anew together."""
FIRST = 0.4
"""Seconds in which the page that has just come up is painted."""
REST = 0.001
"""Seconds after each, in which the window can have the processor."""


class Judged(NamedTuple):
    """What a client's newest sitting comes to `now`; and `then`, where that was not kept of it yet."""

    now: Snapshot | None
    seen: date
    then: Snapshot | None = None


def judge_all(
    file: CaseFile,
    judging: Judging,
    today: date,
    known: Mapping[str, tuple[date | None, Snapshot | None]],
    still_wanted: Callable[[], None],
) -> Iterator[Mapping[str, Judged]]:
    """Some at a time. `known` has the day and the snapshot that are kept of each client. Raises CaseFileError."""
    if len(known) > AT_ONCE:
        time.sleep(FIRST)
    still_wanted()
    found: dict[str, Judged] = {}
    for of, sitting in file.latest().items():
        still_wanted()
        if of not in known:
            continue
        seen, kept = known[of]
        # Not the day on which it was written: it may have been brought in long after.
        day = day_of(sitting.content) or sitting.started.astimezone().date()
        now = judging.snapshot(sitting.content, today)
        then = None
        if kept is None or seen is None or seen < day:
            then = judging.snapshot(sitting.content, min(day, today))
        elif day == today and kept != now:
            then = now
        found[of] = Judged(now, day, then)
        if len(found) >= AT_ONCE:
            yield found
            found = {}
        time.sleep(REST)
    if found:
        yield found
