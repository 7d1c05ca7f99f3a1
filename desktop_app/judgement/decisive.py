"""Which answers can still move an end of a standing: tried with the few answers that make a difference."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.answers.employment import SETTINGS, WORK, Role, RoleDate
from desktop_app.answers.sheet import Known
from desktop_app.judgement.case import Case
from desktop_app.judgement.criteria import Criterion
from desktop_app.judgement.standing import Grade, Standing
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Fact

LONG_AGO = date(1900, 1, 1)


class Open(NamedTuple):
    """A requirement or a step of a path whose ends still differ."""

    criterion: Criterion
    most: Grade
    standing: Standing


def moves_an_end(part: Open, name: str, case: Case, facts: Facts) -> bool:
    """Whether some answer to the fact `name` moves an end of this standing."""
    if len(part.criterion.facts) == 1:
        return True  # its ends differ, and nothing else could make them
    key = (id(part.criterion), part.most, name)
    if key not in case.moved:
        weigh, most, standing = part.criterion.weigh, part.most, part.standing
        others = list(_had_they_answered(facts.by_id[name], case))
        if any(counted.fact == name for counted in part.criterion.years):
            others += [case.supposing(name, day) for day in (LONG_AGO, case.as_of)]
        case.moved[key] = any(weigh(other).at_most(most) != standing for other in others)
    return case.moved[key]


def _had_they_answered(fact: Fact, case: Case) -> Iterator[Case]:
    if fact.kind == "roles" and fact.id in case.known:
        # Open dates and settings: standings follow months up and down, so the two ends tell all.
        yield case.reading_roles("shortest")
        yield case.reading_roles("longest")
        return
    for number, answer in enumerate(possible_answers(fact)):
        key = (fact.id, number)
        if key not in case.supposed:
            case.supposed[key] = case.supposing(fact.id, answer)
        yield case.supposed[key]


def possible_answers(fact: Fact) -> Iterator[Known]:
    """Answers enough to reach every end that any answer can reach.

    A set stands as its best choice does, so the single choices and all together tell all; roles only add, so
    none and every kind do. An expiry never decides: one that is not given is a caution.
    """
    if fact.kind == "yes_no":
        yield from (True, False)
    elif fact.kind == "choice":
        yield from fact.choices
    elif fact.kind == "choices":
        yield from ((choice,) for choice in fact.choices)
        yield tuple(choice for choice in fact.choices if choice not in fact.alone)
    elif fact.kind == "roles":
        yield ()
        yield EVERY_KIND_OF_ROLE


EVERY_KIND_OF_ROLE = tuple(
    Role(work, setting, paid, RoleDate(LONG_AGO, LONG_AGO), None)
    for work in WORK
    for setting in SETTINGS
    if setting != "not_sure"
    for paid in (True, False)
)
