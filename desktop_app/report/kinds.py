"""Which report it is to be: for whom, on which paper, about which position, in one language or in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.answers.sheet import Sheet
from desktop_app.i18n import Words
from desktop_app.interview.planning import Trial
from desktop_app.judgement.result import Judgement
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.report.content import AS_IT_IS, ReportContent, report_content
from desktop_app.report.employer import EmployerCopy, employer_copy
from desktop_app.report.material import Material
from desktop_app.report.notes import staff_notes
from desktop_app.report.paper import PAPERS, Paper, PaperName
from desktop_app.rulebook.load import Facts, LoadedPack, words_with
from desktop_app.rulebook.model import Pack

KindName = Literal["mine", "employer", "one_page", "staff"]
KINDS: tuple[KindName, ...] = ("mine", "employer", "one_page", "staff")
Content = ReportContent | EmployerCopy


@dataclass(frozen=True)
class Choices:
    """What a person chooses before a report is made."""

    kind: KindName = "mine"
    position: str = ""
    """What an employer's copy is about; it alone needs one."""
    paper: PaperName = "letter"
    name_private: bool = False
    """Whether the kind of lived experience is named."""


@dataclass(frozen=True)
class Document:
    """What is printed: one language, or two that stand side by side."""

    content: Content
    beside: Content | None
    paper: Paper


def document(
    choices: Choices,
    judgement: Judgement,
    sheet: Sheet,
    packs: Sequence[LoadedPack],
    facts: Facts,
    languages: Sequence[Words],
    *,
    helps: WhoHelps | None = None,
    trial: Trial = AS_IT_IS,
) -> Document:
    """The report in one language, or in two: the first one stands on the left, and is the document's own.

    A staff copy speaks of the client; every other kind speaks to the person it is about.
    """
    voiced = [words.of_client() if choices.kind == "staff" else words for words in languages[:2]]
    made = [
        content_of(
            choices, judgement, sheet, packs, facts, words_with(words, packs), helps=helps, trial=trial
        )
        for words in voiced
    ]
    return Document(made[0], made[1] if len(made) > 1 else None, PAPERS[choices.paper])


def content_of(
    choices: Choices,
    judgement: Judgement,
    sheet: Sheet,
    packs: Sequence[LoadedPack | Pack],
    facts: Facts,
    words: Words,
    *,
    helps: WhoHelps | None = None,
    trial: Trial = AS_IT_IS,
) -> Content:
    """What the report says in one language. `words` must know the packs' own, and be in the kind's voice."""
    name_private = choices.name_private
    if choices.kind == "employer":
        material = Material.of(judgement, sheet, packs, facts, words, name_private=name_private)
        return employer_copy(material, choices.position)
    content = report_content(
        judgement, sheet, packs, facts, words, name_private=name_private, helps=helps, trial=trial
    )
    if choices.kind == "one_page":
        return replace(content, only_first=True)
    return replace(content, notes=staff_notes(words)) if choices.kind == "staff" else content


def best_position(judgement: Judgement) -> str:
    """What a copy for an employer is most likely about: what matches, else where the most is in place."""
    matched = [one for one in judgement.matched.values() if one]
    if matched:
        return matched[0]

    def in_place(at: int) -> tuple[int, int]:
        needs = judgement.positions[at].requirements
        return sum(one.standing.word == "met" for one in needs), -at

    return judgement.positions[max(range(len(judgement.positions)), key=in_place)].id
