"""One node of a judgement's tree, and what can be read from the whole of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from desktop_app.judgement.standing import Grade, Standing


class Finding(NamedTuple):
    """One node of a judgement's tree: what was observed, what was asked for, and what follows."""

    kind: str
    """all, any, at_least, answer, credential, lapsed, not_given, months, has_role, years_since,
    within_months_of_hire, employer_decides, at_best_unclear."""
    standing: Standing
    fact: str = ""
    observed: Any = None
    """The answer, a MonthRange, how many parts are met, or None where nothing was said."""
    asked: Any = None
    """The answers that count, the months, years or parts asked for, a certificate's expiry."""
    words: str = ""
    """The catalog's name for what was counted, or for the question to put to the employer."""
    parts: tuple[Finding, ...] = ()
    cautions: tuple[str, ...] = ()
    """What to know beside the standing, such as hours that the employer may count otherwise."""


def facts_of(finding: Finding) -> frozenset[str]:
    """Every fact that a node or a node below it looked at."""
    own = frozenset({finding.fact}) if finding.fact else frozenset[str]()
    return own.union(*(facts_of(part) for part in finding.parts))


def cautions_of(finding: Finding) -> tuple[str, ...]:
    """The cautions that touch a standing: a way that is met and has none makes them moot."""
    if finding.kind not in ("any", "at_least"):
        return finding.cautions + tuple(caution for part in finding.parts for caution in cautions_of(part))
    wanted = finding.asked or 1
    met = [part for part in finding.parts if part.standing.low is Grade.MET]
    enough = len(met) >= wanted
    each = [cautions_of(part) for part in (met if enough else finding.parts)]
    if enough and each.count(()) >= wanted:
        return ()
    return tuple(caution for cautions in each for caution in cautions)


def undecided(finding: Finding, standing: Standing) -> frozenset[str]:
    """The open facts that a standing could still turn on; parts that others outweigh are out."""
    if standing.settled:
        return frozenset()
    if not finding.parts:
        return frozenset({finding.fact})
    found: set[str] = set()
    for part in finding.parts:
        outweighed = part.standing.high <= standing.low or part.standing.low >= standing.high
        if not outweighed:
            found |= undecided(part, part.standing)
    return frozenset(found)
