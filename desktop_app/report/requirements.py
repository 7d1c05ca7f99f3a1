"""Each requirement in words: what is asked, what was told, where it stands, what to ask, and the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.answers.sheet import Sheet
from desktop_app.i18n import Words
from desktop_app.judgement.result import Judgement, PathStep, PositionJudgement, RequirementJudgement
from desktop_app.report.material import Material, Status
from desktop_app.rulebook.load import Facts, LoadedPack
from desktop_app.rulebook.model import Pack


@dataclass(frozen=True)
class RequirementRow:
    """One requirement, or one step toward a certificate."""

    id: str
    name: str
    asks: str
    status: Status
    why: str
    """What was told, or what is not known yet."""
    questions: tuple[str, ...]
    """The exact questions to put to the employer."""
    change: str
    """What would change it; empty where it is met, or where nothing a person does could."""
    cautions: tuple[str, ...]
    source: str
    """'Posting, “Special Requirements”, line 1'."""
    place: str
    """The same within its one source: '“Special Requirements”, line 1'."""
    remarks: tuple[str, ...]
    """Its basis where the source does not simply say so, its strength where it is not a must."""
    path: tuple[RequirementRow, ...] = ()
    path_title: str = ""
    """'California peer certificate: 6 of 9 steps in place'."""


def requirement_rows(
    judgement: Judgement,
    position: PositionJudgement,
    sheet: Sheet,
    packs: Sequence[LoadedPack | Pack],
    facts: Facts,
    words: Words,
    *,
    name_private: bool = False,
) -> tuple[RequirementRow, ...]:
    """The rows of one position. The kind of lived experience is named only with `name_private`."""
    material = Material.of(judgement, sheet, packs, facts, words, name_private=name_private)
    return tuple(row_of(material, one, position.series) for one in position.requirements)


def row_of(material: Material, one: RequirementJudgement, series: str) -> RequirementRow:
    words, told = material.words, material.explain(one, series)
    remarks = []
    if one.rule.basis != "stated":
        remarks.append(words.say(f"basis.{one.rule.basis}"))
    if one.rule.strength != "must":
        remarks.append(words.say(f"strength.{one.rule.strength}"))
    path = tuple(_step_row(material, one, step, series) for step in one.path)
    return RequirementRow(
        one.id,
        material.name(one, series),
        material.detail(one, series, "asks"),
        material.standing(one.standing.word),
        words.say_all(told.why),
        tuple(words.say(ask) for ask in told.ask),
        words.say(told.change) if told.change else "",
        tuple(material.caution(series, caution) for caution in one.cautions),
        material.citation(one.rule.cite, series),
        material.place(one.rule.cite, series),
        tuple(remarks),
        path,
        _path_title(material, one, series) if path else "",
    )


def rows_by_position(
    material: Material, positions: Sequence[PositionJudgement]
) -> dict[RequirementRow, tuple[PositionJudgement, ...]]:
    """What several positions ask alike, told once; a caution that not all of them have says for which it is."""
    alike: dict[RequirementRow, list[_Told]] = {}
    for position in positions:
        for one in position.requirements:
            row = row_of(material, one, position.series)
            alike.setdefault(replace(row, cautions=()), []).append((position, row.cautions))
    return {
        replace(row, cautions=_merged(material, by)): tuple(position for position, _ in by)
        for row, by in alike.items()
    }


_Told = tuple[PositionJudgement, tuple[str, ...]]


def _merged(material: Material, by: Sequence[_Told]) -> tuple[str, ...]:
    told = []
    for caution in dict.fromkeys(caution for _, cautions in by for caution in cautions):
        only = [position for position, cautions in by if caution in cautions]
        values = {"positions": material.shorts(only), "caution": caution}
        told.append(material.words.say("evidence.caution_for", **values) if len(only) < len(by) else caution)
    return tuple(told)


def _step_row(material: Material, one: RequirementJudgement, step: PathStep, series: str) -> RequirementRow:
    words, told = material.words, material.explain(step, series)
    return RequirementRow(
        step.id,
        material.name(step, series),
        material.detail(step, series, "asks"),
        material.standing(step.standing.word),
        words.say_all(told.why),
        tuple(words.say(ask) for ask in told.ask),
        words.say(told.change) if told.change else "",
        (),
        material.citation(step.cite, series),
        material.place(step.cite, series, within=one.rule.cite),
        (),
    )


def _path_title(material: Material, one: RequirementJudgement, series: str) -> str:
    met = sum(step.standing.word == "met" for step in one.path)
    name = material.name(one, series)
    return material.words.say("report.evidence.steps", name=name, count=met, total=len(one.path))
