"""Rules made ready to judge by: each criterion weighs a case, and can show how it came to its standing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from desktop_app.answers.employment import full_time_months
from desktop_app.judgement.case import Case, Filter, MonthRange, counts, years_after
from desktop_app.judgement.finding import Finding, cautions_of, undecided
from desktop_app.judgement.standing import MET, NOT_MET, OPEN, UNCLEAR, Grade, Standing
from desktop_app.rulebook import model
from desktop_app.rulebook.load import Facts

__all__ = ["CountedMonths", "CountedYears", "Criterion", "Finding", "Workshop", "cautions_of", "undecided"]

HOURS_MISSING = "hours_missing"
PART_TIME_HOURS = "part_time_hours"


class Criterion(Protocol):
    """A rule ready to judge by."""

    facts: frozenset[str]
    months: tuple[CountedMonths, ...]
    """The counts of months that it rests on."""
    years: tuple[CountedYears, ...]
    """The days since which it counts years."""

    def weigh(self, case: Case) -> Standing: ...

    def look(self, case: Case) -> Finding: ...


class Workshop:
    """Makes a pack's expressions ready, each named rule once.

    Rule names and facts must be known and the rules free of cycles; rulebook.check sees to it.
    """

    def __init__(self, rules: Mapping[str, model.Expression], facts: Facts) -> None:
        self._rules, self._facts = rules, facts
        self._made: dict[str, Criterion] = {}

    def criterion(self, rule: model.Expression) -> Criterion:
        match rule:
            case model.UseRule():
                return self._named(rule.rule)
            case model.All():
                return _All(self._parts(rule.all))
            case model.Any_():
                return _Any(self._parts(rule.any))
            case model.AtLeast():
                return _AtLeast(self._parts(rule.of), rule.at_least)
            case model.AtBestUnclear():
                return _AtBestUnclear(self.criterion(rule.at_best_unclear), rule.ask)
            case model.WithinMonthsOfHire():
                return _WithinMonthsOfHire(self.criterion(rule.of), rule)
        return self._leaf(rule)

    def _parts(self, rules: Iterable[model.Expression]) -> tuple[Criterion, ...]:
        return tuple(self.criterion(rule) for rule in rules)

    def _leaf(self, rule: model.Leaf) -> Criterion:
        match rule:
            case model.Answer():
                return _Answer(rule, self._facts.by_id[rule.fact])
            case model.Credential():
                return _Credential(rule, self._facts.by_id[rule.credential])
            case model.Lapsed():
                return _Lapsed(rule)
            case model.NotGiven():
                return _NotGiven(rule)
            case model.Months():
                return CountedMonths(rule)
            case model.HasRole():
                return _HasRole(rule)
            case model.YearsSince():
                return CountedYears(rule)
            case model.EmployerDecides():
                return _EmployerDecides(rule.employer_decides)

    def _named(self, name: str) -> Criterion:
        if name not in self._made:
            self._made[name] = _Rule(self.criterion(self._rules[name]))
        return self._made[name]


class _Rule:
    """A named rule: looked at once a case, however many positions rest on it."""

    def __init__(self, part: Criterion) -> None:
        self.part, self.facts, self.months, self.years = part, part.facts, part.months, part.years
        self.weigh = part.weigh

    def look(self, case: Case) -> Finding:
        finding = case.looked.get(id(self))
        if finding is None:
            finding = case.looked[id(self)] = self.part.look(case)
        return finding


class _Group:
    """Several criteria taken together."""

    def __init__(self, parts: tuple[Criterion, ...]) -> None:
        self.parts = parts
        self.weights = tuple(part.weigh for part in parts)
        self.facts = frozenset[str]().union(*(part.facts for part in parts))
        self.months = tuple(months for part in parts for months in part.months)
        self.years = tuple(years for part in parts for years in part.years)


class _All(_Group):
    def weigh(self, case: Case) -> Standing:
        parts = []
        for weigh in self.weights:
            part = weigh(case)
            if part is NOT_MET:
                return NOT_MET  # nothing can make up for it
            parts.append(part)
        return Standing.all_of(parts)

    def look(self, case: Case) -> Finding:
        parts = tuple([part.look(case) for part in self.parts])
        return Finding("all", Standing.all_of([part.standing for part in parts]), parts=parts)


class _Any(_Group):
    def weigh(self, case: Case) -> Standing:
        parts = []
        for weigh in self.weights:
            part = weigh(case)
            if part is MET:
                return MET  # nothing can take it away
            parts.append(part)
        return Standing.any_of(parts)

    def look(self, case: Case) -> Finding:
        parts = tuple([part.look(case) for part in self.parts])
        return Finding("any", Standing.any_of([part.standing for part in parts]), parts=parts)


class _AtLeast(_Group):
    """So many of the parts: the n-th largest of both ends."""

    def __init__(self, parts: tuple[Criterion, ...], wanted: int) -> None:
        super().__init__(parts)
        self.wanted = wanted

    def weigh(self, case: Case) -> Standing:
        return Standing.at_least_of(self.wanted, [part.weigh(case) for part in self.parts])

    def look(self, case: Case) -> Finding:
        parts = tuple([part.look(case) for part in self.parts])
        standing = Standing.at_least_of(self.wanted, [part.standing for part in parts])
        met = sum(part.standing.low is Grade.MET for part in parts)
        return Finding("at_least", standing, observed=met, asked=self.wanted, parts=parts)


class _WithinMonthsOfHire:
    """Never below unclear: it may be earned once hired."""

    def __init__(self, part: Criterion, rule: model.WithinMonthsOfHire) -> None:
        self.part, self.asked, self.ask = part, rule.within_months_of_hire, rule.ask
        self.facts, self.months, self.years = part.facts, part.months, part.years

    def weigh(self, case: Case) -> Standing:
        return self.part.weigh(case).at_least(Grade.UNCLEAR)

    def look(self, case: Case) -> Finding:
        part = self.part.look(case)
        standing = part.standing.at_least(Grade.UNCLEAR)
        return Finding("within_months_of_hire", standing, asked=self.asked, words=self.ask, parts=(part,))


class _AtBestUnclear:
    def __init__(self, part: Criterion, ask: str) -> None:
        self.part, self.ask = part, ask
        self.facts, self.months, self.years = part.facts, part.months, part.years

    def weigh(self, case: Case) -> Standing:
        return self.part.weigh(case).at_most(Grade.UNCLEAR)

    def look(self, case: Case) -> Finding:
        part = self.part.look(case)
        return Finding("at_best_unclear", part.standing.at_most(Grade.UNCLEAR), words=self.ask, parts=(part,))


class _Leaf:
    """What rests on answers alone; the counts are named by those that count."""

    months: tuple[CountedMonths, ...] = ()
    years: tuple[CountedYears, ...] = ()


class _EmployerDecides(_Leaf):
    """No answer tells; it is always a question for the employer."""

    facts = frozenset[str]()

    def __init__(self, ask: str) -> None:
        self.ask = ask

    def weigh(self, case: Case) -> Standing:
        return UNCLEAR

    def look(self, case: Case) -> Finding:
        return Finding("employer_decides", UNCLEAR, words=self.ask)


class _Answer(_Leaf):
    """A choice, a set or a yes/no."""

    def __init__(self, rule: model.Answer, fact: model.Fact) -> None:
        self.fact, self.ask = rule.fact, rule.ask or ""
        self.facts = frozenset({rule.fact})
        self.grades: dict[Any, Standing] = {
            **dict.fromkeys(rule.unclear, UNCLEAR),
            **dict.fromkeys(rule.met, MET),
        }
        self.asked = (*rule.met, *rule.unclear)
        # Silence and every single answer, each looked up at once; only a set has to be gone through.
        self.by_answer: dict[Any, Standing] = {
            **dict.fromkeys((*fact.choices, True, False), NOT_MET),
            None: _span(self.grades, fact),
            **self.grades,
        }
        self._found = {said: self._finding(said, standing) for said, standing in self.by_answer.items()}

    def weigh(self, case: Case) -> Standing:
        said: Any = case.known.get(self.fact)
        standing = self.by_answer.get(said)
        return max([self.by_answer[choice] for choice in said]) if standing is None else standing

    def look(self, case: Case) -> Finding:
        said: Any = case.known.get(self.fact)
        return self._found.get(said) or self._finding(said, self.weigh(case))

    def _finding(self, said: Any, standing: Standing) -> Finding:
        return Finding("answer", standing, self.fact, said, self.asked, self.ask)


class _Credential(_Leaf):
    """Held and not run out; the expiry day still counts, and an expiry not given leaves it running."""

    def __init__(self, rule: model.Credential, fact: model.Fact) -> None:
        self.fact, self.expires, self.ask = rule.credential, rule.expires, rule.ask or ""
        self.facts = frozenset({rule.credential, rule.expires})
        self.grades: dict[Any, Standing] = {
            **dict.fromkeys(rule.unclear, UNCLEAR),
            **dict.fromkeys(rule.met, MET),
        }
        self.span = _span(self.grades, fact)

    def weigh(self, case: Case) -> Standing:
        said = case.known.get(self.fact)
        if said is None:
            return self.span
        if ran_out(case, self.expires):
            return NOT_MET
        return self.grades.get(said, NOT_MET)

    def look(self, case: Case) -> Finding:
        said = case.known.get(self.fact)
        # The expiry of a kind that does not count here decides nothing here.
        expires = case.known.get(self.expires) if said in self.grades else None
        return Finding("credential", self.weigh(case), self.fact, said, expires, self.ask)


class _Lapsed(_Leaf):
    def __init__(self, rule: model.Lapsed) -> None:
        self.fact, self.expires = rule.lapsed, rule.expires
        self.facts = frozenset({rule.lapsed, rule.expires})
        self.expired, self.running = rule.expired, rule.running

    def weigh(self, case: Case) -> Standing:
        said = case.known.get(self.fact)
        if said is None:
            return OPEN
        return (
            MET if said in self.expired or (said in self.running and ran_out(case, self.expires)) else NOT_MET
        )

    def look(self, case: Case) -> Finding:
        return Finding("lapsed", self.weigh(case), self.fact, case.known.get(self.fact))


class _NotGiven(_Leaf):
    def __init__(self, rule: model.NotGiven) -> None:
        self.fact = rule.not_given
        self.facts = frozenset({rule.not_given})

    def weigh(self, case: Case) -> Standing:
        return NOT_MET if self.fact in case.known else MET

    def look(self, case: Case) -> Finding:
        return Finding("not_given", self.weigh(case), self.fact, case.known.get(self.fact))


class CountedMonths(_Leaf):
    facts = frozenset({"roles"})

    def __init__(self, rule: model.Months) -> None:
        self.wanted: Filter = rule.roles
        self.asked, self.words = rule.months, rule.count
        self.months: tuple[CountedMonths, ...] = (self,)

    def weigh(self, case: Case) -> Standing:
        if "roles" not in case.known:
            return OPEN
        low, high = case.months(self.wanted)
        return OPEN if low < self.asked <= high else MET if low >= self.asked else NOT_MET

    def look(self, case: Case) -> Finding:
        observed: MonthRange | None = case.months(self.wanted) if "roles" in case.known else None
        cautions = self._cautions(case, observed.high) if observed else ()
        return Finding(
            "months", self.weigh(case), "roles", observed, self.asked, self.words, cautions=cautions
        )

    def _cautions(self, case: Case, months: int) -> tuple[str, ...]:
        """The sources count months and are silent on hours: where hours could tell otherwise, ask."""
        counted = [role for role in case.roles if counts(role, self.wanted, sure=False)]
        told = all(role.hours_per_week is not None for role in counted)
        if not counted or (told and months < self.asked):
            return ()  # what the calendar does not reach, full time does not either
        full_time = full_time_months(counted, case.as_of)
        if full_time is None:
            return (HOURS_MISSING,)
        return (PART_TIME_HOURS,) if full_time < self.asked <= months else ()


class _HasRole(_Leaf):
    facts = frozenset({"roles"})

    def __init__(self, rule: model.HasRole) -> None:
        self.wanted: Filter = rule.has_role
        self.words = rule.count

    def weigh(self, case: Case) -> Standing:
        if "roles" not in case.known:
            return OPEN
        sure = self._any(case, sure=case.reading != "longest")
        perhaps = self._any(case, sure=case.reading == "shortest")
        return MET if sure else OPEN if perhaps else NOT_MET

    def _any(self, case: Case, *, sure: bool) -> bool:
        return any(counts(role, self.wanted, sure=sure) for role in case.roles)

    def look(self, case: Case) -> Finding:
        observed = len(case.roles) if "roles" in case.known else None
        return Finding("has_role", self.weigh(case), "roles", observed, 1, self.words)


class CountedYears(_Leaf):
    """Years since a day: unanswered spans, and nothing runs out."""

    def __init__(self, rule: model.YearsSince) -> None:
        self.fact, self.asked = rule.years_since, rule.at_least
        self.facts = frozenset({rule.years_since})
        self.years: tuple[CountedYears, ...] = (self,)

    def met_on(self, case: Case) -> date | None:
        """The day from which on there are years enough; None while the day is not known."""
        since = case.known.get(self.fact)
        return years_after(since, self.asked) if isinstance(since, date) else None

    def weigh(self, case: Case) -> Standing:
        day = self.met_on(case)
        return OPEN if day is None else MET if day <= case.as_of else NOT_MET

    def look(self, case: Case) -> Finding:
        return Finding("years_since", self.weigh(case), self.fact, case.known.get(self.fact), self.asked)


def _span(grades: Mapping[Any, Standing], fact: model.Fact) -> Standing:
    """What silence spans: from the worst to the best that any answer to this fact could give here."""
    answers: tuple[Any, ...] = fact.choices or (True, False)
    could_be = [grades.get(answer, NOT_MET) for answer in answers]
    return Standing(min(could_be).low, max(could_be).high)


def ran_out(case: Case, expires: str) -> bool:
    """Whether the expiry day has passed; the day itself still counts."""
    day = case.known.get(expires)
    return isinstance(day, date) and day < case.as_of
