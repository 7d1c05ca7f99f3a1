"""The exact questions to put to the employer, from every line of which the source does not say whether it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.report.material import Material
from desktop_app.rulebook.model import Pack


class Question(NamedTuple):
    """What to ask, and for which levels."""

    text: str
    positions: str


@dataclass(frozen=True)
class SeriesQuestions:
    """What to ask one employer."""

    contact: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Questions:
    title: str
    lead: str
    answer: str
    """Stands before the line on which an answer is written down."""
    series: tuple[SeriesQuestions, ...]
    """Those that there is something to ask of."""


def questions(material: Material) -> Questions:
    words = material.words
    told = (_series(material, pack) for pack in material.packs)
    return Questions(
        words.say("report_questions.title"),
        words.say("report_questions.lead"),
        words.say("report_questions.answer"),
        tuple(one for one in told if one.questions),
    )


def _series(material: Material, pack: Pack) -> SeriesQuestions:
    """What several levels ask alike is asked once."""
    positions = material.positions(pack)
    asked = {position.id: tuple(material.questions(position)) for position in positions}
    each = dict.fromkeys(text for texts in asked.values() for text in texts)
    name, how = (
        material.words.say(f"{pack.series}.contacts.{pack.contacts[0]}.{part}") for part in ("name", "how")
    )
    return SeriesQuestions(
        f"{name} · {how}",
        tuple(
            Question(text, material.shorts([one for one in positions if text in asked[one.id]]))
            for text in each
        ),
    )
