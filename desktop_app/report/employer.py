"""The copy for an employer or certifier: one position, and of it only what is in place, with dates and sources.

Nothing in it tells which kind of lived experience someone has, unless that was chosen to be named: where the standings
are the same, so is every byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.answers.employment import Role
from desktop_app.answers.sheet import Known
from desktop_app.judgement.explain import deciding
from desktop_app.judgement.finding import Finding
from desktop_app.judgement.result import PositionJudgement, RequirementJudgement
from desktop_app.judgement.standing import Grade
from desktop_app.report.content import Furniture
from desktop_app.report.material import Material
from desktop_app.report.passages import Passage, passages
from desktop_app.report.requirements import row_of
from desktop_app.report.roles import Roles, roles


@dataclass(frozen=True)
class InPlace:
    """One thing that is asked and is in place."""

    name: str
    asks: str
    answers: tuple[str, ...]
    """As they were given."""
    place: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class EmployerCopy:
    """The whole copy, top down."""

    language: str
    foreign: tuple[Passage, ...]
    as_of: date
    furniture: Furniture
    title: str
    position: str
    """'Peer Support Specialist I'."""
    employer: str
    """'California · Calaveras County'."""
    lead: str
    limits: str
    """That nothing was checked, and that this lists what is in place alone."""
    name_line: str
    heading: str
    about: str
    """The document, its day, and when it was read."""
    columns: tuple[str, str, str]
    rows: tuple[InPlace, ...]
    none: str
    """Said where nothing is in place yet."""
    roles: Roles | None
    """The work that stands behind it; None where none does."""


def employer_copy(material: Material, position: str) -> EmployerCopy:
    """The copy on one position."""
    words = material.words
    judged = next(one for one in material.judgement.positions if one.id == position)
    met = [one for one in judged.requirements if one.standing.word == "met"]
    pack = next(pack for pack in material.packs if pack.series == judged.series)
    title = words.say("report_kinds.employer.title")
    day = words.day(material.judgement.as_of)
    return EmployerCopy(
        words.language,
        passages(material),
        material.judgement.as_of,
        Furniture(words.say("app.name"), title, day, words.say("report.promise"), words.say("report.page")),
        title,
        words.say(f"{judged.series}.positions.{position}.name"),
        words.say(f"{judged.series}.series.name"),
        words.say("report_kinds.employer.lead", as_of=material.judgement.as_of),
        words.say("report_kinds.employer.limits"),
        words.say("report_kinds.employer.name_line"),
        words.say("report_kinds.employer.in_place"),
        material.document(pack),
        (
            words.say("report.evidence.asked"),
            words.say("report_kinds.employer.answer"),
            words.say("report.evidence.source"),
        ),
        tuple(_in_place(material, one, judged) for one in met),
        "" if met else words.say("report_kinds.employer.none"),
        _work(material, met),
    )


def _in_place(material: Material, one: RequirementJudgement, position: PositionJudgement) -> InPlace:
    series = position.series
    row = row_of(material, one, series)
    answers = tuple(dict.fromkeys(_answers(material, one)))
    return InPlace(row.name, row.asks, answers, row.place, row.remarks)


def _answers(material: Material, one: RequirementJudgement) -> Iterator[str]:
    for leaf in _leaves(one.finding, _kept(material)):
        yield from _answer(material, leaf)


def _kept(material: Material) -> tuple[str, ...]:
    if material.name_private:
        return ()
    return tuple(fact.id for fact in material.facts.by_id.values() if fact.private)


def _leaves(finding: Finding, kept: tuple[str, ...]) -> Iterator[Finding]:
    """What makes it met."""
    if not finding.parts:
        yield finding
        return
    for part in deciding(finding, kept):
        if part.standing.low is Grade.MET:
            yield from _leaves(part, kept)


def _answer(material: Material, leaf: Finding) -> Iterator[str]:
    """An answer under the name of its question; of what is kept private, that it counts."""
    words, base = material.words, f"questions.{leaf.fact}"
    if not leaf.fact:
        return
    if leaf.fact in _kept(material):
        yield words.say("report_kinds.employer.kept")
    elif leaf.kind == "months":
        values = {"count": leaf.observed.low, "asked": leaf.asked, "as_of": material.judgement.as_of}
        yield words.say("report_kinds.employer.months", **values)
    elif leaf.kind == "has_role":
        yield words.say("report_kinds.employer.work")
    else:
        label = words.say(f"{base}.short")
        for text in _given(material, leaf):
            yield words.say("report_kinds.employer.given", question=label, answer=text)
        if leaf.kind == "credential" and leaf.asked:
            yield words.say("report_kinds.employer.until", day=leaf.asked)


def _given(material: Material, leaf: Finding) -> Iterator[str]:
    words, observed = material.words, leaf.observed
    if isinstance(observed, bool):
        yield words.say("answers.yes" if observed else "answers.no")
    elif isinstance(observed, date):
        yield words.day(observed)
    else:
        chosen = observed if isinstance(observed, tuple) else (observed,)
        counting = [
            one for one in chosen if not isinstance(leaf.asked, (tuple, frozenset)) or one in leaf.asked
        ]
        for one in counting or chosen:
            yield words.say(f"questions.{leaf.fact}.choices.{one}")


def _work(material: Material, met: list[RequirementJudgement]) -> Roles | None:
    """The roles of direct work, where months or a role are among what is in place."""
    told = [leaf for one in met for leaf in _leaves(one.finding, _kept(material))]
    if not any(leaf.fact == "roles" for leaf in told):
        return None
    told_of = material.sheet.known["roles"]
    given: tuple[Role, ...] = told_of if isinstance(told_of, tuple) else ()  # type: ignore[assignment]
    direct = tuple(role for role in given if role.work != "other")
    known: dict[str, Known] = {**material.sheet.known, "roles": direct}
    listed = roles(replace(material, sheet=replace(material.sheet, known=known)))
    return replace(listed, title=material.words.say("report_kinds.employer.roles"))
