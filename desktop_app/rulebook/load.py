"""Reads rule packs and facts from their folders; a fault is named with its file and place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from desktop_app import resources
from desktop_app.i18n import Entry, Message, PlainError, Voice, Words, read_catalog
from desktop_app.resources import ResourceError
from desktop_app.rulebook import references
from desktop_app.rulebook.cases import Case, CaseFile
from desktop_app.rulebook.citation import Source
from desktop_app.rulebook.model import Fact, FactFile, OwnFacts, Pack
from desktop_app.rulebook.routes import Route, RouteFile

RULES = "rules.yaml"
ROUTES = "routes.yaml"
FACTS = "facts.yaml"
CASES = "cases.yaml"
QUESTIONS = "questions."
_Model = TypeVar("_Model", bound=BaseModel)


class NoRuleInForceError(PlainError):
    """No version of a series holds on a day; there is no falling back to another."""

    def __init__(self, series: str, day: date, first: date) -> None:
        values = {"series": series, "day": day.isoformat(), "first": first.isoformat()}
        super().__init__(Message("problems.not_in_force", values))


@dataclass(frozen=True)
class Facts:
    """Everything that can be asked, in the order in which it is asked."""

    sections: tuple[str, ...]
    by_id: Mapping[str, Fact]


@dataclass(frozen=True)
class LoadedPack:
    """A pack and the folder it came from, where its words are too."""

    folder: Path
    pack: Pack
    facts: tuple[Fact, ...] = ()
    """What it asks beyond the program's own questions."""

    def routes(self) -> tuple[Route, ...]:
        """What a person can do toward the pack's positions; a pack may have none. Raises ResourceError."""
        return self._route_file.routes if self._route_file else ()

    def route_sources(self) -> tuple[Source, ...]:
        """What the routes rest on beside the pack's own sources. Raises ResourceError."""
        return self._route_file.sources if self._route_file else ()

    @cached_property
    def _route_file(self) -> RouteFile | None:
        """Read once, when a plan is first asked for."""
        file = self.folder / ROUTES
        return _read(file, RouteFile) if file.exists() else None

    def words(self, language: str, voice: Voice = "you") -> dict[str, Entry]:
        """The pack's words, each key behind the series' id but for its questions'. Raises ResourceError.

        What it says otherwise of a client stands in a file of its own, which a pack may leave out.
        """
        entries = read_catalog(self.folder / f"words.{language}.yaml")
        of_client = self.folder / f"words.{language}.client.yaml"
        if voice == "client" and of_client.exists():
            entries |= read_catalog(of_client)
        return {
            key if key.startswith(QUESTIONS) else f"{self.pack.series}.{key}": entry
            for key, entry in entries.items()
        }

    def cases(self) -> tuple[Case, ...]:
        """What the pack shows of itself; a pack may have none. Raises ResourceError."""
        file = self.folder / CASES
        return _read(file, CaseFile).dated() if file.exists() else ()


@dataclass(frozen=True)
class Rulebook:
    """The facts and every pack."""

    facts: Facts
    packs: tuple[LoadedPack, ...]

    def series(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(loaded.pack.series for loaded in self.packs))

    def in_force(self, day: date, series: Iterable[str] | None = None) -> tuple[LoadedPack, ...]:
        """The pack of each series that holds on `day`. Raises NoRuleInForceError where none does."""
        wanted = self.series() if series is None else tuple(series)
        return tuple(self._one_in_force(name, day) for name in wanted)

    def _one_in_force(self, series: str, day: date) -> LoadedPack:
        versions = [loaded for loaded in self.packs if loaded.pack.series == series]
        if not versions:
            raise KeyError(f"no pack has the series '{series}'")
        for loaded in versions:
            force = loaded.pack.in_force
            if force.since <= day and (force.until is None or day <= force.until):
                return loaded
        raise NoRuleInForceError(series, day, min(loaded.pack.in_force.since for loaded in versions))


def load_rulebook(packs: Path | None = None) -> Rulebook:
    """The facts and all packs under `packs` (the program's own when left out). Raises ResourceError."""
    facts = load_facts()
    loaded = load_packs(packs or resources.folder() / "packs")
    for one in loaded:
        for place, problem in references.faults(one.pack, with_facts_of(facts, [one]).by_id):
            raise ResourceError(one.folder / RULES, place, problem)
    return Rulebook(with_facts_of(facts, loaded), tuple(loaded))


def with_facts_of(facts: Facts, packs: Iterable[LoadedPack]) -> Facts:
    """These facts and those that packs bring, each at the end of its section. Raises ResourceError for a clash."""
    brought: dict[str, tuple[Fact, str]] = {}
    for loaded in packs:
        series = loaded.pack.series
        for fact in loaded.facts:
            problem = _clash(fact, series, facts, brought)
            if problem:
                raise ResourceError(loaded.folder / FACTS, fact.id, problem)
            brought[fact.id] = fact, series
    every = [*facts.by_id.values(), *(fact for fact, _ in brought.values())]
    ordered = sorted(every, key=lambda fact: facts.sections.index(fact.section))
    return Facts(facts.sections, {fact.id: fact for fact in ordered})


def _clash(fact: Fact, series: str, facts: Facts, brought: Mapping[str, tuple[Fact, str]]) -> str | None:
    """Why a pack's fact cannot stand beside the others; two versions of a series may ask the same."""
    if fact.id in facts.by_id:
        return "this question is the program's own already"
    if fact.id in brought and brought[fact.id] != (fact, series):
        return "another pack asks this already, and otherwise"
    if fact.section not in facts.sections:
        return f"the section '{fact.section}' is not one of {', '.join(facts.sections)}"
    if fact.kind == "roles":
        return "roles are asked for once, by the program itself"
    before = fact.read_when and (
        facts.by_id.get(fact.read_when.fact) or _fact_of(brought, fact.read_when.fact)
    )
    if fact.read_when and not (before and set(fact.read_when.one_of) <= set(before.choices)):
        return "'read_when' names no earlier question, or none of its choices"
    return None


def _fact_of(brought: Mapping[str, tuple[Fact, str]], name: str) -> Fact | None:
    return brought[name][0] if name in brought else None


def load_facts() -> Facts:
    """The facts that the questions ask for. Raises ResourceError."""
    file = _read(resources.folder() / "questions" / "facts.yaml", FactFile)
    return Facts(file.sections, {fact.id: fact for fact in file.facts})


def load_packs(folder: Path) -> list[LoadedPack]:
    """Every pack in or below `folder`, in the order of series and date. Raises ResourceError."""
    files = sorted(folder.rglob(RULES)) if folder.is_dir() else []
    if not files:
        raise ResourceError(folder, "", f"no {RULES} found in or below this folder")
    return [LoadedPack(file.parent, _read(file, Pack), _own_facts(file.parent)) for file in files]


def _own_facts(folder: Path) -> tuple[Fact, ...]:
    file = folder / FACTS
    return _read(file, OwnFacts).facts if file.exists() else ()


def words_with(words: Words, packs: Iterable[LoadedPack]) -> Words:
    """The words of a language and those of these packs, in the words' voice. Raises ResourceError."""
    for loaded in packs:
        words = words.with_entries(loaded.words(words.language, words.voice))
    return words


def _read(file: Path, model: type[_Model]) -> _Model:
    content = resources.read_yaml(file)
    try:
        # By way of JSON: strict about types there, and still a list may become a tuple.
        return model.model_validate_json(json.dumps(content))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ResourceError(file, _place(first["loc"]), _problem(first["type"], first["msg"])) from error


def _place(location: tuple[int | str, ...]) -> str:
    """'positions, entry 2, requirements, entry 1, basis': a list's entries are counted from one."""
    return ", ".join(f"entry {part + 1}" if isinstance(part, int) else str(part) for part in location)


def _problem(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return "this key is not known here"
    return message[:1].lower() + message[1:]
