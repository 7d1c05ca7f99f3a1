"""Answers to try out: a sheet's document with them in place; nobody's own answers are changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from desktop_app.answers.sheet import NOT_SAID, SheetError, parse_json, read_answers, shown
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Fact

OPTION = "--what-if"
YES = ("yes", "true", "sí", "si")
NO = ("no", "false")


class Supposed(NamedTuple):
    """One answer to try out, in the sheet's own JSON form."""

    fact: str
    value: Any
    """None where the answer is taken away."""


def supposed(text: str, facts: Facts, as_of: date) -> Supposed:
    """One answer from FACT=VALUE as it is typed. Raises SheetError, which names the option."""
    name, equals, value = (part.strip() for part in text.partition("="))
    if not equals:
        raise SheetError("what_if_form", given=shown(text))
    try:
        known = facts.by_id.get(name)
        found = Supposed(name, _as_json(known, value) if known else value)
        read_answers({name: found.value} if found.value is not None or not known else {}, facts, as_of)
    except SheetError as error:
        values = error.message.values
        place = OPTION if not known else f"{OPTION} {values.get('place', name)}"
        raise SheetError(error.message.key.removeprefix("problems."), **{**values, "place": place}) from error
    return found


def supposing(document: Mapping[str, Any], changes: Iterable[Supposed]) -> dict[str, Any]:
    """The same sheet, had these answers been given; of several for one fact the last holds."""
    answers = dict(document["answers"])
    for fact, value in changes:
        answers.pop(fact, None)
        if value is not None:
            answers[fact] = value
    return {**document, "answers": answers}


def _as_json(fact: Fact, text: str) -> Any:
    """The value as a sheet has it; what cannot be read stays text, for the sheet's own reader to refuse."""
    if not text:
        return None
    if text in NOT_SAID:
        return text
    match fact.kind:
        case "yes_no":
            said = text.casefold()
            return True if said in YES else False if said in NO else text
        case "choices":
            return [choice.strip() for choice in text.split(",")]
        case "roles":
            return _roles(text)
    return text


def _roles(text: str) -> Any:
    """Roles are written as in a sheet."""
    try:
        return parse_json(text.encode())
    except (SheetError, UnicodeEncodeError):
        return text
