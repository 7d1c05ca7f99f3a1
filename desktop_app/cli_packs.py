"""The commands about rule packs: what there is, whether it is sound, and whether its sources still say so."""

from __future__ import annotations

import json
from pathlib import Path

import click

from desktop_app import resources
from desktop_app.commands import FINE, SOME_BAD, existing_path
from desktop_app.rulebook.check import check_folder
from desktop_app.rulebook.load import load_facts, load_rulebook
from desktop_app.rulebook.model import Pack


@click.group()
def packs() -> None:
    """The rule packs: what the sources say."""


@packs.command(name="list")
def list_packs() -> None:
    """List each pack: series, version, since when it is in force, positions."""
    for loaded in load_rulebook().packs:
        pack = loaded.pack
        until = f" to {pack.in_force.until}" if pack.in_force.until else ""
        positions = ", ".join(position.id for position in pack.positions)
        click.echo(
            f"{pack.series}  version {pack.version}  in force from {pack.in_force.since}{until}  {positions}"
        )


@packs.command()
@click.argument("folders", nargs=-1, type=existing_path)
def check(folders: tuple[Path, ...]) -> int:
    """Check the packs in these folders, or the program's own: names, words in each language, overlaps."""
    facts, bad = load_facts(), 0
    for folder in folders or (resources.folder() / "packs",):
        for finding in check_folder(folder, facts):
            bad += 1
            click.echo(finding, err=True)
    click.echo(f"{bad} to put right" if bad else "Nothing to put right")
    return SOME_BAD if bad else FINE


@packs.command()
def schema() -> None:
    """Print the JSON Schema of a pack's rules.yaml."""
    click.echo(json.dumps(Pack.model_json_schema(), indent=2))
