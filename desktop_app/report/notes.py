"""The notes page of a staff copy: what was agreed on, to be written by hand."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.i18n import Words


@dataclass(frozen=True)
class Notes:
    title: str
    lead: str
    labels: tuple[str, ...]
    """Each stands before a line to write on."""
    agreed: str
    """Stands above the lines that fill the page."""


def staff_notes(words: Words) -> Notes:
    labels = ("day", "who", "next")
    return Notes(
        words.say("report_kinds.notes.title"),
        words.say("report_kinds.notes.lead"),
        tuple(words.say(f"report_kinds.notes.{label}") for label in labels),
        words.say("report_kinds.notes.agreed"),
    )
