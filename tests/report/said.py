"""What a report is to say, taken from its content: every sentence of it that is printed."""

from __future__ import annotations

import getpass
import socket
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from desktop_app.report.content import FirstPage, Papers, ReportContent, Steps
from desktop_app.report.employer import EmployerCopy
from desktop_app.report.first import FirstStep
from desktop_app.report.kinds import Content, Document
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


def said_of_document(document: Document) -> Said:
    """The same of a document, which may hold two languages."""
    said = said_of(document.content)
    if document.beside is None:
        more = set(_more_notes(document.content))
        return replace(said, sentences=tuple(one for one in said.sentences if one not in more))
    other = said_of(document.beside)
    columns = {
        *_columns(document.content),
        *_columns(document.beside),
    }  # where two stand side by side, rows have none
    close = {*_close(document.content), *_close(document.beside)}
    sentences = tuple(one for one in (*said.sentences, *other.sentences) if one not in columns | close)
    return replace(
        said,
        sentences=sentences,
        furniture=(*said.furniture, *other.furniture),
        foreign=(*said.foreign, *other.foreign),
        beside=other.language,
    )


def _columns(content: Content) -> Iterator[str]:
    parts: list[Any] = [content, *getattr(content, "evidence", ()), *getattr(content, "plans", ())]
    for part in (*parts, getattr(content, "steps", None), content.roles):
        yield from getattr(part, "columns", ())


def _close(content: Content) -> Iterator[str]:
    """What page 1 leaves out where it has to hold two languages alone."""
    yield from _more_notes(content)
    if isinstance(content, ReportContent) and content.only_first:
        for series in content.first_page.summary.series:
            yield from (position.tally for position in series.positions)
        yield from (contact.about for contact in content.first_page.summary.contacts)


def _more_notes(content: Content) -> Iterator[str]:
    """What the next pages tell again, and a page that stands alone leaves out where there is much."""
    if isinstance(content, ReportContent) and content.only_first:
        for series in content.first_page.summary.series:
            yield from series.notes[1:]


def said_of(content: Content) -> Said:
    furniture = content.furniture
    return Said(
        content.language,
        f"{furniture.product}: {furniture.title}",
        f"D:{content.as_of:%Y%m%d}000000+00'00'",
        tuple(dict.fromkeys(sentence for sentence in _sentences(_shown(content)) if sentence.strip())),
        (furniture.product, furniture.day, f"{furniture.title} · {furniture.day}", furniture.foot),
        tuple(content.foreign),
        private(),
    )


def _shown(content: Content) -> Any:
    return content.first_page if isinstance(content, ReportContent) and content.only_first else content


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
            return {"series", "positions"}
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
        case EmployerCopy():
            return set() if part.rows else {"columns"}
        case Questions(series=()):
            return {"title", "lead", "answer"}
        case Roles():
            return set() if part.lines else {"columns"}
    return set()
