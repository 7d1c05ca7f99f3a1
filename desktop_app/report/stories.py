"""Stories to have ready: what each level asks people to know and do, as prompts; nothing is rated or decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.judgement.result import PositionJudgement
from desktop_app.report.material import Material
from desktop_app.rulebook.model import Pack


class Story(NamedTuple):
    """One thing a job asks for, and a question that brings a story of it to mind."""

    name: str
    prompt: str


@dataclass(frozen=True)
class StoryGroup:
    """Stories that hold for the same levels."""

    title: str
    stories: tuple[Story, ...]


@dataclass(frozen=True)
class SeriesStories:
    name: str
    note: str
    """That the text of a level was not found; empty where it was."""
    groups: tuple[StoryGroup, ...]


@dataclass(frozen=True)
class Stories:
    title: str
    lead: str
    series: tuple[SeriesStories, ...]


def stories(material: Material) -> Stories:
    """The stories of every series that names any."""
    words = material.words
    told = (_series(material, pack) for pack in material.packs)
    return Stories(
        words.say("stories.title"), words.say("stories.lead"), tuple(one for one in told if one.groups)
    )


def _series(material: Material, pack: Pack) -> SeriesStories:
    words = material.words
    inferred = [
        position
        for position in material.positions(pack)
        if all(one.rule.basis == "inferred" for one in position.requirements)
    ]
    note = words.say("stories.inferred", positions=material.shorts(inferred)) if inferred else ""
    return SeriesStories(words.say(f"{pack.series}.series.name"), note, tuple(_groups(material, pack)))


def _groups(material: Material, pack: Pack) -> Iterator[StoryGroup]:
    """What several levels name alike stands once, before what one of them names alone."""
    judged = {position.id: position for position in material.positions(pack)}
    named: dict[str, list[PositionJudgement]] = {}
    for position in pack.positions:
        for story in position.prepare:
            named.setdefault(story, []).append(judged[position.id])
    held: dict[tuple[str, ...], list[str]] = {}
    for story, by in named.items():
        held.setdefault(tuple(one.id for one in by), []).append(story)
    words = material.words
    for ids in sorted(held, key=lambda ids: -len(ids)):
        shorts = material.shorts([judged[id_] for id_ in ids])
        told = (
            Story(*(words.say(f"{pack.series}.prepare.{story}.{part}") for part in ("name", "prompt")))
            for story in held[ids]
        )
        yield StoryGroup(words.say("stories.for", positions=shorts), tuple(told))
