"""Everyone a rule can tell apart: the combinations of answers over which it can be tried out to the end."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, get_args

from desktop_app.answers.employment import Role, RoleDate
from desktop_app.answers.sheet import Known
from desktop_app.judgement.case import Case, called_for, counts
from desktop_app.rulebook import model, references
from desktop_app.rulebook.load import Facts
from desktop_app.rulebook.model import Setting, WhichRoles, Work

AS_OF = date(2030, 12, 31)
"""Any month's end would do: whole months count back from it."""
MOST_CASES = 100_000
Value = Known | None


class Everyone(NamedTuple):
    """Cases to try, and how many there would be."""

    cases: tuple[Case, ...]
    of: int

    @property
    def exhaustive(self) -> bool:
        return len(self.cases) == self.of


def everyone(rules: Sequence[model.Expression], facts: Facts) -> Everyone:
    """Every combination of answers to what these rules read, as far as the rules can tell them apart.

    A combination that no sheet could have, such as a follow-up without its question, is left out. Of more than
    MOST_CASES some are taken, evenly.
    """
    leaves = [leaf for rule in rules for leaf in references.walk(rule)]
    values = _values(leaves, facts)
    total = math.prod(len(each) for each in values.values())
    # A step that shares no factor with the sizes visits all values of every fact, not the same ones again.
    step = 1 if total <= MOST_CASES else _free_of(total // MOST_CASES + 1, total)
    seen: dict[tuple[tuple[str, Known], ...], Case] = {}
    for number in range(0, total, step):
        known = _known(number, values, facts)
        seen.setdefault(tuple(known.items()), Case(known, AS_OF))
    cases = tuple(seen.values())
    return Everyone(cases, len(cases) if step == 1 else total)


def _free_of(step: int, total: int) -> int:
    while math.gcd(step, total) > 1:
        step += 1
    return step


def _known(number: int, values: Mapping[str, Sequence[Value]], facts: Facts) -> dict[str, Known]:
    """The combination with this number, without the follow-ups that nothing calls for."""
    known: dict[str, Known] = {}
    for name, each in values.items():
        number, at = divmod(number, len(each))
        value = each[at]
        if value is not None:
            known[name] = value
    while uncalled := [name for name in known if not called_for(name, known, facts)]:
        for name in uncalled:
            del known[name]
    return known


def _values(leaves: Sequence[model.Expression], facts: Facts) -> dict[str, Sequence[Value]]:
    """What each fact that the rules read, and each question before it, may be answered with."""
    values: dict[str, Sequence[Value]] = {}
    silent = {leaf.not_given for leaf in leaves if isinstance(leaf, model.NotGiven)}
    read = {name for leaf in leaves for name in references.facts_of(leaf)}
    before = {one.fact for name in read if (one := facts.by_id[name].read_when)}
    for name in facts.by_id:
        if name in read | before:
            none: tuple[Value, ...] = (None,) if name in silent or facts.by_id[name].kind == "date" else ()
            values[name] = (*_answers(facts.by_id[name], leaves), *none)
    return values


def _answers(fact: model.Fact, leaves: Sequence[model.Expression]) -> Sequence[Known]:
    match fact.kind:
        case "choice":
            return fact.choices
        case "choices":
            return list(_sets(fact, leaves))
        case "yes_no":
            return (True, False)
        case "date":
            return list(_days(fact.id, leaves))
        case "roles":
            return list(_careers(leaves))


def _sets(fact: model.Fact, leaves: Iterable[model.Expression]) -> Iterator[Known]:
    """Each choice alone; and two together where several rules read the same set, since each takes its best."""
    yield from ((choice,) for choice in fact.choices)
    readers = [leaf for leaf in leaves if fact.id in references.facts_of(leaf)]
    if len(readers) > 1:
        yield from itertools.combinations([one for one in fact.choices if one not in fact.alone], 2)


def _days(name: str, leaves: Iterable[model.Expression]) -> Iterator[Known]:
    """Just run out and not yet; the day on which the years are enough, and the day after."""
    yield from (AS_OF - timedelta(days=1), AS_OF)
    for leaf in leaves:
        if isinstance(leaf, model.YearsSince) and leaf.years_since == name:
            just = AS_OF.replace(year=AS_OF.year - leaf.at_least)
            yield from (just, just + timedelta(days=1))


# ---------------------------------------------------------------- roles


def _careers(leaves: Iterable[model.Expression]) -> Iterator[tuple[Role, ...]]:
    """No role, one of each kind that the rules tell apart, and two, one after the other or at the same time."""
    filters = [
        leaf.roles if isinstance(leaf, model.Months) else leaf.has_role
        for leaf in leaves
        if isinstance(leaf, (model.Months, model.HasRole))
    ]
    months = sorted({leaf.months for leaf in leaves if isinstance(leaf, model.Months)}) or [1]
    lengths = sorted({length for asked in months for length in ((asked + 1) // 2, asked)})
    kinds = _kinds([which for wanted in filters for which in wanted])
    yield ()
    for kind, length in itertools.product(kinds, lengths):
        yield (_role(kind, 0, length),)
    for one, other in itertools.combinations(kinds, 2):
        for first, second in itertools.product(lengths, repeat=2):
            yield (_role(one, 0, first), _role(other, first, second))
            yield (_role(one, 0, first), _role(other, 0, second))


def _kinds(filters: Sequence[WhichRoles]) -> list[Role]:
    """One role of each kind that some filter tells from the others."""
    kinds: dict[tuple[bool, ...], Role] = {}
    for work, setting, paid in itertools.product(get_args(Work), get_args(Setting), (True, False)):
        role = Role(work, setting, paid, _day(AS_OF), None)
        kinds.setdefault(tuple(counts(role, (which,), sure=True) for which in filters), role)
    return list(kinds.values())


def _role(kind: Role, ended: int, months: int) -> Role:
    """So many whole months, which ended so many months ago."""
    end = _first_of_month(ended - 1) - timedelta(days=1)
    return kind._replace(start=_day(_first_of_month(ended + months - 1)), end=_day(end))


def _first_of_month(ago: int) -> date:
    """The first day of the month so many months before that of AS_OF."""
    year, month = divmod(AS_OF.year * 12 + AS_OF.month - 1 - ago, 12)
    return date(year, month + 1, 1)


def _day(day: date) -> RoleDate:
    return RoleDate(day, day)
