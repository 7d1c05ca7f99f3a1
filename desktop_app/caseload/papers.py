"""Papers that staff can see with their own eyes: 'we saw it' is kept apart from 'you told us'."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.answers.sheet import Known, Sheet
from desktop_app.caseload.client import Client
from desktop_app.i18n import Message

PAPERS: Mapping[str, tuple[Known, ...]] = {
    "high_school": ("none",),
    "college_degree": ("none",),
    "transcripts_available": (False,),
    "roles": ((),),
    "drivers_license": ("none",),
    "government_photo_id": (False,),
    "ca_certificate": ("none",),
    "ca_training": ("not_started", "in_progress"),
    "ca_exam": ("not_taken", "not_passed"),
    "tx_certificate": ("none",),
}
"""By the fact that a paper shows: the answers that say there is no such paper."""


class PaperLine(NamedTuple):
    """One paper: what was told of it, and when staff saw it."""

    paper: str
    name: Message
    told: str
    """yes, no or open."""
    seen: date | None


def name_of(paper: str) -> Message:
    return Message(f"caseload.papers.{paper}")


def told_of(paper: str, sheet: Sheet | None) -> str:
    """Whether the client told that they have it; never what exactly."""
    if sheet is None or paper not in sheet.known:
        return "open"
    return "no" if sheet.known[paper] in PAPERS[paper] else "yes"


def papers_of(client: Client, sheet: Sheet | None) -> tuple[PaperLine, ...]:
    """Every paper, what belongs together side by side."""
    return tuple(
        PaperLine(paper, name_of(paper), told_of(paper, sheet), client.papers.get(paper)) for paper in PAPERS
    )
