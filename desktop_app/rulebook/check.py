"""Checks packs as their author would wish: what is named is there, and so are the words of each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from desktop_app import resources
from desktop_app.i18n import LANGUAGES, Entry, read_catalog, values_in
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
from desktop_app.rulebook.unused import unknown_grounds, unused_in, unused_questions
from desktop_app.rulebook.validity import old_sources, overlaps_and_gaps

VALUES = {"asked", "closes", "count", "date", "day", "high", "low", "opens"}
"""What the program fills into a pack's texts."""
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
        for file, place, problem in (*unknown_grounds(loaded), *unused_in(loaded)):
            yield str(ResourceError(loaded.folder / file, place, problem))
        for language in LANGUAGES:
            yield from _words(loaded, language)
    for loaded, file, place, problem in overlaps_and_gaps(packs):
        yield str(ResourceError(loaded.folder / file, place, problem))
    with_facts_of(facts, packs)
    if folder.resolve() == (resources.folder() / "packs").resolve():
        for name in unused_questions(facts, packs):
            asked = resources.folder() / "questions" / "facts.yaml"
            yield str(ResourceError(asked, name, "no pack reads the answer to this question"))


def doubts(folder: Path, today: date, older_than: int) -> Iterator[str]:
    """What is worth a look and stops nothing: sources that have grown old, citations that cannot be looked up."""
    packs = load_packs(folder)
    for loaded in packs:
        for place, cite in references.citations(loaded.pack):
            if cite.fingerprint is None:
                problem = "the citation has no fingerprint; peer-ready packs fingerprint makes one"
                yield str(ResourceError(loaded.folder / RULES, place, problem))
    for loaded, file, place, problem in old_sources(packs, today, older_than):
        yield str(ResourceError(loaded.folder / file, place, problem))


def _words(loaded: LoadedPack, language: str) -> Iterator[str]:
    file = loaded.folder / f"words.{language}.yaml"
    if not file.exists():
        yield str(ResourceError(file, "", "the words of this language are missing"))
        return
    words = {
        key.removeprefix(f"{loaded.pack.series}."): entry for key, entry in loaded.words(language).items()
    }
    entries = set(words)
    for key, entry in words.items():
        for name in sorted(values_in(entry) - VALUES):
            yield str(ResourceError(file, key, f"the program gives no value '{{{name}}}'"))
    needed = {*words_needed(loaded.pack), *words_of(loaded.routes()), *question_words(loaded.facts)}
    for key in sorted(needed - entries):
        yield str(ResourceError(file, key, "this text is missing"))
    for key in sorted(entries - needed):
        optional = OPTIONAL_IN_QUESTIONS if key.startswith(QUESTIONS) else OPTIONAL
        if not any(part in key for part in optional):
            yield str(ResourceError(file, key, "no rule uses this text"))
    yield from _words_of_client(loaded.folder / f"words.{language}.client.yaml", words)


def _words_of_client(file: Path, words: Mapping[str, Entry]) -> Iterator[str]:
    """What a staff copy says otherwise stands in for a text of the pack, and is filled in alike."""
    for key, entry in read_catalog(file).items() if file.exists() else ():
        if key not in words:
            yield str(ResourceError(file, key, "the pack has no such text to say otherwise"))
        elif values_in(entry) != values_in(words[key]):
            yield str(ResourceError(file, key, "it is not filled in with the same values as the pack's text"))


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
        yield from (f"prepare.{story}.{key}" for story in position.prepare for key in ("name", "prompt"))
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
