"""What the roles add up to: the months that each level asks for, and how many are there so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.i18n import Words
from desktop_app.judgement.case import MonthRange
from desktop_app.judgement.criteria import Finding
from desktop_app.judgement.explain import explain
from desktop_app.judgement.judge import PositionJudgement, RequirementJudgement
from desktop_app.judgement.standing import Standing
from desktop_app.report.material import KIND_OF_STANDING
from desktop_app.ui.pages.page import Stage
from desktop_app.ui.widgets.arrange import Item, left
from desktop_app.ui.widgets.panel import Panel, Rule, note
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.tally import Months, Tally
from desktop_app.ui.widgets.text import Text

ROLES = "roles"
SCALE = 4 / 3
"""A bar is this much longer than the most that is asked, so that bars can be held against each other."""


@dataclass(frozen=True)
class Sum:
    """One requirement as far as work and volunteering go, and the levels that ask for it."""

    name: str
    sentence: str
    positions: tuple[PositionJudgement, ...]
    standing: Standing
    asked: int = 0
    """Months; 0 where any amount will do."""
    sure: int = 0
    maybe: int = 0
    """Months that may count on top of those that do."""


def sums(stage: Stage) -> tuple[Sum, ...]:
    """Each once, with the levels of a series that ask for the same."""
    found: dict[tuple[str, str, str], Sum] = {}
    for position in stage.navigator.view.judgement.positions:
        for requirement in position.requirements:
            for part in _of_roles(requirement.finding):
                one = _sum(stage, position, requirement, part)
                key = (position.series, one.name, one.sentence)
                before = found.get(key)
                found[key] = replace(one, positions=(*before.positions, position)) if before else one
    return tuple(found.values())


def tally_note(stage: Stage, *, several: bool, pending: bool) -> Panel | None:
    """A note for the margin; None where no level asks about work."""
    told = [one for one in sums(stage) if one.asked or one.sentence]
    if not told:
        return None
    theme, words = stage.theme, stage.words
    longest = max((one.asked for one in told), default=0) * SCALE
    longest = max([longest, *(float(one.sure + one.maybe) for one in told)])
    items: list[Item] = []
    if not any(one.sentence for one in told):
        items += [Text(theme, words.say("roles.sum.nothing"), "small"), 8]
    for at, one in enumerate(told):
        items += [14, Rule(theme), 12] if at else [4]
        items += _shown(stage, one, longest)
    for said, key in ((several, "overlap"), (pending, "pending")):
        if said:
            items += [12, Text(theme, words.say(f"roles.sum.{key}"), "small", "soft")]
    return note(theme, words.say("roles.sum.title"), *items)


def _of_roles(finding: Finding) -> Iterator[Finding]:
    """The largest parts of a finding that rest on work and volunteering alone."""
    if all(leaf.fact == ROLES for leaf in _leaves(finding)):
        yield finding
    else:
        for part in finding.parts:
            yield from _of_roles(part)


def _leaves(finding: Finding) -> Iterator[Finding]:
    if not finding.parts:
        yield finding
    for part in finding.parts:
        yield from _leaves(part)


def _sum(stage: Stage, position: PositionJudgement, requirement: RequirementJudgement, part: Finding) -> Sum:
    name = stage.words.say(f"{position.series}.requirements.{requirement.id}.name")
    sentence = " ".join(_sentences(stage, position.series, requirement, part))
    counted = [leaf for leaf in _leaves(part) if leaf.kind == "months"]
    if not counted:
        return Sum(name, sentence, (position,), part.standing)
    ranges = [leaf.observed for leaf in counted if isinstance(leaf.observed, MonthRange)]
    sure = ranges[0].low if ranges else 0
    most = max((each.high for each in ranges), default=0)
    return Sum(name, sentence, (position,), part.standing, counted[0].asked, sure, max(0, most - sure))


def _sentences(stage: Stage, series: str, requirement: RequirementJudgement, part: Finding) -> Iterator[str]:
    """Each count in a sentence, also one that does not decide; the same months are told once."""
    told: list[object] = []
    for leaf in _leaves(part):
        if leaf.observed is not None and leaf.observed not in told:
            told.append(leaf.observed)
            alone = requirement._replace(finding=leaf, standing=leaf.standing)
            facts = stage.navigator.interview.book.facts
            yield stage.words.say_all(explain(alone, series, facts).why)


def _shown(stage: Stage, one: Sum, longest: float) -> Iterator[Item]:
    theme, words = stage.theme, stage.words
    yield Text(theme, one.name, "small_strong")
    yield Text(theme, _level(words, one), "small", "soft")
    if one.sentence:
        yield 3
        yield Text(theme, one.sentence, "small")
    if one.asked:
        key = "bar_maybe" if one.maybe else "bar"
        said = words.say(f"roles.sum.{key}", sure=one.sure, asked=one.asked, maybe=one.maybe)
        goal = words.say("roles.sum.asked", count=one.asked)
        yield 6
        yield Tally(theme, Months(one.sure, one.maybe), one.asked, goal, said, top=longest)
    if one.asked and one.sentence:
        word = one.standing.word
        yield 6
        yield left(Pill(theme, KIND_OF_STANDING[word], words.say(f"standing.{word}")))


def _level(words: Words, one: Sum) -> str:
    """'California, Specialist I'."""
    series = one.positions[0].series
    shorts = [words.say(f"{series}.positions.{position.id}.short") for position in one.positions]
    return words.say(
        "roles.sum.level", state=words.say(f"{series}.series.state"), positions=words.listed(shorts)
    )
