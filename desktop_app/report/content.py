"""Everything the report says, as plain text in order; how it looks is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from desktop_app.answers.sheet import Sheet
from desktop_app.i18n import Words
from desktop_app.interview.planning import Trial
from desktop_app.judgement.result import Judgement
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.report.material import Material, Status
from desktop_app.report.notes import Notes
from desktop_app.report.passages import Passage, passages
from desktop_app.report.plan_part import PlanPart, plans
from desktop_app.report.questions import Questions, questions
from desktop_app.report.requirements import RequirementRow, rows_by_position
from desktop_app.report.roles import Roles, roles
from desktop_app.report.steps import Paper, SeriesSteps, next_steps, papers
from desktop_app.report.stories import Stories, stories
from desktop_app.report.summary import Summary, notes, summarize
from desktop_app.rulebook.load import Facts, LoadedPack
from desktop_app.rulebook.model import Pack

AS_IT_IS = Trial()
"""Plans from the day of the answers on, at the usual pace, the quickest way first."""


@dataclass(frozen=True)
class Furniture:
    """What stands on every page."""

    product: str
    title: str
    day: str
    foot: str
    page: str
    """'{page} of {pages}', to be filled in."""
    own_line: str = ""
    """The center's own line to call, to stand below the foot."""


@dataclass(frozen=True)
class FirstPage:
    """What stands alone on page 1: the summary and its headings."""

    title: str
    name_line: str
    check: str
    stand: str
    ask_whom: str
    summary: Summary


@dataclass(frozen=True)
class EvidenceGroup:
    """Requirements that hold for the same levels."""

    title: str
    rows: tuple[RequirementRow, ...]


@dataclass(frozen=True)
class Evidence:
    """What one series asks against what was told."""

    title: str
    about: str
    """The document, its day, and when it was read."""
    notes: tuple[str, ...]
    """What holds for the whole series."""
    columns: tuple[str, str, str, str]
    groups: tuple[EvidenceGroup, ...]


@dataclass(frozen=True)
class Steps:
    title: str
    lead: str
    columns: tuple[str, str]
    series: tuple[SeriesSteps, ...]
    none: str


@dataclass(frozen=True)
class Papers:
    title: str
    have: str
    get: str
    papers: tuple[Paper, ...]
    none: str


class PayLine(NamedTuple):
    positions: str
    where: str
    amount: str


@dataclass(frozen=True)
class SeriesPay:
    """Pay as posted: never computed, its contradictions named."""

    name: str
    lines: tuple[PayLine, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class PayPart:
    title: str
    series: tuple[SeriesPay, ...]


class Line(NamedTuple):
    label: str
    text: str


class Meaning(NamedTuple):
    status: Status
    text: str


@dataclass(frozen=True)
class Judged:
    """How the results came about."""

    title: str
    lead: str
    words: str
    meanings: tuple[Meaning, ...]
    paragraphs: tuple[str, ...]
    lines: tuple[Line, ...]
    support: Line


@dataclass(frozen=True)
class ReportContent:
    """The whole report, top down."""

    language: str
    foreign: tuple[Passage, ...]
    as_of: date
    furniture: Furniture
    first_page: FirstPage
    left_out: str
    """That the kind of lived experience is left out; empty where there is none to leave out."""
    ask: str
    """'Ask: “{question}”', to be filled in."""
    evidence: tuple[Evidence, ...]
    steps: Steps
    questions: Questions
    plans: tuple[PlanPart, ...]
    papers: Papers
    stories: Stories
    pay: PayPart
    roles: Roles
    judged: Judged
    notes: Notes | None = None
    """Of a staff copy."""
    only_first: bool = False
    """Whether page 1 is all there is."""


def report_content(
    judgement: Judgement,
    sheet: Sheet,
    packs: Sequence[LoadedPack | Pack],
    facts: Facts,
    words: Words,
    *,
    name_private: bool = False,
    helps: WhoHelps | None = None,
    trial: Trial = AS_IT_IS,
) -> ReportContent:
    """The report. `words` must know the packs' own (rulebook.load.words_with).

    The kind of lived experience is named only with `name_private`. Whom a center names stands in it with `helps`.
    Plans are counted as `trial` has it: from when, how fast, and which way to the position that was looked at.
    """
    material = Material.of(judgement, sheet, packs, facts, words, name_private=name_private, helps=helps)
    return ReportContent(
        words.language,
        passages(material),
        judgement.as_of,
        _furniture(material),
        FirstPage(
            words.say("report.title"),
            words.say("report.name_line"),
            words.say("report.check"),
            words.say("report.stand"),
            words.say("report.ask_whom"),
            summarize(material),
        ),
        _left_out(material),
        words.say("report.evidence.ask"),
        tuple(_evidence(material, pack) for pack in material.packs),
        _steps(material),
        questions(material),
        plans(material, packs, trial),
        _papers(material),
        stories(material),
        PayPart(
            words.say("report.pay.title"), tuple(_pay(material, pack) for pack in material.packs if pack.pay)
        ),
        roles(material),
        _judged(material),
    )


def _furniture(material: Material) -> Furniture:
    words = material.words
    promise, title, line = words.say("report.promise"), words.say("support.title"), words.say("support.line")
    return Furniture(
        words.say("app.name"),
        words.say("report.title"),
        words.day(material.judgement.as_of),
        words.say("report.foot", promise=promise, title=title, line=line),
        words.say("report.page"),
        material.own_line(),
    )


def _left_out(material: Material) -> str:
    private = any(material.facts.by_id[fact].private for fact in material.sheet.known)
    return material.words.say("report.evidence.left_out") if private and not material.name_private else ""


# ---------------------------------------------------------------- what is asked, and what you have


def _evidence(material: Material, pack: Pack) -> Evidence:
    words = material.words
    return Evidence(
        words.say("report.evidence.title", place=material.state(pack)),
        material.document(pack),
        notes(material, pack),
        (
            words.say("report.evidence.asked"),
            words.say("report.evidence.have"),
            words.say("report.evidence.standing"),
            words.say("report.evidence.source"),
        ),
        tuple(_groups(material, pack)),
    )


def _groups(material: Material, pack: Pack) -> Iterator[EvidenceGroup]:
    """What several levels ask alike is told once, before what one of them asks alone."""
    positions = material.positions(pack)
    said: set[str] = set()
    held: dict[tuple[str, ...], list[RequirementRow]] = {}
    for row, by in rows_by_position(material, positions).items():
        held.setdefault(tuple(position.id for position in by), []).append(row)
    for ids in sorted(held, key=lambda ids: (-len(ids), ids)):
        rows = tuple(_without(row, said) for row in held[ids])
        shorts = material.shorts([position for position in positions if position.id in ids])
        key = "for_one" if len(ids) == 1 and len(held) > 1 else "for_all"
        yield EvidenceGroup(material.words.say(f"report.evidence.{key}", positions=shorts), rows)


def _without(row: RequirementRow, said: set[str]) -> RequirementRow:
    """The row without the cautions that an earlier level has told already."""
    new = tuple(caution for caution in row.cautions if caution not in said)
    said.update(new)
    return replace(row, cautions=new)


# ---------------------------------------------------------------- steps, papers, pay


def _steps(material: Material) -> Steps:
    words = material.words
    return Steps(
        words.say("report.steps.title"),
        words.say("report.steps.lead"),
        (words.say("report.steps.what"), words.say("report.steps.for")),
        next_steps(material),
        words.say("report.steps.none"),
    )


def _papers(material: Material) -> Papers:
    words = material.words
    have, get = words.say("report.papers.have"), words.say("report.papers.get")
    return Papers(
        words.say("report.papers.title"), have, get, papers(material), words.say("report.papers.none")
    )


def _pay(material: Material, pack: Pack) -> SeriesPay:
    words, source = material.words, material.dated(pack)
    lines = []
    for pay in pack.pay:
        positions = [one for one in material.positions(pack) if one.id in pay.positions]
        low, high = (words.money(float(amount), pay.per) for amount in (pay.low, pay.high))
        amount = words.say(f"pay.range_{pay.per}", low=low, high=high)
        if pay.steps:
            steps = " · ".join(words.money(float(step), pay.per) for step in pay.steps)
            amount = words.say("steps_of_pay", range=amount, count=len(pay.steps), steps=steps)
        lines.append(PayLine(material.shorts(positions), words.say(f"{pack.series}.pay.{pay.id}"), amount))
    key = "dated" if source.date else "undated"
    dated = words.say(f"report.pay.{key}", **({"date": source.date} if source.date else {}))
    notes = (dated, *(words.say(f"{pack.series}.pay_notes.{note}") for note in pack.pay_notes))
    return SeriesPay(words.say(f"{pack.series}.series.name"), tuple(lines), notes)


# ---------------------------------------------------------------- how this was judged


def _judged(material: Material) -> Judged:
    words = material.words
    standings = ("met", "unclear", "not_met", "unanswered")
    return Judged(
        words.say("report.judged.title"),
        words.say("report.judged.lead"),
        words.say("report.judged.words"),
        tuple(Meaning(material.standing(each), words.say(f"report.judged.{each}")) for each in standings),
        (
            words.say("report.judged.basis"),
            words.say("report.judged.strength"),
            words.say("report.judged.months", as_of=material.judgement.as_of),
        ),
        (*_rules(material), Line(words.say("report.judged.counted"), words.day(material.judgement.as_of))),
        Line(words.say("support.title"), " ".join((words.say("support.more"), material.own_line())).strip()),
    )


def _rules(material: Material) -> Iterator[Line]:
    """Which rules were used, since when they hold, and what they were read from."""
    words = material.words
    for pack in material.packs:
        state = material.state(pack)
        version = material.judgement.versions[pack.series]
        used = words.say(
            "report.judged.version", series=pack.series, version=version, since=pack.in_force.since
        )
        yield Line(words.say("report.judged.rules", state=state), used)
        for source in pack.sources:
            title = words.say(f"{pack.series}.sources.{source.id}.title")
            values = {"title": title, "retrieved": source.retrieved}
            if source.date:
                text = words.say("report.judged.source_dated", **values, date=source.date)
            else:
                text = words.say("report.judged.source", **values)
            yield Line(words.say("report.judged.sources", state=state), text)
