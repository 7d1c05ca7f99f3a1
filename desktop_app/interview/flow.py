"""Which questions are asked: those that matter for the chosen states and the answers so far, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.answers.sheet import Known, Sheet
from desktop_app.judgement.case import called_for
from desktop_app.judgement.judge import Judge
from desktop_app.rulebook.load import Facts

DATE = "date"


class Section(NamedTuple):
    """One part of the interview, as far as it is asked."""

    id: str
    questions: tuple[str, ...]
    answered: int
    """How many of its questions have an answer that says something."""


def order_of_asking(judge: Judge, facts: Facts, as_of: date) -> tuple[str, ...]:
    """Every fact: in each section those first whose answer can settle most, each with its follow-ups behind it.

    It hangs on the chosen jobs and on no answer, so that no question changes its place while one goes to and fro.
    """
    return tuple(
        name for section in facts.sections for name in _section_in_order(section, judge, facts, as_of)
    )


def _section_in_order(section: str, judge: Judge, facts: Facts, as_of: date) -> Iterator[str]:
    here = [name for name, fact in facts.by_id.items() if fact.section == section]
    behind: dict[str, list[str]] = {}
    for name in here:
        before = facts.by_id[name].read_when
        head = name if before is None else next((one for one in behind if before.fact in behind[one]), name)
        behind.setdefault(head, []).append(name)
    for head in sorted(behind, key=lambda name: -judge.settled_by(name, as_of)):
        yield from behind[head]


def questions_to_ask(order: Sequence[str], sheet: Sheet, judge: Judge, facts: Facts) -> tuple[str, ...]:
    """The facts to ask for, in the order given.

    A question matters when its answer could move something, given only the answers before it: so one that was
    asked does not vanish because of what came later. A day is asked for when its certificate calls for it.
    """
    asked: list[str] = []
    before: dict[str, Known] = {}
    for name in order:
        fact = facts.by_id[name]
        matters = judge.matters(name, before, sheet.as_of)
        if fact.kind == DATE and fact.read_when is not None:
            # When a certificate runs out moves nothing until it is told, and is worth asking all the same.
            matters = matters or (fact.read_when.fact in asked and called_for(name, before, facts))
        if matters:
            asked.append(name)
            if name in sheet.known:
                before[name] = sheet.known[name]
    return tuple(asked)


def sections(asked: tuple[str, ...], known: Mapping[str, Known], facts: Facts) -> tuple[Section, ...]:
    """The sections that have something to ask, in order."""
    made = []
    for section in facts.sections:
        questions = tuple(name for name in asked if facts.by_id[name].section == section)
        if questions:
            made.append(Section(section, questions, sum(name in known for name in questions)))
    return tuple(made)
