"""What `--help` says: of every command and option, in the language asked for, and in none of click's own words."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from desktop_app.cli import commands
from desktop_app.cli_help import options_told
from desktop_app.i18n import LANGUAGES, Words, load_words
from tests.test_cli import READY, Run, refused, run

__all__ = ["run"]  # the fixture

CLICKS_OWN = ("Show this message", "Show the version and exit", "[default:", "[required]")


def every_command(at: click.Context) -> Iterator[click.Context]:
    yield at
    if isinstance(at.command, click.Group):
        for name, command in at.command.commands.items():
            if not command.hidden:
                yield from every_command(click.Context(command, parent=at, info_name=name))


@pytest.fixture(scope="module", params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Words:
    return load_words(request.param)


def test_every_command_and_every_option_is_told(spoken: Words) -> None:
    beginning = click.Context(
        commands, info_name="peer-ready", obj=lambda: spoken, help_option_names=["-h", "--help"]
    )
    told = {}
    for at in every_command(beginning):
        told[at.command_path] = text = at.get_help()
        assert text.startswith(spoken.say("commands.usage"))
        assert not any(theirs in text for theirs in CLICKS_OWN), text
        untold = [typed for typed, said in options_told(at.command, at) if not said or said.startswith("[")]
        assert not untold, at.command_path
    assert len(told) > 10
    assert spoken.say("commands.packs_list.about") in " ".join(told["peer-ready packs"].split())


def test_the_language_can_stand_before_the_command_or_behind_it(run: Run) -> None:
    assert "Evalúa una hoja de respuestas" in run("assess", "--language", "es", "--help").out
    assert "Los paquetes de reglas" in run("--language=es", "--help").out
    refused(run("--language", "es", "assess", READY, "x"), "lo que este comando recibe: x")
    assert "vale desde 2023-08-24" in run("--language", "es", "packs", "list").out
    assert "in force from" in run("--language", "es", "packs", "list", "--language", "en").out
