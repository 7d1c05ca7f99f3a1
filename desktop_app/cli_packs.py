"""The commands about rule packs: what there is, whether it is sound, and whether its sources still say so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from desktop_app import resources
from desktop_app.answers.sheet import SheetError
from desktop_app.cli_help import HelpedGroup, help_language_option
from desktop_app.cli_sources import print_fingerprint, tell_drift
from desktop_app.commands import FINE, SOME_BAD, existing_path, language_option
from desktop_app.i18n import LANGUAGES, load_words
from desktop_app.judgement.cases import contradictions
from desktop_app.judgement.idle import idle_parts
from desktop_app.judgement.judge import Judge
from desktop_app.resources import ResourceError
from desktop_app.rulebook import references
from desktop_app.rulebook.check import check_folder, doubts
from desktop_app.rulebook.load import (
    CASES,
    RULES,
    Facts,
    load_facts,
    load_packs,
    load_rulebook,
    with_facts_of,
)
from desktop_app.rulebook.model import Pack
from desktop_app.rulebook.start import start_pack


@click.group(no_args_is_help=False, cls=HelpedGroup)
@help_language_option
def packs() -> None:
    """The rule packs: what the sources say."""


packs.add_command(tell_drift)
packs.add_command(print_fingerprint)


@packs.command(name="list")
@language_option
def list_packs(language: str) -> None:
    """List each pack: series, version, since when it is in force, positions."""
    words = load_words(language)
    for loaded in load_rulebook().packs:
        pack = loaded.pack
        since, until = pack.in_force.since, pack.in_force.until
        days = words.say(f"packs.{'until' if until else 'since'}", since=str(since), until=str(until))
        version = words.say("packs.version", version=pack.version)
        positions = ", ".join(position.id for position in pack.positions)
        click.echo("  ".join((pack.series, version, days, positions)))


@packs.command()
@click.argument("folders", nargs=-1, type=existing_path)
@click.option(
    "--older-than",
    metavar="DAYS",
    type=click.IntRange(min=0),
    default=365,
    show_default=True,
)
@language_option
def check(folders: tuple[Path, ...], older_than: int, language: str) -> int:
    """Check the packs in these folders, or the program's own.

    Names, words in each language, days in force, what nothing uses, what can decide nothing, and the packs' own
    cases. Old sources and citations without a fingerprint are warnings: they alone leave the exit code at 0.
    """
    facts, bad, warned, words = load_facts(), 0, 0, load_words(language)
    for folder in folders or (resources.folder() / "packs",):
        for finding in (*check_folder(folder, facts), *_idle(folder, facts), *_cases_amiss(folder, facts)):
            bad += 1
            click.echo(finding, err=True)
        for doubt in doubts(folder, date.today(), older_than):
            warned += 1
            click.echo(words.say("packs.warning", doubt=doubt), err=True)
    found = words.say("packs.amiss", bad=bad) if bad else words.say("packs.sound")
    click.echo(words.say("packs.and_warned", told=found, count=warned) if warned else found)
    return SOME_BAD if bad else FINE


def _idle(folder: Path, facts: Facts) -> Iterator[str]:
    """Where a pack's rules have parts that can decide nothing."""
    for loaded in load_packs(folder):
        known = with_facts_of(facts, [loaded])
        if not any(references.faults(loaded.pack, known.by_id)):
            for place, problem in idle_parts(loaded.pack, known):
                yield str(ResourceError(loaded.folder / RULES, place, problem))


def _cases_amiss(folder: Path, facts: Facts) -> Iterator[str]:
    """Where a pack's own cases come to something else than they say."""
    words = load_words(LANGUAGES[0])
    for loaded in load_packs(folder):
        known = with_facts_of(facts, [loaded])
        if any(references.faults(loaded.pack, known.by_id)):
            continue
        file, judge = loaded.folder / CASES, Judge([loaded.pack], known)
        cases = loaded.cases()
        if not cases:
            yield str(
                ResourceError(file, "", "a pack shows by cases what follows from it, and there are none")
            )
        for case in cases:
            try:
                problems = list(contradictions(loaded.pack, case, judge, known))
            except SheetError as error:
                problems = [words.say(error.message)]
            yield from (str(ResourceError(file, case.id, problem)) for problem in problems)


@packs.command(name="new")
@click.argument("folder", type=existing_path)
@language_option
def new_pack(folder: Path, language: str) -> None:
    """Start a pack in FOLDER, named for the series: a small one that passes the check, with all there is to fill in."""
    for file in start_pack(folder, date.today()):
        click.echo(file)
    click.echo(load_words(language).say("packs.fill_in", folder=click.format_filename(folder)))


@packs.command()
@help_language_option
def schema() -> None:
    """Print the JSON Schema of a pack's rules.yaml."""
    click.echo(json.dumps(Pack.model_json_schema(), indent=2))
