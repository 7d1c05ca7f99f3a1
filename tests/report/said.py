"""What a report is to say, taken from its content: every sentence of it that is printed."""

from __future__ import annotations

import getpass
import socket
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from desktop_app.report.content import FirstPage, Papers, ReportContent, Steps
from desktop_app.report.first import FirstStep
from desktop_app.report.over_time import Picture
from desktop_app.report.questions import Questions
from desktop_app.report.requirements import RequirementRow
from desktop_app.report.roles import Roles
from desktop_app.report.summary import PositionSummary, SeriesSummary
from tests.report.gate import Said

NOT_PRINTED = {
    *(
        "language",
        "foreign",
        "as_of",
        "furniture",
        "id",
        "kind",
        "source",
        "change",
        "strong",
        "facts",
        "ask",
    ),
    *("rest", "because", "helps"),  # told again on the next pages; page 1 leaves them out where there is much
}


def said_of(content: ReportContent) -> Said:
    furniture = content.furniture
    return Said(
        content.language,
        f"{furniture.product}: {furniture.title}",
        f"D:{content.as_of:%Y%m%d}000000+00'00'",
        tuple(dict.fromkeys(sentence for sentence in _sentences(content) if sentence.strip())),
        (furniture.product, furniture.day, f"{furniture.title} · {furniture.day}", furniture.foot),
        tuple(content.foreign),
        private(),
    )


def private() -> tuple[str, ...]:
    """What would tell of this machine and of who uses it."""
    return (f"/{getpass.getuser()}", socket.gethostname(), str(Path.cwd()), str(Path.home()), "/tmp")


def _sentences(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif is_dataclass(part) and not isinstance(part, type):
        for each in fields(part):
            if each.name not in NOT_PRINTED | _told_elsewhere(part):
                yield from _sentences(getattr(part, each.name))
    elif isinstance(part, Picture):
        yield part.spoken
        yield from (words for _, words in part.legend)
    elif hasattr(part, "_fields"):
        for name in part._fields:
            if name not in NOT_PRINTED:
                yield from _sentences(getattr(part, name))
    elif isinstance(part, tuple):
        for each in part:
            yield from _sentences(each)


def _told_elsewhere(part: Any) -> set[str]:
    """What this part holds and does not print, or prints only where it is needed."""
    match part:
        case RequirementRow(path=(), status=status) if status.kind == "met":
            return {"asks"}  # of a step in place
        case PositionSummary() | SeriesSummary():
            return {"name", "state", "marks"}
        case FirstStep():
            return {"series"}
        case FirstPage():
            return set() if part.summary.warnings else {"check"}
        case Papers():
            held = {paper.in_hand for paper in part.papers}
            return (
                {"none", *({True: "have", False: "get"}[each] for each in {True, False} - held)}
                if held
                else {"have", "get"}
            )
        case Steps():
            return {"none"} if all(series.steps for series in part.series) else set()
        case Questions(series=()):
            return {"title", "lead", "answer"}
        case Roles():
            return set() if part.lines else {"columns"}
    return set()
