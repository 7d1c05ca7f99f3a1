"""The result at a glance: a sentence a state, what to do first, where each position stands, whom to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.answers.sheet import Sheet
from desktop_app.center import about_center, name_of
from desktop_app.i18n import Words
from desktop_app.judgement.explain import filing
from desktop_app.judgement.result import Judgement, PositionJudgement
from desktop_app.judgement.who_helps import WhoHelps
from desktop_app.report.first import FirstStep, first_step
from desktop_app.report.material import HOURS, MATCHES, Kind, Material, Status, deciding
from desktop_app.rulebook.load import Facts, LoadedPack
from desktop_app.rulebook.model import Pack


class Sentence(NamedTuple):
    """A sentence, and the part of it that is to stand out (empty: none)."""

    text: str
    strong: str = ""


class Mark(NamedTuple):
    """One requirement as a sign, and the same in words: 'High school, or equal: You have this'."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class PositionSummary:
    """One position on one line."""

    id: str
    name: str
    short: str
    status: Status
    marks: tuple[Mark, ...]
    """One for each requirement that counts."""
    tally: str
    """'3 of 5 in place.'; empty where none is."""
    rest: tuple[str, ...]
    """What is to ask, what is to do, what is not known yet: a sentence each, by name."""


class Caution(NamedTuple):
    """What the sentence never stands without."""

    text: str
    shorts: str = ""
    """The levels that it is about; empty where it is about all of them."""


@dataclass(frozen=True)
class SeriesSummary:
    """One series: its sentence, its positions, and what the sentence never stands without."""

    id: str
    state: str
    name: str
    """'California · Calaveras County'."""
    sentence: Sentence
    cautions: tuple[Caution, ...]
    """To be shown beside the sentence."""
    positions: tuple[PositionSummary, ...]
    notes: tuple[str, ...]
    """How old the source is, and what else holds for the whole series."""

    @property
    def beside(self) -> tuple[str, ...]:
        return tuple(caution.text for caution in self.cautions)


class Contact(NamedTuple):
    """Whom to ask, where, and about what."""

    name: str
    how: str
    about: str

    @property
    def site(self) -> bool:
        """Whether `how` is the address of a web site."""
        return re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", self.how) is not None and self.how[-1].isalpha()


@dataclass(frozen=True)
class Summary:
    """What stands at the head of the results, in the window and on page 1."""

    about: str
    """That it is a self-assessment, and of which day."""
    series: tuple[SeriesSummary, ...]
    first: FirstStep
    contacts: tuple[Contact, ...]
    warnings: tuple[str, ...]
    """Answers that do not go together."""
    own_line: str = ""
    """The center's own line to call, beside 988."""


def summary(
    judgement: Judgement,
    sheet: Sheet,
    packs: Sequence[LoadedPack | Pack],
    facts: Facts,
    words: Words,
    *,
    helps: WhoHelps | None = None,
) -> Summary:
    """The head of the results. `words` must know the packs' own (rulebook.load.words_with)."""
    return summarize(Material.of(judgement, sheet, packs, facts, words, helps=helps))


def summarize(material: Material) -> Summary:
    words = material.words
    return Summary(
        words.say("app.self_assessment", as_of=material.judgement.as_of),
        tuple(_series(material, pack) for pack in material.packs),
        first_step(material),
        tuple(_contacts(material)),
        tuple(dict.fromkeys(words.say(warning) for warning in material.judgement.warnings)),
        material.own_line(),
    )


def _series(material: Material, pack: Pack) -> SeriesSummary:
    return SeriesSummary(
        pack.series,
        material.state(pack),
        material.words.say(f"{pack.series}.series.name"),
        headline(material, pack),
        tuple(_cautions(material, pack)),
        tuple(_position(material, position) for position in material.positions(pack)),
        notes(material, pack),
    )


def headline(material: Material, pack: Pack) -> Sentence:
    """The sentence of a series; it names the outcome of every level."""
    words, positions = material.words, material.positions(pack)
    nearest = _nearest(positions, material.judgement.matched[pack.series])
    others = [position for position in positions if position is not nearest]
    matches = nearest.outcome in MATCHES
    name = words.say(f"{pack.series}.positions.{nearest.id}.{'name' if matches else 'short'}")
    values = {"place": material.state(pack), "name": name}
    if len(others) == 1:
        pair = f"headline.pair.{nearest.outcome}_{others[0].outcome}"
        text = words.say(pair, **values, other=material.short(others[0]))
    else:
        text = words.say(f"headline.alone.{nearest.outcome}", **values)
        for other in others:
            outcome = material.outcome(other).word
            text += " " + words.say("headline.more", short=material.short(other), outcome=outcome)
    return Sentence(text, name if matches else "")


def _nearest(positions: Sequence[PositionJudgement], matched: str | None) -> PositionJudgement:
    """The matched one, else the first that may still match, else the lowest."""
    order = [one for one in positions if one.id == matched]
    order += [one for one in positions if one.outcome == "cannot_tell"]
    return (order or list(positions))[0]


def _cautions(material: Material, pack: Pack) -> Iterator[Caution]:
    """Each once, with the levels that it is about."""
    about: dict[str, list[PositionJudgement]] = {}
    for position in material.positions(pack):
        for text in dict.fromkeys(_beside(material, pack, position)):
            about.setdefault(text, []).append(position)
    for text, positions in about.items():
        every = len(positions) == len(material.positions(pack))
        yield Caution(text, "" if every else material.shorts(positions))


def _beside(material: Material, pack: Pack, position: PositionJudgement) -> Iterator[str]:
    """Hours that may be counted otherwise; and for a position that is not yet, what may be nearer than it looks."""
    for one in position.requirements:
        short_of = (
            position.outcome == "not_yet" and one.rule.strength == "must" and one.standing.word == "not_met"
        )
        for caution in one.cautions:
            if caution in HOURS or short_of:
                yield material.caution(pack.series, caution)


def _position(material: Material, position: PositionJudgement) -> PositionSummary:
    tally, rest = _tally(material, position)
    key = f"{position.series}.positions.{position.id}.name"
    return PositionSummary(
        position.id,
        material.words.say(key),
        material.short(position),
        material.outcome(position),
        tuple(_marks(material, position)),
        tally,
        rest,
    )


def _marks(material: Material, position: PositionJudgement) -> Iterator[Mark]:
    """Strengths first."""
    order = {word: at for at, word in enumerate(("met", "unclear", "unanswered", "not_met"))}
    for one in sorted(deciding(position), key=lambda one: order[one.standing.word]):
        kind, word = material.standing(one.standing.word)
        name = material.name(one, position.series)
        yield Mark(kind, material.words.say("report.mark", name=name, standing=word))


def _tally(material: Material, position: PositionJudgement) -> tuple[str, tuple[str, ...]]:
    """'3 of 5 in place.' and 'To do: California peer certificate.'"""
    words, counted = material.words, deciding(position)
    names: dict[str, list[str]] = {"met": [], "unclear": [], "not_met": [], "unanswered": []}
    for one in counted:
        names[one.standing.word].append(material.name(one, position.series))
    met, total = len(names["met"]), len(counted)
    if met == total:
        return words.say("report.tally.everything", total=total), ()
    rest = tuple(
        words.say(f"report.tally.{label}", names=words.names(names[standing]))
        for standing, label in _REST[position.outcome]
        if names[standing]
    )
    return (words.say("report.tally.some", count=met, total=total) if met else ""), rest


_ASK, _TODO, _OPEN = ("unclear", "ask"), ("not_met", "todo"), ("unanswered", "open")
_REST = {
    "meets": (_ASK, _TODO, _OPEN),
    "confirm": (_ASK, _OPEN, _TODO),
    "not_yet": (_TODO, _ASK, _OPEN),
    "cannot_tell": (_OPEN, _ASK, _TODO),
}
"""What the outcome hangs on comes first."""


def notes(material: Material, pack: Pack) -> tuple[str, ...]:
    """What the result of a series never stands without; the source's day among it."""
    day = material.dated(pack).date
    values = {"date": day} if day else {}
    told = filing(pack, material.judgement.as_of)
    first = (material.words.say(told),) if told else ()
    return (*first, *(material.words.say(f"{pack.series}.notes.{note}", **values) for note in pack.notes))


def _contacts(material: Material) -> Iterator[Contact]:
    """Those of the packs, then the center that filled in its own page."""
    words = material.words
    for pack in material.packs:
        for contact in pack.contacts:
            name, how, about = (
                words.say(f"{pack.series}.contacts.{contact}.{part}") for part in ("name", "how", "about")
            )
            yield Contact(name, how, about)
    if material.helps and material.helps.center.is_named:
        center = material.helps.center
        how = center.phone or words.say("center.ask_there")
        yield Contact(words.say(name_of(center)), how, words.say(about_center(center)))
