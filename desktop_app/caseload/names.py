"""The names and codes by which a center knows its clients: which can be taken, and which are the same."""

from __future__ import annotations

import unicodedata

from desktop_app.caseload.client import LONGEST_NAME
from desktop_app.i18n import Message, PlainError
from desktop_app.report.outline import clean


class BadNameError(PlainError):
    """A name or code that cannot be taken."""

    def __init__(self, key: str) -> None:
        super().__init__(Message(f"exchange.name.{key}", {"most": LONGEST_NAME}))


def read_name(given: object) -> str:
    """A name as it is kept. Raises BadNameError."""
    if not isinstance(given, str):
        raise BadNameError("no_text")
    name = given.strip()
    if not name:
        raise BadNameError("empty")
    if len(name) > LONGEST_NAME:
        raise BadNameError("long")
    if clean(name) != name:  # an end of line, or letters that would turn around what stands beside them
        raise BadNameError("letters")
    return name


def made_fitting(given: str) -> str:
    """The same where nobody can be asked for a better one; empty where nothing of it is left."""
    return clean(given)[:LONGEST_NAME].strip()


def same(name: str) -> str:
    """Alike for names that a person would take for one: in capitals or not, with one space or two."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def free_name(name: str, taken: set[str]) -> str:
    """The name, or with a number where another client (among `same` names) has it already."""
    number, free = 1, name
    while same(free) in taken:
        number += 1
        mark = f" ({number})"
        free = f"{name[: LONGEST_NAME - len(mark)].rstrip()}{mark}"
    return free
