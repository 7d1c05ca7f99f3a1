"""Checks packs as their author would wish: what is named is there, and so are the words of each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.i18n import LANGUAGES
from desktop_app.resources import ResourceError
from desktop_app.rulebook import references
from desktop_app.rulebook.load import QUESTIONS, RULES, Facts, LoadedPack, load_packs, with_facts_of
from desktop_app.rulebook.model import (
    Answer,
    AtBestUnclear,
    Credential,
    EmployerDecides,
    HasRole,
    Months,
    Pack,
    WithinMonthsOfHire,
)
from desktop_app.rulebook.question_words import OPTIONAL as OPTIONAL_IN_QUESTIONS
from desktop_app.rulebook.question_words import question_words
from desktop_app.rulebook.routes import words_of

OPTIONAL = (".paper", ".terms.")
"""Words that a pack may have without a rule that calls for them."""


def check_folder(folder: Path, facts: Facts) -> Iterator[str]:
    """What is amiss with the packs in or below a folder, a line each; nothing where all is well.

    Raises ResourceError for a file that cannot be read as a pack at all.
    """
    packs = load_packs(folder)
    for loaded in packs:
        known = with_facts_of(facts, [loaded])
        for place, problem in references.faults(loaded.pack, known.by_id):
            yield str(ResourceError(loaded.folder / RULES, place, problem))
        for language in LANGUAGES:
            yield from _words(loaded, language)
    yield from _overlaps(packs)
    with_facts_of(facts, packs)


def _words(loaded: LoadedPack, language: str) -> Iterator[str]:
    file = loaded.folder / f"words.{language}.yaml"
    if not file.exists():
        yield str(ResourceError(file, "", "the words of this language are missing"))
        return
    entries = {key.removeprefix(f"{loaded.pack.series}.") for key in loaded.words(language)}
    needed = {*words_needed(loaded.pack), *words_of(loaded.routes()), *question_words(loaded.facts)}
    for key in sorted(needed - entries):
        yield str(ResourceError(file, key, "this text is missing"))
    for key in sorted(entries - needed):
        optional = OPTIONAL_IN_QUESTIONS if key.startswith(QUESTIONS) else OPTIONAL
        if not any(part in key for part in optional):
            yield str(ResourceError(file, key, "no rule uses this text"))


def words_needed(pack: Pack) -> Iterator[str]:
    """Every text that the program will look up for this pack."""
    yield from (f"series.{key}" for key in ("state", "place", "name", "about"))
    yield from ("first.call", "first.call_and_ask")
    if any(
        requirement.basis == "inferred"
        for position in pack.positions
        for requirement in position.requirements
    ):
        yield "asks.inferred"
    for source in pack.sources:
        yield from (f"sources.{source.id}.{key}" for key in ("title", "short"))
    for position in pack.positions:
        yield from (f"positions.{position.id}.{key}" for key in ("name", "short"))
        for requirement in position.requirements:
            yield from (f"requirements.{requirement.id}.{key}" for key in ("name", "asks", "todo"))
            yield from (
                f"path.{item.id}.{key}" for item in requirement.path for key in ("name", "asks", "todo")
            )
            yield from (f"cautions.{caution.id}" for caution in requirement.cautions)
    for _, expression in references.expressions(pack):
        for part in references.walk(expression):
            match part:
                case Months():
                    yield from (f"counts.{part.count}.{form}" for form in ("none", "exactly", "between"))
                case HasRole():
                    yield from (f"counts.{part.count}.{form}" for form in ("some", "none"))
                case Answer() | Credential() | AtBestUnclear() | WithinMonthsOfHire() if part.ask:
                    yield f"asks.{part.ask}"
                case EmployerDecides():
                    yield f"asks.{part.employer_decides}"
    yield from (f"warnings.{warning.id}" for warning in pack.warnings)
    yield from (f"pay.{pay.id}" for pay in pack.pay)
    yield from (f"pay_notes.{note}" for note in pack.pay_notes)
    yield from (f"notes.{note}" for note in pack.notes)
    yield from (f"contacts.{contact}.{key}" for contact in pack.contacts for key in ("name", "how", "about"))


def _overlaps(packs: Iterable[LoadedPack]) -> Iterator[str]:
    """Two versions of a series that hold on the same day."""
    seen: list[LoadedPack] = []
    for loaded in packs:
        force = loaded.pack.in_force
        for other in seen:
            if other.pack.series != loaded.pack.series:
                continue
            ends = other.pack.in_force.until
            begins_before_other_ends = ends is None or force.since <= ends
            if begins_before_other_ends and (force.until is None or other.pack.in_force.since <= force.until):
                problem = f"holds on days on which version {other.pack.version} holds too"
                yield str(ResourceError(loaded.folder / RULES, "in_force", problem))
        seen.append(loaded)
